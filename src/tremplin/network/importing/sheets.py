"""Tables from CSV, TSV and spreadsheets: any separator, and rows that a stray quote swallowed."""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median_low
from typing import Final

from tremplin.network.importing.bounds import LARGEST_FILE, MOST_COLUMNS, MOST_PACKED, MOST_ROWS, SMALL
from tremplin.network.importing.incoming import UnreadableContacts

SEPARATORS: Final = ",;\t|"
SNIFFED: Final = 40
LONGEST_LINE: Final = 100_000
Row = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows with the line each begins on; `lines` is the text they come from, empty for a spreadsheet."""

    rows: list[Row]
    lines: list[str]
    separator: str = ","


def read_csv(text: str) -> Sheet:
    """Return every row of a table written as text.

    Args:
        text: separated by commas, semicolons, tabs or bars.

    Returns:
        Rows, blank ones included.

    Raises:
        UnreadableContacts: more rows than any address book has.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    lines = [line[:LONGEST_LINE] for line in plain.split("\n")]
    separator = max(SEPARATORS, key=lambda one: _widths(lines, one))
    rows = []
    for row in _rows(lines, separator):
        rows.append(row)
        if len(rows) > MOST_ROWS:
            raise too_many_rows()
    return Sheet(rows, lines, separator)


def read_alone(sheet: Sheet, line: int) -> list[str]:
    """Read one physical line by itself, as when a stray quote swallowed it."""
    return _alone(sheet.lines[line - 1], sheet.separator)


def read_workbook(content: bytes) -> Sheet:
    """Return the rows of the first sheet of a spreadsheet; formulas give their last value, or nothing.

    Raises:
        UnreadableContacts: damaged, protected, or unpacking without end.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    _require_sensible(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        first = book.worksheets[0]
        found = first.iter_rows(max_col=MOST_COLUMNS, max_row=MOST_ROWS + 1, values_only=True)
        rows = [(line, [_cell(value) for value in cells]) for line, cells in enumerate(found, 1)]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError, OSError) as problem:
        raise UnreadableContacts(
            "Ce classeur est abîmé ou protégé. Enregistrez-le de nouveau en .xlsx ou en .csv."
        ) from problem
    if len(rows) > MOST_ROWS:
        raise too_many_rows()
    return Sheet(rows, [])


def too_many_rows() -> UnreadableContacts:
    """Return the refusal of a table without end."""
    return UnreadableContacts(
        f"Ce fichier a plus de {MOST_ROWS:_} lignes".replace("_", "\u00a0")
        + "\u00a0: ce n’est pas un carnet d’adresses. Coupez-le en plusieurs fichiers."
    )


def _rows(lines: list[str], separator: str) -> Iterator[Row]:
    reader = csv.reader((line + "\n" for line in lines), delimiter=separator)
    begins = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            lost = range(begins, reader.line_num + 1)
            yield from ((line, _alone(lines[line - 1], separator)) for line in lost)
        else:
            yield begins, cells
        begins = reader.line_num + 1


def _alone(line: str, separator: str) -> list[str]:
    return next(csv.reader([line], delimiter=separator), [])


def _widths(lines: Sequence[str], separator: str) -> tuple[int, int]:
    """Return how wide most rows are, then the widest: one long cell full of commas tells nothing."""
    widths = [len(cells) for _, cells in _rows(list(lines[:SNIFFED]), separator) if any(cells)]
    return (median_low(widths), max(widths)) if widths else (0, 0)


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
    return str(value).strip()


def _require_sensible(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, zlib.error, ValueError) as problem:
        raise UnreadableContacts("Ce classeur est abîmé. Enregistrez-le de nouveau.") from problem
    if size > LARGEST_FILE or (size > SMALL and size > MOST_PACKED * len(content)):
        raise UnreadableContacts("Ce classeur se déplie sans fin\u00a0: il n’a pas été ouvert.")
