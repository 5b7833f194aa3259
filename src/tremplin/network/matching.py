"""The same person or organization is found however its name is written."""

from tremplin.network.domain import folded
from tremplin.network.models import Organization, Person


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
    if (found := Person.everyone.filter(folded_name=plain).order_by("merged_into", "pk").first()) is not None:
        return _who_stays(found)
    names = sorted(plain.split())
    alike = Person.objects.filter(folded_name__contains=max(names, key=len))
    return next((person for person in alike if sorted(person.folded_name.split()) == names), None)


def find_who_stays(key: int) -> Person | None:
    """Return whom a row is shown as, itself or whom it was merged into; None when there is none."""
    found = Person.everyone.filter(pk=key).first()
    return None if found is None else _who_stays(found)


def _who_stays(person: Person) -> Person:
    """Return whom a row is shown as, however many merges away."""
    while person.merged_into is not None:
        person = person.merged_into
    return person


def find_organization(name: str) -> Organization | None:
    """Return the organization of that name, however it is written.

    Args:
        name: accents, capitals and punctuation do not matter.

    Returns:
        The organization; None when there is none, or the name is empty.
    """
    plain = folded(name)
    return Organization.objects.filter(folded_name=plain).first() if plain else None
