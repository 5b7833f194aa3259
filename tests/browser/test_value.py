"""Valeur in a real browser: from an agreement and six weeks of entries to a deck that is presented."""

import io
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pptx import Presentation
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import check_axe, check_looks
from tests.evidence.oracle import numbers_said
from tests.people import make_student
from tests.value.made import full, make_followed
from tremplin.rights import demo as rights_demo
from tremplin.site.demo import load_demo
from tremplin.value import queries
from tremplin.value.models import CheckIn, Deck, Line, Showing, Slide
from tremplin.value.operations.check_ins import prepare_check_in

MONDAY = date(2026, 2, 9)
WEEKS = (
    ("Chaque lundi, toute l’équipe ressaisit les fiches à la main.", "Diagnostic", ""),
    ("J’ai compté 42 références de freins.", "Gestion de stock", ""),
    ("J’ai rédigé 4 fiches panne.", "Rédaction", "On s’en sert déjà."),
    ("Les écarts d’inventaire passent de 18 % à 6 %.", "Gestion de stock", ""),
    ("J’ai animé le point atelier avec 7 mécaniciens.", "Animation", "Court et utile."),
    (
        "Le point du lundi passe de 4 h 30 à 50 min par semaine.",
        "Analyse de données",
        "Je récupère mon lundi.",
    ),
)

# What the weeks say, then 4 h 30 less 50 min over 44 to 46 weeks, then the terms of the plan.
SAID = {"42", "4", "18", "6", "7", "30", "50", "3", "40", "44", "46", "162", "168", "60", "90"}


@pytest.fixture
def example(transactional_db: None) -> None:
    """Inès, her agreement, her internship, her journal and her deck."""
    load_demo(on=date(2026, 4, 2))


@pytest.fixture
def alice(transactional_db: None) -> None:
    """Alice, her internship and four entries."""
    make_student()
    full(make_followed())


@pytest.mark.usefixtures("transactional_db")
def test_from_an_agreement_through_six_weeks_and_a_check_in_to_a_deck(
    guarded: Page, live_server: LiveServer, tmp_path: Path
) -> None:
    make_student()
    rights_demo.load(on=date(2026, 4, 2))
    guarded.goto(f"{live_server.url}/stage/")
    guarded.get_by_role("button", name="Créer le stage").first.click()
    for week, (action, skill, words) in enumerate(WEEKS):
        note(guarded, live_server, MONDAY + timedelta(weeks=week), action, skill, words)

    hold_the_check_in(guarded, live_server)
    choose_the_project(guarded, live_server)
    guarded.goto(f"{live_server.url}/valeur/soutenance/entrees/")
    guarded.get_by_role("button", name="Préparer la soutenance").click()

    expect(guarded.locator(".strip > li")).to_have_count(5)
    with guarded.expect_download() as started:
        guarded.get_by_role("link", name="PowerPoint").click()
    started.value.save_as(tmp_path / "soutenance.pptx")
    assert_every_figure_is_in_the_journal((tmp_path / "soutenance.pptx").read_bytes())


def note(page: Page, server: LiveServer, on: date, action: str, skill: str, words: str) -> None:
    """Note an entry from the journal, its figures confirmed."""
    page.goto(f"{server.url}/journal/")
    page.locator("#id_action").fill(action)
    expect(page.locator("#lecture [name=entry]")).not_to_have_value("")
    page.evaluate("document.querySelectorAll('#noter details').forEach((each) => (each.open = true))")
    for box in page.locator("#lecture input[type=checkbox]").all():
        box.check()
    page.locator("#id_on").fill(f"{on:%d/%m/%Y}")
    page.locator("#id_more_skills").fill(skill)
    if words:
        page.locator("#id_words").fill(words)
        page.locator("#id_author_name").fill("Yann Le Goff")
    if "ressaisit" in action:
        page.locator("[name=pain_point]").first.check()
    page.locator("#noter").get_by_role("button", name="Noter", exact=True).click()
    expect(page.locator("#annonces")).to_contain_text("Noté.")


