"""The student takes everything away in one file, or leaves nothing behind."""

import shutil
import tempfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from django.apps import apps
from django.db import connection, transaction

from tremplin.kit.copies import copy_database


def archive(*, database: Path, files: Path, at: datetime) -> IO[bytes]:
    """Put a verified copy of the database and the kept documents in one ZIP file.

    Args:
        database: the living database.
        files: the folder of kept documents; may be empty.
        at: the instant of the copy.

    Returns:
        The archive, open at its start; it goes from the disk when closed.

    Raises:
        CopyFailed: the database could not be copied faithfully.
    """
    packed = tempfile.TemporaryFile(suffix=".zip")  # noqa: SIM115 the answer closes it
    with tempfile.TemporaryDirectory() as folder, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        target.write(copy_database(database, Path(folder), at=at), "tremplin.sqlite3")
        for path in sorted(files.rglob("*")):
            if path.is_file():
                target.write(path, Path("files") / path.relative_to(files))
    packed.seek(0)
    return packed


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
