"""Where the proofs of the journal are kept."""

from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from tremplin.journal.domain.file_kinds import LARGEST, LISTED_IN, LOOKED_AT, refuse_size
from tremplin.kit.kept_files import Cupboard, TooLarge

FOLDER = "journal"


def keep(chunks: Iterable[bytes], *, name: str) -> tuple[str, int]:
    """Write a file once, under its digest.

    Args:
        chunks: its bytes.
        name: as the student's computer calls it, for the sentence of a refusal.

    Returns:
        Its SHA-256 and its size in bytes.

    Raises:
        RefusedFile: it is too large.
    """
    try:
        return _cupboard().keep(chunks, most=LARGEST)
    except TooLarge:
        refuse_size(LARGEST + 1, name=name)
        raise


def first_bytes(digest: str) -> bytes:
    """Return the first bytes of a kept file, enough to know its type."""
    with path_of(digest).open("rb") as kept:
        return kept.read(LOOKED_AT)


def last_bytes(digest: str) -> bytes:
    """Return the last bytes of a kept file, where an archive lists what it holds."""
    with path_of(digest).open("rb") as kept:
        kept.seek(max(0, path_of(digest).stat().st_size - LISTED_IN))
        return kept.read()


def path_of(digest: str) -> Path:
    """Return where the file of that digest is kept, present or not."""
    return _cupboard().path_of(digest)


def digests() -> frozenset[str]:
    """Return the digests of all kept proofs."""
    return _cupboard().digests()


def forget(digest: str) -> None:
    """Erase a kept file; one already gone is no matter."""
    _cupboard().forget(digest)


def _cupboard() -> Cupboard:
    return Cupboard(Path(settings.MEDIA_ROOT) / FOLDER)
