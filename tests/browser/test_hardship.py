"""A bad internship in a real browser: help first when it is grave, a story without names otherwise."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import check_looks
from tests.people import make_student

PHRASE = "quatre mots au hasard"


@pytest.mark.usefixtures("transactional_db")
def test_from_sylvie_s_bad_internship_to_the_sixty_second_story(
    without_script: Page, live_server: LiveServer
) -> None:
    make_student()
    page = without_script
    page.goto(f"{live_server.url}/recits/stage-difficile/")
    page.get_by_label("Êtes-vous sans mission").check()
    page.get_by_role("button", name="Voir quoi faire").click()
    page.get_by_role("link", name="Commencer le récit").click()
    expect(page.get_by_label("Aucune mission claire")).to_be_checked()
    page.get_by_label("Pas d’encadrant").check()
    page.get_by_label("Employeur").fill("Conserverie du Levant SAS")
    page.get_by_label("Premier jour").fill("05/01/2026")
    page.get_by_label("Dernier jour").fill("27/02/2026")
    page.get_by_role("button", name="Commencer").click()

    page.get_by_label("Le fait").fill("Stage de huit semaines chez CONSERVERIE DU LEVANT.")
    page.get_by_label("Ce que j’ai décidé").fill(
        "J’ai pris l’initiative de cartographier les processus logistiques."
    )
    page.get_by_label("L’effet mesurable").fill("J’ai repéré les goulets d’étranglement.")
    page.get_by_label("L’employeur, sans le nommer").fill("une PME de l’agroalimentaire")
    page.get_by_role("button", name="Enregistrer").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 passage à changer avant de raconter")
    page.get_by_role("button", name="Dire « dans une PME de l’agroalimentaire »").click()

    page.get_by_role("button", name="Reprendre cette phrase\u00a0: Ce que j’ai appris").click()

    told = page.locator("#oral")
    expect(told).to_contain_text("Stage de huit semaines dans une PME de l’agroalimentaire.")
    expect(told).to_contain_text("cartographier les processus logistiques")
    expect(page.locator("#ligne")).to_have_text(
        "Cartographie des processus logistiques : repérage des goulets d’étranglement."
    )
    expect(page.get_by_role("link", name="Télécharger le récit")).to_be_visible()


@pytest.mark.usefixtures("transactional_db")
def test_a_grave_case_stops_at_help_and_its_facts_are_sealed(guarded: Page, live_server: LiveServer) -> None:
    make_student()
    guarded.goto(f"{live_server.url}/recits/stage-difficile/")
    check_looks(guarded)
    guarded.get_by_label("Subissez-vous des propos").check()
    guarded.get_by_label("Vous ennuyez-vous").check()
    guarded.get_by_role("button", name="Voir quoi faire").click()

    expect(guarded.get_by_role("heading", level=1)).to_have_text("D’abord, vous mettre à l’abri")
    expect(guarded.get_by_role("link", name="Appeler le 17")).to_be_visible()
    expect(guarded.get_by_role("link", name="Commencer le récit")).to_have_count(0)
    check_looks(guarded)

    guarded.get_by_role("link", name="Ouvrir mes notes scellées").click()
    guarded.go_back()
    expect(guarded.get_by_role("heading", level=1)).to_have_text("D’abord, vous mettre à l’abri")
    guarded.get_by_role("link", name="Ouvrir mes notes scellées").click()
    guarded.get_by_label("Phrase secrète").fill(PHRASE)
    guarded.get_by_label("La même, une seconde fois").fill(PHRASE)
    guarded.get_by_label("J’ai compris").check()
    guarded.get_by_role("button", name="Créer mes notes").click()
    guarded.get_by_label("Ce qui s’est passé").fill("Il a crié devant toute l’équipe.")
    guarded.locator("#id_passphrase").fill(PHRASE)
    guarded.get_by_role("button", name="Sceller ce fait").click()
    expect(guarded.get_by_text("Il a crié")).to_have_count(0)
    guarded.locator("#open_passphrase").fill(PHRASE)
    guarded.get_by_role("button", name="Ouvrir").click()
    expect(guarded.get_by_text("Il a crié devant toute l’équipe.")).to_be_visible()
    expect(guarded.get_by_role("heading", level=1)).to_have_text(
        "Un fait noté visible sur cette page seulement"
    )
    check_looks(guarded)

    guarded.get_by_role("link", name="Stage difficile").click()
    expect(guarded.get_by_role("heading", level=1)).to_contain_text("Que se passe-t-il")
    guarded.go_back()
    expect(guarded.get_by_role("heading", level=1)).to_have_text("Vos notes sont fermées")
    expect(guarded.get_by_text("Il a crié")).to_have_count(0)
