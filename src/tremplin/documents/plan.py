"""A plan is the student's own promise; a number said of the company is not, wherever it stands in it."""

import re
from collections.abc import Iterable
from typing import Final

from tremplin.evidence.guard import Evidence, Unsupported, unsupported_numbers
from tremplin.evidence.quantities import COUNT, Quantity
from tremplin.evidence.seen import as_seen
from tremplin.evidence.sentence import read_sentence

MOST_PLANNED: Final = 12
"""A mission counts its own pilots, axes and sources by the handful; beyond, it counts the company."""
TIME: Final = frozenset({"time", "days", "months"})
THEIRS: Final = re.compile(r"\b(?:vos|votre)\s(?:[^\W\d_]+\s)?$", re.IGNORECASE)
SHARED: Final = re.compile(r"\s(?:[^\W\d_][\w’'-]*\s){0,3}sur\s", re.IGNORECASE)


def facts_said(
    text: str, given: Iterable[Evidence], *, aims: bool = False, counts: bool = False
) -> tuple[Unsupported, ...]:
    """Return the numbers of a plan that state a fact of the company and that nothing gives.

    Args:
        text: a mission, what it needs, what it asks.
        given: signals, figures and deliverables, whose numbers are allowed.
        aims: whether shares and sums are what the student aims at, as indicators are.
        counts: whether any count is the student's own, as a course and its year are.

    Returns:
        What to refuse, in order: neither a length of time nor a handful of what the mission handles.
    """
    seen = as_seen(text)
    read = read_sentence(seen).quantities
    own = {
        seen[one.start : one.end]
        for one in read
        if _is_own(one, seen, aims=aims, counts=counts) and not _is_share(one, read, seen)
    }
    return tuple(one for one in unsupported_numbers(text, given) if as_seen(one.words) not in own)


def _is_own(one: Quantity, seen: str, *, aims: bool, counts: bool) -> bool:
    dimension = one.unit.dimension
    if dimension in TIME or (dimension == "times" and one.period):
        return True
    if THEIRS.search(seen[: one.start]):
        return False
    if aims:
        return True
    is_count = dimension == COUNT and one.number.written != "vague"
    return is_count and (counts or one.value <= MOST_PLANNED)


def _is_share(one: Quantity, read: tuple[Quantity, ...], seen: str) -> bool:
    """« Neuf clients sur dix » says something of them, however small its numbers."""
    at = read.index(one)
    pairs = [(read[place], read[place + 1]) for place in (at - 1, at) if 0 <= place < len(read) - 1]
    return any(SHARED.fullmatch(seen, first.end, second.start) for first, second in pairs)
