"""People, organizations and who knows whom, small enough to be held whole; the student is implicit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from tremplin.network.domain.organizations import core_name, kind_of

NOT_COMPANIES: Final = frozenset({"school", "association"})
CROWD: Final = 40


@dataclass(frozen=True, slots=True)
class Organization:
    """A place where people work or study; `plain` is its name as compared."""

    key: int
    name: str
    kind: str = "company"
    plain: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """What someone does or did in an organization."""

    organization: int
    title: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def is_present(self) -> bool:
        """Tell whether it has no end."""
        return self.until is None

    def overlaps(self, other: "Held") -> bool:
        """Tell whether both were held at one time: who left is nobody's colleague of a day not known."""
        pairs = ((self, other), (other, self))
        if any(one.until is not None and their.since is None for one, their in pairs):
            return False
        begins = max(self.since or date.min, other.since or date.min)
        ends = min(self.until or date.max, other.until or date.max)
        return begins <= ends


@dataclass(frozen=True, slots=True)
class Member:
    """Someone on the map.

    Attributes:
        key: of the person.
        name: as the student wrote it.
        known: the student knows them; else they are known through others.
        circle: the key of their circle; empty when not said.
        closeness: 1 to 3; None when not said.
        how: how the student knows them, in words; may be empty.
        last_on: the last real exchange; None when there is none on record.
        since: when the student met them; None if unknown.
        domain: what they know of, as derived or corrected; empty when unknown.
        domain_word: the word that decided, and where it was read.
        very_connected: the student's own answer; None when not asked.
        roles: what they do and did, the present first.
        plain: their name as compared; empty when it was not folded yet.
    """

    key: int
    name: str
    known: bool = True
    circle: str = ""
    closeness: int | None = None
    how: str = ""
    last_on: date | None = None
    since: date | None = None
    domain: str = ""
    domain_word: str = ""
    very_connected: bool | None = None
    roles: tuple[Held, ...] = ()
    plain: str = ""

    @property
    def role(self) -> Held | None:
        """Return what they do now, told by a position if possible, else what they did last."""
        told = next((role for role in self.roles if role.title and role.is_present), None)
        return told or (self.roles[0] if self.roles else None)


@dataclass(frozen=True, slots=True)
class Link:
    """Two people who know each other, as the student was told; the order means nothing."""

    one: int
    other: int
    words: str = ""
    closeness: int | None = None

    @property
    def pair(self) -> tuple[int, int]:
        """Return both keys, the smaller first."""
        return (self.one, self.other) if self.one < self.other else (self.other, self.one)


