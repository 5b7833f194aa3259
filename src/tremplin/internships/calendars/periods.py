"""From the lessons of a calendar to the weeks spent at school."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from tremplin.internships.calendars.values import PARIS, Occurrence
from tremplin.law.words import counted

AT_WORK = ("entreprise", "alternance", "stage", "apprentissage")
AWAY = ("congé", "conges", "vacances", "férié", "ferie", "fermeture")
LONGEST_EVENT_DAYS = 62
ONE_DAY = timedelta(days=1)
WEEKEND = timedelta(days=3)
OPENS, CLOSES = time(7), time(20)
HALF_A_DAY = timedelta(hours=3, minutes=30)
NAMED = 3


@dataclass(frozen=True, slots=True)
class Period:
    """Days at school, or on leave when `holiday`; both ends included."""

    starts_on: date
    ends_on: date
    holiday: bool
    label: str


def periods(occurrences: Iterable[Occurrence]) -> tuple[Period, ...]:
    """Return the periods a school calendar describes.

    A whole day at school is one, and so is a day whose lessons fill half a working day at least;
    an hour in the evening is not. Days that follow each other, a week-end aside, make one period.
    Whole days named « entreprise » are not at school.

    Args:
        occurrences: what the calendar holds.

    Returns:
        Periods in time order, none overlapping another of its kind; each named by its lessons.
    """
    school: dict[date, list[str]] = {}
    away: dict[date, list[str]] = {}
    every = tuple(occurrences)
    for one in every:
        title = one.title.casefold()
        if one.all_day and not any(word in title for word in AT_WORK):
            days = away if any(word in title for word in AWAY) else school
            for day in _days(one):
                days.setdefault(day, []).append(one.title)
    for day, lessons in _by_day(one for one in every if not one.all_day).items():
        if _length(day, lessons) >= HALF_A_DAY:
            school.setdefault(day, []).extend(one.title for one in lessons)
    found = [*_joined(school, holiday=False), *_joined(away, holiday=True)]
    return tuple(sorted(found, key=lambda period: period.starts_on))


def _by_day(lessons: Iterable[Occurrence]) -> dict[date, list[Occurrence]]:
    found: dict[date, list[Occurrence]] = {}
    for one in lessons:
        for day in _days(one):
            found.setdefault(day, []).append(one)
    return found


def _length(day: date, lessons: Iterable[Occurrence]) -> timedelta:
    """Return how much of the hours worked a day's lessons fill; two at once count once."""
    opens, closes = (datetime.combine(day, hour, PARIS) for hour in (OPENS, CLOSES))
    filled, reached = timedelta(0), opens
    for one in sorted(lessons, key=lambda one: one.starts_at):
        start, end = max(one.starts_at, reached), min(one.ends_at, closes)
        filled += max(end - start, timedelta(0))
        reached = max(reached, end)
    return filled


def _days(one: Occurrence) -> Iterable[date]:
    length = min((one.last_day - one.first_day).days, LONGEST_EVENT_DAYS)
    return (one.first_day + timedelta(days=offset) for offset in range(length + 1))


def _joined(days: dict[date, list[str]], *, holiday: bool) -> list[Period]:
    joined: list[tuple[date, date, list[str]]] = []
    for day in sorted(days):
        start, last, titles = joined[-1] if joined else (day, day, [])
        if joined and day - last <= _gap(last):
            joined[-1] = (start, day, titles + days[day])
        else:
            joined.append((day, day, days[day]))
    return [Period(start, end, holiday, _named(titles)) for start, end, titles in joined]


def _named(titles: Iterable[str]) -> str:
    """Name a period by its first lessons, and say how many more it has."""
    names = list(dict.fromkeys(title for title in titles if title))
    more = len(names) - NAMED
    shown = ", ".join(names[:NAMED])
    return f"{shown} et {counted(more, 'autre')}" if more > 0 else shown


def _gap(last: date) -> timedelta:
    """Return how far the next day of a period may be: past the week-end from Friday on."""
    return WEEKEND - timedelta(days=last.weekday() - 4) if last.weekday() >= 4 else ONE_DAY
