"""Who saw which result, and when."""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from tremplin.network.operations import find_or_add_person
from tremplin.value.models import Showing


@transaction.atomic
def show_results(entries: Collection[int], *, to: str, on: date, how: str = "") -> tuple[Showing, ...]:
    """Note that results were shown to someone.

    Args:
        entries: keys of the entries.
        to: first and last name; found or added in the network.
        on: the day.
        how: in a meeting, by message…

    Returns:
        The showings added; those already noted that day are left as they are.
    """
    person = find_or_add_person(to)
    added = []
    for entry in entries:
        row, is_new = Showing.objects.get_or_create(
            entry_id=entry, person=person, on=on, defaults={"how": how}
        )
        added += [row] if is_new else []
    return tuple(added)


@transaction.atomic
def forget_showings(keys: Collection[int]) -> int:
    """Take showings back.

    Args:
        keys: their keys.

    Returns:
        How many were there.
    """
    return Showing.objects.filter(pk__in=keys).delete()[0]
