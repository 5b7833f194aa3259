"""Copies of the database that can be trusted: made while it lives, verified before they count."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path


class CopyFailed(Exception):
    """The copy does not hold what the database holds; it was not kept."""


def copy_database(source: Path, folder: Path, *, at: datetime) -> Path:
    """Copy a database, even while it is written to, and verify the copy.

    Args:
        source: the database.
        folder: where copies are kept; created when missing.
        at: the instant that names the copy.

    Returns:
        The copy, whose integrity and number of rows were checked.

    Raises:
        CopyFailed: the copy is not whole, or could not be written; it is not kept.
    """
    folder.mkdir(exist_ok=True, mode=0o700)
    name = f"{at:%Y-%m-%d-%Hh%M%S-%f}"
    unverified = folder / f".{name}.part"
    try:
        unverified.touch(mode=0o600)
        is_whole = _write_copy(source, unverified)
    except (OSError, sqlite3.Error) as problem:
        unverified.unlink(missing_ok=True)
        raise CopyFailed(str(problem)) from problem
    if not is_whole:
        unverified.unlink()
        raise CopyFailed("integrity or row counts differ")
    return unverified.replace(folder / f"tremplin-{name}.sqlite3")


def is_faithful(original: sqlite3.Connection, copy: sqlite3.Connection) -> bool:
    """Say whether the copy is sound and holds as many rows, table by table."""
    (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
    return verdict == "ok" and _row_counts(original) == _row_counts(copy)


def keep_last(folder: Path, count: int) -> None:
    """Erase the oldest copies beyond `count`."""
    for old in sorted(folder.glob("tremplin-*.sqlite3"))[:-count]:
        old.unlink()


def _write_copy(source: Path, target: Path) -> bool:
    """Copy within one read of the source, so that counts can be compared."""
    with (
        closing(sqlite3.connect(source, isolation_level=None)) as original,
        closing(sqlite3.connect(target)) as copy,
    ):
        original.execute("BEGIN")
        original.execute("SELECT count(*) FROM sqlite_master").fetchone()
        original.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        return is_faithful(original, copy)


def _row_counts(database: sqlite3.Connection) -> dict[str, int]:
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    counts = {}
    for (name,) in tables:
        quoted = name.replace('"', '""')
        (counts[name],) = database.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()  # noqa: S608
    return counts
