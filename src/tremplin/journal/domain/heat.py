"""The map of weeks as a page draws it: weeks across, days down, in bands that fit a screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from tremplin.journal.domain.weeks import Day, Week
from tremplin.law.words import MONTHS, NBSP, in_letters, letters

BAND: Final = 26
DAYS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
SHORT_MONTHS: Final = (
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """One day: how dark it is (empty, « 1 », « 2 », « x » when no entry is expected), and what it says."""

    level: str
    says: str
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One day of the week, over the weeks of a band."""

    day: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Some weeks in a row: months with how many weeks each spans, then a line per day."""

    first: int
    last: int
    months: tuple[tuple[str, int], ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Heat:
    """The whole map, and how many weeks were held among those begun and worked."""

    bands: tuple[Band, ...]
    held: int
    begun: int

    @property
    def finding(self) -> str:
        """What it shows: « Huit semaines tenues sur neuf »; empty before the first week."""
        if not self.begun:
            return ""
        held = (
            in_letters(self.held, "semaine tenue", "semaines tenues") if self.held else "aucune semaine tenue"
        )
        return f"{held.capitalize()} sur {letters(self.begun)}"


def heat(weeks: Sequence[Week]) -> Heat:
    """Return the map of weeks.

    Args:
        weeks: the weeks of an experience, in order.

    Returns:
        Bands of half a year; a week counts as held from its first entry.
    """
    bands = tuple(_band(weeks[start : start + BAND]) for start in range(0, len(weeks), BAND))
    counting = [week for week in weeks if week.begun and week.worked]
    return Heat(bands, sum(week.kept for week in counting), len(counting))


def short_day(on: date) -> str:
    """Write a day shortly: « 1er avr. »."""
    return f"{'1er' if on.day == 1 else on.day}{NBSP}{SHORT_MONTHS[on.month - 1]}"


def week_span(monday: date, friday: date) -> str:
    """Write the span of a week: « du 30 mars au 3 avril »."""
    first = "1er" if monday.day == 1 else str(monday.day)
    last = "1er" if friday.day == 1 else str(friday.day)
    month = f" {MONTHS[monday.month - 1]}" if monday.month != friday.month else ""
    return f"du {first}{month} au {last}{NBSP}{MONTHS[friday.month - 1]}"


def _band(weeks: Sequence[Week]) -> Band:
    shown = max(len(week.days) for week in weeks)
    lines = (Line(DAYS[index], tuple(_cell(week, index) for week in weeks)) for index in range(shown))
    return Band(weeks[0].number, weeks[-1].number, tuple(_months(weeks)), tuple(lines))


def _months(weeks: Sequence[Week]) -> Iterator[tuple[str, int]]:
    """Name the month of each Monday; one too narrow to be named stays blank."""
    for (_, month), held in groupby(weeks, key=lambda week: (week.monday.year, week.monday.month)):
        span = len(list(held))
        yield (SHORT_MONTHS[month - 1] if span > 1 else "", span)


def _cell(week: Week, index: int) -> Cell:
    if index >= len(week.days):
        return Cell("x", "")
    day = week.days[index]
    return Cell(_level(day), f"{short_day(day.on)}{NBSP}: {_says(day)}", day.state == "today")


def _level(day: Day) -> str:
    if day.count:
        return "2" if day.count > 1 else "1"
    return "x" if day.state in {"off", "outside"} else ""


def _says(day: Day) -> str:
    if day.count or day.state in {"past", "today"}:
        return str(day.count)
    if day.state == "future":
        return "à venir"
    return day.off or "sans travail"
