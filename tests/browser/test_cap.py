"""Cap and the internship's pages in a real browser, with and without script."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import check_looks
from tests.internships.made import make_internship
from tests.people import make_student
from tremplin.rights import demo as rights_demo
from tremplin.site.demo import load_demo

SAMPLES = Path(__file__).parents[1] / "internships/calendars/samples"


@pytest.fixture
def example(transactional_db: None) -> None:
    """Inès, her agreement and her internship."""
    load_demo(on=date(2026, 4, 2))


@pytest.mark.usefixtures("example")
def test_the_pages_of_an_internship_are_accessible(guarded: Page, live_server: LiveServer) -> None:
    guarded.goto(f"{live_server.url}/stage/")
    check_looks(guarded)
    guarded.locator("main a.t").first.click()
    check_looks(guarded)
    here = guarded.url
    for link in (
        "Modifier",
        "Point mi-parcours",
        "Mettre en place un inventaire tournant",
        "Ajouter un objectif",
        "Ajouter une hypothèse",
        "Projet fantôme",
        "Projet indispensable",
        "Lire un calendrier",
    ):
        guarded.goto(here)
        guarded.get_by_role("link", name=link).first.click()
        check_looks(guarded)


@pytest.mark.usefixtures("transactional_db")
def test_without_script_an_internship_is_created_moved_and_followed(
    without_script: Page, live_server: LiveServer
) -> None:
    make_student()
    page = without_script
    page.goto(f"{live_server.url}/stage/")
    page.get_by_label("Nom").fill("Stage à la mairie")
    page.get_by_label("Premier jour").fill("2 février 2026")
    page.get_by_label("Dernier jour").fill("03/07/2026")
    page.get_by_role("button", name="Créer").click()

    page.get_by_role("link", name="Point mi-parcours").click()
    page.get_by_label("Nouveau jour").fill("14/04/2026")
    page.get_by_label("Heure").fill("14h30")
    page.get_by_role("button", name="Déplacer").click()

    expect(page.locator("main")).to_contain_text("14\u00a0avril 2026, 14 h 30, déplacé par vous")


@pytest.mark.usefixtures("transactional_db")
def test_an_audited_agreement_becomes_an_internship_in_one_click(
    guarded: Page, live_server: LiveServer
) -> None:
    make_student()
    rights_demo.load(on=date(2026, 4, 2))
    guarded.goto(f"{live_server.url}/droits/convention/")
    guarded.locator("main a.t").first.click()
    guarded.locator("form[action^='/stage/convention/'] button").click()

    expect(guarded.get_by_role("heading", level=1)).to_have_text("Stage chez Cargolière SAS")
    expect(guarded.locator("main")).to_contain_text("Samia Kaddour")
    expect(guarded.locator("main")).to_contain_text("Soutenance de Valeur")


@pytest.mark.usefixtures("transactional_db")
def test_a_school_calendar_is_read_and_its_remarks_are_shown(guarded: Page, live_server: LiveServer) -> None:
    make_student()
    internship = make_internship(starts_on=date(2026, 9, 1), ends_on=date(2027, 8, 31), apprenticeship=True)
    guarded.goto(f"{live_server.url}/stage/{internship.pk}/calendriers/")

    guarded.get_by_label("Fichier de calendrier").set_input_files(SAMPLES / "ics_rrule_invalide.ics")
    guarded.get_by_role("button", name="Lire").click()
    guarded.get_by_text("4 remarques").click()

    expect(guarded.locator("main")).to_contain_text("sa règle de répétition n’est pas comprise")
    check_looks(guarded)


@pytest.mark.usefixtures("transactional_db")
def test_the_calendar_is_downloaded(guarded: Page, live_server: LiveServer) -> None:
    make_student()
    internship = make_internship()
    guarded.goto(f"{live_server.url}/stage/{internship.pk}/")

    with guarded.expect_download() as download:
        guarded.get_by_role("link", name="Calendrier (.ics)").click()

    assert download.value.suggested_filename == "stage-chez-cargoliere.ics"


@pytest.mark.usefixtures("transactional_db")
def test_cap_with_a_missed_week_is_accessible_and_takes_three_lines(
    guarded: Page, live_server: LiveServer
) -> None:
    make_student()
    today = date.today()  # noqa: DTZ011 the page reads the clock too
    make_internship(starts_on=date(today.year - 1, 1, 5), ends_on=date(today.year + 1, 12, 18))
    guarded.goto(live_server.url)
    check_looks(guarded)

    guarded.locator("#reponse-1").fill("Trier les pièces")
    guarded.keyboard.press("Enter")

    expect(guarded.locator("#annonces")).to_contain_text("Semaine reprise.")


@pytest.mark.usefixtures("transactional_db")
def test_a_long_apprenticeship_fits_a_phone(guarded: Page, live_server: LiveServer) -> None:
    make_student()
    today = date.today()  # noqa: DTZ011 the page reads the clock too
    make_internship(
        starts_on=date(today.year - 1, 9, 1), ends_on=date(today.year + 2, 8, 31), apprenticeship=True
    )

    guarded.goto(live_server.url)

    check_looks(guarded)
