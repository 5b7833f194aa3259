"""The data folder held by one process or thread at a time, on any system."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE_SECONDS = 60


class FolderBusy(Exception):
    """Another process has been holding the folder for too long."""


@contextmanager
def held(lock: Path, *, patience_seconds: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Hold a folder against everyone else who asks.

    SQLite's own lock is used: it works on Windows, macOS and Linux, and the system
    releases it when a process dies.

    Args:
        lock: a file of that folder; created when missing.
        patience_seconds: how long to wait for another holder.

    Raises:
        FolderBusy: another one held it all that time.
    """
    lock.touch(mode=0o600)
    connection = sqlite3.connect(lock, timeout=patience_seconds, isolation_level=None)
    try:
        _take(connection)
        yield
    finally:
        connection.close()


def _take(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as problem:
        message = "Un autre Tremplin occupe ces données depuis une minute. Fermez-le, puis recommencez."
        raise FolderBusy(message) from problem
