"""Choisir in a real browser: from two offers to the sheet, weights tried live, phone and keyboard."""

import io
from datetime import date
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import check_looks
from tests.people import make_student
from tremplin.decision.models import Criterion, Decision, Option, Score
from tremplin.decision.operations import choose
from tremplin.site.demo import load_demo

PHONE: ViewportSize = {"width": 390, "height": 844}
CONTRACT = {
    "Nom de l’option": "Apprentissage chez Nordelle",
    "Employeur": "Nordelle",
    "Premier jour": "01/09/2027",
    "Dernier jour": "31/08/2028",
    "Rémunération proposée": "1300",
}
INTERNSHIP = {
    "Nom de l’option": "Stage chez Troquinette",
    "Employeur": "Troquinette",
    "Premier jour": "01/02/2028",
    "Dernier jour": "30/06/2028",
}


@pytest.mark.usefixtures("transactional_db")
def test_from_two_offers_to_the_sheet(guarded: Page, live_server: LiveServer) -> None:
    make_student()
    guarded.goto(f"{live_server.url}/choisir/")
    guarded.get_by_role("link", name="Ouvrir une décision").click()
    guarded.get_by_label("Ce que vous décidez").fill("Mon M2")
    guarded.get_by_label("Date de naissance").fill("15/03/2005")
    guarded.get_by_role("button", name="Ouvrir").click()
    add(guarded, CONTRACT, "apprenticeship")
    guarded.get_by_role("link", name="Ajouter une option").click()
    add(guarded, INTERNSHIP, "internship")
    expect(guarded.get_by_role("heading", level=1)).to_have_text("Dites d’abord ce qui compte pour vous")

    weigh(guarded)
    score(guarded, live_server)

    expect(guarded.get_by_role("heading", level=1)).to_contain_text("Apprentissage chez Nordelle")
    check_looks(guarded)
    with guarded.expect_download() as download:
        guarded.get_by_role("link", name="La feuille (PDF)").click()
    sheet = pypdf.PdfReader(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert len(sheet.pages) == 1
    assert "Troquinette" in sheet.pages[0].extract_text()


def add(page: Page, facts: dict[str, str], kind: str) -> None:
    """Type an option and keep it."""
    for label, value in facts.items():
        page.get_by_label(label, exact=True).fill(value)
    page.get_by_label("Forme").select_option(kind)
    page.get_by_role("button", name="Ajouter", exact=True).click()


def weigh(page: Page) -> None:
    """Give sixty points with the slider, forty by typing, and fix them."""
    page.get_by_role("link", name="Partager 100 points").first.click()
    page.get_by_label("Rémunération", exact=True).fill("60")
    slider = page.get_by_label("Points\u00a0: Charge de la semaine")
    slider.focus()
    for _ in range(40):
        slider.press("ArrowRight")
    expect(page.get_by_label("Charge de la semaine", exact=True)).to_have_value("40")
    expect(page.locator("[data-tremplin-total]")).to_have_text("100")
    page.get_by_role("button", name="Fixer les poids").click()


def score(page: Page, live_server: LiveServer) -> None:
    """Give two scores to each option, from the keyboard for the first."""
    keys = {row.key: row.pk for row in Criterion.objects.all()}
    options = list(Option.objects.values_list("pk", flat=True))
    page.goto(f"{live_server.url}/choisir/{Decision.objects.get().pk}/notes/")
    for option, values in zip(options, ({"pay": 5, "load": 3}, {"pay": 2, "load": 4}), strict=True):
        for key, value in values.items():
            page.locator(f'[name="value-{option}-{keys[key]}"][value="{value}"]').focus()
            page.keyboard.press("Space")
    page.get_by_role("button", name="Enregistrer les notes").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert Score.objects.filter(value__isnull=False).count() == 4


@pytest.mark.usefixtures("transactional_db")
def test_weights_tried_live_change_the_answer_and_save_nothing(
    guarded: Page, live_server: LiveServer
) -> None:
    load_demo(on=date(2026, 4, 2))
    guarded.set_viewport_size(PHONE)
    guarded.goto(f"{live_server.url}/choisir/")
    flexibility = Criterion.objects.get(key="flexibility")

    guarded.get_by_label("Flexibilité des études", exact=True).fill("90")

    trial = guarded.locator("#trial")
    expect(trial).to_contain_text("rien n’est enregistré")
    expect(trial).to_contain_text("Troquinette et petit emploi\u00a0» l’emporte")
    expect(trial).to_be_in_viewport()
    totals = [int(total) for total in guarded.locator("tfoot output").all_inner_texts()]
    assert totals[0] < totals[1]
    flexibility.refresh_from_db()
    assert flexibility.weight == 16


@pytest.mark.usefixtures("transactional_db")
def test_the_curves_are_told_apart_without_colour_and_have_their_table(
    guarded: Page, live_server: LiveServer
) -> None:
    load_demo(on=date(2026, 4, 2))
    guarded.emulate_media(color_scheme="dark")
    guarded.goto(f"{live_server.url}/choisir/")

    curves = guarded.locator("svg.months polyline")

    dashes = {curve.evaluate("line => getComputedStyle(line).strokeDasharray") for curve in curves.all()}
    assert len(dashes) == curves.count() == 2
    guarded.get_by_text("Les montants du graphique").click()
    expect(guarded.get_by_role("cell", name="1\u00a0184,04\u00a0€").first).to_be_visible()


@pytest.mark.usefixtures("transactional_db")
def test_every_page_of_a_choice_made_is_accessible_on_laptop_and_phone(
    guarded: Page, live_server: LiveServer
) -> None:
    load_demo(on=date(2026, 4, 2))
    decision, option = Decision.objects.get(), Option.objects.all()[0]
    choose(
        decision, revision=decision.revision, option=option, on=date(2026, 4, 2), why="Un an.", review_on=None
    )

    for path in ("", f"{decision.pk}/bilan/", f"option/{option.pk}/", f"{decision.pk}/option/"):
        guarded.goto(f"{live_server.url}/choisir/{path}")
        check_looks(guarded)
