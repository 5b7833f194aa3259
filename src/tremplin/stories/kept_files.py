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


def waiting_files() -> Cupboard:
    """Return the folder of files looked at and not imported yet; no backup holds it."""
    return Cupboard(Path(settings.MEDIA_ROOT).parent / "incoming" / "cv")


def _photos() -> Cupboard:
    return Cupboard(Path(settings.MEDIA_ROOT) / "cv")
