"""Forgetting someone: their row, what hangs on it, and their name wherever a room wrote it for itself."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final
from unicodedata import normalize

from django.apps import apps
from django.conf import settings
from django.db import connection, models, transaction

from tremplin.network.domain.spellings import spellings
from tremplin.network.models import ImportBatch, Merge, Organization, Person
from tremplin.network.operations.relations import relations_to

SOMEONE: Final = "quelqu’un"
ELIDED: Final = re.compile(rf"\b(d|qu)['’]{SOMEONE}", re.IGNORECASE)
NAMING_ROOMS: Final = frozenset({"network", "prospecting"})
NOT_THEIRS: Final = frozenset({"accounts", "contenttypes", "sessions", "auth"})
SHORTEST_TOLD: Final = 6
THEIR_OWN: Final = frozenset({"full_name", "folded_name", "email", "phone", "profile_url", "value", "normal"})


@dataclass(frozen=True, slots=True)
class Left:
    """Texts of the student's own that still name someone: of what kind, how many."""

    what: str
    count: int


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What became of someone.

    Attributes:
        erased: rows that went, their own included.
        left: texts the student wrote or gave, which still name them: only the student may change these.
    """

    erased: int
    left: tuple[Left, ...]


def texts_naming(person: Person) -> tuple[Left, ...]:
    """Return the texts of the student's own that would still name someone once forgotten.

    Args:
        person: who.

    Returns:
        How many rows of each kind, the most first.
    """
    told = spellings(names=(one.full_name for one in _rows_of(person)))
    found: Counter[str] = Counter()
    for model, fields in _texts():
        if model._meta.app_label not in NAMING_ROOMS and model is not Organization:
            short = {one.name for one in _short(fields)}
            for _key, cells in _cells(model, fields):
                found[str(model._meta.verbose_name)] += any(
                    _names(told, value) and not (name in short and _is_only(told, value))
                    for name, value in cells.items()
                )
    return tuple(Left(what, count) for what, count in found.most_common() if count)


def forget_person(person: Person) -> Forgotten:
    """Erase someone from every room, so that no backup made after holds them.

    Their row goes with everything that hangs on it; a cell that holds their name alone is emptied; the
    texts of Réseau and Trouver say « quelqu’un » instead. What the student wrote elsewhere stays, and is
    told. There is no way back.

    Args:
        person: who; those merged into them go too.

    Returns:
        What went and what stays.
    """
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete=ON")
    left = texts_naming(person)
    with transaction.atomic():
        rows = _rows_of(person)
        told = _telling(rows)
        _unname_what_points_to(rows)
        for model, fields in _texts():
            _unname(model, fields, told)
        gone = {one.pk for one in rows}
        _leave_imports(gone)
        _leave_merges(gone)
        erased, _ = person.delete()
        import_module(settings.AFTER_FORGETTING).after_forgetting()
        transaction.on_commit(_overwrite)
    return Forgotten(erased, left)


def _rows_of(person: Person) -> list[Person]:
    """Return someone and whoever was merged into them, however far."""
    rows = [person]
    for one in rows:
        rows += Person.everyone.filter(merged_into=one)
    return rows


def _telling(rows: list[Person]) -> re.Pattern[str]:
    """Return what tells this person and nobody else.

    A name borne by someone else too, or an address two people share, does not tell.
    """
    others = Person.everyone.exclude(pk__in=[one.pk for one in rows])
    borne = {tuple(sorted(name.split())) for name in others.values_list("folded_name", flat=True)}
    names = [one.full_name for one in rows if tuple(sorted(one.folded_name.split())) not in borne]
    said: set[str] = set()
    for one in rows:
        values = {one.email, one.phone, one.profile_url, *one.points.values_list("value", flat=True)}
        said |= values - set(others.filter(points__value__in=values).values_list("points__value", flat=True))
        said -= set(others.filter(email=one.email).values_list("email", flat=True))
    return spellings(names=names, values=(text for text in said if len(text) >= SHORTEST_TOLD))


def _unname_what_points_to(rows: list[Person]) -> None:
    """Empty the cells that hold their name, in the rows that stay without them: a homonym's are let be."""
    told = spellings(names=(one.full_name for one in rows))
    for relation in relations_to(Person):
        model = relation.related_model
        fields = [one for one in model._meta.concrete_fields if isinstance(one, models.CharField)]
        fields = [one for one in fields if not one.choices and one.name not in THEIR_OWN]
        for key, cells in _cells(model, fields, **{f"{relation.field.name}__in": rows}):
            emptied = [one for one in fields if _is_only(told, cells[one.name])]
            _write(model, key, {one.name: _nothing(one) for one in emptied})


