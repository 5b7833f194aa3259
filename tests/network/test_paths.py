"""The warmest chain of people, against every chain there is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise, permutations

from hypothesis import given, settings

from tests.network.made import TODAY, made, networks, people_of
from tremplin.network.domain.graph import Held, Link, Member, Network, Organization, reachable_places
from tremplin.network.domain.letters import introductions
from tremplin.network.domain.paths import (
    HALF_A_YEAR,
    KNOWN,
    SUPPOSED,
    TIED,
    TWO_YEARS,
    UNDATED,
    find_paths,
    meant,
    organization_target,
    read_target,
    title_of,
)

TROQUINETTE = Organization(1, "Troquinette")
NANTES = Organization(2, "Université de Nantes", "school")
ODILE = Member(
    1,
    "Odile Brossard",
    circle="teachers",
    closeness=2,
    how="étudiante de son cours",
    last_on=date(2026, 3, 1),
    roles=(Held(2, "Enseignante en supply chain"),),
)
KARIM = Member(2, "Karim Benyahia", known=False, domain="logistics", roles=(Held(1, "Analyste stock"),))
CLAIRE = Member(3, "Tante Claire", circle="family", closeness=3, last_on=date(2023, 9, 1))
JULIE = Member(4, "Julie Rousseau", known=False, roles=(Held(1, "Responsable de boutique"),))
TIES = (Link(1, 2, "ancien du master"), Link(3, 4))
INES = people_of(ODILE, KARIM, CLAIRE, JULIE, links=TIES, places=(TROQUINETTE, NANTES))


def test_the_warmest_chain_comes_first_and_another_begins_with_someone_else() -> None:
    paths = find_paths(INES, read_target(INES, "Troquinette"), today=TODAY)

    assert [path.keys for path in paths] == [(1, 2), (3, 4)]
    assert paths[0].cost < paths[1].cost
    assert title_of(read_target(INES, "Troquinette"), paths) == "Deux poignées de main jusqu’à Troquinette"


def test_each_handshake_says_why() -> None:
    (first, _other) = find_paths(INES, read_target(INES, "troquinétte"), today=TODAY)

    assert "étudiante de son cours" in first.handshakes[0].reason
    assert "mars 2026" in first.handshakes[0].reason
    assert "ancien du master" in first.handshakes[1].reason
    assert first.ends_with.endswith("Analyste stock")


def test_a_tie_nobody_told_is_only_supposed() -> None:
    paul = Member(5, "Paul", circle="friends", roles=(Held(1, "Stagiaire", until=date(2025, 1, 1)),))
    karim = replace(KARIM, roles=(Held(1, "Analyste stock", since=date(2021, 9, 1)),))
    paul = replace(paul, roles=(replace(paul.roles[0], since=date(2024, 9, 1)),))
    network = people_of(karim, paul, places=(TROQUINETTE,))

    (path,) = find_paths(network, read_target(network, "Karim Benyahia"), today=TODAY)

    assert path.keys == (5, 2)
    assert not path.certain
    assert "au même moment" in path.handshakes[1].reason
    assert path.handshakes[1].cost == SUPPOSED


def test_two_people_there_without_dates_cost_more_and_the_page_says_so() -> None:
    paul = Member(5, "Paul", circle="friends", roles=(Held(1, "Vendeur"),))
    network = people_of(KARIM, paul, places=(TROQUINETTE,))

    (path,) = find_paths(network, read_target(network, "Karim Benyahia"), today=TODAY)

    assert "dates inconnues" in path.handshakes[1].reason
    assert "au même moment" not in path.handshakes[1].reason
    assert path.handshakes[1].cost > SUPPOSED


def test_who_left_before_a_day_nobody_knows_is_supposed_to_know_nobody() -> None:
    left = Member(5, "Paul", roles=(Held(1, until=date(1995, 6, 1)),))
    network = people_of(KARIM, left, places=(TROQUINETTE,))

    assert network.supposed(5) == {}
    assert find_paths(network, read_target(network, "Karim Benyahia"), today=TODAY) == ()


def test_times_that_do_not_meet_suppose_nothing() -> None:
    before = Member(5, "Paul", roles=(Held(1, until=date(2020, 1, 1)),))
    after = Member(6, "Zoé", known=False, roles=(Held(1, since=date(2023, 1, 1)),))
    network = people_of(before, after, places=(TROQUINETTE,))

    assert find_paths(network, read_target(network, "Zoé"), today=TODAY) == ()


def test_a_crowd_supposes_nothing() -> None:
    crowd = [Member(key, f"Personne {key}", known=key == 1, roles=(Held(1),)) for key in range(1, 60)]
    network = people_of(*crowd, places=(TROQUINETTE,))

    assert find_paths(network, read_target(network, "Personne 7"), today=TODAY) == ()


def test_someone_who_left_costs_more_than_someone_inside() -> None:
    inside = Member(1, "Ana", roles=(Held(1),))
    left = Member(2, "Bao", roles=(Held(1, until=date(2025, 1, 1)),))
    network = people_of(left, inside, places=(TROQUINETTE,))

    paths = find_paths(network, read_target(network, "Troquinette"), today=TODAY)

    assert [path.keys for path in paths] == [(1,), (2,)]


def test_words_name_an_organization_a_person_a_domain_or_nobody() -> None:
    aims = [read_target(INES, words).aim for words in ("troqui", "benyahia", "logistique", "Nordelle", "  ")]

    assert aims == ["organization", "person", "domain", "nobody", "nobody"]


def test_a_company_nobody_leads_to_still_has_a_domain() -> None:
    assert read_target(INES, "Nordelle Transport").domain == "logistics"


def test_companies_within_reach_leave_schools_out() -> None:
    assert reachable_places(INES, handshakes=1) == ()
    assert reachable_places(INES, handshakes=2) == (TROQUINETTE,)


def test_each_handshake_has_its_message_and_asks_for_advice() -> None:
    target = read_target(INES, "Troquinette")
    first, second = introductions(
        INES, target, find_paths(INES, target, today=TODAY)[0], sender="Inès Marchetti"
    )

    assert first.text.startswith("Bonjour Odile Brossard,")
    assert "À ma place" in first.text
    assert first.text.endswith("Inès Marchetti")
    assert "Odile Brossard m’a conseillé" in second.text
    assert "Odile Brossard" in second.when
    assert "stage" not in first.text + second.text


def test_family_is_greeted_as_one_does() -> None:
    target = read_target(INES, "Troquinette")
    (first, _second) = introductions(INES, target, find_paths(INES, target, today=TODAY)[1], sender="")

    assert first.text.startswith("Bonjour Tante Claire,")
    assert "tu connais" in first.text


@given(networks(most=6))
@settings(max_examples=150, deadline=None)
def test_no_chain_costs_less_than_the_one_found(network: Network) -> None:
    target = organization_target(network, 1)

    paths = find_paths(network, target, today=TODAY)

    costs = sorted(_cost(network, chain, target.ends or {}) for chain in _chains(network, target.ends or {}))
    assert [path.cost for path in paths[:1]] == costs[:1]
    assert len({path.keys[0] for path in paths}) == len(paths)
    assert all(path.cost == _cost(network, path.keys, target.ends or {}) for path in paths)


def _chains(network: Network, ends: object) -> Iterator[tuple[int, ...]]:
    """Give every chain without a repeat, from someone known to someone inside."""
    keys = [one.key for one in network.people]
    inside = dict(ends) if isinstance(ends, dict) else {}
    for size in range(1, len(keys) + 1):
        for chain in permutations(keys, size):
            known = network.by_key[chain[0]].known and chain[-1] in inside
            if known and all(_step(network, *pair) for pair in pairwise(chain)):
                yield chain


def _step(network: Network, one: int, other: int) -> float:
    for link in network.links:
        if {link.one, link.other} == {one, other}:
            return TIED[link.closeness]
    first, second = network.by_key[one].roles[0], network.by_key[other].roles[0]
    if first.organization != second.organization or not first.overlaps(second):
        return 0
    return SUPPOSED if first.since and second.since else UNDATED


def _cost(network: Network, chain: tuple[int, ...], ends: object) -> float:
    inside = dict(ends) if isinstance(ends, dict) else {}
    first = network.by_key[chain[0]]
    days = (TODAY - first.last_on).days if first.last_on else TWO_YEARS + 1
    stale = 0 if days <= HALF_A_YEAR else 1 if days <= TWO_YEARS else 2
    steps = sum(_step(network, *pair) for pair in pairwise(chain))
    return KNOWN[first.closeness] + stale + steps + float(inside[chain[-1]])


def test_degrees_count_handshakes() -> None:
    network = people_of(
        Member(1, "A"), Member(2, "B", known=False), Member(3, "C", known=False), Member(4, "D", known=False),
        links=(Link(1, 2), Link(2, 3)),
    )  # fmt: skip

    assert dict(network.degrees) == {1: 1, 2: 2, 3: 3}


def test_any_target_of_a_large_network_is_answered() -> None:
    network = made(300)

    for place in network.organizations:
        for path in find_paths(network, organization_target(network, place.key), today=TODAY):
            last = network.by_key[path.keys[-1]]
            assert place.key in [role.organization for role in last.roles]


def test_a_legal_form_or_a_short_word_does_not_hide_who_is_there() -> None:
    places = (
        Organization(1, "Cargolière"),
        Organization(2, "Cargolière SAS"),
        Organization(3, "Univ Nantes"),
    )
    here = Member(1, "Samia", roles=(Held(2, "Acheteuse"),))
    network = people_of(here, Member(2, "Odile", roles=(Held(3),)), places=places)

    for words, key in (("Cargolière", 1), ("cargoliere SARL", 1), ("Université de Nantes", 2)):
        paths = find_paths(network, read_target(network, words), today=TODAY)
        assert [path.keys for path in paths] == [(key,)]


def test_a_misspelt_name_is_asked_about() -> None:
    assert meant(INES, "troquinete") == "Troquinette"
    assert meant(INES, "zorglub") == ""


def test_a_student_is_asked_about_their_studies() -> None:
    lina = Member(5, "Lina Haddad", circle="school", roles=(Held(2, "Étudiante en logistique"),))
    network = people_of(lina, places=[NANTES])
    target = organization_target(network, 2)

    (path,) = find_paths(network, target, today=TODAY)
    (letter,) = introductions(network, target, path, sender="Inès")

    assert "Tu y étudies" in letter.text
    assert "métier" not in letter.text
