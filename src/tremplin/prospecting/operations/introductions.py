"""People typed in one line: added to the network once, with their function and their place."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from tremplin.network.operations import find_or_add_organization, find_or_add_person, record_role
from tremplin.network.queries import find_organization, find_person
from tremplin.prospecting.domain.person_lines import PersonLine


@dataclass(frozen=True, slots=True)
class Introduced:
    """Someone of the network and where they work, if the line said it; `is_new` when nobody knew them."""

    person: Any
    organization: Any
    is_new: bool


@transaction.atomic
def introduce(read: PersonLine, *, organization: str = "") -> Introduced:
    """Find or add the person of a line, and record what they do where.

    Args:
        read: the line, as understood.
        organization: where they work when the line says nothing of it; may be empty.

    Returns:
        The person, known already or added.
    """
    is_new = find_person(read.name) is None
    person = find_or_add_person(read.name, email=read.email)
    named = read.organization or organization
    if not any(letter.isalnum() for letter in named):
        return Introduced(person, None, is_new)
    place = find_organization(named) or find_or_add_organization(named)
    if read.title or read.organization:
        record_role(person, place, title=read.title)
    return Introduced(person, place, is_new)
