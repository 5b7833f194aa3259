"""The list of the day, across targets, approaches, conversations and events; and its calendar."""

import json
from datetime import UTC, date, datetime, time, timedelta

import pytest
from click.testing import CliRunner
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from tests.people import make_student
from tests.prospecting.approaching import MONDAY, make_approach, make_contact, make_target
from tests.typography import faults
from tremplin.network.operations import find_or_add_person
from tremplin.prospecting.cli import prospecting
from tremplin.prospecting.domain.dues import Due, Kind, day_title
from tremplin.prospecting.models import Conversation, Encounter, Event, Stage, Target
from tremplin.prospecting.operations.approaches import (
    close_approach,
    postpone,
    record_exchange,
    set_exchange_aside,
)
from tremplin.prospecting.queries.cadence import agenda, due, due_count
from tremplin.prospecting.sending import calendar

pytestmark = pytest.mark.django_db
NEXT_MONDAY = MONDAY + timedelta(days=7)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def kinds(on: date) -> list[str]:
    """Return what is due, by kind."""
    return [one.kind.value for one in due(on)]


def events(at: datetime = NOW) -> dict[str, tuple[date, int, str]]:
    """Read the calendar back: day, sequence and status of each identifier."""
    read = Calendar.from_ical(calendar(at=at))
    return {
        str(one["uid"]): (one.decoded("dtstart"), int(str(one["sequence"])), str(one["status"]))
        for one in read.walk("VEVENT")
    }


def make_talk(**changes: object) -> Conversation:
    """Save a conversation to come."""
    person = find_or_add_person("Julie Rousseau")
    told = {"on": MONDAY, "at": time(17, 30), "where": "visio", **changes}
    return Conversation.objects.create(person=person, **told)


def make_encounter(**changes: object) -> Encounter:
    """Save someone heard at an event of Thursday 30 April 2026, chosen to be written to."""
    event = Event.objects.create(name="Forum logistique", on=date(2026, 4, 30))
    told = {"line": "Karim", "said": "On perd une heure", "chosen": True, **changes}
    person = find_or_add_person("Karim Benyahia")
    return Encounter.objects.create(event=event, person=person, **told)


def test_a_follow_up_is_due_from_its_day_and_stays_until_it_is_done() -> None:
    make_approach(make_contact(make_target()), sent_on=MONDAY)

    assert due_count(NEXT_MONDAY - timedelta(days=1)) == 0
    assert due_count(NEXT_MONDAY) == 1
    assert due_count(NEXT_MONDAY + timedelta(days=30)) == 1


def test_a_target_agreed_closed_or_removed_asks_for_no_follow_up() -> None:
    target = make_target()
    make_approach(make_contact(target), sent_on=MONDAY)

    for changes in ({"stage": Stage.AGREED}, {"stage": Stage.CLOSED}, {"deleted_at": NOW}):
        Target.objects.filter(pk=target.pk).update(**{"stage": Stage.PROPOSED, "deleted_at": None} | changes)
        assert due_count(NEXT_MONDAY) == 0


def test_the_next_step_of_a_target_is_due_on_its_day() -> None:
    target = make_target()
    Target.objects.filter(pk=target.pk).update(next_step="Lire dix avis", next_on=MONDAY)

    (one,) = due(MONDAY)

    assert (one.title, one.target) == ("Lire dix avis", target.pk)


def test_a_conversation_of_the_day_then_its_debrief_and_thanks() -> None:
    talk = make_talk()

    assert kinds(MONDAY) == ["talk"]
    assert kinds(MONDAY + timedelta(days=1)) == ["debrief"]
    Conversation.objects.filter(pk=talk.pk).update(happened_on=MONDAY, debriefed_at=NOW)
    assert kinds(MONDAY) == []
    assert kinds(MONDAY + timedelta(days=1)) == ["thank"]
    Conversation.objects.filter(pk=talk.pk).update(thanked_on=MONDAY)
    assert kinds(MONDAY + timedelta(days=1)) == []


def test_a_talk_of_an_approach_is_thanked_for_once() -> None:
    approach = make_approach(make_contact(make_target()), sent_on=MONDAY)
    record_exchange(approach, kind="talk", on=MONDAY)
    make_talk(approach=approach, happened_on=MONDAY, debriefed_at=NOW)

    assert kinds(MONDAY + timedelta(days=1)) == ["thank"]


def test_someone_met_at_an_event_is_written_to_the_next_working_day() -> None:
    encounter = make_encounter()

    (one,) = agenda(date(2026, 4, 30))

    assert (one.kind, one.on) == (Kind.SEND, date(2026, 5, 4))
    assert f"rencontre={encounter.pk}" in one.address


def test_someone_already_written_to_is_asked_for_once() -> None:
    encounter = make_encounter()
    approach = make_approach(make_contact(make_target()), channel="event", encounter=encounter)

    (one,) = agenda(date(2026, 4, 30))

    assert one.address == f"/trouver/approches/{approach.pk}/"


def test_a_promise_is_due_until_it_is_kept() -> None:
    encounter = make_encounter(chosen=False, promised="Envoyer l’étude", promised_for=MONDAY)

    assert kinds(MONDAY) == ["promise"]
    Encounter.objects.filter(pk=encounter.pk).update(promise_kept_on=MONDAY)
    assert kinds(MONDAY) == []


