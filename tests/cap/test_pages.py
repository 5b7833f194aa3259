"""Home and search work as plain pages."""

import re

import pytest
from django.templatetags.static import static
from django.test import Client

from tests.people import make_student
from tests.typography import faults
from tremplin.accounts.models import Student
from tremplin.cap.commands import available, matching


@pytest.fixture
def alice(db: None) -> Student:
    """Alice, who has her agreement."""
    return make_student()


@pytest.mark.django_db
def test_a_first_visit_goes_to_the_doors(client: Client) -> None:
    assert client.get("/")["Location"] == "/bienvenue/"


@pytest.mark.usefixtures("alice")
def test_home_says_what_is_not_done_yet(client: Client) -> None:
    page = client.get("/").content.decode()

    assert "Votre convention n’est pas encore lue." in page


@pytest.mark.usefixtures("alice")
def test_every_room_is_a_link_with_its_letter(client: Client) -> None:
    page = client.get("/").content.decode()

    for room, letter in (("choisir", "o"), ("trouver", "t"), ("journal", "j"), ("recits", "e")):
        assert f'href="/{room}/" data-tremplin-go="{letter}"' in page
    assert 'href="/" data-tremplin-go="c" aria-current="page"' in page


@pytest.mark.usefixtures("alice")
@pytest.mark.parametrize(
    "path", ["/", "/bienvenue/", "/reglages/", "/reglages/effacer/", "/chercher/", "/chercher/?q=rien"]
)
def test_typography_is_french(client: Client, path: str) -> None:
    assert faults(client.get(path).content.decode()) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "name"),
    [("reglages", "Réglages"), ("THEME", "Réglages"), ("sauve", "Sauvegarder ou restaurer")],
)
def test_search_ignores_accents_and_capitals(client: Client, query: str, name: str) -> None:
    page = client.get("/chercher/", {"q": query}).content.decode()

    assert name in page.split('id="contenu"')[1]


def test_every_word_typed_must_match() -> None:
    commands = available()

    assert matching("tout effacer", commands) != []
    assert matching("tout xyz", commands) == []
    assert matching("", commands) == commands


@pytest.mark.django_db
def test_what_is_typed_is_shown_as_text(client: Client) -> None:
    page = client.get("/chercher/", {"q": "<script>alert(1)</script>"}).content.decode()

    assert "<script>alert" not in page
    assert "Rien de ce nom" in page


def test_an_answer_without_a_head_gets_the_mark_too(client: Client) -> None:
    answer = client.get("/favicon.ico")

    assert answer.status_code == 302
    assert answer["Location"] == static("kit/mark.svg")


@pytest.mark.usefixtures("alice")
def test_the_bar_of_a_phone_holds_rooms_that_exist(client: Client) -> None:
    page = client.get("/").content.decode()
    bar = page.split('class="tabbar"')[1].split("</nav>")[0]

    assert re.findall(r"</svg>(\w+)</a>", bar) == ["Cap", "Trouver", "Noter", "Journal", "Salles"]
    assert "soon" not in bar
