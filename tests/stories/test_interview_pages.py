"""The pages of the interview: due questions, prepared answers, the cheat sheet, an amount to ask for."""

import io
from datetime import timedelta
from typing import Any

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.people import make_student
from tests.typography import faults
from tremplin.stories.domain.questions import bank
from tremplin.stories.models import Answer, Interview, Practice
from tremplin.stories.operations.interview import add_interview, prepare_answer

pytestmark = pytest.mark.django_db
HOME = "/recits/entretien/"
QUESTION = f"{HOME}question/desaccord/"


@pytest.fixture(autouse=True)
def _alice() -> None:
    make_student()


def page(client: Client, address: str, *, status: int = 200) -> str:
    answer = client.get(address)

    assert answer.status_code == status
    text = str(answer.content, "utf-8")
    assert faults(text) == []
    return text


def test_the_first_page_asks_for_a_first_question(client: Client) -> None:
    shown = page(client, HOME)

    assert f"Commencez par une question, il y en a {len(bank())}" in shown
    assert client.get(f"{HOME}suivante/")["Location"] == f"{HOME}question/presentez-vous/"


def test_every_question_has_a_clean_page(client: Client) -> None:
    for key, asked in bank().items():
        assert asked.text in page(client, f"{HOME}question/{key}/")


def test_a_judged_answer_comes_back_later_and_can_be_taken_back(client: Client) -> None:
    done = client.post(f"{QUESTION}noter/", {"grade": "3", "remark": "Parler moins vite."})
    row = Practice.objects.get()

    assert done["Location"] == f"{HOME}suivante/"
    assert row.due_at - row.at > timedelta(days=1)
    assert "Parler moins vite." in page(client, QUESTION)
    client.post(f"{HOME}passage/{row.pk}/retirer/")
    assert "Parler moins vite." not in page(client, QUESTION)
    client.post(f"{HOME}passage/{row.pk}/retablir/")
    assert "Parler moins vite." in page(client, QUESTION)


def test_a_practice_without_a_judgement_is_refused_and_keeps_the_remark(client: Client) -> None:
    refused = client.post(f"{QUESTION}noter/", {"remark": "Parler moins vite."})

    assert refused.status_code == 422
    assert "Choisissez une des quatre réponses." in str(refused.content, "utf-8")
    assert "Parler moins vite." in str(refused.content, "utf-8")
    assert not Practice.objects.exists()


def test_the_countdown_says_the_hour_it_ends_without_script(client: Client) -> None:
    shown = page(client, f"{QUESTION}?chrono=1")

    assert "Jusqu’à" in shown
    assert 'role="timer"' in shown


def test_a_question_that_may_not_be_asked_shows_the_official_page_behind(client: Client) -> None:
    shown = page(client, f"{HOME}question/enfants/")

    assert "Vous pouvez ne pas répondre." in shown
    assert "https://www.cnil.fr/" in shown


def test_two_windows_never_overwrite_an_answer(client: Client) -> None:
    prepare_answer("desaccord", revision=0, story=None, words="La caisse du club.")

    stale = client.post(f"{QUESTION}mots/", {"revision": "0", "words": "Le serveur de jeu."})

    assert stale.status_code == 409
    assert "Le serveur de jeu." in str(stale.content, "utf-8")
    assert Answer.objects.get().words == "La caisse du club."


def test_the_cheat_sheet_is_one_page_and_leaves_an_unproved_number_out(client: Client) -> None:
    found = made_interview(asked="Qui me suivra\u00a0?")
    prepare_answer("desaccord", revision=0, story=None, words="J’ai calmé 45 joueurs.")
    prepare_answer("echec", revision=0, story=None, words="Le tournoi annulé, puis repris.")

    shown = page(client, f"{HOME}{found.pk}/")
    pdf = pypdfium2.PdfDocument(io.BytesIO(client.get(f"{HOME}{found.pk}/fiche.pdf").content))
    printed = pdf[0].get_textpage().get_text_range()

    assert "n’a pas de preuve" in shown
    assert len(pdf) == 1
    assert "Le tournoi annulé, puis repris." in printed
    assert "45" not in printed


def test_an_interview_removed_comes_back(client: Client) -> None:
    found = made_interview()

    client.post(f"{HOME}{found.pk}/retirer/")
    assert client.get(f"{HOME}{found.pk}/").status_code == 404
    client.post(f"{HOME}{found.pk}/retablir/")
    assert found.employer in page(client, f"{HOME}{found.pk}/")


def test_an_interview_needs_its_day_and_keeps_what_was_typed(client: Client) -> None:
    refused = client.post(f"{HOME}nouveau/", {"revision": "0", "employer": "Nordelle", "on": "31/02/2026"})

    assert refused.status_code == 422
    assert "Nordelle" in str(refused.content, "utf-8")
    assert not Interview.objects.exists()


def test_the_law_of_the_day_answers_an_ask_for_an_internship(client: Client) -> None:
    typed = {"kind": "internship", "on": "15/03/2026", "ask": "5,50"}

    shown = str(client.get(f"{HOME}negocier/", typed).content, "utf-8")

    assert "1,00\u00a0€ de plus que le minimum légal" in shown
    assert "art. D. 124-8" in shown
    assert faults(shown) == []


def test_an_ask_below_the_law_is_not_to_be_said(client: Client) -> None:
    typed = {"kind": "internship", "on": "15/03/2026", "ask": "3"}

    shown = str(client.get(f"{HOME}negocier/", typed).content, "utf-8")

    assert "sous le minimum légal" in shown
    assert "je vous propose" not in shown


@pytest.mark.parametrize("typed", [{"kind": "internship", "on": "hier"}, {"kind": "x", "on": "15/03/2026"}])
def test_a_negotiation_that_cannot_be_read_says_why(client: Client, typed: dict[str, str]) -> None:
    refused = client.get(f"{HOME}negocier/", typed)

    assert refused.status_code == 422


def made_interview(**facts: Any) -> Interview:
    on = timezone.localdate() + timedelta(days=3)
    return add_interview(facts={"employer": "Nordelle", "on": on, **facts})


def test_a_day_without_known_figure_says_so(client: Client) -> None:
    shown = str(
        client.get(reverse("stories:negotiate"), {"kind": "job", "on": "01/01/1950"}).content, "utf-8"
    )

    assert "Aucune valeur connue" in shown
