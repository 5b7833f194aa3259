"""What the signals of a target say of each hypothesis, and when it holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tremplin.evidence.proposals import proposals
from tremplin.law.words import NBSP, in_letters, letters

ENOUGH_SOURCES: Final = 2
OUT_OF: Final = re.compile(r"\s+(?:sur|parmi)\s+")
DIGITS: Final = re.compile(r"\d[\d\s,.]*")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence; a figure is highlighted."""

    text: str
    is_figure: bool = False


@dataclass(frozen=True, slots=True)
class Weight:
    """What a hypothesis rests on.

    Attributes:
        sources: distinct sources among the signals that count for it.
    """

    in_favour: int = 0
    against: int = 0
    sources: int = 0

    @property
    def is_enough(self) -> bool:
        """Whether two dated sources speak for it."""
        return self.sources >= ENOUGH_SOURCES

    @property
    def said(self) -> str:
        """The count in words: « Deux signaux pour, un contre »."""
        if not self.in_favour + self.against:
            return "Aucun signal pour l’instant"
        favour = (
            in_letters(self.in_favour, "signal", "signaux", is_masculine=True)
            if self.in_favour
            else "Aucun signal"
        )
        other = letters(self.against, is_masculine=True) if self.against else "aucun"
        return f"{favour[:1].upper()}{favour[1:]} pour, {other} contre"


def verdict(standing: str, weight: Weight) -> tuple[str, str]:
    """Return how sure a hypothesis is, as a level of severity and its words.

    Args:
        standing: « open », « kept » or « dropped », as the student judged.
        weight: what it rests on.

    Returns:
        The level and the words; one kept with fewer than two dated sources is still to be verified.
    """
    if standing == "dropped":
        return "off", "Écartée"
    if standing != "kept":
        return "ask", "En concurrence"
    if weight.is_enough:
        return "ok", f"Tient sur {in_letters(weight.sources, 'source')}"
    missing = "une seule source" if weight.sources else "aucune source"
    return "warn", f"À vérifier{NBSP}: {missing}"


def highlighted(text: str) -> tuple[Part, ...]:
    """Cut a sentence around its figures.

    Args:
        text: what the student read or saw.

    Returns:
        Pieces in order; joined, they are the text.
    """
    found: list[Part] = []
    at = 0
    for start, end in _spans(text):
        found += [Part(text[at:start])] if start > at else []
        found.append(Part(text[start:end], is_figure=True))
        at = end
    return (*found, Part(text[at:])) if at < len(text) else tuple(found)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where figures stand; « 38 avis sur 140 » is one figure."""
    held: tuple[int, int] | None = None
    for one in proposals(text):
        if held and OUT_OF.fullmatch(text[held[1] : one.start]):
            number = DIGITS.match(text, one.start)
            held = held[0], one.start + len(number.group().rstrip()) if number else one.end
            continue
        if held:
            yield held
        held = one.start, one.end
    if held:
        yield held
