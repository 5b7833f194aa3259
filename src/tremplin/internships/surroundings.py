"""Who and what surrounds an internship, found or added once in network."""

from tremplin.network.operations import (
    OrganizationKind,
    TieKind,
    find_or_add_organization,
    find_or_add_person,
    record_role,
    record_tie,
)


def host_id(name: str, *, city: str) -> int | None:
    """Return the key of the host organization (*organisme d'accueil*).

    Args:
        name: as typed; may be empty.
        city: where it is; kept when unknown.

    Returns:
        Its key; None without a name.
    """
    return find_or_add_organization(name, city=city).pk if name.strip() else None


def people_ids(*, tutor: str, referent: str, host: str, school: str) -> dict[str, int | None]:
    """Return the keys of the two who follow the student, with what they do and where.

    Args:
        tutor: name of the host tutor; may be empty.
        referent: name of the supervising teacher; may be empty.
        host: where the tutor works; may be empty.
        school: where the teacher works; may be empty.

    Returns:
        Keys by column; None without a name.
    """
    return {
        "tutor_id": _person_id(tutor, TieKind.TUTOR, host, OrganizationKind.COMPANY),
        "referent_id": _person_id(referent, TieKind.TEACHER, school, OrganizationKind.SCHOOL),
    }


def known_person_id(name: str) -> int | None:
    """Return the key of someone named, found or added.

    Args:
        name: as typed; may be empty.

    Returns:
        Their key; None without a name.
    """
    return find_or_add_person(name).pk if any(letter.isalpha() for letter in name) else None


def _person_id(name: str, tie: TieKind, place: str, kind: OrganizationKind) -> int | None:
    if not any(letter.isalpha() for letter in name):
        return None
    person = find_or_add_person(name)
    record_tie(person, tie)
    if place.strip():
        record_role(person, find_or_add_organization(place, kind=kind))
    return person.pk
