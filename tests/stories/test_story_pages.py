"""A story told from an activity, proved, refused, changed in two windows, removed: as plain pages."""

import re
from datetime import date
from html import unescape

import pytest
from django.test import Client

from tests.filled import filled
from tests.people import make_student
from tests.stories.made import GUILD, make_story, prove
from tests.typography import faults
from tremplin.journal.models import Entry, Experience, Visibility
from tremplin.site.demo import load_demo
from tremplin.stories.models import Story
from tremplin.stories.queries.stories import proved_stories, stories, story

pytestmark = pytest.mark.django_db
INLINE = re.compile(r"<style|<script(?![^>]*src=)|\sstyle=|\son\w+=|javascript:")
ORIGIN = {"says": GUILD["context"], "where": "la page des membres", "on": "01/03/2026", "method": "measured"}


def test_three_questions_make_a_line_and_an_experience(client: Client) -> None:
    make_student(first_name="Alice")
    typed = filled(client.get("/recits/raconter/moderation/").content.decode())
    posted = client.post("/recits/raconter/moderation/", {**typed, **GUILD, "starts_on": "09/2023"})

    kept = Story.objects.get()
    assert posted["Location"] == f"/recits/{kept.pk}/"
    assert Experience.objects.get().kind == "project"
    page = unescape(client.get(posted["Location"]).content.decode())
    assert "modération des conflits et organisation d’un événement chaque semaine" in page
    assert "D’où vient «\u00a05\u00a0000 membres\u00a0»" in page


def test_a_figure_without_note_keeps_the_line_off_the_resume(client: Client) -> None:
    kept = make_story()
    before = proved_stories()

    client.post(f"/recits/{kept.pk}/chiffre/", ORIGIN)
    client.post(f"/recits/{kept.pk}/chiffre/", {**ORIGIN, "says": GUILD["result"]})

    assert before == ()
    assert [one.key for one in proved_stories()] == [kept.pk]


def test_saying_where_a_figure_comes_from_writes_a_dated_confirmed_note(client: Client) -> None:
    kept = make_story()

    client.post(f"/recits/{kept.pk}/chiffre/", ORIGIN)

    entry = Entry.objects.get()
    assert entry.action == f"{GUILD['context']} Source\u00a0: la page des membres."
    assert str(entry.date) == "2026-03-01"
    assert entry.experience_id == kept.experience_id
    assert entry.impacts.get().confirmed_at is not None
    page = client.get(f"/recits/{kept.pk}/").content.decode()
    assert f'href="/journal/entree/{entry.pk}/"><mark>5\u00a0000' in page


def test_numbers_of_the_source_prove_nothing(client: Client) -> None:
    kept = make_story()

    client.post(f"/recits/{kept.pk}/chiffre/", {**ORIGIN, "where": "un relevé de 25 % d’engagement"})

    told = story(kept.pk)
    assert told is not None
    assert [one.words.strip() for one in told.missing] == ["25\u00a0%"]


@pytest.mark.parametrize("change", [{"visibility": Visibility.PRIVATE}, {"draft": True}])
def test_a_note_that_may_not_leave_proves_nothing(change: dict[str, object]) -> None:
    kept = make_story()
    prove(kept, "context", "result")

    Entry.objects.update(**change)

    assert proved_stories() == ()


def test_a_refused_origin_keeps_what_was_typed(client: Client) -> None:
    kept = make_story()

    refused = client.post(f"/recits/{kept.pk}/chiffre/", {**ORIGIN, "on": "31/02/2026"})

    page = refused.content.decode()
    assert refused.status_code == 422
    assert "Février 2026 s’arrête au 28." in page
    assert "la page des membres" in page
    assert not Entry.objects.exists()


def test_a_new_experience_wants_its_beginning(client: Client) -> None:
    make_student(first_name="Alice")

    refused = client.post("/recits/raconter/guilde/", {"title": "Guilde", "action": "J’ai recruté."})

    assert refused.status_code == 422
    assert "Dites depuis quand" in refused.content.decode()
    assert "J’ai recruté." in refused.content.decode()
    assert not Experience.objects.exists()


def test_the_preview_shows_typed_words_and_saves_nothing(client: Client) -> None:
    kept = make_story()

    shown = client.post(
        f"/recits/{kept.pk}/apercu/", {**GUILD, "title": "x", "action": "J’ai réparé 12 vélos."}
    )

    page = shown.content.decode()
    assert page.strip().startswith('<div id="sorties">')
    assert "réparation de" in page
    assert Story.objects.get().action == GUILD["action"]


