"""What is asked in fifteen minutes, what is pointed out, and how thanks are written."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.typography import faults
from tremplin.prospecting.domain.asking import asked_for
from tremplin.prospecting.domain.interviews import (
    INSIDER,
    bank,
    conversations_title,
    likely_day,
    offered,
    talk_title,
)
from tremplin.prospecting.domain.thanks import LONGEST_LINK, LONGEST_QUOTE, first_sentence, thanks
from tremplin.prospecting.models import Goal

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
TALKED_ON = date(2026, 4, 1)


def test_an_interview_and_an_insider_have_twelve_questions_each_and_every_goal_has_some() -> None:
    goals = Counter(one.goal for one in bank())

    assert set(goals) == set(Goal.values)
    assert sum(goals[one] for one in INSIDER) == 12
    assert sum(goals.values()) == 24
    assert len({one.key for one in bank()}) == 24


def test_the_bank_asks_for_no_internship_and_says_why_each_question_is_asked() -> None:
    for one in bank():
        assert asked_for(one.text) is None
        assert one.why
        assert faults(f"<p>{one.text}</p><p>{one.why}</p>") == []


@pytest.mark.parametrize("goal", Goal.values)
def test_questions_of_the_goal_come_first_and_insiders_are_apart(goal: str) -> None:
    found = offered(goal)

    goals = [one.goal for one in found]
    assert goals[0] == goal
    assert goals == sorted(goals, key=lambda one: one != goal)
    assert {one in INSIDER for one in goals} == {goal in INSIDER}


@pytest.mark.parametrize(
    "text",
    [
        "Avez-vous un stage à me proposer ?", "Auriez-vous des offres de stage ?",
        "Recrutez-vous en ce moment ?", "Vous prenez des stagiaires ?", "Est-ce que vous recrutez ?",
        "Je cherche un stage de six mois.",
        "JE RECHERCHE UNE ALTERNANCE", "Est-ce que je peux faire mon stage chez vous ?",
        "Pouvez-vous regarder mon CV ?", "Pourriez-vous m’embaucher ?", "Y a-t-il un poste à pourvoir ?",
        "Comment postuler chez vous ?",
        "Cherchez-vous un stagiaire ?", "Prenez-vous des alternants ?", "Je cherche un emploi.",
        "Auriez-vous une place pour moi dans votre équipe ?", "Avez-vous une offre à pourvoir ?",
        "Je serais ravi d’être votre apprenti.", "Un job chez vous ?",
        "Je cherche à faire mon PFE chez vous.",
        "Je cherche un s\u200btage.",
        "Je serais heureuse de rejoindre votre équipe.", "Prenez-moi en stage !",
        "Demande de stage chez Nordelle", "Candidature stage", "Stage de 16 semaines",
    ],
)  # fmt: skip
def test_a_question_that_asks_for_a_place_is_pointed_out_with_a_better_one(text: str) -> None:
    found = asked_for(text)

    assert found is not None
    assert found.words in text
    assert found.reason
    assert asked_for(found.instead) is None


@pytest.mark.parametrize(
    "text",
    [
        "Comment recrutez-vous vraiment ?", "Quand vous recrutez, que regardez-vous ?",
        "Que faisait votre dernier stagiaire ?", "Avez-vous fait un stage avant ce poste ?",
        "Pourquoi avoir choisi l’alternance à l’époque ?", "Comment avez-vous été recruté ?",
        "Je m’intéresse à l’apprentissage automatique.", "Comment vos candidats vous trouvent-ils ?",
        "Quelles opportunités de marché voyez-vous ?", "Qu’avez-vous appris pendant votre propre stage ?",
        "Votre CV vidéo m’a appris votre métier.", "Le postulat de votre article est rare.",
        "J’ai fait un stage de deux mois en entrepôt.",
    ],
)  # fmt: skip
def test_a_question_about_the_other_is_left_alone(text: str) -> None:
    assert asked_for(text) is None


@UNHURRIED
@given(st.text(max_size=300))
def test_any_question_can_be_read(text: str) -> None:
    found = asked_for(text)

    assert found is None or found.words in text


def test_a_debrief_takes_the_planned_day_unless_it_is_to_come() -> None:
    today = date(2026, 4, 2)

    assert likely_day(TALKED_ON, today=today) == TALKED_ON
    assert likely_day(date(2026, 4, 7), today=today) == today
    assert likely_day(None, today=today) == today


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 0, 0), "Aucune conversation en cours"),
        ((2, 1, 0), "Une\u00a0conversation à débriefer, deux à venir"),
        ((2, 0, 1), "Deux\u00a0conversations à venir"),
        ((0, 0, 1), "Une\u00a0personne à remercier"),
    ],
)
def test_the_list_says_the_most_pressing_first(counts: tuple[int, int, int], said: str) -> None:
    to_come, to_debrief, to_thank = counts

    assert conversations_title(to_come=to_come, to_debrief=to_debrief, to_thank=to_thank) == said


def test_a_conversation_says_where_it_stands() -> None:
    assert talk_title("Ana Silva", questions=0, is_debriefed=False) == "Que demander à Ana Silva\u00a0?"
    assert talk_title("Ana Silva", questions=3, is_debriefed=False).endswith("questions pour Ana Silva")
    assert talk_title("Ana Silva", questions=3, is_debriefed=True) == "Ce qu’Ana Silva vous a appris"


def test_thanks_quote_what_was_learnt_and_name_who_was_named() -> None:
    said = thanks(
        name="Hélène Le Goff", civility="mme", talked_on=TALKED_ON, on=date(2026, 4, 2),
        learnt="- Le stock est compté à la main. Puis ressaisi.", named=("Karim Benyahia", "Ana Silva"),
        student="Alice", email="helene@nordelle.example",
    )  # fmt: skip

    assert said.body.startswith("Bonjour Madame Le Goff,\n\nMerci pour le temps que vous m’avez donné hier.")
    assert "Le stock est compté à la main.\n" in said.body
    assert "ressaisi" not in said.body
    assert "Karim Benyahia et Ana Silva. Je leur écrirai" in said.body
    assert said.body.endswith("Bien cordialement,\nAlice")
    assert said.link.startswith("mailto:helene%40nordelle.example?subject=")


def test_someone_one_calls_by_their_first_name_is_thanked_as_a_friend() -> None:
    said = thanks(
        name="Karim Benyahia", civility="first_name", talked_on=TALKED_ON, on=TALKED_ON, named=("Ana Silva",)
    )

    assert said.body.startswith("Bonjour Karim,\n\nMerci pour le temps que tu m’as donné aujourd’hui.")
    assert "vous" not in said.body
    assert said.body.endswith("À bientôt,")


def test_a_day_further_than_yesterday_is_named() -> None:
    said = thanks(name="Ana Silva", civility="m", talked_on=TALKED_ON, on=date(2026, 4, 5))

    assert "donné le 1er\u00a0avril." in said.body
    assert thanks(name="Ana Silva", talked_on=TALKED_ON, on=TALKED_ON).body.startswith("Bonjour,\n")


def test_a_long_message_opens_the_mail_program_with_its_subject_alone() -> None:
    names = tuple(f"Prénom Nom{number}" for number in range(200))

    said = thanks(name="Ana Silva", talked_on=TALKED_ON, on=TALKED_ON, named=names)

    assert len(said.link) <= LONGEST_LINK
    assert "body=" not in said.link


@UNHURRIED
@given(st.text(min_size=1, max_size=1000))
def test_a_quoted_sentence_is_short_and_closed(text: str) -> None:
    sentence = first_sentence(text)

    assert len(sentence) <= LONGEST_QUOTE + 1
    assert sentence.endswith((".", "?", "…"))


def test_a_sentence_too_long_is_cut_between_two_words() -> None:
    sentence = first_sentence("mot " * 100)

    assert sentence.endswith("mot…")
    assert len(sentence) <= LONGEST_QUOTE + 1
