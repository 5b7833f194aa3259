"""Graphs: GraphML and GEXF, directed or not, each node a person."""

from dataclasses import dataclass, field
from typing import Any, Final

from tremplin.network.domain import folded
from tremplin.network.domain.names import LONGEST_NAME, tidy_name
from tremplin.network.domain.wording import read_tie
from tremplin.network.importing.bounds import MOST_NODES
from tremplin.network.importing.incoming import Bond, Contacts, Gathering, Incoming, Place, UnreadableContacts
from tremplin.network.importing.naming import circle_of, is_me
from tremplin.network.importing.trees import fact, facts_of, looks_like_a_name, number_of
from tremplin.network.importing.xml_maps import MapHandler, parse_safely

LABELS: Final = ("label", "name", "nom", "nom complet")
LINK_LABELS: Final = ("lien", "label", "relation")
DRAWN_LABELS: Final = ("NodeLabel", "EdgeLabel")  # where yEd writes them
NAMELESS: Final = ("sans nom", "unnamed", "no name", "n a")


@dataclass(slots=True)
class _Vertex:
    key: str
    line: int
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Edge:
    source: str
    target: str
    line: int
    facts: dict[str, str] = field(default_factory=dict)


class _Graph(MapHandler):
    """Both formats: nodes, edges, and the meaning of their data with its defaults."""

    def __init__(self) -> None:
        super().__init__()
        self.vertices: list[_Vertex] = []
        self.edges: list[_Edge] = []
        self.names: dict[tuple[str, str], str] = {}
        self.defaults: dict[str, dict[str, str]] = {"node": {}, "edge": {}}
        self.current: _Vertex | _Edge | None = None
        self.of, self.key, self.pieces = "node", "", [""]

    def startElement(self, name: str, attrs: Any) -> None:
        bare = name.rpartition(":")[2]
        line = self.locator.getLineNumber()
        if bare == "node":
            self.current = _Vertex(attrs.get("id", ""), line)
            self.vertices.append(self.current)
        elif bare == "edge":
            self.current = _Edge(attrs.get("source", ""), attrs.get("target", ""), line)
            self.edges.append(self.current)
        elif bare in {"key", "attribute"}:
            self._declare(attrs)
        elif bare == "attributes":
            self.of = attrs.get("class", "node")
        elif bare == "data":
            self.key, self.pieces = attrs.get("key", ""), []
        elif bare == "attvalue":
            self._say(attrs.get("for", attrs.get("id", "")), attrs.get("value", ""))
        elif bare == "default":
            self.pieces = []
        if bare in {"node", "edge"} and self.current is not None and attrs.get("label"):
            self.current.facts["label"] = attrs["label"]
        if len(self.vertices) > MOST_NODES or len(self.edges) > 10 * MOST_NODES:
            raise UnreadableContacts("Ce graphe a trop de points pour un réseau\u00a0: il n’a pas été lu.")

    def _declare(self, attrs: Any) -> None:
        self.of = attrs.get("for", self.of)
        self.key = attrs.get("id", "")
        self.names[self.of, self.key] = folded(attrs.get("attr.name", attrs.get("title", self.key)))

    def _say(self, key: str, value: str) -> None:
        of = "edge" if isinstance(self.current, _Edge) else "node"
        if self.current is not None:
            self.current.facts[self.names.get((of, key)) or self.names.get(("all", key), key)] = value.strip()

    def characters(self, content: str) -> None:
        self.pieces.append(content)

    def endElement(self, name: str) -> None:
        bare = name.rpartition(":")[2]
        text = "".join(self.pieces).strip()
        if bare == "data":
            self._say(self.key, text)
        elif bare == "default" and self.of in self.defaults:
            self.defaults[self.of][self.names.get((self.of, self.key), "")] = text
        elif bare in DRAWN_LABELS and self.current is not None and text:
            self.current.facts.setdefault("label", text)
        elif bare in {"node", "edge"}:
            self.current = None
        self.pieces = []


