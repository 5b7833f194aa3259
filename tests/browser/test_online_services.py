"""Public services in a real browser: turned on, asked, and accessible."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import check_looks
from tests.companies.stand_in import StandIn, standing_in
from tests.prospecting.made import make_target
from tremplin.site.home import Home


@pytest.fixture
def stand_in(settings: LazySettings, tmp_path: Path) -> Iterator[StandIn]:
    settings.HOME = Home(tmp_path)
    with standing_in() as served:
        settings.SERVICES_AT = served.address
        yield served


def turn_on(page: Page, address: str) -> None:
    page.goto(f"{address}/trouver/services/")
    page.get_by_role("button", name="Allumer API Recherche d’entreprises").click()


def test_a_service_is_turned_on_asked_and_its_answer_used(
    transactional_db: None, guarded: Page, live_server: LiveServer, stand_in: StandIn
) -> None:
    target = make_target("Ateliers Vermeil")
    turn_on(guarded, live_server.url)
    expect(guarded.get_by_role("heading", level=1)).to_contain_text("Un\u00a0service allumé")
    check_looks(guarded)
    guarded.goto(f"{live_server.url}/trouver/{target.pk}/registre/")

    guarded.get_by_role("button", name="Chercher", exact=True).click()
    expect(guarded.locator("#lookup")).to_contain_text("ATELIERS VERMEIL")
    assert "q=" not in guarded.url
    check_looks(guarded)
    guarded.get_by_role("button", name="Utiliser ATELIERS VERMEIL, NANTES").click()

    expect(guarded.get_by_text("Copié depuis")).to_be_visible()
    guarded.goto(f"{live_server.url}/trouver/services/chercher/?words=ateliers+vermeil")
    check_looks(guarded)
    assert [one.parameters["q"] for one in stand_in.asked] == ["Ateliers Vermeil", "ateliers vermeil"]


def test_all_of_it_works_without_script(
    transactional_db: None, without_script: Page, live_server: LiveServer, stand_in: StandIn
) -> None:
    turn_on(without_script, live_server.url)
    without_script.get_by_role("link", name="Chercher en ligne").click()
    without_script.get_by_label("Métier, ou mots du nom").fill("vermeil")
    without_script.get_by_role("button", name="Chercher", exact=True).click()

    expect(without_script.get_by_role("heading", level=1)).to_have_text("Deux\u00a0entreprises trouvées")
    without_script.get_by_role("button", name="Ajouter AGENCE RENNES, RENNES").click()
    expect(without_script.get_by_role("heading", level=1)).to_contain_text("Agence Rennes")
