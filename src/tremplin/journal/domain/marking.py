"""A text cut where its figures stand, so that a page can highlight them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text; `figure` is the key of the figure it writes, None for plain words."""

    text: str
    figure: int | None = None


def parts(text: str, figures: Iterable[tuple[int, str]]) -> tuple[Part, ...]:
    """Cut a text around the words of its figures.

    Args:
        text: what the student wrote.
        figures: key and words of each figure; words that the text does not hold are left out.

    Returns:
        Pieces in order; joined, they are the text.
    """
    spans = sorted(_spans(text, figures))
    found: list[Part] = []
    at = 0
    for start, end, key in spans:
        if start < at:
            continue
        found += [Part(text[at:start])] if start > at else []
        found.append(Part(text[start:end], key))
        at = end
    return (*found, Part(text[at:])) if at < len(text) else tuple(found)


def _spans(text: str, figures: Iterable[tuple[int, str]]) -> Iterable[tuple[int, int, int]]:
    for key, words in figures:
        start = text.find(words) if words else -1
        if start >= 0:
            yield start, start + len(words), key
