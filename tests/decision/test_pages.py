"""Choisir in pages: weights before scores, money, trial weights, the sheet, and what comes after."""

import io
import json
import re
from datetime import date
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any

import pypdf
import pytest
from click.testing import CliRunner
from django.test import Client
from django.utils import timezone

from tests.decision.made import (
    TODAY,
    make_decision,
    make_internship,
    make_option,
    scored,
    weighed,
)
from tests.filled import filled
from tests.people import make_student
from tests.typography import faults
from tremplin.accounts.queries import current_student
from tremplin.decision.cli import decision as command
from tremplin.decision.models import Criterion, Decision, Exam, Option, Review, Score
from tremplin.internships.queries import internships
from tremplin.law.words import euros
from tremplin.prospecting.models import Target
from tremplin.site.demo import load_demo

pytestmark = pytest.mark.django_db
INLINE = re.compile(r"<style|<script(?![^>]*src=)|\sstyle=|\son\w+=|javascript:")
ROOT = "/choisir/"
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Alice, on 2 April 2026."""
    make_student(birth_on=date(2005, 3, 15))
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_options: TODAY)


def text(client: Client, path: str) -> str:
    """Return a page that must be well, strict and written in French typography."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    page = answer.content.decode()
    assert faults(page) == []
    assert not INLINE.search(page)
    return unescape(page)


def two(**points: int) -> tuple[Decision, Option, Option]:
    """Return a decision between an apprenticeship and an internship; weights fixed when given."""
    decision = make_decision()
    first, second = make_option(decision), make_internship(decision)
    return (weighed(decision, **points) if points else decision), first, second


def heading(page: str) -> str:
    """Return the title of a page."""
    return re.sub(r"<[^>]+>", "", page.split("<h1>")[1].split("</h1>")[0])


def test_the_empty_room_says_what_it_is_for(client: Client) -> None:
    page = text(client, ROOT)

    assert "Ouvrir une décision" in page


def test_the_first_option_says_it_takes_two_and_folds_what_can_wait(client: Client) -> None:
    decision = make_decision()
    path = f"{ROOT}{decision.pk}/option/"
    first = text(client, path)

    assert heading(first) == "Première option sur deux"
    assert first.index("<details><summary>Diplôme, coûts et rythme") < first.index("Ce que cela coûte")

    refused = client.post(path, {"revision": "0"})
    assert "<details open><summary>Diplôme, coûts et rythme" in refused.content.decode()

    option = make_option(decision)
    assert heading(text(client, path)) != "Première option sur deux"
    assert "<details open><summary>Diplôme, coûts" in text(client, f"{ROOT}option/{option.pk}/")


def test_a_decision_is_opened_and_the_birth_date_kept_once(client: Client) -> None:
    typed = {"revision": "0", "title": "Mon M2", "birth_on": "16/03/2005", "nationality": "french",
             "territory": "national"}  # fmt: skip

    answer = client.post(f"{ROOT}commencer/", typed)

    decision = Decision.objects.get()
    assert answer.headers["Location"] == f"{ROOT}{decision.pk}/option/"
    assert current_student().birth_on == date(2005, 3, 16)
    assert decision.criteria.count() == 12
    assert not Score.objects.exists()


def test_an_option_is_typed_and_its_employer_found_once(client: Client) -> None:
    decision = make_decision()
    typed = {
        "revision": "0", "name": "Apprentissage", "kind": "apprenticeship", "employer": "Nordelle",
        "starts_on": "01/09/2026", "ends_on": "31/08/2027", "offered": "1 250,50", "alternation": "full",
    }  # fmt: skip

    answer = client.post(f"{ROOT}{decision.pk}/option/", typed)

    option = Option.objects.get()
    assert answer.status_code == 302
    assert (option.offered, str(option.organization)) == (Decimal("1250.50"), "Nordelle")


def test_refused_dates_keep_what_was_typed(client: Client) -> None:
    decision = make_decision()
    typed = {"revision": "0", "name": "Une option longue", "kind": "internship", "starts_on": "01/09/2026",
             "ends_on": "01/09/2025", "alternation": "weeks"}  # fmt: skip

    answer = client.post(f"{ROOT}{decision.pk}/option/", typed)

    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "La fin vient avant le début" in page
    assert "Dites combien de semaines" in page
    assert "Une option longue" in page
    assert not Option.objects.exists()