def _unname(model: type[models.Model], fields: list[Any], told: re.Pattern[str]) -> None:
    """Empty the cells that hold a name alone; in the rooms about people, replace it inside texts too."""
    if model is Organization:
        return
    is_about_people = model._meta.app_label in NAMING_ROOMS
    fields = [one for one in fields if one.name not in THEIR_OWN or not is_about_people]
    short = {one.name: one for one in _short(fields)}
    for key, cells in _cells(model, fields):
        changes = {}
        for name, value in cells.items():
            if name in short and _is_only(told, value):
                changes[name] = _nothing(short[name])
            elif is_about_people and _names(told, value):
                changes[name] = _without(told, value)
        _write(model, key, changes)


def _cells(
    model: type[models.Model], fields: list[Any], **which: Any
) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Give the key of each row with its texts: the database folds no accented capital."""
    names = [one.name for one in fields]
    for key, *values in list(model._base_manager.filter(**which).values_list("pk", *names)) if names else ():
        yield key, dict(zip(names, values, strict=True))


def _write(model: type[models.Model], key: Any, changes: dict[str, Any]) -> None:
    if changes:
        model._base_manager.filter(pk=key).update(**changes)


def _nothing(field: Any) -> str:
    return "" if field.blank else SOMEONE


def _names(told: re.Pattern[str], value: Any) -> bool:
    """Say whether a text, or one inside a list or a mapping, names someone."""
    if isinstance(value, str):
        return told.search(normalize("NFC", value)) is not None
    if isinstance(value, dict):
        return any(_names(told, one) for pair in value.items() for one in pair)
    return isinstance(value, list) and any(_names(told, one) for one in value)


def _is_only(told: re.Pattern[str], value: Any) -> bool:
    return isinstance(value, str) and told.fullmatch(normalize("NFC", value.strip())) is not None


def _without(told: re.Pattern[str], value: Any) -> Any:
    if isinstance(value, str):
        return ELIDED.sub(rf"\1e {SOMEONE}", told.sub(SOMEONE, normalize("NFC", value)))
    if isinstance(value, dict):
        return {_without(told, key): _without(told, one) for key, one in value.items()}
    return [_without(told, one) for one in value] if isinstance(value, list) else value


def _leave_imports(keys: Iterable[int]) -> None:
    """Take someone out of what undoing an import would put back."""
    gone = set(keys)
    for batch in ImportBatch.objects.all():
        kept = {key: value for key, value in batch.filled.items() if int(key) not in gone}
        if len(kept) != len(batch.filled):
            batch.filled = kept
            batch.save()


def _leave_merges(keys: set[int]) -> None:
    """Take someone out of what undoing the merge of two others would put back."""
    for merge in Merge.objects.exclude(kept__in=keys).exclude(absorbed__in=keys):
        snapshot = merge.snapshot
        dropped = {
            table: [row for row in rows if not keys & {row.get("person_id"), row.get("other_id")}]
            for table, rows in snapshot.get("dropped", {}).items()
        }
        filled = dict(snapshot.get("filled", {}))
        if filled.get("introduced_by_id") in keys:
            del filled["introduced_by_id"]
        if (dropped, filled) != (snapshot.get("dropped", {}), snapshot.get("filled", {})):
            merge.snapshot = {**snapshot, "dropped": dropped, "filled": filled}
            merge.save()


def _texts() -> Iterator[tuple[type[models.Model], list[Any]]]:
    """Give each table with the fields that hold words."""
    for model in apps.get_models():
        if model._meta.app_label in NOT_THEIRS or not model._meta.managed or model._meta.proxy:
            continue
        kinds = (models.CharField, models.TextField, models.JSONField)
        fields = [one for one in model._meta.concrete_fields if isinstance(one, kinds) and not one.choices]
        fields = [one for one in fields if not one.primary_key and not isinstance(one, models.FileField)]
        if fields:
            yield model, fields


def _short(fields: Iterable[Any]) -> list[Any]:
    return [one for one in fields if isinstance(one, models.CharField)]


def _overwrite() -> None:
    """Leave nothing of what went in the pages of the file, nor in its index of words."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%%USING fts5%%'")
        for (index,) in cursor.fetchall():
            table = connection.ops.quote_name(index)
            cursor.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")  # noqa: S608
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
