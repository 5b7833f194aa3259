"""The weeks of an experience as a map: what was written each day, and the weeks left to catch up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

WORKING_DAYS = 5
WEEK = timedelta(days=7)

State = Literal["past", "today", "future", "off", "outside"]


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the map: how many entries, and whether any was expected."""

    on: date
    count: int
    state: State
    off: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """One week, numbered from the first of the experience; Saturday and Sunday only when written."""

    number: int
    monday: date
    days: tuple[Day, ...]

    @property
    def count(self) -> int:
        """Entries of the whole week."""
        return sum(day.count for day in self.days)

    @property
    def kept(self) -> bool:
        """Whether something was written that week."""
        return self.count > 0

    @property
    def worked(self) -> bool:
        """Whether at least one of its days was to be worked."""
        return any(day.state not in {"off", "outside"} for day in self.days)

    @property
    def over(self) -> bool:
        """Whether every working day of it is behind."""
        return all(day.state in {"past", "off", "outside"} for day in self.days[:WORKING_DAYS])

    @property
    def begun(self) -> bool:
        """Whether one of its days has come."""
        return any(day.state in {"past", "today"} for day in self.days)


def monday_of(on: date) -> date:
    """Return the Monday of a day's week.

    Args:
        on: any day.

    Returns:
        That Monday.
    """
    return on - timedelta(days=on.weekday())


def week_number(on: date, *, starts_on: date) -> int:
    """Return which week of an experience a day is in.

    Args:
        on: the day.
        starts_on: the first day of the experience.

    Returns:
        1 for the week that holds the first day; 0 or less before it.
    """
    return (monday_of(on) - monday_of(starts_on)) // WEEK + 1


def weeks(
    counts: Mapping[date, int],
    *,
    starts_on: date,
    ends_on: date,
    today: date,
    days_off: Mapping[date, str] | None = None,
) -> tuple[Week, ...]:
    """Return the weeks of an experience, day by day.

    Args:
        counts: how many entries each day has.
        starts_on: its first day.
        ends_on: its last day, itself included.
        today: the present day.
        days_off: name of each day when no work is expected: public holidays, school.

    Returns:
        Weeks from the first to the last, Monday to Friday, with Saturday and Sunday when one was written.
    """
    found: list[Week] = []
    monday = monday_of(starts_on)
    while monday <= ends_on:
        days = [
            _day(monday + timedelta(days=index), counts, (starts_on, ends_on), today, days_off or {})
            for index in range(7)
        ]
        written = any(day.count for day in days[WORKING_DAYS:])
        kept = days if written else days[:WORKING_DAYS]
        found.append(Week(len(found) + 1, monday, tuple(kept)))
        monday += WEEK
    return tuple(found)


def missed(found: tuple[Week, ...]) -> tuple[Week, ...]:
    """Return the weeks that are over, were worked, and have no entry: they can be caught up.

    Args:
        found: the weeks of the experience.

    Returns:
        Those weeks, the most recent first.
    """
    return tuple(week for week in reversed(found) if week.over and week.worked and not week.kept)


def _day(
    on: date, counts: Mapping[date, int], bounds: tuple[date, date], today: date, days_off: Mapping[date, str]
) -> Day:
    count = counts.get(on, 0)
    if not bounds[0] <= on <= bounds[1]:
        return Day(on, count, "outside")
    if on in days_off and not count:
        return Day(on, count, "off", days_off[on])
    if on.weekday() >= WORKING_DAYS and not count:
        return Day(on, count, "off")
    if on > today:
        return Day(on, count, "future")
    return Day(on, count, "today" if on == today else "past", days_off.get(on, ""))
