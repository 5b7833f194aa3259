"""Tables of text read from CSV and XLSX files, however they were saved; what cannot be read is said."""

import csv
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Final
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

LARGEST: Final = 60_000_000
MOST_ROWS: Final = 200_000
MOST_COLUMNS: Final = 200
MOST_EMPTY_ROWS: Final = 1_000
# what zipfile, zlib, the XML parser and openpyxl raise on a file cut, encrypted or made by hand
DAMAGED: Final = (
    BadZipFile, zlib.error, ParseError, KeyError, IndexError, ValueError, TypeError, AttributeError,
    OSError, EOFError, RuntimeError,
)  # fmt: skip
BOMS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
BROKEN: Final = ("Ã©", "Ã¨", "Ã´", "Ãª", "Ã§", "â€™")


class UnreadableTable(ValueError):
    """The file holds no table that can be read; the message is a French sentence."""


@dataclass(frozen=True, slots=True)
class Table:
    """Headings, and rows of as many cells, each with the line it stands on; `notes` say what was repaired."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    notes: tuple[str, ...] = ()


def read_table(content: bytes, *, name: str) -> Table:
    """Return the table a file holds.

    Args:
        content: the whole file.
        name: as the student's computer calls it; only used in sentences.

    Returns:
        The first sheet of a spreadsheet, or the rows of a CSV file; empty rows are left out.

    Raises:
        UnreadableTable: it is empty, too large, damaged, or no table.
    """
    if not content.strip():
        raise UnreadableTable(f"« {name} » est vide.")
    if len(content) > LARGEST:
        raise UnreadableTable(f"« {name} » dépasse {LARGEST // 1_000_000} Mo. Découpez-le.")
    if content.startswith(b"PK\x03\x04"):
        return _read_xlsx(content, name)
    if content.startswith((b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG")):
        raise UnreadableTable(
            f"« {name} » n’est ni un CSV ni un XLSX. Enregistrez-le dans un de ces formats."
        )
    return _read_csv(content, name)


def _read_csv(content: bytes, name: str) -> Table:
    text, notes = _decoded(content, name)
    if text.lstrip()[:1] in {"<", "{"}:
        raise UnreadableTable(f"« {name} » est une page ou des données d’un autre format, pas un tableau.")
    lines = _csv_lines(text, name)
    return _as_table(lines, name, notes)


def _csv_lines(text: str, name: str) -> list[tuple[int, list[str]]]:
    _refuse_open_quote(text, name)
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    lines: list[tuple[int, list[str]]] = []
    start = 1
    try:
        for cells in reader:
            lines.append((start, cells))
            start = reader.line_num + 1
            if len(lines) > MOST_ROWS:
                raise UnreadableTable(f"« {name} » dépasse {MOST_ROWS} lignes.")
    except csv.Error as problem:
        raise UnreadableTable(f"« {name} », ligne {start} : ce n’est pas du CSV valable.") from problem
    return lines


def _refuse_open_quote(text: str, name: str) -> None:
    """Refuse a quotation mark never closed: everything after it would become one cell."""
    open_line, inside = 0, False
    for number, line in enumerate(text.splitlines(), 1):
        if line.count('"') % 2:
            inside = not inside
            open_line = number if inside else open_line
    if inside:
        raise UnreadableTable(
            f"« {name} », ligne {open_line} : un guillemet n’est jamais refermé. Corrigez cette ligne."
        )


def _delimiter(text: str) -> str:
    first = text.lstrip("\r\n").split("\n", 1)[0]
    return max(";,\t", key=first.count)


def _decoded(content: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Decode bytes, and repair French accents that were decoded twice."""
    encoding = next((known for mark, known in BOMS if content.startswith(mark)), "")
    try:
        text = content.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\0" in text:
        raise UnreadableTable(f"« {name} » n’est pas un fichier de texte.")
    if not any(sign in text for sign in BROKEN):
        return text, ()
    try:
        return text.encode("cp1252").decode("utf-8"), (f"« {name} » : les accents abîmés ont été réparés.",)
    except UnicodeError:  # other accents are whole: these letters are the student's own
        return text, ()


def _read_xlsx(content: bytes, name: str) -> Table:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    _refuse_bomb(content, name)
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0] if book.worksheets else None
        rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True) if sheet else ()
        lines = list(_until_empty(rows))
    except (InvalidFileException, *DAMAGED) as problem:
        raise UnreadableTable(f"« {name} » est abîmé, ou n’est pas un classeur XLSX.") from problem
    if sheet is None:
        raise UnreadableTable(f"« {name} » ne contient aucune feuille.")
    return _as_table(lines, name, ())


def _until_empty(rows: Iterable[Sequence[object]]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that hold something, and stop where a sheet is but empty for long."""
    empty = 0
    for number, cells in enumerate(rows, 1):
        written = [_written(cell) for cell in cells]
        while written and not written[-1].strip():
            written.pop()
        empty = 0 if written else empty + 1
        if empty == MOST_EMPTY_ROWS:
            return
        if written:
            yield number, written


def _refuse_bomb(content: bytes, name: str) -> None:
    try:
        with ZipFile(BytesIO(content)) as archive:
            unpacked = sum(one.file_size for one in archive.infolist())
    except BadZipFile as problem:
        raise UnreadableTable(f"« {name} » est abîmé ou incomplet. Téléchargez-le à nouveau.") from problem
    if unpacked > 5 * LARGEST:
        raise UnreadableTable(f"« {name} » est trop volumineux une fois ouvert.")


def _written(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if not cell.time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _as_table(lines: Sequence[tuple[int, list[str]]], name: str, notes: tuple[str, ...]) -> Table:
    """Take the first line with two cells or more as headings."""
    full = list(_not_empty(lines))
    if not full:
        raise UnreadableTable(f"« {name} » ne contient aucune ligne.")
    first = next((index for index, (_, cells) in enumerate(full) if sum(map(bool, cells)) > 1), 0)
    headings = tuple(cell.strip() for cell in full[first][1])
    width = len(headings)
    rows = tuple(
        (number, tuple(cell.strip() for cell in (*cells, *[""] * width)[:width]))
        for number, cells in full[first + 1 :]
    )
    longer = [number for number, cells in full[first + 1 :] if any(cell.strip() for cell in cells[width:])]
    said = tuple(f"Ligne {number} : des cellules en trop ont été laissées de côté." for number in longer[:20])
    return Table(headings, rows, (*notes, *said))


def _not_empty(lines: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    for number, cells in lines:
        if any(cell.strip() for cell in cells):
            yield number, cells
