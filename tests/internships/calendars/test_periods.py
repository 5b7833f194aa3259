"""Lessons become weeks at school."""

from datetime import date, datetime, timedelta

import pytest

from tremplin.internships.calendars.periods import periods
from tremplin.internships.calendars.values import PARIS, Occurrence

MONDAY = date(2026, 9, 7)


def lesson(day: date, *, title: str = "Cours", days: int = 0) -> Occurrence:
    """Return a morning of lessons, or an event of whole days."""
    start = datetime(day.year, day.month, day.day, 0 if days else 8, tzinfo=PARIS)
    return Occurrence("u", title, "", start, start + timedelta(days=days, hours=0 if days else 4), bool(days))


def hours(day: date, first: int, last: float, *, title: str = "Cours") -> Occurrence:
    """Return a lesson from one hour to another, maybe past midnight."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=PARIS)
    return Occurrence(
        "u", title, "", midnight + timedelta(hours=first), midnight + timedelta(hours=last), False
    )


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


@pytest.mark.parametrize(
    "lessons",
    [
        [(9, 10)],
        [(8, 11.25)],
        [(22, 30)],
        [(4, 7), (20, 23)],
        [(9, 11), (9, 11)],
    ],
    ids=["an hour", "less than half a day", "a night", "out of hours", "the same hours twice"],
)
def test_what_fills_less_than_half_a_day_is_no_school_day(lessons: list[tuple[int, float]]) -> None:
    assert periods(hours(MONDAY, *lesson) for lesson in lessons) == ()


@pytest.mark.parametrize("lessons", [[(8, 11.5)], [(8, 9.5), (10, 11), (14, 15)], [(13, 28)]])
def test_half_a_day_of_lessons_is_a_school_day(lessons: list[tuple[int, float]]) -> None:
    (found,) = periods(hours(MONDAY, *lesson) for lesson in lessons)

    assert (found.starts_on, found.ends_on) == (MONDAY, MONDAY)


def test_a_period_is_named_by_its_lessons() -> None:
    titles = ("Droit", "Droit", "Anglais", "Statistiques", "Sport", "Projet")
    found = periods(
        lesson(MONDAY + timedelta(days=number % 5), title=title) for number, title in enumerate(titles)
    )

    assert [one.label for one in found] == ["Droit, Projet, Anglais et 2\u00a0autres"]
