"""What is taken back puts everything as it was, and what is pressed twice is written once."""

from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.people import make_student
from tests.prospecting.approaching import MONDAY, make_approach, make_contact, make_target
from tests.prospecting.made import make_signal
from tests.typography import faults
from tremplin.companies.company import Company
from tremplin.internships.models import Internship
from tremplin.prospecting.domain.person_lines import read_line
from tremplin.prospecting.models import (
    Approach,
    Contact,
    Conversation,
    Establishment,
    Postponement,
    Target,
    Weighing,
)
from tremplin.prospecting.operations.approaches import close_approach, postpone, record_reply
from tremplin.prospecting.operations.conversations import (
    Debrief,
    debrief,
    prepare_conversation,
    set_conversation_aside,
)
from tremplin.prospecting.operations.research import add_hypothesis
from tremplin.prospecting.operations.targets import (
    change_establishment,
    close_target,
    copy_company,
    forget_establishment,
    set_target_aside,
)
from tremplin.prospecting.queries.cadence import agenda
from tremplin.prospecting.sending import occasions

pytestmark = pytest.mark.django_db
AT = datetime(2026, 4, 2, 9, tzinfo=UTC)
TODAY = AT.date()
REFERRED = {
    "text": "voyez Paul",
    "on": "26/03/2026",
    "follows": "referred",
    "referred": "Paul Blanc, manager",
}


@pytest.fixture(autouse=True)
def alice() -> None:
    make_student()


@pytest.fixture
def sent() -> Approach:
    return make_approach(make_contact(make_target()), sent_on=MONDAY)


def at(name: str, *args: int | str) -> str:
    return reverse(f"prospecting:{name}", args=args)


def press_undo(client: Client, answer: Any) -> None:
    client.post(next(iter(answer.context["messages"])).extra_tags)


def test_a_reply_taken_back_puts_the_approach_to_rest_again_and_whom_it_named_goes(
    client: Client, sent: Approach
) -> None:
    close_approach(sent, outcome="dormant", on=date(2026, 3, 25))

    answer = client.post(at("approach-reply", sent.pk), REFERRED, follow=True)
    press_undo(client, answer)

    sent.refresh_from_db()
    assert (sent.outcome, sent.closed_on) == ("dormant", date(2026, 3, 25))
    assert [str(one) for one in Contact.objects.filter(deleted_at=None)] == ["Hélène Quintard"]


def test_a_follow_up_taken_back_shows_its_text_again_and_the_day_it_was_put_off_to(
    client: Client, sent: Approach
) -> None:
    postpone(sent, until=date(2026, 4, 20))
    sent.refresh_from_db()
    typed = {
        "revision": sent.revision,
        "new_element": "un fait",
        "follow_up": "mon texte",
        "on": "26/03/2026",
    }

    answer = client.post(at("approach-follow-up", sent.pk), {**typed, "sent": "1"}, follow=True)
    press_undo(client, answer)

    sent.refresh_from_db()
    assert (sent.follow_up, sent.new_element) == ("mon texte", "un fait")
    assert Postponement.objects.get(approach=sent).until == date(2026, 4, 20)


def test_a_message_that_was_answered_is_no_draft_again(client: Client, sent: Approach) -> None:
    record_reply(sent, on=date(2026, 3, 3), text="Oui")

    page = client.post(at("unsend", sent.pk), follow=True).content.decode()

    sent.refresh_from_db()
    assert sent.sent_on == MONDAY
    assert sent.exchanges.filter(deleted_at=None).count() == 2
    assert faults(page) == []


def talked(sent: Approach) -> Conversation:
    line: Any = read_line("Hélène Quintard")
    talk = prepare_conversation(line, goal="trade", target=sent.target, approach=sent, on=date(2026, 3, 10))
    told = Debrief(date(2026, 3, 10), "Les retours", "Envoyer la page", date(2026, 4, 10))
    return debrief(talk, told, revision=talk.revision, at=AT)


def test_a_conversation_removed_asks_for_nothing_and_comes_back_whole(sent: Approach) -> None:
    def waiting() -> list[tuple[str, str]]:
        return [(one.kind, one.detail) for one in agenda(TODAY)]

    before = waiting()
    talk = talked(sent)
    after = waiting()

    set_conversation_aside(talk, at=AT)
    removed = waiting()
    set_conversation_aside(Conversation.objects.get(), at=None)

    assert removed == before
    assert waiting() == after != before


def test_an_address_typed_by_hand_comes_back_when_a_copy_is_taken_back() -> None:
    target = make_target()
    change_establishment(target, revision=0, changes={"address": "1 rue des Halles", "commune": "Rezé"})
    company = Company(
        siren="732829320",
        siret="73282932000074",
        name="Autre",
        address="9 quai",
        source="Sirene",
        as_of=TODAY,
    )

    copy_company(target, company)
    forget_establishment(target)

    kept = Establishment.objects.get()
    assert (kept.address, kept.commune, kept.siret, kept.as_of) == ("1 rue des Halles", "Rezé", "", None)


