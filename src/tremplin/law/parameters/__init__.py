"""Dated figures of the law: what a text sets, from which day, and up to when we know it.

Each figure of a TOML table beside this module has a label, a unit, `last_checked`, dated
`values` with their source, and, when it is published anew at regular dates,
`known_through`: the last day for which its value is published. After that day the last
value is returned marked as an estimate, unless the student entered the new one.
`confidence` says what keeps a value below verified; a row without `value` says, under
`unknown`, why none is known from that day on.
"""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from pkgutil import get_data
from typing import Any


class NoValueInForce(LookupError):
    """No value of this figure is known for that day; says which figure, which day and why."""

    def __init__(self, *, label: str, on: date, why: str = "") -> None:
        """Keep the figure's label and the day for the door that catches this."""
        self.label, self.on, self.why = label, on, why
        reason = f"\u00a0: {why}" if why else ""
        super().__init__(f"Aucune valeur connue pour «\u00a0{label}\u00a0» au {on:%d/%m/%Y}{reason}.")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in force on one day, with all that proves it."""

    table: str
    name: str
    label: str
    unit: str
    value: Any
    since: date
    source: str
    estimated: bool = False
    entered: bool = False
    known_through: date | None = None
    """Last day for which the value is published; None when it stands until a text changes it."""
    confidence: str = ""
    """What keeps the value below verified, in French; empty when it is verified."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The published figures, completed by those the student entered.

    Args:
        entered: {(table, name): ((from day, value), …)}; used only after `known_through`.
    """

    entered: dict[tuple[str, str], tuple[tuple[date, Decimal], ...]] = field(default_factory=dict)

    def get(self, table: str, name: str, *, on: date) -> Figure:
        """Return the figure in force on that day.

        Raises:
            NoValueInForce: the day is earlier than the first known value, or the
                series says that it had none.
            KeyError: no such figure.
        """
        figure = self.find(table, name, on=on)
        if figure is None:
            entry = load(table)[name]
            why = _row_in_force(entry, on).get("unknown", "")
            raise NoValueInForce(label=entry["label"], on=on, why=why)
        return figure

    def find(self, table: str, name: str, *, on: date) -> Figure | None:
        """Return the figure in force on that day, or None when no value is known.

        Raises:
            KeyError: no such figure.
        """
        published = _published(table, name, on)
        entry = load(table)[name]
        known_through: date | None = entry.get("known_through")
        if known_through is None or on <= known_through:
            return published
        typed = [(day, value) for day, value in self.entered.get((table, name), ()) if day <= on]
        if not typed:
            return published
        since, value = max(typed)
        return Figure(
            table,
            name,
            entry["label"],
            entry["unit"],
            value,
            since,
            "valeur que vous avez saisie",
            entered=True,
            known_through=known_through,
        )


@lru_cache(maxsize=8192)
def _published(table: str, name: str, on: date) -> Figure | None:
    """Return the published figure; a comparison asks for the same ones hundreds of times."""
    entry = load(table)[name]
    row = _row_in_force(entry, on)
    if "value" not in row:
        return None
    said = {**entry, **row}
    known_through: date | None = entry.get("known_through")
    return Figure(
        table,
        name,
        entry["label"],
        entry["unit"],
        row["value"],
        row["from"],
        said.get("source", ""),
        estimated=known_through is not None and on > known_through,
        known_through=known_through,
        confidence=said.get("confidence", ""),
    )


def _row_in_force(entry: dict[str, Any], on: date) -> dict[str, Any]:
    """Return the last row that has started, empty before the first."""
    return next((row for row in reversed(entry["values"]) if row["from"] <= on), {})


OFFICIAL = Figures()


@cache
def load(table: str) -> dict[str, Any]:
    """Read one table of figures; decimals stay exact."""
    text = get_data(__name__, f"{table}.toml") or b""
    return tomllib.loads(text.decode(), parse_float=Decimal)


def tables() -> tuple[str, ...]:
    """Return the names of all tables, sorted."""
    from importlib.resources import files  # a third of what importing a rule would cost

    found = (entry.name for entry in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in found if name.endswith(".toml")))
