"""People of a target, approaches to them, and what was exchanged."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from tremplin.prospecting.models import Approach, Contact, Encounter, Exchange, Salutation, Target


def contacts(target: Target) -> QuerySet[Contact]:
    """Return the people of a target, in the order added.

    Args:
        target: the target.

    Returns:
        Contacts with their person, roles and who introduces them; `written` counts approaches sent to them.
    """
    rows = target.contacts.filter(deleted_at=None).select_related("person", "introduced_by")
    sent = Q(
        person__approaches__target=target,
        person__approaches__sent_on__isnull=False,
        person__approaches__deleted_at=None,
    )
    counted = rows.annotate(written=Count("person__approaches", filter=sent, distinct=True))
    return counted.prefetch_related("person__roles__organization")


def contact(key: int, *, removed: bool = False) -> Contact | None:
    """Return one contact.

    Args:
        key: its key.
        removed: look among those taken out of sight instead.

    Returns:
        The contact with its person and target; None without one.
    """
    rows = Contact.objects.filter(pk=key, deleted_at__isnull=not removed, target__deleted_at=None)
    return rows.select_related("person", "introduced_by", "target__organization").first()


def title_of(contact: Contact) -> str:
    """Return what a contact does at their target; empty when unknown."""
    roles = contact.person.roles.all()
    there = [one for one in roles if one.organization_id == contact.target.organization_id and one.title]
    return there[0].title if there else ""


def civility_of(person_id: int | None) -> str:
    """Return how someone is addressed; empty while the student has not said."""
    return Salutation.objects.filter(person=person_id).values_list("civility", flat=True).first() or ""


def approach(key: int, *, removed: bool = False) -> Approach | None:
    """Return one approach.

    Args:
        key: its key.
        removed: look among those taken out of sight instead.

    Returns:
        The approach with its target, person, hook, proposal and project; None without one.
    """
    rows = Approach.objects.filter(pk=key, deleted_at__isnull=not removed)
    fetched = rows.select_related(
        "target__organization", "person", "hook", "proposal", "project", "postponement", "encounter__event",
        "encounter__organization",
    )  # fmt: skip
    return fetched.prefetch_related(Prefetch("exchanges", Exchange.objects.filter(deleted_at=None))).first()


def draft_like(
    target: Target | None, person: Any, *, channel: str, medium: str, met: Encounter | None
) -> Approach | None:
    """Return the draft already open to someone by the same way.

    Args:
        target: the target; None without one.
        person: whom it is for; None when nobody is known.
        channel: the way in.
        medium: how the message travels.
        met: whom it follows, for an event.

    Returns:
        The draft; None when there is none, or it left.
    """
    rows = Approach.objects.filter(target=target, person=person, encounter=met, deleted_at=None)
    return rows.filter(channel=channel, medium=medium, sent_on=None, outcome="").first()


def approaches_of(target: Target) -> QuerySet[Approach]:
    """Return the approaches of a target, latest first, with their exchanges."""
    rows = target.approaches.filter(deleted_at=None).select_related(
        "person", "postponement", "encounter__event"
    )
    return rows.prefetch_related(
        Prefetch("exchanges", Exchange.objects.filter(deleted_at=None)), "conversations"
    )


def positions_written_to(target: Target) -> Sequence[str]:
    """Return where the people already written to at a target stand."""
    sent = target.approaches.filter(deleted_at=None, sent_on__isnull=False).values("person")
    return tuple(target.contacts.filter(person__in=sent).values_list("position", flat=True))


def position_of(approach: Approach) -> str:
    """Return where the person of an approach stands; empty when nobody placed them."""
    found = Contact.objects.filter(target=approach.target_id, person=approach.person_id, deleted_at=None)
    return found.values_list("position", flat=True).first() or ""


def exchange(key: int, *, removed: bool = False) -> Exchange | None:
    """Return one exchange.

    Args:
        key: its key.
        removed: look among those taken out of sight instead.

    Returns:
        The exchange with its approach; None without one.
    """
    rows = Exchange.objects.filter(pk=key, deleted_at__isnull=not removed, approach__deleted_at=None)
    return rows.select_related("approach__target__organization", "approach__person").first()
