"""Who is known, for every room that names people."""

from django.db.models import QuerySet

from tremplin.network.domain import folded
from tremplin.network.models import Organization, Person, Role


def people() -> QuerySet[Person]:
    """Return everyone, by name.

    Returns:
        People with their roles and organizations fetched.
    """
    return Person.objects.prefetch_related("roles__organization")


def organizations() -> QuerySet[Organization]:
    """Return every organization, by name.

    Returns:
        Organizations.
    """
    return Organization.objects.all()


def find_person(full_name: str) -> Person | None:
    """Return the person of that name, however it is written.

    Args:
        full_name: accents, capitals, civility and the order of names do not matter.

    Returns:
        The first person known by these names; None when nobody is, or the name is empty.
    """
    plain = folded(full_name)
    if not plain:
        return None
    if (found := Person.objects.filter(folded_name=plain).first()) is not None:
        return found
    names = sorted(plain.split())
    return next(
        (person for person in Person.objects.all() if sorted(person.folded_name.split()) == names), None
    )


def find_organization(name: str) -> Organization | None:
    """Return the organization of that name, however it is written.

    Args:
        name: accents, capitals and punctuation do not matter.

    Returns:
        The organization; None when there is none, or the name is empty.
    """
    plain = folded(name)
    return Organization.objects.filter(folded_name=plain).first() if plain else None


def people_of(organization: Organization) -> QuerySet[Person]:
    """Return who works or worked in an organization.

    Args:
        organization: the organization.

    Returns:
        People, by name.
    """
    return people().filter(roles__organization=organization).distinct()


def present_role(person: Person) -> Role | None:
    """Return what someone does now.

    Args:
        person: the person.

    Returns:
        Their latest role without an end; else the latest of all; None without any.
    """
    return person.roles.select_related("organization").first()
