"""Two versions of one agreement: what was corrected, what appeared, which facts changed."""

from collections import Counter
from dataclasses import dataclass

from tremplin.rights.agreement.values import FACT_LABELS, Audit, Facts, Finding, Level, counted_points
from tremplin.rights.domain.typed_facts import shown


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A fact that the two versions state differently; empty where one is silent."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two audits."""

    corrected: tuple[Finding, ...]
    remaining: tuple[Finding, ...]
    appeared: tuple[Finding, ...]
    facts: tuple[ChangedFact, ...]
    is_complete: bool

    @property
    def title(self) -> str:
        """State the result in one sentence, without full stop."""
        if self.appeared and not self.corrected:
            return "La nouvelle version ajoute des points à revoir"
        if not self.corrected:
            return "La nouvelle version ne corrige aucun point" if self.remaining else "Aucun point ne change"
        if self.remaining or self.appeared:
            return "La nouvelle version corrige une partie des points"
        return "La nouvelle version corrige tous les points relevés"

    def sentence(self, *, number: int, is_signed: bool) -> str:
        """Say in one sentence what the newer version does to the points of the older one."""
        newer = f"La version {number}, signée," if is_signed else f"La version {number}"
        if not self.corrected:
            return f"{newer} ne corrige aucun point de la précédente."
        everything = not self.remaining and len(self.corrected) > 1
        which = "tous les points" if everything else counted_points(len(self.corrected))
        return f"{newer} corrige {which} de la précédente."


def compare(before: Audit, after: Audit) -> Comparison:
    """Compare two audits point by point.

    Args:
        before: the older version.
        after: the newer one.

    Returns:
        Points to correct, to clarify or to check; a point that only changed level remains.
        Nothing counts as corrected on the faith of pages that could not be read.
    """
    old, new = _called_for(before), _called_for(after)
    left = Counter(finding.id for finding in new)
    known = Counter(finding.id for finding in old)
    corrected = _surplus(old, left) if not after.unreadable else ()
    return Comparison(
        corrected=corrected,
        remaining=tuple(finding for finding in new if known[finding.id]),
        appeared=_surplus(new, known),
        facts=changed_facts(before.facts, after.facts),
        is_complete=not after.unreadable,
    )


def changed_facts(before: Facts, after: Facts) -> tuple[ChangedFact, ...]:
    """Return the facts whose value differs, in reading order."""
    pairs = ((name, before.value(name), after.value(name)) for name in FACT_LABELS)
    return tuple(
        ChangedFact(FACT_LABELS[name], shown(name, old), shown(name, new))
        for name, old, new in pairs
        if old != new
    )


def _called_for(audit: Audit) -> tuple[Finding, ...]:
    return tuple(finding for finding in audit.findings if finding.level is not Level.COMPLIANT)


def _surplus(findings: tuple[Finding, ...], there: Counter[str]) -> tuple[Finding, ...]:
    """Return the findings that have no counterpart, each id counted."""
    left, alone = Counter(there), []
    for finding in findings:
        if left[finding.id]:
            left[finding.id] -= 1
        else:
            alone.append(finding)
    return tuple(alone)
