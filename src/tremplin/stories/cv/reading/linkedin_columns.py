"""The two columns of a LinkedIn profile, cut at their headings, their wrapped lines put together again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from tremplin.stories.cv.reading.long_texts import BULLET
from tremplin.stories.cv.reading.pdf_lines import PrintedLine
from tremplin.stories.cv.reading.words import section_called

BIGGER: Final = 0.3  # points above the usual letters
WIDE: Final = 0.85  # of the page, at least, is where the main column ends
APART: Final = 1.15  # times the least distance between lines: the next one is something else
HEADING: Final = 1.2  # times the usual letters
ENDS: Final = ".;:!?"


@dataclass(slots=True)
class Part:
    """A section: its heading as printed, what it is, where its column ends, and its lines."""

    heading: str
    section: str
    limit: float
    lines: list[PrintedLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Page:
    """A profile: the head of the main column, then the sections of both."""

    head: Sequence[PrintedLine]
    main: Sequence[Part]
    side: Sequence[Part]
    usual: float


def columns_of(lines: Sequence[PrintedLine]) -> Page | None:
    """Tell the two columns apart: the main one begins where the name does, in the largest letters."""
    first = [line for line in lines if line.page == 1]
    if not first:
        return None
    name = max(first, key=lambda line: line.size)
    usual = _usual_size(lines)
    main = [line for line in lines if line.left >= name.left - 2]
    side = [line for line in lines if line.left < name.left - 2]
    head, parts = _parts(main, usual, _right(main, WIDE * name.width))
    margin = min((line.left for line in side), default=0.0)
    _, beside = _parts(side, _usual_size(side) if side else usual, _right(side, name.left - margin))
    return Page(head, parts, beside, usual)


def _right(lines: Sequence[PrintedLine], least: float) -> float:
    """Return where a column ends on the right: its longest line, and no less than its room."""
    return max([least, *(line.right for line in lines)])


def _usual_size(lines: Sequence[PrintedLine]) -> float:
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    return letters.most_common(1)[0][0]


def _parts(lines: Sequence[PrintedLine], usual: float, limit: float) -> tuple[list[PrintedLine], list[Part]]:
    """Cut a column at its headings: larger letters, and words that name a section."""
    head: list[PrintedLine] = []
    parts: list[Part] = []
    heading_size = _heading_size(lines, usual)
    for line in lines:
        section = section_called(line.text)
        is_large = line.size >= usual * HEADING
        known = (
            section
            and line.size > usual + BIGGER
            and (not heading_size or line.size >= heading_size - BIGGER)
        )
        unknown = parts and is_large and heading_size and abs(line.size - heading_size) <= BIGGER
        if known or unknown:
            parts.append(Part(line.text, section, limit))
        elif parts:
            parts[-1].lines.append(line)
        else:
            head.append(line)
    return head, parts


def _heading_size(lines: Sequence[PrintedLine], usual: float) -> float:
    """Return the size most headings of known sections are printed in; 0 without any."""
    sizes = Counter(
        round(line.size, 1) for line in lines if section_called(line.text) and line.size > usual + BIGGER
    )
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0.0


def joined(texts: Sequence[str]) -> str:
    """Return lines as one text; a word cut by a hyphen at the end of a line keeps it."""
    whole = ""
    for text in texts:
        glue = "" if not whole or (whole.endswith("-") and not whole.endswith(" -")) else " "
        whole += glue + text
    return whole


def unwrapped(lines: Sequence[PrintedLine], limit: float, *, is_list: bool = False) -> list[str]:
    """Return the paragraphs of lines: one goes on when the next word had no room at its end.

    Args:
        lines: of one section, in order.
        limit: where their column ends.
        is_list: whether they are short entries, each on its own, rather than sentences.

    Returns:
        Paragraphs; a line that begins with a bullet, or after a blank, begins one.
    """
    paragraphs: list[list[str]] = []
    pitch = _pitch(lines)
    for before, line in zip((None, *lines), lines, strict=False):
        if before is not None and paragraphs and _goes_on(before, line, limit, pitch, is_list):
            paragraphs[-1].append(line.text)
        else:
            paragraphs.append([line.text])
    return [joined(one) for one in paragraphs]


def _pitch(lines: Sequence[PrintedLine]) -> float:
    """Return the least distance from a line to the next."""
    gaps = [after.top - before.top for before, after in pairwise(lines) if after.page == before.page]
    return min((gap for gap in gaps if gap > 0), default=0.0)


def _goes_on(before: PrintedLine, line: PrintedLine, limit: float, pitch: float, is_list: bool) -> bool:
    if BULLET.match(line.text):
        return False
    if line.page == before.page and line.top - before.top > APART * pitch:
        return False
    if not is_list and line.text[:1].islower() and before.text[-1:] not in ENDS:
        return True
    had_room = before.right + 0.3 * before.size + line.first <= limit - 0.5
    return not had_room and not before.text.endswith(")")
