"""Which backups are kept here, and what a set of rows holds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.apps import apps
from django.utils.timezone import get_current_timezone

from tremplin.keeping.packing import Manifest
from tremplin.keeping.place import Place
from tremplin.keeping.sealing import is_sealed

SUFFIXES = (".zip", ".tremplin")
KINDS = (("auto-", "auto"), ("avant-restauration-", "before"))
COMPLEMENT = re.compile(r"(?:de|du|des|en|à|au|aux|pour|d’.+)$")


@dataclass(frozen=True)
class Kept:
    """A backup file of this machine."""

    path: Path
    kept_at: datetime
    size: int
    is_sealed: bool

    @property
    def name(self) -> str:
        """The name of the file, which is its address too."""
        return self.path.name

    @property
    def kind(self) -> str:
        """Say `auto` for a copy of the day, `before` for one made before a restoration, else nothing."""
        return next((kind for start, kind in KINDS if self.name.startswith(start)), "")


@dataclass(frozen=True)
class Held:
    """How many rows of one kind."""

    name: str
    count: int


def kept_backups(place: Place) -> list[Kept]:
    """List the backups kept in the data folder.

    Args:
        place: the data.

    Returns:
        Latest first; files still being written are left out.
    """
    found = [path for path in place.backups.glob("[!.]*") if path.suffix in SUFFIXES and path.is_file()]
    return sorted((_kept(path) for path in found), key=lambda kept: kept.kept_at, reverse=True)


def kept_backup(place: Place, name: str) -> Kept | None:
    """Return one of them by its name.

    Args:
        place: the data.
        name: as listed; any other, and any path, finds nothing.

    Returns:
        The backup; None when there is none of that name.
    """
    return next((kept for kept in kept_backups(place) if kept.name == name), None)


def held_now() -> list[Held]:
    """Count what the student's data hold, by kind, empty kinds left out.

    Returns:
        In the order of the slices.
    """
    return _held({model._meta.db_table: model._base_manager.count() for model in apps.get_models()})


def held_by(manifest: Manifest) -> list[Held]:
    """Count what a backup holds, by kind, empty and unknown kinds left out.

    Args:
        manifest: what the backup says of itself.

    Returns:
        In the order of the slices.
    """
    return _held(manifest.rows)


def several(name: str) -> str:
    """Put the name of a kind in the plural, its complement aside.

    Args:
        name: « étape du plan », « stage ou alternance ».

    Returns:
        « étapes du plan », « stages ou alternances ».
    """
    words = name.split()
    first = next((rank for rank, word in enumerate(words) if COMPLEMENT.match(word)), len(words))
    plural = [word if word == "ou" or word[-1] in "sxz" else f"{word}s" for word in words[:first]]
    return " ".join(plural + words[first:])


def _held(rows: Mapping[str, int]) -> list[Held]:
    models = [model for model in apps.get_models() if model._meta.managed]
    counts = ((model, rows.get(model._meta.db_table, 0)) for model in models)
    return [
        Held(str(model._meta.verbose_name) if count == 1 else several(str(model._meta.verbose_name)), count)
        for model, count in counts
        if count
    ]


def _kept(path: Path) -> Kept:
    status = path.stat()
    with path.open("rb") as source:
        sealed = is_sealed(source)
    return Kept(path, datetime.fromtimestamp(status.st_mtime, get_current_timezone()), status.st_size, sealed)
