"""Who can introduce me there: the warmest chain of people to a person, a company or a domain.

A chain costs the sum of its handshakes, in points. The least costly wins.

- From the student to someone they know: 1 when very close, 2 when well known, 4 otherwise; then 0 when
  the last exchange is under six months old, 1 under two years, 2 beyond or unknown.
- Between two people known to know each other: 1 very well, 2 well, 3 when nothing more is said.
- Between two people who were in one organization at one time, when nobody said they know each other: 6;
  8 when both are there but the day one of them came is not known.
- At the end, 0 for someone who works there now, 3 for someone who left.

Another chain is given when it costs at most eight points more than the warmest.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import inf
from typing import Final, Literal

from tremplin.law.words import counted, month
from tremplin.network.domain.circles import circle
from tremplin.network.domain.expertise import domains, expertise
from tremplin.network.domain.graph import Held, Link, Member, Network
from tremplin.network.domain.names import folded
from tremplin.network.domain.organizations import core_name

KNOWN: Final = {3: 1.0, 2: 2.0, 1: 4.0, None: 4.0}
TIED: Final = {3: 1.0, 2: 2.0, 1: 3.0, None: 3.0}
SUPPOSED: Final = 6.0
UNDATED: Final = 8.0
LEFT: Final = 3.0
MARGIN: Final = 8.0
HALF_A_YEAR: Final = 183
TWO_YEARS: Final = 730
SHORTEST_WORDS: Final = 3
CLOSE_ENOUGH: Final = 0.8
INSIDE: Final = 0

Aim = Literal["organization", "person", "domain", "nobody"]


@dataclass(frozen=True, slots=True)
class Target:
    """Where the student wants to go, and the people who are already there.

    Attributes:
        aim: what the words name.
        name: as known, else as typed.
        key: of the organization or person; None else.
        ends: the points that being inside adds, by person.
        domain: what the organization or domain is about; empty when unknown.
    """

    aim: Aim
    name: str
    key: int | None = None
    ends: Mapping[int, float] | None = None
    domain: str = ""


@dataclass(frozen=True, slots=True)
class Handshake:
    """One person of the chain and why they are there.

    Attributes:
        person: whom to shake hands with.
        reason: what ties them to the one before, in words.
        certain: the student knows of the tie; else it is supposed and worth asking.
        cost: points of this step.
    """

    person: Member
    reason: str
    certain: bool
    cost: float


@dataclass(frozen=True, slots=True)
class Path:
    """A chain of people from the student to the target."""

    handshakes: tuple[Handshake, ...]
    ends_with: str
    end_cost: float = 0.0

    @property
    def cost(self) -> float:
        """Return the points of the whole chain; fewer is warmer."""
        return sum(one.cost for one in self.handshakes) + self.end_cost

    @property
    def points(self) -> int:
        """Return the cost as it is read, in whole points."""
        return round(self.cost)

    @property
    def keys(self) -> tuple[int, ...]:
        """Return the people, the first to write to first."""
        return tuple(one.person.key for one in self.handshakes)

    @property
    def certain(self) -> bool:
        """Tell whether no tie of the chain is supposed."""
        return all(one.certain for one in self.handshakes)


def read_target(network: Network, words: str) -> Target:
    """Return what the typed words name: an organization, a person or a domain.

    An exact name wins, then the same without its legal form, then the beginning of a name, then a part of
    it; accents and capitals aside.

    Args:
        network: everyone known.
        words: as typed.

    Returns:
        The target; of aim « nobody » and named as typed when nothing is known by these words.
    """
    plain = folded(words)
    if not plain:
        return Target("nobody", words.strip())
    for fits in (_same, _alike, _begins, _contains):
        if target := _named(network, plain, fits):
            return target
    return Target("nobody", " ".join(words.split()), domain=expertise(title="", organization=words).domain)


def meant(network: Network, words: str) -> str:
    """Return the organization or person whose name is closest to words that name nobody.

    Args:
        network: everyone known.
        words: as typed.

    Returns:
        Its name; empty when no name is close.
    """
    known = (*(one.name for one in network.people), *(one.name for one in network.organizations))
    names = {folded(name): name for name in known}
    found = get_close_matches(folded(words), names, n=1, cutoff=CLOSE_ENOUGH)
    return names[found[0]] if found else ""


def find_paths(network: Network, target: Target, *, today: date, most: int = 3) -> tuple[Path, ...]:
    """Return the warmest chains to a target, each beginning with another person.

    Args:
        network: everyone known.
        target: as `read_target` gives it.
        today: the day the age of exchanges is counted from.
        most: how many chains at most, 1 or more.

    Returns:
        Chains by cost; empty when no tie leads there.
    """
    onward: dict[int, tuple[float, int]] = {}
    found: list[Path] = []
    begun: set[int] = set()
    for key in _first_people(network, target.ends or {}, onward, today):
        chain = _chain(key, onward)
        if not begun.intersection(chain):
            found.append(_path(network, target, chain, today))
            begun.add(key)
        if len(found) == most:
            break
    return tuple(found)


def _same(name: str, words: str) -> bool:
    return name == words


def _alike(name: str, words: str) -> bool:
    return core_name(name) == core_name(words)


def _begins(name: str, words: str) -> bool:
    return name.startswith(words)


def _contains(name: str, words: str) -> bool:
    return len(words) >= SHORTEST_WORDS and words in name


def _named(network: Network, plain: str, fits: Callable[[str, str], bool]) -> Target | None:
    for place in network.organizations:
        if fits(place.plain or folded(place.name), plain):
            return organization_target(network, place.key)
    for one in network.people:
        if fits(one.plain or folded(one.name), plain):
            return person_target(network, one.key)
    for key, name in domains().items():
        if fits(folded(name), plain):
            ends = {one.key: 0.0 for one in network.people if one.domain == key}
            return Target("domain", name, None, ends, key)
    return None


def person_target(network: Network, key: int) -> Target:
    """Return someone as a target.

    Args:
        network: everyone known.
        key: of the person, known to the network.

    Returns:
        The target: that person, whoever bears the same name.
    """
    one = network.by_key[key]
    return Target("person", one.name, key, {key: 0.0}, one.domain)


def namesakes(network: Network, target: Target) -> tuple[Member, ...]:
    """Return the people who bear the name of a target and are not it.

    Args:
        network: everyone known.
        target: as `read_target` gives it.

    Returns:
        People, by name; an organization may have some too.
    """
    plain, key = folded(target.name), target.key if target.aim == "person" else None
    return tuple(one for one in network.people if (one.plain or folded(one.name)) == plain and one.key != key)


def organization_target(network: Network, key: int) -> Target:
    """Return an organization as a target.

    Args:
        network: everyone known.
        key: of the organization, known to the network.

    Returns:
        The target, with those who work there now and those who left.
    """
    ends: dict[int, float] = {}
    for one, role in network.held_at.get(key, ()):
        ends[one.key] = min(ends.get(one.key, LEFT), 0.0 if role.is_present else LEFT)
    name = network.places[key].name
    domain = next(
        (one.domain for one, _role in network.held_at.get(key, ()) if one.domain),
        expertise(title="", organization=name).domain,
    )
    return Target("organization", name, key, ends, domain)


def _first_people(
    network: Network, ends: Mapping[int, float], onward: dict[int, tuple[float, int]], today: date
) -> Iterator[int]:
    """Give the people to write to first, by the cost of the whole chain, no further than asked.

    Fills `onward`, as it goes, with what going on to the target costs and through whom. Someone is given
    once nobody still to be reached can do better: writing to the closest friend costs the least there is.
    """
    ready: list[tuple[float, int]] = []
    most = inf
    for cost, key in _reached(network, ends, onward):
        least = cost + KNOWN[3]
        while ready and ready[0][0] <= min(least, most):
            yield heappop(ready)[1]
        if least > most:
            return
        if network.by_key[key].known:
            whole = cost + _greeting_cost(network.by_key[key], today)
            heappush(ready, (whole, key))
            most = min(most, whole + MARGIN)
    while ready and ready[0][0] <= most:
        yield heappop(ready)[1]


def _reached(
    network: Network, ends: Mapping[int, float], onward: dict[int, tuple[float, int]]
) -> Iterator[tuple[float, int]]:
    """Give everyone a chain leads from, the least costly first."""
    waiting = [(cost, key, INSIDE) for key, cost in ends.items()]
    heapify(waiting)
    while waiting:
        cost, key, through = heappop(waiting)
        if key in onward:
            continue
        onward[key] = (cost, through)
        yield cost, key
        for near, step in _steps(network, key):
            if near not in onward:
                heappush(waiting, (cost + step, near, key))


def _steps(network: Network, key: int) -> Iterator[tuple[int, float]]:
    for near, link in network.neighbours[key].items():
        yield near, TIED[link.closeness]
    for near, place in network.supposed(key).items():
        yield near, SUPPOSED if network.is_dated(key, near, place) else UNDATED


def _chain(key: int, onward: Mapping[int, tuple[float, int]]) -> tuple[int, ...]:
    chain = [key]
    while (through := onward[chain[-1]][1]) != INSIDE:
        chain.append(through)
    return tuple(chain)


def _path(network: Network, target: Target, chain: tuple[int, ...], today: date) -> Path:
    first = network.by_key[chain[0]]
    handshakes = [Handshake(first, _greeting(first), True, _greeting_cost(first, today))]
    for before, after in pairwise(chain):
        handshakes.append(_next_handshake(network, network.by_key[before], network.by_key[after]))
    last = network.by_key[chain[-1]]
    end_cost = (target.ends or {}).get(last.key, 0.0)
    return Path(tuple(handshakes), _ending(network, target, last), end_cost)


def _greeting(one: Member) -> str:
    """Say how the student knows someone, and when they were last in touch."""
    said = one.how or (
        f"cercle «\u00a0{circle(one.circle).name}\u00a0»" if one.circle else "vous vous connaissez"
    )
    seen = f"dernier échange en {month(one.last_on)}" if one.last_on else "pas d’échange noté"
    return f"{said}, {seen}"


def _greeting_cost(one: Member, today: date) -> float:
    age = (today - one.last_on).days if one.last_on else None
    stale = 2.0 if age is None or age > TWO_YEARS else 1.0 if age > HALF_A_YEAR else 0.0
    return KNOWN[one.closeness] + stale


def _next_handshake(network: Network, before: Member, after: Member) -> Handshake:
    link = network.neighbours[before.key].get(after.key)
    if link is not None:
        return Handshake(after, _told(link, before, after, network.says(after)), True, TIED[link.closeness])
    key = network.supposed(before.key)[after.key]
    place, dated = network.places[key].name, network.is_dated(before.key, after.key, key)
    there = f"au même moment chez {place} que" if dated else f"aussi chez {place}, dates inconnues, comme"
    reason = f"{there} {before.name}\u00a0: lien possible, à lui demander"
    return Handshake(after, reason, False, SUPPOSED if dated else UNDATED)


def _told(link: Link, before: Member, after: Member, says: str) -> str:
    tie = link.words or f"{before.name} connaît {after.name}"
    return f"{says}\u00a0; {tie}" if says else tie


def _ending(network: Network, target: Target, last: Member) -> str:
    if target.aim == "person":
        return "la personne que vous cherchez"
    if target.aim == "domain":
        return network.says(last) or "dans ce domaine"
    return _role_there(network.held_at[target.key or 0], last)


def _role_there(held: Iterable[tuple[Member, Held]], last: Member) -> str:
    roles = sorted((role for one, role in held if one.key == last.key), key=lambda role: not role.is_present)
    if roles[0].is_present:
        return f"{last.name} y travaille" + (f"\u00a0: {roles[0].title}" if roles[0].title else "")
    left = f" jusqu’en {month(roles[0].until)}" if roles[0].until else ""
    return f"{last.name} y a travaillé{left}"


def title_of(target: Target, paths: tuple[Path, ...]) -> str:
    """Return the finding of a search in one sentence, without its full stop.

    Args:
        target: what was looked for.
        paths: what was found.

    Returns:
        « Deux poignées de main jusqu’à Troquinette » for instance.
    """
    if not paths:
        return f"Pas encore de chemin jusqu’à {target.name}"
    count = len(paths[0].keys)
    words = {1: "Une poignée", 2: "Deux poignées", 3: "Trois poignées", 4: "Quatre poignées"}
    return f"{words.get(count) or counted(count, 'poignée')} de main jusqu’à {target.name}"
