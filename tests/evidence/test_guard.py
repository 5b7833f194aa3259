from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.evidence.figures import newsletters, reporting, saving
from tests.evidence.spelling import spelled
from tremplin.evidence.derived import Range, change_percent, occurrences, yearly_hours, yearly_value
from tremplin.evidence.guard import unsupported_numbers, unsupported_values
from tremplin.evidence.wording import worded

EVIDENCE = (reporting(), newsletters(), saving())
WEEKS = Range(Decimal(44), Decimal(47))


def refused(text: str) -> list[str]:
    return [one.words for one in unsupported_numbers(text, EVIDENCE)]


@pytest.mark.parametrize(
    "text",
    [
        "Le reporting passe de 10 h à 2 h par semaine.",
        "Le reporting passe de dix heures à deux heures.",
        "de 10 à 2 h",
        "600 minutes",
        "12 newsletters",
        "douze lettres d’information",
        "une douzaine de lettres",
        "−15 % de budget",
        "15 % d’économie",
        "quinze pour cent d’économie",
        "Le 12 mars 2026, page 3, diapo 4, article L. 124-6.",
        "En 2026, avec Python 3.11.",
        "Sans aucun chiffre.",
    ],
)
def test_what_evidence_gives_passes(text: str) -> None:
    assert refused(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("13 newsletters", "13 newsletters"),
        ("treize newsletters", "treize newsletters"),
        ("12 %", "12 %"),
        ("12 h", "12 h"),
        ("10 newsletters", "10 newsletters"),
        ("+15 % de budget", "+15 %"),
        ("Le temps est réduit de moitié.", "moitié"),
        ("Les ventes ont doublé.", "doublé"),
        ("divisé par deux cents", "deux cents"),
        ("une trentaine de clients", "une trentaine de clients"),
        ("3 k€ économisés", "3 k€"),
        ("les trois quarts des clients", "trois quarts"),
        ("½ du temps", "½"),
    ],
)
def test_what_no_evidence_gives_is_refused(text: str, words: str) -> None:
    assert refused(text) == [words]


def test_a_refusal_says_why_and_what_to_do() -> None:
    (one,) = unsupported_numbers("13 newsletters", EVIDENCE)

    assert "13 newsletters" in one.reason
    assert "retirez ce chiffre" in one.reason


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("-50", "%", "Le temps est réduit de moitié."),
        ("-50", "%", "Le temps est divisé par deux."),
        ("100", "%", "Les ventes ont doublé."),
        ("2", "×", "Les ventes ont doublé : deux fois plus."),
        ("2", "÷", "Le délai est divisé par deux, la moitié."),
    ],
)
def test_the_same_change_may_be_said_in_other_words(value: str, unit: str, text: str) -> None:
    figure = saving(value=Decimal(value), unit=unit)

    assert unsupported_numbers(text, [figure]) == ()


def test_the_student_s_plan_and_quotes_may_hold_their_own_numbers() -> None:
    assert unsupported_numbers("En 90 jours, 4 formations.", ["Mes 90 premiers jours : 4 formations"]) == ()


def test_decomposed_accents_hide_nothing() -> None:
    assert [one.words for one in unsupported_numbers("double\u0301", EVIDENCE)] == ["doublé"]


def test_a_derived_figure_prints_with_its_whole_formula() -> None:
    hours = yearly_hours(reporting(), times=occurrences(reporting(), weeks=WEEKS) or WEEKS)
    value = yearly_value(hours, cost=Range(Decimal(20), Decimal(30)))
    text = f"{hours} par an ({hours.formula}), soit {value} ({value.formula})"

    assert unsupported_numbers(text, [value]) == ()
    assert unsupported_numbers(text, [reporting()]) != ()


def test_a_percent_must_be_derived_before_it_is_shown() -> None:
    derived = change_percent(reporting())

    assert unsupported_numbers("80 % de temps en moins", [reporting()]) != ()
    assert unsupported_numbers(f"{derived} de temps, {derived.formula}", [derived]) == ()


def test_chart_data_are_held_to_the_same_evidence() -> None:
    assert unsupported_values([10, 2.0, Decimal(12)], EVIDENCE) == ()
    assert unsupported_values([10, 3], EVIDENCE) == (Decimal(3),)


amounts = st.decimals(min_value=2, max_value=10**7, places=2).map(lambda value: value.normalize())
units = st.sampled_from(["%", "h", "min", "jours", "€", "clients", "vélos", "points", "kg", ""])


@given(amounts, units, st.sampled_from(["quantity", "percent", "gained", "deadline", "benchmark"]))
def test_any_figure_supports_its_own_wording(value: Decimal, unit: str, kind: str) -> None:
    figure = newsletters(kind=kind, value=value, unit=unit, subject="budget", against="la moyenne")

    assert unsupported_numbers(worded(figure), [figure]) == ()


@given(amounts, amounts, units)
def test_any_passage_supports_its_own_wording(before: Decimal, after: Decimal, unit: str) -> None:
    figure = reporting(before=before, after=after, unit=unit)

    assert unsupported_numbers(worded(figure), [figure]) == ()


@given(st.integers(2, 999_999), st.integers(2, 999_999), st.booleans())
def test_any_other_number_is_refused_in_digits_and_in_words(kept: int, other: int, in_words: bool) -> None:
    assume(kept != other)
    figure = newsletters(value=Decimal(kept), unit="clients")
    written = spelled(other) if in_words else str(other)

    found = unsupported_numbers(f"J’ai suivi {written} clients.", [figure])

    assert [one.words for one in found] == [f"{written} clients"]


@given(st.text(max_size=150))
def test_any_text_is_its_own_evidence(text: str) -> None:
    assert unsupported_numbers(text, [text]) == ()
