"""The moment of replacing: all the data of a backup take the place of the present ones, or none do."""

import filecmp
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tremplin.keeping.refusals import CannotWrite

PATIENCE_SECONDS = 30


def replace_data(*, database: Path, files: Path, by_database: Path, by_files: Path, aside: Path) -> None:
    """Put other data in place of the living ones, even while they are read.

    New documents are placed first, then the rows change in one SQLite transaction, then documents no longer
    wanted go. If the rows cannot change, the documents are put back.

    Args:
        database: the living database; its readers keep what they were reading.
        files: the folder of living documents.
        by_database: the rows to take.
        by_files: the documents to take, on the same disk; may be missing. They are moved away from there.
        aside: an empty folder on the same disk, for documents that are replaced.

    Raises:
        CannotWrite: another program has been writing for too long.
        OSError: a document could not be placed; nothing has changed.
        sqlite3.Error: the rows could not be written; nothing has changed.
    """
    wanted = {path.relative_to(by_files) for path in by_files.rglob("*") if path.is_file()}
    placing = _Placing(files, aside)
    try:
        for name in sorted(wanted):
            placing.place(by_files / name, name)
        take_rows(by_database, database)
    except BaseException:
        placing.put_back()
        raise
    for path in files.rglob("*"):
        if path.is_file() and path.relative_to(files) not in wanted:
            path.unlink(missing_ok=True)


@dataclass
class _Placing:
    """Documents placed so far, each with what stood there."""

    files: Path
    aside: Path
    done: list[tuple[Path, Path | None]] = field(default_factory=list)

    def place(self, source: Path, name: Path) -> None:
        target = self.files / name
        if target.exists() and filecmp.cmp(source, target, shallow=False):
            return
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        before = self.aside / str(len(self.done)) if target.exists() else None
        if before:
            shutil.copy2(target, before)
        self.done.append((target, before))
        source.replace(target)

    def put_back(self) -> None:
        for target, before in reversed(self.done):
            if before:
                before.replace(target)
            else:
                target.unlink(missing_ok=True)


def take_rows(source: Path, target: Path) -> None:
    """Put the rows of a database in place of the living ones, in one SQLite transaction.

    Args:
        source: the rows to take.
        target: the living database; its readers keep what they were reading.

    Raises:
        CannotWrite: another program has been writing for too long.
        sqlite3.Error: nothing has changed.
    """
    with closing(sqlite3.connect(source)) as taken, closing(sqlite3.connect(target, timeout=1)) as living:
        taken.backup(living, progress=_for_a_while())


def _for_a_while() -> Callable[[int, int, int], None]:
    """Stop waiting for another writer, since SQLite's own call would wait forever."""
    end = time.monotonic() + PATIENCE_SECONDS

    def check(status: int, remaining: int, total: int) -> None:
        if status != sqlite3.SQLITE_DONE and time.monotonic() > end:
            raise CannotWrite(
                "Un autre programme écrit dans vos données depuis trop longtemps. Rien n’a changé. "
                "Fermez l’autre fenêtre de Tremplin, puis recommencez."
            )

    return check
