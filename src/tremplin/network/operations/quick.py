"""Several people at once, each with whom they know, from lines typed."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from tremplin.network.domain.quick import Named
from tremplin.network.models import Organization, Person, TieKind
from tremplin.network.operations.adding import (
    find_or_add_organization,
    find_or_add_person,
    record_role,
    record_tie,
    record_tie_between,
)


@transaction.atomic
def add_named(people: Iterable[Named], *, circle: str, source: str, on: date) -> list[Person]:
    """Add the people the student knows, with whom each knows.

    Args:
        people: as read from the lines.
        circle: the circle of those the student knows; those they know get none.
        source: where the names come from, in words.
        on: the day they were typed.

    Returns:
        Those the student knows, in order.
    """
    added = []
    for one in people:
        person = _add(one, source=source, on=on)
        person.circle = person.circle or circle
        person.save()
        record_tie(person, TieKind.CONTACT)
        added.append(person)
    return added


@transaction.atomic
def add_known(person: Person, known: Iterable[Named], *, on: date) -> list[Person]:
    """Add the people someone knows.

    Args:
        person: who knows them.
        known: as read from the line.
        on: the day they were typed.

    Returns:
        Those added or found, in order.
    """
    source = f"Par {person.full_name}."
    return [_tied(person, one, source=source, on=on) for one in known]


def _tied(person: Person, known: Named, *, source: str, on: date) -> Person:
    other = _add(known, source=source, on=on)
    if other.pk != person.pk:
        record_tie_between(person, other, TieKind.KNOWS)
    return other


def _add(named: Named, *, source: str, on: date) -> Person:
    person = find_or_add_person(named.name)
    if not person.source:
        person.source, person.source_on = source, on
        person.save()
    if named.organization:
        place: Organization = find_or_add_organization(named.organization)
        record_role(person, place, title=named.title)
    elif named.title and named.title not in person.note:
        # A role needs a place: without one, what was typed is kept as a note.
        person.note = "\n".join(filter(None, (person.note, named.title)))
    if named.domain and not person.expertise:
        person.expertise = named.domain
    person.save()
    for other in named.knows:
        _tied(person, other, source=f"Par {person.full_name}.", on=on)
    return person
