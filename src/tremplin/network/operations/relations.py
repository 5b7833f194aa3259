"""Every field of every room that names a row, whether or not the row has a name for the way back."""

from collections.abc import Iterator
from typing import Any

from django.db import models


def relations_to(model: type[models.Model]) -> Iterator[Any]:
    """Give each foreign key to a table, those declared without a way back included.

    `_meta.related_objects` leaves out a key declared with `related_name="+"`, and a row that only such a
    key names would pass for one that nothing names.

    Args:
        model: the table pointed to.

    Yields:
        Relations, with their `related_model` and their `field`.
    """
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and (relation.one_to_many or relation.one_to_one):
            yield relation
