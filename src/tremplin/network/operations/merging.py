"""Two rows that were one person: joined, put back, or told apart."""

from datetime import date, datetime
from typing import Any, Final

from django.apps import apps
from django.db import IntegrityError, models, transaction

from tremplin.network.domain.reaching import comparable_email, comparable_phone, comparable_profile
from tremplin.network.models import ContactPoint, DistinctPair, Merge, Person, Role, Tie, TieKind
from tremplin.network.operations.relations import relations_to

COMPLETED: Final = (
    "email",
    "phone",
    "profile_url",
    "note",
    "circle",
    "closeness",
    "expertise",
    "is_connector",
    "connected_on",
    "introduced_by_id",
    "source",
    "source_on",
)
OURS: Final[tuple[type[models.Model], ...]] = (Tie, ContactPoint, Role)
WAYS: Final = (
    ("email", "email", comparable_email),
    ("phone", "phone", comparable_phone),
    ("profile", "profile_url", comparable_profile),
)
Moved = dict[str, list[Any]]
Dropped = dict[str, list[dict[str, Any]]]
Joined = tuple[str, int, dict[str, Any]]
WORDS: Final = (models.CharField, models.TextField, models.DateField)


@transaction.atomic
def merge_people(kept: Person, absorbed: Person, *, at: datetime, reason: str = "") -> Merge:
    """Make one person of two; every row of every room that named one names the other.

    Args:
        kept: who stays; what they lack is completed.
        absorbed: who is no longer shown.
        at: now, with its time zone.
        reason: why they are one; may be empty.

    Returns:
        What undoes it; `said_twice` counts what both had in another room.

    Raises:
        ValueError: both are the same row, or one was merged already.
    """
    if kept.pk == absorbed.pk or kept.merged_into_id or absorbed.merged_into_id:
        raise ValueError("only two people who are still two can be merged")
    is_introducer = kept.introduced_by_id == absorbed.pk
    if is_introducer:
        kept.introduced_by = None
        kept.save()
    moved, dropped, joined = _move(absorbed, kept)
    filled = _complete(kept, absorbed)
    followed = list(Person.everyone.filter(merged_into=absorbed).values_list("pk", flat=True))
    Person.everyone.filter(pk__in=followed).update(merged_into=kept)
    absorbed.merged_into = kept
    absorbed.save()
    snapshot: dict[str, Any] = {
        "moved": moved,
        "dropped": dropped,
        "filled": filled,
        "added": _keep_ways(kept, absorbed),
    }
    snapshot |= {"introduced": is_introducer, "followed": followed, "joined": joined}
    return Merge.objects.create(kept=kept, absorbed=absorbed, reason=reason, snapshot=snapshot, at=at)


@transaction.atomic
def undo_merge(merge: Merge, *, at: datetime) -> Person:
    """Make two people again of one; if who stayed was merged since, that merge is undone first.

    Args:
        merge: the merge.
        at: now, with its time zone.

    Returns:
        The person who is shown again.
    """
    absorbed, kept = merge.absorbed, merge.kept
    if merge.undone_at is not None:
        return absorbed
    for later in Merge.objects.filter(absorbed=kept, undone_at=None):
        undo_merge(later, at=at)
    kept.refresh_from_db()
    absorbed.refresh_from_db()
    _put_back(merge, kept, absorbed)
    _empty(kept, merge.snapshot["filled"])
    if merge.snapshot.get("introduced") and kept.introduced_by_id is None:
        kept.introduced_by = absorbed
        kept.save()
    absorbed.merged_into = None
    absorbed.save()
    merge.undone_at = at
    merge.save()
    return absorbed


def _put_back(merge: Merge, kept: Person, absorbed: Person) -> None:
    """Point back the rows that were moved, write again those that were dropped and still have both ends."""
    for relation in relations_to(Person):
        keys = merge.snapshot["moved"].get(_name(relation), ())
        rows = relation.related_model._base_manager.filter(pk__in=keys, **{relation.field.name: kept})
        rows.update(**{relation.field.name: absorbed})
    for model in OURS:
        for row in merge.snapshot["dropped"].get(model._meta.model_name or "", ()):
            if _has_its_ends(model, row):
                model._base_manager.get_or_create(pk=row["id"], defaults=row)
    ContactPoint.objects.filter(pk__in=merge.snapshot["added"]).delete()
    for label, key, filled in merge.snapshot.get("joined", ()):
        row = apps.get_model(label)._base_manager.filter(pk=key).first()
        if row is not None:
            _empty(row, filled)
    followed = Person.everyone.filter(pk__in=merge.snapshot.get("followed", ()), merged_into=kept)
    followed.update(merged_into=absorbed)


@transaction.atomic
def tell_apart(one: Person, other: Person, *, at: datetime) -> DistinctPair:
    """Remember that two people alike are two.

    Args:
        one: a person.
        other: another.
        at: now, with its time zone.

    Returns:
        The pair, which is suggested no more.
    """
    first, second = sorted((one, other), key=lambda person: person.pk)
    pair, _ = DistinctPair.objects.get_or_create(first=first, second=second, defaults={"told_at": at})
    return pair


