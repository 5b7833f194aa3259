"""A file of contacts between the look and the import: kept here, erased as soon as it is answered."""

from pathlib import Path

from django.conf import settings

from tremplin.kit.kept_files import Cupboard


def waiting_files() -> Cupboard:
    """Return the folder of files looked at and not imported yet; no backup holds it."""
    return Cupboard(Path(settings.MEDIA_ROOT).parent / "incoming" / "contacts")


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
    cupboard = waiting_files()
    digest, _size = cupboard.keep([content], most=most)
    for other in cupboard.digests() - {digest}:
        cupboard.forget(other)
    return digest


def take_waiting(digest: str) -> bytes | None:
    """Return a file that waits, erased from its folder; None when it is gone.

    Args:
        digest: as `keep_waiting` gave it; anything else is not there.
    """
    cupboard = waiting_files()
    if digest not in cupboard.digests():
        return None
    content = cupboard.path_of(digest).read_bytes()
    cupboard.forget(digest)
    return content
