"""The journal's table as a file, and back: CSV, XLSX, Markdown, JSON."""

import csv
import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any, Final, Literal

from tremplin.documents.table import harmless
from tremplin.journal.domain.sheets import Table, UnreadableTable, read_table
from tremplin.journal.domain.table import HEADINGS, MORE_HEADINGS, Quote, Row, bare
from tremplin.journal.domain.words import folded

Format = Literal["csv", "xlsx", "md", "json"]
FORMATS: Final[tuple[Format, ...]] = ("csv", "xlsx", "md", "json")

ALL_HEADINGS: Final = (*HEADINGS, *MORE_HEADINGS)
VISIBILITIES: Final = {"public": "publique", "company": "pour l’entreprise", "private": "privée"}
CONTINUED: Final = "\n\u00a0"  # a line break inside one skill or one quote, not between two
QUOTED: Final = re.compile(r"^«\s*(?P<words>.*)\s*»(?:\s+[–—-]\s+(?P<author>.+))?$", re.DOTALL)
NUMBERED: Final = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}")
DATES: Final = ("%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d %H:%M")


@dataclass(frozen=True, slots=True)
class Imported:
    """Rows read from a file, and French sentences on what was left out or guessed."""

    rows: tuple[Row, ...]
    notes: tuple[str, ...] = field(default=())


def write_rows(rows: Sequence[Row], *, to: Format) -> bytes:
    """Return the table as a file.

    Args:
        rows: the lines.
        to: which format; CSV is UTF-8 with semicolons, as French spreadsheets open it.

    Returns:
        The bytes of the file. `read_rows` gives the same lines back.
    """
    writers: dict[str, Callable[[Sequence[Row]], bytes]] = {
        "csv": _to_csv,
        "xlsx": _to_xlsx,
        "md": _to_markdown,
        "json": _to_json,
    }
    return writers[to](rows)


def read_rows(content: bytes, *, name: str, today: date) -> Imported:
    """Return the lines of a table that Tremplin, or anyone, wrote.

    Args:
        content: the whole file.
        name: as the student's computer calls it; its suffix chooses JSON and Markdown.
        today: the day given to lines without one.

    Returns:
        Lines, and what to know before keeping them.

    Raises:
        UnreadableTable: no such table can be read in it.
    """
    suffix = name.lower().rpartition(".")[2]
    if suffix == "json":
        return _from_json(content, name)
    table = _markdown_table(content, name) if suffix in {"md", "markdown"} else read_table(content, name=name)
    return _from_table(table, name, today)


# --- writing


def _cells(row: Row) -> tuple[str, ...]:
    visibility = VISIBILITIES[row.visibility]
    listed = (_several(row.skills), row.action, _several(row.impacts), _several(map(str, row.quotes)))
    return (*listed, row.on.isoformat(), row.experience, row.mission, visibility)


def _several(items: Iterable[str]) -> str:
    """Write one item a line; what breaks inside an item is set back, so that it reads as one."""
    return "\n".join(item.replace("\r\n", "\n").replace("\n", CONTINUED) for item in items)


