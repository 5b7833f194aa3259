"""The photo a résumé carries, as a `data:` address; never opened here."""

import base64
import binascii
from typing import Final

from tremplin.stories.cv.reading.bounds import LARGEST_PHOTO

STARTS: Final = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def photo_address(encoded: str) -> str:
    """Return a photo as a `data:` address.

    Args:
        encoded: base64 of the picture, or of its `data:` address, as Europass writes it.

    Returns:
        `data:image/png;base64,…` or JPEG; empty when it is neither, or too heavy.
    """
    if not encoded or len(encoded) > LARGEST_PHOTO:
        return ""
    content = _decoded("".join(encoded.rpartition(",")[2].split()))
    if content.startswith(b"data:"):
        content = _decoded(content.rpartition(b",")[2].decode("ascii", "replace"))
    kind = next((kind for start, kind in STARTS.items() if content.startswith(start)), "")
    return f"data:{kind};base64,{base64.b64encode(content).decode()}" if kind else ""


def _decoded(encoded: str) -> bytes:
    try:
        return base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        return b""
