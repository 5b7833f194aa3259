"""How much room a text takes, measured with the bundled fonts, so that no box overflows.

Where a font is missing, an office program puts a common one in its place: the slack is the room that
DejaVu Sans, the widest of them, asks beyond ours.
"""

from functools import cache, lru_cache
from pathlib import Path
from typing import Final, Literal

from PIL import ImageFont

Face = Literal["display", "text", "strong", "italic"]

FONTS: Final = Path(__file__).parent / "fonts"
FILES: Final[dict[Face, tuple[str, int]]] = {
    "display": ("BricolageGrotesque.ttf", 700),
    "text": ("RadioCanada.ttf", 400),
    "strong": ("RadioCanada.ttf", 600),
    "italic": ("RadioCanada-Italic.ttf", 400),
}
SLACK: Final[dict[Face, float]] = {"display": 1.26, "text": 1.13, "strong": 1.22, "italic": 1.14}
UNITS: Final = 200


@lru_cache(maxsize=8192)
def width_in_ems(text: str, face: Face) -> float:
    """Return the width of a text on one line, in ems, slack included.

    Args:
        text: without line breaks.
        face: one of the four faces of documents.

    Returns:
        Multiply by the size for points.
    """
    return float(_font(face).getlength(text)) / UNITS * SLACK[face]


def count_lines(text: str, *, face: Face, size: float, width: float) -> int:
    """Return how many lines a text takes, words longer than a line being cut.

    Args:
        text: one paragraph.
        face: its face.
        size: in points.
        width: of the line, in points.

    Returns:
        One at least, even for an empty text.
    """
    room = width / size
    lines, used = 1, 0.0
    for word in text.split(" "):
        needed = width_in_ems(word, face)
        before = width_in_ems(" ", face) if used else 0.0
        if used and used + before + needed > room:
            lines, used, before = lines + 1, 0.0, 0.0
        if needed > room:
            cut, needed = _cut(word, face, room)
            lines += cut
        used += before + needed
    return lines


def cuts_a_word(text: str, *, face: Face, size: float, width: float) -> bool:
    """Say whether a word is longer than a line, hence cut anywhere: better avoided by a smaller size."""
    return any(width_in_ems(word, face) * size > width for word in text.split(" "))


def _cut(word: str, face: Face, room: float) -> tuple[int, float]:
    """Return the full lines a word too long takes, and the width left on the last one."""
    full, used = 0, 0.0
    for character in word:
        needed = width_in_ems(character, face)
        if used and used + needed > room:
            full, used = full + 1, 0.0
        used += needed
    return full, used


@cache
def _font(face: Face) -> ImageFont.FreeTypeFont:
    name, weight = FILES[face]
    font = ImageFont.truetype(str(FONTS / name), UNITS)
    font.set_variation_by_axes([weight])
    return font
