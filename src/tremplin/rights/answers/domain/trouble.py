"""Questions on what goes wrong: who to turn to, what it may cost the host, when it is a job."""

from collections.abc import Collection
from datetime import date
from typing import Any

from tremplin.law.internship.protection import harassment_protection
from tremplin.law.internship.requalification import Ground, requalification
from tremplin.law.internship.sanctions import Breach, fine_exposure
from tremplin.law.internship.who_to_turn_to import Problem, Who, who_to_turn_to
from tremplin.law.outcome import Holds, NeedsFacts, Outcome, unknown
from tremplin.law.words import euros
from tremplin.rights.answers.domain.answer import Answer, lacking, yes_or_no

WHO_WORDS: dict[Who, str] = {
    "school": "l’école",
    "labour_inspection": "l’inspection du travail",
    "tribunal": "le conseil de prud’hommes",
}


def recourse(*, problem: Problem | None, on: date) -> Answer:
    """Tell whom to turn to, the nearest first (*recours*).

    Args:
        problem: what goes wrong; None if unknown.
        on: not used: the rule has no date.

    Returns:
        Places in order, and the protection against harassment when that is the problem.

    Sources: Code de l'éducation, art. L. 124-1, L. 124-12, L. 124-15, L. 124-17; Code du
        travail, art. L. 8112-2, L. 1454-5.
    Limits: those of the rules it asks.
    """
    outcome = who_to_turn_to(problem=problem)
    if not isinstance(outcome, Holds):
        return lacking(outcome) if isinstance(outcome, NeedsFacts) else Answer("", (outcome,))
    found: list[Outcome[Any]] = [outcome]
    if problem == "harassment":
        found += [harassment_protection(kind="moral"), harassment_protection(kind="sexual")]
    places = list(dict.fromkeys(WHO_WORDS[each.who] for each in outcome.value))
    return Answer(f"D’abord {', puis '.join(places)}", tuple(found))


def sanctions(*, breaches: Collection[Breach], interns: int | None, repeated: bool, on: date) -> Answer:
    """Tell what the host risks (*amende administrative*).

    Args:
        breaches: what it did not respect.
        interns: interns concerned; None for one.
        repeated: within one year of a first fine.
        on: day of the breach.

    Returns:
        The most it may be fined.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-17; Code du travail, art. L. 8112-2, R. 8115-2,
        R. 8115-6.
    Limits: those of the rule it asks.
    """
    if not breaches:
        return lacking(unknown(breaches=None))
    outcome = fine_exposure(breaches=breaches, interns=interns or 1, repeated=repeated, on=on)
    most = euros(outcome.value) if isinstance(outcome, Holds) else ""
    return yes_or_no(outcome, yes=f"Jusqu’à {most} d’amende", no="Pas d’amende : cela se réclame autrement")


def real_job(*, grounds: Collection[Ground], on: date) -> Answer:
    """Tell whether a judge may treat the internship as a job (*requalification*).

    Args:
        grounds: what was found.
        on: day of the request.

    Returns:
        Whether judges have accepted such grounds.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code du travail, art. L. 1454-5, L. 8223-1-1; Code de l'éducation, art. L. 124-5,
        L. 124-7, L. 124-11.
    Limits: a judge decides.
    """
    outcome = requalification(grounds=grounds, on=on)
    return yes_or_no(
        outcome,
        yes="Un juge peut requalifier ce stage en contrat de travail",
        no="Aucun motif de requalification parmi ceux cochés",
    )
