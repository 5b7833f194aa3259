"""Figures computed from figures: each prints its formula and the entries it comes from, as a range."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from tremplin.evidence.figures import Figure
from tremplin.evidence.quantities import unit_named
from tremplin.evidence.wording import amount, number

SIGNIFICANT: Final = 4
SMALL: Final = 100
SIGNIFICANT_SMALL: Final = 3
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
    """A range as printed, how it was computed, and what from: figures, and derived figures on the way.

    `exact` holds the bounds before rounding, for what is computed further; None when they are the same.
    """

    low: Decimal
    high: Decimal
    unit: str
    formula: str
    sources: tuple[Figure, ...]
    parts: tuple["Derived", ...] = ()
    exact: Range | None = None

    @property
    def bounds(self) -> Range:
        """The bounds before rounding."""
        return self.exact or Range(self.low, self.high, self.unit)

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
        A range with its formula; its printed bounds never leave the exact ones, and stay within 1 % of them.

    Raises:
        NotATime: the figure says no time saved.
    """
    saved = saved_hours(figure)
    formula = f"{amount(saved, 'h')} × {times}"
    return _derived(Range(saved * times.low, saved * times.high, "h"), formula, (figure,))


def yearly_value(hours: Derived, *, cost: Range) -> Derived:
    """Return what hours are worth at a cost per hour.

    Args:
        hours: hours in a year.
        cost: euros per hour, as the student states and may change.

    Returns:
        Euros, a range rounded once from the exact hours, with the whole formula.
    """
    per_hour = _between(cost.low, cost.high, "€")
    formula = f"{hours.formula} × {per_hour} par heure"
    exact = Range(hours.bounds.low * cost.low, hours.bounds.high * cost.high, "€")
    return _derived(exact, formula, hours.sources, (hours,))


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
    low, high = (Decimal(sum(bounds)) for bounds in zip(*map(_ends, parts), strict=True))
    sources = tuple(dict.fromkeys(figure for part in parts for figure in part.sources))
    return _derived(Range(low, high, units.pop()), formula, sources, tuple(parts))


def _ends(part: Derived) -> tuple[Decimal, Decimal]:
    return part.bounds.low, part.bounds.high


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
        return _written(amount(low, unit), low, unit)
    return f"{_written(number(low), low, unit)} à {_written(amount(high, unit), high, unit)}"


def _written(says: str, value: Decimal, unit: str) -> str:
    """Write cents with two digits: « 32,50 € »."""
    is_short = unit == "€" and value != value.to_integral_value() and value * 10 == int(value * 10)
    return says.replace(number(value), f"{number(value)}0") if is_short else says


def _derived(
    exact: Range, formula: str, sources: tuple[Figure, ...], parts: tuple[Derived, ...] = ()
) -> Derived:
    """Round the printed bounds inwards, once; bounds too near for that keep every digit."""
    low, high = _rounded(exact.low, ROUND_CEILING), _rounded(exact.high, ROUND_FLOOR)
    if low > high:
        low, high = (round(bound, SIGNIFICANT_SMALL - 1) for bound in (exact.low, exact.high))
    return Derived(low, high, exact.unit, formula, sources, parts, exact)


def _rounded(value: Decimal, rounding: str) -> Decimal:
    if not value:
        return value
    digits = SIGNIFICANT if value >= SMALL else SIGNIFICANT_SMALL
    step = Decimal(1).scaleb(value.adjusted() - digits + 1)
    if value >= SMALL:
        step = max(step, Decimal(1))
    return Decimal(f"{(value / step).to_integral_value(rounding) * step:f}")
