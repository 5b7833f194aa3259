"""What the student knows of someone, corrected by hand."""

from collections.abc import Mapping
from typing import Any, Final

from django.db import transaction

from tremplin.network.models import Person

CHANGEABLE: Final = frozenset(
    {"full_name", "email", "phone", "profile_url", "circle", "closeness", "expertise", "is_connector", "note"}
)


@transaction.atomic
def change_person(person: Person, changes: Mapping[str, Any]) -> Person:
    """Correct what is kept of someone.

    Args:
        person: who.
        changes: new values by field name, among what a student may change by hand.

    Returns:
        The person as saved.

    Raises:
        ValueError: a field cannot be changed by hand.
    """
    if unknown := set(changes) - CHANGEABLE:
        raise ValueError(f"not changed by hand: {', '.join(sorted(unknown))}")
    kept = Person.objects.select_for_update().get(pk=person.pk)
    for name, value in changes.items():
        setattr(kept, name, value)
    kept.save()
    return kept
