"""Maps of Freeplane, FreeMind and outliners: read by events, entities refused, any depth."""

import io
import re
from collections import Counter
from typing import Any, Final
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler

from defusedxml import sax
from defusedxml.common import DefusedXmlException

from tremplin.network.domain import folded
from tremplin.network.importing.bounds import DEEPEST, LARGEST_FILE, MOST_NODES
from tremplin.network.importing.incoming import Contacts, Problem, UnreadableContacts
from tremplin.network.importing.trees import Arrow, Node, people_of_tree

NOT_OURS: Final = {"hook", "map_styles", "stylenode"}
TAGS: Final = re.compile(r"<[^<>]+>")
ENTITY: Final = (
    "Ce fichier cache des raccourcis qui se déplient sans fin, ou qui lisent ailleurs\u00a0: "
    "il n’a pas été ouvert."
)


class MapHandler(ContentHandler):
    """What both kinds of maps share: nodes on a stack, bounded in depth and number."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.nodes: list[Node] = []
        self.stack: list[int | None] = []
        self.depth = 0
        self.too_deep = 0
        self.locator: Any = None

    def setDocumentLocator(self, locator: Any) -> None:
        """Keep what tells the line."""
        self.locator = locator

    def open_node(self, text: str, *, key: str = "", link: str = "") -> None:
        """Add a node under the one that is open, unless it stands too deep."""
        self.depth += 1
        if self.depth > DEEPEST:
            self.too_deep += 1
            return
        parent = self.stack[-1] if self.stack else None
        depth = 0 if parent is None else self.nodes[parent].depth + 1
        self.stack.append(len(self.nodes))
        self.nodes.append(Node(text, self.locator.getLineNumber(), parent, depth, key, link))
        if len(self.nodes) > MOST_NODES:
            raise UnreadableContacts(
                "Cette carte a trop de cases pour un réseau\u00a0: elle n’a pas été lue."
            )

    def close_node(self) -> None:
        """Go back to the node above."""
        if self.depth <= DEEPEST:
            self.stack.pop()
        self.depth -= 1

    def told(self) -> list[Problem]:
        """Say what stood too deep."""
        if not self.too_deep:
            return []
        count = f"{self.too_deep} cases" if self.too_deep > 1 else "1 case"
        return [Problem(0, f"{count} au-delà de {DEEPEST} niveaux\u00a0: laissées de côté.")]


class _Freeplane(MapHandler):
    """Nodes, rich text, attributes and arrows of a .mm file; its styles are passed over."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden = 0
        self.rich = ""
        self.pieces: list[str] = []
        self.arrows: list[tuple[int, str, str]] = []

    def startElement(self, name: str, attrs: Any) -> None:
        if self.hidden or name in NOT_OURS:
            self.hidden += 1
        elif name == "node":
            text = attrs.get("TEXT") or attrs.get("LOCALIZED_TEXT") or ""
            self.open_node(text, key=attrs.get("ID", ""), link=attrs.get("LINK", ""))
        elif name == "richcontent":
            self.rich, self.pieces = attrs.get("TYPE", "NODE").upper(), []
        elif name in {"p", "br", "li"} and self.rich:
            self.pieces.append(" ")
        elif self.stack and self.depth <= DEEPEST and self.stack[-1] is not None:
            self._hang(self.stack[-1], name, attrs)

    def _hang(self, at: int, name: str, attrs: Any) -> None:
        if name == "attribute":
            self.nodes[at].facts[folded(attrs.get("NAME", ""))] = attrs.get("VALUE", "")
        elif name == "arrowlink":
            self.arrows.append((at, attrs.get("DESTINATION", ""), attrs.get("MIDDLE_LABEL", "")))

    def characters(self, content: str) -> None:
        if self.rich:
            self.pieces.append(content)

    def endElement(self, name: str) -> None:
        if self.hidden:
            self.hidden -= 1
        elif name == "node":
            self.close_node()
        elif name == "richcontent":
            self._keep_rich(" ".join("".join(self.pieces).split()))

    def _keep_rich(self, text: str) -> None:
        at = self.stack[-1] if self.stack else None
        if at is not None and self.rich == "NODE":
            self.nodes[at].text = text
        elif at is not None and self.rich == "DETAILS":
            self.nodes[at].facts["details"] = text
        self.rich = ""


