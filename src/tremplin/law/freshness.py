"""How old the figures are: when each was last checked, and through which day it is known."""

from dataclasses import dataclass
from datetime import date

from tremplin.law.parameters import load, tables


@dataclass(frozen=True, slots=True)
class Freshness:
    """One figure and its dates."""

    table: str
    name: str
    label: str
    last_checked: date
    known_through: date | None
    confidence: str


def freshness() -> tuple[Freshness, ...]:
    """List every figure, the longest unchecked first.

    Returns:
        Figures sorted by the day of their last check, then by the last day they are known for.

    Sources: the tables of figures.
    Limits: a figure that stands until a text changes it has no last day.
    """
    every = [
        Freshness(
            table,
            name,
            entry["label"],
            entry["last_checked"],
            entry.get("known_through"),
            entry.get("confidence", ""),
        )
        for table in tables()
        for name, entry in load(table).items()
    ]
    return tuple(sorted(every, key=_oldest_first))


def _oldest_first(figure: Freshness) -> tuple[date, date, str, str]:
    return (figure.last_checked, figure.known_through or date.max, figure.table, figure.name)
