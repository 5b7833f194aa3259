"""Reading an official file through DuckDB: every column as text, under our own names."""

from pathlib import Path
from typing import Final

import duckdb

from tremplin.companies.sirene.columns import KINDS
from tremplin.companies.sirene.files import Source, glob_free

OFFLINE: Final = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
# One fault for each missing column: some four thousand rows, then the count is a least one.
FAULTS_KEPT: Final = 200_000
START: Final = 40


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


def keep_rejected_rows(database: duckdb.DuckDBPyConnection, phase: str) -> None:
    """Add to `cut_rows` the rows the last CSV could not give: line, start, error.

    A row without a line says that there were more than could be told.
    """
    has_table = database.execute(
        "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'incoming_rejects'"
    ).fetchone()
    if not has_table or not has_table[0]:
        return
    database.execute(
        f"INSERT INTO cut_rows SELECT ?, line, left(min(csv_line), {START}), min(error_type) "  # noqa: S608 a number of ours
        "FROM temp.incoming_rejects GROUP BY line",
        [phase],
    )
    database.execute(
        "INSERT INTO cut_rows SELECT ?, NULL, NULL, NULL FROM temp.incoming_rejects HAVING count(*) >= ?",
        [phase, FAULTS_KEPT],
    )


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
        f"rejects_limit = {FAULTS_KEPT}",
    ]
    return f"read_csv({_text(glob_free(path))}, {', '.join(options)})"


def _name(identifier: str) -> str:
    doubled = identifier.replace('"', '""')
    return f'"{doubled}"'


def _text(value: str) -> str:
    doubled = value.replace("'", "''")
    return f"'{doubled}'"
