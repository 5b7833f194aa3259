from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evidence.figures import of
from tremplin.evidence.proposals import Proposal, proposals


def only(text: str) -> Proposal:
    (found,) = proposals(text)
    return found


@pytest.mark.parametrize(
    ("text", "before", "after", "unit", "period"),
    [
        ("de 10 h à 2 h par semaine", 10, 2, "h", "semaine"),
        ("passé de 18 % à 6 %", 18, 6, "%", ""),
        ("le taux de 18 à 6 %", 18, 6, "%", ""),
        ("Le point se prépare en 50 min au lieu de 4 h 30", 270, 50, "min", ""),
        ("10 → 2 tickets", 10, 2, "tickets", ""),
        ("passer de deux heures à vingt minutes", 120, 20, "min", ""),
        ("monté de 100 à 300 abonnés", 100, 300, "abonnés", ""),
        ("avant : 10 h, après : 2 h", 10, 2, "h", ""),
        ("passé d’une semaine à deux jours", 7, 2, "jours", ""),
    ],
)
def test_a_passage_has_two_ends_in_one_unit(
    text: str, before: int, after: int, unit: str, period: str
) -> None:
    found = only(text)

    assert found.kind == "before_after"
    assert of(found, "before", "after", "unit", "period") == [before, after, unit, period]
    assert found.quantity is None


@pytest.mark.parametrize(
    ("text", "quantity", "unit"),
    [
        ("trois jours avant l’échéance", 3, "jours"),
        ("livré avec deux jours d’avance", 2, "jours"),
        ("2 jours de retard sur le planning", -2, "jours"),
        ("une avance de 3 semaines", 3, "semaines"),
    ],
)
def test_a_deadline_is_ahead_or_behind(text: str, quantity: int, unit: str) -> None:
    found = only(text)

    assert of(found, "kind", "quantity", "unit") == ["deadline", quantity, unit]


@pytest.mark.parametrize(
    ("text", "quantity", "unit", "subject"),
    [
        ("+15 %", 15, "%", ""),
        ("-12 % de rebuts", -12, "%", "rebuts"),
        ("économie de 15 % du budget", -15, "%", "budget"),
        ("réduit les erreurs de 20 %", -20, "%", "erreurs"),
        ("baisse de 3 points", -3, "points", ""),
        ("réduit de moitié le temps de saisie", -50, "%", "temps de saisie"),
        ("doublé les ventes", 2, "×", "ventes"),
        ("multiplié par 4 le nombre de visites", 4, "×", "nombre de visites"),
        ("divisé par trois le délai", 3, "÷", "délai"),
        ("deux fois plus vite", 2, "×", ""),
    ],
)
def test_a_change_has_a_direction(text: str, quantity: int, unit: str, subject: str) -> None:
    found = only(text)

    assert of(found, "kind", "quantity", "unit", "subject") == ["percent", quantity, unit, subject]


@pytest.mark.parametrize(
    ("text", "quantity", "unit"),
    [
        ("j’ai gagné 3 h par semaine", 3, "h"),
        ("économisé 1 200 € par an", 1200, "€"),
        ("30 nouveaux clients", 30, "clients"),
        ("+200 abonnés", 200, "abonnés"),
        ("45 minutes gagnées", 45, "min"),
        ("gagné une heure par jour", 1, "h"),
        ("40K€ économisés", 40_000, "€"),
    ],
)
def test_what_is_gained_is_told_from_what_is_counted(text: str, quantity: int, unit: str) -> None:
    found = only(text)

    assert of(found, "kind", "quantity", "unit") == ["gained", quantity, unit]


def test_a_benchmark_keeps_what_it_is_compared_with() -> None:
    found = only("deux fois plus vite que l’an dernier")

    assert of(found, "kind", "quantity", "unit", "against") == ["benchmark", 2, "×", "l’an dernier"]


@pytest.mark.parametrize(
    ("text", "quantity", "unit"),
    [
        ("trafic x3", "3", "×"),
        ("1.000.000 € de budget", "1000000", "€"),
        ("note de 9/10", "9", "sur 10"),
        ("réduit d’un tiers", "-33.3333", "%"),
        ("une paire de vélos", "2", "vélos"),
    ],
)
def test_everyday_shorthand_is_proposed(text: str, quantity: str, unit: str) -> None:
    assert of(only(text), "quantity", "unit") == [Decimal(quantity), unit]


@pytest.mark.parametrize("text", ["3 x 8", "des dizaines de clients"])
def test_what_says_no_figure_is_not_proposed(text: str) -> None:
    assert proposals(text) == ()


def test_the_subject_of_a_passage_is_no_verb() -> None:
    assert only("le taux passe de 12 à 9 %").subject == "taux"


@pytest.mark.parametrize("text", ["a" * 50_000, "A-" * 20_000, "1" * 50_000, "a@" * 10_000])
def test_a_word_without_end_says_no_figure(text: str) -> None:
    assert proposals(text) == ()


def test_a_share_is_no_change() -> None:
    assert only("75 % des candidats").kind == "quantity"
    assert only("la moitié des clients").quantity == 50


@pytest.mark.parametrize(
    "text", ["une équipe de 5 à 7 personnes", "une douzaine de clients", "un score de 4,5"]
)
def test_what_is_not_sure_says_so(text: str) -> None:
    assert only(text).confidence == "low"


def test_opening_hours_are_no_figure() -> None:
    assert proposals("ouvert de 9 h à 17 h") == ()


def test_the_words_of_a_figure_are_those_of_the_text() -> None:
    text = "Les écarts passent de 18 % à 6 % sur 42 références."

    assert [text[one.start : one.end] for one in proposals(text)] == ["de 18 % à 6 %", "42 références"]


@given(st.text(alphabet=st.sampled_from("0123456789 ,.%€hàde-+−×→\u00a0mfoisplutéaxn’'\n"), max_size=120))
def test_any_text_gives_figures_that_stand_in_it(text: str) -> None:
    for one in proposals(text):
        assert text[one.start : one.end] == one.words
        assert (one.quantity is None) == (one.before is not None)


@given(st.integers(2, 10**6), st.integers(2, 10**6))
def test_any_passage_is_found_whole(before: int, after: int) -> None:
    found = only(f"Le délai est passé de {before} jours à {after} jours.")

    assert of(found, "before", "after") == [Decimal(before), Decimal(after)]
