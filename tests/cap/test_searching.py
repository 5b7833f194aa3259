"""The search for an internship, seen from Cap: what waits, what stands still, where to begin."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate

from tests.people import make_student
from tests.prospecting.made import make_target
from tests.typography import faults
from tremplin.cap.domain.gesture import Doors, next_gesture
from tremplin.cap.domain.project import Place
from tremplin.cap.domain.search import Search, Waiting, search_tasks
from tremplin.cap.searching import searching
from tremplin.network.operations import find_or_add_person
from tremplin.prospecting.models import Approach

DOORS = Doors(agreements="/a/", gratification="/g/", answers="/r/", internships="/i/")
ROOM = Search(url="/t/", add_url="/t/ajouter/", find_url="/t/chercher/")
FOLLOW_UP = Waiting("Relancer Hélène Quintard", "Pour hier.", "Ouvrir la relance", "/t/approches/1/")


def move(search: Search, phase: str = "searching") -> tuple[str, str]:
    """Return title and address of the move."""
    gesture = next_gesture(None, DOORS, phase=phase, search=search)
    assert gesture is not None
    return gesture.title, gesture.url


def test_who_searches_is_asked_for_a_first_target() -> None:
    assert move(ROOM) == ("Ajouter une première cible", "/t/ajouter/")
    assert move(replace(ROOM, targets=3))[0] == "Ajouter une cible"


def test_who_has_an_agreement_is_not_sent_searching() -> None:
    assert move(ROOM, phase="agreement")[1] == "/a/"


def test_a_target_without_a_gesture_comes_before_a_new_one() -> None:
    still = (Place("Nordelle", "/t/1/modifier/"),)

    assert move(replace(ROOM, targets=1, still=still))[1] == "/t/1/modifier/"


@pytest.mark.parametrize("phase", ["searching", "agreement", "started"])
def test_what_is_due_to_someone_comes_first(phase: str) -> None:
    search = replace(ROOM, waiting=(FOLLOW_UP,), still=(Place("Nordelle", "/t/1/"),), targets=2)

    assert move(search, phase) == (FOLLOW_UP.title, FOLLOW_UP.url)


def test_the_week_holds_two_due_things_and_one_still_target() -> None:
    search = Search(waiting=(FOLLOW_UP,) * 5, still=(Place("Nordelle", "/n/"), Place("Solinge", "/s/")))

    assert [task.url for task in search_tasks(search)] == [FOLLOW_UP.url, FOLLOW_UP.url, "/n/"]


@pytest.mark.django_db
def test_a_follow_up_due_is_counted_in_the_rail_and_is_the_move(client: Client) -> None:
    make_student(phase="searching")
    target = make_target("Troquinette")
    sent = localdate() - timedelta(days=30)
    person = find_or_add_person("Hélène Quintard")
    Approach.objects.create(target=target, person=person, channel="direct", sent_on=sent)

    page = client.get("/").content.decode()

    assert "relances dues\u00a0: </span>1</span>" in page
    assert "<h3>Relancer Hélène Quintard</h3>" in page
    assert faults(page) == []


@pytest.mark.django_db
def test_nothing_due_counts_nothing(client: Client) -> None:
    make_student(phase="searching")
    make_target("Troquinette", next_step="Lire les avis")

    assert "relances dues" not in client.get("/").content.decode()
    assert searching(on=localdate()).still == ()


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["troquinette", "PUERICULTURE", "avis clients"])
def test_a_target_is_found_by_its_name_what_it_is_and_its_gesture(client: Client, words: str) -> None:
    make_student()
    target = make_target("Troquinette", about="Puériculture d’occasion", next_step="Lire les avis clients")

    page = client.get("/chercher/", {"q": words}).content.decode()

    assert f'href="/trouver/{target.pk}/"' in page
    assert faults(page) == []


@pytest.mark.django_db
def test_who_searches_is_led_to_choices_and_people_and_who_has_begun_to_the_journal(client: Client) -> None:
    student = make_student(phase="searching")
    searching_page = client.get("/").content.decode()
    student.phase = "started"
    student.save()
    begun = client.get("/").content.decode()

    assert "Commencez par un nom" in searching_page
    assert "Qui vous connaissez, et chez qui ils mènent." in searching_page
    assert "Noter votre semaine" not in searching_page
    assert begun.index("Noter votre semaine") < begun.index("Créer le stage\u00a0: deux dates")
    assert faults(searching_page) == faults(begun) == []
