from datetime import date
from decimal import Decimal

import pytest

from tests.documents.models import BARE_STATEMENT, STATEMENT
from tremplin.documents.table import Table, to_csv


def lines(table: Table) -> list[str]:
    return to_csv(table).decode("utf-8-sig").split("\r\n")[:-1]


def test_a_french_spreadsheet_opens_the_months() -> None:
    assert lines(STATEMENT.table()) == [
        "Mois;Jours;Heures;Au réel;Lissé;Versé;Reste dû",
        "Février 2026;20;140;630;661,50;609;21",
        "Mars 2026;22;154;693;661,50;;",
        "Total;42;294;1323;1323;609;21",
    ]


def test_the_file_says_it_is_utf_8() -> None:
    assert to_csv(Table(("Mois",), ())) == b"\xef\xbb\xbfMois\r\n"


def test_no_month_gives_a_table_of_no_row() -> None:
    assert lines(BARE_STATEMENT.table()) == ["Mois"]


@pytest.mark.parametrize("formula", ["=1+1", "+33", "-2", "@SUM(A1)", "\tx", "\rx"])
def test_text_never_becomes_a_formula(formula: str) -> None:
    cell = to_csv(Table(("Nom",), ((formula,),))).decode("utf-8-sig").split("\r\n", 1)[1]

    assert cell.lstrip('"').startswith("'")


def test_numbers_keep_their_sign_and_take_a_comma() -> None:
    table = Table(("Écart", "Jours", "Le"), ((Decimal("-3.50"), -2, date(2026, 2, 1)),))

    assert lines(table)[1] == "-3,50;-2;01/02/2026"


def test_separators_and_quotes_in_text_are_kept() -> None:
    assert lines(Table(("Nom",), (('a;b "c"',),)))[1] == '"a;b ""c"""'


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells for 1 columns"):
        to_csv(Table(("Nom",), (("a", "b"),)))
