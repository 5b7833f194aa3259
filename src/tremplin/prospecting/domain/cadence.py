"""When to write again, and when to stop: seven days, seven days, then rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from tremplin.internships.domain.presence import is_public_holiday

ONE_DAY: Final = timedelta(days=1)
SATURDAY: Final = 5
MOST_FOLLOW_UPS: Final = 2
FROM_US: Final = frozenset({"sent", "follow_up", "thanks"})
FROM_THEM: Final = frozenset({"reply", "talk"})
GAPS: Final = {"event": (timedelta(days=7), timedelta(days=14))}
USUAL_GAPS: Final = (timedelta(days=7), timedelta(days=7))
REST_AFTER: Final = timedelta(days=7)


class Move(StrEnum):
    """What the student does next."""

    SEND = "send"
    FOLLOW_UP = "follow_up"
    ANSWER = "answer"
    THANK = "thank"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Passed:
    """Something that passed between the student and someone; `kind` as rows name it."""

    kind: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What is known of an approach; `met_on` is the day of the event it follows, None without one."""

    channel: str
    passed: Sequence[Passed] = ()
    met_on: date | None = None
    postponed_to: date | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Next:
    """A move and its day, always a working day; `follow_ups` are those made since the last real exchange."""

    move: Move
    on: date
    follow_ups: int
    since: date


def next_move(course: Course) -> Next | None:
    """Return what an approach waits for.

    After a message: a first follow-up, a second, then rest (*mise en sommeil*), each a week later; after an
    event the second waits two weeks. Any reply or talk starts the count again.

    Args:
        course: the approach and what passed, in order.

    Returns:
        The move and its day; None for a draft no event waits for, for what is closed, and after thanks:
        nothing was asked in them, what comes next is the step chosen in the conversation.
    """
    if course.closed:
        return None
    passed = sorted((one for one in course.passed if one.kind in FROM_US | FROM_THEM), key=_day)
    if not passed:
        return _after_event(course)
    last = passed[-1]
    if last.kind == "thanks":
        return None
    follow_ups = _follow_ups(passed)
    move, natural = _natural(last, follow_ups, GAPS.get(course.channel, USUAL_GAPS))
    return Next(
        move, working_day(_postponed(natural, course.postponed_to, since=last.on)), follow_ups, last.on
    )


def working_day(on: date) -> date:
    """Return the first day from `on` that is neither a Saturday, a Sunday nor a public holiday."""
    while on.weekday() >= SATURDAY or is_public_holiday(on):
        on += ONE_DAY
    return on


def next_working_day(on: date) -> date:
    """Return the first working day after `on`."""
    return working_day(on + ONE_DAY)


def last_working_day(first: date, *, weeks: int) -> date:
    """Return the last working day of a stay of whole weeks.

    Args:
        first: its first day.
        weeks: how many.

    Returns:
        The last day of these weeks that is neither a Saturday, a Sunday nor a public holiday.
    """
    last = first + timedelta(weeks=weeks) - ONE_DAY
    while last > first and working_day(last) != last:
        last -= ONE_DAY
    return last


def _day(one: Passed) -> date:
    return one.on


def _after_event(course: Course) -> Next | None:
    if course.met_on is None:
        return None
    natural = course.met_on + ONE_DAY
    on = working_day(_postponed(natural, course.postponed_to, since=course.met_on))
    return Next(Move.SEND, on, 0, course.met_on)


def _follow_ups(passed: Sequence[Passed]) -> int:
    """Count the follow-ups since the last real exchange."""
    count = 0
    for one in passed:
        if one.kind in FROM_THEM:
            count = 0
        count += one.kind == "follow_up"
    return count


def _natural(last: Passed, follow_ups: int, gaps: Sequence[timedelta]) -> tuple[Move, date]:
    if last.kind == "reply":
        return Move.ANSWER, last.on + ONE_DAY
    if last.kind == "talk":
        return Move.THANK, last.on + ONE_DAY
    if follow_ups < MOST_FOLLOW_UPS:
        return Move.FOLLOW_UP, last.on + gaps[follow_ups]
    return Move.REST, last.on + REST_AFTER


def _postponed(natural: date, postponed_to: date | None, *, since: date) -> date:
    """Take the day the student chose, unless something passed since."""
    return natural if postponed_to is None or postponed_to <= since else postponed_to
