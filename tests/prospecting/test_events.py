"""Events: people typed one line each, one or two written to, promises kept."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.filled import filled
from tests.people import make_student
from tests.prospecting.made import TODAY
from tests.typography import faults
from tremplin.network.models import Person
from tremplin.network.operations import find_or_add_organization, find_or_add_person
from tremplin.network.queries import present_role
from tremplin.prospecting.domain.dues import Kind
from tremplin.prospecting.models import Encounter, Event
from tremplin.prospecting.queries.cadence import due
from tremplin.prospecting.queries.events import promises_due

pytestmark = pytest.mark.django_db
INLINE = re.compile(r"<style|<script(?![^>]*src=)|\sstyle=|\son\w+=|javascript:")
ROOT = "/trouver/evenements/"
FRIDAY = date(2026, 4, 3)
TUESDAY_AFTER_EASTER = date(2026, 4, 7)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Alice, on 2 April 2026."""
    make_student()
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_options: TODAY)


def text(client: Client, path: str) -> str:
    """Return a page that must be well, strict and written in French typography."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    page = answer.content.decode()
    assert faults(page) == []
    assert not INLINE.search(page)
    return page


def held(client: Client, **said: str) -> Event:
    """Keep an event through its page."""
    typed = {"name": "Webinaire de la logistique verte", "kind": "webinar", "on": "02/04/2026", **said}
    answer = client.post(f"{ROOT}noter/", typed)
    assert answer.status_code in (200, 302), answer.content.decode()
    return Event.objects.latest("pk")


def add(client: Client, event: Event, lines: str, **more: str) -> Any:
    """Type people in the field of an event."""
    return client.post(f"{ROOT}{event.pk}/personnes/", {"lines": lines, **more}, follow=True)


def test_an_event_is_kept_with_its_speakers(client: Client) -> None:
    event = held(client, speakers="Hélène Quintard, responsable e-commerce, Troquinette")

    (speaker,) = event.encounters.all()
    assert speaker.is_speaker
    assert str(speaker.organization) == "Troquinette"
    assert "Hélène Quintard" in text(client, f"{ROOT}{event.pk}/")


def test_an_event_without_a_day_is_refused_and_its_lines_are_kept(client: Client) -> None:
    answer = client.post(
        f"{ROOT}noter/", {"name": "Salon", "kind": "fair", "on": "31/02/2026", "speakers": "Léa Morin"}
    )

    assert answer.status_code == 422
    assert "Léa Morin" in answer.content.decode()
    assert not Event.objects.exists()


def test_lines_are_read_kept_and_those_that_name_nobody_stay_with_the_reason(client: Client) -> None:
    event = held(client)

    answer = add(
        client, event, "Léa Morin, acheteuse, Nordelle : cherche un outil de tri\n06 12 34 56 78\nKarim"
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert faults(page) == []
    assert "Une\u00a0personne ajoutée." in page
    field = re.search(r"<textarea[^>]*>\s*(.*?)</textarea>", page, re.DOTALL)
    assert field is not None
    assert field[1].split("\n") == ["06 12 34 56 78", "Karim"]
    assert event.encounters.get().said == "cherche un outil de tri"


def test_someone_already_known_is_the_same_person(client: Client) -> None:
    known = find_or_add_person("Léa Morin")
    event = held(client)

    page = add(client, event, "MORIN Lea, acheteuse, Nordelle").content.decode()

    assert Person.objects.get() == known
    assert "Déjà dans votre réseau\u00a0: Léa Morin." in page


def test_a_second_line_about_someone_completes_the_first(client: Client) -> None:
    event = held(client)
    add(client, event, "Léa Morin, acheteuse, Nordelle : cherche un outil")

    add(client, event, "Léa Morin : double les saisies (promis : lui envoyer mon relevé)")

    met = event.encounters.get()
    assert met.said == "cherche un outil double les saisies"
    assert met.promised == "lui envoyer mon relevé"


def test_an_organization_already_known_is_told_from_a_function(client: Client) -> None:
    nordelle = find_or_add_organization("Nordelle")
    event = held(client)

    add(client, event, "Léa Morin, Nordelle")

    assert event.encounters.get().organization == nordelle


def test_the_thirty_first_person_is_refused_like_any_line(client: Client) -> None:
    event = held(client)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    lines = [f"Zoé {one}{one.lower()}" for one in letters] + [
        f"Yves {one}{one.lower()}" for one in letters[:5]
    ]

    answer = add(client, event, "\n".join(lines))

    assert answer.status_code == 422
    assert event.encounters.count() == 30
    assert lines[-1] in answer.content.decode()


def test_one_or_two_people_are_chosen_and_a_third_is_refused(client: Client) -> None:
    event = held(client)
    add(client, event, "Léa Morin : un\nPaul Roux : deux\nAna Silva : trois")
    keys = [one.pk for one in event.encounters.all()]

    refused = client.post(f"{ROOT}{event.pk}/ecrire/", {"chosen": keys})
    accepted = client.post(f"{ROOT}{event.pk}/ecrire/", {"chosen": keys[:2]})

    assert refused.status_code == 422
    assert refused.content.decode().count(" checked") == 3
    assert accepted.status_code == 302
    assert list(event.encounters.filter(chosen=True).values_list("pk", flat=True)) == keys[:2]
    page = text(client, f"{ROOT}{event.pk}/")
    assert f"?rencontre={keys[0]}" in page
    assert "ne se dit qu’après une réponse" in page


def test_a_chosen_person_is_due_the_next_working_day(client: Client) -> None:
    event = held(client, on="03/04/2026")
    add(client, event, "Léa Morin : un")
    client.post(f"{ROOT}{event.pk}/ecrire/", {"chosen": [event.encounters.get().pk]})

    (first,) = due(TUESDAY_AFTER_EASTER)

    assert (first.kind, first.on, first.who) == (Kind.SEND, TUESDAY_AFTER_EASTER, "Léa Morin")


def test_a_promise_is_due_the_next_working_day_until_it_is_kept(client: Client) -> None:
    event = held(client)
    add(client, event, "Léa Morin, acheteuse : tri → lui envoyer mon relevé")
    met = event.encounters.get()

    assert list(promises_due(TODAY)) == []
    assert list(promises_due(FRIDAY)) == [met]
    assert "C’est fait" in text(client, f"{ROOT}{event.pk}/")
    client.post(f"{ROOT}rencontres/{met.pk}/promesse/tenue/")
    assert list(promises_due(FRIDAY)) == []
    client.post(f"{ROOT}rencontres/{met.pk}/promesse/reprendre/")
    assert list(promises_due(FRIDAY)) == [met]


def test_a_function_without_a_company_is_kept_shown_and_completed(client: Client) -> None:
    event = held(client)
    add(client, event, "Thomas Guérineau, responsable collecte : a parlé de tri")
    met = event.encounters.get()
    url = f"{ROOT}rencontres/{met.pk}/"

    shown, form = text(client, f"{ROOT}{event.pk}/"), filled(text(client, url))
    client.post(url, form | {"organization": ["Nordelle"]})

    assert "Responsable collecte" in shown
    assert form["title"] == ["responsable collecte"]
    assert str(present_role(met.person)) == "responsable collecte, Nordelle"
    assert "Responsable collecte, Nordelle" in text(client, f"{ROOT}{event.pk}/")


def test_two_lines_with_one_name_are_said_to_be_one_person(client: Client) -> None:
    page = add(client, held(client), "Jean Dupont, acheteur\nJean Dupont, chauffeur").content.decode()

    assert "réuni en une personne\u00a0: Jean Dupont" in page


def test_what_was_said_is_completed_and_a_stale_window_is_refused(client: Client) -> None:
    event = held(client)
    add(client, event, "Léa Morin, acheteuse")
    met = event.encounters.get()
    typed = {"revision": "1", "said": "Le tri prend deux jours.", "promised": "", "promised_for": ""}
    client.post(f"{ROOT}rencontres/{met.pk}/", typed)

    answer = client.post(f"{ROOT}rencontres/{met.pk}/", {**typed, "said": "Le tri prend trois jours."})

    assert answer.status_code == 409
    assert "deux jours" in answer.content.decode()
    assert "trois jours" in answer.content.decode()


def test_people_and_events_are_taken_out_with_a_way_back(client: Client) -> None:
    event = held(client)
    add(client, event, "Odile Brossard, acheteuse")
    met = event.encounters.get()

    client.post(f"{ROOT}rencontres/{met.pk}/retirer/")
    client.get(f"{ROOT}{event.pk}/")  # the toast names her once
    assert "Odile Brossard" not in text(client, f"{ROOT}{event.pk}/")
    client.post(f"{ROOT}rencontres/{met.pk}/retablir/")
    assert "Odile Brossard" in text(client, f"{ROOT}{event.pk}/")

    client.post(f"{ROOT}{event.pk}/retirer/")
    assert client.get(f"{ROOT}{event.pk}/").status_code == 404
    client.post(f"{ROOT}{event.pk}/retablir/")
    assert Encounter.objects.filter(event=event, deleted_at=None).count() == 1


def test_every_page_is_well_written(client: Client) -> None:
    event = held(client, speakers="Hélène Quintard, responsable e-commerce, Troquinette")
    add(client, event, "Léa Morin, acheteuse : tri → lui envoyer mon relevé")
    met = event.encounters.latest("pk")

    for path in ("", "noter/", f"{event.pk}/", f"{event.pk}/modifier/", f"rencontres/{met.pk}/"):
        assert "<h1" in text(client, f"{ROOT}{path}")
