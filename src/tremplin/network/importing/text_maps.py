"""Maps written as text: Markmap's Markdown, Mermaid's mindmap."""

import re
from collections.abc import Sequence
from typing import Final

from tremplin.network.importing.address_books import book_kind, read_address_book
from tremplin.network.importing.bounds import DEEPEST, LONGEST_CELL, MOST_NODES
from tremplin.network.importing.incoming import Contacts, Gathering, Problem, UnreadableContacts
from tremplin.network.importing.sheets import Sheet
from tremplin.network.importing.trees import Node, people_of_tree

FRONT_MATTER: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
FENCED: Final = re.compile(r"(?ms)^```+\s*mermaid\s*\n(.*?)^```")
HEADING: Final = re.compile(r"(#{1,6})\s+(.+)$")
BULLET: Final = re.compile(r"(\s*)(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+(?P<task>))?(.+)$")
TABLE_ROW: Final = re.compile(r"\s*\|(.+)\|\s*$")
TABLE_RULE: Final = re.compile(r"[\s|:-]+")
COMMENT: Final = re.compile(r"<!--.*?-->")
OURS: Final = re.compile(r" <!-- fiche (\d{1,12}) -->\s*$")
LINK: Final = re.compile(r"\[([^\[\]]*)\]\(([^)\s\[]*)\)")
EMPHASIS: Final = re.compile(r"(\*\*|__|\*|`|~~)(?=\S)(.+?)(?<=\S)\1")
SHAPE: Final = re.compile(
    r"^(?P<id>[^\s(\[{)]*)\s*(?:\(\((?P<a>.*)\)\)|\)\)(?P<b>.*)\(\(|\{\{(?P<c>.*)\}\}|\[(?P<d>.*)\]|"
    r"\((?P<e>.*)\)|\)(?P<f>.*)\()$",
    re.DOTALL,
)
ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>])")
TAB: Final = 4
DEEPEST_EMPHASIS: Final = 4


def read_markmap(text: str) -> Contacts:
    """Return the people of a Markdown map: headings, then lists; tables are read as tables.

    Raises:
        UnreadableContacts: too many lines.
    """
    nodes: list[Node] = []
    tables: list[tuple[int, str]] = []
    plain = text.replace("\r\n", "\n")
    skipped = len(match[0].split("\n")) - 1 if (match := FRONT_MATTER.match(plain)) else 0
    levels: list[tuple[int, int]] = []
    in_code = False
    for at, line in enumerate(plain.split("\n")[skipped:], skipped + 1):
        if line.lstrip().startswith(("```", "~~~")):
            in_code = not in_code
        elif not in_code and (found := _markdown_node(line)) is not None:
            _hang(nodes, levels, at, *found)
            if nodes and (mark := OURS.search(line)):
                nodes[-1].facts.update(tremplin="personne", fiche=mark[1])
        elif not in_code and (row := TABLE_ROW.match(line)):
            tables.append((at, row[1]))
    _bound(nodes)
    tree = people_of_tree("Markmap", nodes, (), ())
    return _with_tables(tree, tables)


def unfenced(text: str) -> str:
    """Return the diagram of a Markdown page that holds one, else the text."""
    return match[1] if (match := FENCED.search(text.replace("\r\n", "\n"))) else text


def read_mermaid(text: str) -> Contacts:
    """Return the people of a Mermaid mindmap: indentation alone says who stands under what.

    Raises:
        UnreadableContacts: too many lines.
    """
    nodes: list[Node] = []
    told: list[Problem] = []
    levels: list[tuple[int, int]] = []
    for at, line in _mermaid_lines(text):
        wide = line.expandtabs(TAB)
        indent, said = len(wide) - len(wide.lstrip()), _shaped(line.strip())
        _hang(nodes, levels, at, indent + 1, said, "")
    roots = [node for node in nodes if node.parent is None]
    if len(roots) > 1:
        nodes = _under_one_root(nodes)
        told.append(Problem(roots[1].line, "deux racines\u00a0: une racine commune a été ajoutée."))
    _bound(nodes)
    return people_of_tree("Mermaid", nodes, (), told)


