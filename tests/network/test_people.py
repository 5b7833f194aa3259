"""People and organizations are there once, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.people import BOB
from tremplin.network import queries
from tremplin.network.domain import folded
from tremplin.network.models import Organization, Person
from tremplin.network.operations import (
    TieKind,
    find_or_add_organization,
    find_or_add_person,
    record_role,
    record_tie,
)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "again",
    ["hélène le goff", "Mme Hélène LE GOFF", "Helene Le-Goff", "LE GOFF Hélène", "  Hélène  Le Goff "],
)
def test_the_same_person_written_otherwise_is_found(again: str) -> None:
    known = find_or_add_person("Hélène Le Goff")

    assert find_or_add_person(again) == known
    assert Person.objects.count() == 1


@pytest.mark.django_db
def test_two_people_who_share_a_name_part_stay_two() -> None:
    assert find_or_add_person("Marie Curie") != find_or_add_person("Marie Curien")


@pytest.mark.django_db
def test_a_name_in_another_alphabet_is_kept_and_found() -> None:
    assert find_or_add_person("Юрий Гагарин") == find_or_add_person("юрий гагарин")


@pytest.mark.django_db
def test_what_is_known_is_completed_never_replaced() -> None:
    find_or_add_person(BOB, email="bob@cargoliere.example")

    bob = find_or_add_person(BOB, email="autre@cargoliere.example", phone="02 41 00 00 00")

    assert (bob.email, bob.phone) == ("bob@cargoliere.example", "02 41 00 00 00")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["", "  ", "…", "42"])
def test_a_person_needs_a_name(name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        find_or_add_person(name)


@pytest.mark.django_db
def test_an_organization_is_there_once() -> None:
    host = find_or_add_organization("Cargolière", city="Angers")

    assert find_or_add_organization("CARGOLIERE") == host
    assert Organization.objects.get().city == "Angers"


@pytest.mark.django_db
def test_a_role_and_a_tie_are_recorded_once_and_completed() -> None:
    bob, host = find_or_add_person(BOB), find_or_add_organization("Cargolière")
    record_role(bob, host)

    role = record_role(bob, host, title="Chef d’atelier")
    ties = {record_tie(bob, TieKind.TUTOR), record_tie(bob, TieKind.TUTOR)}

    assert bob.roles.count() == 1
    assert str(role) == "Chef d’atelier, Cargolière"
    assert len(ties) == 1
    assert queries.present_role(bob) == role
    assert list(queries.people_of(host)) == [bob]


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(name: str) -> None:
    once = folded(name)

    assert folded(once) == once or once.split()[0] in {"m", "mr", "mme", "dr", "pr", "mlle"}
