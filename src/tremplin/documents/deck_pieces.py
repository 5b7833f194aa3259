"""Pieces of a slide that know their height, and how to set them beside and below each other.

Points throughout, on a slide of 960 × 540. A piece becomes items once placed.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from tremplin.documents.measure import Face, count_lines, cuts_a_word, width_in_ems

VALUE_LEADING: Final = 1.3
VALUE_PAD: Final = 0.5
ARROW_EMS: Final = 1.5
Tone = Literal["ink", "soft", "faint", "warn"]
Role = Literal["title", "number", "body", "quote", "figure", "label", "chip", "estimate", "alert", "foot"]


@dataclass(frozen=True, slots=True)
class Box:
    """Where an item stands, in points from the top left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look."""

    says: str
    face: Face = "text"
    tone: Tone = "ink"


Paragraph = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs in a box that contains them: size, line height, gap and inset in points."""

    role: Role
    box: Box
    paragraphs: tuple[Paragraph, ...]
    size: float
    line: float
    gap: float = 0.0
    inset: float = 0.0


@dataclass(frozen=True, slots=True)
class Value:
    """A large figure on one line; `before` is what it was, or empty. The proof is highlighted."""

    box: Box
    before: str
    value: str
    size: float
    proved: bool = True


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of bars of one unit; the last stands out."""

    box: Box
    labels: tuple[str, ...]
    values: tuple[float, ...]
    says: tuple[str, ...]
    title: str
    aloud: str
    size: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: widths of columns, heights of rows, the first being the headings."""

    box: Box
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    rows: tuple[tuple[Paragraph, ...], ...]
    size: float
    line: float


Item = Text | Value | Bars | Grid


@dataclass(frozen=True, slots=True)
class Piece:
    """Something to place: its height, the items it becomes at a left and a top, whether it cuts a word."""

    height: float
    at: Callable[[float, float], tuple[Item, ...]]
    cuts: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How a text is set: `leading` multiplies the size, `gap` and `inset` are in ems."""

    role: Role
    size: float
    leading: float = 1.36
    gap: float = 0.5
    inset: float = 0.0


def height_of(paragraph: Paragraph, *, size: float, line: float, width: float) -> float:
    """Return the height of one paragraph, each run as wide as its own face.

    Args:
        paragraph: its runs.
        size: in points.
        line: height of one line, in points.
        width: of the box, in points.

    Returns:
        Points; an empty paragraph takes one line.
    """
    faces = {run.face for run in paragraph}
    if len(faces) == 1:
        words = "".join(run.says for run in paragraph)
        return line * count_lines(words, face=faces.pop(), size=size, width=width)
    words = "".join(run.says for run in paragraph)
    return line * max((count_lines(words, face=face, size=size, width=width) for face in faces), default=1)


def text(paragraphs: Sequence[Paragraph], *, look: Look, width: float) -> Piece:
    """Return paragraphs of one look in a box as high as they are.

    Args:
        paragraphs: at least one.
        look: role, size, leading, gap between paragraphs, inset on every side.
        width: of the box, inset included.

    Returns:
        The piece.
    """
    size, line, gap = look.size, look.size * look.leading, look.size * look.gap
    inset = look.inset * size
    room = width - 2 * inset
    heights = [height_of(one, size=size, line=line, width=room) for one in paragraphs]
    height = sum(heights) + gap * (len(heights) - 1) + 2 * inset

    def at(left: float, top: float) -> tuple[Item, ...]:
        box = Box(left, top, width, height)
        return (Text(look.role, box, tuple(paragraphs), size, line, gap, inset),)

    return Piece(height, at, any(_cuts(one, size, room) for one in paragraphs))


def _cuts(paragraph: Paragraph, size: float, width: float) -> bool:
    words = "".join(run.says for run in paragraph)
    return any(cuts_a_word(words, face=run.face, size=size, width=width) for run in paragraph)


def value(before: str, after: str, *, size: float, least: float, width: float, proved: bool) -> Piece | None:
    """Return a figure on one line, as large as the width allows.

    Args:
        before: what it was, or empty.
        after: what it is.
        size: the largest size, in points.
        least: the smallest.
        width: the room, in points.
        proved: whether the highlighter goes behind it.

    Returns:
        The piece; None when it would have to be smaller than `least`.
    """
    before_ems = width_in_ems(before, "display") if before else 0.0
    arrow_ems = ARROW_EMS if before else 0.0
    after_ems = width_in_ems(after, "display")
    size = min(size, width / (before_ems + arrow_ems + after_ems + VALUE_PAD))
    if size < least:
        return None
    height = size * VALUE_LEADING

    def at(left: float, top: float) -> tuple[Item, ...]:
        box = Box(left, top, width, height)
        return (Value(box, before, after, size, proved),)

    return Piece(height, at)


def table(
    rows: Sequence[Sequence[Paragraph]], *, shares: Sequence[float], size: float, width: float
) -> Piece:
    """Return a table whose rows are as high as their highest cell.

    Args:
        rows: the headings, then the lines.
        shares: of the width, one a column; they sum to 1.
        size: of the text, in points.
        width: of the table, in points.

    Returns:
        The piece.
    """
    line = size * 1.3
    widths = tuple(share * width for share in shares)
    heights = tuple(_row_height(row, widths, size, line) for row in rows)

    def at(left: float, top: float) -> tuple[Item, ...]:
        box = Box(left, top, width, sum(heights))
        return (Grid(box, widths, heights, tuple(map(tuple, rows)), size, line),)

    after, _ = cell_padding(size)
    cuts = any(
        _cuts(cell, size, room - after) for row in rows for cell, room in zip(row, widths, strict=True)
    )
    return Piece(sum(heights), at, cuts)


def cell_padding(size: float) -> tuple[float, float]:
    """Return the room after a cell's text, and above and below it, in points."""
    return size * 0.9, size * 0.42


