"""Figures computed from figures: each prints its formula and the entries it comes from, as a range."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from tremplin.evidence.figures import Figure
from tremplin.evidence.quantities import unit_named
from tremplin.evidence.wording import amount, number

SIGNIFICANT: Final = 2
DAYS_IN_WEEK: Final = 5
MONTHS_IN_YEAR: Final = 12
QUARTERS_IN_YEAR: Final = 4
MINUTES_IN_HOUR: Final = 60


class NotATime(ValueError):
    """The figure says no time saved; the message is a French sentence."""


@dataclass(frozen=True, slots=True)
class Range:
    """A named assumption, between two bounds that the student states."""

    low: Decimal
    high: Decimal
    unit: str = ""

    def __str__(self) -> str:
        """Write both bounds, or one when they are the same."""
        return _between(self.low, self.high, self.unit)


@dataclass(frozen=True, slots=True)
class Derived:
    """A range, how it was computed, and what from: figures, and derived figures on the way."""

    low: Decimal
    high: Decimal
    unit: str
    formula: str
    sources: tuple[Figure, ...]
    parts: tuple["Derived", ...] = ()

    def __str__(self) -> str:
        """Write the range: « de 350 à 380 h »."""
        return _between(self.low, self.high, self.unit)

    @property
    def entries(self) -> tuple[int, ...]:
        """The journal entries it comes from, each once."""
        return tuple(dict.fromkeys(figure.entry for figure in self.sources))


def saved_hours(figure: Figure) -> Decimal:
    """Return the hours a figure says were saved each time, or each period.

    Args:
        figure: a passage from a time to a shorter one, or a time gained.

    Returns:
        Hours, not rounded.

    Raises:
        NotATime: it is no time, or nothing was saved.
    """
    unit = unit_named(figure.unit)
    saved = figure.value
    if figure.before is not None and figure.after is not None:
        saved = figure.before - figure.after
    if unit.dimension != "time" or saved is None or saved <= 0:
        raise NotATime("Ce chiffre ne dit pas un temps gagné : il faut une durée avant et une durée après.")
    return saved * Decimal(unit.factor.numerator) / unit.factor.denominator / MINUTES_IN_HOUR


def occurrences(figure: Figure, *, weeks: Range) -> Range | None:
    """Return how often a figure's period comes back in a year.

    Args:
        figure: the figure.
        weeks: weeks worked in a year, as the student states them.

    Returns:
        Bounds; None when the figure says no period, and the student must state a frequency.
    """
    each = {
        "semaine": (weeks.low, weeks.high, "semaines"),
        "jour": (weeks.low * DAYS_IN_WEEK, weeks.high * DAYS_IN_WEEK, "jours"),
        "mois": (Decimal(MONTHS_IN_YEAR), Decimal(MONTHS_IN_YEAR), "mois"),
        "trimestre": (Decimal(QUARTERS_IN_YEAR), Decimal(QUARTERS_IN_YEAR), "trimestres"),
        "an": (Decimal(1), Decimal(1), "an"),
    }.get(figure.period)
    return Range(*each) if each else None


def yearly_hours(figure: Figure, *, times: Range) -> Derived:
    """Return the hours saved in a year.

    Args:
        figure: a time saved.
        times: how often a year; what `occurrences` gives, or what the student states.

    Returns:
        A range rounded outwards to two significant digits, with its formula.

    Raises:
        NotATime: the figure says no time saved.
    """
    saved = saved_hours(figure)
    formula = f"{amount(saved, 'h')} × {times}"
    return Derived(_down(saved * times.low), _up(saved * times.high), "h", formula, (figure,))


def yearly_value(hours: Derived, *, cost: Range) -> Derived:
    """Return what hours are worth at a cost per hour.

    Args:
        hours: hours in a year.
        cost: euros per hour, as the student states and may change.

    Returns:
        Euros, a range rounded outwards, with the whole formula.
    """
    per_hour = _between(cost.low, cost.high, "€")
    formula = f"{hours.formula} × {per_hour} par heure"
    return Derived(
        _down(hours.low * cost.low), _up(hours.high * cost.high), "€", formula, hours.sources, (hours,)
    )


def total(parts: Sequence[Derived]) -> Derived:
    """Return the sum of derived figures of one unit.

    Args:
        parts: at least one, all of the same unit.

    Returns:
        Their sum, with the formula of each between brackets.

    Raises:
        ValueError: there is none, or their units differ.
    """
    units = {part.unit for part in parts}
    if len(units) != 1:
        raise ValueError("only derived figures of one unit can be added")
    formula = " + ".join(f"({part.formula})" for part in parts)
    low, high = sum(part.low for part in parts), sum(part.high for part in parts)
    sources = tuple(dict.fromkeys(figure for part in parts for figure in part.sources))
    return Derived(Decimal(low), Decimal(high), units.pop(), formula, sources, tuple(parts))


def change_percent(figure: Figure) -> Derived:
    """Return by how much a passage from before to after changed something.

    Args:
        figure: a passage whose start is not zero.

    Returns:
        A percent rounded to the unit, negative for a fall, with its formula.

    Raises:
        ValueError: the figure is no passage, or starts from zero.
    """
    if figure.before is None or figure.after is None or not figure.before:
        raise ValueError("a change needs a start that is not zero")
    share = round((figure.after - figure.before) / figure.before * 100)
    before, after = number(figure.before), number(figure.after)
    formula = f"({after} − {before}) ÷ {before}"
    return Derived(Decimal(share), Decimal(share), "%", formula, (figure,))


def _between(low: Decimal, high: Decimal, unit: str) -> str:
    if low == high:
        return amount(low, unit)
    return f"{number(low)} à {amount(high, unit)}"


def _down(value: Decimal) -> Decimal:
    return _significant(value, ROUND_FLOOR)


def _up(value: Decimal) -> Decimal:
    return _significant(value, ROUND_CEILING)


def _significant(value: Decimal, rounding: str) -> Decimal:
    if not value:
        return value
    step = Decimal(1).scaleb(value.adjusted() - SIGNIFICANT + 1)
    return Decimal(f"{(value / step).to_integral_value(rounding) * step:f}")
