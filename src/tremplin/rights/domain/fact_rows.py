"""The panel « Ce que nous avons lu » : each fact with its words, its page, its origin."""

from dataclasses import dataclass
from typing import Any

from tremplin.rights.agreement.values import FACT_LABELS, Facts
from tremplin.rights.domain.typed_facts import shown


@dataclass(frozen=True, slots=True)
class FactRow:
    """One line of the panel.

    Attributes:
        name, label: identifier and French label.
        value: typed, None when the agreement is silent.
        shown: the value in French; empty when silent.
        quote, page: where it was read.
        origin: « lu », « déduit » or « saisi par vous ».
        revision: how many times the student corrected it.
    """

    name: str
    label: str
    value: Any
    shown: str
    quote: str
    page: int | None
    origin: str
    revision: int

    @property
    def is_entered(self) -> bool:
        """The student's own value stands."""
        return self.origin == ORIGINS["entered"]


ORIGINS = {"read": "lu", "deduced": "déduit", "entered": "saisi par vous"}


def fact_rows(facts: Facts, *, corrected: dict[str, int], standing: frozenset[str]) -> tuple[FactRow, ...]:
    """Return one row per fact that can be known, in reading order.

    Args:
        facts: what the audit holds.
        corrected: number of corrections by name of fact.
        standing: facts whose value is the student's, silence included.

    Returns:
        Rows, those of silent facts included.
    """
    return tuple(_row(name, facts, corrected.get(name, 0), name in standing) for name in FACT_LABELS)


def _row(name: str, facts: Facts, revision: int, is_entered: bool) -> FactRow:
    fact = facts.get(name)
    value = None if fact is None else fact.value
    certainty = "entered" if is_entered else "read" if fact is None else fact.certainty
    return FactRow(
        name=name,
        label=FACT_LABELS[name],
        value=value,
        shown=shown(name, value),
        quote=fact.quote if fact else "",
        page=fact.page if fact else None,
        origin=ORIGINS[certainty],
        revision=revision,
    )
