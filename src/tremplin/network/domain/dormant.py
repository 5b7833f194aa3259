"""Ties that sleep: how late the next exchange is, at the rhythm wanted for that circle.

The score is the days in excess of the rhythm, divided by the rhythm, times how close the tie is
(1 when distant or not said, 1.25 when well known, 1.5 when very close). Any real exchange puts it back to 0.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tremplin.law.words import counted
from tremplin.network.domain.circles import Circle, circle
from tremplin.network.domain.graph import Member
from tremplin.network.domain.names import folded

PER_WEEK: Final = 3
WEIGHT: Final = {None: 1.0, 1: 1.0, 2: 1.25, 3: 1.5}
MONTH: Final = 30
YEAR: Final = 365


@dataclass(frozen=True, slots=True)
class Dormant:
    """A tie that sleeps.

    Attributes:
        person: who.
        days: since the last exchange, or since they met when none is on record.
        late_days: beyond the rhythm of their circle.
        score: what it is sorted by.
        exchanged: an exchange is on record; else the days count from when they met.
    """

    person: Member
    days: int
    late_days: int
    score: float
    exchanged: bool = True

    @property
    def circle(self) -> Circle:
        """Return the circle whose rhythm is used."""
        return circle(self.person.circle)

    @property
    def says(self) -> str:
        """Return the reason in one sentence."""
        since = "Dernier échange il y a" if self.exchanged else "En relation depuis"
        wanted = f"rythme voulu\u00a0: tous les {counted(self.circle.rhythm_days, 'jour')}"
        return f"{since} {length(self.days)}, {wanted}."


@dataclass(frozen=True, slots=True)
class Week:
    """What to wake this week, what may wait, and of whom nothing is known.

    Attributes:
        chosen: at most what is left of three.
        waiting: other dormant ties, the latest first.
        undated: people the student knows without any date.
        written: dormant ties already written to this week.
    """

    chosen: tuple[Dormant, ...]
    waiting: tuple[Dormant, ...]
    undated: tuple[Member, ...]
    written: int


def dormant_ties(people: Iterable[Member], *, today: date) -> tuple[Dormant, ...]:
    """Return the ties that sleep beyond the rhythm of their circle.

    Args:
        people: everyone; only those the student knows and has a date for count.
        today: the day counted from.

    Returns:
        The most asleep first; by name when two sleep as much.
    """
    found = [tie for one in people if one.known and (tie := _dormant(one, today)) is not None]
    return tuple(sorted(found, key=lambda tie: (-tie.score, folded(tie.person.name), tie.person.key)))


def this_week(people: Iterable[Member], *, today: date, written: int) -> Week:
    """Return the week's three, what waits and who has no date.

    Args:
        people: everyone.
        today: the day counted from.
        written: ties already woken since Monday, 0 or more.

    Returns:
        The week; nothing is chosen once three were written to.
    """
    everyone = tuple(people)
    sleeping = dormant_ties(everyone, today=today)
    left = max(PER_WEEK - written, 0)
    undated = tuple(one for one in everyone if one.known and _last(one) is None)
    return Week(sleeping[:left], sleeping[left:], undated, written)


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def length(days: int) -> str:
    """Return a stretch of days in words: « 3 semaines », « 14 mois », « 2 ans »."""
    if days < MONTH:
        return counted(days, "jour")
    if days < 2 * YEAR:
        return f"{days // MONTH}\u00a0mois"
    return counted(days // YEAR, "an")


def _dormant(one: Member, today: date) -> Dormant | None:
    last = _last(one)
    if last is None:
        return None
    days = (today - last).days
    rhythm = circle(one.circle).rhythm_days
    if days <= rhythm:
        return None
    score = (days - rhythm) / rhythm * WEIGHT[one.closeness]
    return Dormant(one, days, days - rhythm, score, one.last_on is not None)


def _last(one: Member) -> date | None:
    return one.last_on or one.since
