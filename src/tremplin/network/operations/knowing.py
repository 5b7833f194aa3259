"""What the student knows of someone, corrected by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db import transaction

from tremplin.network.models import Person, Role
from tremplin.network.operations.adding import find_or_add_organization, record_role

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


@dataclass(frozen=True, slots=True)
class HeldRole:
    """What was kept of a role, enough to put it back."""

    person_id: int
    organization: str
    title: str
    since: date | None
    until: date | None


@transaction.atomic
def drop_role(role: Role) -> HeldRole:
    """Take a role back, present or former; the organization stays.

    Args:
        role: the row.

    Returns:
        What it held, so that it can be told again.
    """
    held = HeldRole(role.person_id, role.organization.name, role.title, role.since, role.until)
    role.delete()
    return held


@transaction.atomic
def put_back_role(held: HeldRole) -> Role:
    """Tell again a role just taken back, once.

    Args:
        held: as `drop_role` gave it.

    Returns:
        The role.
    """
    place = find_or_add_organization(held.organization)
    role, _ = Role.objects.get_or_create(
        person_id=held.person_id,
        organization=place,
        title=held.title,
        since=held.since,
        until=held.until,
    )
    return role


@transaction.atomic
def change_present_role(person: Person, *, title: str, organization: str, on: date) -> None:
    """Say what someone does now; the present role shown so far ends when it is elsewhere.

    Args:
        person: who.
        title: what they do; may be empty.
        organization: where, as typed; empty when they are nowhere the student knows of.
        on: the day the former role ends.
    """
    shown = person.roles.filter(until=None).first()
    place = find_or_add_organization(organization) if organization else None
    if shown is not None and shown.organization != place:
        shown.until = on
        shown.save()
    if place is not None:
        role = record_role(person, place, title=title)
        if role.title != title:
            role.title = title
            role.save()
