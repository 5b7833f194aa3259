"""The student leaves nothing behind."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from django.apps import apps
from django.db import connection, transaction


def erase_everything(*, folders: Iterable[Path]) -> None:
    """Erase every row, overwrite what they filled, and empty the given folders.

    Args:
        folders: kept documents and copies; each is emptied and stays.
    """
    tables = [model._meta.db_table for model in apps.get_models(include_auto_created=True)]
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete=ON")
        with transaction.atomic():
            for table in tables:
                cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")  # noqa: S608
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for folder in folders:
        _empty(folder)


def _empty(folder: Path) -> None:
    for path in folder.glob("*"):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
