"""The database follows the program: a verified, dated copy is kept before any change of shape."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from tremplin.site.home import Home, locked


class CannotMigrate(Exception):
    """The database cannot follow the program; nothing was changed."""


def bring_up_to_date(home: Home, *, copies_kept: int) -> Path | None:
    """Apply pending migrations, after a verified copy when there was something to copy.

    Args:
        home: the prepared data folder.
        copies_kept: how many dated copies stay; older ones go.

    Returns:
        The copy; None when nothing was pending or the database is new.

    Raises:
        CannotMigrate: the copy does not match, the database comes from a newer program,
            or a migration failed. The database is as it was.
    """
    if not _is_behind():
        return None
    with locked(home):
        if not _is_behind():
            return None
        copy = copy_database(home.database, home.copies, at=datetime.now()) if _has_history() else None  # noqa: DTZ005
        try:
            call_command("migrate", verbosity=0, interactive=False)
        except DatabaseError as problem:
            kept = f" La copie est ici : {copy}" if copy else ""
            raise CannotMigrate(f"La mise à jour de la base a échoué ({problem}).{kept}") from problem
        keep_last(home.copies, copies_kept)
        return copy


def copy_database(source: Path, folder: Path, *, at: datetime) -> Path:
    """Copy a database, even while it is written to, and verify the copy.

    Args:
        source: the database.
        folder: where copies are kept; created when missing.
        at: the instant that names the copy.

    Returns:
        The copy, whose integrity and number of rows were checked.

    Raises:
        CannotMigrate: the copy is not whole; it is not kept.
    """
    folder.mkdir(exist_ok=True, mode=0o700)
    unverified = folder / f".{at:%Y-%m-%d-%Hh%M%S-%f}.part"
    with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(unverified)) as copy:
        original.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        is_whole = verify_copy(original, copy)
    if not is_whole:
        unverified.unlink()
        raise CannotMigrate(
            "La copie de sécurité est incomplète : la base n’a pas été touchée. Libérez de la place."
        )
    return unverified.replace(folder / f"tremplin-{at:%Y-%m-%d-%Hh%M%S-%f}.sqlite3")


def verify_copy(original: sqlite3.Connection, copy: sqlite3.Connection) -> bool:
    """Say whether the copy is sound and holds as many rows, table by table."""
    (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
    return verdict == "ok" and _row_counts(original) == _row_counts(copy)


def keep_last(folder: Path, count: int) -> None:
    """Erase the oldest copies beyond `count`."""
    for old in sorted(folder.glob("tremplin-*.sqlite3"))[:-count]:
        old.unlink()


def _row_counts(database: sqlite3.Connection) -> dict[str, int]:
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    counts = {}
    for (name,) in tables:
        quoted = name.replace('"', '""')
        (counts[name],) = database.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()  # noqa: S608
    return counts


def _is_behind() -> bool:
    executor = MigrationExecutor(connection)
    known = executor.loader.disk_migrations
    newer = [name for name in executor.loader.applied_migrations if name not in known]
    if newer:
        app, name = newer[0]
        raise CannotMigrate(
            f"Ces données viennent d’une version plus récente de Tremplin ({app}, {name}). "
            "Installez cette version, ou rouvrez une copie du dossier « copies »."
        )
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _has_history() -> bool:
    return "django_migrations" in connection.introspection.table_names()
