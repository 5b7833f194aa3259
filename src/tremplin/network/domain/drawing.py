"""The map as SVG text: every node is a link, colours come from classes, nothing depends on a script."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from tremplin.law.words import counted
from tremplin.network.domain.layout import (
    FARTHER,
    ROW,
    Branch,
    Layout,
    Node,
    Outline,
    Placed,
    PlacedBranch,
    place,
)
from tremplin.network.domain.paths import Path, Target

LETTER: Final = 8.0
GAP: Final = 8.0
LABEL: Final = 21
LABEL_ALONE: Final = 36
FAR_LABEL: Final = 24
STEP_ROW: Final = 92.0
ROUTES_WIDTH: Final = 600.0
HELD: Final = "|"
BOX: Final = (132.0, 34.0)

STYLE: Final = """
.map line,.map path{stroke:#d9d9e6;stroke-width:1.25;fill:none}
.map .dorm{stroke-dasharray:3 4}
.map circle{fill:#6f8fe0}.map .d2{fill:#c9d6f7;stroke:#6f8fe0}.map .hub{fill:#3f5fd0}.map .me{fill:#1b2142}
.map .off{fill:#fff;stroke:#8b8ba3;stroke-width:1.25;stroke-dasharray:2 2.5}
.map .bubble{fill:#e8edfb;stroke:#6f8fe0;stroke-width:1.5}
.map text{font:400 15.5px "Radio Canada",sans-serif;fill:#4a4f6a}
.map .branch{font:600 17px "Bricolage Grotesque",sans-serif;fill:#5f6480}
.map .strong{font-weight:600;fill:#1b2142}.map .mid{text-anchor:middle}.map .fin{text-anchor:end}
.map .hot{stroke:#2540b0;stroke-width:3}.map circle.hot{fill:#2540b0;stroke:#fff}
.map .alt{stroke:#2540b0;stroke-width:1.5;stroke-dasharray:5 5}
.map rect.hit{fill:none;stroke:none}.map rect.paper{fill:#fff}
"""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where nodes lead: a person's page, and the map or the list of a focus."""

    person: Callable[[int], str]
    bubble: Callable[[Node], str]
    branch: Callable[[Branch], str]


def map_svg(drawn: Outline, addresses: Addresses | None, *, title: str) -> str:
    """Return the map of an outline.

    Args:
        drawn: what to draw.
        addresses: where nodes lead; None for a picture without links, its style inside.
        title: what the picture is, in one sentence.

    Returns:
        One `svg` element. With addresses it takes its colours from the page; without, it stands alone.
    """
    layout = place(drawn)
    parts = [
        _opening(layout, alone=addresses is None),
        f'<title id="carte-titre">{escape(title)}</title>',
        f'<desc id="carte-texte">{escape(description(drawn))}</desc>',
        "" if addresses else f'<style>{STYLE}</style><rect class="paper" width="100%" height="100%"/>',
        '<g aria-hidden="true">',
        *(_line(one, layout) for one in layout.nodes),
        *_me(layout),
        "</g>",
        *(_branch(one, addresses) for one in layout.branches),
        *(_node(one, addresses) for one in layout.nodes),
        "</svg>",
    ]
    return "".join(parts)


def description(drawn: Outline) -> str:
    """Return what the map shows, in words.

    Args:
        drawn: what is drawn.

    Returns:
        The number of people and the branches with theirs.
    """
    branches = ", ".join(f"{one.label} ({one.people})" for one in drawn.branches)
    people = counted(drawn.people, "personne")
    return (
        f"{people} autour de vous. Branches\u00a0: {branches}." if branches else "Vous, et personne encore."
    )


def says(node: Node) -> str:
    """Return a node in words, as the list and a screen reader say it.

    Args:
        node: a person or a bubble.

    Returns:
        The label, then what its shape says.
    """
    if node.is_rest:
        return node.label
    if node.member is None:
        return f"{node.label}\u00a0: {counted(node.people, 'personne')}"
    marks = [
        "très connecté" if node.is_hub else "",
        "endormi" if node.is_asleep else "",
        "par d’autres" if not node.member.known and node.label == node.member.name else "",
        "sur le chemin" if node.is_on_path else "",
    ]
    return ", ".join([node.label, *(mark for mark in marks if mark)])


def routes_svg(target: Target, paths: Sequence[Path], address: Callable[[int], str]) -> str:
    """Return the paths to a target, one a row: the first in full line, the others dashed.

    Args:
        target: where they lead.
        paths: one at least.
        address: the page of a person.

    Returns:
        One `svg` element.
    """
    spots, height = _spots(paths)
    me, end = (46.0, height / 2), (ROUTES_WIDTH - BOX[0] / 2 - 4, height / 2)
    names = {one.person.key: one.person.name for path in paths for one in path.handshakes}
    lines = [_route(path, spots, me, end, rank) for rank, path in reversed(list(enumerate(paths)))]
    hot = set(paths[0].keys)
    return "".join(
        [
            f'<svg class="map net slim" viewBox="0 0 {ROUTES_WIDTH:g} {height:g}" role="group" '
            f'aria-labelledby="chemins-titre"><title id="chemins-titre">Chemins dessinés</title>',
            *lines,
            f'<circle class="me" cx="{me[0]:g}" cy="{me[1]:g}" r="17"/>',
            f'<text class="strong mid" x="{me[0]:g}" y="{me[1] + 36:g}">Vous</text>',
            f'<rect class="hot" x="{end[0] - BOX[0] / 2:g}" y="{end[1] - BOX[1] / 2:g}" width="{BOX[0]:g}" '
            f'height="{BOX[1]:g}" rx="6"/>',
            f'<text class="strong mid" x="{end[0]:g}" y="{end[1] + 5:g}">',
            f"{escape(_cut(target.name, 16))}</text>",
            *(_step(names[key], spot, address(key), is_hot=key in hot) for key, spot in spots.items()),
            "</svg>",
        ]
    )


def _opening(layout: Layout, *, alone: bool) -> str:
    size = f'viewBox="0 0 {layout.width:g} {layout.height:g}"'
    if alone:
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="map" {size} width="{layout.width:g}" '
            f'height="{layout.height:g}" role="img" aria-labelledby="carte-titre carte-texte">'
        )
    return f'<svg class="map net wide" {size} role="group" aria-labelledby="carte-titre carte-texte">'


def _line(one: Placed, layout: Layout) -> str:
    x, y = layout.centre if one.before is None else (_label_end(one.before), one.before.y)
    if one.before is None and one.node.member is not None and not one.node.member.known:
        return ""
    shape = "hot" if one.node.is_on_path else "dorm" if one.node.is_asleep else ""
    kind = f' class="{shape}"' if shape else ""
    return f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{one.x:.1f}" y2="{one.y:.1f}"{kind}/>'


def _label_end(one: Placed) -> float:
    """Return where a label stops, so that the lines to those behind start after it."""
    width = one.radius + GAP + LETTER * len(_cut(one.node.label, LABEL))
    return one.x + one.side * min(width, FARTHER - 2 * GAP)


def _me(layout: Layout) -> Iterator[str]:
    x, y = layout.centre
    yield f'<circle class="me" cx="{x:g}" cy="{y:g}" r="20"/>'
    yield f'<text class="strong mid" x="{x:g}" y="{y + 40:g}">Vous</text>'


def _branch(one: PlacedBranch, addresses: Addresses | None) -> str:
    side = "" if one.side > 0 else " fin"
    x = one.x - one.side * 7
    said = f"{one.branch.label} · {one.branch.people}"
    text = f'<text class="branch{side}" x="{x:.1f}" y="{one.y:.1f}">{escape(said)}</text>'
    if addresses is None or one.branch.focus is None:
        return text
    words = escape(f"{one.branch.label}\u00a0: {counted(one.branch.people, 'personne')}")
    hit = _hit(x, one.y - 5, one.side, LETTER * 1.2 * len(said))
    return f'<a href="{escape(addresses.branch(one.branch))}" aria-label="{words}">{hit}{text}</a>'


def _node(one: Placed, addresses: Addresses | None) -> str:
    node = one.node
    x = one.x + one.side * (one.radius + GAP)
    label = _cut(node.label, FAR_LABEL if one.before else LABEL if node.behind else LABEL_ALONE)
    said = label if node.member or node.is_rest else f"{label} · {node.people}"
    strong = "strong" if node.is_hub or node.is_on_path else ""
    classes = " ".join(part for part in (strong, "" if one.side > 0 else "fin") if part)
    text = f'<text class="{classes}" x="{x:.1f}" y="{one.y + 5:.1f}">{escape(said)}</text>'
    circle = f'<circle class="{_shape(node)}" cx="{one.x:.1f}" cy="{one.y:.1f}" r="{one.radius:.1f}"/>'
    if addresses is None:
        return circle + text
    href = addresses.person(node.member.key) if node.member else addresses.bubble(node)
    held = f' data-tremplin-held="{escape(HELD.join(node.held))}"' if node.held else ""
    hit = _hit(one.x - one.side * one.radius, one.y, one.side, 2 * one.radius + GAP + LETTER * len(said))
    return f'<a href="{escape(href)}" aria-label="{escape(says(node))}"{held}>{hit}{circle}{text}</a>'


def _shape(node: Node) -> str:
    if node.is_on_path:
        return "hot"
    if node.member is None:
        return "bubble"
    if node.is_hub:
        return "hub"
    if not node.member.known:
        return "d2"
    return "off" if node.is_asleep else "known"


def _hit(x: float, y: float, side: int, width: float) -> str:
    """Return an area large enough to be touched: one row high."""
    left = x if side > 0 else x - width
    return f'<rect class="hit" x="{left:.1f}" y="{y - ROW / 2:.1f}" width="{width:.1f}" height="{ROW:g}"/>'


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _spots(paths: Sequence[Path]) -> tuple[dict[int, tuple[float, float]], float]:
    """Give where each person of the paths stands, and the height of the picture."""
    height = STEP_ROW * len(paths) + 24
    spots: dict[int, tuple[float, float]] = {}
    for row, path in enumerate(paths):
        gap = (ROUTES_WIDTH - 46 - BOX[0]) / (len(path.handshakes) + 0.35)
        for rank, one in enumerate(path.handshakes, 1):
            spots.setdefault(one.person.key, (46 + gap * (rank - 0.15), STEP_ROW * (row + 0.5)))
    return spots, height


def _route(
    path: Path,
    spots: dict[int, tuple[float, float]],
    me: tuple[float, float],
    end: tuple[float, float],
    rank: int,
) -> str:
    points = [me, *(spots[key] for key in path.keys), end]
    drawn = " L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f'<path class="{"alt" if rank else "hot"}" d="M{drawn}"/>'


def _step(name: str, spot: tuple[float, float], href: str, *, is_hot: bool) -> str:
    x, y = spot
    first, _, rest = name.partition(" ")
    lines = [first, rest] if rest and len(name) > 12 else [name]
    texts = "".join(
        f'<text class="{"strong " if is_hot else ""}mid" x="{x:.1f}" y="{y + 28 + 17 * rank:.1f}">'
        f"{escape(_cut(line, 16))}</text>"
        for rank, line in enumerate(lines)
    )
    hit = f'<rect class="hit" x="{x - 44:.1f}" y="{y - 14:.1f}" width="88" height="64"/>'
    circle = f'<circle class="{"hot" if is_hot else "known"}" cx="{x:.1f}" cy="{y:.1f}" r="10"/>'
    return f'<a href="{escape(href)}" aria-label="{escape(name)}">{hit}{circle}{texts}</a>'
