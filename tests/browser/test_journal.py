"""The journal in a real browser: a note and a session with the keyboard alone, and every page looked at."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import check_axe, check_looks
from tests.journal.entries import make_entry, make_internship
from tests.people import make_student
from tremplin.journal.models import Entry, Impact
from tremplin.site.demo import load_demo

SPEED = "J’ai préparé le point du lundi en 50 min au lieu de 4 h 30"


@pytest.fixture
def alice(transactional_db: None) -> None:
    """Alice, in her internship since three weeks."""
    make_student()
    monday = localdate() - timedelta(days=localdate().weekday())
    make_internship(starts_on=monday - timedelta(weeks=3), ends_on=monday + timedelta(weeks=12))


@pytest.fixture
def example(transactional_db: None) -> None:
    """Inès, her agreement, her internship and her journal."""
    load_demo(on=date(2026, 4, 2))


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize("page", ["", "semaine/commencer/", "entree/{}/", "entree/{}/chiffre/"])
def test_pages_with_all_they_hide_are_accessible_in_both_themes_on_laptop_and_phone(
    guarded: Page, live_server: LiveServer, page: str
) -> None:
    entry = Entry.objects.filter(feedback__isnull=False, impacts__isnull=False)[0]
    guarded.goto(f"{live_server.url}/journal/{page.format(entry.pk)}")

    guarded.evaluate("document.querySelectorAll('main details').forEach((each) => (each.open = true))")

    check_looks(guarded)


@pytest.mark.usefixtures("alice")
def test_an_entry_is_noted_with_the_keyboard_alone(guarded: Page, live_server: LiveServer) -> None:
    guarded.goto(live_server.url)
    keys = guarded.keyboard
    keys.press("n")
    expect(guarded.locator("#id_action")).to_be_focused()
    keys.type(SPEED)

    expect(guarded.get_by_text("Brouillon gardé. 1\u00a0chiffre repéré.")).to_be_visible()
    expect(guarded.locator("#lecture")).to_contain_text("de 4\u00a0h\u00a030 à 50\u00a0min")
    assert not Impact.objects.exists()
    check_axe(guarded)
    keys.press("Tab")
    keys.press("Space")
    keys.press("Control+Enter")

    expect(guarded.locator("#annonces")).to_contain_text("Noté.")
    entry = Entry.objects.get()
    assert (entry.action, entry.draft) == (SPEED, False)
    assert entry.impacts.get().words == "50 min au lieu de 4 h 30"


@pytest.mark.usefixtures("alice")
def test_a_draft_survives_leaving_the_page(guarded: Page, live_server: LiveServer) -> None:
    guarded.goto(f"{live_server.url}/journal/#noter")
    guarded.locator("#id_action").press_sequentially("J’ai trié le", delay=10)
    expect(guarded.get_by_text("Brouillon gardé.")).to_be_visible()
    with guarded.expect_response("**/journal/brouillon/"):
        guarded.locator("#id_action").press_sequentially(" stock", delay=10)

    guarded.goto(f"{live_server.url}/journal/")
    guarded.get_by_role("link", name="Finir").click()

    expect(guarded.locator("#id_action")).to_have_value("J’ai trié le stock")
    assert Entry.objects.count() == 1


@pytest.mark.usefixtures("alice")
def test_the_weekly_session_is_held_with_the_keyboard_alone(guarded: Page, live_server: LiveServer) -> None:
    guarded.goto(f"{live_server.url}/journal/semaine/")
    keys = guarded.keyboard
    tab_to(guarded, "Lancer les 15 minutes")
    keys.press("Enter")

    expect(guarded.get_by_role("timer")).to_contain_text("Il reste 14 min")
    check_axe(guarded)
    guarded.locator("[id^=q-]").first.focus()
    keys.type("J’ai terminé l’inventaire")
    keys.press("Tab")
    keys.press("Enter")

    expect(guarded.locator("#annonces")).to_contain_text("Noté.")
    expect(guarded.get_by_role("timer")).to_contain_text("Il reste 14 min")
    assert Entry.objects.filter(action="J’ai terminé l’inventaire", date=localdate()).exists()

    guarded.locator("[id^=reponse-1-]").first.focus()
    keys.type("Trier les pièces")
    keys.press("Enter")

    expect(guarded.locator("#annonces")).to_contain_text("Semaine reprise, une entrée.")


@pytest.mark.usefixtures("alice")
def test_without_script_an_entry_is_noted_then_its_figure_confirmed(
    without_script: Page, live_server: LiveServer
) -> None:
    page = without_script
    page.goto(f"{live_server.url}/journal/")
    page.get_by_label("Qu’avez-vous fait").fill(SPEED)
    page.get_by_role("button", name="Noter", exact=True).click()

    page.get_by_role("checkbox").first.check()
    page.get_by_label("Comment le savez-vous").select_option("measured")
    page.get_by_role("button", name="Garder les chiffres cochés").click()

    expect(page.locator(".figures")).to_contain_text("de 4\u00a0h\u00a030 à 50\u00a0min")
    expect(page.locator(".figures")).to_contain_text("prêt à être montré")


@pytest.mark.usefixtures("example")
def test_a_figure_opens_its_entry_and_the_table_goes_out(guarded: Page, live_server: LiveServer) -> None:
    guarded.goto(f"{live_server.url}/journal/tableau/")
    with guarded.expect_download() as download:
        guarded.get_by_role("link", name="XLSX").click()
    assert Path(download.value.path()).read_bytes().startswith(b"PK")

    guarded.goto(f"{live_server.url}/journal/?q=automatise")
    guarded.locator("a.figure").first.click()

    expect(guarded.locator("li:target")).to_contain_text("Yann Le Goff")


@pytest.mark.usefixtures("alice")
def test_two_windows_show_both_texts(guarded: Page, live_server: LiveServer) -> None:
    entry = make_entry("J’ai compté")
    guarded.goto(f"{live_server.url}/journal/entree/{entry.pk}/modifier/")
    Entry.objects.update(action="J’ai tout compté", revision=2)

    guarded.locator("#id_action").fill("J’ai compté les freins")
    guarded.locator("#id_action").press("Control+Enter")

    expect(guarded.get_by_role("heading", level=1)).to_contain_text("a changé entre-temps")
    expect(guarded.get_by_role("table")).to_contain_text("J’ai tout compté")
    check_looks(guarded)


def tab_to(page: Page, name: str) -> None:
    """Press Tab until a link or a button of that name has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if name in page.evaluate("document.activeElement.textContent"):
            return
    raise AssertionError(f"no way to « {name} » with the keyboard")


