"""The map: nobody is lost, nothing covers anything, however many people there are."""

from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.network.made import made, people_of
from tremplin.network.domain.drawing import Addresses, description, map_svg, says
from tremplin.network.domain.graph import Link, Member
from tremplin.network.domain.hubs import hubs
from tremplin.network.domain.layout import (
    MOST_DRAWN,
    ROW,
    Focus,
    Marks,
    Node,
    Outline,
    in_focus,
    outline,
    place,
)

HERE = Addresses(
    person=lambda key: f"/p/{key}/", bubble=lambda node: "/carte/", branch=lambda branch: "/carte/"
)
SVG = "{http://www.w3.org/2000/svg}"


def _nodes(drawn: Outline) -> Iterator[Node]:
    for branch in drawn.branches:
        for node in branch.nodes:
            yield from _with_those_behind(node)


def _with_those_behind(node: Node) -> Iterator[Node]:
    yield node
    for other in node.behind:
        yield from _with_those_behind(other)


@given(st.integers(0, 50), st.integers(0, 99))
@settings(max_examples=60, deadline=None)
def test_labels_never_overlap_and_stay_inside(count: int, seed: int) -> None:
    layout = place(outline(made(count, seed=seed), focus=Focus(), marks=Marks()))

    for side in (-1, 1):
        for far in (False, True):
            ys = sorted(one.y for one in layout.nodes if one.side == side and bool(one.before) is far)
            assert all(after - before >= ROW - 0.01 for before, after in pairwise(ys))
    assert all(ROW / 2 <= one.y <= layout.height - ROW / 2 for one in layout.nodes)
    assert all(0 < one.x < layout.width for one in layout.nodes)


@pytest.mark.parametrize("count", [0, 1, 50, 80, 150])
def test_everyone_of_a_small_network_is_on_the_map(count: int) -> None:
    network = made(count)

    drawn = outline(network, focus=Focus(), marks=Marks())

    assert not drawn.is_gathered
    assert {node.member.key for node in _nodes(drawn) if node.member} == set(network.by_key)


@pytest.mark.parametrize("count", [151, 500, 2500])
def test_many_people_are_gathered_and_all_counted(count: int) -> None:
    network = made(count)
    best = frozenset(hub.person.key for hub in hubs(network, most=6))

    drawn = outline(network, focus=Focus(), marks=Marks(hubs=best))

    alone = {node.member.key for node in _nodes(drawn) if node.member} - best
    named = {node.member.key for node in _nodes(drawn) if node.member}
    assert drawn.is_gathered
    assert best <= named
    assert sum(branch.people for branch in drawn.branches) == count
    assert len(alone) == sum(1 for node in _nodes(drawn) if node.member) - len(best)
    for branch in drawn.branches:
        assert branch.people == sum(node.people for node in branch.nodes)
    assert len(list(_nodes(drawn))) <= MOST_DRAWN + len(best)


def test_people_all_of_one_circle_are_shared_by_domain() -> None:
    network = people_of(
        Member(1, "Odile", domain="law"), Member(2, "Karim", domain="sales"), Member(3, "Zoé")
    )

    drawn = outline(network, focus=Focus(), marks=Marks())

    assert {branch.label: branch.focus for branch in drawn.branches} == {
        "Droit": Focus(domain="law"),
        "Commerce et vente": Focus(domain="sales"),
        "Domaine à préciser": Focus(domain="unknown"),
    }


def test_bubbles_hold_the_names_of_those_not_drawn() -> None:
    network = made(500)

    nodes = list(_nodes(outline(network, focus=Focus(), marks=Marks())))

    names = [name for node in nodes for name in node.held] + [node.label for node in nodes if node.member]
    assert sorted(names) == sorted(one.name for one in network.people)


def test_opening_bubbles_ends_with_people() -> None:
    network = made(2500)
    focus = Focus()
    while (drawn := outline(network, focus=focus, marks=Marks())).is_gathered:
        bubble = max((node for node in _nodes(drawn) if node.focus), key=lambda node: not node.is_rest)
        assert bubble.focus is not None
        assert bubble.focus != focus
        focus = bubble.focus

    shown = {node.member.key for node in _nodes(drawn) if node.member}
    assert shown == {one.key for one in in_focus(network, focus)}


def test_who_is_known_through_someone_stands_behind_them() -> None:
    network = people_of(Member(1, "Odile"), Member(2, "Karim", known=False), links=(Link(1, 2),))

    (branch,) = outline(network, focus=Focus(), marks=Marks()).branches

    assert [node.label for node in branch.nodes] == ["Odile"]
    assert [node.label for node in branch.nodes[0].behind] == ["Karim"]


@pytest.mark.parametrize("count", [0, 50, 500])
def test_every_node_of_the_picture_is_a_link_with_words(count: int) -> None:
    drawn = outline(made(count), focus=Focus(), marks=Marks())

    picture = ElementTree.fromstring(map_svg(drawn, HERE, title="Carte"))  # noqa: S314 our own text

    links = [one.get("aria-label") for one in picture.iter("a")]
    nodes = [says(node) for node in _nodes(drawn)]
    assert set(nodes) <= set(links)
    assert picture.findtext("title") == "Carte"
    assert picture.findtext("desc") == description(drawn)
    assert "style" not in map_svg(drawn, HERE, title="Carte")


def test_the_file_stands_alone_and_holds_no_link() -> None:
    text = map_svg(outline(made(50), focus=Focus(), marks=Marks()), None, title="Carte <de> moi")

    picture = ElementTree.fromstring(text)  # noqa: S314 our own text
    assert picture.tag == f"{SVG}svg"
    assert picture.find(f"{SVG}style") is not None
    assert list(picture.iter(f"{SVG}a")) == []


def test_the_same_network_gives_the_same_map() -> None:
    pictures = {
        map_svg(outline(made(500, seed=3), focus=Focus(), marks=Marks()), HERE, title="Carte")
        for _time in range(2)
    }

    assert len(pictures) == 1


def test_who_is_known_through_someone_is_in_their_circle() -> None:
    odile = Member(1, "Odile", circle="teachers")
    network = people_of(odile, Member(2, "Karim", known=False), Member(3, "Zoé"), links=(Link(1, 2),))

    found = in_focus(network, Focus(circle="teachers"))

    assert [one.key for one in found] == [1, 2]
    assert [one.key for one in in_focus(network, Focus(circle="other"))] == [3]
