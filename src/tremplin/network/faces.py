"""Everyone's face, and the pairs who may be one person."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tremplin.network.domain.matching import Face, Known, Likeness, likenesses
from tremplin.network.domain.reaching import comparable_email, comparable_phone, comparable_profile
from tremplin.network.models import ContactPoint, DistinctPair, Person, Role


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two people who may be one, and why."""

    first: Person
    second: Person
    why: str


def known_people() -> Known:
    """Return everyone, ready to be matched with.

    Returns:
        People, those merged into another under the other's key.
    """
    return Known(_faces(with_absorbed=True))


def merge_suggestions(*, most: int = 50) -> list[Suggestion]:
    """Return the pairs of people who may be one, those told apart left out.

    Args:
        most: how many at most.

    Returns:
        Pairs, the surest first.
    """
    told = DistinctPair.objects.values_list("first_id", "second_id")
    pairs: list[Likeness] = likenesses(_faces(with_absorbed=False), told_apart=told)[:most]
    people = Person.objects.prefetch_related("roles__organization").in_bulk(
        {key for pair in pairs for key in (pair.first, pair.second)}
    )
    return [Suggestion(people[pair.first], people[pair.second], pair.why) for pair in pairs]


def _faces(*, with_absorbed: bool) -> Iterator[Face]:
    points = _points()
    places = defaultdict(set)
    for person, place in Role.objects.values_list("person_id", "organization__folded_name"):
        places[person].add(place)
    manager = Person.everyone if with_absorbed else Person.objects
    rows = manager.order_by("pk").values_list("pk", "folded_name", "email", "phone", "profile_url")
    into = dict(Person.everyone.exclude(merged_into=None).values_list("pk", "merged_into_id"))
    for pk, name, email, phone, profile in rows:
        held = points.get(pk, {})
        yield Face(
            _who_stays(pk, into),
            tuple(sorted(name.split())),
            frozenset(places.get(pk, ())),
            comparable_profile(profile) or next(iter(held.get("profile", ())), ""),
            _all(held.get("email", ()), comparable_email(email)),
            _all(held.get("phone", ()), comparable_phone(phone)),
        )


def _who_stays(key: int, into: Mapping[int, int]) -> int:
    while key in into:
        key = into[key]
    return key


def _points() -> dict[int, dict[str, list[str]]]:
    found: dict[int, dict[str, list[str]]] = {}
    for person, kind, normal in ContactPoint.objects.values_list("person_id", "kind", "normal"):
        found.setdefault(person, {}).setdefault(kind, []).append(normal)
    return found


def _all(held: "list[str] | tuple[str, ...]", main: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in (main, *held) if value))
