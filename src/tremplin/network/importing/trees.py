"""A mind map as nodes, and which of its nodes are people.

The rule, in order: what our own maps mark; an address or a firm on the node; a family word; then the look
of the name. A node above people is a circle or an organization, a person under a person is known by them.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tremplin.network.domain import folded
from tremplin.network.domain.careers import read_jobs
from tremplin.network.domain.names import LONGEST_NAME, tidy_name
from tremplin.network.domain.reaching import (
    comparable_email,
    comparable_phone,
    comparable_profile,
    whole_address,
)
from tremplin.network.domain.wording import KIND_OF, read_sector, read_tie
from tremplin.network.importing.bounds import LONGEST_CELL
from tremplin.network.importing.days import read_day
from tremplin.network.importing.incoming import Bond, Contacts, Gathering, Incoming, Place, Problem
from tremplin.network.importing.naming import KINSHIP, circle_named, circle_of, named_tie, spelled_names

_ORGANIZATION_WORDS = (
    "groupe societe ateliers atelier laboratoire laboratoires labo banque assurance cooperative "
    "transports entreprise entreprises agence cabinet studio mairie prefecture hopital clinique chu "
    "ministere region association asso club federation fondation ecole lycee college universite iut "
    "institut faculte fac sa sas sarl sasu scop inc ltd gmbh llc cie compagnie usine restaurant "
    "hotel librairie pharmacie magasin boulangerie garage industries technologies conseil consulting "
    "services solutions"
)
ORGANIZATION_WORDS: Final = frozenset(_ORGANIZATION_WORDS.split())
_NOT_NAMES = (
    "le la les un une des du de d l et ou a au aux en sur sous pour par avec sans ceci ce cette mon "
    "ma mes forum salon salons reunion tache taches projet projets contacts contact reseau amis "
    "famille voisins anciens eleves collegues piste pistes idees idee todo autres autre divers "
    "personnes gens liste carte nouveau sommaire titre sous-titre tableau personne societe the my "
    "network friends work"
)
NOT_NAMES: Final = frozenset(_NOT_NAMES.split())
_PARTICLES = "de du des d la le les l von van der den el al bin ben da di dos y af"
PARTICLES: Final = frozenset(_PARTICLES.split())
DETAIL: Final = re.compile(r"^(?P<name>[^(\n]+?)\s*(?:\((?P<domain>[^()]+)\)|\n(?P<title>[^()\n]+))\s*$")
AT_WORK: Final = re.compile(r"^(?P<place>[^:]+?)\s*:\s+(?P<name>.+)$")
NAMED_AS: Final = re.compile(r"^(?P<name>[^,–—|]+?)\s*[,–—|]\s*(?P<title>.+)$")
TIES_BRANCH: Final = "liens"
WRITTEN_TIE: Final = re.compile(r"^(?P<first>.+?) (?:↔|→) (?P<second>.+)$")
MOST_DIGITS: Final = 12
MOST_WORDS: Final = 5
LONGEST_DETAIL: Final = 160
LONGEST_LABEL: Final = 2 * LONGEST_CELL  # two names and what ties them
FIELDS: Final = {
    "organization": ("entreprise", "societe", "organisation", "organization", "company"),
    "title": ("fonction", "poste", "titre", "title", "details"),
    "emails": ("email", "e mail", "mail", "courriel", "adresse electronique"),
    "phones": ("telephone", "tel", "phone", "mobile"),
    "profile": ("profil", "linkedin", "profile", "url"),
    "expertise": ("domaine", "secteur", "sector"),
    "circle": ("cercle", "circle"),
    "closeness": ("proximite", "closeness"),
    "connector": ("connait beaucoup de monde", "connector"),
    "connected_on": ("en relation depuis", "connected on"),
    "tie": ("lien",),
    "known_by": ("connu par",),
    "kind": ("tremplin",),
    "number": ("fiche", "fiche tremplin"),
    "career": ("parcours",),
    "me": ("moi",),
}


LABELS: Final = frozenset(name for names in FIELDS.values() for name in names)


@dataclass(slots=True)
class Node:
    """One node of a map: where it stands, what hangs on it."""

    text: str
    line: int
    parent: int | None
    depth: int
    key: str = ""
    link: str = ""
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line drawn between two nodes, by their places."""

    source: int
    target: int
    label: str = ""


