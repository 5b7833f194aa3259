"""Many people put in a circle or a domain at once, and taken out again."""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from django.db import transaction

from tremplin.network.models import Filing, Person

FILED: Final = ("circle", "expertise")
AT_ONCE: Final = 500


@transaction.atomic
def file_people(keys: Collection[int], *, at: datetime, circle: str = "", expertise: str = "") -> Filing:
    """Put people in a circle, in a domain, or in both.

    Args:
        keys: of people; those nobody has are left out.
        at: now, with its time zone.
        circle: its key; empty to leave each one's.
        expertise: the key of a domain; empty to leave each one's.

    Returns:
        What undoes it; `before` holds those who were put elsewhere than where they stood.

    Raises:
        ValueError: neither a circle nor a domain is said.
    """
    said = {name: value for name, value in (("circle", circle), ("expertise", expertise)) if value}
    if not said:
        raise ValueError("a circle or a domain is needed")
    before = {}
    for person in Person.objects.in_bulk(list(keys)).values():
        held = {name: getattr(person, name) for name in said}
        if held != said:
            before[str(person.pk)] = held
    _write(dict.fromkeys(before, said))
    return Filing.objects.create(circle=circle, expertise=expertise, before=before, at=at)


@transaction.atomic
def undo_filing(filing: Filing, *, at: datetime) -> int:
    """Put people back where they stood, but those put elsewhere since.

    Args:
        filing: as `file_people` gave it.
        at: now, with its time zone.

    Returns:
        How many people went back.
    """
    if filing.undone_at is not None:
        return 0
    said = {name: getattr(filing, name) for name in FILED}
    people = Person.everyone.in_bulk([int(key) for key in filing.before])
    back = {}
    for key, person in people.items():
        held = {
            name: value
            for name, value in filing.before[str(key)].items()
            if getattr(person, name) == said[name]
        }
        if held:
            back[str(key)] = held
    _write(back)
    filing.undone_at = at
    filing.save()
    return len(back)


def _write(values: dict[str, dict[str, str]]) -> None:
    people = Person.everyone.in_bulk([int(key) for key in values])
    for key, person in people.items():
        for name, value in values[str(key)].items():
            setattr(person, name, value)
    Person.everyone.bulk_update(people.values(), FILED, batch_size=AT_ONCE)
