"""Tables drawn with rules: words are sorted into cells first, the rest of the page around them."""

from collections import defaultdict
from collections.abc import Sequence

from tremplin.rights.agreement.pages import Line
from tremplin.rights.agreement.reading.columns import Block, Scale, Word, number_blocks, read_blocks
from tremplin.rights.agreement.reading.drawings import Drawings
from tremplin.rights.agreement.reading.marks import CHECKED, EMPTY
from tremplin.rights.agreement.reading.tables import reads_by_columns

Cell = tuple[float, float, float, float]
Rule = tuple[float, float, float]
_NEAR = 3.0
_MOST_RULES = 3_000


def lay_out_with_grids(
    words: Sequence[Word], drawings: Drawings, *, width: float, height: float, scale: Scale
) -> tuple[Line, ...]:
    """Return the lines of a page whose tables may be drawn; see `columns.lay_out`."""
    words = [*words, *_drawn_boxes(words, drawings)]
    blocks: list[Block] = []
    for part in _parts(words, drawings):
        blocks.extend(part.blocks(scale))
    return number_blocks(blocks, width=width, height=height)


class _Free:
    """Words outside any table."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words

    def blocks(self, scale: Scale) -> list[Block]:
        return read_blocks(self.words, scale)


class _Grid:
    """Words of one table, by cell."""

    def __init__(self, cells: dict[Cell, list[Word]]) -> None:
        self.cells = cells
        self.top = min(cell[2] for cell in cells)
        self.bottom = max(cell[3] for cell in cells)

    def blocks(self, scale: Scale) -> list[Block]:
        rows = self._rows()
        texts = [[" ".join(word.text for word in self.cells[cell]) for cell in row] for row in rows]
        even = len({len(row) for row in rows}) == 1
        if even and reads_by_columns(texts):
            order = [row[place] for place in range(len(rows[0])) for row in rows]
        else:
            order = [cell for row in rows for cell in row]
        return [block for cell in order for block in read_blocks(self.cells[cell], scale)]

    def _rows(self) -> list[list[Cell]]:
        rows: list[list[Cell]] = []
        for cell in sorted(self.cells, key=lambda cell: (cell[2], cell[0])):
            if rows and cell[2] - rows[-1][0][2] < _NEAR:
                rows[-1].append(cell)
            else:
                rows.append([cell])
        return [sorted(row) for row in rows]


def _parts(words: list[Word], drawings: Drawings) -> list[_Free | _Grid]:
    cells = _cells_of(words, drawings)
    if len(cells) < 2:
        return [_Free(words)] if words else []
    inside = {id(word) for held in cells.values() for word in held}
    free = [word for word in words if id(word) not in inside]
    parts: list[_Free | _Grid] = []
    for grid in _tables(cells):
        above = [word for word in free if (word.top + word.bottom) / 2 < grid.top]
        free = [word for word in free if (word.top + word.bottom) / 2 >= grid.top]
        if above:
            parts.append(_Free(above))
        parts.append(grid)
    if free:
        parts.append(_Free(free))
    return parts


def _tables(cells: dict[Cell, list[Word]]) -> list[_Grid]:
    """Group cells whose vertical extents follow each other without a break."""
    tables: list[dict[Cell, list[Word]]] = []
    bottom = 0.0
    for cell in sorted(cells, key=lambda cell: cell[2]):
        if not tables or cell[2] > bottom + _NEAR:
            tables.append({})
        tables[-1][cell] = cells[cell]
        bottom = max(bottom, cell[3])
    return [_Grid(table) for table in tables]


def _cells_of(words: Sequence[Word], drawings: Drawings) -> dict[Cell, list[Word]]:
    """Return words by the smallest drawn cell around them; words in no cell are left out."""
    found: dict[Cell, list[Word]] = defaultdict(list)
    if not drawings.across or not drawings.down or len(drawings.across) + len(drawings.down) > _MOST_RULES:
        return found
    across = _anchored(drawings)
    for word in words:
        cell = _cell_around(word, across, drawings.down)
        if cell:
            found[cell].append(word)
    return found


def _anchored(drawings: Drawings) -> list[Rule]:
    """Return the rules across that run from one rule down to another: the others underline words."""
    return [
        (y, start, end)
        for y, start, end in drawings.across
        if _meets(start, y, drawings.down) and _meets(end, y, drawings.down)
    ]


def _meets(x: float, y: float, down: Sequence[Rule]) -> bool:
    return any(abs(place - x) <= _NEAR and start - _NEAR <= y <= end + _NEAR for place, start, end in down)


def _cell_around(word: Word, across: Sequence[Rule], down: Sequence[Rule]) -> Cell | None:
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    beside = [place for place, start, end in down if start - 1 <= y <= end + 1]
    along = [place for place, start, end in across if start - 1 <= x <= end + 1]
    lefts = [place for place in beside if place <= x]
    rights = [place for place in beside if place > x]
    tops = [place for place in along if place <= y]
    bottoms = [place for place in along if place > y]
    if not (lefts and rights and tops and bottoms):
        return None
    return round(max(lefts)), round(min(rights)), round(max(tops)), round(min(bottoms))


def _drawn_boxes(words: Sequence[Word], drawings: Drawings) -> list[Word]:
    """Return a ☐ or ☒ for each little square drawn before a word, checked when something is inside."""
    found = []
    for left, right, top, bottom in _distinct(drawings.squares):
        marks = [*drawings.marks, *drawings.filled]
        inside = any(_is_in(mark, (left, right, top, bottom)) for mark in marks) or any(
            _is_in((word.left, word.right, word.top, word.bottom), (left, right, top, bottom), 3.0)
            and word.text in ("x", "X", "✓", CHECKED, "×")
            for word in words
        )
        near = [word for word in words if word.top - 3 <= (top + bottom) / 2 <= word.bottom + 3]
        if any(0 <= word.left - right + 2 < 14 or 0 <= left - word.right + 2 < 14 for word in near):
            found.append(Word(CHECKED if inside else EMPTY, left, right, top, bottom))
    return found


def _distinct(squares: Sequence[Cell]) -> list[Cell]:
    kept: list[Cell] = []
    for square in squares:
        if not any(abs(square[0] - other[0]) < 2 and abs(square[2] - other[2]) < 2 for other in kept):
            kept.append(square)
    return kept


def _is_in(box: Cell, square: Cell, slack: float = 1.5) -> bool:
    return (
        box[0] >= square[0] - slack
        and box[1] <= square[1] + slack
        and box[2] >= square[2] - slack
        and box[3] <= square[3] + slack
    )
