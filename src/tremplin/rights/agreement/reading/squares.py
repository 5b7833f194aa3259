"""Check-boxes of a scanned page: engines read letters, so little squares are looked for in the greys."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from tremplin.rights.agreement.reading.columns import Word
from tremplin.rights.agreement.reading.marks import CHECKED, EMPTY

_MISREAD = re.compile(r"^(?![A-Za-z]?\d?[.):,;]$)(?:[^\W_]|(?=.{0,2}[^\w\s])[^\s]{1,3})$")
"""What engines make of a box: one letter, or up to three signs not all letters; the greys decide."""
_GLUED = re.compile(r"^(?:[\[\](){}|&@©®]+|X(?=[a-zéèêà]{3}))")
"""What engines glue to a word when they swallow the box before it."""
_BRACKETED = re.compile(r"^[\[|{][^\]|}]+$")
_DOUBTED = 60.0
"""Confidence under which a short word may be a box too."""
_DARK = 0.72
"""Share of the paper's brightness under which a point is ink."""
_FEWEST = 2
"""Boxes a page must have for any to be believed."""
_INKED = 0.10
"""Share of ink inside a box from which it is checked."""


@dataclass(frozen=True, slots=True)
class Greys:
    """A page in greys, one byte a point, row after row."""

    data: bytes
    width: int
    height: int

    def ink(self, left: float, right: float, top: float, bottom: float) -> list[list[bool]]:
        """Return which points of a region are ink, row after row."""
        a, b = max(0, int(left)), min(self.width, int(right))
        rows = [
            self.data[y * self.width + a : y * self.width + b]
            for y in range(max(0, int(top)), min(self.height, int(bottom)))
        ]
        paper = max((max(row) for row in rows if row), default=255)
        return [[point < _DARK * paper for point in row] for row in rows]


def with_boxes(lines: Sequence[Sequence[tuple[Word, float]]], greys: Greys) -> list[list[Word]]:
    """Return the words of a page with its check-boxes, found in the greys, as ☐ or ☒.

    Boxes of one form are all of one size: what has another size is taken for letters, and a
    lone square too.

    Args:
        lines: for each line, its words from left to right, where the engine saw them, and how
            sure it is of each, out of 100.
        greys: the page.

    Returns:
        The words of each line in order; a box replaces what the engine took it for, or is
        added where it saw nothing.
    """
    seen = [[_around(line, place, greys) for place in range(len(line))] for line in lines]
    sizes = [box.right - box.left for row in seen for found in row for box in found if box]
    if len(sizes) < _FEWEST:
        return [[word for word, _ in line] for line in lines]
    usual = median(sizes)
    kept = [box for row in seen for found in row for box in found if box and _is_like(box, usual)]
    if len(kept) < max(_FEWEST, 0.6 * len(sizes)):
        return [[word for word, _ in line] for line in lines]
    return [_merged(line, row, usual) for line, row in zip(lines, seen, strict=True)]


def _is_like(box: Word, usual: float) -> bool:
    return abs(box.right - box.left - usual) <= max(2.0, 0.12 * usual)


def _merged(
    line: Sequence[tuple[Word, float]], row: Sequence[tuple[Word | None, Word | None]], usual: float
) -> list[Word]:
    words: list[Word] = []
    for (word, _), (before, instead) in zip(line, row, strict=True):
        if before and _is_like(before, usual):
            words.append(before)
            word = replace(word, text=_unglued(word.text), left=max(word.left, before.right + 1))
        words.append(instead if instead and _is_like(instead, usual) else word)
    return words


def _unglued(text: str) -> str:
    """Return a word without what the engine made of the box it swallowed."""
    return _GLUED.sub("", text) or text


def _around(line: Sequence[tuple[Word, float]], place: int, greys: Greys) -> tuple[Word | None, Word | None]:
    """Return the box just before a word, unseen or swallowed, and the box that was taken for it."""
    strip = _strip_of([word for word, _ in line])
    word, confidence = line[place]
    left = line[place - 1][0].right if place else word.left - 2.2 * strip.tall
    before = None
    if word.left - left > 0.9 * strip.tall:
        before = _box_in(max(left, word.left - 2.2 * strip.tall), word.left, strip, greys)
    instead = _instead(word, confidence, strip, greys)
    return before or _swallowed(word, confidence, strip, greys), instead


