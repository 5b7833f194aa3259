"""Whom Inès spoke to, whom she heard, and what she made in two weeks; all invented."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Final

from tremplin.prospecting.domain.person_lines import PersonLine
from tremplin.prospecting.models import (
    Conversation,
    EventKind,
    Goal,
    PersonalProject,
    ProjectKind,
    SignalKind,
    Target,
)
from tremplin.prospecting.operations.conversations import (
    Debrief,
    add_question_of_mine,
    choose_questions,
    debrief,
    mark_thanked,
    prepare_conversation,
    take_notes,
)
from tremplin.prospecting.operations.events import add_event, add_people, choose_encounters
from tremplin.prospecting.operations.personal_projects import (
    add_project,
    add_source,
    change_project,
    finish_step,
    mark_project,
    start_project,
)
from tremplin.prospecting.operations.research import add_signal

TALKED_ON: Final = date(2026, 3, 21)
THANKED_ON: Final = date(2026, 3, 23)
TALK_ON, TALK_AT = date(2026, 4, 7), time(10, 30)
FORUM_ON: Final = date(2026, 4, 1)
MEASURED_FROM, MEASURED_ON = date(2026, 3, 23), date(2026, 3, 31)
MARKS: Final = {
    "useful_score": 5,
    "proof_score": 4,
    "feasible_score": 5,
    "data_score": 4,
    "visible_score": 5,
    "drive_score": 4,
}
SPEAKER: Final = "Thomas Guérineau, responsable collecte, Écoflux Anjou\u00a0: des bacs levés presque vides"
VISITORS: Final = """Lucie Ferrand, cheffe de projet, Écoflux Anjou : cherche à mesurer le remplissage
Hugo Delaunay, étudiant en logistique"""


def load_meetings(rows: Mapping[str, Target]) -> None:
    """Fill conversations, events and personal projects of the example.

    Args:
        rows: the targets of the example, by name.
    """
    _past_talk(rows["Troquinette"])
    _coming_talk(rows["Filature Aubrelle"])
    _forum()
    _project(rows["Imprimerie Taravel"])


def _past_talk(target: Target) -> None:
    julie = PersonLine(line="", name="Julie Rousseau", title="responsable de la boutique de Rezé")
    talk = prepare_conversation(julie, goal=Goal.PROBLEM, target=target, on=TALKED_ON)
    choose_questions(talk, keys=("time_lost", "last_arrival", "missing_in_juniors"))
    answers = (
        "Corriger le stock en ligne le soir. Une heure par jour quand il y a du monde.",
        "La caisse n’est pas reliée au site. Chaque boutique corrige le soir, si elle a le temps.",
        "Par une ancienne vendeuse. Aucune annonce n’a été publiée.",
        "Oser téléphoner aux clients. Ils préfèrent écrire.",
    )
    add_question_of_mine(talk, text="Pourquoi le site et le rayon ne disent-ils pas la même chose\u00a0?")
    questions = list(talk.questions.order_by("key", "position"))
    by_key = {one.key: one for one in questions}
    order = (by_key["time_lost"], by_key[""], by_key["last_arrival"], by_key["missing_in_juniors"])
    noted = {one.pk: said for one, said in zip(order, answers, strict=True)}
    talk = take_notes(talk, revision=talk.revision, notes="", answers=noted)
    told = Debrief(
        happened_on=TALKED_ON,
        learnt="La caisse n’est pas reliée au site.\nChaque boutique corrige le stock le soir, à la main.",
        next_step="Relancer Hélène Quintard",
        next_on=None,
        named=(
            PersonLine(line="", name="Karim Benyahia", title="analyste stock", said="suit les inventaires"),
        ),
    )
    debriefed = debrief(talk, told, revision=talk.revision, at=datetime(2026, 3, 21, 17, 0, tzinfo=UTC))
    mark_thanked(debriefed, on=THANKED_ON)


def _coming_talk(target: Target) -> Conversation:
    head = PersonLine(line="", name="Nadège Lhermitte", title="cheffe de production")
    talk = prepare_conversation(
        head, goal=Goal.TRADE, target=target, on=TALK_ON, at=TALK_AT, where="par téléphone"
    )
    choose_questions(talk, keys=("ordinary_week", "hardest"))
    return talk


def _forum() -> None:
    forum = add_event(name="Forum des métiers de l’environnement", kind=EventKind.FAIR, on=FORUM_ON)
    add_people(forum, SPEAKER, are_speakers=True)
    add_people(forum, VISITORS)
    choose_encounters(forum, {one.pk for one in forum.encounters.filter(is_speaker=True)})


def _project(target: Target) -> PersonalProject:
    """Write the project on the delays of Imprimerie Taravel, counted on nine orders."""
    question = "Le délai affiché par l’imprimerie est-il celui que les clients constatent\u00a0?"
    project = add_project(
        title="Le délai affiché et le délai vécu",
        kind=ProjectKind.ANALYSIS,
        sector="Industrie et réparation",
        question=question,
        target=target,
    )
    found = "6 jours annoncés, 10 jours constatés en médiane sur 9 commandes."
    add_source(project, says=found, where="Avis publics datés et page des délais", on=MEASURED_ON)
    add_signal(
        target,
        kind=SignalKind.REVIEWS,
        source="Avis publics datés et page des délais",
        seen_on=MEASURED_ON,
        quote=found,
        suggests="Le délai affiché ne suit pas la charge de l’atelier.",
    )
    project = mark_project(project, revision=project.revision, marks=MARKS)
    project = start_project(project, on=MEASURED_FROM)
    for step in project.steps.filter(day__lte=7):
        finish_step(step, on=date(2026, 3, 22 + step.day))
    words = {
        "method": "J’ai relevé les commandes dont l’avis donne la date de réception, et la page des délais.",
        "finding": "La page annonce 6 jours. Sur 9 commandes datées, le délai médian est de 10 jours.",
        "limits": "9 commandes seulement, et l’on écrit plus volontiers un avis quand on a attendu.",
        "offer": "Relever les délais réels pendant 3 semaines, puis afficher un délai qui suit la charge.",
    }
    return change_project(project, revision=project.revision, changes=words)
