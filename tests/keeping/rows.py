"""Random rows for every model the registry knows, whatever slices exist."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from hypothesis import strategies as st

Draw = Callable[[st.SearchStrategy[Any]], Any]
Snapshot = dict[str, list[dict[str, Any]]]

TEXT = st.text(st.characters(codec="utf-8"), max_size=30)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


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


def fill(draw: Draw) -> None:
    """Save a few random rows of each model; one its constraints refuse is left out."""
    for model in all_models():
        for _ in range(draw(st.integers(0, 3))):
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


def _values(model: type[models.Model], draw: Draw) -> Iterator[tuple[str, Any]]:
    for field in model._meta.concrete_fields:
        if isinstance(field, models.AutoField | models.BigAutoField):
            continue
        if field.null and draw(st.booleans()):
            yield field.attname, None
        elif field.is_relation:
            keys = list(field.related_model._base_manager.values_list("pk", flat=True))  # type: ignore[union-attr]
            yield field.attname, draw(st.sampled_from(keys)) if keys else None
        else:
            yield field.attname, draw(_value(field))


def _value(field: Any) -> st.SearchStrategy[Any]:
    if field.choices:
        return st.sampled_from([key for key, _ in field.flatchoices])
    for kind, strategy in _KINDS:
        if isinstance(field, kind):
            return strategy(field)
    raise AssertionError(f"no random value is known for {field}")


def _decimals(field: Any) -> st.SearchStrategy[Decimal]:
    most = 10 ** (field.max_digits - field.decimal_places) - 1
    return st.decimals(-most, most, places=field.decimal_places, allow_nan=False, allow_infinity=False)


_KINDS: list[tuple[Any, Callable[[Any], st.SearchStrategy[Any]]]] = [
    (models.JSONField, lambda field: JSON),
    (models.BooleanField, lambda field: st.booleans()),
    (models.DateTimeField, lambda field: MOMENTS),
    (models.DateField, lambda field: st.dates(date(1900, 1, 1), date(2100, 1, 1))),
    (models.TimeField, lambda field: st.times()),
    (models.DurationField, lambda field: st.timedeltas()),
    (models.DecimalField, _decimals),
    (models.FloatField, lambda field: st.floats(allow_nan=False, allow_infinity=False)),
    (models.PositiveSmallIntegerField, lambda field: st.integers(0, 32767)),
    (models.SmallIntegerField, lambda field: st.integers(-32768, 32767)),
    (models.PositiveIntegerField, lambda field: st.integers(0, 2**31 - 1)),
    (models.PositiveBigIntegerField, lambda field: st.integers(0, 2**63 - 1)),
    (models.IntegerField, lambda field: st.integers(-(2**31), 2**31 - 1)),
    (models.UUIDField, lambda field: st.uuids()),
    (models.BinaryField, lambda field: st.binary(max_size=40)),
    (models.CharField, lambda field: TEXT.map(lambda text: text[: field.max_length])),
    (models.TextField, lambda field: TEXT),
]
