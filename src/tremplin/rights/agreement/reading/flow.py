"""Building pages from a document that flows: paragraphs, cells, page breaks."""

from dataclasses import dataclass, field

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
    """Collects lines page by page."""

    def __init__(self) -> None:
        """Start with an empty page."""
        self._pages: list[list[Line]] = [[]]
        self._block = 0

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
        """Add headers or footers as a block of the first page, out of the flow of sentences."""
        for part in parts:
            apart = Flow()
            apart.add([part])
            last = max((line.block for line in self._pages[0]), default=0) + 1
            self._pages[0].extend(
                Line(line.text, last, line.left, line.right, line.top)
                for page in apart._pages
                for line in page
            )

    def pages(self) -> tuple[Page, ...]:
        """Return the pages; one that a break leaves empty at the end is dropped."""
        while len(self._pages) > 1 and not self._pages[-1]:
            self._pages.pop()
        return tuple(Page(number, tuple(lines)) for number, lines in enumerate(self._pages, 1))

    def _add_paragraph(self, text: str) -> None:
        for place, piece in enumerate(text.split(PAGE_BREAK)):
            if place:
                self._pages.append([])
                self._block = 0
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
        share = 1 / max(1, len(pieces))
        for place, piece in enumerate(pieces):
            self._pages[-1].append(
                Line(piece, self._block, round(place * share, 3), round((place + 1) * share, 3))
            )

    def _add_table(self, table: Table) -> None:
        texts = [[_text(cell) for cell in row] for row in table.rows]
        if not texts:
            return
        even = len({len(row) for row in table.rows}) == 1
        if even and reads_by_columns(texts):
            order = [row[place] for place in range(len(table.rows[0])) for row in table.rows]
        else:
            order = [cell for row in table.rows for cell in row]
        for cell in order:
            self._block += 1
            self.add(cell)


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
