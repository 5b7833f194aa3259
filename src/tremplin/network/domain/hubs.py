"""Who opens the most doors, computed without the student: imported contacts are a star around them.

Points are added, and each gives a sentence. What is only supposed is said as such and counts little.

- 2 for each person they are known to know, 20 at most;
- up to 10 for standing on the shortest way between others, 10 for whoever does so most;
- 3 for each domain beyond the first among the people they know and their own;
- 6 for a role that makes one meet many people: teacher, organiser, sales, alumni office;
- 10 when the student says they know a lot of people; no place at all when the student says they do not;
- half a point for each person they may know for having been in one place at one time, 3 at most.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import rustworkx

from tremplin.law.words import counted
from tremplin.network.domain.expertise import domain_name
from tremplin.network.domain.graph import Held, Member, Network
from tremplin.network.domain.names import as_written, folded

DATA: Final = Path(__file__).with_name("roles.toml")
PER_TIE, MOST_FOR_TIES = 2.0, 20.0
MOST_FOR_BETWEEN: Final = 10.0
PER_DOMAIN: Final = 3.0
FOR_ROLE: Final = 6.0
FOR_ANSWER: Final = 10.0
PER_SUPPOSED, MOST_FOR_SUPPOSED = 0.5, 3.0
NAMED: Final = 3
LEAST: Final = 4.0


@dataclass(frozen=True, slots=True)
class Reason:
    """Why someone is a hub, in one sentence, and whether it is known or only supposed."""

    says: str
    points: float
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Hub:
    """Someone who opens doors.

    Attributes:
        person: who.
        reasons: the heaviest first.
        doubt: what the student does not know of them; empty when ties are known.
        is_near: of the domain looked for, or knows someone of it.
    """

    person: Member
    reasons: tuple[Reason, ...]
    doubt: str = ""
    is_near: bool = False

    @property
    def points(self) -> float:
        """Return the sum of the reasons."""
        return sum(one.points for one in self.reasons)


@dataclass(frozen=True, slots=True)
class Insider:
    """Someone inside a company, and what can be asked of them.

    Attributes:
        person: who.
        role: there.
        is_source: junior or intern: the freshest account of how the company recruits.
        says: what they are worth asking, in one sentence.
        through: who can introduce the student; empty when they know each other, or nobody leads there.
    """

    person: Member
    role: Held
    is_source: bool
    says: str
    through: tuple[Member, ...] = ()


def hubs(network: Network, *, most: int = 12) -> tuple[Hub, ...]:
    """Return who opens the most doors.

    Args:
        network: everyone known; who knows the student, and how well, changes nothing.
        most: how many at most.

    Returns:
        Hubs of four points or more, the heaviest first.
    """
    between = _shares(network)
    found = [hub for one in network.people if (hub := _hub(network, one, between)).points >= LEAST]
    return tuple(sorted(found, key=lambda hub: (-hub.points, folded(hub.person.name), hub.person.key))[:most])


def links_between(network: Network) -> tuple[tuple[int, int], ...]:
    """Return who knows whom, each pair once: what hubs are computed from, the student left out."""
    return tuple(
        sorted({(one, other) for one, near in network.neighbours.items() for other in near if one < other})
    )


def insiders(network: Network, organization: int) -> tuple[Insider, ...]:
    """Return who works or worked in an organization, and what to ask them.

    Args:
        network: everyone known.
        organization: its key.

    Returns:
        Those who work there now first, juniors and interns before the others.
    """
    found = [
        replace(_insider(one, role), through=network.leading_to(one.key))
        for one, role in network.held_at.get(organization, ())
    ]
    return tuple(
        sorted(found, key=lambda one: (not one.role.is_present, not one.is_source, folded(one.person.name)))
    )


def hub_of(network: Network, key: int) -> Hub | None:
    """Return someone as a hub, with their reasons.

    Args:
        network: everyone known.
        key: the person.

    Returns:
        The hub; None when they open too few doors to be one.
    """
    found = _hub(network, network.by_key[key], _shares(network))
    return found if found.points >= LEAST else None


def nearest_hub(network: Network, domain: str) -> Hub | None:
    """Return whom to ask when nobody leads to a place: someone known, near its domain if possible.

    Args:
        network: everyone known.
        domain: what the place is about; empty when unknown.

    Returns:
        The best hub of that domain or who knows someone of it; else the best hub; else the closest
        person; None when the student knows nobody.
    """
    known = [hub for hub in hubs(network, most=len(network.people)) if hub.person.known]
    near = [hub for hub in known if domain and domain in _domains_met(network, hub.person)]
    if near or known:
        return replace(near[0], is_near=True) if near else known[0]
    closest = sorted(
        (one for one in network.people if one.known),
        key=lambda one: (domain != one.domain, -(one.closeness or 0), folded(one.name), one.key),
    )
    return Hub(closest[0], (), is_near=bool(domain) and domain == closest[0].domain) if closest else None


def connecting_word(title: str) -> str:
    """Return the word of a position that makes one meet many people; empty when there is none."""
    return as_written(title, _word(title, "connecting"))


def junior_word(title: str) -> str:
    """Return the word of a position that tells a junior or an intern; empty when there is none."""
    return as_written(title, _word(title, "junior"))


def _hub(network: Network, one: Member, between: Mapping[int, tuple[float, float]]) -> Hub:
    if one.very_connected is False:
        return Hub(one, ())
    reasons = [
        *_answered(one),
        *_ties(network, one),
        *_between(between.get(one.key)),
        *_domains(network, one),
        *_role(one),
        *_supposed(network, one),
    ]
    reasons.sort(key=lambda reason: -reason.points)
    unknown = not network.neighbours[one.key]
    doubt = (
        "Vous n’avez pas encore noté qui cette personne connaît\u00a0: demandez-le-lui." if unknown else ""
    )
    return Hub(one, tuple(reasons), doubt)


def _answered(one: Member) -> Iterable[Reason]:
    if one.very_connected:
        yield Reason("Vous avez dit que cette personne connaît beaucoup de monde.", FOR_ANSWER)


def _ties(network: Network, one: Member) -> Iterable[Reason]:
    tied = [network.by_key[key].name for key in network.neighbours[one.key]]
    if tied:
        named = ", ".join(tied[:NAMED]) + ("…" if len(tied) > NAMED else ".")
        says = f"Connaît {counted(len(tied), 'personne')} de votre carte\u00a0: {named}"
        yield Reason(says, min(PER_TIE * len(tied), MOST_FOR_TIES))


def _between(share: tuple[float, float] | None) -> Iterable[Reason]:
    if share is not None and (pairs := round(share[0])):
        between = counted(pairs, "paire")
        says = f"Relie des gens qui ne se connaîtraient pas sans cette personne\u00a0: {between}."
        yield Reason(says, MOST_FOR_BETWEEN * share[1])


def _domains(network: Network, one: Member) -> Iterable[Reason]:
    found = _domains_met(network, one)
    if len(found) > 1:
        named = ", ".join(domain_name(key) for key in found)
        yield Reason(f"Relie {counted(len(found), 'domaine')}\u00a0: {named}.", PER_DOMAIN * (len(found) - 1))


def _domains_met(network: Network, one: Member) -> list[str]:
    met = [network.by_key[key].domain for key in network.neighbours[one.key]]
    return list(dict.fromkeys(domain for domain in (one.domain, *met) if domain))


def _role(one: Member) -> Iterable[Reason]:
    word = next((word for role in one.roles if role.is_present and (word := connecting_word(role.title))), "")
    if word:
        yield Reason(f"Sa fonction fait rencontrer du monde\u00a0: «\u00a0{word}\u00a0».", FOR_ROLE)


def _supposed(network: Network, one: Member) -> Iterable[Reason]:
    may = network.supposed(one.key)
    if may:
        place = network.places[next(iter(may.values()))].name
        people = counted(len(may), "personne")
        says = f"Peut connaître {people} de votre carte, au même endroit ({place})."
        yield Reason(says, min(PER_SUPPOSED * len(may), MOST_FOR_SUPPOSED), certain=False)


def _insider(one: Member, role: Held) -> Insider:
    if junior_word(role.title):
        return Insider(
            one, role, True, "Peut raconter comment se passe un recrutement, et ce qui surprend au début."
        )
    if role.is_present:
        return Insider(one, role, False, "Peut dire ce que l’équipe cherche à améliorer, et qui décide.")
    return Insider(
        one, role, False, "A quitté l’entreprise\u00a0: peut en parler librement, et dire qui y reste."
    )


def _shares(network: Network) -> dict[int, tuple[float, float]]:
    """Give the pairs of people each one stands between, and that as a share of the most."""
    found = _betweenness(links_between(network))
    most = max(found.values(), default=0.0)
    return {key: (value, value / most) for key, value in found.items() if value > 0} if most else {}


@lru_cache(maxsize=4)
def _betweenness(pairs: tuple[tuple[int, int], ...]) -> dict[int, float]:
    """Give the pairs of people each one stands between, by the shortest ways; each pair counts once."""
    keys = sorted({key for pair in pairs for key in pair})
    index = {key: rank for rank, key in enumerate(keys)}
    graph: rustworkx.PyGraph[int, None] = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(keys)
    graph.add_edges_from_no_data([(index[one], index[other]) for one, other in pairs])
    centrality = rustworkx.betweenness_centrality(graph, normalized=False)
    return {key: centrality[index[key]] for key in keys}


@lru_cache(maxsize=8192)
def _word(title: str, kind: str) -> str:
    words = folded(title).split()
    for known in _known_words()[kind]:
        stem = known.removesuffix("*")
        for start, word in enumerate(words):
            run = " ".join(words[start : start + len(stem.split())])
            if run == stem or (known.endswith("*") and run.startswith(stem)):
                return run if len(stem.split()) > 1 else word
    return ""


@cache
def _known_words() -> Mapping[str, tuple[str, ...]]:
    read = tomllib.loads(DATA.read_text("utf-8"))
    return {kind: tuple(words) for kind, words in read.items()}