def test_an_exchange_taken_out_moves_what_is_due_back() -> None:
    approach = make_approach(make_contact(make_target()), sent_on=MONDAY)
    kept = record_exchange(approach, kind="reply", on=MONDAY + timedelta(days=1))
    answered = kinds(MONDAY + timedelta(days=2))

    set_exchange_aside(kept, at=NOW)

    assert answered == ["answer"]
    assert kinds(NEXT_MONDAY) == ["follow_up"]


@pytest.mark.parametrize(
    ("made", "title"),
    [
        ([], "Rien n’est dû aujourd’hui"),
        (["follow_up"], "Une\u00a0relance à faire"),
        (["follow_up", "follow_up", "talk"], "Trois\u00a0gestes à faire, dont deux\u00a0relances"),
        (["talk"], "Un\u00a0geste à faire"),
    ],
)
def test_the_title_of_a_day_says_what_it_holds(made: list[str], title: str) -> None:
    assert day_title([Due(kind=Kind(kind), on=MONDAY, who="X", key=1) for kind in made]) == title


def test_the_page_shows_what_is_late_with_one_thing_to_press(client: Client) -> None:
    make_student()
    approach = make_approach(make_contact(make_target()), sent_on=MONDAY)

    page = client.get("/trouver/aujourdhui/").content.decode()

    assert faults(page) == []
    assert "Relancer Hélène Quintard" in page
    assert page.count(f'class="btn small" href="/trouver/approches/{approach.pk}/"') == 1


def test_before_its_day_a_follow_up_says_until_when_to_wait(client: Client) -> None:
    make_student()
    approach = make_approach(make_contact(make_target()), sent_on=timezone.localdate())

    page = client.get(f"/trouver/approches/{approach.pk}/").content.decode()

    assert faults(page) == []
    assert "Hélène Quintard a jusqu’au" in page
    assert "Préparer la relance" in page


def test_the_page_of_a_quiet_day_is_well_written(client: Client) -> None:
    make_student()

    page = client.get("/trouver/aujourdhui/").content.decode()

    assert faults(page) == []
    assert "Rien n’est dû aujourd’hui" in page


def test_the_terminal_says_the_same_as_the_page() -> None:
    make_approach(make_contact(make_target()), sent_on=MONDAY)
    said = ["today", "--on", NEXT_MONDAY.isoformat()]

    plain = CliRunner().invoke(prospecting, said, obj=lambda: None)
    read = json.loads(CliRunner().invoke(prospecting, [*said, "--json"], obj=lambda: None).output)

    assert "Relancer Hélène Quintard" in plain.output
    assert [(one["kind"], one["on"], one["is_late"]) for one in read["due"]] == [
        ("follow_up", NEXT_MONDAY.isoformat(), False)
    ]


def test_the_terminal_refuses_what_is_no_day() -> None:
    answer = CliRunner().invoke(prospecting, ["today", "--on", "demain"], obj=lambda: None)

    assert answer.exit_code == 2
    assert "n’est pas un jour" in answer.output


def test_the_calendar_moves_an_event_instead_of_doubling_it() -> None:
    approach = make_approach(make_contact(make_target()), sent_on=MONDAY)
    before = events()

    record_exchange(approach, kind="follow_up", on=NEXT_MONDAY)
    after = events()

    (uid,) = before
    assert set(after) == {uid}
    assert after[uid][0] == NEXT_MONDAY + timedelta(days=7)
    assert after[uid][1] > before[uid][1]


def test_the_sequence_grows_at_every_change_and_what_ends_is_cancelled() -> None:
    approach = make_approach(make_contact(make_target()), sent_on=MONDAY)
    seen = [events()]
    postpone(approach, until=NEXT_MONDAY + timedelta(days=1))
    seen.append(events())
    kept = record_exchange(approach, kind="reply", on=NEXT_MONDAY)
    seen.append(events())
    set_exchange_aside(kept, at=NOW)
    seen.append(events())
    close_approach(approach, outcome="no", on=NEXT_MONDAY)
    seen.append(events())

    told = [next(iter(one.values())) for one in seen]

    assert [sequence for _, sequence, _ in told] == sorted({sequence for _, sequence, _ in told})
    assert [status for _, _, status in told] == ["CONFIRMED"] * 4 + ["CANCELLED"]


def test_conversations_are_in_the_calendar_at_their_hour() -> None:
    make_talk()

    ((start, _, status),) = events().values()

    assert isinstance(start, datetime)
    assert (start.date(), start.hour, start.minute, status) == (MONDAY, 17, 30, "CONFIRMED")


def test_the_calendar_is_given_as_a_file(client: Client) -> None:
    make_student()
    make_approach(make_contact(make_target()), sent_on=timezone.localdate())

    answer = client.get("/trouver/calendrier.ics")

    assert answer["Content-Type"].startswith("text/calendar")
    assert answer.content.count(b"BEGIN:VEVENT") == 1


def test_a_day_without_any_target_leads_to_a_first_one_and_gives_no_empty_calendar(client: Client) -> None:
    page = client.get("/trouver/aujourdhui/").content.decode()

    assert faults(page) == []
    assert 'href="/trouver/#id_name"' in page
    assert "agenda" not in page.split("</header>")[1]