@dataclass(slots=True)
class _Tree:
    nodes: Sequence[Node]
    children: Mapping[int, list[int]]
    person: dict[int, int] = field(default_factory=dict)
    is_flat: bool = False


def people_of_tree(
    kind: str, nodes: Sequence[Node], arrows: Sequence[Arrow], told: Sequence[Problem]
) -> Contacts:
    """Return the people of a map, and the ties it draws.

    Args:
        kind: the format.
        nodes: each after its parent; the first ones without a parent are titles of the map.
        arrows: lines drawn across the tree.
        told: what the reading already had to say.

    Returns:
        People; nodes that are no names are refused, each with its reason.
    """
    children: dict[int, list[int]] = defaultdict(list)
    for at, node in enumerate(nodes):
        node.text = node.text[:LONGEST_LABEL]
        if node.parent is not None:
            children[node.parent].append(at)
    tree = _Tree(nodes, children, is_flat=max((node.depth for node in nodes), default=0) <= 1)
    gathering = Gathering(warnings=list(told))
    written = list(_written_ties(nodes))
    for at in range(len(nodes)):
        _take(gathering, tree, at)
    gathering.bonds += _bonds(tree, arrows)
    gathering.bonds += _bonds_by_name(gathering.people, written)
    if not gathering.people:
        gathering.warn(0, "Aucun nom de personne n’a été reconnu dans cette carte.")
    return gathering.done(kind)


def fact(facts: Mapping[str, str], what: str) -> str:
    """Return what a node or a graph says of one field, whatever the language of its label."""
    return next((facts[name].strip() for name in FIELDS[what] if facts.get(name, "").strip()), "")


def facts_of(facts: Mapping[str, str], person: Incoming) -> Incoming:
    """Return a person with what hangs on their node."""
    closeness, connector = fact(facts, "closeness"), fact(facts, "connector").casefold()
    profiles = _profiles(fact(facts, "profile"), person.profile)
    return person._replace(
        emails=_valid(fact(facts, "emails"), person.emails, comparable_email),
        phones=_valid(fact(facts, "phones"), person.phones, comparable_phone),
        profile=next(iter(profiles), ""),
        pages=profiles[1:],
        organization=fact(facts, "organization") or person.organization,
        title=fact(facts, "title")[:LONGEST_DETAIL] or person.title,
        expertise=read_sector(fact(facts, "expertise")) or person.expertise,
        circle=circle_named(fact(facts, "circle")) or person.circle,
        closeness=int(closeness) if closeness in {"1", "2", "3"} else person.closeness,
        is_connector={"oui": True, "non": False}.get(connector, person.is_connector),
        connected_on=read_day(fact(facts, "connected_on")) or person.connected_on,
        tie=KIND_OF.get(fact(facts, "tie"), person.tie),
        is_known=person.is_known and not fact(facts, "known_by"),
        career=read_jobs(fact(facts, "career")),
        number=number_of(facts),
    )


def number_of(facts: Mapping[str, str]) -> int | None:
    """Return the number of someone in a file of ours, 0 when it has none; None in any other file."""
    said = fact(facts, "number")
    if fact(facts, "kind") != "personne":
        return None
    return int(said) if said.isdecimal() and len(said) <= MOST_DIGITS else 0


def looks_like_a_name(text: str, *, alone: bool = False) -> bool:
    """Say whether a few words look like someone's name.

    Args:
        text: « Héloïse Delmas-Roy », « Tante Mireille », « Anciens élèves ».
        alone: whether one word is enough, as under a circle.
    """
    words = re.findall(r"[^\W\d_]+(?:[’'.-][^\W\d_]+)*", text)
    plain = [folded(word) for word in words]
    if not words or len(words) > MOST_WORDS or re.search(r"[\d@\\$=/:;,!?<>{}\[\]]", text):
        return False
    if plain[0] in KINSHIP:
        return True
    if ORGANIZATION_WORDS.intersection(plain) or any(one in NOT_NAMES - PARTICLES for one in plain):
        return False
    names = [word for word, one in zip(words, plain, strict=True) if one not in PARTICLES]
    if any(not word[0].isupper() or len(word) < 2 for word in names):
        return False
    return len(names) >= 2 or (alone and len(names) == 1 and not names[0].isupper() and len(names[0]) > 2)


