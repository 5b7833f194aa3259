"""The lines of a PDF with their place and the size of their letters, column by column."""

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from unicodedata import normalize

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tremplin.stories.cv.reading.bounds import MOST_LETTERS, MOST_PAGES
from tremplin.stories.cv.reading.outcome import Gathering

SOFT_HYPHENS: Final = "\x02\ufffe\u00ad"
LIGATURES: Final = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st"})
NO_WORD: Final = re.compile("[\ue000-\uf8ff\u200b-\u200f\u202a-\u202e\ufeff\x00-\x08\x0b-\x1f]")
GAP: Final = 0.22  # of the size of the letters: less is no space
SAME_LINE: Final = 1.5  # points
BIGGEST: Final = 200.0


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as printed.

    Attributes:
        size: of its letters, in points.
        left: where it begins, from the left of the page.
        right: where it ends.
        top: its base line, from the top of the page.
        page: from 1.
        first: the width of its first word.
        width: of the page.
    """

    text: str
    size: float
    left: float
    right: float
    top: float
    page: int
    first: float = 0.0
    width: float = 612.0


@dataclass(slots=True)
class _Run:
    """Letters one after another on one base line."""

    base: float
    size: float
    letters: list[tuple[str, float, float]] = field(default_factory=list)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.letters[0][1]


def printed_lines(pdf: Any, gathering: Gathering) -> list[PrintedLine]:
    """Return the lines of a PDF, page after page, from the top of each.

    Args:
        pdf: an open document.
        gathering: where sentences go.

    Returns:
        Lines; those of two columns at the same height are two lines.
    """
    count = len(pdf)
    if count > MOST_PAGES:
        gathering.refuse(f"{count} pages\u00a0: seules les {MOST_PAGES} premières sont lues.")
    found: list[PrintedLine] = []
    for number in range(1, min(count, MOST_PAGES) + 1):
        try:
            page = pdf[number - 1]
        except pdfium.PdfiumError:
            gathering.refuse("cette page est abîmée\u00a0: elle n’est pas lue.", f"page {number}")
            continue
        found += _page_lines(page, number)
        page.close()
    return found


def _page_lines(page: Any, number: int) -> list[PrintedLine]:
    width, height = page.get_size()
    text_page = page.get_textpage()
    try:
        runs = [run for run in _runs(text_page) if any(sign.strip() for sign, _, _ in run.letters)]
    finally:
        text_page.close()
    lines = [_line(group, (width, height), number) for group in _on_one_line(runs)]
    return sorted((line for line in lines if line.text), key=lambda line: (round(line.top), line.left))


def _runs(text_page: Any) -> Iterator[_Run]:
    """Give the letters in the order of the file, cut where the line changes or the pen goes back."""
    run: _Run | None = None
    x, y = ctypes.c_double(), ctypes.c_double()
    for place in range(min(text_page.count_chars(), MOST_LETTERS)):
        sign = chr(raw.FPDFText_GetUnicode(text_page, place) or 32)
        if raw.FPDFText_IsGenerated(text_page, place) == 1 and sign not in SOFT_HYPHENS:
            continue
        raw.FPDFText_GetCharOrigin(text_page, place, x, y)
        size = min(raw.FPDFText_GetFontSize(text_page, place), BIGGEST)
        right = text_page.get_charbox(place, loose=True)[2]
        if run is None or _breaks(run, x.value, y.value):
            if run is not None:
                yield run
            run = _Run(y.value, size)
        run.letters.append((sign, x.value, max(right, x.value)))
        run.size = max(run.size, size)
    if run is not None:
        yield run


def _breaks(run: _Run, x: float, y: float) -> bool:
    far = 3 * run.size
    return abs(run.base - y) > SAME_LINE or x < run.letters[-1][1] - run.size or x > run.letters[-1][2] + far


def _on_one_line(runs: Sequence[_Run]) -> list[list[_Run]]:
    """Gather runs that follow each other on one base line, without a column's gap between."""
    groups: list[list[_Run]] = []
    for run in sorted(runs, key=lambda run: (-round(run.base), run.left)):
        last = groups[-1][-1] if groups else None
        if last and abs(last.base - run.base) <= SAME_LINE and _follows(last, run):
            groups[-1].append(run)
        else:
            groups.append([run])
    return groups


def _follows(last: _Run, run: _Run) -> bool:
    return -run.size < run.left - last.letters[-1][2] <= min(run.size, last.size)


def _line(group: Sequence[_Run], page: tuple[float, float], number: int) -> PrintedLine:
    letters = [letter for run in group for letter in run.letters]
    size = max(run.size for run in group)
    text = _text(letters, size)
    right = max(end for sign, _, end in letters if sign.strip())
    left = next(start for sign, start, _ in letters if sign.strip())
    first = _first_word(letters, left)
    return PrintedLine(text, size, left, right, page[1] - group[0].base, number, first, page[0])


def _first_word(letters: Sequence[tuple[str, float, float]], left: float) -> float:
    end = left
    for sign, _, right in letters:
        if not sign.strip() and end > left:
            break
        end = max(end, right)
    return end - left


def _text(letters: Sequence[tuple[str, float, float]], size: float) -> str:
    pieces: list[str] = []
    end: float | None = None
    for sign, start, right in letters:
        if end is not None and start - end > GAP * size and sign.strip():
            pieces.append(" ")
        pieces.append("-" if sign in SOFT_HYPHENS else sign)
        end = max(right, end) if end is not None else right
    composed = normalize("NFC", "".join(pieces)).translate(LIGATURES)
    return " ".join(NO_WORD.sub("", composed).split())
