"""The index in use: which file it is, and a connection that reads it."""

import json
import secrets
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any, Final

import duckdb

from tremplin.companies.sirene.reading import OFFLINE
from tremplin.companies.sirene.refusals import NothingImported
from tremplin.companies.sirene.report import ImportReport, read_report

MEMORY: Final = "1GB"
FORMAT: Final = 3
POINTER: Final = "current"
NAME: Final = f"index-{FORMAT}-"
_opened: Final[dict[Path, duckdb.DuckDBPyConnection]] = {}
_reports: Final[dict[Path, ImportReport | None]] = {}
_opening: Final = Lock()


def adopt(folder: Path, written: Path) -> None:
    """Make a complete index the one in use; the older ones go when nobody reads them any more."""
    name = f"{NAME}{secrets.token_hex(6)}.duckdb"
    written.replace(folder / name)
    pointer = folder / f".{POINTER}-{secrets.token_hex(4)}"
    pointer.write_text(name, "ascii")
    pointer.replace(folder / POINTER)
    for old in folder.glob("index-*.duckdb"):
        if old.name != name:
            _forget(old)
            with suppress(OSError):  # another process still reads it; the next import removes it
                old.unlink()


def is_imported(folder: Path) -> bool:
    """Tell whether a stock was imported."""
    return current(folder) is not None


def imported(folder: Path) -> ImportReport | None:
    """Return the report of the import in use; None when nothing was imported."""
    path = current(folder)
    return _report(path, reader(folder)) if path is not None else None


def reader(folder: Path) -> duckdb.DuckDBPyConnection:
    """Return a cursor on the index in use, one for each caller: threads do not share it.

    Raises:
        NothingImported: no stock was imported, or its file is gone.
    """
    path = current(folder)
    if path is None and any(folder.glob("index-*.duckdb")):
        raise NothingImported(
            "L’index Sirene de cet ordinateur vient d’une autre version. Relancez l’import des fichiers."
        )
    if path is None:
        raise NothingImported(
            "Aucun fichier Sirene n’est importé sur cet ordinateur. Importez StockEtablissement d’abord."
        )
    with _opening:
        if path not in _opened:
            _close_replaced(path)
            _opened[path] = _open(path)
        return _opened[path].cursor()


def _close_replaced(path: Path) -> None:
    """Close what another process replaced, or its gigabytes stay on the disk until this one ends."""
    for older in [one for one in _opened if one.parent == path.parent]:
        _opened.pop(older).close()
        _reports.pop(older, None)


def _report(path: Path, cursor: duckdb.DuckDBPyConnection) -> ImportReport | None:
    if path not in _reports:
        row = cursor.execute("SELECT report FROM about").fetchone()
        _reports[path] = read_report(json.loads(row[0])) if row else None
    return _reports[path]


def current(folder: Path) -> Path | None:
    """Return the file of the index in use; another name once another stock is imported."""
    try:
        name = (folder / POINTER).read_text("ascii").strip()
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        return None
    path = folder / name
    return path if name.startswith(NAME) and path.is_file() else None


def damaged() -> NothingImported:
    """Return what to say of an index that can no longer be read."""
    return NothingImported("L’index Sirene de cet ordinateur est abîmé. Relancez l’import des fichiers.")


def _open(path: Path) -> duckdb.DuckDBPyConnection:
    config: dict[str, Any] = {**OFFLINE, "memory_limit": MEMORY, "temp_directory": ""}
    try:
        database = duckdb.connect(str(path), read_only=True, config=config)
    except duckdb.Error as problem:
        raise damaged() from problem
    return database


def _forget(path: Path) -> None:
    with _opening:
        database = _opened.pop(path, None)
        _reports.pop(path, None)
    if database is not None:
        database.close()
