"""People and organizations, added once: one function, one transaction each."""

from datetime import date

from django.db import transaction

from tremplin.network.matching import find_organization, find_person
from tremplin.network.models import Organization, Person, Role, Tie
from tremplin.network.models import OrganizationKind as OrganizationKind
from tremplin.network.models import TieKind as TieKind


@transaction.atomic
def find_or_add_person(full_name: str, *, email: str = "", phone: str = "") -> Person:
    """Return the person of that name, added when nobody is known by it.

    Args:
        full_name: as typed; accents, capitals, civility and order do not tell two people apart.
        email: kept when the person has none yet.
        phone: kept when the person has none yet.

    Returns:
        The person, once and the same for every room.

    Raises:
        ValueError: the name holds no letter.
    """
    name = " ".join(full_name.split())
    if not any(letter.isalpha() for letter in name):
        raise ValueError("a person needs a name")
    person = find_person(name) or Person(full_name=name)
    person.email = person.email or email
    person.phone = person.phone or phone
    person.save()
    return person


@transaction.atomic
def find_or_add_organization(
    name: str, *, kind: OrganizationKind = OrganizationKind.COMPANY, siren: str = "", city: str = ""
) -> Organization:
    """Return the organization of that name, added when none is known by it.

    Args:
        name: as typed; accents, capitals and punctuation do not tell two apart.
        kind: what it is; used only when it is added.
        siren: kept when none is known yet.
        city: kept when none is known yet.

    Returns:
        The organization.

    Raises:
        ValueError: the name holds no letter or digit.
    """
    plain = " ".join(name.split())
    if not any(letter.isalnum() for letter in plain):
        raise ValueError("an organization needs a name")
    organization = find_organization(plain) or Organization(name=plain, kind=kind)
    organization.siren = organization.siren or siren
    organization.city = organization.city or city
    organization.save()
    return organization


@transaction.atomic
def rename_organization(organization: Organization, name: str) -> Organization:
    """Write the name of an organization another way.

    Args:
        organization: the organization.
        name: the name the student gives it; no other organization bears it.

    Returns:
        The organization, renamed everywhere at once.

    Raises:
        ValueError: the name holds no letter or digit, or another organization bears it.
    """
    plain = " ".join(name.split())
    if not any(letter.isalnum() for letter in plain):
        raise ValueError("an organization needs a name")
    other = find_organization(plain)
    if other is not None and other.pk != organization.pk:
        raise ValueError("another organization bears this name")
    organization.name = plain
    organization.save()
    return organization


@transaction.atomic
def record_role(
    person: Person, organization: Organization, *, title: str = "", since: date | None = None
) -> Role:
    """Record what someone does in an organization, once.

    Args:
        person: who.
        organization: where.
        title: what they do; may be empty.
        since: from when; None if unknown.

    Returns:
        The present role there, with its title completed or changed.
    """
    role = person.roles.filter(organization=organization, until=None).first()
    if role is None:
        return person.roles.create(organization=organization, title=title, since=since)
    role.title = title or role.title
    role.since = role.since or since
    role.save()
    return role


@transaction.atomic
def record_tie(person: Person, kind: TieKind, *, since: date | None = None) -> Tie:
    """Record how the student knows someone, once per kind.

    Args:
        person: who.
        kind: how.
        since: from when; None if unknown.

    Returns:
        The tie.
    """
    tie, _ = Tie.objects.get_or_create(person=person, other=None, kind=kind, defaults={"since": since})
    return tie


@transaction.atomic
def record_tie_between(person: Person, other: Person, kind: TieKind, *, since: date | None = None) -> Tie:
    """Record how two people know each other, once per kind: the second degree grows.

    Args:
        person: the one who is nearer the student, such as who introduces.
        other: someone else.
        kind: how they know each other.
        since: from when; None if unknown.

    Returns:
        The tie.

    Raises:
        ValueError: both are the same person.
    """
    if person.pk == other.pk:
        raise ValueError("a person has no tie to themself")
    known, _ = Tie.objects.get_or_create(person=person, other=other, kind=kind, defaults={"since": since})
    return known
