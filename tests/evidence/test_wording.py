from decimal import Decimal

import pytest

from tests.evidence.figures import newsletters, reporting, saving
from tremplin.evidence.figures import Figure
from tremplin.evidence.wording import amount, worded


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (reporting(), "de 10 h à 2 h par semaine"),
        (reporting(before=Decimal(270), after=Decimal(50), unit="min", period=""), "de 4 h 30 à 50 min"),
        (newsletters(), "12 newsletters"),
        (saving(), "−15 % (budget)"),
        (newsletters(kind="gained", value=Decimal(200), unit="abonnés"), "+200 abonnés"),
        (newsletters(kind="percent", value=Decimal(2), unit="×"), "× 2"),
        (
            newsletters(kind="deadline", value=Decimal(2), unit="semaines", against="l’échéance"),
            "2 semaines d’avance sur l’échéance",
        ),
        (newsletters(kind="deadline", value=Decimal(-2), unit="jours"), "2 jours de retard"),
        (
            newsletters(kind="benchmark", value=Decimal(25), unit="%", against="la moyenne"),
            "25 %, par rapport à la moyenne",
        ),
    ],
)
def test_a_figure_reads_as_french(figure: Figure, words: str) -> None:
    assert worded(figure).replace("\u00a0", " ") == words


def test_large_and_decimal_numbers_are_french() -> None:
    assert amount(Decimal("1200.50"), "€") == "1\u00a0200,5\u00a0€"


def test_what_a_figure_lacks_is_named() -> None:
    assert reporting().missing == ()
    assert not reporting().estimated
    assert newsletters().missing == ("la méthode",)
    assert newsletters(method="witnessed").missing == ("le témoin",)
    assert newsletters(method="estimated").estimated