@dataclass(frozen=True)
class Network:
    """Everyone known, and who knows whom. The student is at the centre and never a node.

    Attributes:
        people: each once.
        organizations: each once.
        links: known ties between two people; ties to the student are `Member.known`.
    """

    people: tuple[Member, ...] = ()
    organizations: tuple[Organization, ...] = ()
    links: tuple[Link, ...] = field(default=())

    @cached_property
    def by_key(self) -> Mapping[int, Member]:
        """Give each person by key."""
        return {one.key: one for one in self.people}

    @cached_property
    def places(self) -> Mapping[int, Organization]:
        """Give each organization by key."""
        return {one.key: one for one in self.organizations}

    @cached_property
    def neighbours(self) -> Mapping[int, Mapping[int, Link]]:
        """Give, for each person, the people they are known to know."""
        found: dict[int, dict[int, Link]] = {one.key: {} for one in self.people}
        for link in self.links:
            if link.one in found and link.other in found and link.one != link.other:
                found[link.one].setdefault(link.other, link)
                found[link.other].setdefault(link.one, link)
        return found

    @cached_property
    def held_at(self) -> Mapping[int, tuple[tuple[Member, Held], ...]]:
        """Give, for each organization, who works or worked there, its legal form aside."""
        cores = {place.key: core_name(place.name) for place in self.organizations}
        found: dict[str, list[tuple[Member, Held]]] = {}
        for one in self.people:
            for role in one.roles:
                core = cores.setdefault(role.organization, f"#{role.organization}")
                found.setdefault(core, []).append((one, role))
        return {key: tuple(found[core]) for key, core in cores.items() if core in found}

    @cached_property
    def degrees(self) -> Mapping[int, int]:
        """Give how many handshakes away each person is, 1 for those the student knows.

        People no known tie leads to are absent.
        """
        found = {one.key: 1 for one in self.people if one.known}
        edge = list(found)
        while edge:
            reached = [key for near in edge for key in self.neighbours[near] if key not in found]
            for key in reached:
                found.setdefault(key, found[edge[0]] + 1)
            edge = list(dict.fromkeys(reached))
        return found

    def leading_to(self, key: int) -> tuple[Member, ...]:
        """Return who can introduce the student to someone: one handshake nearer, the closest first."""
        degree = self.degrees.get(key, 1)
        near = (
            self.by_key[other]
            for other in self.neighbours[key]
            if self.degrees.get(other, degree) == degree - 1
        )
        return tuple(sorted(near, key=lambda one: (-(one.closeness or 0), one.plain, one.key)))

    @cached_property
    def circle_of(self) -> Mapping[int, str]:
        """Give everyone's circle; someone known through others is in that of the closest who leads there."""
        found = {one.key: one.circle for one in self.people}
        for one in self.people:
            if not one.known and not one.circle:
                near = [self.by_key[key] for key in self.neighbours[one.key] if self.by_key[key].known]
                closest = min(near, key=lambda other: (-(other.closeness or 0), other.key), default=one)
                found[one.key] = closest.circle
        return found

    def supposed(self, key: int) -> Mapping[int, int]:
        """Return whom someone may know, with where: same organization, same time, no known tie.

        Where more than forty people were at one place, being there says nothing, and nothing is supposed.
        """
        if key not in self._supposed:
            self._supposed[key] = dict(self._at_the_same_time(self.by_key[key]))
        return self._supposed[key]

    @cached_property
    def _supposed(self) -> dict[int, dict[int, int]]:
        return {}

    def _at_the_same_time(self, one: Member) -> Iterator[tuple[int, int]]:
        tied = self.neighbours[one.key]
        for role in one.roles:
            held = self.held_at[role.organization]
            if len(held) > CROWD:
                continue
            for other, their in held:
                if other.key != one.key and other.key not in tied and role.overlaps(their):
                    yield other.key, role.organization

    def is_dated(self, one: int, other: int, place: int) -> bool:
        """Tell whether dates say that two people were at a place at one time; else they may just be there."""
        first, second = (
            [role for role in self.by_key[key].roles if role.organization == place and role.since]
            for key in (one, other)
        )
        return any(role.overlaps(their) for role in first for their in second)

    def place_of(self, one: Member) -> str:
        """Name where someone works now or worked last; empty when unknown."""
        return self.places[one.role.organization].name if one.role else ""

    def says(self, one: Member) -> str:
        """Return what someone does and where, in a few words; empty when unknown."""
        return ", ".join(part for part in (one.role.title if one.role else "", self.place_of(one)) if part)


def reachable_places(network: Network, *, handshakes: int) -> tuple[Organization, ...]:
    """Return the companies someone within so many handshakes works for now.

    Args:
        network: everyone known.
        handshakes: people between the student and the company, the insider included; 1 or more.

    Returns:
        Companies and public services, by name; schools and associations, by kind or by name, are left out.
    """
    near = {key for key, degree in network.degrees.items() if degree <= handshakes}
    keys = {role.organization for key in near for role in network.by_key[key].roles if role.is_present}
    found = [
        place
        for place in (network.places[key] for key in keys)
        if not NOT_COMPANIES & {place.kind, kind_of(place.name)}
    ]
    return tuple(sorted(found, key=lambda place: (place.plain or place.name.casefold(), place.key)))


def people_inside(network: Network) -> Mapping[int, tuple[Member, ...]]:
    """Return who works in each organization for now, the nearest first.

    Args:
        network: everyone known.

    Returns:
        People by key of organization; those nobody leads to last.
    """
    found: dict[int, list[Member]] = {}
    far = len(network.people)
    for one in sorted(network.people, key=lambda one: network.degrees.get(one.key, far)):
        for place in {role.organization for role in one.roles if role.is_present}:
            found.setdefault(place, []).append(one)
    return {key: tuple(people) for key, people in found.items()}
