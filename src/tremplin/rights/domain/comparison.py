"""Two versions of one agreement: what was corrected, what appeared, which facts changed."""

from collections import Counter
from dataclasses import dataclass

from tremplin.law.words import counted
from tremplin.rights.agreement.values import FACT_LABELS, Audit, Facts, Finding, Level, counted_points
from tremplin.rights.domain.typed_facts import shown

BY_DURATION = ("missing_mention:8", "missing_leave_clause")
"""How the ids of findings begin that are only asked of an internship long enough."""


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A fact that the two versions state differently; empty where one is silent."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two audits.

    Attributes:
        corrected: points of the older version that the newer one puts right.
        moot: points that went away only because the text they spoke of did.
        remaining: points of both.
        appeared: points of the newer one alone.
        facts: facts stated differently.
        is_complete: the newer version was read in full.
    """

    corrected: tuple[Finding, ...]
    moot: tuple[Finding, ...]
    remaining: tuple[Finding, ...]
    appeared: tuple[Finding, ...]
    facts: tuple[ChangedFact, ...]
    is_complete: bool

    @property
    def is_progress(self) -> bool:
        """Points were corrected and none came."""
        return bool(self.corrected) and not self.appeared

    @property
    def title(self) -> str:
        """State the result in one sentence, without full stop."""
        if self.corrected and self.appeared:
            return f"La nouvelle version\u00a0: {self._tally}"
        if self.appeared:
            return "La nouvelle version ajoute des points à revoir"
        if not self.corrected:
            return "La nouvelle version ne corrige aucun point" if self._is_left else "Aucun point ne change"
        if self._is_left:
            return "La nouvelle version corrige une partie des points"
        return "La nouvelle version corrige tous les points relevés"

    def sentence(self, *, number: int, is_signed: bool) -> str:
        """Say in one sentence what the newer version does to the points of the older one."""
        newer = f"La version {number}, signée," if is_signed else f"La version {number}"
        if self.appeared:
            return f"{newer.removesuffix(',')}\u00a0: {self._tally}."
        if not self.corrected:
            return f"{newer} ne corrige aucun point de la précédente."
        everything = not self._is_left and len(self.corrected) > 1
        which = "tous les points" if everything else counted_points(len(self.corrected))
        return f"{newer} corrige {which} de la précédente."

    @property
    def _is_left(self) -> bool:
        return bool(self.remaining or self.moot)

    @property
    def _tally(self) -> str:
        """Count what was settled and what is new: « 2 points réglés, 1 nouveau »."""
        settled, new = len(self.corrected), len(self.appeared)
        if not settled:
            return f"aucun point réglé, {new} {'nouveaux' if new > 1 else 'nouveau'}"
        settled_words = f"{counted(settled, 'point')} {'réglés' if settled > 1 else 'réglé'}"
        return f"{settled_words}, {new} {'nouveaux' if new > 1 else 'nouveau'}"


def compare(before: Audit, after: Audit) -> Comparison:
    """Compare two audits point by point.

    Args:
        before: the older version.
        after: the newer one.

    Returns:
        Points to correct, to clarify or to check; a point that only changed level remains.
        Nothing counts as corrected on the faith of pages that could not be read, nor because
        the text it spoke of was taken out.
    """
    old, new = _called_for(before), _called_for(after)
    known = Counter(finding.id for finding in old)
    gone = _surplus(old, Counter(finding.id for finding in new)) if not after.unreadable else ()
    moot = tuple(finding for finding in gone if _lost_its_text(finding, before.facts, after.facts))
    return Comparison(
        corrected=tuple(finding for finding in gone if finding not in moot),
        moot=moot,
        remaining=tuple(finding for finding in new if known[finding.id]),
        appeared=_surplus(new, known),
        facts=changed_facts(before.facts, after.facts),
        is_complete=not after.unreadable,
    )


def changed_facts(before: Facts, after: Facts) -> tuple[ChangedFact, ...]:
    """Return the facts whose value differs, in reading order."""
    pairs = ((name, shown(name, before.value(name)), shown(name, after.value(name))) for name in FACT_LABELS)
    return tuple(ChangedFact(FACT_LABELS[name], old, new) for name, old, new in pairs if old != new)


def _called_for(audit: Audit) -> tuple[Finding, ...]:
    return tuple(finding for finding in audit.findings if finding.level is not Level.COMPLIANT)


def _lost_its_text(finding: Finding, before: Facts, after: Facts) -> bool:
    """Tell whether a fact that a point quotes, or counts with, is no longer stated."""
    if finding.id.startswith(BY_DURATION):
        return _tells_duration(before) and not _tells_duration(after)
    quoted = {fact.name for fact in before if fact.quote and fact.quote == finding.quote}
    return any(name not in after for name in quoted)


def _tells_duration(facts: Facts) -> bool:
    return "total_hours" in facts or all(name in facts for name in ("weekly_hours", "start_date", "end_date"))


def _surplus(findings: tuple[Finding, ...], there: Counter[str]) -> tuple[Finding, ...]:
    """Return the findings that have no counterpart, each id counted."""
    left, alone = Counter(there), []
    for finding in findings:
        if left[finding.id]:
            left[finding.id] -= 1
        else:
            alone.append(finding)
    return tuple(alone)
