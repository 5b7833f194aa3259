"""The pages of Valeur work as plain pages."""

import io
import re
import zipfile
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.people import make_student
from tests.typography import faults
from tests.value import made
from tremplin.internships.models import Goal
from tremplin.journal.models import Feedback
from tremplin.law.words import day
from tremplin.value.domain.internship import Followed
from tremplin.value.models import Case, CheckIn, Commitment, Deck, Duty, Line, Showing, Slide

pytestmark = pytest.mark.django_db
INLINE = re.compile(r"<style|<script(?![^>]*src=)|\sstyle=|\son\w+=|javascript:")


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first Friday of April, in the ninth week of the internship."""
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_options: made.TODAY)


@pytest.fixture
def internship() -> Followed:
    """Alice's internship, with four entries."""
    make_student()
    found = made.make_followed(missions=("Tenir un inventaire",))
    made.full(found)
    return found


@pytest.fixture
def deck(client: Client, internship: Followed) -> Deck:
    """Her deck, with every entry."""
    client.post("/valeur/soutenance/entrees/", {"entries": every_entry(client)})
    return Deck.objects.get(deleted_at=None)


def every_entry(client: Client) -> list[str]:
    """Return the keys the page of entries offers."""
    return re.findall(
        r'name="entries" value="(\d+)"', client.get("/valeur/soutenance/entrees/").content.decode()
    )