@pytest.mark.usefixtures("alice")
def test_a_text_that_tremplin_could_not_keep_stays_and_is_offered_back(
    context: BrowserContext, live_server: LiveServer
) -> None:
    page = context.new_page()
    page.goto(f"{live_server.url}/journal/")
    expect(page.locator("#id_action")).to_be_focused()
    page.route("**/*", lambda route: route.abort())
    page.keyboard.type("J’ai trié le stock")
    expect(page.locator("#garde")).to_contain_text("Non enregistré")

    page.get_by_role("button", name="Noter", exact=True).click()
    expect(page.locator("#garde")).to_contain_text("Votre texte reste ici")
    expect(page.locator("#id_action")).to_have_value("J’ai trié le stock")
    page.unroute("**/*")

    page.goto(f"{live_server.url}/journal/")
    offer = page.locator("#garde-ici")
    expect(offer).to_contain_text("J’ai trié le stock")
    check_axe(page)
    offer.get_by_role("button", name="Reprendre ce texte").click()
    page.get_by_role("button", name="Noter", exact=True).click()

    expect(page.locator("#annonces")).to_contain_text("Noté.")
    expect(page.locator("#garde-ici")).to_be_hidden()
    page.goto(f"{live_server.url}/journal/")
    expect(page.locator("#garde-ici")).to_be_hidden()
    assert Entry.objects.get().action == "J’ai trié le stock"


@pytest.mark.usefixtures("alice")
def test_noting_from_the_palette_leads_into_the_box(guarded: Page, live_server: LiveServer) -> None:
    make_entry(on=localdate())
    guarded.goto(f"{live_server.url}/journal/tableau/")

    guarded.keyboard.press("Control+k")
    guarded.keyboard.type("noter")
    guarded.keyboard.press("Enter")

    expect(guarded.locator("#id_action")).to_be_focused()
