"""Forgetting someone: their row, what hangs on it, and their name wherever a room wrote it for itself."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

from django.apps import apps
from django.conf import settings
from django.db import connection, models, transaction

from tremplin.network.models import ImportBatch, Organization, Person
from tremplin.network.operations.relations import relations_to

SOMEONE: Final = "quelqu’un"
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
    found: Counter[str] = Counter()
    for model, fields in _texts():
        if model._meta.app_label not in NAMING_ROOMS and model is not Organization:
            rows = model._base_manager.filter(_contains(fields, person.full_name))
            rows = rows.exclude(_is(_short(fields), person.full_name))
            found[str(model._meta.verbose_name)] += rows.count()
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
        names = _names_of(person)
        _unname_what_points_to(person)
        for model, fields in _texts():
            _unname(model, fields, names)
        _leave_imports({person.pk, *person.absorbed.values_list("pk", flat=True)})
        erased, _ = person.delete()
        import_module(settings.AFTER_FORGETTING).after_forgetting()
        transaction.on_commit(_overwrite)
    return Forgotten(erased, left)


def _names_of(person: Person) -> tuple[str, ...]:
    """Return every text that tells this person and nobody else, the longest first.

    A name borne by someone else too, or an address two people share, does not tell.
    """
    rows = [person, *person.absorbed.all()]
    others = Person.everyone.exclude(pk__in=[one.pk for one in rows])
    said = {one.full_name for one in rows if " " in one.full_name.strip()}
    said -= set(others.filter(full_name__in=said).values_list("full_name", flat=True))
    for one in rows:
        values = {one.email, one.phone, one.profile_url, *one.points.values_list("value", flat=True)}
        said |= values - set(others.filter(points__value__in=values).values_list("points__value", flat=True))
        said -= set(others.filter(email=one.email).values_list("email", flat=True))
    return tuple(sorted((text for text in said if len(text) >= SHORTEST_TOLD), key=len, reverse=True))


def _unname_what_points_to(person: Person) -> None:
    """Empty the cells that hold their name, in the rows that stay without them: a homonym's are let be."""
    for relation in relations_to(Person):
        model = relation.related_model
        fields = [one for one in model._meta.concrete_fields if isinstance(one, models.CharField)]
        for field in (one for one in fields if not one.choices):
            told = {relation.field.name: person, f"{field.name}__iexact": person.full_name}
            model._base_manager.filter(**told).update(**{field.name: "" if field.blank else SOMEONE})


def _unname(model: type[models.Model], fields: list[Any], names: Iterable[str]) -> None:
    """Empty the cells that hold a name alone; in the rooms about people, replace it inside texts too."""
    is_about_people = model._meta.app_label in NAMING_ROOMS
    fields = [one for one in fields if one.name not in THEIR_OWN or not is_about_people]
    for name in names:
        if model is not Organization:
            for field in _short(fields):
                model._base_manager.filter(**{f"{field.name}__iexact": name}).update(
                    **{field.name: "" if field.blank else SOMEONE}
                )
        if is_about_people and model is not Organization:
            _replace(model, fields, name)


def _replace(model: type[models.Model], fields: list[Any], name: str) -> None:
    written = re.compile(re.escape(name), re.IGNORECASE)
    rows = model._base_manager.filter(_contains(fields, name))
    for row in rows:
        changes = {}
        for field in fields:
            value = getattr(row, field.name)
            plain = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            if value and written.search(plain):
                other = written.sub(SOMEONE, plain)
                changes[field.name] = other if isinstance(value, str) else json.loads(other)
        if changes:
            model._base_manager.filter(pk=row.pk).update(**changes)


def _leave_imports(keys: Iterable[int]) -> None:
    """Take someone out of what undoing an import would put back."""
    gone = set(keys)
    for batch in ImportBatch.objects.all():
        kept = {key: value for key, value in batch.filled.items() if int(key) not in gone}
        if len(kept) != len(batch.filled):
            batch.filled = kept
            batch.save()


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


def _contains(fields: Iterable[Any], text: str) -> models.Q:
    return _any(fields, "icontains", text)


def _is(fields: Iterable[Any], text: str) -> models.Q:
    return _any(fields, "iexact", text)


def _any(fields: Iterable[Any], how: str, text: str) -> models.Q:
    found = models.Q(pk__in=())
    for one in fields:
        found |= models.Q(**{f"{one.name}__{how}": text})
    return found


def _overwrite() -> None:
    """Leave nothing of what went in the pages of the file, nor in its index of words."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%%USING fts5%%'")
        for (index,) in cursor.fetchall():
            table = connection.ops.quote_name(index)
            cursor.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")  # noqa: S608
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
