"""Who opens the most doors, without the student in the count."""

from dataclasses import replace
from datetime import date

import networkx
from hypothesis import given, settings

from tests.network.made import made, networks, people_of
from tremplin.network.domain.graph import Held, Link, Member, Network, Organization
from tremplin.network.domain.hubs import Hub, hubs, insiders

FIRM = Organization(1, "Troquinette")


def _ranked(found: tuple[Hub, ...]) -> list[tuple[int, float]]:
    return [(hub.person.key, hub.points) for hub in found]


@given(networks())
@settings(max_examples=100, deadline=None)
def test_taking_the_student_out_changes_nothing(network: Network) -> None:
    apart = [
        replace(one, known=not one.known, closeness=None, how="", circle="", last_on=None, since=None)
        for one in network.people
    ]

    assert _ranked(hubs(replace(network, people=tuple(apart)))) == _ranked(hubs(network))


def test_those_between_others_are_those_a_second_library_finds() -> None:
    network = made(60, seed=4)
    graph = networkx.Graph([link.pair for link in network.links])
    between = networkx.betweenness_centrality(graph, normalized=False)

    for hub in hubs(network, most=60):
        said = [one.says for one in hub.reasons if "ne se connaîtraient pas" in one.says]
        pairs = round(between.get(hub.person.key, 0))
        assert bool(said) is bool(pairs)
        assert all(str(pairs) in sentence for sentence in said)


def test_a_hub_says_whom_they_know_what_they_link_and_what_word_decided() -> None:
    teacher = Member(1, "Odile", domain="logistics", roles=(Held(1, "Enseignante"),))
    others = [
        Member(2, "Karim", domain="sales", roles=(Held(1, "Vendeur", until=date(2020, 1, 1)),)),
        Member(3, "Zoé", domain="law"),
    ]
    network = people_of(teacher, *others, links=(Link(1, 2), Link(1, 3)), places=(FIRM,))

    hub = hubs(network)[0]

    said = " ".join(one.says for one in hub.reasons)
    assert hub.person.key == 1
    assert "Karim" in said
    assert "3\u00a0domaines" in said
    assert "Enseignante" in said
    assert hub.doubt == ""


def test_unknown_ties_are_said_to_be_unknown() -> None:
    teacher = Member(1, "Odile", roles=(Held(1, "Professeure"),))
    mate = Member(2, "Ali", roles=(Held(1, "Comptable"),))

    (hub,) = hubs(people_of(teacher, mate, places=(FIRM,)))

    assert hub.doubt
    assert [one.certain for one in hub.reasons] == [True, False]


def test_the_student_s_answer_counts_both_ways() -> None:
    yes, no = (
        Member(1, "Ana", very_connected=answer, roles=(Held(1, "Professeure"),)) for answer in (True, False)
    )

    assert hubs(people_of(yes, places=(FIRM,)))[0].points > 6
    assert hubs(people_of(no, places=(FIRM,))) == ()


def test_an_intern_inside_is_worth_asking_how_they_recruit() -> None:
    boss = Member(1, "Ana", roles=(Held(1, "Directrice commerciale"),))
    intern = Member(2, "Zoé", roles=(Held(1, "Stagiaire produit"),))
    left = Member(3, "Bao", roles=(Held(1, "Acheteur", until=date(2025, 6, 1)),))

    found = insiders(people_of(boss, left, intern, places=(FIRM,)), 1)

    assert [one.person.key for one in found] == [2, 1, 3]
    assert found[0].is_source
    assert "recrutement" in found[0].says


def test_who_introduces_someone_inside_is_named() -> None:
    aunt = Member(1, "Claire", closeness=1)
    friend = Member(2, "Paul", closeness=3)
    inside = Member(3, "Zoé", known=False, roles=(Held(1, "Acheteuse"),))
    stranger = Member(4, "Bao", known=False, roles=(Held(1, "Acheteur"),))
    links = (Link(1, 3), Link(3, 2), Link(3, 4))

    found = insiders(people_of(aunt, friend, inside, stranger, links=links, places=(FIRM,)), 1)

    assert {one.person.name: [near.name for near in one.through] for one in found} == {
        "Zoé": ["Paul", "Claire"],
        "Bao": ["Zoé"],
    }
