"""Activity codes in the official wording, never an invented one."""

import re
from pathlib import Path

import pytest

from tests.companies.sirene.test_import import told
from tremplin.companies.activities import DATA, FILES, activities_named, activity_label
from tremplin.companies.company import dotted, headcount_label

SUBCLASS = re.compile(r"\d{2}\.\d{2}[A-Z]")
STOCK = Path(__file__).parent / "data" / "sirene" / "StockEtablissement_utf8.csv"


@pytest.mark.parametrize(("nomenclature", "count"), [("NAFRev2", 732), ("NAF2025", 747)])
def test_every_subclass_has_its_wording(nomenclature: str, count: int) -> None:
    subclasses = [
        code
        for code, label in activities_named("", nomenclature=nomenclature, limit=None)
        if SUBCLASS.fullmatch(code) and label.strip() == label and label
    ]

    assert len(set(subclasses)) == len(subclasses) == count


@pytest.mark.parametrize("name", sorted(FILES.values()))
def test_the_file_says_where_it_comes_from(name: str) -> None:
    head = (DATA / name).read_text("utf-8").splitlines()[:3]

    assert "Insee" in " ".join(head)
    assert "Licence Ouverte" in " ".join(head)


@pytest.mark.parametrize(
    ("code", "nomenclature", "label"),
    [
        ("62.01Z", "NAFRev2", "Programmation informatique"),
        ("6201z", "", "Programmation informatique"),
        ("62.10Y", "NAF2025", "Activités de programmation informatique"),
        ("62.10Y", "", "Activités de programmation informatique"),
        ("62.10Y", "NAFRev2", ""),
        ("74.1G", "", ""),
        ("", "", ""),
        ("62", "", "Programmation, conseil et autres activités informatiques"),
    ],
)
def test_a_code_is_worded_in_its_own_nomenclature(code: str, nomenclature: str, label: str) -> None:
    assert activity_label(code, nomenclature=nomenclature) == label


def test_every_code_in_force_in_the_sample_is_worded() -> None:
    rows = [row for row in told(STOCK) if row["nomenclatureActivitePrincipaleEtablissement"] == "NAFRev2"]

    assert all(activity_label(row["activitePrincipaleEtablissement"]) for row in rows)


def test_codes_are_found_by_words_whatever_the_accents() -> None:
    found = dict(activities_named("hotel", limit=None))

    assert "55.10Z" in found
    assert activities_named("HÔTEL", limit=None) == activities_named("hotel", limit=None)
    assert activities_named("otel") == ()
    assert len(activities_named("commerce", limit=5)) == 5


@pytest.mark.parametrize("code", ["", "NN", "99"])
def test_an_untold_headcount_is_never_zero(code: str) -> None:
    assert headcount_label(code) == "effectif non communiqué"


def test_every_band_of_the_register_is_worded() -> None:
    told_bands = {row["trancheEffectifsEtablissement"] for row in told(STOCK)} - {"NN", ""}

    assert told_bands
    assert all("salarié" in headcount_label(band) for band in told_bands)


@pytest.mark.parametrize(
    ("code", "read"), [("6201z", "62.01Z"), ("62", "62"), ("62.0", "62.0"), (" 62 01 Z", "62.01Z")]
)
def test_a_code_is_dotted(code: str, read: str) -> None:
    assert dotted(code) == read
