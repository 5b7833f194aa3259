"""A table for a spreadsheet: CSV as a French Excel opens it, with a comma in the numbers."""

import csv
import io
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Cell = str | int | Decimal | date | None

FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; a number stays a number, an absent value an empty cell."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def to_csv(table: Table) -> bytes:
    """Write a table as CSV: semicolons, decimal comma, byte order mark, CRLF.

    Text that a spreadsheet would run as a formula gets an apostrophe in front, for it may
    come from someone else's document.

    Args:
        table: every row as long as `columns`.

    Returns:
        UTF-8 bytes with a byte order mark.

    Raises:
        ValueError: a row has more or fewer cells than there are columns.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(_cell, table.columns))
    for row in table.rows:
        if len(row) != len(table.columns):
            raise ValueError(f"{len(row)} cells for {len(table.columns)} columns: {row}")
        writer.writerow(map(_cell, row))
    return text.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe in front of what looks like one.

    Args:
        text: the cell; blanks before the sign do not hide it.

    Returns:
        The text, or the text after an apostrophe.
    """
    return f"'{text}" if FORMULA.match(text) else text


def _cell(value: Cell) -> str:
    match value:
        case None:
            return ""
        case str():
            return harmless(value)
        case date():
            return value.strftime("%d/%m/%Y")
    return str(value).replace(".", ",")
