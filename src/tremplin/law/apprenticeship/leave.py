"""An apprentice's leave: every year, before the exam, and under twenty-one."""

from dataclasses import dataclass
from datetime import date

from tremplin.law.ages import completed_years
from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import labour_code
from tremplin.law.words import day

PAID_LEAVE = labour_code("L. 3141-3")
EXAM_LEAVE = labour_code("L. 6222-35")
YOUNG_LEAVE = labour_code("L. 3164-9")


@dataclass(frozen=True, slots=True)
class YoungLeave:
    """Days an apprentice under twenty-one may take, in *jours ouvrables*."""

    paid: int
    unpaid: int


def yearly_leave(*, on: date, figures: Figures = OFFICIAL) -> Holds[int]:
    """Return a full year's paid leave (*congés payés*).

    Args:
        on: a day of the year.
        figures: the figures to use.

    Returns:
        Days, counted in *jours ouvrables*.

    Raises:
        NoValueInForce: the day is earlier than the first known figures.

    Sources: Code du travail, art. L. 3141-3.
    Limits: a full year; a shorter time gives less.
    """
    days = figures.get("apprenticeship", "paid_leave_days", on=on)
    says = f"Une année complète donne {days.value} jours ouvrables de congés payés."
    return Holds(days.value, (Step(says, PAID_LEAVE),), figures=(days,))


def exam_leave(*, on: date, figures: Figures = OFFICIAL) -> Holds[int]:
    """Return the paid leave to prepare the exam (*congé pour la préparation des épreuves*).

    Args:
        on: a day of the month before the exam.
        figures: the figures to use.

    Returns:
        Days, counted in *jours ouvrables*.

    Raises:
        NoValueInForce: the day is earlier than the first known figures.

    Sources: Code du travail, art. L. 6222-35.
    Limits: the leave is taken in the month before the exam.
    """
    days = figures.get("apprenticeship", "apprentice_exam_leave", on=on)
    says = f"{days.value} jours ouvrables payés, dans le mois qui précède l’examen."
    return Holds(days.value, (Step(says, EXAM_LEAVE),), figures=(days,))


def leave_under_21(
    *, birth_date: date | None, leave_year: int, acquired_days: int | None, figures: Figures = OFFICIAL
) -> Outcome[YoungLeave]:
    """Return the leave of an apprentice under twenty-one on 30 April of the year before.

    They may take up to a full year's leave even when they have earned less; the extra
    days are not paid.

    Args:
        birth_date: the apprentice's; None if unknown.
        leave_year: the year the leave is taken in.
        acquired_days: days already earned, in *jours ouvrables*; None if unknown.
        figures: the figures to use.

    Returns:
        Paid and unpaid days.

    Raises:
        NoValueInForce: the year is earlier than the first known figures.

    Sources: Code du travail, art. L. 3164-9, L. 3141-3.
    Limits: none known.
    """
    if birth_date is None or acquired_days is None:
        return unknown(birth_date=birth_date, acquired_days=acquired_days)
    before = date(leave_year - 1, 1, 1)
    month, last = figures.get("apprenticeship", "young_leave_reference_day", on=before).value
    read_on = date(leave_year - 1, month, last)
    below = figures.get("apprenticeship", "young_leave_age", on=read_on)
    full = figures.get("apprenticeship", "paid_leave_days", on=read_on)
    age = completed_years(since=birth_date, on=read_on)
    turned = Step(f"Le {day(read_on)} vous aviez {age} ans.", YOUNG_LEAVE)
    if age >= below.value:
        says = f"Ce congé est réservé à ceux qui avaient moins de {below.value} ans ce jour-là."
        return DoesNotHold((turned, Step(says, YOUNG_LEAVE)), figures=(below, full))
    unpaid = max(full.value - acquired_days, 0)
    says = (
        f"Vous pouvez prendre jusqu’à {full.value} jours ouvrables\u00a0: {acquired_days} payés, "
        f"{unpaid} sans rémunération."
    )
    value = YoungLeave(acquired_days, unpaid)
    return Holds(value, (turned, Step(says, YOUNG_LEAVE)), figures=(below, full))
