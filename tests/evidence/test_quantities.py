from fractions import Fraction

import pytest

from tremplin.evidence.quantities import quantities, sharing_units


def read(text: str) -> list[tuple[Fraction | int, str, str]]:
    return [(one.value, one.unit.shown, one.period) for one in sharing_units(quantities(text), text)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "period"),
    [
        ("4 h 30", Fraction(9, 2), "h", ""),
        ("4h30", Fraction(9, 2), "h", ""),
        ("1 h 15 min", Fraction(5, 4), "h", ""),
        ("deux heures et demie par semaine", Fraction(5, 2), "h", "semaine"),
        ("une demi-heure", 30, "min", ""),
        ("une demi-journée", 1, "demi-journées", ""),
        ("trois quarts d’heure", 45, "min", ""),
        ("2h/semaine", 2, "h", "semaine"),
        ("3 000 €/mois", 3000, "€", "mois"),
        ("4,35 € par heure", Fraction(87, 20), "€", "heure"),
        ("1,5 million d’euros", 1_500_000, "€", ""),
        ("50 centimes", Fraction(1, 2), "€", ""),
        ("quinze pour cent", 15, "%", ""),
        ("3 points", 3, "points", ""),
        ("200 nouveaux abonnés", 200, "abonnés", ""),
        ("600 000 jeunes", 600_000, "jeunes", ""),
        ("une douzaine de clients", 12, "clients", ""),
        ("deux fois par semaine", 2, "fois", "semaine"),
        ("2000 abonnés", 2000, "abonnés", ""),
        ("neuf vélos", 9, "vélos", ""),
    ],
)
def test_a_quantity_has_a_unit_and_a_period(text: str, value: Fraction | int, unit: str, period: str) -> None:
    assert read(text) == [(value, unit, period)]


@pytest.mark.parametrize(
    "text",
    [
        "le 12 mars 2024",
        "12/03/2024",
        "2024-03-12",
        "du 3 au 7 mars",
        "lundi 3",
        "le 3 mars à 14 h 30",
        "1er avril",
        "en 2024",
        "2025-2026",
        "2024",
        "page 3",
        "diapo 2",
        "article L. 124-6",
        "L. 124-6 du code",
        "version 2.1",
        "v2.1.3",
        "Python 3.11",
        "ISO 9001",
        "06 12 34 56 78",
        "+33 6 12 34 56 78",
        "34e enquête",
        "semaine 9",
        "B2B",
        "3D",
        "COVID-19",
        "24h/24",
        "https://exemple.fr/12/a34",
        "un regard neuf",
    ],
)
def test_dates_references_and_names_are_no_figures(text: str) -> None:
    assert read(text) == []


def test_a_bare_number_takes_the_unit_of_the_other_end() -> None:
    assert read("de 18 à 6 %") == [(18, "%", ""), (6, "%", "")]
