"""Three doors, one click, something useful behind each."""

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.people import make_student
from tremplin.accounts.models import Student


@pytest.mark.django_db
def test_the_three_doors_are_buttons_of_a_plain_form(client: Client) -> None:
    page = client.get("/bienvenue/").content.decode()

    for phase, name in [
        ("searching", "Je cherche"),
        ("agreement", "J’ai ma convention"),
        ("started", "J’ai commencé"),
    ]:
        assert f'name="phase" value="{phase}"' in page
        assert name in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("phase", "behind"),
    [
        ("searching", "prospecting:home"),
        ("agreement", "rights:agreements"),
        ("started", "rights:gratification"),
    ],
)
def test_a_door_leads_straight_to_its_page(client: Client, phase: str, behind: str) -> None:
    answer = client.post("/bienvenue/", {"phase": phase})

    try:
        expected = reverse(behind)
    except NoReverseMatch:
        expected = reverse("cap:home")
    assert answer.status_code == 302
    assert answer["Location"] == expected
    assert Student.objects.get().phase == phase


@pytest.mark.django_db
def test_an_unknown_door_is_refused(client: Client) -> None:
    answer = client.post("/bienvenue/", {"phase": "elsewhere"})

    assert answer.status_code == 422
    assert not Student.objects.exists()


@pytest.mark.django_db
def test_changing_the_door_keeps_the_settings(client: Client) -> None:
    make_student(phase="searching")

    client.post("/bienvenue/", {"phase": "started"})

    student = Student.objects.get()
    assert (student.first_name, student.phase) == ("Alice", "started")


@pytest.mark.django_db
def test_who_has_finished_finds_the_way_to_stories(client: Client) -> None:
    page = client.get("/bienvenue/").content.decode()

    assert '<a href="/recits/">En faire des récits et un CV</a>' in page
    assert "script/run --demo" in page
