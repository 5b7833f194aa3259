"""Where everyone stands on the map: the student at the centre, branches on both sides, one row a label.

Few people are drawn one by one; many are gathered in bubbles, by domain then by organization, and a bubble
opens when it is followed. Rows never touch, so no label covers another; the same network gives the same map.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import sqrt
from typing import Final, Literal

from tremplin.law.words import counted
from tremplin.network.domain.circles import circle, circles
from tremplin.network.domain.expertise import domain_name, domains
from tremplin.network.domain.graph import Member, Network
from tremplin.network.domain.names import folded

MOST_DRAWN: Final = 150
MOST_BUBBLES: Final = 48
MOST_BEHIND: Final = 4
WIDTH: Final = 1180.0
ROW: Final = 24.0
BRANCH_ROW: Final = 44.0
TOP: Final = 26.0
NEAREST, BULGE, FARTHER = 100.0, 108.0, 192.0
SMALL, PLAIN, LARGE = 5.0, 7.0, 11.0

Level = Literal["circle", "domain", "organization"]
LEVELS: Final[tuple[Level, ...]] = ("circle", "domain", "organization")


@dataclass(frozen=True, slots=True)
class Focus:
    """The part of the network looked at; an empty field keeps everyone.

    Attributes:
        circle: a key; « other » holds those without a circle.
        domain: a key; « unknown » holds those without a domain.
        organization: a key; 0 holds those without one, None keeps all.
    """

    circle: str = ""
    domain: str = ""
    organization: int | None = None

    def narrowed(self, level: Level, value: str) -> "Focus":
        """Return the focus with one more choice."""
        if level == "organization":
            return replace(self, organization=int(value))
        return replace(self, circle=value) if level == "circle" else replace(self, domain=value)

    @property
    def open_levels(self) -> tuple[Level, ...]:
        """Return what can still be chosen, the widest first."""
        chosen = {"circle": self.circle, "domain": self.domain, "organization": self.organization is not None}
        return tuple(level for level in LEVELS if not chosen[level])


@dataclass(frozen=True, slots=True)
class Node:
    """A person, or a bubble of several.

    Attributes:
        label: what is read.
        people: how many it stands for, 1 for a person.
        member: the person; None for a bubble.
        focus: what following a bubble opens; None for a person.
        is_hub: among those who open the most doors.
        is_asleep: beyond the rhythm of their circle.
        is_on_path: a step of the path looked for.
        is_rest: a bubble of those there is no room for.
        behind: people this one leads to, whom the student does not know.
        held: names of the people of a bubble; empty for a person.
    """

    label: str
    people: int = 1
    member: Member | None = None
    focus: Focus | None = None
    is_hub: bool = False
    is_asleep: bool = False
    is_on_path: bool = False
    is_rest: bool = False
    behind: tuple["Node", ...] = ()
    held: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """Return the rows it takes: its own, or one per person behind."""
        return max(1, len(self.behind))

    @property
    def opens_list(self) -> bool:
        """Tell whether following it leads to the list: a narrower map would show no more of them."""
        return self.is_rest and self.focus is not None and len(self.focus.open_levels) < len(LEVELS) - 1


@dataclass(frozen=True, slots=True)
class Branch:
    """A circle, a domain or an organization, and what hangs from it."""

    label: str
    people: int
    focus: Focus | None
    nodes: tuple[Node, ...] = ()

    @property
    def height(self) -> float:
        """Return the height it takes, its name included, in units of the picture."""
        return BRANCH_ROW + ROW * sum(node.rows for node in self.nodes)


@dataclass(frozen=True, slots=True)
class Outline:
    """The map as a nested list: branches, what hangs from each, who stands behind.

    Attributes:
        branches: in the order of the circles, then by number.
        people: everyone in view, the student aside.
        is_gathered: bubbles stand for people.
        focus: what is looked at.
    """

    branches: tuple[Branch, ...]
    people: int
    is_gathered: bool
    focus: Focus = field(default_factory=Focus)


@dataclass(frozen=True, slots=True)
class Marks:
    """What sets people apart on the map, by key."""

    hubs: frozenset[int] = frozenset()
    asleep: frozenset[int] = frozenset()
    path: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A node and where it stands, in units of the picture.

    Attributes:
        side: 1 to the right of the student, -1 to the left.
        before: who leads to it; None when the student does.
    """

    node: Node
    x: float
    y: float
    radius: float
    side: int
    before: "Placed | None" = None