@dataclass(frozen=True, slots=True)
class _Strip:
    """Where a line runs: height of its words, and its middle."""

    tall: float
    middle: float


def _strip_of(words: Sequence[Word]) -> _Strip:
    tall = max(8.0, median(word.bottom - word.top for word in words))
    return _Strip(tall, median((word.top + word.bottom) / 2 for word in words))


def _swallowed(word: Word, confidence: float, strip: _Strip, greys: Greys) -> Word | None:
    """Return the box that the engine took for the start of a word it doubts, if there is one."""
    doubted = confidence < _DOUBTED or _BRACKETED.match(word.text)
    if not doubted or len(word.text) <= 2:
        return None
    return _box_in(word.left - 0.3 * strip.tall, word.left + 1.4 * strip.tall, strip, greys)


def _instead(word: Word, confidence: float, strip: _Strip, greys: Greys) -> Word | None:
    """Return the box that was taken for this word, if it was one."""
    doubted = confidence < _DOUBTED and len(word.text) <= 3
    if not (doubted or _MISREAD.match(word.text)) or word.right - word.left > 2.2 * strip.tall:
        return None
    return _box_in(word.left - 0.5 * strip.tall, word.right + 0.5 * strip.tall, strip, greys)


def _box_in(left: float, right: float, strip: _Strip, greys: Greys) -> Word | None:
    tall = strip.tall
    top = strip.middle - 1.1 * tall
    ink = greys.ink(left, right, top, strip.middle + 1.1 * tall)
    if not ink or not ink[0]:
        return None
    columns = [at for at in range(len(ink[0])) if _longest(row[at] for row in ink) >= 0.5 * tall]
    for start, end in _spans(columns, 0.7 * tall, 1.5 * tall):
        wide = end - start
        rows = [at for at in range(len(ink)) if sum(ink[at][start : end + 1]) >= 0.85 * (wide + 1)]
        for above, below in _spans(rows, 0.8 * wide, 1.25 * wide):
            x, y = max(0, int(left)), max(0, int(top))
            centred = abs(y + (above + below) / 2 - strip.middle) < 0.4 * tall
            if centred and _has_sides(ink, start, end, above, below):
                mark = CHECKED if _inner(ink, start, end, above, below) > _INKED else EMPTY
                return Word(mark, x + start, x + end, y + above, y + below)
    return None


def _has_sides(ink: Sequence[Sequence[bool]], start: int, end: int, above: int, below: int) -> bool:
    """Whether the four sides are whole, corners included, with white around: letters are not so."""
    rows = ink[above : below + 1]
    left = sum(any(row[start : start + 3]) for row in rows)
    right = sum(any(row[end - 2 : end + 1]) for row in rows)
    squared = all(
        sum(sum(row[at : at + 2]) for row in pair) >= 2
        for pair in (rows[:2], rows[-2:])
        for at in (start, end - 1)
    )
    beside = sum((row[start - 2] if start >= 2 else False) for row in rows)
    beyond = sum((row[end + 2] if end + 2 < len(row) else False) for row in rows)
    lone = max(beside, beyond) <= 0.35 * len(rows)
    return min(left, right) >= 0.9 * len(rows) and squared and lone


def _spans(places: Sequence[int], least: float, most: float) -> Iterator[tuple[int, int]]:
    """Yield pairs of places as far apart as the two sides of a box may be, the widest first."""
    for start in places:
        for end in reversed(places):
            if least <= end - start <= most:
                yield start, end


def _longest(points: Iterator[bool]) -> int:
    best = run = 0
    for point in points:
        run = run + 1 if point else 0
        best = max(best, run)
    return best


def _inner(ink: Sequence[Sequence[bool]], start: int, end: int, above: int, below: int) -> float:
    """Return the share of ink inside a box, its frame left out."""
    frame = max(3, round(0.2 * (end - start)))
    rows = [row[start + frame : end - frame + 1] for row in ink[above + frame : below - frame + 1]]
    points = sum(len(row) for row in rows)
    return sum(map(sum, rows)) / points if points else 0.0
