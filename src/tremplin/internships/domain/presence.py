"""Which days are spent at the host's."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tremplin.law.calendar import holidays_in
from tremplin.law.parameters import NoValueInForce

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from the first to the last, both included."""

    starts_on: date
    ends_on: date

    def holds(self, on: date) -> bool:
        """Say whether a day is one of them."""
        return self.starts_on <= on <= self.ends_on

    def days(self) -> Iterator[date]:
        """Yield the days in order."""
        return _walk(self.starts_on, self.ends_on, ONE_DAY)


@dataclass(frozen=True, slots=True)
class Presence:
    """The days of an internship at the host's: some weekdays, less school, leave and public holidays."""

    span: Span
    weekdays: frozenset[int]
    away: tuple[Span, ...] = ()

    def at_host(self, on: date) -> bool:
        """Say whether a day is planned at the host's.

        Args:
            on: any day.

        Returns:
            False outside the internship too.
        """
        planned = self.span.holds(on) and on.weekday() in self.weekdays
        return planned and not is_public_holiday(on) and not any(span.holds(on) for span in self.away)

    def days(self) -> Iterator[date]:
        """Yield the planned days in order."""
        return (on for on in self.span.days() if self.at_host(on))

    def last_before(self, on: date) -> date | None:
        """Return the planned day that is `on` or the nearest before it.

        Args:
            on: any day.

        Returns:
            A day of the internship; None when there is none.
        """
        return next((day for day in _walk(on, self.span.starts_on, -ONE_DAY) if self.at_host(day)), None)

    def first_after(self, on: date) -> date | None:
        """Return the planned day that is `on` or the nearest after it.

        Args:
            on: any day.

        Returns:
            A day of the internship; None when there is none.
        """
        return next((day for day in _walk(on, self.span.ends_on, ONE_DAY) if self.at_host(day)), None)

    def nearest(self, on: date) -> date | None:
        """Return the planned day nearest to `on`, the earlier of two.

        Args:
            on: any day.

        Returns:
            A day of the internship; None when it has no planned day.
        """
        around = [day for day in (self.last_before(on), self.first_after(on)) if day is not None]
        return min(around, key=lambda day: (abs(day - on), day), default=None)

    def is_away_all_week(self, monday: date) -> bool:
        """Say whether no day of a week is planned at the host's.

        Args:
            monday: first day of the week.

        Returns:
            True for a week of school or leave, and outside the internship.
        """
        return not any(self.at_host(monday + timedelta(days=offset)) for offset in range(7))


def is_public_holiday(on: date) -> bool:
    """Say whether a day is a national public holiday (*jour férié*).

    Args:
        on: any day.

    Returns:
        False too where the lists of that year are not known.
    """
    try:
        return on in holidays_in(on.year)
    except NoValueInForce:
        return False


def _walk(start: date, end: date, step: timedelta) -> Iterator[date]:
    on = start
    while (on <= end) if step > timedelta(0) else (on >= end):
        yield on
        on += step