@dataclass(frozen=True, slots=True)
class PlacedBranch:
    """The name of a branch and where it stands."""

    branch: Branch
    x: float
    y: float
    side: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything the picture needs."""

    width: float
    height: float
    branches: tuple[PlacedBranch, ...]
    nodes: tuple[Placed, ...]

    @property
    def centre(self) -> tuple[float, float]:
        """Return where the student stands."""
        return self.width / 2, self.height / 2


def in_focus(network: Network, focus: Focus) -> tuple[Member, ...]:
    """Return the people of a focus: those the student knows, and those reached through them.

    Args:
        network: everyone.
        focus: what is looked at.

    Returns:
        People in the order of the network.
    """
    return tuple(one for one in network.people if _fits(network, one, focus))


def outline(network: Network, *, focus: Focus, marks: Marks) -> Outline:
    """Return the map as a nested list, people one by one or gathered in bubbles.

    Args:
        network: everyone.
        focus: what is looked at.
        marks: hubs, dormant ties, the path.

    Returns:
        A hundred and fifty labels at most, whatever the number of people.
    """
    everyone = in_focus(network, focus)
    if len(everyone) <= MOST_DRAWN:
        return Outline(_people_branches(network, everyone, focus, marks), len(everyone), False, focus)
    return Outline(_bubble_branches(network, everyone, focus, marks), len(everyone), True, focus)


def place(drawn: Outline) -> Layout:
    """Return where each node of a map stands.

    Args:
        drawn: the nested list.

    Returns:
        Branches on the right then on the left, balanced; rows one under the other, never touching.
    """
    right, left = _sides(drawn.branches)
    height = max(_height(right), _height(left), 12 * ROW) + 2 * TOP
    branches: list[PlacedBranch] = []
    nodes: list[Placed] = []
    for side, held in ((1, right), (-1, left)):
        y = (height - _height(held)) / 2
        for branch in held:
            name_y = y + BRANCH_ROW - 12
            branches.append(PlacedBranch(branch, _x(side, name_y, height), name_y, side))
            y += BRANCH_ROW
            for node in branch.nodes:
                nodes += _placed(node, y, side, height)
                y += ROW * node.rows
    return Layout(WIDTH, height, tuple(branches), tuple(nodes))


def unknown_value(level: Level) -> str:
    """Return the value that stands for people of whom a level is not known."""
    return {"circle": "other", "domain": "unknown", "organization": "0"}[level]


def level_name(network: Network, level: Level, value: str) -> str:
    """Return the French name of a circle, a domain or an organization.

    Args:
        network: everyone.
        level: which of the three.
        value: its key, as `Focus` takes it.

    Returns:
        Its name; « Sans organisation » or « Domaine à préciser » when it is not known.
    """
    if level == "circle":
        return circle(value).name
    if level == "domain":
        return domain_name(value).capitalize() if value == "unknown" else domain_name(value)
    found = network.places.get(int(value))
    return found.name if found else "Sans organisation"


def _fits(network: Network, one: Member, focus: Focus) -> bool:
    return (
        (not focus.circle or value_of(network, one, "circle") == focus.circle)
        and (not focus.domain or value_of(network, one, "domain") == focus.domain)
        and (focus.organization is None or value_of(network, one, "organization") == str(focus.organization))
    )


def value_of(network: Network, one: Member, level: Level) -> str:
    """Return the circle, the domain or the organization someone is drawn in.

    Args:
        network: everyone.
        one: someone of it.
        level: which of the three.

    Returns:
        Its key, as `Focus` takes it; `unknown_value` when it is not known.
    """
    if level == "circle":
        found = network.circle_of[one.key]
        return found if found in circles() else "other"
    if level == "domain":
        return one.domain if one.domain in domains() else "unknown"
    return str(one.role.organization) if one.role else "0"


def _grouped(network: Network, people: Iterable[Member], level: Level) -> list[tuple[str, list[Member]]]:
    """Group people: circles in their order, domains and organizations by number of people."""
    found: dict[str, list[Member]] = {}
    for one in people:
        found.setdefault(value_of(network, one, level), []).append(one)
    order = {key: rank for rank, key in enumerate(circles())} if level == "circle" else {}
    last = unknown_value(level)
    return sorted(found.items(), key=lambda one: (one[0] == last, order.get(one[0], 0), -len(one[1]), one[0]))


def _telling(network: Network, people: Sequence[Member], focus: Focus) -> tuple[Level, ...]:
    """Return the levels still open, from the first that tells these people apart: one branch says nothing."""
    levels = focus.open_levels
    for rank, level in enumerate(levels):
        if len({value_of(network, one, level) for one in people}) > 1:
            return levels[rank:]
    return levels


def _people_branches(
    network: Network, people: Sequence[Member], focus: Focus, marks: Marks
) -> tuple[Branch, ...]:
    """Draw everyone: those the student knows on a branch, the others behind whoever leads to them."""
    shown = {one.key for one in people}
    behind = _behind(network, people)
    held = {key for keys in behind.values() for key in keys}
    heads = [one for one in people if one.key not in held]
    level: Level = next(iter(_telling(network, heads, focus)), "organization")
    return tuple(
        Branch(
            level_name(network, level, value),
            len(group) + sum(len(behind.get(one.key, ())) for one in group),
            focus.narrowed(level, value) if focus.open_levels and len(shown) > len(group) else None,
            tuple(_person(network, one, behind, marks) for one in _ordered(group, marks)),
        )
        for value, group in _grouped(network, heads, level)
    )


def _behind(network: Network, people: Sequence[Member]) -> Mapping[int, tuple[int, ...]]:
    """Give, for each person, those the student reaches through them first."""
    shown = {one.key: one for one in people}
    found: dict[int, list[int]] = {}
    for one in people:
        if not one.known:
            through = [shown[key] for key in network.neighbours[one.key] if key in shown and shown[key].known]
            if through:
                nearest = min(through, key=lambda near: (-(near.closeness or 0), near.key))
                found.setdefault(nearest.key, []).append(one.key)
    return {key: tuple(keys) for key, keys in found.items()}


def _ordered(people: Iterable[Member], marks: Marks) -> list[Member]:
    return sorted(
        people,
        key=lambda one: (one.key not in marks.path, one.key not in marks.hubs, folded(one.name), one.key),
    )


def _person(network: Network, one: Member, behind: Mapping[int, tuple[int, ...]], marks: Marks) -> Node:
    others = _ordered((network.by_key[key] for key in behind.get(one.key, ())), marks)
    shown = [_node(other, marks) for other in others]
    if len(shown) > MOST_BEHIND:
        rest = shown[MOST_BEHIND - 1 :]
        more = Node(f"et {counted(len(rest), 'autre')}", len(rest), member=one, behind=tuple(rest))
        shown = [*shown[: MOST_BEHIND - 1], more]
    return replace(_node(one, marks), behind=tuple(shown))


def _node(one: Member, marks: Marks) -> Node:
    return Node(
        one.name,
        member=one,
        is_hub=one.key in marks.hubs,
        is_asleep=one.key in marks.asleep,
        is_on_path=one.key in marks.path,
    )


def _bubble_branches(
    network: Network, people: Sequence[Member], focus: Focus, marks: Marks
) -> tuple[Branch, ...]:
    """Gather everyone: branches of the widest level still open, bubbles of the next."""
    levels = _telling(network, people, focus)
    if not levels:
        return (_first_ones(people, focus, marks),)
    inner = levels[1] if len(levels) > 1 else levels[0]
    groups = _grouped(network, people, levels[0]) if len(levels) > 1 else [("", list(people))]
    share = max(2, MOST_BUBBLES // max(len(groups), 1))
    found = []
    for value, group in groups:
        narrowed = focus.narrowed(levels[0], value) if value else focus
        label = level_name(network, levels[0], value) if value else "Organisations"
        apart = [one for one in group if one.key in marks.hubs or one.key in marks.path]
        others = [one for one in group if one not in apart]
        nodes = _bubbles(network, others, inner, narrowed, share, marks)
        named = [_node(one, marks) for one in _ordered(apart, marks)]
        found.append(Branch(label, len(group), narrowed if value else None, (*named, *nodes)))
    return tuple(found)


def _bubbles(
    network: Network, people: Sequence[Member], level: Level, focus: Focus, most: int, marks: Marks
) -> tuple[Node, ...]:
    """Gather people by a level; someone alone of their kind stays a person."""
    groups = _grouped(network, people, level)
    kept, rest = (groups, []) if len(groups) <= most else (groups[: most - 1], groups[most - 1 :])
    nodes = [
        _bubble(level_name(network, level, value), held, focus.narrowed(level, value))
        if len(held) > 1
        else _node(held[0], marks)
        for value, held in kept
    ]
    if rest:
        others = [one for _value, held in rest for one in held]
        label = f"{counted(len(others), 'personne')} de plus"
        nodes.append(replace(_bubble(label, others, focus), is_rest=True))
    return tuple(nodes)


def _bubble(label: str, people: Sequence[Member], focus: Focus) -> Node:
    return Node(label, len(people), focus=focus, held=tuple(one.name for one in people))


def _first_ones(people: Sequence[Member], focus: Focus, marks: Marks) -> Branch:
    ordered = _ordered(people, marks)
    nodes = [_node(one, marks) for one in ordered[: MOST_DRAWN - 1]]
    rest = ordered[len(nodes) :]
    more = replace(_bubble(f"et {counted(len(rest), 'autre')}", rest, focus), is_rest=True)
    return Branch("Ici", len(ordered), None, (*nodes, more))


def _sides(branches: Sequence[Branch]) -> tuple[list[Branch], list[Branch]]:
    """Share branches between the right and the left so that both are as high; order is kept."""
    whole = sum(branch.height for branch in branches)
    right: list[Branch] = []
    left: list[Branch] = []
    for branch in branches:
        full = _height(right) + branch.height / 2 > whole / 2
        (left if right and full else right).append(branch)
    return right, left


def _height(branches: Iterable[Branch]) -> float:
    return sum(branch.height for branch in branches)


def _placed(node: Node, y: float, side: int, height: float) -> list[Placed]:
    """Stand a node in the middle of its rows, those behind it one row each."""
    middle = y + ROW * node.rows / 2
    x = _x(side, middle, height)
    head = Placed(node, x, middle, _radius(node), side)
    others = [
        Placed(other, x + side * FARTHER, y + ROW * (rank + 0.5), SMALL, side, head)
        for rank, other in enumerate(node.behind)
    ]
    return [head, *others]


def _x(side: int, y: float, height: float) -> float:
    """Return where a row begins: further from the student at mid-height, as on an ellipse."""
    share = 2 * y / height - 1
    return WIDTH / 2 + side * (NEAREST + BULGE * sqrt(max(0.0, 1 - share * share)))


def _radius(node: Node) -> float:
    if node.member is None:
        return min(LARGE, PLAIN - 3 + sqrt(node.people) / 1.6)
    return LARGE - 1 if node.is_hub else PLAIN
