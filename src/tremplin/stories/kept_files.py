"""The photo of the CV, and a file between the look and the import."""

from pathlib import Path

from django.conf import settings

from tremplin.kit.kept_files import Cupboard

LARGEST_PORTRAIT = 2_000_000


def keep_photo(content: bytes) -> str:
    """Keep a photo, already written again.

    Args:
        content: a JPEG file.

    Returns:
        Its digest.

    Raises:
        TooLarge: it weighs more than a portrait does.
    """
    digest, _size = _photos().keep([content], most=LARGEST_PORTRAIT)
    return digest


def photo(digest: str) -> bytes:
    """Return a kept photo; empty when its file is gone."""
    path = _photos().path_of(digest)
    return path.read_bytes() if path.is_file() else b""


def keep_waiting(content: bytes, *, most: int) -> str:
    """Keep one file until it is imported; any other that waited is erased.

    Args:
        content: the whole file.
        most: bytes it may weigh.

    Returns:
        Its digest.

    Raises:
        TooLarge: it weighs more than `most`.
    """
    cupboard = _waiting()
    digest, _size = cupboard.keep([content], most=most)
    for other in cupboard.digests() - {digest}:
        cupboard.forget(other)
    return digest


def take_waiting(digest: str) -> bytes | None:
    """Return a file that waits, erased from its folder; None when it is gone.

    Args:
        digest: as `keep_waiting` gave it; anything else is not there.
    """
    cupboard = _waiting()
    if digest not in cupboard.digests():
        return None
    content = cupboard.path_of(digest).read_bytes()
    cupboard.forget(digest)
    return content


def _photos() -> Cupboard:
    return Cupboard(Path(settings.MEDIA_ROOT) / "cv")


def _waiting() -> Cupboard:
    return Cupboard(Path(settings.MEDIA_ROOT).parent / "incoming" / "cv")