def is_mermaid(text: str) -> bool:
    """Say whether a text is a Mermaid mindmap."""
    return (
        re.search(r"(?m)\A(?:---\n.*?\n---\n)?(?:\s|%%.*\n)*mindmap\b", text.replace("\r\n", "\n"), re.DOTALL)
        is not None
    )


def _markdown_node(line: str) -> tuple[int, str, str] | None:
    if match := HEADING.match(line):
        return (len(match[1]), *_inline(match[2].rstrip().rstrip("#").rstrip()))
    if match := BULLET.match(line):
        return (10 + len(match[1].expandtabs(TAB)), *_inline(match[3]))
    return None


def _inline(text: str) -> tuple[str, str]:
    """Return a line without its marks, and where it leads."""
    closed = text.rfind("-->") + len("-->") if "-->" in text else 0
    plain = COMMENT.sub("", text[:closed]) + text[closed:]
    link = match[2] if (match := LINK.search(plain)) else ""
    plain = LINK.sub(r"\1", plain)[: 2 * LONGEST_CELL]
    for _ in range(DEEPEST_EMPHASIS):
        plain = EMPHASIS.sub(r"\2", plain)
    return ESCAPED.sub(r"\1", plain).strip(), link


def _hang(
    nodes: list[Node], levels: list[tuple[int, int]], line: int, level: int, text: str, link: str
) -> None:
    while levels and levels[-1][0] >= level:
        levels.pop()
    parent = levels[-1][1] if levels else None
    depth = len(levels)
    if depth <= DEEPEST:
        levels.append((level, len(nodes)))
        nodes.append(Node(text, line, parent, depth, link=link))


def _mermaid_lines(text: str) -> list[tuple[int, str]]:
    """Return the lines of nodes: what is quoted over several lines counts as one."""
    plain = text.replace("\r\n", "\n")
    skipped = len(match[0].split("\n")) - 1 if (match := FRONT_MATTER.match(plain)) else 0
    found: list[tuple[int, str]] = []
    is_open = False
    for at, line in enumerate(plain.split("\n")[skipped:], skipped + 1):
        bare = line.strip()
        if is_open:
            if len(found[-1][1]) < 2 * LONGEST_CELL:
                found[-1] = (found[-1][0], f"{found[-1][1]}\n{bare}")
        elif not bare or bare == "mindmap" or bare.startswith(("%%", "::icon", ":::")):
            continue
        else:
            found.append((at, line))
        is_open ^= line.count('"') % 2 == 1
    return found


def _shaped(text: str) -> str:
    """Return the words inside a shape, or the bare words of a node."""
    match = SHAPE.match(text)
    inside = next((said for said in match.groups()[1:] if said is not None), text) if match else text
    return _inline(inside.strip().strip('"').strip("`"))[0]


def _under_one_root(nodes: Sequence[Node]) -> list[Node]:
    shifted = [
        Node(node.text, node.line, 0 if node.parent is None else node.parent + 1, node.depth + 1)
        for node in nodes
    ]
    return [Node("", nodes[0].line, None, 0), *shifted]


def _with_tables(tree: Contacts, rows: Sequence[tuple[int, str]]) -> Contacts:
    """Add the people of the tables that have clear headings."""
    cells = [
        (at, [_inline(cell)[0] for cell in row.split("|")])
        for at, row in rows
        if not TABLE_RULE.fullmatch(row)
    ]
    if not cells or not book_kind(sheet := Sheet(cells, [])):
        return tree
    found = read_address_book(sheet)
    gathering = Gathering([*tree.people, *found.people], list(tree.bonds), [*tree.places, *found.places])
    gathering.refused = [*tree.refused, *found.refused]
    kept = [one for one in tree.warnings if tree.people or one.line]
    gathering.warnings = [*kept, *found.warnings]
    return gathering.done(tree.kind)


def _bound(nodes: Sequence[Node]) -> None:
    if len(nodes) > MOST_NODES:
        raise UnreadableContacts("Cette carte a trop de cases pour un réseau\u00a0: elle n’a pas été lue.")