def test_a_target_set_aside_then_removed_is_on_the_board_once_added_again(client: Client) -> None:
    target = make_target()
    close_target(target, reason="refused", on=MONDAY)
    set_target_aside(target, at=AT)

    page = client.post(at("add"), {"name": "Troquinette", "next_step": ""}, follow=True).content.decode()

    assert f'id="cible-{target.pk}"' in page


# Twice


def test_what_is_pressed_twice_is_written_once(client: Client, sent: Approach) -> None:
    signal = {
        "revision": 0,
        "quote": "Deux avis",
        "kind": "news",
        "source": "Presse",
        "seen_on": "02/03/2026",
    }
    target = sent.target_id or 0
    presses: list[tuple[str, dict[str, Any]]] = [
        (at("approach-reply", sent.pk), {"text": "Oui", "on": "03/03/2026", "follows": ""}),
        (at("approach-note", sent.pk, "repondu"), {}),
        (at("signal-add", target), signal),
        (f"{at('approach-new')}?cible={target}", {"channel": "solution", "medium": "email"}),
        (
            at("agree", target),
            {"agreed_on": "02/04/2026", "starts_on": "04/05/2026", "ends_on": "28/08/2026"},
        ),
    ]

    for address, typed in presses:
        first, second = client.post(address, typed), client.post(address, typed)
        assert (first.status_code, second.status_code) == (302, 302), address

    assert sorted(sent.exchanges.values_list("kind", flat=True)) == ["reply", "sent", "sent"]
    assert Target.objects.get().signals.filter(quote="Deux avis").count() == 1
    assert Approach.objects.count() == 2
    assert Internship.objects.count() == 1


def test_an_agreement_noted_opens_its_internship_and_asks_no_date_again(client: Client) -> None:
    target = make_target()
    typed = {"agreed_on": "02/04/2026", "starts_on": "04/05/2026", "ends_on": "28/08/2026"}
    client.post(at("agree", target.pk), typed)

    answer = client.get(at("agree", target.pk))

    assert answer["Location"] == reverse("internships:internship", args=[Internship.objects.get().pk])


def test_an_old_tab_does_not_erase_a_cell_weighed_in_another(client: Client) -> None:
    target = make_target(quoted=False)
    hypothesis, signal = add_hypothesis(target, problem="Les retours"), make_signal(target)
    cell = f"sens-{hypothesis.pk}-{signal.pk}"

    client.post(at("weigh", target.pk), {cell: "for", f"{cell}-avant": ""})
    client.post(at("weigh", target.pk), {cell: "", f"{cell}-avant": ""})

    assert Weighing.objects.get().side == "for"
    client.post(at("weigh", target.pk), {cell: "", f"{cell}-avant": "for"})
    assert not Weighing.objects.exists()


# Calendar and addresses


def test_a_calendar_learns_of_each_removal_and_each_return(sent: Approach) -> None:
    def told() -> dict[str, tuple[int, bool]]:
        return {one.uid: (one.sequence, one.cancelled) for one in occasions(on=TODAY)}

    line: Any = read_line("Hélène Quintard")
    talk = prepare_conversation(line, goal="trade", target=sent.target, approach=sent, on=date(2026, 4, 9))
    target = Target.objects.get()
    said = [told()]
    set_conversation_aside(talk, at=AT)
    said.append(told())
    set_conversation_aside(Conversation.objects.get(), at=None)
    said.append(told())
    set_target_aside(target, at=AT)
    said.append(told())
    set_target_aside(target, at=None)
    said.append(told())
    close_target(target, reason="refused", on=TODAY)
    said.append(told())

    for uid in said[0]:
        story = [one[uid] for one in said]
        for (earlier, was), (later, is_now) in pairwise(story):
            assert was == is_now or later > earlier
    assert all(cancelled for _sequence, cancelled in said[3].values())


def test_a_calendar_costs_the_same_however_many_approaches_there_are(sent: Approach) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            list(occasions(on=TODAY))
        return len(asked)

    talked(sent)
    few = cost()
    for name in ("Nordelle", "Taravel", "Solinge"):
        talked(make_approach(make_contact(make_target(name)), sent_on=MONDAY))

    assert cost() == few


def test_what_speaks_of_a_removed_target_gives_no_way_to_it(client: Client, sent: Approach) -> None:
    talk = talked(sent)
    set_target_aside(Target.objects.get(), at=AT)
    gone = f'href="{at("target", sent.target_id or 0)}'

    pages = [client.get(at(name, key)) for name, key in (("approach", sent.pk), ("conversation", talk.pk))]
    answer = client.post(at("approach-reply", sent.pk), {"text": "Oui", "on": "26/03/2026", "follows": "yes"})

    assert [page.status_code for page in pages] == [200, 200]
    assert not [page for page in pages if gone in page.content.decode()]
    assert client.get(answer["Location"]).status_code == 200


@pytest.mark.parametrize("typed", ["~personnedecenom/x", "/" + "a" * 300, "/a\0b"])
def test_a_path_the_system_refuses_is_said_in_a_sentence(client: Client, typed: str) -> None:
    answer = client.post(at("register"), {"path": typed})

    assert answer.status_code == 422
