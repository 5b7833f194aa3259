"""The files the student gave, kept byte for byte under the digest of their content."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from secrets import token_hex

from django.conf import settings

FOLDER = "agreements"
CHUNK = 1 << 20


class TooLarge(ValueError):
    """The file weighs more than may be read; nothing was kept."""


def keep(chunks: Iterable[bytes], *, most: int) -> tuple[str, int]:
    """Write a file once, under its digest.

    Args:
        chunks: its bytes.
        most: bytes it may weigh.

    Returns:
        The SHA-256 of its content, in hexadecimal, and its size in bytes.

    Raises:
        TooLarge: it weighs more than `most`.
    """
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    unnamed = folder() / f".{token_hex(8)}.part"
    unnamed.touch(mode=0o600)
    try:
        digest, size = _write(chunks, unnamed, most)
        if not path_of(digest).exists():
            unnamed.replace(path_of(digest))
    finally:
        unnamed.unlink(missing_ok=True)
    return digest, size


def path_of(digest: str) -> Path:
    """Return where the file of that digest is kept, present or not."""
    return folder() / digest


def digest_now(digest: str) -> str:
    """Return the digest of the kept file as it is now; empty when it is gone."""
    try:
        with path_of(digest).open("rb") as kept:
            return hashlib.file_digest(kept, "sha256").hexdigest()
    except OSError:
        return ""


def forget(digest: str) -> None:
    """Erase a kept file; one already gone is no matter."""
    path_of(digest).unlink(missing_ok=True)


def folder() -> Path:
    """Return the folder of kept agreements."""
    return Path(settings.MEDIA_ROOT) / FOLDER


def _write(chunks: Iterable[bytes], path: Path, most: int) -> tuple[str, int]:
    sum_of_bytes, size = hashlib.sha256(), 0
    with path.open("wb") as target:
        for chunk in chunks:
            size += len(chunk)
            if size > most:
                raise TooLarge
            sum_of_bytes.update(chunk)
            target.write(chunk)
    return sum_of_bytes.hexdigest(), size
