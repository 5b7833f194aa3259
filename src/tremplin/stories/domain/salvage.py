"""What the weeks that remain of a bad internship can still give, one gesture a week."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).with_name("salvage.toml")
MOST_WEEKS: Final = 26
WORKING_DAYS: Final = 5


@dataclass(frozen=True, slots=True)
class Gesture:
    """One thing to do in a week, and why."""

    title: str
    why: str


@dataclass(frozen=True, slots=True)
class PlannedWeek:
    """A week of the plan: its first and last working day that remain, and its gesture."""

    first_on: date
    last_on: date
    gesture: Gesture


def salvage_plan(*, today: date, last_day: date) -> tuple[PlannedWeek, ...]:
    """Return the weeks that remain, each with one gesture.

    Args:
        today: the first day that counts; a Saturday or a Sunday counts from the Monday after.
        last_day: last day of the internship, included.

    Returns:
        Weeks in order, 26 at most; the gestures that matter most when there are few weeks; none when the
        internship is over.
    """
    spans = _weeks(today, last_day)
    gestures = _gestures(len(spans))
    return tuple(
        PlannedWeek(first, last, gesture) for (first, last), gesture in zip(spans, gestures, strict=True)
    )


def _weeks(today: date, last_day: date) -> list[tuple[date, date]]:
    spans: list[tuple[date, date]] = []
    monday = today - timedelta(days=today.weekday())
    while monday <= last_day and len(spans) < MOST_WEEKS:
        first = max(monday, today)
        last = min(monday + timedelta(days=WORKING_DAYS - 1), last_day)
        if first <= last:
            spans.append((first, last))
        monday += timedelta(weeks=1)
    return spans


def _gestures(weeks: int) -> list[Gesture]:
    """Keep as many gestures as weeks, the last one last; spread the rest with the filler before it."""
    every = list(enumerate(_data()["gestures"]))
    kept = sorted(sorted(every, key=lambda one: one[1]["rank"])[:weeks])
    gestures = [Gesture(row["title"], row["why"]) for _, row in kept]
    spare = weeks - len(gestures)
    middle = max(len(gestures) - 3, 0)
    return gestures[:middle] + [Gesture(**_data()["filler"])] * spare + gestures[middle:]


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))
