"""From the lessons of a calendar to the weeks spent at school."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tremplin.internships.calendars.values import Occurrence

AT_WORK = ("entreprise", "alternance", "stage", "apprentissage")
AWAY = ("congé", "conges", "vacances", "férié", "ferie", "fermeture")
LONGEST_EVENT_DAYS = 62
ONE_DAY = timedelta(days=1)
WEEKEND = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Period:
    """Days at school, or on leave when `holiday`; both ends included."""

    starts_on: date
    ends_on: date
    holiday: bool
    label: str


def periods(occurrences: Iterable[Occurrence]) -> tuple[Period, ...]:
    """Return the periods a school calendar describes.

    A day with a lesson is a day at school; days that follow each other, a week-end aside,
    make one period. Whole days named « entreprise » are not at school.

    Args:
        occurrences: what the calendar holds.

    Returns:
        Periods in time order, none overlapping another of its kind.
    """
    school: dict[date, str] = {}
    away: dict[date, str] = {}
    for one in occurrences:
        title = one.title.casefold()
        if one.all_day and any(word in title for word in AT_WORK):
            continue
        days = away if one.all_day and any(word in title for word in AWAY) else school
        for day in _days(one):
            days.setdefault(day, one.title if one.all_day else "")
    found = [*_joined(school, holiday=False), *_joined(away, holiday=True)]
    return tuple(sorted(found, key=lambda period: period.starts_on))


def _days(one: Occurrence) -> Iterable[date]:
    length = min((one.last_day - one.first_day).days, LONGEST_EVENT_DAYS)
    return (one.first_day + timedelta(days=offset) for offset in range(length + 1))


def _joined(days: dict[date, str], *, holiday: bool) -> list[Period]:
    joined: list[Period] = []
    for day in sorted(days):
        last = joined[-1] if joined else None
        if last is not None and day - last.ends_on <= _gap(last.ends_on):
            joined[-1] = Period(last.starts_on, day, holiday, last.label or days[day])
        else:
            joined.append(Period(day, day, holiday, days[day]))
    return joined


def _gap(last: date) -> timedelta:
    """Return how far the next day of a period may be: past the week-end from Friday on."""
    return WEEKEND - timedelta(days=last.weekday() - 4) if last.weekday() >= 4 else ONE_DAY
