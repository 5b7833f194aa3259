"""The student leaves nothing behind."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from django.apps import apps
from django.db import connection, transaction

from tremplin.keeping.operations import alone
from tremplin.keeping.place import Place


def erase_everything(*, place: Place, folders: Iterable[Path]) -> None:
    """Erase every row, overwrite what they filled, and empty the given folders.

    A copy or a restoration that runs is waited for: none puts back what was erased.

    Args:
        place: the data.
        folders: kept documents and copies; each is emptied and stays.

    Raises:
        CannotWrite: a copy or a restoration takes too long, or the disk refuses.
    """
    with alone(place):
        _erase_rows()
        for folder in folders:
            _empty(folder)


def _erase_rows() -> None:
    tables = [model._meta.db_table for model in apps.get_models(include_auto_created=True)]
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete=ON")
        with transaction.atomic():
            for table in tables:
                cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")  # noqa: S608
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _empty(folder: Path) -> None:
    """Empty a folder; what goes by itself meanwhile is no matter."""
    for path in folder.glob("*"):
        if path.is_dir() and not path.is_symlink():
            _empty(path)
            with suppress(FileNotFoundError):
                path.rmdir()
        else:
            path.unlink(missing_ok=True)
