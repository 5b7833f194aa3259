"""What asks for a place, an internship or a job, in a question, a message or its subject."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from tremplin.evidence.seen import as_seen
from tremplin.prospecting.domain.generic import plain_letters

DATA: Final = Path(__file__).with_name("asking.toml")


@dataclass(frozen=True, slots=True)
class Request:
    """Words that ask for a place: where they stand, why they close the door, and a question that opens it."""

    start: int
    end: int
    words: str
    reason: str
    instead: str


def requests_in(text: str) -> tuple[Request, ...]:
    """Return what asks for an internship, a job or a reading of one's CV.

    An invisible sign hides nothing; what speaks of the other's interns, past or field of work is left alone.

    Args:
        text: a question, a message or a subject, as typed.

    Returns:
        In order, without overlap; positions are those of the text given.
    """
    folded, places = _as_read(text)
    found = [
        Request(first, last, text[first:last], reason, instead)
        for pattern, reason, instead in _requests()
        for match in pattern.finditer(folded)
        for first, last in ((places[match.start()], places[match.end() - 1] + 1),)
    ]
    kept: list[Request] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def asked_for(text: str) -> Request | None:
    """Return the first words of a text that ask for a place; None when it asks about the other's work."""
    return next(iter(requests_in(text)), None)


def _as_read(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a text as a page shows it, in plain letters, and where each of them was typed."""
    letters = [(letter, at) for at, typed in enumerate(text) for letter in plain_letters(as_seen(typed))]
    return "".join(letter for letter, _ in letters), tuple(at for _, at in letters)


@cache
def _requests() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))["request"]
    return tuple((re.compile(one["pattern"]), one["reason"], one["instead"]) for one in rows)