def hold_the_check_in(page: Page, server: LiveServer) -> None:
    """Prepare the mid-term check-in, then note what came of it."""
    page.goto(f"{server.url}/valeur/points/mi-parcours/")
    expect(page.get_by_label("Trois réussites")).to_have_value(contains("4 h 30 à 50 min"))
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_role("link", name="Noter ce qui s’est dit").click()
    page.get_by_label("Retour reçu, mot pour mot").fill("On veut vous garder.")
    page.get_by_label("Accepte d’être cité").select_option("oui")
    page.get_by_label("Vos engagements").fill("Écrire la procédure")
    page.get_by_role("button", name="Noter").click()
    expect(page.get_by_text("Écrire la procédure").first).to_be_visible()


def contains(words: str) -> re.Pattern[str]:
    """Match a value that holds these words, whatever their spaces."""
    return re.compile(r"\s".join(map(re.escape, words.split())))


def choose_the_project(page: Page, server: LiveServer) -> None:
    """Make a project of the pain point, and score it."""
    page.goto(f"{server.url}/valeur/projets/")
    page.get_by_role("button", name="En faire un projet").click()
    for name in ("Gêne", "Visibilité", "Faisable", "Données", "Relève", "Preuve"):
        page.get_by_label(name).first.select_option("4")
    page.get_by_label("Avant", exact=True).fill("270")
    page.get_by_label("Après", exact=True).fill("50")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("80 sur 100")).to_be_visible()


def assert_every_figure_is_in_the_journal(pptx: bytes) -> None:
    """Fail on a number that the six weeks do not say, in any text, table, chart or note of the deck."""
    slides = list(Presentation(io.BytesIO(pptx)).slides)
    assert len(slides) == 5
    shown = [(place, says) for place, slide in enumerate(slides, 1) for says in texts_of(slide)]
    assert any("4 h 30" in says.replace("\u00a0", " ") for _place, says in shown)
    assert [(place, says) for place, says in shown if not SAID.issuperset(numbers_said(says))] == []
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    series = [one for chart in charts for plot in chart.plots for one in plot.series]
    assert {value for one in series for value in one.values} in ({270, 50}, {18, 6})


def texts_of(slide: Any) -> Iterator[str]:
    """Give every text of a slide but its number: frames, cells, labels of charts, notes."""
    for shape in slide.shapes:
        if shape.has_text_frame and not (shape.is_placeholder and "Number" in shape.name):
            yield shape.text_frame.text
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
        if shape.has_chart:
            yield from (str(label) for plot in shape.chart.plots for label in plot.categories)
    yield slide.notes_slide.notes_text_frame.text


@pytest.mark.usefixtures("example")
def test_every_page_is_accessible_in_both_themes_on_laptop_and_phone(
    guarded: Page, live_server: LiveServer
) -> None:
    slides = Slide.objects.filter(deck__deleted_at=None)
    paths = (
        "", "decideur/", "soutenance/", "soutenance/entrees/", "soutenance/presenter/", "a-montrer/",
        "points/", "points/mi-parcours/", "points/mi-parcours/noter/", "projets/", "calcul/",
        "calcul/taches/ajouter/", "plan/", "fin/", *(f"soutenance/diapos/{slide.pk}/" for slide in slides),
    )  # fmt: skip
    for path in paths:
        guarded.goto(f"{live_server.url}/valeur/{path}")
        check_looks(guarded)
    for link in ("Ouvrir le registre", "Voir les candidats"):
        guarded.goto(f"{live_server.url}/valeur/")
        guarded.get_by_role("link", name=link).click()
        check_axe(guarded)


@pytest.mark.usefixtures("alice")
def test_a_slide_is_presented_with_the_keyboard_alone(guarded: Page, live_server: LiveServer) -> None:
    prepare(guarded, live_server)
    guarded.get_by_role("link", name="Présenter").click()
    keys, slides = guarded.keyboard, guarded.locator(".screens > section")

    expect(slides.nth(0)).to_be_visible()
    expect(slides.nth(1)).to_be_hidden()
    keys.press("ArrowRight")
    keys.press("Space")
    expect(slides.nth(2)).to_be_visible()
    expect(guarded.locator("[data-value-place]")).to_have_text("3 / 5")
    keys.press("N")
    chip = slides.nth(2).locator(".spoken .proof").first
    expect(chip).to_be_in_viewport()
    ink, sheet = (
        chip.evaluate(f"chip => getComputedStyle(chip).{name}") for name in ("color", "backgroundColor")
    )
    assert ink != sheet
    check_axe(guarded)
    keys.press("End")
    expect(slides.nth(4)).to_be_visible()
    keys.press("Home")
    expect(slides.nth(0)).to_be_visible()
    keys.press("Escape")
    expect(guarded).to_have_url(f"{live_server.url}/valeur/soutenance/")


