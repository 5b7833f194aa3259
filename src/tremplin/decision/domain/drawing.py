"""The chart of months and the strip of weeks: positions in a drawing, no markup."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil
from typing import Final

from tremplin.decision.domain.money import Money
from tremplin.decision.domain.rhythm import Week, Where
from tremplin.law.words import number

WIDTH: Final = 640
HEIGHT: Final = 260
LEFT: Final = 56
RIGHT: Final = 24
TOP: Final = 16
BOTTOM: Final = 30
STEPS: Final = (50, 100, 200, 250, 500, 1000, 2000, 2500, 5000)
MOST_TICKS: Final = 5
MOST_NAMES: Final = 9
CELL: Final = 12
SHORT_MONTHS: Final = (
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
)  # fmt: skip
STRIP_HEIGHT: Final = 26
HALF_YEAR: Final = 27
"""Weeks of a line on a phone: two of them hold a whole year."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on an axis and what is written there."""

    at: float
    says: str


@dataclass(frozen=True, slots=True)
class Curve:
    """The net of one option, month by month; `letter` names it where the curve ends."""

    name: str
    letter: str
    position: int
    points: str
    dots: tuple[tuple[float, float], ...]
    end: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Chart:
    """Curves with their two axes, in the units of the drawing."""

    curves: tuple[Curve, ...]
    amounts: tuple[Mark, ...]
    months: tuple[Mark, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT


@dataclass(frozen=True, slots=True)
class Square:
    """One week of a strip."""

    x: int
    where: Where
    exams: bool


@dataclass(frozen=True, slots=True)
class Half:
    """Half a year of squares, their places counted from its own left edge."""

    squares: tuple[Square, ...]
    width: int = HALF_YEAR * CELL
    height: int = STRIP_HEIGHT


@dataclass(frozen=True, slots=True)
class Strip:
    """The weeks of an option by half-years, set side by side where there is room, and the same in words."""

    halves: tuple[Half, ...]
    says: str


def chart_of(monies: Sequence[Money]) -> Chart | None:
    """Draw the net of each month, one curve for each option whose months are known.

    Args:
        monies: the options, in their order.

    Returns:
        The chart; None when no option has a net above zero.
    """
    known = [(at, money) for at, money in enumerate(monies) if money.is_known]
    every = sorted({month.month for _, money in known for month in money.months})
    top = max((month.net.amount for _, money in known for month in money.months), default=Decimal(0))
    if not top:
        return None
    step = next((each for each in STEPS if top / each <= MOST_TICKS), STEPS[-1])
    ticks = ceil(top / step)
    place = _Place(every, float(step * ticks))
    return Chart(
        tuple(_curve(at, money, place) for at, money in known),
        tuple(Mark(place.y(step * each), number(step * each)) for each in range(ticks + 1)),
        tuple(Mark(place.x(month), _short(month)) for month in every[:: _every(len(every))]),
    )


@dataclass(frozen=True, slots=True)
class _Place:
    months: list[date]
    most: float

    def x(self, month: date) -> float:
        whole = max(len(self.months) - 1, 1)
        return round(LEFT + self.months.index(month) * (WIDTH - LEFT - RIGHT) / whole, 1)

    def y(self, amount: Decimal | int) -> float:
        return round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - float(amount) / self.most), 1)


def _curve(position: int, money: Money, place: _Place) -> Curve:
    dots = tuple((place.x(month.month), place.y(month.net.amount)) for month in money.months)
    points = " ".join(f"{x},{y}" for x, y in dots)
    return Curve(money.option.name, letter(position), position % 4, points, dots, dots[-1])


def letter(position: int) -> str:
    """Return the letter that names an option in drawings: A for the first."""
    return chr(ord("A") + position % 26)


def _every(count: int) -> int:
    return -(-count // MOST_NAMES)


def _short(month: date) -> str:
    return f"{SHORT_MONTHS[month.month - 1]} {month.year % 100:02}"


def strips_of(options: Sequence[Sequence[Week]]) -> tuple[Strip, ...]:
    """Draw the weeks of every option on one calendar, and say them in words.

    Args:
        options: the weeks of each option, in order.

    Returns:
        One strip for each option; the same week stands at the same place in all of them.
    """
    mondays = [week.monday for weeks in options for week in weeks]
    if not mondays:
        return tuple(Strip((), "") for _ in options)
    first = min(mondays)
    count = (max(mondays) - first).days // 7 // HALF_YEAR + 1
    return tuple(
        Strip(tuple(_half(weeks, first, at) for at in range(count)), _in_words(weeks)) for weeks in options
    )


def _half(weeks: Sequence[Week], first: date, at: int) -> Half:
    placed = [((week.monday - first).days // 7 - at * HALF_YEAR, week) for week in weeks]
    return Half(
        tuple(
            Square(place * CELL, week.where, bool(week.exams))
            for place, week in placed
            if 0 <= place < HALF_YEAR
        )
    )


def _in_words(weeks: Sequence[Week]) -> str:
    count = {
        where: sum(week.where == where for week in weeks) for where in ("company", "school", "both", "off")
    }
    named = {
        "company": "en entreprise",
        "school": "à l’école",
        "both": "partagées entre les deux",
        "off": "sans rien de prévu",
    }
    parts = [f"{count[where]} {says}" for where, says in named.items() if count[where]]
    exams = sum(bool(week.exams) for week in weeks)
    if exams:
        parts.append(f"{exams} avec des examens")
    return f"{len(weeks)} semaines : {', '.join(parts)}."
