"""Conversations: prepared, noted by two windows, debriefed, thanked for."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.people import make_student
from tests.prospecting.made import TODAY, make_target
from tests.typography import faults
from tremplin.network.models import Tie
from tremplin.network.queries import find_person
from tremplin.prospecting.domain.cadence import Move
from tremplin.prospecting.models import (
    Approach,
    Contact,
    Conversation,
    ExchangeKind,
    PreparedQuestion,
    Signal,
    SignalKind,
    Target,
)
from tremplin.prospecting.operations.research import add_question
from tremplin.prospecting.queries.cadence import next_for
from tremplin.prospecting.queries.conversations import debriefs_due, talks_on, thanks_due
from tremplin.prospecting.queries.insights import insider_insights, insights

pytestmark = pytest.mark.django_db
INLINE = re.compile(r"<style|<script(?![^>]*src=)|\sstyle=|\son\w+=|javascript:")
HTMX = {"HX-Request": "true"}
ROOT = "/trouver/conversations/"


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


def opened(client: Client, target: Target | None = None, **said: Any) -> Conversation:
    """Open a conversation with Karim Benyahia through its page."""
    typed = {"who": "Karim Benyahia, analyste stock", "goal": "trade", **said}
    if target is not None:
        typed["target"] = str(target.pk)
    answer = client.post(f"{ROOT}preparer/", typed)
    assert answer.status_code == 302, answer.content.decode()
    return Conversation.objects.latest("pk")


def with_questions(client: Client, found: Conversation, *keys: str) -> list[PreparedQuestion]:
    """Choose questions of the bank for a conversation."""
    client.post(f"{ROOT}{found.pk}/questions/", {"keys": keys})
    return list(found.questions.filter(deleted_at=None))


def debriefed(client: Client, found: Conversation, **said: str) -> Conversation:
    """Debrief a conversation through its page."""
    found.refresh_from_db()
    typed = {
        "revision": str(found.revision), "happened_on": "01/04/2026",
        "learnt": "Le stock est compté à la main.", "named": "", "next_step": "Relire les avis",
        "next_on": "", **said,
    }  # fmt: skip
    answer = client.post(f"{ROOT}{found.pk}/debrief/", typed)
    assert answer.status_code == 302, answer.content.decode()
    found.refresh_from_db()
    return found


def test_a_name_and_a_goal_open_a_conversation_and_the_person_is_in_the_network(client: Client) -> None:
    target = make_target()

    found = opened(client, target)

    assert str(found.person) == "Karim Benyahia"
    role = find_person("karim benyahia").roles.get()  # type: ignore[union-attr]
    assert (role.title, role.organization) == ("analyste stock", target.organization)


def test_a_line_without_a_family_name_is_refused_and_kept(client: Client) -> None:
    answer = client.post(f"{ROOT}preparer/", {"who": "Karim", "goal": "trade"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Il manque le nom de famille" in page
    assert 'value="Karim"' in page


def test_questions_to_verify_come_first_then_those_of_the_goal(client: Client) -> None:
    target = make_target()
    add_question(target, text="Qui met à jour le stock\u00a0?")
    found = opened(client, target, goal="culture")

    page = text(client, f"{ROOT}{found.pk}/")

    places = [page.index(words) for words in ("Qui met à jour le stock", "q-good_day", "q-who_decides")]
    assert places == sorted(places)
    assert "q-time_lost" not in page


def test_chosen_questions_are_ordered_reworded_and_taken_out_with_a_way_back(client: Client) -> None:
    found = opened(client)
    first, second = with_questions(client, found, "ordinary_week", "whom_next")

    client.post(f"{ROOT}questions/{second.pk}/monter/")
    client.post(f"{ROOT}questions/{first.pk}/", {"revision": "1", "text": "Comment se passe un lundi ?"})
    page = client.post(f"{ROOT}questions/{first.pk}/retirer/", follow=True).content.decode()

    assert [one.pk for one in found.questions.filter(deleted_at=None)] == [second.pk]
    undo = re.search(r'action="([^"]+retablir/)"', page)
    assert undo is not None
    client.post(undo[1])
    order = list(found.questions.filter(deleted_at=None).values_list("pk", "text"))
    assert order == [(second.pk, second.text), (first.pk, "Comment se passe un lundi ?")]


def test_a_question_chosen_twice_is_asked_once(client: Client) -> None:
    found = opened(client)
    with_questions(client, found, "ordinary_week")

    assert len(with_questions(client, found, "ordinary_week", "invented")) == 1


def test_a_question_that_asks_for_an_internship_is_pointed_out_before_it_is_kept(client: Client) -> None:
    found = opened(client)
    typed = {"text": "Avez-vous un stage à me proposer ?"}

    answer = client.post(f"{ROOT}{found.pk}/ma-question/", typed)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "À la place" in page
    assert "Avez-vous un stage à me proposer ?" in page
    assert not found.questions.exists()
    client.post(f"{ROOT}{found.pk}/ma-question/", {**typed, "anyway": "on"})
    assert found.questions.count() == 1


def test_more_than_five_questions_are_said_to_be_too_many(client: Client) -> None:
    found = opened(client)
    with_questions(
        client, found, "ordinary_week", "way_here", "hardest", "skills_used", "changing", "whom_next"
    )

    assert "Gardez les meilleures" in text(client, f"{ROOT}{found.pk}/")


def test_notes_are_saved_as_one_types_and_by_the_button(client: Client) -> None:
    found = opened(client)
    (question,) = with_questions(client, found, "ordinary_week")
    name = f"answer-{question.pk}"

    state = client.post(
        f"{ROOT}{found.pk}/notes/", {"revision": "1", name: "Trois jours", "notes": ""}, headers=HTMX
    )
    saved = client.post(
        f"{ROOT}{found.pk}/notes/", {"revision": "2", name: "Trois jours d’atelier", "notes": "OK"}
    )

    assert 'name="revision" value="2"' in state.content.decode()
    assert "<html" not in state.content.decode()
    assert saved.status_code == 302
    question.refresh_from_db()
    assert question.answer == "Trois jours d’atelier"


def test_two_windows_never_lose_an_answer(client: Client) -> None:
    found = opened(client)
    (question,) = with_questions(client, found, "ordinary_week")
    name = f"answer-{question.pk}"
    client.post(f"{ROOT}{found.pk}/notes/", {"revision": "1", name: "Dans le premier", "notes": ""})

    answer = client.post(
        f"{ROOT}{found.pk}/notes/", {"revision": "1", name: "Dans le second", "notes": ""}, headers=HTMX
    )

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Dans le premier" in page
    assert "Dans le second" in page
    question.refresh_from_db()
    assert question.answer == "Dans le premier"


def test_saving_the_same_notes_again_changes_nothing(client: Client) -> None:
    found = opened(client)

    for _twice in range(2):
        client.post(f"{ROOT}{found.pk}/notes/", {"revision": "1", "notes": ""}, headers=HTMX)

    found.refresh_from_db()
    assert found.revision == 1


def test_a_debrief_needs_a_next_step_and_keeps_what_was_typed(client: Client) -> None:
    found = opened(client)
    typed = {"revision": "1", "happened_on": "01/04/2026", "learnt": "Le lundi est perdu.", "next_step": ""}

    answer = client.post(f"{ROOT}{found.pk}/debrief/", typed)

    assert answer.status_code == 422
    assert "Le lundi est perdu." in answer.content.decode()
    found.refresh_from_db()
    assert found.debriefed_at is None


def test_a_debrief_of_a_day_to_come_is_refused_with_what_to_do(client: Client) -> None:
    found = opened(client)
    ahead = timezone.now().date() + timedelta(days=3650)
    typed = {"revision": "1", "happened_on": f"{ahead:%d/%m/%Y}", "next_step": "Relire"}

    answer = client.post(f"{ROOT}{found.pk}/debrief/", typed)

    assert answer.status_code == 422
    assert "n’est pas encore passé" in answer.content.decode()


def test_a_debrief_gives_the_target_its_next_step_and_ties_the_names(client: Client) -> None:
    target = make_target()
    found = opened(client, target)

    debriefed(
        client, found, named="Léa Morin, acheteuse : connaît l’inventaire\n- Paul Roux", next_on="10/04/2026"
    )

    target.refresh_from_db()
    assert (target.next_step, target.next_on) == ("Relire les avis", date(2026, 4, 10))
    ties = Tie.objects.filter(person=found.person)
    assert {str(one.other) for one in ties} == {"Léa Morin", "Paul Roux"}
    assert found.named.get(person__full_name="Léa Morin").why == "connaît l’inventaire"


def test_a_line_that_names_nobody_refuses_the_debrief_with_its_reason(client: Client) -> None:
    found = opened(client)
    typed = {"revision": "1", "happened_on": "01/04/2026", "named": "06 12 34 56 78", "next_step": "Relire"}

    answer = client.post(f"{ROOT}{found.pk}/debrief/", typed)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "ne commence pas par un nom" in page
    assert page.count("06 12 34 56 78") == 2


def test_a_name_becomes_someone_of_the_target_with_who_introduced_them(client: Client) -> None:
    target = make_target()
    found = debriefed(client, opened(client, target), named="Léa Morin, acheteuse")

    client.post(f"{ROOT}noms/{found.named.get().pk}/proposer/")

    contact = Contact.objects.get(target=target, person__full_name="Léa Morin")
    assert contact.introduced_by == found.person
    assert "interlocuteur" in text(client, f"{ROOT}{found.pk}/")


def test_a_talk_counts_as_a_real_exchange_once(client: Client) -> None:
    target = make_target()
    person = opened(client, target).person
    approach = Approach.objects.create(
        target=target, person=person, channel="interview", sent_on=date(2026, 3, 20)
    )
    before = next_for(approach)
    found = debriefed(client, opened(client, target))

    debriefed(client, found, happened_on="31/03/2026")

    assert before is not None
    assert before.move == Move.FOLLOW_UP
    talks = approach.exchanges.filter(kind=ExchangeKind.TALK)
    assert [one.on for one in talks] == [date(2026, 3, 31)]
    after = next_for(approach)
    assert after is not None
    assert after.move == Move.THANK


def test_what_was_learnt_becomes_a_dated_signal_in_one_click_once(client: Client) -> None:
    target = make_target()
    found = debriefed(
        client, opened(client, target), learnt="Le stock est compté à la main.\nRien n’est relié."
    )

    for _twice in range(2):
        client.post(f"{ROOT}{found.pk}/signal/", {"line": "1"})

    signal = Signal.objects.get(target=target)
    assert (signal.quote, signal.kind) == ("Rien n’est relié.", SignalKind.CONVERSATION)
    assert signal.seen_on == date(2026, 4, 1)
    assert "Karim Benyahia" in signal.source


def test_an_answer_settles_the_question_of_the_target_it_verifies(client: Client) -> None:
    target = make_target()
    asked = add_question(target, text="Qui met à jour le stock ?")
    found = opened(client, target)
    client.post(f"{ROOT}{found.pk}/questions/", {"verifies": [asked.pk]})
    question = found.questions.get()
    client.post(
        f"{ROOT}{found.pk}/notes/", {"revision": "1", f"answer-{question.pk}": "Chaque soir, à la main."}
    )

    client.post(f"{ROOT}questions/{question.pk}/verifiee/")

    asked.refresh_from_db()
    assert (asked.answer, asked.answered_by) == ("Chaque soir, à la main.", found.person)


def test_thanks_are_due_the_next_day_until_they_are_sent_and_can_be_taken_back(client: Client) -> None:
    found = debriefed(client, opened(client), named="Léa Morin, acheteuse")
    happened = date(2026, 4, 1)

    page = text(client, f"{ROOT}{found.pk}/merci/?civilite=m")

    assert "Bonjour Monsieur Benyahia," in page
    assert "Le stock est compté à la main." in page
    assert "Léa Morin" in page
    assert [list(thanks_due(happened + timedelta(days=days))) for days in (0, 1)] == [[], [found]]
    sent = client.post(f"{ROOT}{found.pk}/merci/", {"body": "Merci.", "on": "02/04/2026"}, follow=True)
    assert list(thanks_due(TODAY)) == []
    assert "Remerciement envoyé le" in sent.content.decode()
    client.post(f"{ROOT}{found.pk}/pas-de-merci/")
    assert list(thanks_due(TODAY)) == [found]


def test_a_civility_is_never_guessed(client: Client) -> None:
    found = debriefed(client, opened(client))

    assert ">Bonjour,\n" in text(client, f"{ROOT}{found.pk}/merci/")


def test_a_talk_of_the_day_is_due_then_waits_for_its_debrief(client: Client) -> None:
    found = opened(client, on="02/04/2026", at="10:30")

    assert list(talks_on(TODAY)) == [found]
    assert list(debriefs_due(TODAY)) == []
    assert list(debriefs_due(TODAY + timedelta(days=1))) == [found]


def test_what_an_insider_said_is_kept_by_goal_with_who_and_when(client: Client) -> None:
    target = make_target()
    found = opened(client, target, goal="recruiting")
    (question,) = with_questions(client, found, "last_arrival")
    client.post(
        f"{ROOT}{found.pk}/notes/", {"revision": "1", f"answer-{question.pk}": "Par un ancien stagiaire."}
    )
    debriefed(client, found)

    (chapter,) = insights(target)

    (said,) = chapter.insights
    assert (chapter.goal, said.who, said.on) == ("recruiting", "Karim Benyahia", date(2026, 4, 1))
    assert [one.answer for one in insider_insights(target.organization_id)] == ["Par un ancien stagiaire."]
    client.post(f"{ROOT}{found.pk}/retirer/")
    assert insights(target) == ()


def test_a_conversation_is_removed_with_a_way_back(client: Client) -> None:
    found = opened(client)

    page = client.post(f"{ROOT}{found.pk}/retirer/", follow=True).content.decode()

    assert client.get(f"{ROOT}{found.pk}/").status_code == 404
    assert f"{ROOT}{found.pk}/retablir/" in page
    client.post(f"{ROOT}{found.pk}/retablir/")
    assert text(client, f"{ROOT}{found.pk}/")


def test_every_page_is_well_written(client: Client) -> None:
    found = opened(client, make_target(), on="07/04/2026", at="14:00", where="En visio")
    (question,) = with_questions(client, found, "time_lost")
    debriefed(client, opened(client), named="Léa Morin, acheteuse")

    for path in (
        "", "preparer/", f"{found.pk}/", f"{found.pk}/modifier/", f"{found.pk}/notes/",
        f"{found.pk}/debrief/", f"{found.pk}/merci/", f"questions/{question.pk}/",
    ):  # fmt: skip
        assert "<h1" in text(client, f"{ROOT}{path}")


def test_the_fifteen_minutes_are_said_without_script(client: Client) -> None:
    found = opened(client)

    page = client.get(f"{ROOT}{found.pk}/lancer/", follow=True).content.decode()

    assert "data-tremplin-until" in page
    assert "Jusqu’à" in page
    assert "Lancer les" in text(client, f"{ROOT}{found.pk}/notes/?debut=12")
