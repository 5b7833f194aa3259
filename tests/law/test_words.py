from datetime import date
from decimal import Decimal

import pytest

from tremplin.law.sources import education_code, labour_code
from tremplin.law.words import cents, counted, day, euros, hours, in_letters, month, number, percent


@pytest.mark.parametrize(("exact", "rounded"), [("2.174", "2.17"), ("2.175", "2.18"), ("2.185", "2.19")])
def test_half_a_cent_goes_up(exact: str, rounded: str) -> None:
    assert cents(Decimal(exact)) == Decimal(rounded)


def test_amounts_are_written_the_french_way() -> None:
    assert euros(Decimal("1613.85")) == "1\u00a0613,85\u00a0€"
    assert hours(Decimal("308.50")) == "308,5\u00a0h"
    assert percent(Decimal("0.1375")) == "13,75\u00a0%"
    assert number(2, places=1) == "2,0"
    assert number(Decimal(100)) == "100"


def test_dates_are_written_the_french_way() -> None:
    assert day(date(2026, 1, 1)) == "1er\u00a0janvier 2026"
    assert day(date(2026, 8, 12)) == "12\u00a0août 2026"
    assert month(date(2026, 8, 12)) == "août 2026"


@pytest.mark.parametrize(("count", "words"), [(0, "0\u00a0jour"), (1, "1\u00a0jour"), (2, "2\u00a0jours")])
def test_the_plural_starts_at_two(count: int, words: str) -> None:
    assert counted(count, "jour") == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "un\u00a0travail"), (2, "deux\u00a0travaux"), (16, "seize\u00a0travaux"), (17, "17\u00a0travaux")],
)
def test_a_title_counts_in_letters_up_to_sixteen(count: int, words: str) -> None:
    assert in_letters(count, "travail", "travaux", is_masculine=True) == words


def test_a_source_is_cited_and_linked_when_its_id_is_known() -> None:
    known = education_code("L. 124-6", "LEGIARTI000029234400")

    assert str(known) == "Code de l’éducation, art. L. 124-6"
    assert known.url.endswith("/LEGIARTI000029234400")
    assert labour_code("L. 1").url == ""
