"""A proposal in a real browser: the page follows what is typed, and works without script."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import check_looks
from tests.prospecting.made import make_signal, make_target
from tremplin.prospecting.models import Proposal, Target
from tremplin.site.demo import load_demo

FINDING = "38 avis sur 140 citent un article introuvable."


@pytest.fixture
def target(transactional_db: None) -> Target:
    """A shop with one signal."""
    shop = make_target("Troquinette")
    make_signal(shop, FINDING, seen_on=date(2026, 3, 18))
    return shop


def begin(page: Page, server: LiveServer, target: Target) -> None:
    page.goto(f"{server.url}/trouver/{target.pk}/proposition/")
    page.get_by_role("button", name="Partir de ma recherche").click()


def test_the_page_and_what_it_lacks_follow_what_is_typed(
    guarded: Page, live_server: LiveServer, target: Target
) -> None:
    begin(guarded, live_server, target)

    guarded.get_by_label("Le problème").fill(f"{FINDING} Et 72 % partent.")

    expect(guarded.locator("#apercu mark")).to_have_text(["38\u00a0avis sur 140"])
    expect(guarded.locator("#apercu a.flag").first).to_contain_text("72")
    expect(guarded.get_by_role("heading", level=1)).to_contain_text("sans preuve")
    guarded.get_by_label("Ce que vous livrez").fill("\n".join(f"Semaine {one}" for one in range(1, 45)))
    expect(guarded.locator("#apercu")).to_contain_text("Trop long")
    expect(guarded.locator("#apercu .alert li").last).to_be_visible()
    check_looks(guarded)
    assert Proposal.objects.get().deliverables == ""


def test_it_is_written_and_looked_at_without_script(
    without_script: Page, live_server: LiveServer, target: Target
) -> None:
    begin(without_script, live_server, target)
    without_script.get_by_label("La mission que vous proposez").fill("Compter le stock de trois boutiques.")

    without_script.get_by_role("button", name="Voir l’aperçu").click()
    expect(without_script.locator("#apercu")).to_contain_text("Compter le stock")
    without_script.get_by_role("button", name="Enregistrer").first.click()

    assert Proposal.objects.get().mission == "Compter le stock de trois boutiques."


def test_every_page_of_the_example_s_proposal_is_accessible(
    transactional_db: None, guarded: Page, live_server: LiveServer
) -> None:
    load_demo(on=date(2026, 4, 2))
    troquinette = Target.objects.get(organization__name="Troquinette")
    home = f"{live_server.url}/trouver/{troquinette.pk}/proposition/"

    for rest in ("", "mail/", "versions/", "versions/1/"):
        guarded.goto(home + rest)
        check_looks(guarded)
    guarded.goto(f"{live_server.url}/trouver/proposition/")
    check_looks(guarded)
    guarded.goto(home)
    guarded.get_by_role("button", name="Supprimer et repartir de zéro").click()
    check_looks(guarded)
    guarded.get_by_role("button", name="Annuler").click()

    expect(guarded.get_by_role("heading", level=1)).to_contain_text("tient sur une page")
