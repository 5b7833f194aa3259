"""What the student does from Cap itself."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction

from tremplin.internships.operations.calendars import PeriodKind, add_period
from tremplin.internships.queries import internship, last_day
from tremplin.journal.operations import add_entry

LAST_WORKING_DAY = timedelta(days=4)
SUNDAY = timedelta(days=6)


@transaction.atomic
def catch_up(internship_id: int, *, monday: date, answers: Iterable[str], at: datetime) -> int:
    """Write a missed week from one-line answers.

    Args:
        internship_id: key of the internship.
        monday: first day of the week.
        answers: what was typed; empty lines are left out.
        at: now.

    Returns:
        How many entries were written, dated on the Friday or the last day of the internship.
    """
    followed = internship(internship_id)
    if followed is None:
        return 0
    on = max(min(monday + LAST_WORKING_DAY, last_day(followed)), followed.experience.starts_on)
    written = [answer.strip() for answer in answers if answer.strip()]
    for answer in written:
        add_entry(action=answer, on=on, at=at, experience_id=followed.experience_id)
    return len(written)


@transaction.atomic
def let_go(internship_id: int, *, monday: date) -> int | None:
    """Say that a week was free: it is no longer offered, and counts nowhere.

    Args:
        internship_id: key of the internship.
        monday: first day of the week.

    Returns:
        Key of the period that says so, to be dropped if it was a mistake; None without the internship.
    """
    followed = internship(internship_id)
    if followed is None:
        return None
    sunday = monday + SUNDAY
    period = add_period(
        followed, kind=PeriodKind.HOLIDAY, starts_on=monday, ends_on=sunday, label="Semaine libre"
    )
    return period.pk
