import tomllib
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.typography import faults
from tremplin.prospecting.domain.generic import DATA, fits_any_company, generic_phrases

QUOTE = "38 avis sur 140 citent un article introuvable en boutique"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Votre entreprise leader m’attire.", "entreprise leader"),
        ("À la fois DYNAMIQUE ET MOTIVÉE, je cherche.", "DYNAMIQUE ET MOTIVÉE"),
        ("Forte de mes deux stages, je viens.", "Forte de mes"),
        ("Je suis vivement\u00a0intéressé par vous.", "vivement\u00a0intéressé"),
        ("Vous êtes leader incontesté de votre secteur.", "leader incontesté"),
        ("Je reste a votre disposition.", "reste a votre disposition"),
        ("Merci de l'attention portée.", "Merci de l'attention"),
        ("Un vrai touche–à–tout.", "touche–à–tout"),
    ],
)
def test_a_ready_made_phrase_is_found_where_it_stands(text: str, words: str) -> None:
    (found, *_) = generic_phrases(text)

    assert found.words == words
    assert text[found.start : found.end] == words
    assert found.reason
    assert found.instead


@pytest.mark.parametrize(
    "text",
    [
        "Une forte demande en avril.",
        "38 avis sur 140 citent un article introuvable.",
        "J’ai ramené les écarts d’inventaire de 18 % à 6 %.",
        "La robe sur mesure arrive en retard.",
        "La taxe sur la valeur ajoutée est mal affichée.",
        "Nos passionnés de vélo ont des sacoches polyvalentes.",
        "La chambre est à 360 euros le lit.",
        "Le fort de Vincennes ouvre à dix heures.",
        "Le client curieux et pressé repart.",
    ],
)
def test_a_plain_fact_is_left_alone(text: str) -> None:
    assert generic_phrases(text) == ()


def test_a_phrase_that_is_the_name_of_the_company_is_no_fault() -> None:
    text = "Chez Regard Neuf, cinq avis parlent du délai."

    assert generic_phrases(text)
    assert generic_phrases(text, names=("Regard neuf",)) == ()


def test_what_is_underlined_never_overlaps() -> None:
    text = (
        "Forte de ma rigueur, très motivée, dynamique et motivée, je serais ravie de rejoindre vos équipes."
    )

    found = generic_phrases(text)

    assert len(found) >= 5
    assert all(one.end <= following.start for one, following in pairwise(found))


@settings(deadline=None)
@given(text=st.text(max_size=80))
def test_any_text_is_read_and_positions_are_its_own(text: str) -> None:
    for found in generic_phrases(f"{text} très motivée {text}"):
        assert f"{text} très motivée {text}"[found.start : found.end] == found.words


def test_a_text_with_the_name_or_a_figure_or_the_words_of_a_signal_fits_no_other_company() -> None:
    names, quotes = ("Troquinette",), (QUOTE,)

    assert fits_any_company("Je vous propose un stage.", names=names, quotes=quotes)
    assert fits_any_company("Je vous propose 12 semaines.", names=names, quotes=quotes)
    assert not fits_any_company("Chez troquinette, un souci.", names=names, quotes=quotes)
    assert not fits_any_company("J’ai lu 140 avis.", names=names, quotes=quotes)
    assert not fits_any_company("Ils citent un article introuvable.", names=names, quotes=quotes)
    assert fits_any_company("Un avis.", names=("",), quotes=())


def test_every_group_says_why_and_what_to_do_in_clean_french() -> None:
    groups = tomllib.loads(DATA.read_text(encoding="utf-8"))["group"]

    said = [text for group in groups for text in (group["reason"], group["instead"])]

    assert all(group["phrases"] for group in groups)
    assert [fault for text in said for fault in faults(text)] == []


def test_every_phrase_of_the_list_is_found() -> None:
    groups = tomllib.loads(DATA.read_text(encoding="utf-8"))["group"]
    written = [phrase.replace("*", "").replace("… ", "") for group in groups for phrase in group["phrases"]]

    assert [phrase for phrase in written if not generic_phrases(f"Or {phrase} ici.")] == []


def test_a_phrase_quoted_from_a_signal_is_theirs() -> None:
    quote = "Le vendeur, un vrai touche-à-tout, manquait"

    assert generic_phrases(f"Un avis dit : {quote}.")
    assert generic_phrases(f"Un avis dit : {quote}.", quotes=(quote,)) == ()
    assert generic_phrases("Mes amis, vos clients, me disent polyvalente.")
