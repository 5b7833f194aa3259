"""Where the agreements themselves are kept, and whether one is still as it was."""

import hashlib
from pathlib import Path

from django.conf import settings

from tremplin.kit.kept_files import Cupboard


def cupboard() -> Cupboard:
    """Return the folder of kept agreements."""
    return Cupboard(Path(settings.MEDIA_ROOT) / "agreements")


def digest_now(digest: str) -> str:
    """Return the digest of the kept file as it is now; empty when it is gone."""
    try:
        with cupboard().path_of(digest).open("rb") as kept:
            return hashlib.file_digest(kept, "sha256").hexdigest()
    except OSError:
        return ""