def text(client: Client, path: str) -> str:
    """Return a page that must be well, light, strict and written in French typography."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    page = answer.content.decode()
    assert faults(page) == []
    assert not INLINE.search(page)
    assert len(answer.content) < 40 * 1024
    return page


def hidden(page: str) -> dict[str, str]:
    """Return the revision a page carries."""
    found = re.search(r'name="revision" value="(\d+)"', page)
    assert found is not None
    return {"revision": found[1]}


def typed(page: str) -> dict[str, str]:
    """Return what the fields of a page hold, as a browser would send them."""
    texts = re.findall(r'<textarea name="([\w-]+)"[^>]*>\s*(.*?)</textarea>', page, re.DOTALL)
    fields = re.findall(r'<input type="text" name="([\w-]+)"(?:[^>]*? value="([^"]*)")?', page)
    return {name: value.replace("&#x27;", "'").replace("&quot;", '"') for name, value in (*texts, *fields)}


def saved(client: Client, path: str, data: Any) -> str:
    """Post and return the page that follows."""
    answer = client.post(path, data, follow=True)
    assert answer.status_code == 200, answer.content.decode()[:3000]
    return answer.content.decode()


def test_without_internship_the_room_says_what_to_do(client: Client) -> None:
    make_student()

    assert "Créer le stage" in text(client, "/valeur/")
    for page in ("calcul", "fin", "a-montrer", "projets", "plan", "decideur", "points"):
        assert client.get(f"/valeur/{page}/").headers["Location"] == "/valeur/"


@pytest.mark.parametrize(
    "path",
    [
        "", "decideur/", "soutenance/entrees/", "a-montrer/", "points/", "points/mi-parcours/",
        "points/trois-quarts/", "points/mi-parcours/noter/", "projets/", "calcul/",
        "calcul/taches/ajouter/", "plan/",
    ],
)  # fmt: skip
def test_every_page_is_well_written(client: Client, internship: Followed, path: str) -> None:
    assert "<h1" in text(client, f"/valeur/{path}")


def test_the_room_is_lit_and_its_gauge_says_what_holds_it(client: Client, internship: Followed) -> None:
    page = text(client, "/valeur/")

    assert 'href="/valeur/" data-tremplin-go="v" aria-current="page"' in page
    assert "Bloqué à 50\u00a0%. Tant que rien n’est dit" in page
    assert "Demandez un point carrière de trente minutes." in page


def test_a_deck_is_prepared_seen_and_downloaded(client: Client, deck: Deck) -> None:
    page = text(client, "/valeur/soutenance/")

    assert page.count('<svg class="screen"') == 5
    for kind, start in (("pptx", b"PK"), ("pdf", b"%PDF")):
        answer = client.get(f"/valeur/soutenance/soutenance.{kind}")
        assert answer.content.startswith(start)
        assert f".{kind}" in answer.headers["Content-Disposition"]


def test_the_presentation_shows_every_slide_with_its_proofs(client: Client, deck: Deck) -> None:
    page = text(client, "/valeur/soutenance/presenter/")

    assert page.count("<section") == 5
    assert "show.js" in page
    assert "/journal/" in page


def test_a_slide_is_changed_and_a_figure_without_proof_is_refused_in_place(
    client: Client, deck: Deck
) -> None:
    slide = deck.slides.get(kind="need")
    path = f"/valeur/soutenance/diapos/{slide.pk}/"
    page = text(client, path)
    line = slide.lines.filter(role="sentence").first()
    assert line is not None
    words = {**typed(page), **hidden(page)}

    refused = client.post(path, {**words, f"line-{line.pk}": "Douze heures par semaine partaient là."})

    assert refused.status_code == 422
    assert "n’est dans aucune entrée choisie" in refused.content.decode()
    assert "Douze heures par semaine" in refused.content.decode()
    assert Line.objects.get(pk=line.pk).says == line.says
    page = saved(client, path, {**words, f"line-{line.pk}": "Le point prenait 4 h 30."})
    assert "4\u00a0h\u00a030" in page


def test_a_stale_slide_shows_both_texts(client: Client, deck: Deck) -> None:
    slide = deck.slides.get(kind="need")
    path = f"/valeur/soutenance/diapos/{slide.pk}/"
    words = {**typed(text(client, path)), **hidden(text(client, path))}
    saved(client, path, {**words, "title": "La version gardée"})

    answer = client.post(path, {**words, "title": "La version tardive"})

    assert answer.status_code == 409
    assert "La version gardée" in answer.content.decode()
    assert "La version tardive" in answer.content.decode()


def test_slides_and_lines_are_dropped_with_undo(client: Client, deck: Deck) -> None:
    slide = deck.slides.get(kind="chart")

    page = saved(client, f"/valeur/soutenance/diapos/{slide.pk}/retirer/", {})

    assert f"/valeur/soutenance/diapos/{slide.pk}/retablir/" in page
    saved(client, f"/valeur/soutenance/diapos/{slide.pk}/retablir/", {})
    line = slide.lines.filter(role="quote").first()
    assert line is not None
    page = saved(client, f"/valeur/soutenance/lignes/{line.pk}/retirer/", {})
    assert f"/valeur/soutenance/lignes/{line.pk}/retablir/" in page
    saved(client, f"/valeur/soutenance/lignes/{line.pk}/retablir/", {})
    assert Line.objects.get(pk=line.pk).dropped_at is None


def test_slides_move(client: Client, deck: Deck) -> None:
    last = deck.slides.get(kind="plan")

    saved(client, f"/valeur/soutenance/diapos/{last.pk}/monter/", {})

    kinds = list(Slide.objects.filter(deck=deck).values_list("kind", flat=True))
    assert kinds == ["need", "change", "chart", "plan", "skills"]


def test_the_deck_is_deleted_and_brought_back(client: Client, deck: Deck) -> None:
    page = saved(client, "/valeur/soutenance/supprimer/", {})

    assert f"/valeur/soutenance/{deck.pk}/retablir/" in page
    saved(client, f"/valeur/soutenance/{deck.pk}/retablir/", {})
    assert Deck.objects.get(pk=deck.pk).deleted_at is None


def test_changing_the_entries_keeps_the_words_and_withdraws_what_lost_its_proof(
    client: Client, deck: Deck
) -> None:
    kept = every_entry(client)[1:]

    saved(client, "/valeur/soutenance/entrees/", {"entries": kept, "keep": "1"})

    assert {str(entry.pk) for entry in deck.entries.all()} == set(kept)
    slide = deck.slides.get(kind="chart")
    link = f'<a href="/valeur/soutenance/diapos/{slide.pk}/">Diapo 3</a>'
    page = text(client, "/valeur/soutenance/")
    assert "Le PowerPoint et le PDF attendent" in page
    assert "n’est dans aucune entrée choisie" in page
    assert link in page
    assert "download" not in page
    answer = client.get("/valeur/soutenance/soutenance.pptx")
    assert answer.status_code == 409
    assert "n’est dans aucune entrée choisie" in answer.content.decode()
    assert link in answer.content.decode()


def test_results_are_shown_to_someone_and_taken_back(client: Client, internship: Followed) -> None:
    page = text(client, "/valeur/a-montrer/")
    entries = re.findall(r'name="entries" value="(\d+)"', page)
    assert len(entries) == 2
    assert "Deux\u00a0résultats à montrer à Samia Kaddour" in page
    assert "constaté par Samia Kaddour" in page
    assert "2\u00a0résultats à montrer à Samia Kaddour" in text(client, "/valeur/")
    assert "Auriez-vous dix minutes" in page

    page = saved(
        client, "/valeur/a-montrer/", {"entries": entries[:2], "to": "Samia Kaddour", "on": "02/04/2026"}
    )

    assert "2\u00a0résultats montrés." in page
    assert "2\u00a0avril 2026, Samia Kaddour" in page
    undo = re.search(r'action="(/valeur/a-montrer/[\d,]+/reprendre/)"', page)
    assert undo is not None
    saved(client, undo[1], {})
    assert not Showing.objects.exists()


def test_a_check_in_is_prepared_printed_and_held(client: Client, internship: Followed) -> None:
    path = "/valeur/points/mi-parcours/"
    page = text(client, path)
    words = typed(page)
    assert "point du lundi" in words["wins"]
    assert "ressaisi à la main" in words["blocked"]
    assert "Bonjour," in page

    saved(client, path, {**words, **hidden(page), "question": "Qui décide de la suite\u00a0?"})
    assert client.get(f"{path}page.pdf").content.startswith(b"%PDF")

    answers = {
        "held_on": "03/04/2026", "notes": "Bon échange.", "words": "On veut te garder.", "quotable": "yes",
        "author": "Samia Kaddour", "showed": "on", "mine": "Écrire la procédure\nMontrer le tableau",
        "theirs": "Ouvrir un accès",
    }  # fmt: skip
    page = saved(client, f"{path}noter/", {**answers, **hidden(text(client, f"{path}noter/"))})

    assert "Écrire la procédure" in page
    kept = Feedback.objects.get(words="On veut te garder.")
    assert (kept.author_name, kept.quotable) == ("Samia Kaddour", True)
    assert CheckIn.objects.get().held_on == date(2026, 4, 3)
    assert "Tout a été montré" in text(client, "/valeur/a-montrer/")
    assert "Écrire la procédure" in typed(text(client, "/valeur/points/trois-quarts/"))["promised"]
    assert "Tenu le 3\u00a0avril 2026" in text(client, "/valeur/")
    assert "Bloqué à 50" not in text(client, "/valeur/")


def test_a_check_in_refuses_a_figure_the_journal_does_not_prove(client: Client, internship: Followed) -> None:
    path = "/valeur/points/mi-parcours/"
    page = text(client, path)

    answer = client.post(path, {**typed(page), **hidden(page), "done": "J’ai traité 300 dossiers."})

    assert answer.status_code == 422
    assert "300" in answer.content.decode()
    assert not CheckIn.objects.exists()


def test_commitments_are_kept_with_undo(client: Client, internship: Followed) -> None:
    check_in = CheckIn.objects.create(internship_id=internship.pk, kind="mid_term")
    promised = check_in.commitments.create(text="Écrire la procédure")

    page = saved(client, f"/valeur/points/engagements/{promised.pk}/tenu/", {})

    assert f"/valeur/points/engagements/{promised.pk}/reprendre/" in page
    assert Commitment.objects.get().done_on == made.TODAY


def test_a_pain_point_becomes_a_scored_project(client: Client, internship: Followed) -> None:
    page = text(client, "/valeur/projets/")
    start = re.search(r'action="(/valeur/projets/depuis/\d+/)"', page)
    assert start is not None
    page = saved(client, start[1], {})
    found = re.search(r'href="/stage/projets/(\d+)/"', page)
    assert found is not None
    path = f"/valeur/projets/{found[1]}/"
    page = text(client, path)
    scores = {"pain": 5, "visibility": 4, "feasible": 3, "data": 2, "successor": 1, "proof": 5}

    page = saved(
        client,
        path,
        {
            **{f"{key}_score": value for key, value in scores.items()},
            **hidden(page),
            "before": "4,5",
            "after": "1",
        },
    )

    assert "74 sur 100" in page
    assert "(25 × 5 + 20 × 4 + 20 × 3 + 10 × 2 + 10 × 1 + 15 × 5) ÷ 5" in page
    assert "74\u00a0/ 100" in text(client, "/valeur/projets/") or "74 / 100" in text(
        client, "/valeur/projets/"
    )


def test_the_sums_print_their_formula_and_answer_to_the_assumptions(
    client: Client, internship: Followed
) -> None:
    page = text(client, "/valeur/calcul/")
    assert "3\u00a0h\u00a040 × 44 à 46\u00a0semaines" in page

    page = saved(
        client,
        "/valeur/calcul/",
        {
            **hidden(page),
            "weeks_low": "44",
            "weeks_high": "46",
            "cost_low": "20",
            "cost_high": "25",
            "cost_from": "Samia Kaddour",
            "employing_low": "30 000",
            "employing_high": "36 000",
        },
    )

    assert "3\u00a0227 à 4\u00a0216\u00a0€" in page
    assert "9 à 14\u00a0%" in page
    assert "÷" in page
    assert Case.objects.get().cost_from == "Samia Kaddour"


def test_swapped_bounds_are_refused_with_what_to_do(client: Client, internship: Followed) -> None:
    page = text(client, "/valeur/calcul/")

    answer = client.post(
        "/valeur/calcul/",
        {**hidden(page), "weeks_low": "46", "weeks_high": "44", "cost_low": "20", "cost_high": "25"},
    )

    assert answer.status_code == 422
    assert "Échangez-les." in answer.content.decode()


def test_a_frequency_is_stated_for_a_figure(client: Client, internship: Followed) -> None:
    path = re.search(r'href="(/valeur/calcul/frequence/\d+/)"', text(client, "/valeur/calcul/"))
    assert path is not None

    page = saved(
        client, path[1], {**hidden(text(client, path[1])), "low": "10", "high": "12", "counted": "on"}
    )

    assert "3\u00a0h\u00a040 × 10 à 12\u00a0fois" in page


def test_tasks_are_noted_changed_deleted_and_brought_back(client: Client, internship: Followed) -> None:
    saved(client, "/valeur/calcul/taches/ajouter/", {"revision": "0", "task": "Le tableau des pannes"})
    duty = Duty.objects.get()
    path = f"/valeur/calcul/taches/{duty.pk}/"

    page = saved(
        client, path, {**hidden(text(client, path)), "task": "Le tableau", "successor": "Yann Le Goff"}
    )

    assert "Relève\u00a0: Yann Le Goff" in page
    page = saved(client, f"{path}supprimer/", {})
    assert f"{path}retablir/" in page
    saved(client, f"{path}retablir/", {})
    assert Duty.objects.get().deleted_at is None


def test_the_plan_is_written_and_becomes_the_last_slide(client: Client, deck: Deck) -> None:
    page = text(client, "/valeur/plan/")

    saved(
        client,
        "/valeur/plan/",
        {
            **hidden(page),
            "deliverable_30": "Point du lundi transféré",
            "indicator_30": "deux lundis sans aide",
        },
    )

    assert "Point du lundi transféré" in text(client, "/valeur/soutenance/presenter/")
    assert client.get("/valeur/plan/plan.pdf").content.startswith(b"%PDF")


def test_naming_a_decider_lifts_a_ceiling(client: Client, internship: Followed) -> None:
    page = text(client, "/valeur/decideur/")
    assert text(client, "/valeur/").count("Bloqué à 80\u00a0%") == 1

    saved(client, "/valeur/decideur/", {**hidden(page), "name": "Nora Benali"})

    assert "Bloqué à 80\u00a0%" not in text(client, "/valeur/")
    assert "Nora Benali" in text(client, "/valeur/")


@pytest.mark.parametrize(
    ("path", "first", "second"),
    [
        ("decideur/", {"name": "Nora Benali"}, {"name": "Paul Rey"}),
        ("plan/", {"deliverable_30": "Une procédure"}, {"deliverable_30": "Un tableau"}),
        ("points/mi-parcours/", {"question": "Qui décide ?"}, {"question": "Et après ?"}),
        ("calcul/", {"weeks_low": "40", "weeks_high": "41"}, {"weeks_low": "42", "weeks_high": "43"}),
    ],
)
def test_two_tabs_never_overwrite_each_other(
    client: Client, internship: Followed, path: str, first: dict[str, str], second: dict[str, str]
) -> None:
    address = f"/valeur/{path}"
    saved(client, address, {**first, **hidden(text(client, address))})
    stale = hidden(text(client, address))
    saved(client, address, {**first, **stale})

    answer = client.post(address, {**second, **stale})

    assert answer.status_code == 409
    assert next(iter(second.values())) in answer.content.decode()


def test_an_empty_journal_still_gives_three_slides(client: Client) -> None:
    make_student()
    made.make_followed()
    assert "Il faut d’abord une entrée" in text(client, "/valeur/soutenance/entrees/")

    page = saved(client, "/valeur/soutenance/preparer/", {})

    assert page.count('<svg class="screen"') == 3
    assert client.get("/valeur/soutenance/soutenance.pdf").content.startswith(b"%PDF")


def test_a_figure_dropped_from_a_slide_can_be_chosen_again(client: Client, deck: Deck) -> None:
    slide = deck.slides.get(kind="change")
    path = f"/valeur/soutenance/diapos/{slide.pk}/"
    first = slide.lines.filter(role="figure").first()
    assert first is not None
    saved(client, f"/valeur/soutenance/lignes/{first.pk}/retirer/", {})
    offer = re.search(r'<option value="(figure-\d+)"', text(client, path))
    assert offer is not None

    page = saved(client, f"{path}ajouter/", {"offer": offer[1]})

    assert "Ajouté." in page
    assert slide.lines.filter(role="figure", dropped_at=None, impact=first.impact_id).count() == 1


def test_new_words_replace_those_a_slide_showed(client: Client, deck: Deck, internship: Followed) -> None:
    entry = made.stock(internship)
    made.quote(entry, "Enfin juste.", "Samia Kaddour")
    saved(client, "/valeur/soutenance/entrees/", {"entries": every_entry(client), "keep": "1"})
    slide = deck.slides.get(kind="chart")
    path = f"/valeur/soutenance/diapos/{slide.pk}/"
    offer = re.search(r'<option value="(quote-\d+)">«\u00a0Enfin juste', text(client, path))
    assert offer is not None

    saved(client, f"{path}ajouter/", {"offer": offer[1]})

    shown = slide.lines.filter(role="quote", dropped_at=None)
    assert [line.feedback.words for line in shown if line.feedback] == ["Enfin juste."]


def test_the_end_of_stage_kit_checks_the_attestation(client: Client, internship: Followed) -> None:
    page = text(client, "/valeur/fin/")
    assert "Accepteriez-vous d’écrire quelques lignes" in page
    assert "Yann Le Goff" in page

    said = "Durée effective totale de présence : 700 heures. Gratification versée : 3 307,50 €."
    wrong = saved(client, "/valeur/fin/", {"text": said, "hours": "735", "paid": "3307,50"})
    right = saved(client, "/valeur/fin/", {"text": said, "hours": "700", "paid": "3307,50"})

    assert "À faire corriger" in wrong
    assert "735\u00a0h" in wrong
    assert "dit ce qu’elle doit dire" in right


def test_the_outline_of_the_report_is_a_word_file(client: Client, internship: Followed) -> None:
    answer = client.get("/valeur/fin/rapport.docx")

    assert "Travail réalisé pour l’entreprise" in words_of_docx(answer.content)
    assert "point du lundi" not in words_of_docx(answer.content)
    whole = client.get("/valeur/fin/rapport.docx", {"entier": "oui"})
    assert "point du lundi" in words_of_docx(whole.content)


def words_of_docx(content: bytes) -> str:
    """Return every word of a Word file."""
    body = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", "", body)


def test_a_certificate_with_another_sum_or_end_is_set_beside_what_is_known(
    client: Client, internship: Followed
) -> None:
    said = "Du 02/02/2026 au 1er juin 2026. Durée totale de présence : 700 heures. Gratification : 2 000 €."

    page = saved(client, "/valeur/fin/", {"text": said, "hours": "700", "paid": "3600"})

    assert "Votre texte dit 2\u00a0000,00\u00a0€, vous avez reçu 3\u00a0600,00\u00a0€." in page
    known = day(internship.last_day)
    assert f"Date de fin\u00a0: votre texte dit 1er\u00a0juin 2026, votre stage dit {known}." in page
    assert "À faire corriger" in page


def test_someone_who_gave_words_is_kept_in_the_network(client: Client, internship: Followed) -> None:
    made.quote(made.stock(internship), "Très clair.", "Élodie Vasseur")
    assert "Élodie Vasseur" in text(client, "/valeur/fin/")

    saved(client, "/valeur/fin/equipe/", {"name": "Élodie Vasseur"})

    assert client.post("/valeur/fin/equipe/", {"name": "Personne"}).status_code == 404
    assert text(client, "/valeur/fin/").count("dans votre réseau") >= 3


def test_a_deck_without_slide_is_not_written(client: Client, deck: Deck) -> None:
    Slide.objects.update(dropped_at=made.NOW)

    page = client.get("/valeur/soutenance/soutenance.pdf", follow=True).content.decode()

    assert "Toutes les diapos sont retirées. Remettez-en une." in page
    assert text(client, "/valeur/soutenance/presenter/").count("<section") == 0


def test_a_private_goal_reaches_the_tutor_only_once_ticked(client: Client, internship: Followed) -> None:
    goal = Goal.objects.create(
        internship_id=internship.pk, kind="decision", text="Savoir si je pars", how_seen="un choix"
    )
    path = "/valeur/points/mi-parcours/"
    page = text(client, path)
    box = re.search(rf'<input type="checkbox" name="goals" value="{goal.pk}"[^>]*>', page)
    assert box is not None
    assert "checked" not in box[0]
    assert not any("Savoir si je pars" in said for said in typed(page).values())

    saved(client, path, {**typed(page), **hidden(page)})
    assert "Savoir" not in CheckIn.objects.get().promised + CheckIn.objects.get().next
    saved(client, path, {**typed(page), **hidden(text(client, path)), "goals": [str(goal.pk)]})

    assert CheckIn.objects.get().promised.splitlines()[-1] == "Savoir si je pars"


@pytest.mark.parametrize("column", ["promised", "question"])
def test_a_number_promised_or_asked_without_proof_is_said_beside_its_field(
    client: Client, internship: Followed, column: str
) -> None:
    path = "/valeur/points/mi-parcours/"
    page = text(client, path)

    answer = client.post(path, {**typed(page), **hidden(page), column: "Déjà 500 clients gagnés."})

    assert answer.status_code == 422
    assert "500" in answer.content.decode()
    assert not CheckIn.objects.exists()