def prepare(page: Page, server: LiveServer) -> None:
    """Prepare the deck from the best entries."""
    page.goto(f"{server.url}/valeur/soutenance/entrees/")
    page.get_by_role("button", name="Préparer la soutenance").click()


@pytest.mark.usefixtures("alice")
def test_a_figure_without_proof_is_refused_beside_its_sentence(
    guarded: Page, live_server: LiveServer
) -> None:
    prepare(guarded, live_server)
    guarded.get_by_role("link", name="1. Le besoin de départ").click()
    sentence = guarded.get_by_label("Phrase").first
    sentence.fill("Douze heures par semaine partaient là.")
    sentence.press("Control+Enter")

    expect(guarded.get_by_text("n’est dans aucune entrée choisie")).to_be_visible()
    expect(guarded.get_by_label("Phrase").first).to_have_value("Douze heures par semaine partaient là.")
    check_axe(guarded)
    guarded.get_by_label("Phrase").first.fill("Le point prenait 4 h 30.")
    guarded.get_by_role("button", name="Enregistrer").click()
    expect(guarded.get_by_role("status").get_by_text("Enregistré.")).to_be_visible()


@pytest.mark.usefixtures("alice")
def test_a_figure_leads_to_its_entry(guarded: Page, live_server: LiveServer) -> None:
    guarded.goto(f"{live_server.url}/valeur/a-montrer/")

    guarded.get_by_role("link", name="écarts d’inventaire").first.click()

    expect(guarded.get_by_text("J’ai mis en place un inventaire tournant.").first).to_be_visible()


@pytest.mark.usefixtures("alice")
def test_without_script_results_are_shown_and_slides_change(
    without_script: Page, live_server: LiveServer
) -> None:
    page = without_script
    page.goto(f"{live_server.url}/valeur/a-montrer/")
    page.get_by_role("checkbox").first.check()
    page.get_by_label("À qui").fill("Samia Kaddour")
    page.get_by_role("button", name="Noter comme montrés").click()
    assert Showing.objects.count() == 1
    page.get_by_role("button", name="Annuler").click()
    assert not Showing.objects.exists()

    prepare(page, live_server)
    page.get_by_role("button", name="Retirer la diapo 3").click()
    expect(page.locator(".strip > li")).to_have_count(4)
    page.get_by_role("button", name="Annuler").click()
    expect(page.locator(".strip > li")).to_have_count(5)
    page.get_by_role("link", name="Présenter").click()
    expect(page.locator(".screens > section").last).to_be_visible()


@pytest.mark.usefixtures("alice")
def test_two_tabs_on_a_check_in_show_both_texts(guarded: Page, live_server: LiveServer) -> None:
    internship = queries.followed(on=date(2026, 4, 2))
    assert internship is not None
    prepare_check_in(internship, "mid_term", revision=0, prepared={"question": "Qui décide\u00a0?"})
    guarded.goto(f"{live_server.url}/valeur/points/mi-parcours/")
    kept = CheckIn.objects.get()
    prepare_check_in(internship, "mid_term", revision=kept.revision, prepared={"question": "Et après\u00a0?"})

    guarded.get_by_label("Une question sur la suite").fill("Quel budget\u00a0?")
    guarded.get_by_role("button", name="Enregistrer").click()

    both = guarded.get_by_role("table")
    expect(both).to_contain_text("Quel budget")
    expect(both).to_contain_text("Et après")
    check_axe(guarded)


@pytest.mark.usefixtures("alice")
def test_long_words_never_break_the_phone(guarded: Page, live_server: LiveServer) -> None:
    prepare(guarded, live_server)
    long = "Anticonstitutionnellement" * 8
    Line.objects.filter(role="sentence").update(says=long)
    Slide.objects.update(title=long[:190])
    slides = Slide.objects.filter(deck=Deck.objects.get())
    for path in ("soutenance/", "soutenance/presenter/", f"soutenance/diapos/{slides[0].pk}/"):
        guarded.goto(f"{live_server.url}/valeur/{path}")
        check_looks(guarded)
