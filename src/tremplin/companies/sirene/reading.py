"""Reading an official file through DuckDB: every column as text, under our own names."""

from pathlib import Path
from typing import Final

import duckdb

from tremplin.companies.sirene.columns import KINDS
from tremplin.companies.sirene.files import Source, glob_free

OFFLINE: Final = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
REJECTS_KEPT: Final = 1_000_000


def open_view(database: duckdb.DuckDBPyConnection, source: Source, path: Path) -> None:
    """Create the temporary view `incoming`: our columns, text, NULL where the file has none.

    Args:
        database: the connection that will read it.
        source: what the file is.
        path: where it lies now, unpacked when it came in a ZIP.
    """
    for table in ("incoming_rejects", "incoming_scans"):
        database.execute(f"DROP TABLE IF EXISTS temp.{table}")
    columns = ", ".join(
        f"CAST({_name(source.names[ours])} AS VARCHAR) AS {_name(ours)}"
        if ours in source.names
        else f"CAST(NULL AS VARCHAR) AS {_name(ours)}"
        for ours in KINDS[source.kind]
    )
    reader = _parquet(path) if source.form == "parquet" else _csv(source, path)
    database.execute(f"CREATE OR REPLACE TEMP VIEW incoming AS SELECT {columns} FROM {reader}")  # noqa: S608 quoted


def rejected_rows(database: duckdb.DuckDBPyConnection) -> list[tuple[int, str, str]]:
    """Return the rows of the last CSV that have too few or too many columns: line, start, error."""
    has_table = database.execute(
        "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'incoming_rejects'"
    ).fetchone()
    if not has_table or not has_table[0]:
        return []
    return database.execute(
        "SELECT line, min(csv_line), min(error_type) FROM temp.incoming_rejects GROUP BY line ORDER BY line"
    ).fetchall()


def _parquet(path: Path) -> str:
    return f"read_parquet({_text(glob_free(path))})"


def _csv(source: Source, path: Path) -> str:
    columns = ", ".join(f"{_text(column)}: 'VARCHAR'" for column in source.columns)
    options = [
        f"columns = {{{columns}}}",
        "auto_detect = false",
        "header = true",
        f"delim = {_text(source.separator)}",
        "quote = '\"'",
        "escape = '\"'",
        "nullstr = ''",
        f"encoding = {_text(source.encoding)}",
        f"compression = {_text('gzip' if source.form == 'gzip' else 'none')}",
        "ignore_errors = true",
        "store_rejects = true",
        "rejects_table = 'incoming_rejects'",
        "rejects_scan = 'incoming_scans'",
        f"rejects_limit = {REJECTS_KEPT}",
    ]
    return f"read_csv({_text(glob_free(path))}, {', '.join(options)})"


def _name(identifier: str) -> str:
    doubled = identifier.replace('"', '""')
    return f'"{doubled}"'


def _text(value: str) -> str:
    doubled = value.replace("'", "''")
    return f"'{doubled}'"
