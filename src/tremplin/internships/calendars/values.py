"""What is read of a calendar."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
MOMENT = timedelta(microseconds=1)


class UnreadableCalendar(ValueError):
    """The file is not a calendar; the message is a French sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One event, once; instants are aware and of Paris, the end is not included."""

    uid: str
    title: str
    place: str
    starts_at: datetime
    ends_at: datetime
    all_day: bool

    @property
    def first_day(self) -> date:
        """Day it starts on."""
        return self.starts_at.date()

    @property
    def last_day(self) -> date:
        """Last day it touches: an all-day event ends the day before its end."""
        if self.ends_at <= self.starts_at:
            return self.first_day
        return (self.ends_at - MOMENT).date()


@dataclass(frozen=True, slots=True)
class Reading:
    """A calendar as read: what it holds in the window asked for, and what was refused."""

    name: str
    maker: str
    occurrences: tuple[Occurrence, ...]
    problems: tuple[str, ...]
