"""What lies in a place, and small acts on it."""

import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.keeping.rows import Snapshot, snapshot
from tremplin.keeping.place import Place

PARIS = ZoneInfo("Europe/Paris")
AT = datetime(2026, 4, 2, 9, 30, tzinfo=PARIS)
LATER = datetime(2026, 4, 3, 18, 0, tzinfo=PARIS)


def everything(place: Place) -> tuple[Snapshot, dict[str, bytes]]:
    """Return every row and every document."""
    return snapshot(), documents(place)


def documents(place: Place) -> dict[str, bytes]:
    """Return the documents by their name in the folder."""
    found = (path for path in place.files.rglob("*") if path.is_file())
    return {path.relative_to(place.files).as_posix(): path.read_bytes() for path in found}


def put(place: Place, name: str, content: bytes) -> Path:
    """Keep a document."""
    path = place.files / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def empty(folder: Path) -> None:
    """Empty a folder, which stays."""
    for path in folder.glob("*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