def _take(gathering: Gathering, tree: _Tree, at: int) -> None:
    node = tree.nodes[at]
    marked = fact(node.facts, "kind")
    if (
        _is_detail(tree, at)
        or fact(node.facts, "me")
        or (node.depth == 0 and not marked)
        or marked in {"cercle", "domaine", "lien"}
    ):
        return
    person = _person(tree, at)
    if person is not None:
        tree.person[at] = len(gathering.people)
        gathering.people.append(person)
    elif marked == "organisation" or _is_organization(tree, at):
        gathering.places.append(Place(_plain(node.text)))
    elif node.depth > 1 or not tree.children.get(at):
        _leave(gathering, tree, at)


def _is_detail(tree: _Tree, at: int) -> bool:
    """Say whether a node is a fact written under a person: « Fonction : acheteuse »."""
    node = tree.nodes[at]
    label, colon, _ = node.text.partition(":")
    return node.parent in tree.person and bool(colon) and folded(label) in LABELS


def _leave(gathering: Gathering, tree: _Tree, at: int) -> None:
    """Say why a node is nobody: details under a person, and empty ones, go without a word each."""
    node = tree.nodes[at]
    if not node.text.strip():
        gathering.refuse(node.line, "case vide.")
    elif (node.parent is None or node.parent not in tree.person) and not tree.children.get(at):
        shown = " ".join(node.text.split())[:40]
        gathering.refuse(node.line, f"«\u00a0{shown}\u00a0» ne ressemble pas à un nom de personne.")


def _person(tree: _Tree, at: int) -> Incoming | None:
    node = tree.nodes[at]
    if fact(node.facts, "kind") == "personne" and node.text.strip():
        return _our_person(tree, at)
    text, expertise, title = _split(node.text)
    through, circle, place = _above(tree, at)
    facts = {**_details(tree, at), **node.facts}
    email = node.link if comparable_email(node.link) else ""
    is_sure = bool(email or fact(facts, "organization"))
    name = text
    if not is_sure and (match := AT_WORK.match(text)) and looks_like_a_name(match["name"], alone=True):
        name, place = match["name"], match["place"]
    elif not is_sure and (match := NAMED_AS.match(text)) and looks_like_a_name(match["name"]):
        name, title = match["name"], match["title"]
    is_leaf = not tree.children.get(at)
    alone = is_leaf and (node.depth > 1 or tree.is_flat)
    if not is_sure and not looks_like_a_name(name, alone=alone) and not _is_flat_entry(tree, node, name):
        return None
    tidy = tidy_name(name) if not is_sure or tidy_name(name) else name.strip()
    if not tidy:
        return None
    person = Incoming(
        tidy,
        node.line,
        emails=(email.removeprefix("mailto:"),) if email else (),
        profile=whole_address(node.link) if comparable_profile(node.link) else "",
        organization=place,
        title=title[:LONGEST_DETAIL],
        expertise=expertise[:80],
        circle=circle or circle_of((), tidy),
        through=through,
    )
    return facts_of(facts, person)


def _our_person(tree: _Tree, at: int) -> Incoming:
    """Read what our own maps mark as someone: the name as it stands, and nothing guessed."""
    node = tree.nodes[at]
    through, circle, _ = _above(tree, at)
    name = " ".join(node.text.split())[:LONGEST_NAME]
    return facts_of(
        {**_details(tree, at), **node.facts}, Incoming(name, node.line, circle=circle, through=through)
    )


def _is_flat_entry(tree: _Tree, node: Node, name: str) -> bool:
    """Take any short entry of a map without branches: it can only be a list of people."""
    words = folded(name).split()
    known = ORGANIZATION_WORDS | (NOT_NAMES - PARTICLES) - {"a"}
    return tree.is_flat and node.depth == 1 and 0 < len(words) <= MOST_WORDS and not known.intersection(words)


