from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evidence.spelling import spelled
from tremplin.evidence.numbers import numbers


def values(text: str) -> list[Fraction]:
    return [number.value for number in numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("12,5", Fraction(25, 2)),
        ("12.5", Fraction(25, 2)),
        ("5 000", 5000),
        ("5\u00a0000", 5000),
        ("600\u202f000", 600_000),
        ("1'200", 1200),
        ("1.200.000", 1_200_000),
        ("3k", 3000),
        ("3 k€", 3000),
        ("1,5 M€", 1_500_000),
        ("1,5 million", 1_500_000),
        ("2 milliards", 2_000_000_000),
        ("soixante-dix", 70),
        ("soixante et onze", 71),
        ("quatre-vingt-dix-neuf", 99),
        ("quatre-vingts", 80),
        ("septante-deux", 72),
        ("nonante-neuf", 99),
        ("vingt et un", 21),
        ("mille deux cents", 1200),
        ("deux mille vingt-six", 2026),
        ("une douzaine", 12),
        ("une demi-douzaine", 6),
        ("deux centaines", 200),
        ("un millier", 1000),
        ("moitié", Fraction(1, 2)),
        ("deux tiers du", Fraction(2, 3)),
        ("½", Fraction(1, 2)),
        ("doublé", 2),
    ],
)
def test_a_number_is_read_in_digits_and_in_words(text: str, value: Fraction | int) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize("text", ["un outil", "une équipe", "double saisie", "pour cent"])
def test_articles_and_adjectives_are_no_numbers(text: str) -> None:
    assert values(text) == []


def test_two_numbers_side_by_side_stay_two() -> None:
    assert values("deux, trois ou quatre") == [2, 3, 4]
    assert values("trente-deux trois") == [32, 3]


def test_a_sign_belongs_to_its_number_and_a_range_has_none() -> None:
    assert [one.sign for one in numbers("+15 %, −3 et 2-6")] == [1, -1, 0, 0]


@given(st.integers(min_value=2, max_value=999_999_999), st.booleans())
def test_every_number_is_read_as_it_is_spelled(value: int, swiss: bool) -> None:
    assert values(spelled(value, swiss=swiss)) == [value]


@given(st.text(max_size=200))
def test_any_text_is_read_without_overlap(text: str) -> None:
    found = numbers(text)

    assert all(one.end <= following.start for one, following in pairwise(found))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
