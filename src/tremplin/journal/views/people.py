"""Witnesses and authors are people of the network, once."""

from tremplin.network.operations import find_or_add_person


def person_id(name: str) -> int | None:
    """Return the key of someone, added to the network when unknown; None without a name."""
    return find_or_add_person(name).pk if any(letter.isalpha() for letter in name) else None
