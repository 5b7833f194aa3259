"""Many people put in a circle or a domain at once, and the « Autres » chip that finds them."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from tests.people import make_student
from tests.typography import faults
from tremplin.network.models import Circle, Person
from tremplin.network.operations import change_person, file_people, find_or_add_person, undo_filing

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 4, 1, 9, tzinfo=UTC)
PEOPLE = "/reseau/personnes/"


@pytest.fixture
def three() -> list[Person]:
    """Three people without a circle, the last one in a domain."""
    make_student()
    people = [find_or_add_person(name) for name in ("Odile Brossard", "Karim Benyahia", "Zoé Roy")]
    change_person(people[2], {"expertise": "law"})
    return people


def _held(people: list[Person]) -> list[tuple[str, str]]:
    rows = Person.objects.in_bulk([one.pk for one in people])
    return [(rows[one.pk].circle, rows[one.pk].expertise) for one in people]


def test_undoing_puts_each_one_back_where_they_stood(three: list[Person]) -> None:
    before = _held(three)

    filing = file_people([one.pk for one in three], circle=Circle.SCHOOL, expertise="sales", at=NOW)
    held = _held(three)
    undo_filing(filing, at=NOW)

    assert held == [("school", "sales")] * 3
    assert _held(three) == before


def test_who_was_moved_since_stays_where_they_were_moved(three: list[Person]) -> None:
    filing = file_people([one.pk for one in three[:2]], circle=Circle.SCHOOL, at=NOW)
    change_person(three[0], {"circle": Circle.FAMILY})

    assert undo_filing(filing, at=NOW) == 1
    assert _held(three)[:2] == [("family", ""), ("", "")]


def test_those_ticked_are_filed_and_come_back(client: Client, three: list[Person]) -> None:
    page = client.post(
        f"{PEOPLE}?cercle=other", {"people": [three[0].pk, three[1].pk], "circle": "job"}, follow=True
    ).content.decode()
    held = _held(three)
    undo = re.findall(r'action="(/reseau/personnes/ranger/[^"]+)"', page)
    client.post(undo[0])

    assert "2 personnes rangées" in page
    assert f'name="people" value="{three[2].pk}"' in page
    assert f'name="people" value="{three[0].pk}"' not in page
    assert [circle for circle, _domain in held] == ["job", "job", ""]
    assert [circle for circle, _domain in _held(three)] == ["", "", ""]


def test_one_tick_files_everyone_of_the_choice_and_nobody_else(client: Client, three: list[Person]) -> None:
    client.post(f"{PEOPLE}?q=o", {"everyone": "on", "expertise": "people"})
    client.post(f"{PEOPLE}?q=karim", {"everyone": "on", "circle": "friends"})

    assert _held(three) == [("", "people"), ("friends", ""), ("", "people")]


def test_nothing_ticked_or_chosen_is_said_and_what_was_ticked_stays(
    client: Client, three: list[Person]
) -> None:
    unticked = client.post(PEOPLE, {"circle": "job"})
    unchosen = client.post(PEOPLE, {"people": [three[0].pk]})

    assert (unticked.status_code, unchosen.status_code) == (422, 422)
    assert "Cochez au moins une personne." in unticked.content.decode()
    assert "Choisissez un cercle ou un domaine." in unchosen.content.decode()
    assert unchosen.content.decode().count(" checked") == 1
    assert faults(unchosen.content.decode()) == []
    assert _held(three) == [("", ""), ("", ""), ("", "law")]


def test_those_without_a_circle_have_a_chip(client: Client, three: list[Person]) -> None:
    page = client.get("/reseau/").content.decode()
    file_people([one.pk for one in three], circle=Circle.FRIENDS, at=NOW)
    filed = client.get("/reseau/").content.decode()

    assert 'class="tag" href="/reseau/?cercle=other#carte"' in page
    assert 'class="tag" href="/reseau/?cercle=other#carte"' not in filed
