"""Trouver in a real browser: from a company of the register to an internship that opens in Cap."""

import io
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import check_looks
from tests.people import make_student
from tremplin.prospecting.models import Approach, Exchange, Target
from tremplin.site.home import Home

REGISTER = Path(__file__).parents[1] / "companies" / "data" / "sirene"
LONG_AGO = timedelta(days=12)
SIGNALS = (
    ("38 avis sur 140 citent une mise à jour qui efface les réglages.", "Avis publics", "Avis de clients"),
    ("La page d’aide renvoie vers 3 adresses différentes.", "Leur site", "Produit ou site"),
)


@pytest.fixture
def student(transactional_db: None, settings: Any, tmp_path: Path) -> None:
    """A student whose folder is empty."""
    settings.HOME = Home(tmp_path)
    make_student()


@pytest.mark.usefixtures("student")
def test_from_a_company_of_the_register_to_an_internship_in_cap(
    guarded: Page, live_server: LiveServer
) -> None:
    import_the_register(guarded, live_server)
    keep_a_company(guarded)
    note_signals(guarded)
    write_the_page(guarded)
    send_a_message(guarded)
    find_the_follow_up_in_cap(guarded, live_server)
    note_the_reply(guarded)
    open_the_internship(guarded, live_server)


def import_the_register(page: Page, server: LiveServer) -> None:
    page.goto(f"{server.url}/trouver/chercher/")
    page.get_by_role("link", name="Importer le registre").click()
    page.locator("#id_path").fill(str(REGISTER))
    page.get_by_role("button", name="Importer").click()
    expect(page.get_by_text("Import terminé.")).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="Chercher des entreprises").click()


def keep_a_company(page: Page) -> None:
    page.get_by_label("Activité", exact=True).fill("62.01Z")
    page.get_by_label("Autour de").fill("Nantes")
    page.get_by_label("Distance, en km").fill("30")
    page.get_by_role("button", name="Chercher", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 entreprise correspond")
    check_looks(page)
    page.get_by_role("button", name="Ajouter aux cibles").click()
    page.get_by_role("link", name="Déjà dans vos cibles").click()


def note_signals(page: Page) -> None:
    for quote, source, kind in SIGNALS:
        page.get_by_role("link", name="Noter un signal").first.click()
        page.get_by_label("Ce que j’ai lu ou vu").fill(quote)
        page.get_by_label("Nature").select_option(kind.lower())
        page.get_by_label("Source", exact=True).fill(source)
        page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("38 avis sur 140").first).to_be_visible()


def write_the_page(page: Page) -> None:
    page.get_by_role("link", name=re.compile("proposition", re.IGNORECASE)).first.click()
    page.get_by_role("button", name="Partir de ma recherche").click()
    for label, text in (
        ("Le titre", "Que chaque réglage survive à une mise à jour"),
        ("Le problème", " ".join(quote for quote, *_others in SIGNALS)),
        ("Ce qu’il coûte", "Des clients recommencent, et l’équipe répond encore."),
        ("La mission que vous proposez", "Classer les retours et proposer trois corrections vérifiées."),
        ("Durée en semaines", "17"),
        ("Ce que vous livrez", "Semaine 4 : tous les retours classés\nSemaine 17 : méthode écrite"),
        ("Pourquoi vous", "Je tiens déjà un relevé public de ces avis."),
        ("Ce que vous demandez", "Vingt minutes la semaine prochaine ?"),
    ):
        page.get_by_label(label).first.fill(text)
    for box in page.locator("#id_signals input[type=checkbox]").all():
        box.check()
    page.get_by_role("button", name="Enregistrer").first.click()
    with page.expect_download() as started:
        page.get_by_role("link", name=re.compile("PDF")).first.click()
    printed = PdfReader(io.BytesIO(started.value.path().read_bytes()))
    assert len(printed.pages) == 1
    assert "38 avis sur 140" in printed.pages[0].extract_text().replace("\u00a0", " ").replace("\n", " ")


def send_a_message(page: Page) -> None:
    page.goto(f"{page.url.partition('/trouver/')[0]}/trouver/{Target.objects.get().pk}/personnes/")
    page.get_by_label("Prénom et nom, fonction").fill("Hélène Quintard, responsable produit")
    page.get_by_role("button", name="Ajouter").click()
    page.get_by_role("link", name="Écrire").first.click()
    page.get_by_text("Problème → solution").click()
    page.get_by_label("Civilité").select_option("Madame")
    page.get_by_role("button", name="Écrire le brouillon").click()
    expect(page.locator("#message")).to_have_value(re.compile("Madame Quintard"))
    page.get_by_label("Envoyé le").fill(f"{localdate() - LONG_AGO:%d/%m/%Y}")
    page.get_by_role("button", name="Marquer comme envoyé").click()
    assert Exchange.objects.filter(kind="sent").count() == 1


def find_the_follow_up_in_cap(page: Page, server: LiveServer) -> None:
    page.goto(f"{server.url}/")
    expect(page.get_by_text("Relancer Hélène Quintard").first).to_be_visible()


def note_the_reply(page: Page) -> None:
    page.goto(f"{page.url.rstrip('/')}/trouver/approches/{Approach.objects.get().pk}/")
    page.get_by_label("Sa réponse").fill("D’accord pour un stage de quatre mois.")
    page.get_by_label("Ce qui suit").select_option("un accord")
    page.get_by_role("button", name="Noter la réponse").click()


def open_the_internship(page: Page, server: LiveServer) -> None:
    page.get_by_label("Premier jour").fill("01/02/2027")
    page.get_by_label("Dernier jour").fill("28/05/2027")
    page.get_by_role("button", name="Créer le stage").click()
    page.goto(f"{server.url}/")
    expect(page.get_by_text("Vermeil", exact=False).first).to_be_visible()
    assert Target.objects.get().internship is not None
