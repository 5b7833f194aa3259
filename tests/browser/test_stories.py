"""Récits in a real browser: a gaming community becomes a line of a CV, a question is practised aloud."""

import io
import re

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import check_looks
from tests.people import make_student

CONTEXT = "Une communauté de 5 000 membres, des conflits chaque soir."
ACTION = "J’ai modéré les conflits et réécrit la charte avec les bénévoles."
RESULT = "Les signalements sont passés de 40 à 12 par semaine."
LINE = "modération des conflits et réécriture de la charte avec les bénévoles"


@pytest.fixture
def page(guarded: Page, live_server: LiveServer) -> Page:
    """Return the room of a student whose folder is empty."""
    make_student()
    guarded.goto(f"{live_server.url}/recits/")
    return guarded


@pytest.mark.usefixtures("transactional_db")
def test_from_a_gaming_community_to_a_line_of_the_printed_cv(page: Page, live_server: LiveServer) -> None:
    tell_the_community(page)
    say_where_each_figure_comes_from(page)
    compose_the_cv(page, live_server)
    printed = text_of_the_pdf(page)

    assert LINE in printed
    assert "5 000 membres" in printed
    assert "40 à 12 par semaine" in printed


def tell_the_community(page: Page) -> None:
    check_looks(page)
    page.get_by_role("link", name="Raconter").first.click()
    page.get_by_role("link", name=re.compile("Modér")).first.click()
    page.locator("#id_title").fill("Modérateur d’un serveur de jeu")
    page.locator("#id_context").fill(CONTEXT)
    page.locator("#id_action").fill(ACTION)
    page.locator("#id_result").fill(RESULT)
    page.locator("#id_starts_on").fill("09/2024")
    page.get_by_role("button", name="Voir ma ligne de CV").click()
    expect(page.locator("#sorties")).to_contain_text(LINE)
    expect(page.locator("#sorties")).to_contain_text("hors du CV")
    check_looks(page)


def say_where_each_figure_comes_from(page: Page) -> None:
    while (
        forms := page.locator("#prouver form").filter(has=page.get_by_role("heading", name="D’où vient"))
    ).count():
        form = forms.first
        form.get_by_label("Où l’avez-vous lu ou compté").fill("la page des statistiques du serveur")
        form.get_by_label("Vrai à quelle date").fill("12/10/2026")
        form.get_by_role("button", name="Noter dans le journal").click()
    expect(page.locator("#sorties mark").first).to_be_visible()
    expect(page.locator("#sorties")).not_to_contain_text("hors du CV")


def compose_the_cv(page: Page, server: LiveServer) -> None:
    page.goto(f"{server.url}/recits/cv/")
    page.get_by_role("link", name="Composer mon CV").click()
    page.get_by_role("button", name="Composer le CV").click()
    expect(page.locator("#apercu")).to_contain_text(LINE)
    check_looks(page)


def text_of_the_pdf(page: Page) -> str:
    with page.expect_download() as download:
        page.locator("#constat").get_by_role("link", name="PDF").click()
    pages = PdfReader(io.BytesIO(download.value.path().read_bytes())).pages
    assert len(pages) == 1
    return " ".join(pages[0].extract_text().replace("\u00a0", " ").replace("\u202f", " ").split())


@pytest.mark.usefixtures("transactional_db")
def test_a_question_is_practised_and_comes_back(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/recits/entretien/")
    check_looks(page)
    page.get_by_role("link", name="Commencer").click()
    asked = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name=re.compile(r"Répondre en \d+ secondes")).click()
    expect(page.get_by_role("timer")).to_contain_text("Il reste")
    check_looks(page)
    page.get_by_label("Hésitant").check()
    page.get_by_label("À améliorer").fill("Dire le résultat d’abord")
    page.get_by_role("button", name="Noter et continuer").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text(asked)

    page.goto(f"{live_server.url}/recits/entretien/")
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("Commencez par une question")
    page.get_by_role("link", name=asked).first.click()
    expect(page.get_by_text("À améliorer : Dire le résultat d’abord")).to_be_visible()
