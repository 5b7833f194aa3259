"""Random rows for every model the registry knows, whatever slices exist."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

Snapshot = dict[str, list[dict[str, Any]]]

LETTERS = 'aZéœ ’"\\\n\t\x01{}%é€語😀\u202e\u00a0'
EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
SECONDS = 200 * 365 * 86_400


def all_models() -> list[type[models.Model]]:
    """Name every model that has a table of its own, parents before children."""
    waiting = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    ordered: list[type[models.Model]] = []
    while waiting:
        ready = [model for model in waiting if _required(model) <= {*ordered, model}]
        assert ready, f"a circle of required references: {waiting}"
        ordered += ready
        waiting = [model for model in waiting if model not in ready]
    return ordered


def fill(draw: Random) -> None:
    """Save a few random rows of each model; one its constraints refuse is left out.

    Args:
        draw: where the randomness comes from; a seed makes it the same again.
    """
    for model in all_models():
        for _ in range(draw.randint(0, 3)):
            row = model(**dict(_values(model, draw)))
            try:
                with transaction.atomic():
                    row.save(force_insert=True)
            except (IntegrityError, ValidationError):
                continue


def snapshot() -> Snapshot:
    """Return every row of every model, as stored."""
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in all_models()}


def _required(model: type[models.Model]) -> set[type[models.Model]]:
    return {field.related_model for field in _references(model) if not field.null}


def _references(model: type[models.Model]) -> Iterator[Any]:
    return (field for field in model._meta.concrete_fields if field.is_relation)


def _values(model: type[models.Model], draw: Random) -> Iterator[tuple[str, Any]]:
    for field in model._meta.concrete_fields:
        if isinstance(field, models.AutoField | models.BigAutoField):
            continue
        if field.null and draw.random() < 0.5:
            yield field.attname, None
        elif field.is_relation:
            keys = list(field.related_model._base_manager.values_list("pk", flat=True))  # type: ignore[union-attr]
            yield field.attname, draw.choice(keys) if keys else None
        else:
            yield field.attname, _value(field, draw)


def _value(field: Any, draw: Random) -> Any:
    if field.choices:
        return draw.choice([key for key, _ in field.flatchoices])
    for kind, made in _KINDS:
        if isinstance(field, kind):
            return made(field, draw)
    raise AssertionError(f"no random value is known for {field}")


def _text(draw: Random) -> str:
    return "".join(draw.choices(LETTERS, k=draw.randint(0, 30)))


def _json(draw: Random, *, depth: int = 2) -> Any:
    plain = (None, draw.random() < 0.5, draw.randint(-(2**40), 2**40), _text(draw))
    if depth == 0 or draw.random() < 0.5:
        return draw.choice(plain)
    inner = [_json(draw, depth=depth - 1) for _ in range(draw.randint(0, 3))]
    return inner if draw.random() < 0.5 else {f"{rank}{_text(draw)}": one for rank, one in enumerate(inner)}


def _moment(draw: Random) -> datetime:
    return EARLIEST + timedelta(seconds=draw.randint(0, SECONDS), microseconds=draw.randint(0, 999_999))


def _day(draw: Random) -> date:
    return _moment(draw).date()


def _decimal(field: Any, draw: Random) -> Decimal:
    most = 10**field.max_digits - 1
    return Decimal(draw.randint(-most, most)).scaleb(-field.decimal_places)


def _whole(least: int, most: int) -> Callable[[Any, Random], int]:
    return lambda field, draw: draw.choice((least, most, 0, draw.randint(least, most)))


_KINDS: list[tuple[Any, Callable[[Any, Random], Any]]] = [
    (models.JSONField, lambda field, draw: _json(draw)),
    (models.BooleanField, lambda field, draw: draw.random() < 0.5),
    (models.DateTimeField, lambda field, draw: _moment(draw)),
    (models.DateField, lambda field, draw: _day(draw)),
    (models.TimeField, lambda field, draw: _moment(draw).time()),
    (models.DurationField, lambda field, draw: timedelta(seconds=draw.randint(-SECONDS, SECONDS))),
    (models.DecimalField, _decimal),
    (models.FloatField, lambda field, draw: draw.uniform(-1e300, 1e300)),
    (models.PositiveSmallIntegerField, _whole(0, 32767)),
    (models.SmallIntegerField, _whole(-32768, 32767)),
    (models.PositiveIntegerField, _whole(0, 2**31 - 1)),
    (models.PositiveBigIntegerField, _whole(0, 2**63 - 1)),
    (models.IntegerField, _whole(-(2**31), 2**31 - 1)),
    (models.UUIDField, lambda field, draw: UUID(int=draw.getrandbits(128))),
    (models.BinaryField, lambda field, draw: draw.randbytes(draw.randint(0, 40))),
    (models.CharField, lambda field, draw: _text(draw)[: field.max_length]),
    (models.TextField, lambda field, draw: _text(draw)),
]
