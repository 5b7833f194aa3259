"""Which backups are kept here, and what a set of rows holds."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet
from django.utils.timezone import get_current_timezone

from tremplin.keeping.comparing import changed_rows
from tremplin.keeping.packing import Manifest, read_manifest
from tremplin.keeping.place import Place
from tremplin.keeping.refusals import Refused
from tremplin.keeping.sealing import is_sealed

SUFFIXES = (".zip", ".tremplin")
KINDS = (("auto-", "auto"), ("avant-restauration-", "before"))
REMOVABLE = "deleted_at"
MOST_NAMED = 3
OF_THE_DAY = re.compile(r"auto-(\d{4}-\d\d-\d\d)-(\d\d)h(\d\d)")
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


@dataclass(frozen=True)
class LastCopy:
    """The latest backup kept here: what the student made that it holds, what changed since.

    `changed` and `holds` count only what the student can remove: agreements, entries, internships…
    `is_behind` says that anything changed, a detail included. Nothing is said when `holds` is None.
    """

    kept: Kept
    changed: tuple[Held, ...] = ()
    is_behind: bool = False
    holds: tuple[Held, ...] | None = None

    @property
    def named(self) -> tuple[Held, ...]:
        """The first few kinds that changed."""
        return self.changed[:MOST_NAMED]

    @property
    def is_one(self) -> bool:
        """Whether a single thing changed."""
        return sum(held.count for held in self.changed) == 1


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
        In the order of the slices; what was removed, and what belonged to it, left out.
    """
    return _held({model._meta.db_table: _in_sight(model).count() for model in apps.get_models()})


def held_by(manifest: Manifest) -> list[Held]:
    """Count what a backup holds, by kind, empty and unknown kinds left out.

    Args:
        manifest: what the backup says of itself.

    Returns:
        In the order of the slices.
    """
    return _held(manifest.rows)


def last_copy(place: Place) -> LastCopy | None:
    """Return the latest backup kept here, and what changed since.

    Args:
        place: the data.

    Returns:
        The backup; None when there is none. Nothing is known of one that is sealed or damaged.
    """
    kept = next(iter(kept_backups(place)), None)
    if kept is None or kept.is_sealed:
        return LastCopy(kept) if kept else None
    try:
        with kept.path.open("rb") as source:
            holds = read_manifest(source).rows
            changed = changed_rows(source, place.database, keys=_keys())
    except Refused:
        return LastCopy(kept)
    if changed is None:
        return LastCopy(kept)
    return LastCopy(kept, tuple(_held(changed, REMOVABLE)), bool(changed), tuple(_held(holds, REMOVABLE)))


def several(name: str) -> str:
    """Put the name of a kind in the plural, its complement aside.

    Args:
        name: « étape du plan », « stage ou alternance ».

    Returns:
        « étapes du plan », « stages ou alternances ».
    """
    words = name.split()
    first = next((rank for rank, word in enumerate(words) if COMPLEMENT.match(word)), len(words))
    return " ".join([*map(_plural, words[:first]), *words[first:]])


def _plural(word: str) -> str:
    if word == "ou" or word[-1] in "sxz":
        return word
    return f"{word.removesuffix('l')}ux" if word.endswith("al") else f"{word}s"


def _keys() -> dict[str, str]:
    """Name the column that names a row, by table."""
    models = (model for model in apps.get_models() if model._meta.managed)
    return {model._meta.db_table: str(model._meta.pk.column) for model in models}


def _in_sight(model: type[Model]) -> QuerySet[Model]:
    """Leave out the rows that were removed, and those of something removed."""
    mine = {REMOVABLE: None} if _has(model, REMOVABLE) else {}
    owners = (
        field.name
        for field in model._meta.concrete_fields
        if field.related_model and not field.null and _has(field.related_model, REMOVABLE)
    )
    return model._base_manager.filter(**mine, **{f"{owner}__{REMOVABLE}": None for owner in owners})


def _has(model: Any, name: str) -> bool:
    return any(field.name == name for field in model._meta.concrete_fields)


def _held(rows: Mapping[str, int], with_field: str = "") -> list[Held]:
    models = [model for model in apps.get_models() if model._meta.managed]
    models = [model for model in models if not with_field or _has(model, with_field)]
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
    return Kept(path, _kept_at(path.name, status.st_mtime), status.st_size, sealed)


def _kept_at(name: str, changed_at: float) -> datetime:
    """Return when a copy was kept: a copy of the day says it in its name, whatever the clock of the disk."""
    zone, said = get_current_timezone(), OF_THE_DAY.match(name)
    with suppress(ValueError):
        if said is not None:
            return datetime.fromisoformat(f"{said[1]} {said[2]}:{said[3]}").replace(tzinfo=zone)
    return datetime.fromtimestamp(changed_at, zone)
