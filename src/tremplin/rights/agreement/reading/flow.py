"""Building pages from a document that flows: paragraphs, cells, page breaks."""

from dataclasses import dataclass, field, replace

from tremplin.rights.agreement.pages import Line, Page
from tremplin.rights.agreement.reading.marks import boxes, clean
from tremplin.rights.agreement.reading.tables import reads_by_columns, starts_with_label

PAGE_BREAK = "\f"


@dataclass(slots=True)
class Table:
    """Cells row after row; each cell is a list of paragraphs and tables."""

    rows: list[list[list["str | Table"]]] = field(default_factory=list)


Part = str | Table
"""A paragraph (tabs and line breaks kept, form feeds as page breaks) or a table."""


class Flow:
    """Collects lines page by page; places are told in rows, as no letter has been drawn yet."""

    def __init__(self) -> None:
        """Start with an empty page."""
        self._pages: list[list[Line]] = [[]]
        self._block = 0
        self._row = 0
        self._left, self._right = 0.0, 1.0

    def add(self, parts: list[Part]) -> None:
        """Add a group of paragraphs, an empty one between two groups, and tables."""
        for part in parts:
            if isinstance(part, Table):
                self._block += 1
                self._add_table(part)
                self._block += 1
            else:
                self._add_paragraph(part)

    def add_apart(self, parts: list[Part]) -> None:
        """Add headers or footers as blocks at the end of the first page, out of the flow of sentences."""
        apart = Flow()
        apart.add(parts)
        first = self._pages[0]
        last = max((line.block for line in first), default=0) + 1
        below = max((line.top for line in first), default=0.0) + 1
        for page in apart._pages:
            first.extend(
                replace(line, block=last + line.block, top=below + place) for place, line in enumerate(page)
            )

    def pages(self) -> tuple[Page, ...]:
        """Return the pages; one that a break leaves empty at the end is dropped."""
        while len(self._pages) > 1 and not self._pages[-1]:
            self._pages.pop()
        return tuple(Page(number, _scaled(lines)) for number, lines in enumerate(self._pages, 1))

    def _add_paragraph(self, text: str) -> None:
        for place, piece in enumerate(text.split(PAGE_BREAK)):
            if place:
                self._pages.append([])
                self._block = self._row = 0
            if not piece.strip():
                self._block += 1
            for line in piece.split("\n"):
                self._add_line(line)

    def _add_line(self, line: str) -> None:
        pieces: list[str] = []
        for piece in line.split("\t"):
            piece = boxes(clean(piece))
            if not piece:
                continue
            if pieces and _belongs(pieces[-1], piece):
                pieces[-1] = f"{pieces[-1]} {piece}"
            else:
                pieces.append(piece)
        share = (self._right - self._left) / max(1, len(pieces))
        for place, piece in enumerate(pieces):
            left = self._left + place * share
            self._pages[-1].append(
                Line(piece, self._block, round(left, 4), round(left + share, 4), self._row)
            )
        self._row += 1

    def _add_table(self, table: Table) -> None:
        placed = _placed(table, self._row, self._left, self._right)
        edges, end = (self._left, self._right), self._row
        for cell, row, left, right in placed:
            self._block += 1
            self._row, self._left, self._right = row, left, right
            self.add(cell)
            end = max(end, self._row)
        self._row, (self._left, self._right) = end, edges


def _placed(table: Table, row: int, left: float, right: float) -> list[tuple[list[Part], int, float, float]]:
    """Return the cells in reading order, each with its first row and its extent."""
    placed: list[list[tuple[list[Part], int, float, float]]] = []
    for cells in table.rows:
        share = (right - left) / max(1, len(cells))
        placed.append(
            [(cell, row, left + at * share, left + (at + 1) * share) for at, cell in enumerate(cells)]
        )
        row += max((_height(cell) for cell in cells), default=0)
    texts = [[_text(cell) for cell in cells] for cells in table.rows]
    even = len({len(cells) for cells in table.rows}) == 1
    if even and reads_by_columns(texts):
        return [line[at] for at in range(len(placed[0])) for line in placed]
    return [cell for line in placed for cell in line]


def _height(cell: list[Part]) -> int:
    """Return how many rows a cell takes."""
    return sum(
        part.count("\n") + 1
        if isinstance(part, str)
        else sum(max((_height(inner) for inner in row), default=0) for row in part.rows)
        for part in cell
    )


def _scaled(lines: list[Line]) -> tuple[Line, ...]:
    """Turn rows into shares of the page height."""
    rows = max((line.top for line in lines), default=0.0) + 1
    return tuple(replace(line, top=round(line.top / rows, 4)) for line in lines)


def _belongs(before: str, piece: str) -> bool:
    """Whether a tab stands between a label and its value, or before an option."""
    if piece.startswith((":", "☐", "☒")):
        return True
    return before.endswith((":", "•", "-", "–", "☐", "☒")) and not starts_with_label(piece)


def _text(cell: list[Part]) -> str:
    pieces = [
        part if isinstance(part, str) else " ".join(_text(inner) for row in part.rows for inner in row)
        for part in cell
    ]
    return " ".join(piece.strip() for piece in pieces if piece.strip())
