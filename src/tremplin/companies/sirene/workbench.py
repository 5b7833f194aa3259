"""Where an import is done: two databases beside the index in use, phases that survive a kill."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from typing import Any, Final

import duckdb

from tremplin.companies.sirene import lambert
from tremplin.companies.sirene.reading import OFFLINE
from tremplin.companies.sirene.refusals import Busy, NoRoom, Refused
from tremplin.companies.sirene.statements import FOLDING, INDEX_TABLES, MACROS, TABLES

MEMORY: Final = "2GB"
WAIT_SECONDS: Final = 0.2
NO_ROOM: Final = (
    "La place manque pour trier ce fichier, sur le disque ou en mémoire. "
    "Libérez de la place puis relancez : l’import reprendra où il en était."
)
NOT_WRITABLE: Final = (
    "Le dossier où Tremplin garde le registre ne peut pas être écrit. "
    "Vérifiez que le disque accepte d’être modifié, puis relancez."
)
HELD: Final = ("Could not set lock", "Conflicting lock", "used by another process")
_one_import: Final = Lock()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a phase is: rows done and expected, `total` None when nobody knows yet."""

    phase: str
    done: int
    total: int | None


Watch = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Workbench:
    """A connection to the work in progress; each phase is one transaction, done once."""

    folder: Path
    database: duckdb.DuckDBPyConnection
    watch: Watch = field(compare=False)

    @property
    def unpacked(self) -> Path:
        """Where the file of a ZIP lies while it is read."""
        return self.folder / "unpacked.csv"

    @property
    def index(self) -> Path:
        """The index being written."""
        return self.folder / "index.duckdb"

    def is_done(self, phase: str, *, schema: str = "main") -> bool:
        """Tell whether an earlier run finished this phase."""
        row = self.database.execute(
            f"SELECT count(*) FROM {schema}.phases WHERE name = ?",  # noqa: S608 two names of ours
            [phase],
        ).fetchone()
        return bool(row and row[0])

    @contextmanager
    def phase(self, name: str, *, schema: str = "main", first_row: int = 0) -> Iterator[None]:
        """Do a phase wholly or not at all, and remember it with the first row it wrote."""
        self.database.execute("BEGIN")
        try:
            yield
            self.database.execute(
                f"INSERT INTO {schema}.phases VALUES (?, ?)",  # noqa: S608 two names of ours
                [name, first_row],
            )
            self.database.execute("COMMIT")
        except BaseException:
            with suppress(duckdb.Error):  # DuckDB may have rolled back by itself
                self.database.execute("ROLLBACK")
            raise

    def run(self, statement: str, *, title: str, total: int | None) -> None:
        """Run a long statement, telling every moment how far it is; stops when the watch raises."""
        failures: list[duckdb.Error] = []
        worker = Thread(target=_run, args=(self.database, statement, failures), daemon=True)
        worker.start()
        try:
            while worker.is_alive():
                worker.join(WAIT_SECONDS)
                self._tell(title, total)
        except BaseException:
            self.database.interrupt()
            worker.join()
            raise
        if failures:
            raise failures[0]
        if total is not None:
            self.watch(Progress(title, total, total))

    def _tell(self, title: str, total: int | None) -> None:
        percent = self.database.query_progress()
        if 0 <= percent < 100:
            self.watch(Progress(title, round(percent * (total or 0) / 100), total))

    def count(self, statement: str, parameters: Sequence[Any] = ()) -> int:
        """Return the single number a statement answers."""
        row = self.database.execute(statement, list(parameters)).fetchone()
        return int(row[0]) if row and row[0] is not None else 0


@contextmanager
def open_workbench(folder: Path, *, inputs: str, memory: str, watch: Watch) -> Iterator[Workbench]:
    """Open the work left by an import of the same inputs, or start anew.

    Args:
        folder: created when missing; nothing is written elsewhere.
        inputs: what tells these files from others; work left by others is thrown away.
        memory: DuckDB's own limit.
        watch: told how far each phase is.

    Raises:
        Busy: another import holds the folder.
        NoRoom: the disk or the memory does not suffice.
    """
    if not _one_import.acquire(blocking=False):
        raise Busy("Un import est déjà en cours. Attendez qu’il finisse.")
    try:
        database = _connect(folder, inputs, memory)
        try:
            yield Workbench(folder, database, watch)
        except duckdb.Error as problem:
            if lacks_room(problem):
                raise NoRoom(NO_ROOM) from problem
            raise
        finally:
            database.close()
    finally:
        _one_import.release()


def lacks_room(problem: duckdb.Error) -> bool:
    """Tell a full disk or memory from a file that cannot be read."""
    return isinstance(problem, duckdb.OutOfMemoryException) or "No space left" in str(problem)


def _connect(folder: Path, inputs: str, memory: str) -> duckdb.DuckDBPyConnection:
    make_folder(folder)
    try:
        return _taken_up(folder, inputs, memory)
    except duckdb.Error as problem:
        if lacks_room(problem):
            raise NoRoom(NO_ROOM) from problem
        if not os.access(folder, os.W_OK):
            raise Refused(NOT_WRITABLE) from problem
    shutil.rmtree(folder)  # damaged by a full disk or a power cut, and held by nobody: start anew
    make_folder(folder)
    return _taken_up(folder, inputs, memory)


def make_folder(folder: Path) -> None:
    """Make the folder of an index or of a work, readable by the student alone.

    Raises:
        Refused: the disk cannot be written, or a file bears that name.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as problem:
        raise Refused(NOT_WRITABLE) from problem


def _taken_up(folder: Path, inputs: str, memory: str) -> duckdb.DuckDBPyConnection:
    """Open the work of these inputs, or throw away that of others."""
    database = _locked(folder, memory)
    try:
        if _kept_inputs(database) != inputs:
            database.close()
            shutil.rmtree(folder)
            folder.mkdir(mode=0o700)
            database = _locked(folder, memory)
            database.execute("CREATE TABLE inputs AS SELECT ? AS told", [inputs])
        return _prepared(database, folder)
    except BaseException:
        database.close()
        raise


def _prepared(database: duckdb.DuckDBPyConnection, folder: Path) -> duckdb.DuckDBPyConnection:
    database.execute(f"ATTACH '{str(folder / 'index.duckdb').replace(chr(39), chr(39) * 2)}' AS fresh")
    for statements in (TABLES, INDEX_TABLES, MACROS, FOLDING.format(where="TEMP"), lambert.macros()):
        database.execute(statements)
    database.execute("USE fresh")
    database.execute(FOLDING.format(where=""))
    database.execute("USE work")
    return database


def _locked(folder: Path, memory: str) -> duckdb.DuckDBPyConnection:
    config: dict[str, Any] = {
        **OFFLINE,
        "memory_limit": memory,
        "temp_directory": str(folder / "sorting"),
    }
    try:
        database = duckdb.connect(str(folder / "work.duckdb"), config=config)
    except duckdb.IOException as problem:
        if any(words in str(problem) for words in HELD):
            raise Busy("Un autre import est en cours. Attendez qu’il finisse.") from problem
        raise
    database.execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false")
    return database


def _kept_inputs(database: duckdb.DuckDBPyConnection) -> str:
    known = database.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'inputs'").fetchone()
    if not known or not known[0]:
        return ""
    row = database.execute("SELECT told FROM inputs").fetchone()
    return str(row[0]) if row else ""


def _run(database: duckdb.DuckDBPyConnection, statement: str, failures: list[duckdb.Error]) -> None:
    try:
        database.execute(statement)
    except duckdb.Error as problem:
        failures.append(problem)
