"""Where the internship stands, which decides what can still be asked about its agreement."""

from datetime import date
from enum import Enum

from tremplin.rights.agreement.values import Facts, Finding

OWED_AFTER = ("gratification_below_minimum", "gratification_missing", "missing_mention:15")
"""How the ids of findings begin that speak of what the host still owes once the internship ended."""


class Moment(Enum):
    """How an agreement can still be put right."""

    DRAFT = "draft"
    """Nobody is bound yet: it is corrected before it is signed."""
    BINDING = "binding"
    """Signed, or the internship began: an amendment (*avenant*) is needed."""
    OVER = "over"
    """The internship ended: only what is still owed can be asked for."""


def is_owed_after(finding: Finding) -> bool:
    """Tell whether a point can still be asked for once the internship ended: pay, certificate."""
    return finding.id.startswith(OWED_AFTER)


def moment_of(facts: Facts, *, is_signed: bool, on: date) -> Moment:
    """Tell where an internship stands.

    Args:
        facts: give the first and last days.
        is_signed: this version is declared signed.
        on: today.

    Returns:
        The moment; without dates, a version that is not signed is a draft.
    """
    first, last = facts.value("start_date"), facts.value("end_date")
    if last is not None and last < on:
        return Moment.OVER
    if is_signed or (first is not None and first <= on):
        return Moment.BINDING
    return Moment.DRAFT
