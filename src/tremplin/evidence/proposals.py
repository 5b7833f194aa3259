"""Figures found in a sentence, proposed to the student: nothing is kept until they say so."""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from tremplin.evidence.figures import Kind
from tremplin.evidence.quantities import Quantity
from tremplin.evidence.sentence import Found, Sentence, read_sentence

Confidence = Literal["high", "medium", "low"]
BEYOND: Final = 10**12


@dataclass(frozen=True, slots=True)
class Proposal:
    """A typed figure a sentence may hold, and the words it comes from.

    `quantity` is negative for a fall, a saving in percent or a delay; None for a passage from `before` to
    `after`. `confidence` says how plainly the sentence says it.
    """

    start: int
    end: int
    words: str
    kind: Kind
    quantity: Decimal | None = None
    unit: str = ""
    before: Decimal | None = None
    after: Decimal | None = None
    period: str = ""
    subject: str = ""
    against: str = ""
    confidence: Confidence = "medium"


def proposals(text: str) -> tuple[Proposal, ...]:
    """Return the figures a text may hold, typed, in the order they are written.

    Dates, years, article, page and phone numbers, versions and names are left out.

    Args:
        text: what the student wrote, in French.

    Returns:
        Proposals, none overlapping another.
    """
    sentence = read_sentence(text)
    found = [_as_proposal(one, sentence) for one in sentence.found() if _is_sensible(one)]
    return tuple(sorted(found, key=lambda one: one.start))


def _is_sensible(found: Found) -> bool:
    """Leave out what no student can have done: a trillion of anything is a serial number."""
    return all(one is None or one.value < BEYOND for one in (found.quantity, found.before))


def _as_proposal(found: Found, sentence: Sentence) -> Proposal:
    start, end = found.span
    end -= sentence.text[start:end].endswith(".")  # the full stop belongs to the sentence
    proposal = Proposal(
        start, end, sentence.text[start:end], found.kind, subject=found.subject, against=found.against
    )
    if found.before is not None:
        return _passage(proposal, found.before, found.quantity)
    quantity = found.quantity
    return replace(
        proposal,
        quantity=_decimal(quantity.value * found.sign),
        unit=found.unit or _unit_shown(quantity),
        period=quantity.period,
        confidence=_confidence(found),
    )


def _passage(proposal: Proposal, before: Quantity, after: Quantity) -> Proposal:
    """Write both ends in one unit: the finer of the two."""
    finer = min(before.unit, after.unit, key=lambda unit: unit.factor)
    ends = [_decimal(one.value * one.unit.factor / finer.factor) for one in (before, after)]
    return replace(
        proposal,
        before=ends[0],
        after=ends[1],
        unit=finer.shown,
        period=after.period or before.period,
        confidence="high" if finer.shown else "low",
    )


def _unit_shown(quantity: Quantity) -> str:
    unit = quantity.unit
    if unit.dimension == "ratio":
        return "%"
    return unit.singular if unit.singular and abs(quantity.value) < 2 else unit.shown


def _confidence(found: Found) -> Confidence:
    if found.is_range or found.quantity.number.approximate or not (found.unit or found.quantity.unit.shown):
        return "low"
    return "medium" if found.kind == "quantity" else "high"


def _decimal(value: Fraction) -> Decimal:
    """Return a value with at most four decimals, exact whenever that is enough."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return Decimal(f"{round(exact, 4).normalize():f}")