@transaction.atomic
def forget_difference(one: Person, other: Person) -> None:
    """Let two people be suggested again as one.

    Args:
        one: a person.
        other: another.
    """
    first, second = sorted((one.pk, other.pk))
    DistinctPair.objects.filter(first=first, second=second).delete()


def _move(absorbed: Person, kept: Person) -> tuple[Moved, Dropped, list[Joined]]:
    """Point every row to who stays.

    One that would be there twice is dropped here; in other rooms it stays for the way back, and the row
    already there takes the words it lacks.
    """
    moved: Moved = {}
    dropped: Dropped = {}
    joined: list[Joined] = []
    for relation in relations_to(Person):
        model, name = relation.related_model, relation.field.name
        if model in (Merge, DistinctPair) or name == "merged_into":
            continue
        for row in model._base_manager.filter(**{name: absorbed}):
            if not _is_there(row, name, kept) and _point(row, name, kept):
                moved.setdefault(_name(relation), []).append(row.pk)
            elif model in OURS:
                dropped.setdefault(model._meta.model_name or "", []).append(_values(row))
                row.delete()
            elif (twin := _twin(row, name, kept)) is not None:
                joined.append((model._meta.label, twin.pk, _take_words(twin, row)))
    return moved, dropped, joined


def _twin(row: models.Model, name: str, kept: Person) -> models.Model | None:
    """Return the row of who stays that keeps another from being theirs."""
    model = type(row)
    sets = [one.fields for one in model._meta.constraints if isinstance(one, models.UniqueConstraint)]
    sets += [(one.name,) for one in model._meta.concrete_fields if one.unique and not one.primary_key]
    for fields in sets:
        if name in fields:
            same = {field: getattr(row, field) for field in fields if field != name}
            if (found := model._base_manager.filter(**same, **{name: kept}).first()) is not None:
                return found
    return None


def _take_words(twin: models.Model, row: models.Model) -> dict[str, Any]:
    """Give a row the words and days of another where it has none; return them."""
    filled = {}
    for one in twin._meta.concrete_fields:
        is_told = isinstance(one, WORDS) and not isinstance(one, models.DateTimeField)
        held, value = getattr(twin, one.attname), getattr(row, one.attname)
        if is_told and held in (None, "") and value not in (None, ""):
            setattr(twin, one.attname, value)
            filled[one.attname] = _plain(value)
    if filled:
        twin.save(update_fields=list(filled))
    return filled


def _is_there(row: models.Model, name: str, kept: Person) -> bool:
    """Say whether who stays has the same row already; the database tells two empty cells apart."""
    if isinstance(row, Role):
        same = kept.roles.filter(organization_id=row.organization_id, title=row.title, until=row.until)
        return same.exists()
    if not isinstance(row, Tie):
        return False
    first, second = (kept.pk, row.other_id) if name == "person" else (row.person_id, kept.pk)
    ties = Tie.objects.filter(kind=row.kind).exclude(pk=row.pk)
    is_same = models.Q(person=first, other=second)
    if row.kind == TieKind.KNOWS and second is not None:
        is_same |= models.Q(person=second, other=first)
    return first == second or ties.filter(is_same).exists()


def _point(row: models.Model, name: str, kept: Person) -> bool:
    try:
        with transaction.atomic():
            type(row)._base_manager.filter(pk=row.pk).update(**{name: kept})
    except IntegrityError:
        return False
    return True


def _has_its_ends(model: type[models.Model], row: dict[str, Any]) -> bool:
    """Say whether all that a row names is still there."""
    ends = [one for one in model._meta.concrete_fields if isinstance(one, models.ForeignKey)]
    named = [(one.related_model, row.get(one.attname)) for one in ends]
    return all(key is None or of._base_manager.filter(pk=key).exists() for of, key in named)


def _values(row: models.Model) -> dict[str, Any]:
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return {name: _plain(value) for name, value in values.items()}


def _complete(kept: Person, absorbed: Person) -> dict[str, Any]:
    filled = {}
    for name in COMPLETED:
        value = getattr(absorbed, name)
        is_oneself = name == "introduced_by_id" and value == kept.pk
        if getattr(kept, name) in (None, "") and value not in (None, "") and not is_oneself:
            setattr(kept, name, value)
            filled[name] = _plain(value)
    kept.save()
    return filled


def _keep_ways(kept: Person, absorbed: Person) -> list[int]:
    """Add to who stays the addresses and numbers that stood on the other row; return their keys."""
    added = []
    for kind, name, comparable in WAYS:
        value = getattr(absorbed, name)
        normal = comparable(value)
        held = {
            comparable(getattr(kept, name)),
            *kept.points.filter(kind=kind).values_list("normal", flat=True),
        }
        if normal and normal not in held:
            added.append(kept.points.create(kind=kind, value=value, normal=normal).pk)
    return added


def _empty(row: models.Model, filled: dict[str, Any]) -> None:
    for name, value in filled.items():
        if _plain(getattr(row, name)) == value:
            setattr(row, name, None if row._meta.get_field(name).null else "")
    row.save()


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _name(relation: Any) -> str:
    return f"{relation.related_model._meta.label_lower}.{relation.field.name}"
