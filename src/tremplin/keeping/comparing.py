"""What changed since a backup, row by row."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import IO
from zipfile import ZipFile

from tremplin.keeping.packing import lines, read_manifest, schema


def changed_rows(source: IO[bytes], database: Path, *, keys: Mapping[str, str]) -> dict[str, int] | None:
    """Count the rows that a backup does not hold as they are now, and those it alone holds.

    Args:
        source: the clear archive.
        database: the living database.
        keys: the column that names a row, by table.

    Returns:
        Counts by table, those without change left out; None when the tables took another shape since.

    Raises:
        Refused: the file is no backup, or is damaged.
    """
    manifest = read_manifest(source)
    with ZipFile(source) as archive, closing(sqlite3.connect(database)) as rows:
        if dict(manifest.schema) != schema(rows):
            return None
        counts = {table: len(_changed(archive, rows, table, key)) for table, key in keys.items()}
    return {table: count for table, count in counts.items() if count}


def _changed(archive: ZipFile, rows: sqlite3.Connection, table: str, key: str) -> set[object]:
    with archive.open(f"tables/{table}.jsonl") as kept:
        differing = set(kept) ^ set(lines(rows, table))
    return {json.loads(line)[key] for line in differing}
