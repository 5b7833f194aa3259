"""A table of cases on disk, read whatever it holds."""

import csv
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

COLUMNS = ("kind", "inputs_json", "expected_json")


class UnreadableTable(Exception):
    """A file that is not a table of cases; its text is a French sentence."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, nothing interpreted yet."""

    case_id: str
    kind: str
    inputs: str
    expected: str
    tolerance: str = ""
    oracle: str = ""
    note: str = ""


def read_table(path: Path) -> tuple[Row, ...]:
    """Read every row of a table of cases.

    Args:
        path: a CSV file with at least the columns kind, inputs_json and expected_json.

    Returns:
        The rows, in order; cells that are missing are empty.

    Raises:
        UnreadableTable: the file cannot be read, is not UTF-8 text, or lacks a column.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        rows = csv.DictReader(StringIO(text, newline=""), restval="")
        missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
        if missing:
            raise UnreadableTable(f"Le fichier {path} n’a pas de colonne {', '.join(missing)}.")
        return tuple(_row(number, cells) for number, cells in enumerate(rows, start=1))
    except FileNotFoundError:
        raise UnreadableTable(f"Le fichier {path} n’existe pas.") from None
    except OSError:
        raise UnreadableTable(f"Le fichier {path} ne peut pas être lu\u00a0: vérifiez vos droits.") from None
    except (UnicodeDecodeError, csv.Error):
        raise UnreadableTable(f"Le fichier {path} n’est pas un tableau CSV en UTF-8.") from None


def _row(number: int, cells: dict[str, str]) -> Row:
    return Row(
        case_id=cells.get("case_id", "") or f"ligne {number}",
        kind=cells["kind"].strip(),
        inputs=cells["inputs_json"],
        expected=cells["expected_json"],
        tolerance=cells.get("tolerance", "").strip(),
        oracle=cells.get("oracle", ""),
        note=cells.get("note", ""),
    )
