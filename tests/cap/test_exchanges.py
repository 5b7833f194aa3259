"""What passed in Trouver and Valeur wakes a tie of Réseau, and no longer does once taken back."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.journal.entries import make_entry
from tests.prospecting.approaching import make_approach, make_contact, make_target
from tests.typography import faults
from tremplin.network import queries
from tremplin.network.models import InteractionKind, Person
from tremplin.network.operations import record_exchange as record_by_hand
from tremplin.prospecting.models import Conversation, Encounter, Event
from tremplin.prospecting.operations.approaches import record_exchange, set_exchange_aside
from tremplin.value.models import Showing

pytestmark = pytest.mark.django_db
LONG_AGO = date(2024, 6, 12)
TALKED_ON = date(2026, 4, 1)


@pytest.fixture
def helene() -> Person:
    """Someone of a target, last seen long ago."""
    person = make_contact(make_target()).person
    record_by_hand(person, on=LONG_AGO, kind=InteractionKind.MET)
    return person


def _last(person: Person) -> date | None:
    return queries.network().by_key[person.pk].last_on


@pytest.mark.parametrize("kind", ["reply", "talk"])
def test_an_answer_wakes_a_tie_until_it_is_taken_back(helene: Person, kind: str) -> None:
    approach = make_approach(helene.contacts.get(), sent_on=date(2026, 3, 2))

    kept = record_exchange(approach, kind=kind, on=TALKED_ON)

    assert _last(helene) == TALKED_ON
    set_exchange_aside(kept, at=timezone.now())
    assert _last(helene) == LONG_AGO


def test_a_message_without_an_answer_wakes_nobody(helene: Person) -> None:
    approach = make_approach(helene.contacts.get(), sent_on=date(2026, 3, 2))

    record_exchange(approach, kind="follow_up", on=date(2026, 3, 12))

    assert _last(helene) == LONG_AGO


def test_a_conversation_wakes_a_tie_once_it_was_held(helene: Person) -> None:
    talk = Conversation.objects.create(person=helene, on=TALKED_ON)
    assert _last(helene) == LONG_AGO

    Conversation.objects.filter(pk=talk.pk).update(happened_on=TALKED_ON)
    assert _last(helene) == TALKED_ON
    Conversation.objects.filter(pk=talk.pk).update(deleted_at=timezone.now())
    assert _last(helene) == LONG_AGO


def test_who_was_met_is_known_and_who_was_only_heard_is_not() -> None:
    event = Event.objects.create(name="Forum logistique", on=TALKED_ON)
    met, heard = (Person.objects.create(full_name=name) for name in ("Samia Kaddour", "Rémi Salvy"))
    Encounter.objects.create(event=event, person=met, line="Samia Kaddour")
    Encounter.objects.create(event=event, person=heard, line="Rémi Salvy", is_speaker=True)

    everyone = queries.network().by_key

    assert everyone[met.pk].known
    assert not everyone[heard.pk].known
    Event.objects.update(deleted_at=timezone.now())
    assert not queries.network().by_key[met.pk].known


def test_a_result_shown_wakes_a_tie(helene: Person) -> None:
    shown = Showing.objects.create(entry=make_entry(), person=helene, on=TALKED_ON)

    assert _last(helene) == TALKED_ON
    shown.delete()
    assert _last(helene) == LONG_AGO


def test_a_day_to_come_wakes_nobody(helene: Person) -> None:
    tomorrow = timezone.localdate() + timedelta(1)
    record_by_hand(helene, on=tomorrow, kind=InteractionKind.MET)
    Conversation.objects.create(person=helene, happened_on=tomorrow)

    assert _last(helene) == LONG_AGO


def test_the_page_of_someone_tells_what_other_rooms_keep(helene: Person, client: Client) -> None:
    Conversation.objects.create(person=helene, happened_on=TALKED_ON)

    page = client.get(f"/reseau/personnes/{helene.pk}/").content.decode()

    assert "Conversation" in page
    assert 'datetime="2026-04-01"' in page
    assert faults(page) == []
