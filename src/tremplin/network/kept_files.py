"""A file of contacts between the look and the import: kept here, erased as soon as it is answered."""

from pathlib import Path

from django.conf import settings

from tremplin.kit.kept_files import Cupboard


def waiting_files() -> Cupboard:
    """Return the folder of files looked at and not imported yet; no backup holds it."""
    return Cupboard(Path(settings.MEDIA_ROOT).parent / "incoming" / "contacts")
