"""The interview in a real browser: a practice session, the sheet of the day, the checked assistant."""

import io
import json
import re
from datetime import timedelta
from pathlib import Path

import pypdf
import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import check_looks
from tests.companies.stand_in import Reply, standing_in
from tests.people import make_student
from tremplin.stories.models import Practice


@pytest.mark.usefixtures("transactional_db")
def test_a_practice_session_then_the_sheet_of_the_day(guarded: Page, live_server: LiveServer) -> None:
    make_student()
    guarded.goto(f"{live_server.url}/recits/entretien/")
    guarded.get_by_role("link", name="Commencer", exact=True).click()
    guarded.get_by_role("link", name="Répondre en 60 secondes").click()
    expect(guarded.get_by_role("timer")).to_contain_text("Il reste")
    check_looks(guarded)
    guarded.get_by_role("radio", name=re.compile("Hésitant")).check()
    guarded.get_by_label("À améliorer").fill("Commencer par le résultat.")
    guarded.get_by_role("button", name="Noter et continuer").click()
    expect(guarded.get_by_role("heading", level=1)).to_contain_text("Pourquoi nous")
    guarded.set_viewport_size({"width": 1440, "height": 900})
    guarded.get_by_role("textbox", name="Vos mots").fill("Leur nouvel entrepôt. Ma carte des flux.")
    guarded.get_by_role("button", name="Garder").click()

    guarded.goto(f"{live_server.url}/recits/entretien/nouveau/")
    guarded.get_by_label("Chez qui").fill("Nordelle")
    guarded.get_by_label("Jour", exact=True).fill(
        (timezone.localdate() + timedelta(days=3)).strftime("%d/%m/%Y")
    )
    guarded.get_by_role("button", name="Enregistrer").click()
    with guarded.expect_download() as download:
        guarded.get_by_role("link", name="Fiche en A4").click()
    sheet = pypdf.PdfReader(io.BytesIO(Path(download.value.path()).read_bytes()))

    assert len(sheet.pages) == 1
    for words in ("Ma carte des flux.", "Commencer par le résultat.", "Nordelle, dans 3"):
        assert words in sheet.pages[0].extract_text()


@pytest.mark.usefixtures("transactional_db")
def test_a_session_works_without_script(without_script: Page, live_server: LiveServer) -> None:
    make_student()
    without_script.goto(f"{live_server.url}/recits/entretien/question/desaccord/?chrono=1")
    expect(without_script.get_by_role("timer")).to_contain_text("Jusqu’à")
    without_script.get_by_role("radio", name=re.compile("Juste")).check()
    without_script.get_by_role("button", name="Noter et continuer").click()
    expect(without_script.get_by_role("status").first).to_contain_text("Cette question revient dans")

    assert Practice.objects.get().question == "desaccord"


@pytest.mark.usefixtures("transactional_db")
def test_what_the_assistant_invents_is_refused_in_sight(guarded: Page, live_server: LiveServer) -> None:
    make_student()
    answer = {"choices": [{"message": {"content": "J’ai modéré une communauté de 9\u00a0000 membres."}}]}
    with standing_in() as stand_in:
        stand_in.always("assistant", Reply(json.dumps(answer).encode()))
        guarded.goto(f"{live_server.url}/recits/assistant/")
        guarded.get_by_label("Adresse").fill(f"{stand_in.address}/assistant/v1")
        guarded.get_by_label("Modèle").fill("petit")
        guarded.get_by_role("button", name="Garder et allumer").click()
        guarded.get_by_label("Votre phrase").fill("J’ai modéré une communauté de 5\u00a0000 membres.")
        guarded.get_by_label("Masquer les chiffres").uncheck()
        guarded.get_by_role("button", name="Voir ce qui partirait").click()
        expect(guarded.locator("pre")).to_contain_text("5\u00a0000 membres")
        check_looks(guarded)
        guarded.get_by_role("button", name="Envoyer", exact=True).click()
        expect(guarded.get_by_role("heading", level=1)).to_contain_text("Refusée")
        check_looks(guarded)
