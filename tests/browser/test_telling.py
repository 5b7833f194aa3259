"""A story told in a real browser: from a gaming community to its proved line, with and without script."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import check_looks
from tests.people import make_student
from tremplin.journal.models import Entry
from tremplin.stories.queries.stories import proved_stories

CONTEXT = "Dans le cadre de l’animation d’une communauté en ligne de 5\u00a0000 membres"
ACTION = "J’étais responsable de la modération des conflits et de l’organisation d’événements hebdomadaires"
RESULT = "Ce qui a permis de maintenir un taux d’engagement de 25\u00a0% supérieur à la moyenne"
LINE = (
    "Animation d’une communauté en ligne de 5\u00a0000 membres\u00a0: responsable de la modération des "
    "conflits et de l’organisation d’événements hebdomadaires\u00a0; maintien d’un taux d’engagement "
    "de 25\u00a0% supérieur à la moyenne."
)


@pytest.fixture
def alice(transactional_db: None) -> None:
    """A student with an empty room."""
    make_student(first_name="Alice")


def tell(page: Page, server: LiveServer) -> None:
    """Answer the three questions as the article's player does."""
    page.goto(f"{server.url}/recits/")
    page.get_by_role("link", name="Modération d’une communauté en ligne").click()
    page.get_by_label("Quelle communauté").fill(CONTEXT)
    page.get_by_label("Qu’avez-vous modéré").fill(ACTION)
    page.get_by_label("Comment l’engagement").fill(RESULT)
    page.get_by_label("Depuis").fill("09/2023")
    page.get_by_role("button", name="Voir ma ligne de CV").click()


def say_where_from(page: Page, where: str) -> None:
    """Answer the first « d’où vient ce chiffre ? »."""
    page.get_by_label("Où l’avez-vous lu").first.fill(where)
    page.get_by_label("Vrai à quelle date").first.fill("01/03/2026")
    page.get_by_role("button", name="Noter dans le journal").first.click()


@pytest.mark.usefixtures("alice")
def test_a_player_gets_his_line_and_each_figure_opens_its_note(
    guarded: Page, live_server: LiveServer
) -> None:
    tell(guarded, live_server)
    expect(guarded.locator("#ligne .unproved")).to_have_count(2)
    check_looks(guarded)

    say_where_from(guarded, "la page des membres")
    say_where_from(guarded, "les statistiques du serveur")

    expect(guarded.locator("#sorties")).to_contain_text("Chaque chiffre a sa note")
    expect(guarded.locator("#ligne")).to_have_text(LINE)
    guarded.locator("#ligne a").first.click()
    expect(guarded.get_by_role("main")).to_contain_text("la page des membres")
    assert Entry.objects.count() == 2


@pytest.mark.usefixtures("alice")
def test_counters_and_outputs_follow_what_is_typed(guarded: Page, live_server: LiveServer) -> None:
    tell(guarded, live_server)
    story = guarded.locator("#recit")

    story.get_by_label("Action").fill("J’ai recruté six modérateurs.")

    expect(guarded.locator("#mots-action")).to_have_text("4\u00a0mots sur 40")
    expect(guarded.locator("#ligne")).to_contain_text("recrutement de")
    story.get_by_label("Contexte").fill("mot " * 26)
    expect(guarded.locator("#mots-context")).to_have_text("26\u00a0mots sur 25\u00a0: 1 de trop")
    expect(story.get_by_label("Contexte")).to_have_attribute("aria-invalid", "true")


@pytest.mark.usefixtures("alice")
def test_it_is_told_and_proved_without_script(without_script: Page, live_server: LiveServer) -> None:
    tell(without_script, live_server)

    say_where_from(without_script, "la page des membres")
    say_where_from(without_script, "les statistiques du serveur")

    expect(without_script.get_by_role("main")).to_contain_text("Prêt pour le CV")
    assert [one.outputs.line.text for one in proved_stories()] == [LINE]
