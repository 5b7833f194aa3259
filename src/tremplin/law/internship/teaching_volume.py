"""Does the curriculum hold enough teaching for an internship?"""

from datetime import date
from decimal import Decimal

from tremplin.law.certainty import figure_doubts
from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figure, Figures
from tremplin.law.sources import education_code
from tremplin.law.words import hours

VOLUME = education_code("D. 124-2")
GAP_YEAR = education_code("D. 611-16")


def teaching_volume(
    *,
    total_hours: Decimal | None,
    hours_in_presence: Decimal | None,
    higher_education: bool | None,
    on: date,
    gap_year: bool = False,
    derogation: bool = False,
    figures: Figures = OFFICIAL,
) -> Outcome[Decimal]:
    """Tell whether the curriculum has its minimum of teaching (*volume pédagogique minimal*).

    At least 200 hours of teaching per teaching year, internship left out: all in presence
    at school, at least 50 in presence in higher education.

    Args:
        total_hours: teaching hours of the year; None if unknown.
        hours_in_presence: those in the presence of pupils or students; None if unknown.
        higher_education: after the *baccalauréat*, BTS included; None if unknown.
        on: a day of the teaching year.
        gap_year: internship of a gap year (*césure*): no minimum applies.
        derogation: the *recteur* allows the minimum to be given otherwise.
        figures: published figures.

    Returns:
        Teaching hours, when they suffice.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. D. 124-2, D. 611-16.
    Limits: does not check the derogation.
    """
    if gap_year:
        says = "Un stage de césure n’exige aucun volume d’enseignement."
        return Holds(total_hours or Decimal(0), (Step(says, GAP_YEAR),))
    if total_hours is None:
        return unknown(total_hours=total_hours)
    least = figures.get("internship", "minimum_teaching_hours", on=on)
    in_presence = figures.get("internship", "minimum_teaching_hours_in_presence", on=on)
    used, doubts = (least, in_presence), figure_doubts(least, in_presence)
    floors = _floors(least, in_presence, higher_education)
    steps = []
    if total_hours < least.value:
        says = (
            f"{hours(total_hours)} d’enseignement par an : il en faut {hours(least.value)}, stage non "
            "compris."
        )
        steps.append(Step(says, VOLUME))
    if hours_in_presence is not None and not derogation and hours_in_presence < min(floors):
        steps.append(
            Step(f"{hours(hours_in_presence)} en présence : il en faut {hours(min(floors))}.", VOLUME)
        )
    if steps:
        return DoesNotHold(tuple(steps), doubts, used)
    if not derogation and (hours_in_presence is None or hours_in_presence < max(floors)):
        return unknown(hours_in_presence=hours_in_presence, higher_education=higher_education)
    says = f"{hours(total_hours)} d’enseignement par an : le minimum de {hours(least.value)} est atteint."
    return Holds(total_hours, (Step(says, VOLUME),), doubts, used)


def _floors(least: Figure, in_presence: Figure, higher_education: bool | None) -> tuple[int, ...]:
    """Return the hours in presence that may be required, both when the level is unknown."""
    if higher_education is None:
        return (in_presence.value, least.value)
    return (in_presence.value,) if higher_education else (least.value,)
