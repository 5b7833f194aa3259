"""Notes of a conversation in a real browser: saved while typing, never lost between two windows."""

from datetime import date

from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import check_looks
from tremplin.prospecting.models import Conversation, PreparedQuestion
from tremplin.site.demo import load_demo

QUESTION = "À quoi ressemble une semaine ordinaire"


def test_an_answer_is_saved_while_it_is_typed_and_another_window_loses_nothing(
    transactional_db: None, guarded: Page, context: BrowserContext, live_server: LiveServer
) -> None:
    load_demo(on=date(2026, 4, 2))
    talk = Conversation.objects.get(debriefed_at=None)
    address = f"{live_server.url}/trouver/conversations/{talk.pk}/notes/"
    guarded.goto(address)
    other = context.new_page()
    other.goto(address)

    guarded.get_by_label(QUESTION).fill("Trois jours d’atelier")
    expect(guarded.get_by_text("Enregistré à")).to_be_visible()
    guarded.get_by_label(QUESTION).fill("Trois jours d’atelier, un jour de visites")
    with guarded.expect_response("**/notes/"):
        pass
    other.get_by_label(QUESTION).fill("Deux jours de bureau")

    expect(other.get_by_role("heading", name="Ce que vous enregistrez a changé entre-temps")).to_be_visible()
    table = other.get_by_role("table")
    expect(table).to_contain_text("Deux jours de bureau")
    expect(table).to_contain_text("un jour de visites")
    saved = PreparedQuestion.objects.get(conversation=talk, text__startswith=QUESTION)
    assert saved.answer == "Trois jours d’atelier, un jour de visites"
    check_looks(guarded)
