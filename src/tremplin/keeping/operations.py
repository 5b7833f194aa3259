"""Back everything up in one file, restore it, keep a dated copy each day."""

import hashlib
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version as installed_version
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from typing import IO

from tremplin.keeping.packing import DATABASE, FILES, Manifest, damaged, pack, read_manifest, unpack
from tremplin.keeping.place import Place
from tremplin.keeping.refusals import CannotWrite, Refused, WrongPassphrase, cannot_write, no_room
from tremplin.keeping.replacing import replace_data
from tremplin.keeping.schema import bring_to_shape
from tremplin.keeping.sealing import SealedWriter, is_sealed, unseal
from tremplin.kit.copies import CopyFailed, copy_database
from tremplin.kit.locks import FolderBusy, held

AUTOMATIC = "auto"
BEFORE = "avant-restauration"
BEFORE_KEPT = 3
STAGING = "backup-"
A_DAY_SECONDS = 86400


@dataclass(frozen=True)
class Backup:
    """A backup that was written, read again and found right."""

    path: Path
    size: int
    sha256: str
    manifest: Manifest


@dataclass(frozen=True)
class Restored:
    """What took the place of the data, and where the data of before are."""

    manifest: Manifest
    before: Path


def back_up(path: Path, *, place: Place, at: datetime, passphrase: str = "") -> Backup:
    """Write everything to one file, read it again, and only then give it its name.

    Args:
        path: where; a file of that name is replaced.
        place: the data.
        at: the instant of the copy, with its time zone.
        passphrase: seals the file; empty leaves it open to any ZIP reader.

    Returns:
        The backup, with the digest of the file.

    Raises:
        CannotWrite: no room, no right, or no faithful copy.
    """
    with alone(place):
        return _back_up(path, place=place, at=at, passphrase=passphrase)


def _back_up(path: Path, *, place: Place, at: datetime, passphrase: str = "") -> Backup:
    unnamed = path.with_name(f".{path.name}-{token_hex(4)}.part")
    with _disk():
        unnamed.touch(mode=0o600)
        try:
            with unnamed.open("r+b") as target:
                manifest = write_backup(target, place=place, at=at, passphrase=passphrase)
                target.seek(0)
                digest = hashlib.file_digest(target, "sha256").hexdigest()
            size = unnamed.stat().st_size
            unnamed.replace(path)
        finally:
            unnamed.unlink(missing_ok=True)
    return Backup(path, size, digest, manifest)


def write_backup(target: IO[bytes], *, place: Place, at: datetime, passphrase: str = "") -> Manifest:
    """Write everything to an open file and read it again.

    Args:
        target: an empty file, open to be read and written.
        place: the data.
        at: the instant of the copy, with its time zone.
        passphrase: seals the file; may be empty.

    Returns:
        What was written.

    Raises:
        CannotWrite: no room, no right, or no faithful copy.
    """
    with _disk(), _staging(place) as folder:
        copy = copy_database(place.database, folder, at=at)
        written = SealedWriter(target, passphrase=passphrase) if passphrase else target
        program = installed_version("tremplin")
        pack(written, database=copy, files=place.files, at=at, program=program)  # type: ignore[arg-type]
        if isinstance(written, SealedWriter):
            written.finish()
        target.flush()
        os.fsync(target.fileno())
        with _in_clear(target, folder, passphrase=passphrase) as clear:
            return unpack(clear, None)


def look_inside(source: IO[bytes], *, place: Place, passphrase: str = "") -> Manifest:
    """Read what a backup says of itself; nothing is restored.

    Args:
        source: the file.
        place: where a sealed file may be opened for a moment.
        passphrase: needed when it is sealed.

    Returns:
        Its manifest.

    Raises:
        Refused: the file is no backup, is damaged, too recent, or sealed with something else.
    """
    with _disk(), _staging(place) as folder, _in_clear(source, folder, passphrase=passphrase) as clear:
        return read_manifest(clear)


def restore(source: IO[bytes], *, place: Place, at: datetime, passphrase: str = "") -> Restored:
    """Put a backup in place of the present data, which are backed up first.

    The backup is checked whole, and an older one is migrated, before anything present is touched.

    Args:
        source: the backup.
        place: the data to replace; its database exists and is up to date.
        at: the instant, with its time zone; it names the copy of the present data.
        passphrase: needed when the backup is sealed.

    Returns:
        What was restored, and the backup of what was there.

    Raises:
        Refused: nothing was changed; the message says why.
    """
    with alone(place), _staging(place) as folder:
        contents, aside = folder / "contents", folder / "aside"
        aside.mkdir(mode=0o700)
        with _in_clear(source, folder, passphrase=passphrase) as clear:
            _require_room(place, read_manifest(clear))
            manifest = unpack(clear, contents)
        bring_to_shape(contents / DATABASE, like=place.database)
        before = _back_up(_named(place, BEFORE, at), place=place, at=at).path
        replace_data(
            database=place.database,
            files=place.files,
            by_database=contents / DATABASE,
            by_files=contents / FILES,
            aside=aside,
        )
        _keep_last(place, BEFORE, BEFORE_KEPT)
    return Restored(manifest, before)


