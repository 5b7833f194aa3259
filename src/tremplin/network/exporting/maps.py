"""Maps: Freeplane, OPML, Markmap."""

import re
from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from tremplin.network.domain.careers import jobs_in_words
from tremplin.network.domain.wording import CIRCLES
from tremplin.network.exporting.directory import Directory, Listed
from tremplin.network.exporting.facts import NUMBER, UNFILED, circle_title, facts_of

XML: Final = b'<?xml version="1.0" encoding="UTF-8"?>\n'
MARK: Final = "Tremplin"
PERSON: Final = "personne"
CIRCLE: Final = "cercle"
TIE: Final = "lien"
TIES: Final = "Liens"
CAREER: Final = "Parcours"
FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
MARKDOWN: Final = re.compile(r"([\\`*_\[\]<>|~])")
FIRST_SIGN: Final = re.compile(r"^([#\-+>]|\d+[.)])")
OPML_LABELS: Final = str.maketrans({" ": "_", "’": "_", "-": "_", "é": "e", "î": "i"})


def to_freeplane(directory: Directory) -> bytes:
    """Return a map for Freeplane: circles, people with their attributes, an arrow a tie.

    Args:
        directory: everyone.

    Returns:
        A .mm file, without an XML declaration, as Freeplane writes it.
    """
    root = Element("map", version="freeplane 1.9.13")
    centre = SubElement(root, "node", TEXT=clean(directory.title), ID="ID_0")
    for circle, people in directory.circles():
        branch = SubElement(centre, "node", TEXT=circle_title(circle), ID=f"ID_c_{circle or 'sans'}")
        _attributes(branch, {MARK: CIRCLE, "Cercle": CIRCLES.get(circle, UNFILED)})
        for person in people:
            _freeplane_node(branch, directory, person)
    return _bytes(root)


def to_opml(directory: Directory) -> bytes:
    """Return an outline in OPML 2.0: facts are attributes, ties a branch of their own.

    Args:
        directory: everyone.

    Returns:
        The file.
    """
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = clean(directory.title)
    body = SubElement(root, "body")
    for circle, people in directory.circles():
        facts = {"text": circle_title(circle), MARK.lower(): CIRCLE, "cercle": CIRCLES.get(circle, UNFILED)}
        branch = SubElement(body, "outline", facts)
        for person in people:
            _outline_node(branch, directory, person)
    ties = list(_ties(directory))
    if ties:
        branch = SubElement(body, "outline", text=TIES)
        for line in ties:
            SubElement(branch, "outline", {"text": clean(line), MARK.lower(): TIE})
    return XML + _bytes(root)


def to_markmap(directory: Directory) -> bytes:
    """Return a map in Markdown: a heading a circle, an item a person, their facts below.

    Args:
        directory: everyone.

    Returns:
        UTF-8 text.
    """
    lines = ["---", "markmap:", "  initialExpandLevel: 3", "---", "", f"# {_escaped(directory.title)}"]
    for circle, people in directory.circles():
        lines += ["", f"## {_escaped(circle_title(circle))}", ""]
        for person in people:
            lines += _markdown_node(directory, person, "")
    ties = list(_ties(directory))
    if ties:
        lines += ["", f"## {TIES}", "", *(f"- {_escaped(line)}" for line in ties)]
    return ("\n".join(lines) + "\n").encode()


def clean(text: str) -> str:
    """Return a text without the signs XML forbids, on one line."""
    return " ".join(FORBIDDEN.sub("", text).split())


def _freeplane_node(above: Element, directory: Directory, person: Listed) -> None:
    node = SubElement(above, "node", TEXT=clean(person.name), ID=f"ID_p{person.key}")
    if person.emails or person.profiles:
        node.set("LINK", clean(f"mailto:{person.emails[0]}" if person.emails else person.profiles[0]))
    _attributes(node, {MARK: PERSON, **_facts(directory, person)})
    for _, words, link in directory.outgoing.get(person.key, ()):
        arrow = SubElement(node, "arrowlink", DESTINATION=f"ID_p{link.second}")
        if words:
            arrow.set("MIDDLE_LABEL", clean(words))
    for child in directory.children.get(person.key, ()):
        _freeplane_node(node, directory, child)


def _attributes(node: Element, facts: Mapping[str, str]) -> None:
    for label, text in facts.items():
        SubElement(node, "attribute", NAME=label, VALUE=clean(text))


def _facts(directory: Directory, person: Listed) -> dict[str, str]:
    """Return the facts of someone; under another person, the circle is said, and who knows them is seen."""
    facts = facts_of(person)
    if person.key in directory.parents:
        del facts["Connu par"]
        return {"Cercle": CIRCLES[person.circle], **facts} if person.circle else facts
    return facts


def _outline_node(above: Element, directory: Directory, person: Listed) -> None:
    facts = {MARK: PERSON, **_facts(directory, person)}
    said = {label.lower().translate(OPML_LABELS): clean(text) for label, text in facts.items()}
    node = SubElement(above, "outline", {"text": clean(person.name), **said})
    for child in directory.children.get(person.key, ()):
        _outline_node(node, directory, child)


def _markdown_node(directory: Directory, person: Listed, margin: str) -> Iterator[str]:
    yield f"{margin}- {_escaped(person.name)} <!-- {NUMBER.lower()} {person.key} -->"
    facts = _facts(directory, person)
    said = [(label, text) for label, text in facts.items() if label not in (CAREER, NUMBER)]
    for label, text in (*said, *((CAREER, line) for line in jobs_in_words(person.career))):
        yield f"{margin}  - {label}\u00a0: {_escaped(text)}"
    for child in directory.children.get(person.key, ()):
        yield from _markdown_node(directory, child, f"{margin}  ")


def _ties(directory: Directory) -> Iterator[str]:
    for first in directory.outgoing:
        for second, words, link in directory.outgoing[first]:
            sign = "↔" if link.kind == "knows" else "→"
            yield f"{directory.spelled(first)} {sign} {second}" + (f" ({words})" if words else "")


def _escaped(text: str) -> str:
    """Return a text that Markdown shows as it is."""
    return FIRST_SIGN.sub(r"\\\1", MARKDOWN.sub(r"\\\1", clean(text)))


def _bytes(root: Element) -> bytes:
    indent(root)
    written: bytes = tostring(root, encoding="us-ascii", xml_declaration=False)
    return written + b"\n"
