"""When a repeated event happens, within a window and without ever running away."""

from datetime import datetime, timedelta
from itertools import islice, takewhile

from dateutil.rrule import rrulestr
from icalendar import vRecur

from tremplin.internships.calendars.values import PARIS

MOST_PER_EVENT = 750
LONGEST_RUN_UP = timedelta(days=366 * 20)
SLOW = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")


class RuleRefused(ValueError):
    """The rule is not unrolled; the message is a French sentence."""


def starts(rule: vRecur, *, first: datetime, window: tuple[datetime, datetime]) -> tuple[datetime, ...]:
    """Return the starts of a repeated event that fall in a window.

    Args:
        rule: its rule, as read.
        first: its first start, without zone: wall-clock time, so that 9 h stays 9 h all year.
        window: first and last instants wanted, without zone.

    Returns:
        Starts without zone, in order, at most `MOST_PER_EVENT`.

    Raises:
        RuleRefused: more often than daily, begun too long ago, or not understood.
    """
    frequency = str((rule.get("FREQ") or [""])[0]).upper()
    if frequency not in SLOW:
        raise RuleRefused("sa répétition est plus fréquente qu’une fois par jour")
    begin, end = window
    if begin - first > LONGEST_RUN_UP:
        raise RuleRefused("sa répétition commence il y a plus de vingt ans")
    try:
        dates = rrulestr(_local(rule), dtstart=first)
        inside = (start for start in takewhile(lambda start: start <= end, dates) if start >= begin)
        return tuple(islice(inside, MOST_PER_EVENT))
    except (ValueError, TypeError, OverflowError) as problem:
        raise RuleRefused("sa règle de répétition n’est pas comprise") from problem


def _local(rule: vRecur) -> str:
    """Write the rule with its end in wall-clock time: files give it in universal time."""
    parts = {name: list(values) for name, values in rule.items()}
    if "UNTIL" in parts:
        parts["UNTIL"] = [_wall_clock(value) for value in parts["UNTIL"]]
    written: bytes = vRecur(parts).to_ical()  # type: ignore[no-untyped-call]
    return written.decode()


def _wall_clock(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(PARIS).replace(tzinfo=None) if value.tzinfo else value
    return value