def test_an_option_starts_from_a_target(client: Client) -> None:
    load_demo(on=TODAY)  # alice has a door: nothing is loaded
    client.post("/trouver/ajouter/", {"name": "Nordelle"})
    decision = make_decision()
    target = Target.objects.get()

    page = text(client, f"{ROOT}{decision.pk}/option/")
    chosen = text(client, f"{ROOT}{decision.pk}/option/?depuis=cible-{target.pk}")

    assert "cible-" in page
    assert 'value="Nordelle"' in chosen


def test_scores_wait_for_the_weights(client: Client) -> None:
    decision, *_options = two()

    answer = client.get(f"{ROOT}{decision.pk}/notes/")

    assert answer.headers["Location"] == f"{ROOT}{decision.pk}/poids/"
    assert heading(text(client, f"{ROOT}{decision.pk}/")) == "Dites d’abord ce qui compte pour vous"


@pytest.mark.parametrize(("points", "said"), [(86, "Il reste 10 points"), (99, "Il y a 3 points de trop")])
def test_weights_must_make_a_hundred(client: Client, points: int, said: str) -> None:
    decision, *_options = two()
    page = client.get(f"{ROOT}{decision.pk}/poids/").content.decode()
    keys = {row.key: row.pk for row in Criterion.objects.filter(decision=decision)}
    typed = {**filled(page), f"weight-{keys['pay']}": str(points), f"weight-{keys['load']}": "4"}

    answer = client.post(f"{ROOT}{decision.pk}/poids/", typed)

    assert answer.status_code == 422
    assert said in unescape(answer.content.decode())
    assert f'value="{points}"' in answer.content.decode()


def test_weights_are_scaled_to_a_hundred_when_asked(client: Client) -> None:
    decision, *_options = two()
    page = client.get(f"{ROOT}{decision.pk}/poids/").content.decode()
    keys = {row.key: row.pk for row in Criterion.objects.filter(decision=decision)}
    typed = {**filled(page), f"weight-{keys['pay']}": "3", f"weight-{keys['load']}": "4", "scale": "1"}

    client.post(f"{ROOT}{decision.pk}/poids/", typed)

    weights = dict(Criterion.objects.filter(decision=decision).values_list("key", "weight"))
    assert (weights["pay"], weights["load"], sum(weights.values())) == (43, 57, 100)
    assert Decision.objects.get().weights_fixed_at is not None


def test_a_criterion_of_mine_is_added_and_its_removal_undone(client: Client) -> None:
    decision = make_decision()

    client.post(f"{ROOT}{decision.pk}/critere/", {"name": "Handball"})
    mine = Criterion.objects.get(name="Handball")
    client.post(f"{ROOT}critere/{mine.pk}/retirer/")
    without = text(client, f"{ROOT}{decision.pk}/poids/")
    client.post(f"{ROOT}critere/{mine.pk}/retablir/")

    assert f'name="weight-{mine.pk}"' not in without
    assert f'name="weight-{mine.pk}"' in text(client, f"{ROOT}{decision.pk}/poids/")


def test_a_fifteenth_criterion_is_refused(client: Client) -> None:
    decision = make_decision()
    for at in range(2):
        client.post(f"{ROOT}{decision.pk}/critere/", {"name": f"Critère {at}"})

    answer = client.post(f"{ROOT}{decision.pk}/critere/", {"name": "Un de trop"})

    assert answer.status_code == 422
    assert "Un de trop" in answer.content.decode()
    assert not Criterion.objects.filter(name="Un de trop").exists()


def test_scores_are_kept_with_their_reason_and_may_stay_empty(client: Client) -> None:
    decision, first, second = two(pay=60, load=40)
    pay = Criterion.objects.get(decision=decision, key="pay")
    path = f"{ROOT}{decision.pk}/notes/"
    page = text(client, path)
    cell = f"{first.pk}-{pay.pk}"

    client.post(path, {**filled(page), f"value-{cell}": "4", f"note-{cell}": "Offre lue"})

    kept = Score.objects.get(option=first, criterion=pay)
    assert (kept.value, kept.note) == (4, "Offre lue")
    assert Score.objects.get(option=second, criterion=pay).value is None
    assert "checked" not in page.split("<main")[1]
    assert "Offre lue" in text(client, path)


