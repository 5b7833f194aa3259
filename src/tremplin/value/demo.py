"""What Inès showed, to whom, and the deck she prepares in her ninth week: invented."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from tremplin.value import queries
from tremplin.value.decks import prepare_deck
from tremplin.value.domain.internship import Followed
from tremplin.value.operations.case import add_duty, change_case, state_frequency, write_plan
from tremplin.value.operations.projects import score_project
from tremplin.value.operations.showing import show_results

PARIS = ZoneInfo("Europe/Paris")
SHOWN_ON, PREPARED_ON = date(2026, 3, 20), date(2026, 4, 2)
MET_ON, MET = date(2026, 4, 1), "Élodie Vasseur"
SCORES = {
    "pain_score": 5,
    "visibility_score": 4,
    "feasible_score": 4,
    "data_score": 4,
    "successor_score": 2,
    "proof_score": 5,
}
STEPS = {
    30: {
        "deliverable": "Point du lundi transféré à l’équipe, sans moi",
        "indicator": "deux lundis tenus sans aide",
        "help": "",
    },
    60: {
        "deliverable": "Délai d’une pièce ramené de 11 à 7 jours",
        "indicator": "délai moyen relevé chaque semaine",
        "help": "accès aux comptes fournisseurs",
    },
    90: {
        "deliverable": "Inventaire tournant étendu aux 180 références",
        "indicator": "écarts sous 5\u00a0%",
        "help": "",
    },
}


def load(*, on: date) -> None:
    """Fill Valeur for the internship of the example.

    Args:
        on: the day of loading; unused, the example happens in March and April 2026.
    """
    internship = queries.followed(on=PREPARED_ON)
    if internship is None or not queries.results(internship):
        return
    _show(internship)
    _state(internship)
    _score(internship)
    for saving in queries.savings(internship):
        state_frequency(saving.impact, revision=0, low=44, high=46, counted=saving.counted)
    prepare_deck(internship, at=datetime.combine(PREPARED_ON, time(17, 30), tzinfo=PARIS))


def _show(internship: Followed) -> None:
    early = [one.entry for one in queries.unshown(internship) if one.on < SHOWN_ON]
    show_results(early, to=internship.tutor or "Samia Kaddour", on=SHOWN_ON, how="à l’écran")
    met = [one.entry for one in queries.unshown(internship) if one.on == MET_ON]
    show_results(met, to=MET, on=MET_ON, how="à l’écran")


def _state(internship: Followed) -> None:
    add_duty(internship, task="Le tableau des pannes, tenu chaque lundi")
    add_duty(
        internship,
        task="L’inventaire tournant des freins et transmissions",
        successor="Bilel",
        documented="procédure affichée à l’atelier",
    )
    case = write_plan(
        internship,
        revision=0,
        steps=STEPS,
        needs="Accès fournisseurs, une heure par semaine avec Samia Kaddour",
    )
    change_case(
        internship,
        revision=case.revision,
        cost_low=22,
        cost_high=26,
        cost_from="Samia Kaddour, le 24\u00a0mars",
    )


def _score(internship: Followed) -> None:
    best = next(iter(queries.candidates(internship)), None)
    if best is None:
        return
    project = score_project(
        best.project,
        revision=best.project.revision,
        measure="préparation du point du lundi",
        unit="min",
        before=270,
        after=50,
        **SCORES,
    )
    pains = [one.entry for one in queries.pains_without_project(internship)]
    project.pain_points.add(*pains)
