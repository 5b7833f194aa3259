"""Witnesses and authors are people of the network, once."""

from typing import Any

from tremplin.network.operations import find_or_add_person


def person_id(name: str) -> int | None:
    """Return the key of someone, added to the network when unknown; None without a name."""
    return find_or_add_person(name).pk if any(letter.isalpha() for letter in name) else None


def author(name: str) -> dict[str, Any]:
    """Return who said something, named as the network names them, so that nobody is there twice."""
    if not any(letter.isalpha() for letter in name):
        return {"person_id": None, "author_name": name}
    person = find_or_add_person(name)
    return {"person_id": person.pk, "author_name": person.full_name}