def test_a_stale_save_of_scores_shows_both_and_loses_nothing(client: Client) -> None:
    decision, first, second = two(pay=60, load=40)
    path = f"{ROOT}{decision.pk}/notes/"
    pay = Criterion.objects.get(decision=decision, key="pay")
    old = filled(client.get(path).content.decode())
    scored(decision, {first: {"pay": 2}, second: {"pay": 3}})

    answer = client.post(path, {**old, f"note-{first.pk}-{pay.pk}": "Ma raison"})

    assert answer.status_code == 409
    assert "Ma raison" in answer.content.decode()
    assert "Rémunération, Apprentissage, pourquoi" in unescape(answer.content.decode())
    assert Score.objects.get(option=first, criterion=pay).value == 2


def test_the_title_states_the_answer_and_what_is_missing(client: Client) -> None:
    decision, first, second = two(pay=60, load=40)

    assert heading(text(client, f"{ROOT}{decision.pk}/")) == "Il manque quatre notes pour trancher"

    scored(decision, {first: {"pay": 5, "load": 5}, second: {"pay": 1, "load": 2}})
    assert heading(text(client, f"{ROOT}{decision.pk}/")) == "«\u00a0Apprentissage\u00a0» l’emporte"


def test_weights_tried_change_the_answer_and_save_nothing(client: Client) -> None:
    decision, first, second = two(pay=60, load=40)
    scored(decision, {first: {"pay": 5, "load": 1}, second: {"pay": 2, "load": 5}})
    keys = {row.key: row.pk for row in Criterion.objects.filter(decision=decision)}
    tried = {f"weight-{keys['pay']}": "10", f"weight-{keys['load']}": "90"}

    page = client.get(f"{ROOT}{decision.pk}/essai/", tried).content.decode()
    fragment = client.get(f"{ROOT}{decision.pk}/essai/", tried, headers=HTMX).content.decode()

    assert "«\u00a0Stage\u00a0» l’emporte" in unescape(fragment)
    assert trial_of(page) == trial_of(fragment)
    assert totals_of(page) == totals_of(fragment) == ["28", "94"]
    assert "<html" not in fragment
    assert Criterion.objects.get(pk=keys["pay"]).weight == 60
    assert faults(page) == []


def trial_of(page: str) -> str:
    """Return the node of the weights tried, its spaces at the line ends aside."""
    inside = page[page.index('<div id="trial"') :].split("</div>\n</div>")[0]
    return re.sub(r"\s+", " ", inside)


def totals_of(page: str) -> list[str]:
    """Return the totals under the table, as written."""
    return re.findall(r'<output id="total-[^>]+>(\d+)</output>', page)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("0", "Tous les poids sont à 0"), ("abc", "nombre entier"), ("", "Écrivez un nombre, 0 au besoin")],
)
def test_weights_that_cannot_be_tried_are_refused_with_a_sentence(
    client: Client, typed: str, said: str
) -> None:
    decision, first, second = two(pay=100)
    scored(decision, {first: {"pay": 5}, second: {"pay": 2}})
    path, tried = f"{ROOT}{decision.pk}/essai/", {f"weight-{Criterion.objects.get(key='pay').pk}": typed}

    answers = [client.get(path, tried), client.get(path, tried, headers=HTMX)]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert all(said in unescape(answer.content.decode()) for answer in answers)
    assert "essai\u00a0: rien n’est enregistré" not in answers[0].content.decode()


def test_two_options_of_one_name_keep_their_own_totals(client: Client) -> None:
    decision, first, _second = two(pay=100)
    twin = make_internship(decision, first.name)
    scored(decision, {first: {"pay": 5}, _second: {"pay": 3}, twin: {"pay": 1}})

    page = text(client, f"{ROOT}{decision.pk}/")

    assert totals_of(page) == ["100", "60", "20"]
    assert heading(page) == "«\u00a0Apprentissage (A)\u00a0» l’emporte"
    assert re.search(r"100 60 20", re.sub(r"\s+", " ", read(client, decision).pages[0].extract_text()))


def test_a_choice_is_never_made_by_default(client: Client) -> None:
    decision, *_options = two(pay=100)
    path = f"{ROOT}{decision.pk}/choisir/"
    typed = {**filled(text(client, path)), "review_on": "01/01/2020"}

    answer = client.post(path, typed)

    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "Dites quelle option vous choisissez" in page
    assert "Ce jour est passé" in page
    assert Decision.objects.get().chosen is None


