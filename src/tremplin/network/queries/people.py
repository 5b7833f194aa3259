"""Who is known, for every room that names people."""

from django.db.models import QuerySet

from tremplin.network.matching import find_organization as find_organization
from tremplin.network.matching import find_person as find_person
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
