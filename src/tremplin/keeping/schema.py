"""A database that came from elsewhere: sound, not newer than the program, brought up to its shape."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from secrets import token_hex

from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection, connections
from django.db.migrations.executor import MigrationExecutor

from tremplin.keeping.packing import damaged
from tremplin.keeping.refusals import Refused, TooRecent, no_room


def bring_to_shape(database: Path, *, like: Path) -> None:
    """Migrate a copy to the shape this program knows, and check it.

    Args:
        database: the copy; nobody else has it open.
        like: the living database, whose triggers and views are the only ones allowed.

    Raises:
        Damaged: SQLite finds it corrupt, or its rows do not hold together.
        TooRecent: it went through migrations this program does not know.
        CannotWrite: no room to migrate it.
    """
    _require_sound(database)
    _require_no_program_inside(database, like=like)
    with _opened(database) as alias:
        _require_known(alias)
        _migrate(alias)
        _require_readable(alias)


def _require_sound(database: Path) -> None:
    with closing(sqlite3.connect(database)) as opened:
        try:
            (verdict,) = opened.execute("PRAGMA integrity_check(1)").fetchone()
        except sqlite3.DatabaseError as problem:
            raise damaged("base de données") from problem
    if verdict != "ok":
        raise damaged("base de données")


@contextmanager
def _opened(database: Path) -> Iterator[str]:
    """Give Django another database for a while, in this thread alone."""
    alias = f"restored-{token_hex(4)}"
    added = connection.copy(alias)
    options = {**added.settings_dict["OPTIONS"], "init_command": "PRAGMA synchronous=OFF"}
    added.settings_dict.update(NAME=str(database), OPTIONS=options)
    connections[alias] = added
    try:
        yield alias
    finally:
        added.close()
        del connections[alias]


def _require_known(alias: str) -> None:
    try:
        loader = MigrationExecutor(connections[alias]).loader
    except DatabaseError as problem:
        raise damaged("historique de la base") from problem
    if not loader.applied_migrations:
        raise damaged("base vide")
    unknown = sorted(key for key in loader.applied_migrations if key not in loader.disk_migrations)
    if unknown:
        raise TooRecent(
            f"Cette sauvegarde vient d’une version plus récente de Tremplin ({'.'.join(unknown[0])}). "
            "Installez cette version, puis recommencez. Rien n’a changé."
        )


def _migrate(alias: str) -> None:
    try:
        call_command("migrate", database=alias, verbosity=0, interactive=False)
    except Exception as problem:  # a migration runs code of its own, which may raise anything
        if "full" in str(problem):
            raise no_room() from problem
        raise Refused(
            f"Cette ancienne sauvegarde n’a pas pu être mise à jour ({problem}). Rien n’a changé."
        ) from problem


def _require_readable(alias: str) -> None:
    """Read a row of each model, and follow every reference."""
    try:
        for model in apps.get_models(include_auto_created=True):
            model._base_manager.using(alias).first()
        connections[alias].check_constraints()
    except DatabaseError as problem:
        raise damaged("base de données") from problem


def _require_no_program_inside(database: Path, *, like: Path) -> None:
    """A trigger or a view would run among the student's data: only those of the program may."""
    if not _programs(database) <= _programs(like):
        raise damaged("la base contient des instructions inconnues")


def _programs(database: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(database)) as opened:
        return set(
            opened.execute("SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchall()
        )
