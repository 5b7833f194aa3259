"""The student's data folder: what lies where, and who may touch it at one moment."""

import secrets
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path

from tremplin.kit.locks import held


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
    def answers(self) -> Path:
        """What public services answered, a week at most; left out of backups, made when first needed."""
        return self.folder / "answers"

    @property
    def sirene(self) -> Path:
        """The index of French companies, large and public; left out of backups, imported again when lost."""
        return self.folder / "sirene"

    @property
    def key(self) -> Path:
        """The secret that signs cookies."""
        return self.folder / "secret-key"

    @property
    def lock(self) -> Path:
        """Held while one process prepares the folder, copies it, restores it or empties it."""
        return self.folder / "start.lock"

    def beside(self, suffix: str) -> "Home":
        """Return a separate folder next to this one."""
        return Home(self.folder.with_name(f"{self.folder.name}-{suffix}"))


def prepare(home: Home) -> None:
    """Create the folder, its database and its secret key, readable by the student alone."""
    home.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    home.files.mkdir(exist_ok=True, mode=0o700)
    home.incoming.mkdir(exist_ok=True, mode=0o700)
    if not home.key.exists():
        _write_key(home.key)
    _close_to_others(home)


def secret_key(home: Home) -> str:
    """Return the kept key, or one for this process alone when the folder is not prepared."""
    try:
        kept = home.key.read_text("ascii").strip()
    except FileNotFoundError:
        return secrets.token_urlsafe(50)
    return kept or secrets.token_urlsafe(50)


def locked(home: Home) -> AbstractContextManager[None]:
    """Hold the folder against every other process.

    Raises:
        FolderBusy: another process held it for a minute.
    """
    return held(home.lock)


def _close_to_others(home: Home) -> None:
    """Let the student alone read the database; SQLite gives its other files the same rights."""
    home.database.touch(mode=0o600)
    for path in home.folder.glob(f"{home.database.name}*"):
        if path.stat().st_mode & 0o077:
            with suppress(OSError):  # some disks know no rights
                path.chmod(0o600)


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
