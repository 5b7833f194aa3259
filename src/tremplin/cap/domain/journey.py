"""The internship as a line of weeks."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tremplin.law.words import NBSP

WEEK = timedelta(weeks=1)
DEFENCE_BEFORE_END = timedelta(days=15)
SHORTEST_WITH_MILESTONES = timedelta(weeks=6)
FULL_WEEK = 5
MONTHLY_UP_TO, QUARTERLY_UP_TO = 30, 100
NEAR_THE_END = 0.88
FLAG_WIDTH, PAST_THE_MIDDLE = 0.12, 0.55
NAMED_AT_MOST = 4
SHORT_MONTHS = (
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
)  # fmt: skip


@dataclass(frozen=True)
class Milestone:
    """A day worth preparing: `name` in a sentence, `label` above its week."""

    name: str
    label: str
    on: date
    url: str = ""
    is_done: bool = False

    @property
    def short(self) -> str:
        """Write the day to fit above a week: « 14 avr. »."""
        return f"{self.on.day}{NBSP}{SHORT_MONTHS[self.on.month - 1]}"


@dataclass(frozen=True)
class Week:
    """One square of the week line; `entries` is None while the journal knows nothing of it.

    `near_end` tells that what is written under it must end with it, not start; `flag` on
    which side of it the words above it stand, « start » or « end », empty when there are none.
    """

    number: int
    monday: date
    is_past: bool
    is_current: bool
    opens_month: str
    milestone: Milestone | None
    entries: int | None = None
    is_away: bool = False
    near_end: bool = False
    flag: str = ""

    @property
    def height(self) -> int:
        """How full the square is drawn, 0 to 5."""
        return min(self.entries or 0, FULL_WEEK)

    @property
    def is_held(self) -> bool:
        """Whether something was written that week: one entry is enough."""
        return bool(self.entries)


@dataclass(frozen=True)
class Journey:
    """The internship as a line of weeks seen from one day."""

    starts_on: date
    ends_on: date
    on: date
    weeks: tuple[Week, ...]
    milestones: tuple[Milestone, ...]

    @property
    def is_long(self) -> bool:
        """Whether its weeks are too many to be drawn apart."""
        return len(self.weeks) > MONTHLY_UP_TO

    @property
    def week(self) -> int:
        """Number of the current week; 0 before, one more than the last after."""
        if self.on < self.starts_on:
            return 0
        if self.on > self.ends_on:
            return len(self.weeks) + 1
        return next(week.number for week in self.weeks if week.is_current)

    @property
    def next_milestone(self) -> Milestone | None:
        """The first milestone that is neither past nor done."""
        return next((stone for stone in self.milestones if stone.on >= self.on and not stone.is_done), None)

    @property
    def named_milestones(self) -> tuple[Milestone, ...]:
        """All of a short internship; the next ones of a long apprenticeship."""
        if not self.is_long:
            return self.milestones
        return tuple(stone for stone in self.milestones if stone.on >= self.on)[:NAMED_AT_MOST]

    @property
    def held(self) -> int:
        """Weeks with at least one entry."""
        return sum(week.is_held for week in self.weeks)

    @property
    def begun(self) -> int:
        """Weeks begun in which an entry was possible: school and leave do not count."""
        lived = [week for week in self.weeks if week.is_past or week.is_current]
        return sum(not week.is_away or week.is_held for week in lived)

    @property
    def is_over(self) -> bool:
        """Whether its last day is past."""
        return self.on > self.ends_on

    @property
    def share(self) -> float:
        """Part of the internship that is over, from 0 to 1."""
        length = (self.ends_on - self.starts_on).days or 1
        return min(max((self.on - self.starts_on).days / length, 0.0), 1.0)


def journey(
    *,
    starts_on: date,
    ends_on: date,
    on: date,
    milestones: Sequence[Milestone] | None = None,
    entries: Mapping[date, int] | None = None,
    away: Collection[date] = (),
) -> Journey:
    """Lay the internship out week by week, with its milestones.

    Args:
        starts_on: first day, included.
        ends_on: last day, included; not before the first.
        on: the day it is looked at.
        milestones: those of the internship; None before it is followed as a project.
        entries: entries of the journal by Monday; None while there is no journal.
        away: Mondays of the weeks spent at school or on leave.

    Returns:
        Weeks from the Monday of the first day to the week of the last. Without milestones
        given: the middle, three quarters, 15 days before the end; none on a very short one.
    """
    stones = _usual(starts_on, ends_on) if milestones is None else tuple(milestones)
    first = starts_on - timedelta(days=starts_on.weekday())
    count = (ends_on - first).days // 7 + 1
    mondays = [first + index * WEEK for index in range(count)]
    weeks = tuple(
        Week(
            number=number,
            monday=monday,
            is_past=monday + WEEK <= on,
            is_current=monday <= on < monday + WEEK,
            opens_month=_opens(number, monday, count),
            milestone=next((stone for stone in stones if monday <= stone.on < monday + WEEK), None),
            entries=None if entries is None else entries.get(monday, 0),
            is_away=monday in away,
            near_end=number > count * NEAR_THE_END,
        )
        for number, monday in enumerate(mondays, 1)
    )
    return _with_flags(Journey(starts_on, ends_on, on, weeks, stones))


def _usual(starts_on: date, ends_on: date) -> tuple[Milestone, ...]:
    length = ends_on - starts_on
    if length < SHORTEST_WITH_MILESTONES:
        return ()
    return (
        Milestone("Le point mi-parcours", "Mi-parcours", starts_on + length / 2),
        Milestone("Le point des trois quarts", "Trois quarts", starts_on + length * 3 / 4),
        Milestone("La Soutenance de Valeur", "Soutenance", ends_on - DEFENCE_BEFORE_END),
    )


def _opens(number: int, monday: date, count: int) -> str:
    """Return the month a week opens, to be written under it; empty for most weeks.

    A line of many weeks names one month in three, or in six, so that names never touch.
    """
    sunday = monday + timedelta(days=6)
    month = sunday.month - 1
    if count > MONTHLY_UP_TO:
        every = 3 if count <= QUARTERLY_UP_TO else 6
        return SHORT_MONTHS[month] if sunday.day <= 7 and month % every == 0 else ""
    opens = sunday.day <= 7 or (number == 1 and (sunday + WEEK).day > 7)
    return SHORT_MONTHS[month] if opens else ""


def _with_flags(path: Journey) -> Journey:
    """Say on which side of its week each flag stands, so that no two are written over each other."""
    sides = {week.number: _side(_place(path, week)) for week in _flagged(path)}
    taken = [_span(_place(path, week), sides[week.number]) for week in path.weeks if week.number in sides]
    for week in path.weeks:
        if week.is_current and week.number not in sides:
            sides[week.number] = _free_side(_place(path, week), taken)
    return replace(path, weeks=tuple(replace(week, flag=sides.get(week.number, "")) for week in path.weeks))


def _flagged(path: Journey) -> Iterator[Week]:
    """Yield the weeks whose milestone is written above: on a long line, the next one only."""
    for week in path.weeks:
        if week.milestone and (not path.is_long or week.milestone == path.next_milestone):
            yield week


def _place(path: Journey, week: Week) -> float:
    return (week.number - 0.5) / len(path.weeks)


def _side(place: float) -> str:
    return "end" if place > PAST_THE_MIDDLE else "start"


def _span(place: float, side: str) -> tuple[float, float]:
    return (place - FLAG_WIDTH, place) if side == "end" else (place, place + FLAG_WIDTH)


def _free_side(place: float, taken: Sequence[tuple[float, float]]) -> str:
    """Return the side with room for « Vous êtes ici »; empty when there is none."""
    for side in ("end", "start"):
        left, right = _span(place, side)
        clear = all(right <= start or end <= left for start, end in taken)
        if left >= 0 and right <= 1 and clear:
            return side
    return ""
