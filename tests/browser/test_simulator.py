"""The simulator in a real browser: a straddling year, live, with days ticked, kept, without script."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import check_axe, check_looks
from tremplin.accounts.models import Student
from tremplin.rights.models import Simulation

URL = "/droits/gratification/"
STRADDLING = f"{URL}?starts_on=2025-12-01&ends_on=2026-02-15&weekly=35&signed_on=2025-11-10"
LATE = f"{URL}?starts_on=2026-02-02&ends_on=2026-07-03&weekly=35&agreed=4.35&received_2026_02=609"


@pytest.fixture
def alice(transactional_db: None) -> Student:
    """Alice, who has started."""
    return Student.objects.create(first_name="Alice", phase="started")


@pytest.mark.parametrize(
    "path",
    [
        URL,
        STRADDLING,
        LATE,
        f"{URL}?starts_on=demain&ends_on=2026-02-15",
        LATE.replace("gratification/?", "gratification/courrier/?"),
        "/droits/reponses/",
        "/droits/reponses/?q=rien",
        "/droits/reponses/carence/?previous_starts_on=02/02/2026&previous_ends_on=31/07/2026&stated_months=6",
        "/droits/reponses/sanctions/?breaches=quota&interns=2",
        "/droits/reponses/horaires/?starts=8h&ends=20h&age=17",
    ],
)
@pytest.mark.usefixtures("alice")
def test_every_page_is_accessible_in_both_themes_on_laptop_and_phone(
    guarded: Page, live_server: LiveServer, path: str
) -> None:
    guarded.goto(live_server.url + path)
    guarded.evaluate("document.querySelectorAll('main details').forEach((each) => (each.open = true))")

    check_looks(guarded)


@pytest.mark.usefixtures("alice")
def test_a_straddling_year_is_computed_live_and_both_readings_are_shown(
    guarded: Page, live_server: LiveServer
) -> None:
    guarded.goto(live_server.url + URL)

    guarded.get_by_label("Début", exact=True).first.fill("01/12/2025")
    guarded.get_by_label("Fin", exact=True).first.fill("15/02/2026")
    guarded.get_by_label("Signature", exact=True).first.fill("10/11/2025")

    expect(guarded.get_by_role("heading", level=1)).to_have_text(
        "Au moins 1\u00a0613,85\u00a0€ sur deux mois et demi"
    )
    readings = guarded.locator(".readings")
    expect(readings.get_by_role("listitem").filter(has_text="1\u00a0613,85\u00a0€")).to_contain_text(
        "retenue"
    )
    expect(readings.get_by_role("listitem").filter(has_text="1\u00a0646,40\u00a0€")).to_be_visible()
    expect(guarded.get_by_text("32,55\u00a0€").first).to_be_visible()

    guarded.get_by_text("Préciser").click()
    guarded.get_by_label("La convention prévoit la revalorisation").check()

    expect(guarded.get_by_role("heading", level=1)).to_contain_text("1\u00a0646,40")
    expect(guarded).to_have_url(re.compile("indexation=on"))
    check_axe(guarded)


@pytest.mark.usefixtures("alice")
def test_what_is_typed_keeps_its_place_while_the_answer_follows(
    guarded: Page, live_server: LiveServer
) -> None:
    guarded.goto(live_server.url + STRADDLING)

    hours = guarded.get_by_label("Heures par semaine", exact=True).first
    hours.fill("")
    hours.press_sequentially("28", delay=60)

    expect(guarded.get_by_role("heading", level=1)).to_contain_text("Aucune gratification obligatoire")
    expect(hours).to_be_focused()
    expect(hours).to_have_value("28")


@pytest.mark.usefixtures("alice")
def test_days_are_ticked_with_the_keyboard_and_the_amount_follows(
    guarded: Page, live_server: LiveServer
) -> None:
    guarded.goto(live_server.url + STRADDLING)
    guarded.get_by_text("Absences et fermetures, jour par jour").click()

    day = guarded.locator("input[type=checkbox][value='2025-12-02']")
    day.focus()
    guarded.keyboard.press("Space")

    expect(guarded.get_by_role("heading", level=1)).to_contain_text("1\u00a0583,40")
    expect(day).to_be_checked()
    guarded.get_by_role("radio", name="Fermetures").check()
    guarded.locator("input[type=checkbox][name=closure][value='2025-12-03']").check()
    expect(guarded.get_by_role("heading", level=1)).to_contain_text("1\u00a0552,95")
    check_axe(guarded)


@pytest.mark.usefixtures("alice")
def test_sums_received_lead_to_the_letter(guarded: Page, live_server: LiveServer) -> None:
    guarded.goto(live_server.url + LATE)
    received = guarded.get_by_label("mars 2026, reçu")
    received.fill("600")
    received.press("Tab")

    expect(guarded.get_by_role("heading", level=1)).to_have_text("Il reste 114,00\u00a0€ à vous verser")
    guarded.get_by_role("link", name="Écrire le courrier").click()

    expect(guarded.get_by_role("heading", level=1)).to_contain_text("Demander les 114,00")
    with guarded.expect_download() as download:
        guarded.get_by_role("link", name="Courrier en A4").click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")


@pytest.mark.usefixtures("alice")
def test_two_tabs_show_both_simulations(guarded: Page, live_server: LiveServer) -> None:
    guarded.goto(live_server.url + STRADDLING)
    guarded.get_by_label("Nom de la simulation").fill("Hiver")
    guarded.get_by_role("button", name="Garder ce calcul").click()
    expect(guarded.get_by_role("status").first).to_contain_text("Simulation enregistrée.")
    other = guarded.context.new_page()
    other.goto(guarded.url)
    for tab, hours in ((other, "39"), (guarded, "28")):
        tab.get_by_label("Heures par semaine", exact=True).first.fill(hours)
        expect(tab).to_have_url(re.compile(f"weekly={hours}"))
        tab.get_by_role("button", name="Enregistrer ce calcul").click()

    row = guarded.get_by_role("row", name="Heures par semaine")
    expect(row).to_contain_text("28")
    expect(row).to_contain_text("39")
    check_looks(guarded)
    assert Simulation.objects.get().parameters["weekly"] == ["39"]


def test_everything_works_without_script(without_script: Page, live_server: LiveServer) -> None:
    page = without_script
    page.goto(live_server.url + URL)
    page.get_by_label("Début", exact=True).first.fill("01/12/2025")
    page.get_by_label("Fin", exact=True).first.fill("15/02/2026")
    page.get_by_role("button", name="Calculer").click()
    page.get_by_text("Absences et fermetures, jour par jour").click()
    day = page.locator("input[type=checkbox][value='2025-12-02']")
    day.check()
    page.get_by_role("button", name="Calculer").click()

    expect(day).to_be_checked()
    page.get_by_role("textbox", name="Nom de la simulation").fill("Hiver")
    page.get_by_role("button", name="Garder ce calcul").click()
    expect(page.get_by_role("link", name="Hiver")).to_be_visible()


@pytest.mark.usefixtures("alice")
def test_a_question_is_found_and_answered_live(guarded: Page, live_server: LiveServer) -> None:
    guarded.goto(f"{live_server.url}/droits/reponses/")
    guarded.get_by_role("searchbox", name="Chercher une question").press_sequentially("tuteur")
    guarded.get_by_role("main").get_by_role("link", name="Combien de stagiaires par tuteur").click()

    guarded.get_by_label("Stagiaires de ce tuteur").fill("4")

    expect(guarded.get_by_text("Non, ce tuteur suit trop de stagiaires")).to_be_visible()


@pytest.mark.usefixtures("alice")
def test_on_paper_only_the_answer_stays(guarded: Page, live_server: LiveServer) -> None:
    guarded.goto(live_server.url + STRADDLING)

    guarded.emulate_media(media="print")

    expect(guarded.get_by_role("heading", level=1)).to_be_visible()
    expect(guarded.locator("#calcul")).to_be_hidden()
    expect(guarded.get_by_role("table").first).to_be_visible()