def copy_of_the_day(*, place: Place, at: datetime, kept: int) -> Backup | None:
    """Keep one dated backup a day, when something changed since the last one.

    Args:
        place: the data.
        at: now, with its time zone.
        kept: how many such copies stay; older ones go once the new one is right.

    Returns:
        The new copy; None when there was nothing to do.

    Raises:
        CannotWrite: no room, no right, or no faithful copy; older copies stay.
    """
    with alone(place):
        copies = sorted(place.backups.glob(f"{AUTOMATIC}-*.zip"))
        if any(path.name.startswith(f"{AUTOMATIC}-{at:%Y-%m-%d}") for path in copies):
            return None
        if copies and copies[-1].stat().st_mtime >= place.changed_at():
            return None
        made = _back_up(_named(place, AUTOMATIC, at), place=place, at=at)
        _keep_last(place, AUTOMATIC, kept)
        return made


@contextmanager
def alone(place: Place) -> Iterator[None]:
    """Hold the data against every other copy, restoration, erasure or migration.

    Args:
        place: the data.

    Raises:
        CannotWrite: another one takes too long, or the disk refuses.
    """
    try:
        with _disk(), held(place.lock):
            yield
    except FolderBusy as problem:
        raise CannotWrite(f"{problem} Rien n’a changé.") from problem


def _named(place: Place, kind: str, at: datetime) -> Path:
    place.backups.mkdir(exist_ok=True, mode=0o700)
    return place.backups / f"{kind}-{at:%Y-%m-%d-%Hh%M%S-%f}.zip"


def _keep_last(place: Place, kind: str, count: int) -> None:
    for old in sorted(place.backups.glob(f"{kind}-*.zip"))[:-count]:
        old.unlink(missing_ok=True)


@contextmanager
def _staging(place: Place) -> Iterator[Path]:
    """Give a folder on the disk of the data, emptied whatever happens."""
    place.incoming.mkdir(exist_ok=True, mode=0o700)
    _sweep(place.incoming)
    with TemporaryDirectory(dir=place.incoming, prefix=STAGING) as folder:
        yield Path(folder)


def _sweep(incoming: Path) -> None:
    """Erase what a power cut left behind: no backup takes a day."""
    for left in incoming.glob(f"{STAGING}*"):
        if time.time() - left.stat().st_mtime > A_DAY_SECONDS:
            shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _in_clear(source: IO[bytes], folder: Path, *, passphrase: str) -> Iterator[IO[bytes]]:
    """Give the archive itself, opened with its passphrase when it is sealed."""
    if not is_sealed(source):
        yield source
        return
    if not passphrase:
        raise WrongPassphrase("Cette sauvegarde est chiffrée. Donnez sa phrase secrète. Rien n’a changé.")
    with (folder / "clear.zip").open("w+b") as clear:
        unseal(source, clear, passphrase=passphrase)
        yield clear


def _require_room(place: Place, manifest: Manifest) -> None:
    """Ask for the room of the parts and of the copy of the present data, before writing any."""
    if shutil.disk_usage(place.incoming).free < 2 * manifest.size:
        raise no_room()


@contextmanager
def _disk() -> Iterator[None]:
    """Turn what the disk refuses into a sentence; everything else passes."""
    try:
        yield
    except Refused:
        raise
    except CopyFailed as problem:
        raise _copy_failed(problem) from problem
    except sqlite3.OperationalError as problem:
        raise _copy_failed(problem) from problem
    except sqlite3.DatabaseError as problem:
        raise damaged(problem) from problem
    except OSError as problem:
        raise cannot_write(problem) from problem


def _copy_failed(problem: Exception) -> CannotWrite:
    if isinstance(problem.__cause__, OSError):
        return cannot_write(problem.__cause__)
    if "full" in str(problem):
        return no_room()
    return CannotWrite(
        f"La base de données n’a pas pu être copiée ({problem}). Rien n’a changé. "
        "Vérifiez la place libre, puis recommencez."
    )