def _above(tree: _Tree, at: int) -> tuple[int | None, str, str]:
    """Return who stands above a node, the circle, and the organization."""
    circle, place, parent = "", "", tree.nodes[at].parent
    while parent is not None:
        if parent in tree.person:
            return tree.person[parent], "", ""
        node = tree.nodes[parent]
        circle = circle_named(fact(node.facts, "circle")) or circle_of((node.text,)) or circle
        if not place and _is_organization(tree, parent):
            place = _plain(node.text)
        parent = node.parent
    return None, circle, place


def _is_organization(tree: _Tree, at: int) -> bool:
    """Say whether a node is an organization: by its words, or because it stands low above people."""
    node = tree.nodes[at]
    if node.depth == 0 or not node.text.strip() or fact(node.facts, "kind") in {"cercle", "domaine"}:
        return False
    if fact(node.facts, "kind") == "organisation":
        return True
    words = folded(_plain(node.text)).split()
    if circle_of((node.text,)) and node.depth == 1:
        return False
    if ORGANIZATION_WORDS.intersection(words) and len(words) <= MOST_WORDS:
        return not {"forum", "salon"}.intersection(words) and len(words) > 1
    below = tree.children.get(at, [])
    is_named = node.text.strip()[:1].isupper() and not set(words) & (NOT_NAMES - PARTICLES)
    return (
        node.depth > 1
        and is_named
        and any(looks_like_a_name(_split(tree.nodes[one].text)[0]) for one in below)
    )


def _details(tree: _Tree, at: int) -> dict[str, str]:
    """Read what our own maps write under a person: « Fonction : acheteuse »."""
    found: dict[str, str] = {}
    for child in tree.children.get(at, ()):
        label, colon, value = tree.nodes[child].text.partition(":")
        name = folded(label)
        if colon and name in LABELS:
            before = f"{found[name]} ::: " if name in FIELDS["career"] and name in found else ""
            found[name] = before + value.strip()
    return found


def _bonds(tree: _Tree, arrows: Sequence[Arrow]) -> Iterator[Bond]:
    for arrow in arrows:
        first, second = tree.person.get(arrow.source), tree.person.get(arrow.target)
        if first is not None and second is not None and first != second:
            kind, label, closeness = read_tie(arrow.label)
            yield Bond(first, second, kind, label[:120], closeness)


def _bonds_by_name(people: Sequence[Incoming], written: Iterable[re.Match[str]]) -> Iterator[Bond]:
    """Give the ties that our own maps write by names; what names nobody is passed over."""
    places = spelled_names(people)
    for match in written:
        first, found = places.get(folded(match["first"])), named_tie(match["second"], places)
        if first is not None and found is not None and found[0] != first:
            kind, label, closeness = read_tie(found[1])
            yield Bond(first, found[0], kind, label[:120], closeness)


def _written_ties(nodes: Sequence[Node]) -> Iterator[re.Match[str]]:
    """Take the ties our own maps list under « Liens » out of the nodes."""
    heads = {at for at, node in enumerate(nodes) if node.depth == 1 and node.text.casefold() == TIES_BRANCH}
    for at in heads:
        nodes[at].facts["tremplin"] = "cercle"
    for node in nodes:
        if node.parent in heads and (match := WRITTEN_TIE.match(node.text)):
            node.facts["tremplin"] = "cercle"
            yield match


def _split(text: str) -> tuple[str, str, str]:
    """Return the name on a node, the sector in brackets, the words of its second line."""
    match = DETAIL.match(text.strip())
    if match is None:
        return text.strip(), "", ""
    return match["name"].strip(), (match["domain"] or "").strip(), (match["title"] or "").strip()


def _plain(text: str) -> str:
    return " ".join(_split(text)[0].split())[:200]


def _profiles(said: str, otherwise: str) -> tuple[str, ...]:
    """Return the profiles a field names, else the one already known."""
    found = tuple(whole_address(one) for one in said.split(" ; ") if comparable_profile(one))
    return found or ((otherwise,) if otherwise else ())


def _valid(said: str, otherwise: tuple[str, ...], comparable: Callable[[str], str]) -> tuple[str, ...]:
    """Add the addresses or numbers a field names to those already known."""
    found = {
        comparable(one): one.strip() for one in (*otherwise, *re.split(r"[;\n]", said)) if comparable(one)
    }
    return tuple(found.values())
