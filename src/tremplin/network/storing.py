"""Many rows at once, with their keys chosen beforehand: an address book arrives in one breath."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models

Row = Sequence[Any]


def next_key(model: type[models.Model]) -> int:
    """Return the first key that no row of a table has, nor had."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        used = cursor.fetchone()
    highest = model._base_manager.aggregate(models.Max("pk"))["pk__max"]
    return max(used[0] if used else 0, highest or 0) + 1


def insert(model: type[models.Model], names: Sequence[str], rows: Sequence[Row]) -> None:
    """Write rows.

    Args:
        model: the table.
        names: the fields given; every other one must have a default in the database or accept nothing.
        rows: values in the order of the fields.
    """
    if not rows:
        return
    quote = connection.ops.quote_name
    fields = {field.name: field.column for field in model._meta.concrete_fields}
    columns = ", ".join(quote(str(fields[name])) for name in names)
    marks = ", ".join(["%s"] * len(names))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({marks})",  # noqa: S608
            rows,
        )


def erase(model: type[models.Model], keys: Iterable[int]) -> None:
    """Erase rows that nothing points to.

    Args:
        model: the table.
        keys: their keys.
    """
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM {table} WHERE id = %s", [(key,) for key in keys])  # noqa: S608
