"""From words placed on a page to lines in reading order: columns, cells and rows told apart.

Every source meets here: words of a PDF, words found by character recognition, and characters
of a text whose columns are drawn with spaces. Gutters (strips of white that several rows
share) are looked for, the widest support first; a column is read to its end before the next,
a table of labels and values row by row.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from tremplin.rights.agreement.pages import Line
from tremplin.rights.agreement.reading.marks import CHECKED, EMPTY, boxes
from tremplin.rights.agreement.reading.tables import reads_by_rows, starts_with_label

_DEEPEST = 8
_MOST_STRETCHED = 7
_ENOUGH_STEPS = 8
_PULL = 5  # touching columns are more often pulled left than pushed right
_CANDIDATES = 48
_LEFT, _RIGHT, _BOTH, _TIGHT, _MAYBE, _CROSSES = "left", "right", "both", "tight", "maybe", "crosses"
_MOST_WORTH = {_BOTH: 1.0, _RIGHT: 1.4}
"""The most that a row of this status adds to the score of a zone; a row set right makes two turns at most."""
_LEAST_SCORE, _ROUNDING = 2.0, 1e-9
_MARKS = EMPTY + CHECKED
_HEADING = re.compile(r"^(?:[A-Z]|[IVX]{1,4}|\d{1,2})\s?[.)–:-]\s|^(?:ARTICLE|Article|TITRE|Titre)\s")


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a space, and the box they fill, in any unit, y growing downwards."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Scale:
    """How white is measured on this page.

    Attributes:
        space: width of an ordinary space.
        height: height of an ordinary line.
        narrow: the least white, in spaces, that may be a gutter.
        wide: white, in spaces, that surely separates two things.
        drift: how far, in spaces, a gutter may wander from row to row.
    """

    space: float
    height: float
    narrow: float = 2.5
    wide: float = 4.0
    drift: float = 0.0


class Row:
    """Words of one line of the page, from left to right."""

    __slots__ = ("bottom", "lefts", "stretch", "top", "words")

    def __init__(self, words: Sequence[Word]) -> None:
        """Sort the words."""
        self.words = sorted(words, key=lambda word: word.left)
        self.lefts = [word.left for word in self.words]
        self.top = min(word.top for word in words)
        self.bottom = max(word.bottom for word in words)
        self.stretch = 0.0
        if len(self.words) > 4:
            whites = sorted(after - before for before, after in self.gaps())
            self.stretch = whites[len(whites) // 4]

    @property
    def left(self) -> float:
        """Where the first word begins."""
        return self.lefts[0]

    @property
    def right(self) -> float:
        """Where the last word ends."""
        return self.words[-1].right

    @property
    def text(self) -> str:
        """The words, a space between two."""
        return " ".join(word.text for word in self.words)

    def gaps(self) -> Iterable[tuple[float, float]]:
        """Yield where each white begins and ends."""
        for before, after in pairwise(self.words):
            yield before.right, after.left

    def least_white(self, scale: Scale) -> float:
        """Return the least white that may part two things here: more in a stretched line."""
        stretched = 1.7 * self.stretch if self.stretch <= _MOST_STRETCHED * scale.space else 0.0
        return max(scale.narrow * scale.space, stretched)


Block = list[Row]


@dataclass(frozen=True, slots=True)
class _Zone:
    """Rows [start, end) that share the gutter at x."""

    start: int
    end: int
    x: float
    score: float


def lay_out(words: Sequence[Word], *, width: float, height: float, scale: Scale) -> tuple[Line, ...]:
    """Return the lines of a page in the order a reader takes them.

    Args:
        words: all words of the page, in any order.
        width: of the page, in the unit of the words.
        height: of the page, same unit.
        scale: how white is measured on this page.

    Returns:
        Lines, those of one column, cell or paragraph group sharing their block number.
    """
    return number_blocks(read_blocks(words, scale), width=width, height=height)


def read_blocks(words: Sequence[Word], scale: Scale) -> list[Block]:
    """Return the blocks of a region in reading order, each a list of rows."""
    return _read(group_rows(words), scale, 0)


def number_blocks(blocks: Sequence[Block], *, width: float, height: float) -> tuple[Line, ...]:
    """Return the rows of blocks as lines; extents become shares of the page."""
    lines = []
    for number, block in enumerate(blocks):
        for row in block:
            text = boxes(row.text)
            if text:
                lines.append(
                    Line(
                        text,
                        number,
                        round(max(0.0, row.left / width), 4),
                        round(min(1.0, row.right / width), 4),
                        round(min(1.0, max(0.0, row.top / height)), 4),
                    )
                )
    return tuple(lines)


def group_rows(words: Sequence[Word]) -> list[Row]:
    """Return words grouped by the line they stand on, from top to bottom."""
    rows: list[Row] = []
    current: list[Word] = []
    base = reach = 0.0
    for word in sorted(words, key=lambda word: (word.bottom, word.left)):
        if current and word.bottom - base > reach:
            rows.append(Row(current))
            current = []
        if not current:
            base, reach = word.bottom, 0.42 * (word.bottom - word.top)
        current.append(word)
    if current:
        rows.append(Row(current))
    return rows


def _read(rows: list[Row], scale: Scale, depth: int) -> list[Block]:
    zone = _best_zone(rows, scale) if depth < _DEEPEST else None
    if zone is None:
        return _paragraphs(rows, scale, in_column=depth > 0)
    inside = rows[zone.start : zone.end]
    return [
        *_read(rows[: zone.start], scale, depth),
        *_read_zone(inside, zone.x, scale, depth + 1),
        *_read(rows[zone.end :], scale, depth),
    ]


def _read_zone(rows: list[Row], x: float, scale: Scale, depth: int) -> list[Block]:
    edges = _all_edges(rows, x, scale)
    cells = [_cells(row, edges, scale) for row in rows]
    merged = _merge_wrapped(rows, cells, scale)
    texts = [[" ".join(part.text for part in cell) for cell in line] for line in merged]
    if reads_by_rows(texts):
        return _rows_of_cells(merged)
    blocks: list[Block] = []
    left, right = _split(rows, x, scale)
    blocks.extend(_read(left, scale, depth))
    blocks.extend(_read(right, scale, depth))
    return blocks


def _rows_of_cells(merged: list[list[list[Row]]]) -> list[Block]:
    blocks: list[Block] = []
    for line in merged:
        cells = [cell for cell in line if cell]
        if len(cells) == 2 and all(len(cell) == 1 for cell in cells) and cells[0][0].text.endswith(":"):
            blocks.append([Row([*cells[0][0].words, *cells[1][0].words])])
        else:
            blocks.extend(cells)
    return blocks


def _all_edges(rows: list[Row], x: float, scale: Scale) -> list[float]:
    """Return the left edge of every column but the first that spans these rows."""
    edges = [x]
    for part in _split(rows, x, scale):
        zone = _best_zone(part, scale)
        if zone is not None and zone.end - zone.start >= 0.8 * len(part):
            edges.extend(_all_edges(part, zone.x, scale))
    return sorted(set(edges))


def _cells(row: Row, edges: list[float], scale: Scale) -> list[list[Row]]:
    cells: list[list[Row]] = []
    rest: Row | None = row
    for edge in edges:
        before, rest = _cut(rest, edge, scale) if rest else (None, None)
        cells.append([before] if before else [])
    cells.append([rest] if rest else [])
    return cells


def _merge_wrapped(rows: list[Row], cells: list[list[list[Row]]], scale: Scale) -> list[list[list[Row]]]:
    """Put back together cells that run over several rows."""
    merged: list[list[list[Row]]] = []
    pitch = _pitch(rows, scale)
    for place, line in enumerate(cells):
        near = place > 0 and rows[place].top - rows[place - 1].top < 1.5 * pitch
        if merged and near and _continues(merged[-1], line):
            merged[-1] = [old + new for old, new in zip(merged[-1], line, strict=True)]
        else:
            merged.append([list(cell) for cell in line])
    return merged


def _continues(above: list[list[Row]], line: list[list[Row]]) -> bool:
    if not line[0]:
        return True
    label = above[0][-1].text if above[0] else ""
    alone = not any(line[1:])
    return bool(label) and alone and not label.endswith((":", ".")) and bool(any(above[1:]))


def _split(rows: list[Row], x: float, scale: Scale) -> tuple[list[Row], list[Row]]:
    left, right = [], []
    for row in rows:
        before, after = _cut(row, x, scale)
        if before:
            left.append(before)
        if after:
            right.append(after)
    return left, right


def _cut(row: Row, x: float, scale: Scale) -> tuple[Row | None, Row | None]:
    place = _place(row, x, scale)
    words = row.words
    return (Row(words[:place]) if place else None), (Row(words[place:]) if place < len(words) else None)


def _place(row: Row, x: float, scale: Scale) -> int:
    """Return how many words stand left of the gutter at x."""
    return _cut_and_status(row, x, scale)[0]


def _status(row: Row, x: float, scale: Scale) -> str:
    return _cut_and_status(row, x, scale)[1]


def _cut_and_status(row: Row, x: float, scale: Scale) -> tuple[int, str]:
    space = scale.space
    place = bisect_left(row.lefts, x - 0.5 * space)
    slack = 3 * space if scale.drift else 0.0
    if place == 0 or row.left >= x - 2 * slack:
        return 0, _RIGHT
    before = row.words[place - 1].right
    if place == len(row.words) and before <= x - 0.4 * space + slack:
        return place, _LEFT
    if before <= x - 0.4 * space:
        white = row.lefts[place] - before
        aligned = abs(row.lefts[place] - x) <= 0.5 * space and white >= scale.narrow * space
        if aligned or white >= row.least_white(scale):
            return place, _BOTH
        if row.lefts[place] - x <= space and not scale.drift:
            return place, _MAYBE
    return _drifted(row, x, scale) or (place, _CROSSES)


def _drifted(row: Row, x: float, scale: Scale) -> tuple[int, str] | None:
    """Return the cut near x of a row whose right column was pushed aside, if there is one.

    Layout tools that draw columns with spaces push the right column when the left one is too
    long for the grid, and pull it when the letters are narrow; touching columns then keep a
    single space, and a capital after a word without full stop betrays where.
    """
    if not scale.drift or not _is_wide(row, x, scale):
        return None
    best: tuple[float, int, str] | None = None
    for place in range(1, len(row.words)):
        off = (row.words[place].left - x) / scale.space
        if not -scale.drift <= off <= scale.drift / 2:
            continue
        white = (row.words[place].left - row.words[place - 1].right) / scale.space
        capital = row.words[place].text[:1].isupper() and row.words[place - 1].text[-1:] not in ".:;"
        sure = white >= scale.narrow
        found = (abs(off + _PULL) / 4 - 3 * capital - 9 * sure, place, _BOTH if sure else _MAYBE)
        best = min(best, found) if best else found
    return best[1:] if best else None


def _is_wide(row: Row, x: float, scale: Scale) -> bool:
    return row.right > x + 4 * scale.space and row.left < x - 8 * scale.space


def _best_zone(rows: list[Row], scale: Scale) -> _Zone | None:
    if len(rows) < 2:
        return None
    best: _Zone | None = None
    pitch = _pitch(rows, scale)
    for x in _candidates(rows, scale):
        for zone in _zones_at(rows, x, scale, pitch, least=best.score if best else _LEAST_SCORE):
            if zone.score >= _LEAST_SCORE and (best is None or zone.score > best.score):
                best = zone
    return best


def _candidates(rows: list[Row], scale: Scale) -> list[float]:
    """Return left edges where a right column may begin, those of most rows first."""
    margin = min(row.left for row in rows)
    found: dict[int, list[float]] = {}
    for row in rows:
        least = row.least_white(scale)
        edges = [right for left, right in row.gaps() if right - left >= least]
        if row.left > margin + 8 * scale.space:
            edges.append(row.left)
        for edge in edges:
            found.setdefault(round(edge / scale.space), []).append(edge)
    often = sorted(found.values(), key=len, reverse=True)[:_CANDIDATES]
    return [min(edges) for edges in often]


def _zones_at(
    rows: list[Row], x: float, scale: Scale, pitch: float, *, least: float = 0.0
) -> Iterable[_Zone]:
    """Yield the zones whose gutter is at x, but those that cannot score as much as `least`."""
    statuses = [_status(row, x, scale) for row in rows]
    most = list(accumulate((_MOST_WORTH.get(status, 0.0) for status in statuses), initial=0.0))
    if most[-1] < least - _ROUNDING:
        return
    _settle(rows, statuses, pitch)
    start = 0
    for place in range(len(rows) + 1):
        ends = place == len(rows) or statuses[place] == _CROSSES
        if ends or _breaks(rows, statuses, place, pitch):
            if most[place] - most[start] >= least - _ROUNDING:
                yield _trimmed(rows, statuses, start, place, x, scale, pitch)
            start = place + 1 if ends else place


def _breaks(rows: list[Row], statuses: list[str], place: int, pitch: float) -> bool:
    """Whether much white, a heading across the page, or a long left text alone ends the columns here."""
    if place == 0:
        return False
    if rows[place].top - rows[place - 1].top > 2.6 * pitch:
        return True
    if statuses[place] != _LEFT:
        return False
    blank = rows[place].top - rows[place - 1].top > 1.55 * pitch
    if blank and _is_heading(rows[place].text):
        return True
    return place >= 6 and all(status == _LEFT for status in statuses[place - 6 : place])


def _is_heading(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return bool(_HEADING.match(text)) or (len(letters) > 3 and capitals > 0.8 * len(letters))


def _settle(rows: list[Row], statuses: list[str], pitch: float) -> None:
    """Accept up to three rows in a row that may touch, between rows where the gutter is sure."""
    place = 0
    while place < len(rows):
        end = place
        while end < len(rows) and statuses[end] == _MAYBE:
            end += 1
        if end > place:
            fits = end - place <= 3 and _inside(rows, statuses, place, end, pitch)
            statuses[place:end] = [_TIGHT if fits else _CROSSES] * (end - place)
        place = max(end, place + 1)


def _inside(rows: list[Row], statuses: list[str], start: int, end: int, pitch: float) -> bool:
    sure = (_BOTH, _RIGHT, _TIGHT)
    above = any(status in sure for status in statuses[max(0, start - 4) : start])
    below = any(status in sure for status in statuses[end : end + 4])
    if not (above and below):
        return False
    gap_above = rows[start].top - rows[start - 1].top
    gap_below = rows[end].top - rows[end - 1].top
    return min(gap_above, gap_below) < 1.55 * pitch and max(gap_above, gap_below) < 2.6 * pitch


def _trimmed(
    rows: list[Row], statuses: list[str], start: int, end: int, x: float, scale: Scale, pitch: float
) -> _Zone:
    start = _first(rows, statuses, start, end, x, scale, pitch)
    while end > start and not _may_end(rows, statuses, start, end - 1, x, scale, pitch):
        end -= 1
    score = sum(_evidence(rows[place], statuses[place], x, scale) for place in range(start, end))
    turns = sum({statuses[place], statuses[place + 1]} == {_LEFT, _RIGHT} for place in range(start, end - 1))
    aligned = sum(_is_aligned(rows[place], statuses[place], x, scale) for place in range(start, end))
    return _Zone(start, end, x, score + (0.7 * turns if aligned >= 2 else 0))


def _is_aligned(row: Row, status: str, x: float, scale: Scale) -> bool:
    return status == _RIGHT and row.left - x < 3 * scale.space


def _first(
    rows: list[Row], statuses: list[str], start: int, end: int, x: float, scale: Scale, pitch: float
) -> int:
    """Return the first row of the columns: the first sure one, and the close ones above it."""
    sure = start
    while sure < end and not (statuses[sure] == _BOTH or _is_aligned(rows[sure], statuses[sure], x, scale)):
        sure += 1
    first = sure
    while first > start and sure < end and statuses[first - 1] in (_LEFT, _RIGHT):
        if rows[first].top - rows[first - 1].top > 1.55 * pitch:
            break
        first -= 1
    while first < sure and statuses[first] == _RIGHT:
        first += 1
    return first


def _may_end(
    rows: list[Row], statuses: list[str], start: int, place: int, x: float, scale: Scale, pitch: float
) -> bool:
    status = statuses[place]
    if status == _RIGHT:
        return rows[place].left - x < 3 * scale.space
    if status == _LEFT:
        tail = place
        while tail > start and statuses[tail] == _LEFT:
            if rows[tail].top - rows[tail - 1].top > 1.5 * pitch or _is_heading(rows[tail].text):
                return False
            tail -= 1
        return place - tail <= 12
    return status == _BOTH


def _evidence(row: Row, status: str, x: float, scale: Scale) -> float:
    if status != _BOTH:
        return 0.0
    place = _place(row, x, scale)
    white = row.lefts[place] - row.words[place - 1].right
    labelled = row.words[place - 1].text.endswith(":")
    right = " ".join(word.text for word in row.words[place : place + 6])
    if right.startswith(":"):
        return 0.0
    if right[0] in _MARKS or row.words[place - 1].text[-1] in _MARKS:
        return 0.3
    if white < row.least_white(scale):
        return 0.3
    if labelled and not starts_with_label(right):
        return 0.34
    return 1.0 if white >= scale.wide * scale.space else 0.5


def _pitch(rows: list[Row], scale: Scale, enough: int = _ENOUGH_STEPS) -> float:
    """Return the step from one line to the next where nothing parts them."""
    steps = sorted(after.top - before.top for before, after in pairwise(rows))
    usual = steps[len(steps) // 4] if len(steps) >= enough else scale.height
    return max(usual, scale.height)


def _paragraphs(rows: list[Row], scale: Scale, *, in_column: bool) -> list[Block]:
    """Return rows as paragraph groups, a blank strip between two groups.

    The rows of two columns may alternate: in a column the usual step is its own.
    """
    blocks: list[Block] = []
    pitch = _pitch(rows, scale, enough=1 if in_column else _ENOUGH_STEPS)
    for place, row in enumerate(rows):
        if place == 0 or _is_apart(rows[place - 1], row, pitch):
            blocks.append([])
        blocks[-1].extend(_segments(row, scale))
    return blocks


def _is_apart(before: Row, row: Row, pitch: float) -> bool:
    """Whether white parts two rows of a column, unless a sentence plainly runs on."""
    step = row.top - before.top
    if step <= 1.55 * pitch:
        return False
    runs_on = row.words[0].text[0].islower() and before.words[-1].text[-1] not in ".:;!?…_"
    return step > 3.2 * pitch or not runs_on


def _segments(row: Row, scale: Scale) -> list[Row]:
    """Cut a row at wide whites, but never between a label and its value."""
    pieces: list[list[Word]] = [[row.words[0]]]
    for place in range(1, len(row.words)):
        white = (row.words[place].left - row.words[place - 1].right) / scale.space
        if row.stretch >= 1.5 * scale.space and white * scale.space < row.least_white(scale):
            white = 1.0
        ahead = " ".join(word.text for word in row.words[place : place + 7])
        if _parts(pieces[-1], ahead, white, scale):
            pieces.append([])
        pieces[-1].append(row.words[place])
    return [Row(piece) for piece in pieces]


def _parts(before: list[Word], ahead: str, white: float, scale: Scale) -> bool:
    if white < min(2.0, scale.narrow) or ahead.startswith(":"):
        return False
    if ahead[0] in _MARKS:
        return white >= 2 * scale.wide
    labelled = starts_with_label(ahead)
    if before[-1].text.endswith(":") or before[-1].text in "☐☒•-–":
        return labelled and white >= scale.narrow
    return labelled or white >= scale.wide
