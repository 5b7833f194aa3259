"""What may it cost the host, and for which breaches?"""

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import Literal

from tremplin.law.certainty import figure_doubts
from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import Source, education_code, labour_code
from tremplin.law.words import counted, euros

FINE = education_code("L. 124-17")
INSPECTORS = labour_code("L. 8112-2")
PROCEDURE = labour_code("R. 8115-2")
AMOUNT = labour_code("R. 8115-6")

Breach = Literal[
    "quota", "working_time", "dangerous_tasks", "no_tutor", "forbidden_use", "tutor_over_limit",
    "leave", "gratification", "waiting_period", "maximum_duration", "missing_mention",
]  # fmt: skip
FINED: dict[Breach, Source] = {
    "quota": education_code("L. 124-8"),
    "working_time": education_code("L. 124-14"),
    "dangerous_tasks": education_code("L. 124-14"),
    "no_tutor": education_code("L. 124-9"),
}
"""Breaches punished by the administrative fine."""
RECORDED: dict[Breach, Source] = {
    "forbidden_use": education_code("L. 124-7"),
    "tutor_over_limit": education_code("L. 124-10"),
    "leave": education_code("L. 124-13"),
}
"""Breaches that inspectors also record."""
BREACH_WORDS: dict[Breach, str] = {
    "quota": "le nombre de stagiaires",
    "working_time": "les durées de présence et de repos",
    "dangerous_tasks": "les tâches dangereuses",
    "no_tutor": "la désignation d’un tuteur",
    "forbidden_use": "un usage interdit du stage",
    "tutor_over_limit": "le nombre de stagiaires par tuteur",
    "leave": "les congés et les avantages",
    "gratification": "la gratification",
    "waiting_period": "le délai de carence",
    "maximum_duration": "la durée maximale",
    "missing_mention": "une mention manquante",
}


def fine_exposure(
    *,
    breaches: Collection[Breach] | None,
    interns: int | None,
    on: date,
    repeated: bool = False,
    figures: Figures = OFFICIAL,
) -> Outcome[Decimal]:
    """Return the most the host may be fined (*amende administrative*).

    Up to 2 000 euros per intern concerned, twice that when repeated within one year of
    the first fine's notification, for the quota, working time and rest, dangerous tasks
    and the failure to name a tutor.

    Args:
        breaches: what the host did not respect; None if unknown.
        interns: interns concerned; None if unknown.
        on: day of the breach.
        repeated: within one year of the notification of a first fine.
        figures: published figures.

    Returns:
        Euros at most; the amount weighs repetition, proportion of interns and situation.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-17; Code du travail, art. L. 8112-2, R. 8115-2,
        R. 8115-6.
    Limits: the two-year limitation comes from memory: a doubt says so.
    """
    if breaches is None or interns is None:
        return unknown(breaches=breaches, interns=interns)
    fined = [breach for breach in FINED if breach in breaches]
    others = [_elsewhere(breach) for breach in BREACH_WORDS if breach in breaches and breach not in FINED]
    if not fined:
        return DoesNotHold((Step("Aucune amende administrative n’est prévue pour cela.", FINE), *others))
    most = figures.get("internship", "fine_repeated" if repeated else "fine", on=on)
    hearing = figures.get("internship", "fine_comment_days", on=on)
    limitation = figures.get("internship", "fine_limitation_years", on=on)
    value = Decimal(most.value * interns)
    concerned = counted(interns, "stagiaire")
    again = figures.get("internship", "fine_repeat_years", on=on)
    within = f"L’amende double dans {counted(again.value, 'an')} après la notification de la première."
    steps = (
        *(Step(f"L’amende punit {BREACH_WORDS[breach]}.", FINED[breach]) for breach in fined),
        Step(f"Au plus {euros(most.value)} × {concerned} = {euros(value)}, dus par l’organisme.", FINE),
        *((Step(within, FINE),) if repeated else ()),
        Step(f"L’organisme a {counted(hearing.value, 'jour')} pour présenter ses observations.", PROCEDURE),
        Step(
            "Le montant tient compte de la répétition, de la part de stagiaires et de la situation.", AMOUNT
        ),
        *others,
    )
    return Holds(value, steps, figure_doubts(limitation), (most, hearing, limitation))


def _elsewhere(breach: Breach) -> Step:
    words = BREACH_WORDS[breach]
    if breach in RECORDED:
        return Step(
            f"L’inspection du travail peut aussi constater ce qui touche : {words}.", RECORDED[breach]
        )
    return Step(f"Pas d’amende pour {words} : cela se réclame devant le juge.", FINE)