def test_the_page_and_the_command_give_the_same_figures(client: Client, tmp_path: Path) -> None:
    decision, first, second = two(pay=60, load=40)
    decision = scored(decision, {first: {"pay": 5, "load": 2}, second: {"pay": 2, "load": 4}})
    page = text(client, f"{ROOT}{decision.pk}/")
    question = {
        "today": TODAY.isoformat(),
        "student": {"birth_on": "2005-03-15", "nationality": "french"},
        "options": [as_asked(row) for row in (first, second)],
        "criteria": [{"key": "pay", "weight": 60}, {"key": "load", "weight": 40}],
        "scores": [
            {"option": str(option.pk), "criterion": key, "value": value}
            for option, values in ((first, {"pay": 5, "load": 2}), (second, {"pay": 2, "load": 4}))
            for key, value in values.items()
        ],
    }
    file = tmp_path / "question.json"
    file.write_text(json.dumps(question), encoding="utf-8")

    found = json.loads(CliRunner().invoke(command, ["compare", str(file), "--json"]).output)

    assert heading(page) == found["matrix"]["title"]
    wins = found["matrix"]["wins"].values()
    assert all(f"premier dans {round(share * 100)}\u00a0% des" in page for share in wins)
    assert totals_of(page) == [
        str(round(place["total"]))
        for place in sorted(found["matrix"]["ranking"], key=lambda each: each["option"])
    ]
    for option in found["options"]:
        assert euros(Decimal(option["money"]["monthly_net"])) in page
        months = text(client, f"{ROOT}option/{option['key']}/mois/")
        assert all(euros(Decimal(month["net"])) in months for month in option["money"]["months"])


def as_asked(row: Option) -> dict[str, Any]:
    """Write an option as the command reads it."""
    return {
        "key": str(row.pk), "name": row.name, "kind": row.kind, "starts_on": row.starts_on.isoformat(),
        "ends_on": row.ends_on.isoformat(), "public_employer": False, "validated": True,
    }  # fmt: skip


def test_every_cell_of_the_months_has_its_formula_and_its_text(client: Client) -> None:
    decision = make_decision()
    option = make_option(decision, offered=Decimal(900), rent=Decimal(380))

    page = text(client, f"{ROOT}option/{option.pk}/mois/")

    assert page.count("<details><summary>") >= 12
    assert "Code du travail, art. D. 6222-26" in page
    assert "sous le minimum légal" in page
    assert "Loyer" in page
    assert "Caf" in page


def test_dates_without_known_figures_are_said_on_the_page(client: Client) -> None:
    decision = make_decision()
    option = make_option(decision, starts_on=date(1990, 9, 1), ends_on=date(1991, 8, 31))

    assert "Aucune valeur connue" in text(client, f"{ROOT}{decision.pk}/")
    assert "Aucune valeur connue" in text(client, f"{ROOT}option/{option.pk}/mois/")
    assert client.get(f"{ROOT}{decision.pk}/feuille.pdf").status_code == 200


def test_what_forbids_an_option_is_shown_before_its_money(client: Client) -> None:
    decision = make_decision()
    make_internship(decision, ends_on=date(2028, 1, 31))

    page = text(client, f"{ROOT}{decision.pk}/")

    assert page.index("bloque") < page.index("Argent")
    assert "six mois" in page


def test_exams_are_drawn_removed_and_brought_back(client: Client) -> None:
    decision, *_options = two()
    typed = {"name": "Partiels", "first_on": "11/01/2027", "last_on": "15/01/2027"}

    client.post(f"{ROOT}{decision.pk}/examens/", typed)
    exam = Exam.objects.get()
    shown = text(client, f"{ROOT}{decision.pk}/")
    client.post(f"{ROOT}examens/{exam.pk}/retirer/")
    hidden = text(client, f"{ROOT}{decision.pk}/")
    client.post(f"{ROOT}examens/{exam.pk}/retablir/")

    assert "examens pendant l’entreprise" in shown
    assert "examens pendant l’entreprise" not in hidden
    assert "examens pendant l’entreprise" in text(client, f"{ROOT}{decision.pk}/")


