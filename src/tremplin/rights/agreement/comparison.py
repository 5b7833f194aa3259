"""What changed between two versions of one agreement."""

from dataclasses import dataclass
from typing import Literal

from tremplin.rights.agreement.text import fold
from tremplin.rights.agreement.values import FACT_LABELS, Audit, Fact, Finding, Level

Kind = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact that differs; `before` or `after` is None when a version does not state it."""

    name: str
    label: str
    kind: Kind
    before: Fact | None
    after: Fact | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two audits side by side.

    Attributes:
        facts: facts that differ, in reading order.
        solved: findings of the first version that the second no longer has.
        remaining: findings of both, as the second states them.
        new: findings of the second version only.
    """

    facts: tuple[FactChange, ...]
    solved: tuple[Finding, ...]
    remaining: tuple[Finding, ...]
    new: tuple[Finding, ...]


def compare(before: Audit, after: Audit) -> Comparison:
    """Return what changed from one version of an agreement to the next.

    Args:
        before: audit of the first version.
        after: audit of the second.

    Returns:
        Facts that differ, then findings solved, remaining and new; compliant points are
        left out.
    """
    first, second = open_points(before), open_points(after)
    return Comparison(
        facts=tuple(
            change for name in FACT_LABELS if (change := fact_change(name, before, after)) is not None
        ),
        solved=tuple(finding for key, finding in first.items() if key not in second),
        remaining=tuple(finding for key, finding in second.items() if key in first),
        new=tuple(finding for key, finding in second.items() if key not in first),
    )


def open_points(audit: Audit) -> dict[str, Finding]:
    """Return the findings that are not compliant, by id."""
    return {finding.id: finding for finding in audit.findings if finding.level is not Level.COMPLIANT}


def fact_change(name: str, before: Audit, after: Audit) -> FactChange | None:
    """Return how one fact changed, None when it says the same."""
    old, new = before.facts.get(name), after.facts.get(name)
    if old is None and new is None:
        return None
    if old is not None and new is not None:
        if same(old, new):
            return None
        return FactChange(name, FACT_LABELS[name], "changed", old, new)
    return FactChange(name, FACT_LABELS[name], "added" if old is None else "removed", old, new)


def same(old: Fact, new: Fact) -> bool:
    """Tell whether two facts say the same, capitals, accents and spaces apart."""
    if isinstance(old.value, str) and isinstance(new.value, str):
        return fold(old.value).split() == fold(new.value).split()
    if isinstance(old.value, tuple) and isinstance(new.value, tuple):
        return fold(" ".join(map(str, old.value))).split() == fold(" ".join(map(str, new.value))).split()
    return bool(old.value == new.value)