class _Outline(MapHandler):
    """Nodes of an OPML file, under its title."""

    def startElement(self, name: str, attrs: Any) -> None:
        if name == "body":
            self.open_node("")
        elif name == "outline":
            written = attrs.get("text") or attrs.get("title") or ""
            text = written if "tremplin" in attrs else TAGS.sub("", written)
            self.open_node(text, link=attrs.get("url", ""))
            if self.depth <= DEEPEST:
                facts = {folded(key.replace("_", " ")): value for key, value in attrs.items()}
                self.nodes[-1].facts.update({key: value for key, value in facts.items() if key != "title"})

    def endElement(self, name: str) -> None:
        if name in {"body", "outline"}:
            self.close_node()


def read_freeplane(content: bytes) -> Contacts:
    """Return the people of a .mm map; arrows between two of them are ties.

    Raises:
        UnreadableContacts: cut, damaged, or hiding entities.
    """
    handler = _Freeplane()
    parse_safely(content, handler)
    arrows, told = _arrows(handler)
    return people_of_tree("Freeplane", handler.nodes, arrows, [*handler.told(), *told])


def read_outline(content: bytes) -> Contacts:
    """Return the people of an OPML outline.

    Raises:
        UnreadableContacts: cut, damaged, or hiding entities.
    """
    handler = _Outline()
    parse_safely(content, handler)
    return people_of_tree("OPML", handler.nodes, (), handler.told())


def parse_safely(content: bytes, handler: ContentHandler) -> None:
    """Read XML by events, without entity nor network.

    Args:
        content: the bytes.
        handler: what is told of each element.

    Raises:
        UnreadableContacts: cut or damaged, with the line; or hiding entities.
    """
    if len(content) > LARGEST_FILE:
        raise UnreadableContacts("Ce fichier est trop gros pour une carte\u00a0: il n’a pas été lu.")
    parser = sax.make_parser()
    parser.forbid_dtd, parser.forbid_entities, parser.forbid_external = False, True, True
    parser.setContentHandler(handler)
    try:
        parser.parse(io.BytesIO(content.lstrip()))
    except DefusedXmlException as problem:
        raise UnreadableContacts(ENTITY) from problem
    except SAXParseException as problem:
        raise UnreadableContacts(
            f"Ce fichier est coupé ou abîmé à la ligne {problem.getLineNumber()}\u00a0: "
            "exportez-le de nouveau depuis le logiciel qui l’a fait."
        ) from problem
    except (SAXException, ValueError, LookupError) as problem:
        if isinstance(problem, UnreadableContacts):
            raise
        raise UnreadableContacts("Ce fichier n’est pas du XML lisible. Exportez-le de nouveau.") from problem


def _arrows(handler: _Freeplane) -> tuple[list[Arrow], list[Problem]]:
    places: dict[str, int] = {}
    for at, node in enumerate(handler.nodes):
        places.setdefault(node.key, at)
    doubled = [key for key, count in Counter(node.key for node in handler.nodes).items() if key and count > 1]
    told = [
        Problem(0, f"L’identifiant «\u00a0{key[:40]}\u00a0» sert deux fois\u00a0: il a été renommé.")
        for key in doubled
    ]
    arrows = []
    for at, key, label in handler.arrows:
        if key in places:
            arrows.append(Arrow(at, places[key], label))
        else:
            line = handler.nodes[at].line
            told.append(Problem(line, "une flèche ne mène nulle part\u00a0: elle est laissée de côté."))
    return arrows, told
