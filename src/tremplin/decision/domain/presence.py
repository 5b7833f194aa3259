"""When one is in the company: the same weeks for the hours of an internship, its pay and the rhythm."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from tremplin.decision.domain.options import Option
from tremplin.law.internship.attendance import Attendance, attendance
from tremplin.law.outcome import Doubt, Holds
from tremplin.rights.simulation.domain.scenario import days_between, even_week

WORKDAYS: Final = 5
WEEK: Final = timedelta(days=7)
ALTERNATING: Final = Doubt(
    "decision.alternating",
    "Seules les heures passées dans l’organisme sont payées. Les jours exacts ne sont pas connus : des "
    "semaines à tour de rôle commencent ici par l’organisme, des jours de la semaine se partagent également. "
    "Le calendrier de l’école peut changer les heures d’un mois.",
)


def days_in_week(option: Option, position: int) -> tuple[int, int]:
    """Return the days in the company and at school of one week.

    Args:
        option: its rhythm.
        position: rank of the week in the period, 0 for the week of the first day.

    Returns:
        Days in the company, then at school.
    """
    rhythm = option.rhythm
    if rhythm.alternation == "days":
        return rhythm.company, rhythm.school
    if rhythm.alternation == "weeks" and rhythm.company + rhythm.school:
        at_work = position % (rhythm.company + rhythm.school) < rhythm.company
        return (WORKDAYS, 0) if at_work else (0, WORKDAYS)
    return WORKDAYS, 0


def usual_week(option: Option) -> Mapping[int, Decimal]:
    """Return the hours in the company by day of a week spent there, Monday 1.

    Some days of every week are shared evenly: which ones they are is not known.
    """
    days = option.rhythm.company if option.rhythm.alternation == "days" else WORKDAYS
    return even_week(option.week * days / WORKDAYS)


def days_at_school(option: Option) -> frozenset[date]:
    """Return the days of the weeks spent at school, when weeks alternate."""
    if option.rhythm.alternation != "weeks":
        return frozenset()
    first = option.starts_on - timedelta(days=option.starts_on.weekday())
    return frozenset(
        on
        for on in days_between(option.starts_on, option.ends_on)
        if not days_in_week(option, (on - first).days // WEEK.days)[0]
    )


def attendance_of(option: Option) -> Attendance:
    """Return the presence of an internship, public holidays and weeks at school left out.

    Args:
        option: an internship, with its dates, hours and rhythm.

    Returns:
        Hours by day.

    Raises:
        NoValueInForce: the dates are earlier than the known holidays.
    """
    outcome = attendance(
        starts_on=option.starts_on,
        ends_on=option.ends_on,
        weekly=usual_week(option),
        excluded=days_at_school(option),
    )
    assert isinstance(outcome, Holds)  # noqa: S101 every argument is given
    return outcome.value
