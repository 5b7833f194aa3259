"""What the time saved is worth in a year, beside what employing the student costs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from tremplin.evidence.derived import (
    Derived,
    NotATime,
    Range,
    occurrences,
    saved_hours,
    total,
    yearly_hours,
    yearly_value,
)
from tremplin.evidence.figures import Figure
from tremplin.evidence.wording import number
from tremplin.value.domain.results import Proven, Result

NBSP: Final = "\u00a0"
MONTHS: Final = 12
WHOLE: Final = 100


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What the student states, as ranges; None while not stated."""

    weeks: Range
    cost: Range | None = None
    employing: Range | None = None


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often a saving comes back in a year, as stated; `counted` is False to leave it out."""

    times: Range | None = None
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Saving:
    """A time saved: its hours and euros in a year, or what is missing to compute them."""

    entry: int
    impact: int
    figure: Figure
    counted: bool
    hours: Derived | None = None
    value: Derived | None = None
    missing: str = ""

    @property
    def formula(self) -> str:
        """How far it could be computed."""
        computed = self.value or self.hours
        return computed.formula if computed else ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Yearly value against the cost of employing: percents covered, months to break even."""

    value: Derived
    employing: Range
    covered: str
    covered_formula: str
    months: str
    months_formula: str


def savings(
    results: Iterable[Result], assumptions: Assumptions, frequencies: dict[int, Frequency]
) -> tuple[Saving, ...]:
    """Return every time saved that results hold.

    Args:
        results: with their confirmed figures.
        assumptions: weeks worked and cost of an hour.
        frequencies: by key of figure, for those the student stated.

    Returns:
        One saving a figure of time; by default only the first of an entry counts, so that nothing
        is counted twice.
    """
    found: list[Saving] = []
    for result in results:
        first = True
        for proof in result.proofs:
            if _is_time_saved(proof.figure):
                stated = frequencies.get(proof.impact, Frequency(counted=first))
                found.append(_saving(result.entry, proof, assumptions, stated))
                first = False
    return tuple(found)


def _is_time_saved(figure: Figure) -> bool:
    if figure.kind in {"quantity", "deadline"}:
        return False
    try:
        return saved_hours(figure) > 0
    except NotATime:
        return False


def _saving(entry: int, proof: Proven, assumptions: Assumptions, stated: Frequency) -> Saving:
    figure = proof.figure
    times = stated.times or occurrences(figure, weeks=assumptions.weeks)
    if times is None:
        missing = "Combien de fois par an\u00a0?"
        return Saving(entry, proof.impact, figure, stated.counted, missing=missing)
    hours = yearly_hours(figure, times=times)
    value = yearly_value(hours, cost=assumptions.cost) if assumptions.cost else None
    missing = "" if value else "Il manque le coût d’une heure."
    return Saving(entry, proof.impact, figure, stated.counted, hours, value, missing)


def total_hours(found: Sequence[Saving]) -> Derived | None:
    """Return the hours saved in a year by everything counted; None without any."""
    parts = [one.hours for one in found if one.counted and one.hours]
    return total(parts) if len(parts) > 1 else next(iter(parts), None)


def total_value(found: Sequence[Saving]) -> Derived | None:
    """Return the euros saved in a year by everything counted; None without any."""
    parts = [one.value for one in found if one.counted and one.value]
    return total(parts) if len(parts) > 1 else next(iter(parts), None)


def sums(found: Sequence[Saving]) -> tuple[Derived, ...]:
    """Return every derived figure that a deck may quote, each with its formula."""
    parts = [part for one in found if one.counted for part in (one.hours, one.value) if part]
    whole = [one for one in (total_hours(found), total_value(found)) if one]
    return tuple(dict.fromkeys([*parts, *whole]))


def compared(value: Derived | None, employing: Range | None) -> Comparison | None:
    """Set a yearly value against a yearly cost.

    Args:
        value: euros in a year; None when it cannot be computed yet.
        employing: what employing the student costs in a year, as stated.

    Returns:
        Percents covered and months to break even, each with its formula; None without both.
    """
    if value is None or employing is None or value.low <= 0 or employing.low <= 0:
        return None
    low, high = value.bounds.low, value.bounds.high
    covered = (_nearest(low / employing.high * WHOLE), _nearest(high / employing.low * WHOLE))
    months = (_nearest(employing.low / high * MONTHS), _nearest(employing.high / low * MONTHS))
    return Comparison(
        value,
        employing,
        covered=f"{_between(*covered)}{NBSP}%",
        covered_formula=f"{value} ÷ {employing}",
        months=f"{_between(*months)}{NBSP}mois",
        months_formula=f"{employing} ÷ {value} × {MONTHS}{NBSP}mois",
    )


def _nearest(value: Decimal) -> Decimal:
    return value.to_integral_value(ROUND_HALF_UP)


def _between(low: Decimal, high: Decimal) -> str:
    return number(low) if low == high else f"{number(low)} à {number(high)}"
