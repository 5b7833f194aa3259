"""The stories of Inès: two from her internship, four from outside work, one without proof; invented."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from tremplin.journal import queries as journal
from tremplin.journal.operations import ExperienceKind, Method
from tremplin.stories.demo_cv import write_cvs
from tremplin.stories.demo_interview import prepare_interview
from tremplin.stories.demo_resilience import tell_resilience
from tremplin.stories.operations.stories import NewExperience, say_where_from, start_story

AT = datetime(2026, 3, 29, 18, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Origin:
    """Where a part of a story was read, and when."""

    part: str
    where: str
    on: date


@dataclass(frozen=True)
class Told:
    """A story of the example: `entries` are first words of notes already in the journal."""

    title: str
    words: dict[str, str]
    skills: tuple[str, ...]
    activity: str = ""
    experience: NewExperience | None = None
    entries: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()


STUDENT_UNION = NewExperience(
    ExperienceKind.ASSOCIATION, "Trésorière du BDE", date(2024, 9, 2), date(2025, 6, 30)
)
GAME = NewExperience(ExperienceKind.PROJECT, "Modératrice d’un serveur de jeu", date(2023, 2, 1))
HANDBALL = NewExperience(
    ExperienceKind.ASSOCIATION, "Handball, organisation d’un tournoi", date(2025, 3, 1), date(2025, 6, 14)
)
STORIES = (
    Told(
        "Tournoi de handball",
        {
            "context": "Un tournoi de 24 équipes, avec 11 bénévoles.",
            "action": "J’ai établi le planning des matchs et réparti les arbitres.",
            "result": "Dernier match joué à l’heure prévue.",
        },
        ("Organisation d’événements",),
        activity="tournoi",
        experience=HANDBALL,
    ),
    Told(
        "La bourse aux vélos",
        {
            "context": "Dans la cour de l’association, chaque hiver.",
            "action": "J’ai organisé la bourse et fixé les prix avec les vendeurs.",
            "result": "85 vélos vendus en une journée.",
        },
        ("Organisation d’événements", "Négociation"),
        activity="ressourcerie",
        entries=("J’ai organisé la bourse aux vélos",),
    ),
    Told(
        "Modératrice d’un serveur de jeu",
        {
            "context": "Communauté en ligne de 1\u00a0200 membres, conflits chaque soir.",
            "action": "J’ai réécrit la charte et modéré les conflits avec deux autres bénévoles.",
            "result": "Signalements divisés par 2 en trois mois.",
        },
        ("Gestion de conflits", "Modération de communauté"),
        activity="moderation",
        experience=GAME,
        origins=(
            Origin("context", "la page des membres du serveur", date(2025, 11, 3)),
            Origin("action", "la liste de l’équipe de modération", date(2025, 11, 3)),
            Origin("result", "le journal des signalements", date(2025, 11, 3)),
        ),
    ),
    Told(
        "Trésorière du BDE",
        {
            "context": "Association étudiante, budget de 18\u00a0400\u00a0€ par an, aucune règle d’achat.",
            "action": "J’ai négocié avec les fournisseurs et comparé trois devis par achat.",
            "result": "1\u00a0900\u00a0€ d’économies sur l’année.",
        },
        ("Négociation", "Élaboration de budget"),
        activity="tresorerie",
        experience=STUDENT_UNION,
        origins=(
            Origin("context", "le budget voté en assemblée générale", date(2024, 10, 7)),
            Origin("action", "le classeur des devis", date(2025, 6, 20)),
            Origin("result", "le bilan de fin d’année", date(2025, 6, 20)),
        ),
    ),
    Told(
        "Le point atelier",
        {
            "context": "Atelier de 7 mécaniciens, sans moment pour dire ce qui gêne.",
            "action": "J’ai animé le premier point atelier et recensé les irritants avec l’équipe.",
            "result": "Cinq irritants listés, dont les premiers réglés dans la semaine.",
        },
        ("Animation de rituels d’équipe",),
        entries=("J’ai animé mon premier point atelier",),
    ),
    Told(
        "Le lundi de Yann",
        {
            "context": "Chaque lundi, le chef d’atelier ressaisissait les fiches de réparation à la main.",
            "action": "J’ai automatisé l’extraction des fiches et construit le tableau des pannes.",
            "result": "Le point du lundi se prépare en 50 min au lieu de 4 h 30.",
        },
        ("Automatisation de rapports", "Analyse de données"),
        entries=("J’ai automatisé l’extraction", "J’ai construit un premier tableau"),
    ),
)


def load(*, on: date) -> None:
    """Tell the stories of Inès.

    Args:
        on: the day of loading; unused, the dates are those of the example.
    """
    for told in STORIES:
        _tell(told)
    tell_resilience()
    write_cvs()
    prepare_interview()


def _tell(told: Told) -> None:
    noted = [one for one in journal.entries() if one.action.startswith(told.entries)] if told.entries else []
    story = start_story(
        title=told.title,
        activity=told.activity,
        experience=told.experience or (noted[0].experience_id if noted else None),
        words=told.words,
        skills=told.skills,
        entries=[one.pk for one in noted],
    )
    for origin in told.origins:
        says, method = told.words[origin.part], Method.MEASURED
        say_where_from(story, says=says, where=origin.where, on=origin.on, method=method, at=AT)
