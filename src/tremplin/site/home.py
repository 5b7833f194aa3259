"""The student's data folder: what lies where, and who may touch it at one moment."""

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LOCK_TIMEOUT_SECONDS = 60


class FolderBusy(Exception):
    """Another process has been preparing the folder for too long."""


@dataclass(frozen=True)
class Home:
    """One folder holds everything; copying it copies the student's work."""

    folder: Path

    @property
    def database(self) -> Path:
        """The SQLite file with every row."""
        return self.folder / "tremplin.sqlite3"

    @property
    def files(self) -> Path:
        """Documents the student gave, kept as they came."""
        return self.folder / "files"

    @property
    def incoming(self) -> Path:
        """Files while they arrive: nothing lies outside this folder, even after a power cut."""
        return self.folder / "incoming"

    @property
    def copies(self) -> Path:
        """Dated copies of the database, made before each migration."""
        return self.folder / "copies"

    @property
    def backups(self) -> Path:
        """Dated backups: rows and documents in one file each."""
        return self.folder / "backups"

    @property
    def cache(self) -> Path:
        """What can be made again: compressed static files."""
        return self.folder / "cache"

    @property
    def key(self) -> Path:
        """The secret that signs cookies."""
        return self.folder / "secret-key"

    @property
    def lock(self) -> Path:
        """Held while one process prepares the folder."""
        return self.folder / "start.lock"

    def beside(self, suffix: str) -> "Home":
        """Return a separate folder next to this one."""
        return Home(self.folder.with_name(f"{self.folder.name}-{suffix}"))


def prepare(home: Home) -> None:
    """Create the folder and its secret key, readable by the student alone."""
    home.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    home.files.mkdir(exist_ok=True, mode=0o700)
    home.incoming.mkdir(exist_ok=True, mode=0o700)
    if not home.key.exists():
        _write_key(home.key)


def secret_key(home: Home) -> str:
    """Return the kept key, or one for this process alone when the folder is not prepared."""
    try:
        kept = home.key.read_text("ascii").strip()
    except FileNotFoundError:
        return secrets.token_urlsafe(50)
    return kept or secrets.token_urlsafe(50)


@contextmanager
def locked(home: Home) -> Iterator[None]:
    """Hold the folder against every other process, on any system.

    SQLite's own lock is used: it works on Windows, macOS and Linux, and the system
    releases it when a process dies.

    Raises:
        FolderBusy: another process held it for a minute.
    """
    connection = sqlite3.connect(home.lock, timeout=LOCK_TIMEOUT_SECONDS, isolation_level=None)
    try:
        _take(connection)
        yield
    finally:
        connection.close()


def _take(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as problem:
        message = "Un autre Tremplin prépare ces données depuis une minute. Fermez-le, puis relancez."
        raise FolderBusy(message) from problem


def _write_key(path: Path) -> None:
    fresh = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
    fresh.touch(mode=0o600)
    fresh.write_text(secrets.token_urlsafe(50), "ascii")
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        pass
    except OSError:
        fresh.replace(path)
    fresh.unlink(missing_ok=True)
