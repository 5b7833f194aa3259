"""Réseau in a real browser: contacts in, a double settled, the map by keyboard, a path, a reply noted."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import check_axe, check_looks
from tests.people import make_student
from tremplin.network.models import Person
from tremplin.network.operations import find_or_add_organization, find_or_add_person, record_role
from tremplin.prospecting.models import Target
from tremplin.site.demo import load_demo

ARCHIVE = (
    Path(__file__).parent.parent / "network" / "data" / "linkedin" / "Basic_LinkedInDataExport_11-20-2026.zip"
)


@pytest.fixture
def example(transactional_db: None) -> None:
    """Inès and those she knows."""
    load_demo(on=date(2026, 4, 2))


@pytest.mark.usefixtures("transactional_db")
def test_from_an_archive_to_a_reply(guarded: Page, live_server: LiveServer) -> None:
    make_student(first_name="Inès", last_name="Marchetti")
    guarded.goto(live_server.url + "/reseau/")
    guarded.get_by_role("link", name="Importer mes contacts").click()
    guarded.get_by_label("Fichier de contacts").set_input_files(ARCHIVE)
    guarded.get_by_role("button", name="Lire le fichier").click()
    check_axe(guarded)
    guarded.get_by_role("button", name="Ajouter à mon réseau").click()
    known = Person.objects.exclude(roles=None).filter(roles__until=None).first()
    assert known is not None
    place = known.roles.get(until=None).organization

    guarded.goto(live_server.url + "/trouver/ajouter/")
    guarded.get_by_label("Entreprise", exact=False).first.fill(place.name)
    guarded.get_by_role("button", name="Ajouter", exact=False).first.click()
    assert Target.objects.get().organization == place

    guarded.goto(live_server.url + "/reseau/")
    guarded.locator("svg.net a").first.focus()
    guarded.keyboard.press("Enter")
    expect(guarded.get_by_role("heading", level=1)).to_be_visible()

    guarded.goto(live_server.url + "/reseau/")
    guarded.get_by_label("Qui peut m’introduire chez").fill(place.name)
    guarded.keyboard.press("Enter")
    expect(guarded.get_by_role("heading", level=1)).to_contain_text("poignée de main jusqu’à")
    check_looks(guarded)
    expect(guarded.locator("ol.path").first).to_contain_text(known.full_name)
    guarded.get_by_role("link", name="Noter l’échange").first.click()
    guarded.get_by_label("En une ligne").fill("Elle répond : appel jeudi.")
    guarded.get_by_role("button", name="Noter l’échange").click()
    expect(guarded.get_by_text("Elle répond : appel jeudi.")).to_be_visible()


@pytest.mark.usefixtures("transactional_db")
def test_a_double_is_settled_and_undone(guarded: Page, live_server: LiveServer) -> None:
    make_student()
    record_role(find_or_add_person("Jean Martin"), find_or_add_organization("Nordelle"))
    record_role(find_or_add_person("J. Martin"), find_or_add_organization("Nordelle"))

    guarded.goto(live_server.url + "/reseau/doublons/")
    check_axe(guarded)
    guarded.get_by_role("button", name="C’est la même").click()

    expect(guarded.get_by_role("heading", level=1)).to_contain_text("Aucun doublon")
    guarded.get_by_role("button", name="Annuler").click()
    expect(guarded.get_by_role("heading", level=1)).to_contain_text("Une paire")


def test_the_map_is_searched_enlarged_and_walked_by_keyboard(
    example: None, guarded: Page, live_server: LiveServer
) -> None:
    guarded.goto(live_server.url + "/reseau/")
    picture = guarded.locator("svg.net.wide")
    whole = picture.get_attribute("viewBox")

    guarded.get_by_label("Trouver quelqu’un").fill("claire")
    guarded.keyboard.press("Enter")
    expect(guarded.get_by_role("link", name="Tante Claire", exact=False).first).to_be_focused()
    guarded.keyboard.press("+")

    assert picture.get_attribute("viewBox") != whole
    guarded.keyboard.press("0")
    assert picture.get_attribute("viewBox") == whole
    check_looks(guarded)


def test_the_map_works_without_a_script(example: None, without_script: Page, live_server: LiveServer) -> None:
    without_script.goto(live_server.url + "/reseau/")

    expect(without_script.get_by_label("Trouver quelqu’un")).to_be_hidden()
    without_script.locator("a.tag", has_text="Famille").click()
    expect(without_script.locator("svg.net")).to_contain_text("Tante Claire")
    expect(without_script.locator("svg.net")).not_to_contain_text("Coach Rémi")


def test_every_page_of_the_room_is_accessible(example: None, guarded: Page, live_server: LiveServer) -> None:
    odile = Person.objects.get(full_name__endswith="Brossard")
    there = f"personnes/{odile.pk}/"
    guarded.set_viewport_size({"width": 390, "height": 844})

    for page in (
        "", "?chez=Troquinette", "?chez=Zzz", "personnes/", there, f"{there}modifier/", f"{there}ecrire/",
        "portes/", "endormis/", "ajouter/", "noms/family/", "importer/", "doublons/",
    ):  # fmt: skip
        guarded.goto(f"{live_server.url}/reseau/{page}")
        check_axe(guarded)
        overflow = guarded.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert overflow <= 0, page
