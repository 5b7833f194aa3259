"""What a file would change: who is new, who is someone already there, what is completed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from tremplin.network.domain import folded
from tremplin.network.domain.matching import Face, Known, Match
from tremplin.network.domain.reaching import comparable_email, comparable_phone, comparable_profile
from tremplin.network.importing.incoming import Bond, Contacts, Incoming, Problem


class Point(NamedTuple):
    """One way to reach someone: its kind, as written, as compared."""

    kind: str
    value: str
    normal: str


class Arrival(NamedTuple):
    """One record of the file and whom it became.

    Attributes:
        key: the person, below zero when they are new.
        is_new: False when the record joined someone, known before or named earlier in the file.
        why: what made it sure that they are the same; empty when new.
    """

    incoming: Incoming
    key: int
    is_new: bool
    points: tuple[Point, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class PlannedTie:
    """A tie between two people, by key."""

    first: int
    second: int
    kind: str
    label: str = ""
    closeness: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """All that an import would write, and what it tells."""

    arrivals: tuple[Arrival, ...]
    ties: tuple[PlannedTie, ...]
    contacts: Contacts
    warnings: tuple[Problem, ...]

    @property
    def kept(self) -> int:
        """How many people are new."""
        return sum(one.is_new for one in self.arrivals)

    @property
    def merged(self) -> int:
        """How many records joined someone."""
        return len(self.arrivals) - self.kept


@dataclass(slots=True)
class _Planning:
    known: Known
    ours: Mapping[int, Match]
    arrivals: list[Arrival] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)
    unknown: int = 0
    new: int = 0


def plan_import(contacts: Contacts, known: Known) -> Plan:
    """Decide whom each record is.

    Args:
        contacts: the reading.
        known: everyone already there; learns the newcomers, so that the file is matched with itself.

    Returns:
        The plan; nothing is written.
    """
    planning = _Planning(known, _ours(contacts.people, known))
    for at, incoming in enumerate(contacts.people):
        _place(planning, at, incoming)
    warnings = list(contacts.warnings)
    if planning.unknown:
        who = "personne citée n’est" if planning.unknown == 1 else "personnes citées ne sont"
        warnings.append(
            Problem(0, f"{planning.unknown} {who} pas dans votre réseau\u00a0: rien n’est ajouté d’elles.")
        )
    ties = [*_bonds(contacts.bonds, planning), *_relations(planning, known, warnings)]
    ties += _through(contacts, planning, {frozenset((tie.first, tie.second)) for tie in ties})
    return Plan(tuple(planning.arrivals), tuple(dict.fromkeys(ties)), contacts, tuple(warnings))


def points_of(incoming: Incoming) -> tuple[Point, ...]:
    """Return the ways to reach someone, each once."""
    found = [Point("email", text, comparable_email(text)) for text in incoming.emails]
    found += [Point("phone", text, comparable_phone(text)) for text in incoming.phones]
    if incoming.profile:
        pages = (incoming.profile, *incoming.pages)
        found += [Point("profile", url, comparable_profile(url)) for url in pages]
    if len(found) < 2:
        return tuple(one for one in found if one.normal)
    kept = {(one.kind, one.normal): one for one in reversed(found) if one.normal}
    return tuple(reversed(kept.values()))


def face_of(key: int, incoming: Incoming, points: tuple[Point, ...]) -> Face:
    """Return what tells the person of a record."""
    normals: dict[str, list[str]] = {"email": [], "phone": [], "profile": []}
    for one in points:
        normals[one.kind].append(one.normal)
    place = folded(incoming.organization)
    return Face(
        key,
        tuple(sorted(folded(incoming.name).split())),
        frozenset((place,)) if place else frozenset(),
        next(iter(normals["profile"]), ""),
        tuple(normals["email"]),
        tuple(normals["phone"]),
    )


def last_on(incoming: Incoming) -> date | None:
    """Return the day of the last exchange a record tells of; None without any."""
    return max((one.on for one in incoming.exchanges), default=None)


def _place(planning: _Planning, at: int, incoming: Incoming) -> None:
    points = points_of(incoming)
    face = face_of(-planning.new - 1, incoming, points)
    match = planning.known.find(face) if incoming.number is None else planning.ours.get(at)
    if match is None and incoming.only_if_known:
        planning.unknown += 1
        return
    if match is None:
        planning.new += 1
    key = match.key if match else face.key
    planning.known.learn(face if match is None else face._replace(key=key))
    planning.places[at] = key
    planning.arrivals.append(Arrival(incoming, key, match is None, points, match.why if match else ""))


def _ours(people: Sequence[Incoming], known: Known) -> dict[int, Match]:
    """Return whom the records of a file of ours are: two of them are two people, whatever their names."""
    faces = [
        (at, face_of(one.number, one, points_of(one)))
        for at, one in enumerate(people)
        if one.number is not None
    ]
    found = known.pair([face for _, face in faces])
    return {faces[place][0]: match for place, match in found.items()}


def _through(contacts: Contacts, planning: _Planning, told: set[frozenset[int]]) -> list[PlannedTie]:
    """Tie those known by someone else to them, unless a tie of the file says so already."""
    found = []
    for at, incoming in enumerate(contacts.people):
        if incoming.through is None:
            continue
        first, second = planning.places.get(incoming.through), planning.places.get(at)
        if first is None or second is None or first == second:
            continue
        if frozenset((first, second)) not in told:
            found.append(_tie(first, second, "knows"))
    return found


def _bonds(bonds: tuple[Bond, ...], planning: _Planning) -> list[PlannedTie]:
    found = []
    for bond in bonds:
        first, second = planning.places.get(bond.first), planning.places.get(bond.second)
        if first is not None and second is not None and first != second:
            found.append(_tie(first, second, bond.kind, bond.label, bond.closeness))
    return found


def _relations(planning: _Planning, known: Known, warnings: list[Problem]) -> list[PlannedTie]:
    """Tie those whom a record names to it, when one person alone bears the name; say so otherwise."""
    found = []
    for arrival in planning.arrivals:
        for relation in arrival.incoming.relations:
            key = known.called(tuple(sorted(folded(relation.name).split())))
            if key is None:
                named = f"«\u00a0{relation.name[:60]}\u00a0»"
                why = f"{named}, cité ici, n’est pas dans votre réseau\u00a0: non ajouté."
                warnings.append(Problem(arrival.incoming.line, why))
            elif key != arrival.key:
                found.append(_tie(arrival.key, key, "knows", relation.label))
    return found


def _tie(first: int, second: int, kind: str, label: str = "", closeness: int | None = None) -> PlannedTie:
    """Write a tie that goes both ways with one order, so that it is there once."""
    if kind == "knows":
        first, second = sorted((first, second), key=lambda key: (key < 0, abs(key)))
    return PlannedTie(first, second, kind, label, closeness)