def _to_csv(rows: Sequence[Row]) -> bytes:
    target = StringIO(newline="")
    writer = csv.writer(target, delimiter=";", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(ALL_HEADINGS)
    writer.writerows([_harmless(cell) for cell in _cells(row)] for row in rows)
    return b"\xef\xbb\xbf" + target.getvalue().encode()


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from taking a cell for a formula, so that `_text` can undo it."""
    return "'" + cell if cell.startswith("'") else harmless(cell)


def _to_xlsx(rows: Sequence[Row]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101 a new workbook has one sheet
    sheet.title = "Journal"
    for line, cells in enumerate([ALL_HEADINGS, *map(_cells, rows)], 1):
        for column, text in enumerate(cells, 1):
            cell = sheet.cell(line, column)
            cell.value, cell.data_type = _storable(text), "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for letter, width in zip("ABCDEFGH", (28, 48, 36, 40, 12, 24, 24, 18), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _storable(text: str) -> str:
    """Take off the control characters a spreadsheet cannot hold."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)


def _to_markdown(rows: Sequence[Row]) -> bytes:
    lines = [_markdown_line(ALL_HEADINGS), _markdown_line(["---"] * len(ALL_HEADINGS))]
    lines += [_markdown_line([_markdown_cell(cell) for cell in _cells(row)]) for row in rows]
    return ("\n".join(lines) + "\n").encode()


def _markdown_line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _markdown_cell(cell: str) -> str:
    safe = cell.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
    return safe.replace("\n", "<br>")


def _to_json(rows: Sequence[Row]) -> bytes:
    lines = [{**asdict(row), "on": row.on.isoformat()} for row in rows]
    content = {"format": "tremplin-journal", "version": 1, "rows": lines}
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


# --- reading


def _from_json(content: bytes, name: str) -> Imported:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as problem:
        raise UnreadableTable(f"« {name} » n’est pas du JSON valable ({problem}).") from problem
    if not isinstance(data, dict) or data.get("format") != "tremplin-journal":
        raise UnreadableTable(f"« {name} » n’est pas un journal exporté par Tremplin.")
    if data.get("version") != 1:
        raise UnreadableTable(f"« {name} » vient d’une version plus récente de Tremplin.")
    try:
        return Imported(tuple(_row_from_json(line) for line in data["rows"]))
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise UnreadableTable(f"« {name} » : une ligne est incomplète ({problem}).") from problem


def _row_from_json(line: dict[str, Any]) -> Row:
    if line["visibility"] not in VISIBILITIES:
        raise ValueError(f"visibility {line['visibility']!r}")
    return Row(
        on=date.fromisoformat(line["on"]),
        action=_said(line["action"]),
        skills=tuple(map(_said, line["skills"])),
        impacts=tuple(map(_said, line["impacts"])),
        quotes=tuple(_quote_from_json(quote) for quote in line["quotes"]),
        experience=_said(line["experience"]),
        mission=_said(line["mission"]),
        visibility=line["visibility"],
        entry=line["entry"],
    )


def _quote_from_json(quote: dict[str, Any]) -> Quote:
    quotable = quote.get("quotable")
    if not isinstance(quotable, bool | None):
        raise ValueError(f"quotable {quotable!r}")
    return Quote(_said(quote["words"]), _said(quote.get("author") or ""), quotable)


def _said(value: object) -> str:
    """Return a text that can be kept: half a character, which JSON can hold, cannot."""
    if not isinstance(value, str):
        raise ValueError(f"{value!r}"[:60])
    return value.encode("utf-8", "replace").decode()


def _markdown_table(content: bytes, name: str) -> Table:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise UnreadableTable(f"« {name} » n’est pas du texte en UTF-8.") from problem
    lines = [
        (number, _split(line))
        for number, line in enumerate(text.split("\n"), 1)
        if line.lstrip().startswith("|")
    ]
    kept = [
        (number, cells) for number, cells in lines if not all(re.fullmatch(r":?-+:?", one) for one in cells)
    ]
    if not kept:
        raise UnreadableTable(f"« {name} » ne contient aucun tableau Markdown.")
    (_, headings), *rows = kept
    width = len(headings)
    return Table(
        tuple(headings), tuple((number, tuple([*cells, *[""] * width][:width])) for number, cells in rows)
    )


def _split(line: str) -> list[str]:
    inside = re.sub(r"^\||(?<!\\)\|$", "", line.strip())
    return [_unescaped(cell.strip()) for cell in _cut(inside)]


def _cut(line: str) -> list[str]:
    """Cut a Markdown row at the bars that no backslash escapes."""
    return [match[1] for match in re.finditer(r"((?:\\.|[^|\\])*)(?:\||$)", line)][:-1] or [line]


def _unescaped(cell: str) -> str:
    text = re.sub(r"\\(.)", r"\1", cell.replace("<br>", "\n"))
    return text.replace("&lt;", "<")


def _from_table(table: Table, name: str, today: date) -> Imported:
    columns = {heading: _column(table.headings, heading) for heading in ALL_HEADINGS}
    if columns["Actions réalisées"] is None:
        raise UnreadableTable(
            f"« {name} » : aucune colonne « Actions réalisées » (ou « Action »). Ajoutez-en une."
        )
    rows, notes = [], list(table.notes)
    for number, cells in table.rows:
        texts = {heading: _text(cells, index) for heading, index in columns.items()}
        if not texts["Actions réalisées"]:
            notes.append(f"Ligne {number} : sans action, laissée de côté.")
            continue
        day = _day(texts["Date"])
        if day is None and texts["Date"].strip():
            notes.append(
                f"Ligne {number} : {_why_no_day(texts['Date'].strip())}, laissée de côté. Corrigez-la."
            )
            continue
        if day is None:
            notes.append(f"Ligne {number} : sans date, datée d’aujourd’hui.")
        rows.append(_row(texts, day or today, is_ours=table.headings == ALL_HEADINGS))
    return Imported(tuple(rows), tuple(notes))


def _why_no_day(text: str) -> str:
    shown = f"«\u00a0{text[:30]}\u00a0»"
    return (
        f"la date {shown} n’existe pas" if NUMBERED.fullmatch(text) else f"la date {shown} n’est pas lisible"
    )


def _row(texts: dict[str, str], on: date, *, is_ours: bool) -> Row:
    _listed = _ours if is_ours else _anyone_s
    said = {folded(label): key for key, label in VISIBILITIES.items()}
    return Row(
        on=on,
        action=texts["Actions réalisées"],
        skills=_listed(texts["Compétence"]),
        impacts=_listed(texts["Impact mesurable"]),
        quotes=tuple(_quote(one) for one in _listed(texts["Feedback reçu"])),
        experience=texts["Expérience"],
        mission=texts["Mission"],
        visibility=said.get(folded(texts["Visibilité"]), "company"),
    )


def _anyone_s(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"\n| ; ", cell) if part.strip())


def _ours(cell: str) -> tuple[str, ...]:
    parts = re.split(r"\n(?!\u00a0)", cell)
    return tuple(part.replace(CONTINUED, "\n").strip() for part in parts if part.strip())


def _quote(cell: str) -> Quote:
    match = QUOTED.match(cell)
    if match is None:
        return Quote(cell)
    quoted = f"«{match['words']}»"
    words = bare(quoted)
    return Quote(words, (match["author"] or "").strip()) if words != quoted else Quote(cell)


def _text(cells: Sequence[str], index: int | None) -> str:
    text = cells[index] if index is not None else ""
    was_kept = text.startswith("'") and (text.startswith("''") or harmless(text[1:]) == text)
    return text[1:] if was_kept else text


def _column(headings: Sequence[str], wanted: str) -> int | None:
    """Find a column by its heading, or by the first word of it: « Action », « Feedback »."""
    short = folded(wanted)
    stem = short.split()[0].rstrip("s")
    known = [folded(heading) for heading in headings]
    if short in known:
        return known.index(short)
    return next((index for index, heading in enumerate(known) if heading.startswith(stem)), None)


def _day(text: str) -> date | None:
    for pattern in DATES:
        try:
            return datetime.strptime(text.strip(), pattern).date()  # noqa: DTZ007 a day has no zone
        except ValueError:
            continue
    return None
