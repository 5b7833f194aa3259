"""What each file of an import has to say: its day, and its wrong rows with their line."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

import duckdb

from tremplin.companies.sirene.files import Source
from tremplin.companies.sirene.report import Faulty

SHOWN: Final = 20
REASONS: Final = {
    "siret": "ce n’est pas un SIRET de 14 chiffres, la ligne est écartée",
    "state": "état inconnu (ni A ouvert, ni F fermé), la ligne est écartée",
    "key": "la clé de contrôle du SIRET est fausse, l’établissement est gardé",
    "zeros": "les zéros de tête manquaient au SIRET, ils ont été remis",
    "day": "date de création impossible, laissée vide",
    "point": "coordonnées illisibles, laissées vides",
}
CUT: Final = {
    "MISSING COLUMNS": "il manque des colonnes",
    "TOO MANY COLUMNS": "il y a trop de colonnes",
    "UNQUOTED VALUE": "un guillemet n’est pas fermé",
    "INVALID ENCODING": "un caractère n’est pas en UTF-8",
    "LINE SIZE OVER MAXIMUM": "la ligne est trop longue",
}
REFUSING: Final = ("siret", "state")


@dataclass(frozen=True, slots=True)
class Note:
    """What one file says beside its rows."""

    kind: str
    as_of: date | None
    refused: int
    refusals: tuple[Faulty, ...]
    flagged: int
    flags: tuple[Faulty, ...]
    warnings: tuple[str, ...]


def keep_note(database: duckdb.DuckDBPyConnection, source: Source, rank: int, *, phase: str) -> None:
    """Look at the rows a phase wrote, and keep what must be told about them."""
    cut = database.execute(
        "SELECT line, start, error FROM cut_rows WHERE phase = ? ORDER BY line NULLS LAST", [phase]
    ).fetchall()
    is_whole = not cut or cut[-1][0] is not None
    cut = cut if is_whole else cut[:-1]
    row = database.execute("SELECT first_row FROM phases WHERE name = ?", [phase]).fetchone()
    first_row = int(row[0]) if row else 0
    lines = [line for line, _, _ in cut]
    refused, refusals = _faults(database, source, first_row, lines, refusing=True)
    flagged, flags = _faults(database, source, first_row, lines, refusing=False)
    note = Note(
        kind=source.kind,
        as_of=_newest_day(database, source, first_row),
        refused=refused + len(cut),
        refusals=(*(_cut(source, *row) for row in cut[:SHOWN]), *refusals)[:SHOWN],
        flagged=flagged,
        flags=flags,
        warnings=(
            *source.warnings,
            *(() if is_whole else (_too_many(source, len(cut)),)),
            *_end_is_missing(database, source, first_row, cut),
        ),
    )
    content = {**asdict(note), "as_of": note.as_of.isoformat() if note.as_of else None}
    database.execute("INSERT INTO notes VALUES (?, ?)", [rank, json.dumps(content)])


def kept_notes(database: duckdb.DuckDBPyConnection) -> tuple[Note, ...]:
    """Return the notes of every file, in the order they were read."""
    rows = database.execute("SELECT content FROM notes ORDER BY rank").fetchall()
    return tuple(_note(json.loads(content)) for (content,) in rows)


def counted(number: int, one: str, several: str) -> str:
    """Return « 1 234 lignes »: the number in French, then the word that agrees with it."""
    return f"{number:,}".replace(",", "\u202f") + f" {one if number < 2 else several}"


def _note(content: dict[str, Any]) -> Note:
    return Note(
        **{
            **content,
            "as_of": date.fromisoformat(content["as_of"]) if content["as_of"] else None,
            "refusals": tuple(Faulty(**one) for one in content["refusals"]),
            "flags": tuple(Faulty(**one) for one in content["flags"]),
            "warnings": tuple(content["warnings"]),
        }
    )


def _newest_day(database: duckdb.DuckDBPyConnection, source: Source, first_row: int) -> date | None:
    if source.kind == "points":
        return None
    row = database.execute(
        f"SELECT max(treated) FROM {source.kind} WHERE rowid >= ?",  # noqa: S608 a table of ours
        [first_row],
    ).fetchone()
    return row[0] if row else None


def _cut(source: Source, line: int, start: str | None, error: str) -> Faulty:
    reason = CUT.get(error, "la ligne ne peut pas être lue")
    return Faulty(source.shown, line, "", (start or "")[:40], f"{reason}, la ligne est écartée")


def _too_many(source: Source, count: int) -> str:
    return (
        f"{source.shown} a plus de {counted(count, 'ligne abîmée', 'lignes abîmées')} : "
        "elles ne sont pas toutes comptées. Téléchargez-le à nouveau."
    )


def _end_is_missing(
    database: duckdb.DuckDBPyConnection,
    source: Source,
    first_row: int,
    cut: Sequence[tuple[int, str, str]],
) -> tuple[str, ...]:
    row = database.execute(
        f"SELECT count(*) FROM {source.kind} WHERE rowid >= ?",  # noqa: S608 a table of ours
        [first_row],
    ).fetchone()
    read = int(row[0]) if row else 0
    if not cut or cut[-1][0] < read + len(cut) + 1:
        return ()
    line, _, error = cut[-1]
    why = f"s’arrête au milieu de la ligne {line} : il a été coupé."
    if error == "UNQUOTED VALUE":
        why = (
            f"ouvre un guillemet à la ligne {line} et ne le referme pas : {_rest(source, line)}"
            "n’a pas pu être lu."
        )
    return (
        f"{source.shown} {why} "
        f"{counted(read, 'ligne complète gardée', 'lignes complètes gardées')}. "
        "Téléchargez-le à nouveau pour tout avoir.",
    )


def _rest(source: Source, line: int) -> str:
    left = (source.rows or 0) + 1 - line
    about = f" (environ {counted(left, 'ligne', 'lignes')})" if left > 0 else ""
    return f"tout ce qui suit{about} "


def _faults(
    database: duckdb.DuckDBPyConnection,
    source: Source,
    first_row: int,
    cut: Sequence[int],
    *,
    refusing: bool,
) -> tuple[int, tuple[Faulty, ...]]:
    if source.kind == "legal_units":
        return 0, ()
    where = (
        f"FROM {source.kind} WHERE rowid >= ? AND flag IS NOT NULL AND (split_part(flag, '=', 1) IN ?) = ?"
    )
    parameters = [first_row, list(REFUSING), refusing]
    row = database.execute(f"SELECT count(*) {where}", parameters).fetchone()
    rows = database.execute(
        f"SELECT rowid, siret, flag {where} ORDER BY rowid LIMIT {SHOWN}", parameters
    ).fetchall()
    header = 1 if source.form == "parquet" else 2
    faults = [
        _faulty(source, _line(number - first_row + header, cut), siret, flag) for number, siret, flag in rows
    ]
    return (int(row[0]) if row else 0), tuple(faults)


def _line(line: int, cut: Sequence[int]) -> int:
    """Shift a line by the cut ones before it, which the table does not hold."""
    for other in cut:
        if other <= line:
            line += 1
    return line


def _faulty(source: Source, line: int, siret: int | None, flag: str) -> Faulty:
    pairs = [one.partition("=") for one in flag.split("|") if one.partition("=")[0] in REASONS]
    return Faulty(
        file=source.shown,
        line=line,
        siret=f"{siret:014d}" if siret is not None else "",
        value=", ".join(value for _, _, value in pairs),
        reason=" ; ".join(REASONS[code] for code, _, _ in pairs),
    )
