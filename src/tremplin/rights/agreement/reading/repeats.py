"""Headers and footers that come back on each page, moved out of the flow of sentences."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, takewhile

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
    seen = Counter(key for page in pages for key in {_key(line) for line in chain(*_edges(page))})
    least = max(2, round(0.6 * len(pages)))
    repeated = {key for key, times in seen.items() if times >= least}
    return tuple(_moved(page, repeated) for page in pages)


def _key(line: Line) -> tuple[str, bool]:
    return _DIGITS.sub("#", line.text.lower()), line.top < 0.5


def _edges(page: Page) -> tuple[list[Line], list[Line]]:
    """Return the lines nearest the top and nearest the bottom, from the edge inwards."""
    lines = sorted(page.lines, key=lambda line: line.top)
    above = [line for line in lines[:_MOST] if line.top < _EDGE]
    below = [line for line in lines[: -_MOST - 1 : -1] if line.top > 1 - _EDGE]
    return above, below


def _moved(page: Page, repeated: set[tuple[str, bool]]) -> Page:
    away = [
        line
        for edge in _edges(page)
        for line in takewhile(lambda line: _key(line) in repeated or _PAGE_NUMBER.match(line.text), edge)
    ]
    if not away or len(away) == len(page.lines):
        return page
    last = max(line.block for line in page.lines) + 1
    kept = [line for line in page.lines if line not in away]
    moved = [replace(line, block=last) for line in page.lines if line in away]
    return replace(page, lines=(*kept, *moved))