def test_refused_exams_stay_typed(client: Client) -> None:
    decision, *_options = two()

    answer = client.post(
        f"{ROOT}{decision.pk}/examens/", {"name": "Oraux", "first_on": "15/01/2027", "last_on": "11/01/2027"}
    )

    assert answer.status_code == 422
    assert "Oraux" in answer.content.decode()


def test_an_option_saved_after_its_removal_comes_back_with_what_was_typed(client: Client) -> None:
    _decision, first, _second = two()
    path = f"{ROOT}option/{first.pk}/"
    typed = {**filled(client.get(path).content.decode()), "name": "Apprentissage à Lyon"}
    client.post(f"{path}retirer/")

    answer = client.post(path, typed, follow=True)

    kept = Option.objects.get(pk=first.pk)
    assert (kept.name, kept.deleted_at) == ("Apprentissage à Lyon", None)
    assert f"{path}retirer/" in answer.content.decode()


def test_criteria_without_points_wait_folded_on_the_page_of_scores(client: Client) -> None:
    decision, *_options = two(pay=60, load=40)

    page = text(client, f"{ROOT}{decision.pk}/notes/")
    weighed_part, folded = page.split("Les noter quand même")

    assert weighed_part.count("<fieldset") == 4
    assert folded.count("<fieldset") == 20


def test_an_option_and_a_decision_leave_and_come_back(client: Client) -> None:
    decision, first, _second = two()

    removed = client.post(f"{ROOT}option/{first.pk}/retirer/", follow=True).content.decode()
    client.post(f"{ROOT}option/{first.pk}/retablir/")
    client.post(f"{ROOT}{decision.pk}/retirer/")
    gone = client.get(f"{ROOT}{decision.pk}/")
    client.post(f"{ROOT}{decision.pk}/retablir/")

    assert f"/choisir/option/{first.pk}/retablir/" in removed
    assert gone.status_code == 404
    assert "Apprentissage" in text(client, f"{ROOT}{decision.pk}/")


def test_the_choice_opens_in_cap_and_its_search_in_finding(client: Client) -> None:
    decision, first, _second = two(pay=100)
    client.post(
        f"{ROOT}option/{first.pk}/",
        {**filled(client.get(f"{ROOT}option/{first.pk}/").content.decode()), "employer": "Nordelle"},
    )
    path = f"{ROOT}{decision.pk}/choisir/"
    typed = {**filled(client.get(path).content.decode()), "option": str(first.pk), "why": "Un an.",
             "review_on": "01/02/2027"}  # fmt: skip

    client.post(path, typed)
    opened = client.post(f"{ROOT}option/{first.pk}/ouvrir/")
    client.post(f"{ROOT}option/{first.pk}/ouvrir/")
    searched = client.post(f"{ROOT}option/{first.pk}/chercher/")

    internship = internships().get()
    assert opened.headers["Location"] == f"/stage/{internship.pk}/"
    assert internship.experience.ends_on == first.ends_on
    assert internship.experience.title == "Alternance chez Nordelle"
    assert searched.headers["Location"] == f"/trouver/{Target.objects.get().pk}/"
    assert heading(text(client, f"{ROOT}{decision.pk}/")) == "Vous avez choisi «\u00a0Apprentissage\u00a0»"


def test_the_choice_is_taken_back_and_keeps_its_reasons(client: Client) -> None:
    decision, first, _second = two(pay=100)
    path = f"{ROOT}{decision.pk}/choisir/"
    page = filled(client.get(path).content.decode())
    client.post(path, {**page, "option": str(first.pk), "why": "Un an."})

    client.post(f"{ROOT}{decision.pk}/revenir/")

    kept = Decision.objects.get()
    assert (kept.chosen, kept.why) == (None, "Un an.")


def test_the_review_holds_scores_given_against_those_lived(client: Client) -> None:
    decision, first, second = two(pay=100)
    decision = scored(decision, {first: {"pay": 5}, second: {"pay": 2}})
    path = f"{ROOT}{decision.pk}/choisir/"
    client.post(path, {**filled(client.get(path).content.decode()), "option": str(first.pk)})
    pay = Criterion.objects.get(decision=decision, key="pay")
    path = f"{ROOT}{decision.pk}/bilan/"
    page = text(client, path)

    typed = {**filled(page), "happened": "Bien.", "same_again": "True", f"lived-{pay.pk}": "3"}
    client.post(path, typed)
    stale = client.post(path, typed)

    score = Score.objects.get(option=first, criterion=pay)
    assert (score.value, score.lived) == (5, 3)
    assert Review.objects.get().same_again is True
    assert stale.status_code == 409


