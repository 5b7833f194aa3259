"""The database follows the program: a verified, dated copy is kept before any change of shape."""

import sqlite3
from datetime import datetime
from pathlib import Path

from django.apps import apps
from django.db import DatabaseError, connection

from tremplin.keeping.refusals import Refused
from tremplin.keeping.replacing import take_rows
from tremplin.kit.copies import CopyFailed, copy_database, keep_last
from tremplin.site.creating import create_tables
from tremplin.site.home import Home, locked


class CannotMigrate(Exception):
    """The database cannot follow the program; no row was lost, the message says what became of it."""


def bring_up_to_date(home: Home, *, copies_kept: int, now: datetime) -> Path | None:
    """Apply pending migrations, after a verified copy when there was something to copy.

    Args:
        home: the prepared data folder.
        copies_kept: how many dated copies stay; older ones go.
        now: the instant that names the copy.

    Returns:
        The copy; None when nothing was pending or the database is new.

    Raises:
        CannotMigrate: the database cannot be read, no faithful copy could be made, it comes
            from a newer program, or a migration failed.
        FolderBusy: another process is at it.
    """
    if _bears_the_same_names() or not _is_behind():
        return None
    with locked(home):
        if not _is_behind():
            return None
        if not connection.introspection.table_names():
            create_tables()
            return None
        copy = _copy(home, now) if _has_history() else None
        _migrate(home, copy)
        keep_last(home.copies, copies_kept)
        return copy


def _copy(home: Home, now: datetime) -> Path:
    try:
        return copy_database(home.database, home.copies, at=now)
    except CopyFailed as problem:
        raise CannotMigrate(
            f"La copie de sécurité n’a pas pu être faite ({problem}). La base n’a pas été touchée. "
            "Libérez de la place sur le disque, puis relancez Tremplin."
        ) from problem


def _migrate(home: Home, copy: Path | None) -> None:
    from django.core.management import call_command

    try:
        call_command("migrate", verbosity=0, interactive=False)
    except Exception as problem:  # a migration runs code of its own, which may raise anything
        connection.close()
        after = _put_back(copy, home.database) if copy else ""
        raise CannotMigrate(f"La mise à jour de la base a échoué ({problem}).{after}") from problem


def _put_back(copy: Path, database: Path) -> str:
    """Undo the migrations that went through before the one that failed; say where the copy is."""
    try:
        take_rows(copy, database)
    except (Refused, sqlite3.Error):
        return f" Elle n’a pas pu être remise comme avant. Sa copie d’avant est ici : {copy}"
    return f" Elle est comme avant, et sa copie est ici : {copy}"


def _bears_the_same_names() -> bool:
    """Say whether the migrations on disk and those applied bear the same names; no module is loaded."""
    on_disk = {
        (app.label, path.stem)
        for app in apps.get_app_configs()
        for path in (Path(app.path) / "migrations").glob("[0-9]*.py")
    }
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT app, name FROM django_migrations")
            return on_disk == set(cursor.fetchall())
    except DatabaseError:
        return False


def _is_behind() -> bool:
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
    except DatabaseError as problem:
        raise CannotMigrate(
            f"La base de données ne peut pas être lue ({problem}). "
            "Remplacez tremplin.sqlite3 par une copie du dossier « copies », puis relancez."
        ) from problem
    known = executor.loader.disk_migrations
    newer = [key for key in executor.loader.applied_migrations if key not in known]
    if newer:
        raise CannotMigrate(
            f"Ces données viennent d’une version plus récente de Tremplin ({'.'.join(newer[0])}). "
            "Installez cette version, ou reprenez une copie du dossier « copies »."
        )
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _has_history() -> bool:
    return "django_migrations" in connection.introspection.table_names()