def test_the_fragment_is_the_page_s_own_node(client: Client) -> None:
    kept = make_story()
    page = client.get(f"/recits/{kept.pk}/").content.decode()

    fragment = client.post(f"/recits/{kept.pk}/apercu/", filled(page)).content.decode()

    assert fragment.strip() in page


def test_a_stale_save_shows_both_texts(client: Client) -> None:
    kept = make_story()
    typed = filled(client.get(f"/recits/{kept.pk}/").content.decode())
    client.post(f"/recits/{kept.pk}/", {**typed, "result": "Premier texte."})

    stale = client.post(f"/recits/{kept.pk}/", {**typed, "result": "Second texte."})

    page = stale.content.decode()
    assert stale.status_code == 409
    assert "Premier texte." in page
    assert "Second texte." in page


def test_a_removed_story_comes_back_and_its_notes_stay(client: Client) -> None:
    kept = make_story()
    prove(kept, "context")
    client.post(f"/recits/{kept.pk}/retirer/")
    gone = client.get(f"/recits/{kept.pk}/").status_code

    client.post(f"/recits/{kept.pk}/retablir/")

    assert gone == 404
    assert Entry.objects.filter(deleted_at=None).count() == 1
    assert len(stories()) == 1


def test_a_result_of_the_journal_becomes_a_story_already_proved(client: Client) -> None:
    first = make_story()
    prove(first, "result")
    client.post(f"/recits/{first.pk}/retirer/")
    entry = Entry.objects.get()
    address = f"/recits/raconter/journal/?entree={entry.pk}"

    typed = filled(client.get(address).content.decode())
    answers = {"title": "Le serveur", "action": GUILD["action"], "result": GUILD["result"]}
    client.post(address, {**typed, **answers, "context": "Un serveur de jeu."})

    told = stories()[0]
    assert told.evidence == (entry.pk,)
    assert told.missing == ()


def test_the_strongest_story_comes_first_and_the_title_says_how_many_are_ready(client: Client) -> None:
    make_story("Le club", words={"action": "On a participé."})
    strong = make_story()
    prove(strong, "context", "result")

    page = client.get("/recits/").content.decode()

    assert "Deux\u00a0récits, un prêt pour le CV" in page
    assert page.index("Modératrice d’un serveur de jeu") < page.index("Le club")


@pytest.mark.parametrize("path", ["", "raconter/", "raconter/tresorerie/", "raconter/journal/", "{story}/"])
def test_pages_are_french_and_hold_no_inline_code(client: Client, path: str) -> None:
    address = "/recits/" + path.format(story=make_story().pk)

    page = client.get(address).content.decode()

    assert faults(page) == []
    assert not INLINE.search(page)


def test_the_example_has_one_story_left_to_prove(client: Client) -> None:
    load_demo(on=date(2026, 4, 2))

    waiting = [one.title for one in stories() if not one.is_proved]
    page = client.get("/recits/").content.decode()

    assert waiting == ["Tournoi de handball"]
    assert "Sept\u00a0récits, six prêts pour le CV" in page


def test_an_empty_room_offers_three_starts(client: Client) -> None:
    make_student(first_name="Alice")

    page = client.get("/recits/").content.decode()

    assert "Votre premier récit tient en trois questions" in page
    for key in ("tresorerie", "moderation", "tournoi"):
        assert f'href="/recits/raconter/{key}/"' in page
    assert faults(page) == []


@pytest.mark.parametrize("path", ["raconter/inconnue/", "999/", "raconter/../x/"])
def test_an_unknown_address_is_not_found(client: Client, path: str) -> None:
    make_student(first_name="Alice")

    assert client.get(f"/recits/{path}").status_code == 404


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("09/2024", "2024-09-01"),
        ("9-2024", "2024-09-01"),
        ("septembre 2024", "2024-09-01"),
        ("15/09/2024", "2024-09-15"),
        ("2024-09-15", "2024-09-15"),
    ],
)
def test_a_month_is_enough_to_say_since_when(client: Client, typed: str, first: str) -> None:
    make_student(first_name="Alice")
    answers = {"title": "Guilde", "action": "J’ai recruté.", "starts_on": typed}

    client.post("/recits/raconter/guilde/", answers)

    assert str(Experience.objects.get().starts_on) == first
