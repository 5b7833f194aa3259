"""Finding columns by their heading, in French or in English, wherever they stand."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tremplin.network.domain import folded
from tremplin.network.importing.bounds import LONGEST_CELL
from tremplin.network.importing.incoming import Gathering
from tremplin.network.importing.sheets import Row, Sheet, read_alone

HEADER_WITHIN: Final = 30
ESCAPED: Final = tuple(f"'{sign}" for sign in "=+-@'＝＋－＠")


@dataclass(frozen=True, slots=True)
class Header:
    """The row that names the columns, its place among the rows, and the folded names."""

    at: int
    line: int
    names: tuple[str, ...]

    def column(self, *wanted: str) -> int | None:
        """Return the first column called by one of these folded names; None without any."""
        return next((self.names.index(name) for name in wanted if name in self.names), None)

    def columns(self, *wanted: str) -> tuple[int, ...]:
        """Return every column called by one of these folded names, in order."""
        return tuple(index for index, name in enumerate(self.names) if name in wanted)


def find_header(sheet: Sheet, *needed: Iterable[str]) -> Header | None:
    """Return the first row that has one name of each set.

    Args:
        sheet: the table; sentences may stand before its header.
        needed: sets of folded names.

    Returns:
        The header; None when no row is one.
    """
    sets = [frozenset(names) for names in needed]
    for at, (line, cells) in enumerate(sheet.rows[:HEADER_WITHIN]):
        names = tuple(map(folded, cells))
        if all(wanted.intersection(names) for wanted in sets):
            return Header(at, line, names)
    return None


def records(sheet: Sheet, header: Header, gathering: Gathering) -> Iterator[Row]:
    """Give the rows that have the shape of the header; refuse the others, each with its line.

    Args:
        sheet: the table.
        header: its header; rows before it are passed over.
        gathering: where refusals go.
    """
    width = len(header.names)
    for line, cells in sheet.rows[header.at + 1 :]:
        if not "".join(cells).strip():
            if len(cells) >= width and len(cells) > 1:
                yield line, cells
            continue
        if _fits(cells, width):
            yield line, cells
        else:
            yield from _salvaged(sheet, header, line, cells, gathering)


def tell_unread(gathering: Gathering, sheet: Sheet, header: Header, *, read: Container[int | None]) -> None:
    """Say which columns hold something that was not read.

    Args:
        gathering: where the warning goes.
        sheet: the table.
        header: its header.
        read: places of the columns that were looked at.
    """
    rows = sheet.rows[header.at + 1 :]
    titles = [
        title.strip()
        for at, title in enumerate(sheet.rows[header.at][1])
        if title.strip()
        and at not in read
        and any(at < len(cells) and cells[at].strip() for _, cells in rows)
    ]
    if titles:
        shown = ", ".join(dict.fromkeys(" ".join(title.split()) for title in titles))[:LONGEST_CELL]
        gathering.warn(0, f"Colonnes non lues\u00a0: {shown}.")


def text_at(cells: Sequence[str], column: int | None) -> str:
    """Return a cell without the blanks around it nor the apostrophe that disarmed a formula."""
    if column is None or column >= len(cells):
        return ""
    bare = cells[column].strip()
    return bare[1:] if bare[:1] == "'" and bare.startswith(ESCAPED) else bare


def words_at(cells: Sequence[str], column: int | None) -> str:
    """Return a cell as one short line."""
    return " ".join(text_at(cells, column).split())[:LONGEST_CELL]


def _fits(cells: Sequence[str], width: int) -> bool:
    return len(cells) == width or (len(cells) > width and not any(cell.strip() for cell in cells[width:]))


def _salvaged(
    sheet: Sheet, header: Header, line: int, cells: Sequence[str], gathering: Gathering
) -> Iterator[Row]:
    """Read again, one by one, the lines that a quote left open had swallowed."""
    width, spanned = len(header.names), 1 + sum(cell.count("\n") for cell in cells)
    if spanned == 1 or not sheet.lines:
        gathering.refuse(line, _why(len(cells), width))
        return
    for one in range(line, min(line + spanned, len(sheet.lines) + 1)):
        alone = read_alone(sheet, one)
        if _fits(alone, width):
            yield one, alone
        elif any(cell.strip() for cell in alone):
            gathering.refuse(one, _why(len(alone), width))


def _why(found: int, wanted: int) -> str:
    cause = (
        "une virgule sans guillemets a sans doute décalé les colonnes"
        if found > wanted
        else "elle est coupée, ou un guillemet n’est pas fermé"
    )
    cells = "1 case" if found == 1 else f"{found} cases"
    return f"{cells} au lieu de {wanted}\u00a0: {cause}. Corrigez cette ligne, puis recommencez."