def read_graph(content: bytes, *, me: str = "") -> Contacts:
    """Return the people and ties of a GraphML or GEXF file.

    Args:
        content: the bytes.
        me: the student's own name, when no node is marked as them; may be empty.

    Returns:
        People and ties; nameless nodes refused, edges that lead nowhere dropped, each with its line.

    Raises:
        UnreadableContacts: cut, damaged, or hiding entities.
    """
    graph = _Graph()
    parse_safely(content, graph)
    gathering = Gathering()
    places, mine = _people(gathering, graph, me)
    _ties(gathering, graph, places, mine)
    if not gathering.people:
        gathering.warn(0, "Aucun point de ce graphe ne porte de nom de personne.")
    return gathering.done("GEXF" if b"<gexf" in content[:4000] else "GraphML")


def _people(gathering: Gathering, graph: _Graph, name_of_me: str) -> tuple[dict[str, int | None], set[str]]:
    """Take each node; return where each key went, and which keys are the student."""
    places: dict[str, int | None] = {}
    me: set[str] = set()
    for vertex in graph.vertices:
        facts = {**graph.defaults["node"], **vertex.facts}
        written = next((facts[label] for label in LABELS if facts.get(label)), "")
        is_ours = number_of(facts) is not None
        name = (
            " ".join(written.split())[:LONGEST_NAME]
            if is_ours
            else tidy_name(written or (vertex.key if looks_like_a_name(vertex.key) else ""))
        )
        if vertex.key in places:
            gathering.warn(
                vertex.line,
                f"l’identifiant «\u00a0{vertex.key[:40]}\u00a0» sert deux fois\u00a0: il a été renommé.",
            )
            continue
        places[vertex.key] = None
        is_marked = fact(facts, "me").casefold() in {"true", "oui", "1"}
        if is_marked or (name and is_me(name, name_of_me)):
            me.add(vertex.key)
        elif not name or folded(name) in NAMELESS:
            gathering.refuse(vertex.line, "ce point n’a pas de nom.")
        elif fact(facts, "kind") == "organisation":
            gathering.places.append(Place(name))
        else:
            places[vertex.key] = len(gathering.people)
            person = Incoming(name, vertex.line, circle="" if is_ours else circle_of((), name))
            gathering.people.append(facts_of(facts, person))
    return places, me


def _ties(gathering: Gathering, graph: _Graph, places: dict[str, int | None], me: set[str]) -> None:
    """Tie people by the edges; when the file marks the student, who has no edge to them is second."""
    known: set[str] = set()
    for edge in graph.edges:
        ends = (edge.source, edge.target)
        if missing := next((end for end in ends if end not in places), None):
            gathering.warn(
                edge.line, f"le lien vers «\u00a0{missing[:40]}\u00a0», qui n’existe pas, est laissé de côté."
            )
            continue
        known.update(set(ends) - me if me.intersection(ends) else ())
        first, second = (places[end] for end in ends)
        if first is not None and second is not None and first != second:
            facts = {**graph.defaults["edge"], **edge.facts}
            label = next((facts[name] for name in LINK_LABELS if facts.get(name)), "")
            closeness = fact(facts, "closeness")
            near = int(closeness) if closeness in {"1", "2", "3"} else None
            told = (facts["nature"], label, near) if facts.get("nature") else read_tie(label)
            kind, label, near = told
            gathering.bonds.append(Bond(first, second, kind, label[:120], near))
    if me:
        _through(gathering, places, known)


def _through(gathering: Gathering, places: dict[str, int | None], known: set[str]) -> None:
    """Put whoever the student does not know behind someone who does."""
    direct = {at for key, at in places.items() if key in known and at is not None}
    reached = set(direct)
    queue = list(direct)
    neighbours: dict[int, list[int]] = {}
    for bond in gathering.bonds:
        neighbours.setdefault(bond.first, []).append(bond.second)
        neighbours.setdefault(bond.second, []).append(bond.first)
    for by in queue:
        for at in neighbours.get(by, ()):
            if at not in reached:
                reached.add(at)
                queue.append(at)
                gathering.people[at] = gathering.people[at]._replace(through=by)
    for at in set(range(len(gathering.people))) - reached:
        gathering.people[at] = gathering.people[at]._replace(is_known=False)
