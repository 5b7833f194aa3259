"""A week of presence as an agreement tells it: hours, stretches of the day, what it declares."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from decimal import Decimal

DAYS_PER_WEEK = 7
MINUTES_PER_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Span:
    """One stretch of presence in a day; it ends the next day when `ends` is not later."""

    starts: time
    ends: time

    @property
    def minutes(self) -> tuple[int, int]:
        """First and last minutes, counted from midnight of the first day."""
        first = self.starts.hour * 60 + self.starts.minute
        last = self.ends.hour * 60 + self.ends.minute
        return first, last if last > first else last + MINUTES_PER_DAY


@dataclass(frozen=True, slots=True)
class Week:
    """What an agreement says of a week, as far as it says it.

    Attributes:
        total: hours of the week; None if unknown.
        by_day: hours by day, Monday 1 to Sunday 7.
        spans: stretches of presence by day.
        night_declared, sunday_declared, holidays_declared: the agreement says so.
        on_holidays: the intern is present on public holidays.
    """

    total: Decimal | None = None
    by_day: Mapping[int, Decimal] | None = None
    spans: Mapping[int, Sequence[Span]] | None = None
    night_declared: bool = False
    sunday_declared: bool = False
    on_holidays: bool = False
    holidays_declared: bool = False

    @property
    def hours_by_day(self) -> Mapping[int, Decimal]:
        """Hours by day as stated, or else the length of the day's spans."""
        if self.by_day is not None:
            return self.by_day
        return {on: length(spans) for on, spans in (self.spans or {}).items()}

    @property
    def days(self) -> frozenset[int]:
        """Days with presence, from what is known of the week."""
        return frozenset(on for on, present in self.hours_by_day.items() if present)


def length(spans: Sequence[Span]) -> Decimal:
    """Return the hours of several stretches."""
    return Decimal(sum(span.minutes[1] - span.minutes[0] for span in spans)) / 60


def rests_between_days(spans: Mapping[int, Sequence[Span]]) -> list[int]:
    """Return the minutes between the end of each day and the start of the next, the week going round."""
    rests = []
    for weekday, today in spans.items():
        tomorrow = spans.get(weekday % DAYS_PER_WEEK + 1)
        if today and tomorrow:
            end = max(span.minutes[1] for span in today)
            rests.append(MINUTES_PER_DAY + min(span.minutes[0] for span in tomorrow) - end)
    return rests


def longest_rest(spans: Mapping[int, Sequence[Span]]) -> int:
    """Return the longest rest of a week that repeats, in minutes; a whole week without presence."""
    week = DAYS_PER_WEEK * MINUTES_PER_DAY
    stretches = sorted(
        (day * MINUTES_PER_DAY + span.minutes[0], day * MINUTES_PER_DAY + span.minutes[1])
        for day, today in spans.items()
        for span in today
    )
    if not stretches:
        return week
    starts = [first for first, _ in stretches[1:]] + [stretches[0][0] + week]
    return max(start - last for start, (_, last) in zip(starts, stretches, strict=True))


def longest_stretch(spans: Sequence[Span], *, pause: int) -> int:
    """Return the longest run of minutes in a day without a pause of at least `pause` minutes."""
    longest = run = 0
    previous_end: int | None = None
    for first, last in sorted(span.minutes for span in spans):
        unbroken = previous_end is not None and first - previous_end < pause
        run = run + (last - first) if unbroken else last - first
        longest, previous_end = max(longest, run), last
    return longest
