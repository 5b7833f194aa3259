"""Headers and footers that come back on each page, moved out of the flow of sentences."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tremplin.rights.agreement.pages import Line, Page

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"^(?:-|–|page|p\.|\s)*\d{1,3}(?:\s*(?:/|sur|of|-|–)\s*\d{1,3})?\s*[-–]?$", re.I)
_EDGE = 0.13
_MOST = 4


def move_repeats(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return the pages with repeated headers and footers as one last block of each page.

    Args:
        pages: readable pages in order.

    Returns:
        As many pages; no line is lost. A lone page keeps its order.
    """
    if len(pages) < 2:
        return tuple(pages)
    seen = Counter(key for page in pages for key in {_key(line) for line in _edge_lines(page)})
    least = max(2, round(0.6 * len(pages)))
    return tuple(_moved(page, {key for key, times in seen.items() if times >= least}) for page in pages)


def _key(line: Line) -> tuple[str, bool]:
    return _DIGITS.sub("#", line.text.lower()), line.top < 0.5


def _edge_lines(page: Page) -> list[Line]:
    by_height = sorted(page.lines, key=lambda line: line.top)
    edges = by_height[:_MOST] + by_height[-_MOST:]
    return [line for line in edges if line.top < _EDGE or line.top > 1 - _EDGE]


def _moved(page: Page, repeated: set[tuple[str, bool]]) -> Page:
    edges = _edge_lines(page)
    away = [line for line in edges if _key(line) in repeated or _is_number(line)]
    if not away or len(away) == len(page.lines):
        return page
    last = max(line.block for line in page.lines) + 1
    kept = [line for line in page.lines if line not in away]
    moved = [replace(line, block=last) for line in page.lines if line in away]
    return replace(page, lines=(*kept, *moved))


def _is_number(line: Line) -> bool:
    return bool(_PAGE_NUMBER.match(line.text)) and not _EDGE < line.top < 1 - _EDGE
