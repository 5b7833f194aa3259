"""The people of a target, added by one line, corrected, taken away and brought back."""

from datetime import date, datetime

from django.db import transaction

from tremplin.kit.revisions import save_revision
from tremplin.network.operations import find_or_add_person, record_role
from tremplin.prospecting.domain.person_lines import PersonLine
from tremplin.prospecting.domain.positions import guess_position
from tremplin.prospecting.models import Contact, Position, Salutation, Target


@transaction.atomic
def add_contact(
    target: Target, line: PersonLine, *, on: date, found: str = "", introduced_by: str = ""
) -> Contact:
    """Add someone to speak to at a target; one who was removed comes back.

    Args:
        target: the target.
        line: the person as read from what was typed.
        on: today.
        found: where their name was found; may be empty.
        introduced_by: name of who speaks of them; may be empty.

    Returns:
        The contact, placed by the rule on titles until the student corrects it.
    """
    person = find_or_add_person(line.name, email=line.email)
    record_role(person, target.organization, title=line.title)
    known = Contact.objects.filter(target=target, person=person).first()
    contact = known or Contact(target=target, person=person, added_on=on, position=Position.OTHER)
    if known is None or line.title:
        contact.position = guess_position(line.title).position
    contact.found = found or contact.found
    contact.introduced_by = find_or_add_person(introduced_by) if introduced_by else contact.introduced_by
    contact.deleted_at = None
    contact.revision += 0 if known is None else 1
    contact.save()
    return contact


@transaction.atomic
def change_contact(
    contact: Contact,
    *,
    revision: int,
    title: str,
    position: str,
    civility: str,
    email: str,
    found: str,
    introduced_by: str,
) -> Contact:
    """Save what is known of someone at a target.

    Args:
        contact: the contact.
        revision: the revision the form was made from.
        title: what they do there.
        position: where they stand, as the student says.
        civility: how they are addressed; empty when unknown.
        email: their address; the one known stays when empty.
        found: where their name was found.
        introduced_by: name of who speaks of them; empty takes it away.

    Returns:
        The contact, one revision further.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    introducer = find_or_add_person(introduced_by) if introduced_by else None
    changes = {"position": position, "found": found, "introduced_by": introducer}
    kept = save_revision(contact, revision=revision, changes=changes)
    record_role(kept.person, kept.target.organization, title=title)
    address_as(kept.person_id, civility)
    if email:
        kept.person.email = email
        kept.person.save()
    return kept


@transaction.atomic
def address_as(person_id: int, civility: str) -> None:
    """Keep how someone is addressed.

    Args:
        person_id: who.
        civility: « mme », « m », or empty when unknown.
    """
    Salutation.objects.update_or_create(person_id=person_id, defaults={"civility": civility})


@transaction.atomic
def set_contact_aside(contact: Contact, *, at: datetime | None) -> None:
    """Take someone away from a target, or bring them back; they stay in the network.

    Args:
        contact: the contact.
        at: now; None to bring them back.
    """
    Contact.objects.filter(pk=contact.pk).update(deleted_at=at)
