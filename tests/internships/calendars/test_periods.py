"""Lessons become weeks at school."""

from datetime import date, datetime, timedelta

import pytest

from tremplin.internships.calendars.periods import periods
from tremplin.internships.calendars.values import PARIS, Occurrence

MONDAY = date(2026, 9, 7)


def lesson(day: date, *, title: str = "Cours", days: int = 0) -> Occurrence:
    """Return a two-hour lesson, or an event of whole days."""
    start = datetime(day.year, day.month, day.day, 0 if days else 9, tzinfo=PARIS)
    return Occurrence("u", title, "", start, start + timedelta(days=days, hours=0 if days else 2), bool(days))


def test_days_that_follow_each_other_make_one_period_across_the_week_end() -> None:
    days = [MONDAY + timedelta(days=offset) for offset in (0, 1, 2, 3, 4, 7, 8)]

    found = periods(lesson(day) for day in days)

    assert [(one.starts_on, one.ends_on) for one in found] == [(MONDAY, MONDAY + timedelta(days=8))]


def test_a_day_at_work_between_two_lessons_makes_two_periods() -> None:
    found = periods([lesson(MONDAY), lesson(MONDAY + timedelta(days=2))])

    assert len(found) == 2


def test_whole_days_named_company_are_not_at_school() -> None:
    assert periods([lesson(MONDAY, title="Période en ENTREPRISE", days=5)]) == ()


@pytest.mark.parametrize("title", ["Congé", "Vacances de Noël", "Férié"])
def test_leave_is_told_apart_from_school(title: str) -> None:
    (found,) = periods([lesson(MONDAY, title=title, days=2)])

    assert found.holiday
    assert (found.ends_on, found.label) == (MONDAY + timedelta(days=1), title)


def test_an_event_of_years_does_not_run_away() -> None:
    (found,) = periods([lesson(MONDAY, title="Promo 2026", days=3000)])

    assert (found.ends_on - found.starts_on).days == 62
