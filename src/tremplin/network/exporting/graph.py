"""GraphML: the student, people, and every tie with its kind."""

from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from tremplin.network.domain.wording import CIRCLES
from tremplin.network.exporting.directory import Directory, Listed
from tremplin.network.exporting.facts import NUMBER, facts_of
from tremplin.network.exporting.maps import MARK, PERSON, XML, clean

NAMESPACE: Final = "http://graphml.graphdrawing.org/xmlns"
ME: Final = "moi"
NODE_KEYS: Final = (
    "label",
    ME,
    "Entreprise",
    "Fonction",
    "E-mail",
    "Téléphone",
    "Profil",
    "Domaine",
    "Cercle",
    "Proximité",
    "Connaît beaucoup de monde",
    "En relation depuis",
    "Lien",
    "Parcours",
    MARK,
    NUMBER,
)
EDGE_KEYS: Final = ("lien", "nature", "proximite")


def to_graphml(directory: Directory) -> bytes:
    """Return the graph of a directory.

    Args:
        directory: everyone; the student is a node marked as such.

    Returns:
        The file, in UTF-8.
    """
    root = Element("graphml", xmlns=NAMESPACE)
    for of, names in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for at, name in enumerate(names):
            SubElement(
                root, "key", {"id": f"{of[0]}{at}", "for": of, "attr.name": name, "attr.type": "string"}
            )
    graph = SubElement(root, "graph", id="reseau", edgedefault="undirected")
    _node(graph, ME, {"label": clean(directory.me) or "Moi", ME: "oui"})
    for person in directory.people:
        said = {"label": clean(person.name), **_facts(person), MARK: PERSON}
        _node(graph, f"p{person.key}", said)
    for person in directory.people:
        if person.is_known:
            _edge(graph, ME, f"p{person.key}", {})
    for link in directory.links:
        said = {"lien": link.label, "nature": link.kind, "proximite": str(link.closeness or "")}
        _edge(graph, f"p{link.first}", f"p{link.second}", said)
    indent(root)
    written: bytes = tostring(root, encoding="utf-8")
    return XML + written + b"\n"


def _facts(person: Listed) -> dict[str, str]:
    facts = {label: text for label, text in facts_of(person).items() if label in NODE_KEYS}
    return {**facts, "Cercle": CIRCLES[person.circle]} if person.circle else facts


def _node(graph: Element, key: str, facts: dict[str, str]) -> None:
    _data(SubElement(graph, "node", id=key), "n", NODE_KEYS, facts)


def _edge(graph: Element, source: str, target: str, facts: dict[str, str]) -> None:
    edge = SubElement(graph, "edge", source=source, target=target)
    if facts.get("nature") not in (None, "knows"):
        edge.set("directed", "true")
    _data(edge, "e", EDGE_KEYS, facts)


def _data(above: Element, start: str, names: tuple[str, ...], facts: dict[str, str]) -> None:
    for name, text in facts.items():
        if text:
            SubElement(above, "data", key=f"{start}{names.index(name)}").text = clean(text)
