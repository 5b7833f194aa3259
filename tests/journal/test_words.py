import pytest
from hypothesis import given
from hypothesis import strategies as st

from tremplin.journal.domain.words import folded, indexed, stem, stems


@pytest.mark.parametrize(
    "words",
    [
        ("analyse", "analyser", "analysé", "analysées", "analysait", "analyste"),
        ("rédiger", "rédigé", "rédaction", "rédactrice"),
        ("gérer", "gestion", "gestionnaire"),
        ("animer", "animation", "animatrice", "animé"),
        ("automatiser", "automatisation", "automatisé"),
        ("communiquer", "communication"),
        ("améliorer", "amélioration", "amélioré"),
        ("développer", "développement", "développeur"),
        ("client", "clients", "clientèle"),
        ("vente", "vendre", "vendu"),
        ("comparer", "comparaison"),
        ("livrer", "livraison", "livrable"),
    ],
)
def test_words_of_one_family_share_a_stem(words: tuple[str, ...]) -> None:
    assert len({stem(folded(word)) for word in words}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("stock", "stage"), ("vélo", "vente"), ("réunion", "rédaction"), ("client", "cliquer")]
)
def test_words_of_two_families_do_not(one: str, other: str) -> None:
    assert stem(folded(one)) != stem(folded(other))


def test_elided_articles_are_left_out() -> None:
    assert stems("l’analyse d’une donnée qu’on a") == stems("analyse une donnée on")


def test_the_index_keeps_what_is_typed_besides_its_family() -> None:
    assert "redaction" in indexed("rédaction")


@given(st.text(max_size=100))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