def test_without_a_choice_there_is_nothing_to_review(client: Client) -> None:
    decision, *_options = two()

    assert client.get(f"{ROOT}{decision.pk}/bilan/").status_code == 404


def read(client: Client, decision: Decision) -> pypdf.PdfReader:
    """Return the sheet of a decision, read back."""
    return pypdf.PdfReader(io.BytesIO(client.get(f"{ROOT}{decision.pk}/feuille.pdf").content))


def test_the_sheet_is_one_tagged_dated_page_with_the_figures_of_the_room(client: Client) -> None:
    decision, first, second = two(pay=60, load=40)
    decision = scored(decision, {first: {"pay": 5, "load": 2}, second: {"pay": 2, "load": 4}})
    page = text(client, f"{ROOT}{decision.pk}/")

    sheet = read(client, decision)

    words = re.sub(r"\s+", " ", sheet.pages[0].extract_text())
    nets = re.findall(r"<strong>(\d[\d\u00a0]*,\d\d)\u00a0€", page)
    assert len(sheet.pages) == 1
    assert "/StructTreeRoot" in sheet.root_object
    assert "2 avril 2026" in words
    assert "Rémunération" in words
    assert len(nets) == 2
    assert all(re.sub(r"\s", " ", net) in words for net in nets)


def test_a_full_sheet_still_holds_on_one_page(client: Client) -> None:
    decision = make_decision(title="Une décision au nom plutôt long pour une seule page")
    rows = [make_option(decision, f"Option numéro {at} au nom assez long") for at in range(4)]
    points = {row.key: 8 for row in Criterion.objects.filter(decision=decision)}
    decision = weighed(decision, **points)
    scored(decision, {row: dict.fromkeys(points, 3) for row in rows[:3]})
    Decision.objects.update(why="Une raison écrite. " * 25)

    assert len(read(client, decision).pages) == 1


def test_without_an_option_there_is_no_sheet_to_print(client: Client) -> None:
    decision = make_decision()

    answer = client.get(f"{ROOT}{decision.pk}/feuille.pdf", follow=True)

    assert "Ajoutez une option avant d’imprimer" in answer.content.decode()
    assert "feuille.pdf" not in text(client, f"{ROOT}{decision.pk}/")


def test_the_sheet_says_what_parents_ask(client: Client) -> None:
    decision = make_decision()
    make_option(decision, validated=None, rent=Decimal(380), tuition=Decimal(600), alternation="weeks",
                company_part=3, school_part=1)  # fmt: skip

    words = re.sub(r"\s+", " ", read(client, decision).pages[0].extract_text())

    assert "12 mois, du 1er septembre 2026 au 31 août 2027" in words
    assert "35 h par semaine pleine, 3 semaines en entreprise pour 1 à l’école" in words
    assert "Reste après : loyer 380 € par mois, 600 € de scolarité en tout" in words
    assert "À vérifier pour A. diplôme et école" in words
    assert "SMIC horaire brut : valeur publiée seulement jusqu’au 31 décembre 2026" in words


def test_insiders_answers_stand_beside_the_criterion_they_inform(client: Client) -> None:
    current_student().delete()
    load_demo(on=TODAY)
    decision = Decision.objects.get()

    scores = text(client, f"{ROOT}{decision.pk}/notes/")
    page = text(client, f"{ROOT}{decision.pk}/")

    assert "réponse en conversation" in re.sub(r"\s+", " ", scores)
    assert "B, Julie Rousseau, 21 mars 2026" in re.sub(r"\s", " ", page)


def test_hiring_chances_without_a_source_are_never_shown(client: Client) -> None:
    decision, *_options = two(pay=100)

    pages = text(client, f"{ROOT}{decision.pk}/notes/") + text(client, f"{ROOT}{decision.pk}/")

    assert "+30" not in pages
    assert "+70" not in pages


def test_addresses_of_what_is_not_there_answer_404(client: Client) -> None:
    for path in ("9/", "option/9/", "option/9/mois/", "9/poids/", "9/feuille.pdf"):
        assert client.get(f"{ROOT}{path}").status_code == 404