def _row_height(row: Sequence[Paragraph], widths: Sequence[float], size: float, line: float) -> float:
    after, above = cell_padding(size)
    cells = (
        height_of(cell, size=size, line=line, width=width - after)
        for cell, width in zip(row, widths, strict=True)
    )
    return max(cells) + 2 * above


def tall(piece: Piece, height: float) -> Piece:
    """Return a piece with room left under it, up to a height."""
    return replace(piece, height=max(piece.height, height))


def moved(piece: Piece, right: float) -> Piece:
    """Return a piece that stands further to the right."""
    return replace(piece, at=lambda left, top: piece.at(left + right, top))


def below(pieces: Iterable[Piece | None], *, gap: float) -> Piece:
    """Return pieces one under the other; absent ones leave no gap.

    Args:
        pieces: from the top.
        gap: between two, in points.

    Returns:
        One piece.
    """
    kept = [piece for piece in pieces if piece is not None]
    height = sum(piece.height for piece in kept) + gap * max(len(kept) - 1, 0)

    def at(left: float, top: float) -> tuple[Item, ...]:
        items: list[Item] = []
        for piece in kept:
            items += piece.at(left, top)
            top += piece.height + gap
        return tuple(items)

    return Piece(height, at, any(piece.cuts for piece in kept))


def beside(pieces: Sequence[Piece], *, widths: Sequence[float], gap: float, centred: bool = False) -> Piece:
    """Return pieces side by side.

    Args:
        pieces: from the left.
        widths: of each, in points.
        gap: between two, in points.
        centred: whether the lower ones stand at mid-height rather than at the top.

    Returns:
        One piece, as high as the highest.
    """
    height = max((piece.height for piece in pieces), default=0.0)

    def at(left: float, top: float) -> tuple[Item, ...]:
        items: list[Item] = []
        for piece, width in zip(pieces, widths, strict=True):
            items += piece.at(left, top + (height - piece.height) / 2 if centred else top)
            left += width + gap
        return tuple(items)

    return Piece(height, at, any(piece.cuts for piece in pieces))
