"""XML read without entities nor network, its elements found by their bare names."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from tremplin.stories.cv.reading.outcome import UnreadableResume


def parsed_tree(content: bytes) -> Element:
    """Return the root of an XML file.

    Args:
        content: the bytes.

    Returns:
        The root element.

    Raises:
        UnreadableResume: cut or damaged, with the line and the column; or declaring entities.
    """
    try:
        root = ElementTree.fromstring(content.lstrip(), forbid_dtd=True)
    except DefusedXmlException as problem:
        raise UnreadableResume(
            "Ce fichier XML déclare des entités, ce qu’aucun CV ne fait. Par prudence, il n’a pas été lu."
        ) from problem
    except ParseError as problem:
        line, column = problem.position
        raise UnreadableResume(
            f"Ce fichier XML est coupé ou abîmé à la ligne {line}, colonne {column + 1}. "
            "Téléchargez-le de nouveau."
        ) from problem
    except (ValueError, LookupError) as problem:
        raise UnreadableResume("Ce fichier n’est pas du XML lisible. Téléchargez-le de nouveau.") from problem
    if not isinstance(root, Element):
        raise UnreadableResume("Ce fichier XML est vide.")
    return root


def bare_name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def namespace(element: Element) -> str:
    """Return the namespace of an element; empty without one."""
    return str(element.tag).rpartition("}")[0].lstrip("{")


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """Give the children of these bare names, or all without any."""
    for one in element if element is not None else ():
        if isinstance(one.tag, str) and (not names or bare_name(one) in names):
            yield one


def child(element: Element | None, path: str) -> Element | None:
    """Return the first element down a path of bare names: « Position/Label »."""
    for name in path.split("/"):
        element = next(children(element, name), None)
    return element


def text(element: Element | None, *paths: str) -> str:
    """Return the text of the first of these paths that says something, or of the element itself."""
    for path in paths or ("",):
        found = child(element, path) if path else element
        if found is not None and (words := (found.text or "").strip()):
            return words
    return ""


def all_text(element: Element) -> str:
    """Return every text an element holds, apart by spaces."""
    return " ".join(piece.strip() for piece in element.itertext() if piece.strip())
