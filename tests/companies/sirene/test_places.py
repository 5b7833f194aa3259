"""Communes: found by the names people type, placed at the median of their companies."""

import csv
from pathlib import Path
from statistics import median

import pytest

from tests.companies.sirene import made
from tests.companies.sirene.made import POINTS
from tremplin.companies.sirene.importing import import_stock
from tremplin.companies.sirene.places import commune_name, places


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an index with all of Lyon and a few saints."""
    lyon = [
        (f"6938{rank}", f"LYON {rank}{'ER' if rank == 1 else 'EME'}", f"6900{rank}") for rank in range(1, 10)
    ]
    names = [
        *lyon,
        ("42218", "SAINT-ETIENNE", "42000"),
        ("74043", "SAINTE-FOY", "74000"),
        ("94038", "L'HAY-LES-ROSES", "94240"),
        ("2A004", "AJACCIO", "20000"),
        ("01053", "BOURG-EN-BRESSE", "01000"),
        ("75101", "PARIS 1", "75001"),
        ("93066", "SAINT-DENIS", "93200"),
        ("97411", "SAINT-DENIS", "97400"),
        ("69001", "AFFOUX", "69170"),
    ]
    rows = [
        made.establishment(
            100_000 + rank,
            codeCommuneEtablissement=code,
            libelleCommuneEtablissement=name,
            codePostalEtablissement=postcode,
        )
        for rank, (code, name, postcode) in enumerate(names)
    ]
    folder = tmp_path_factory.mktemp("towns")
    import_stock([made.write_csv(folder / "stock.csv", *rows)], folder=folder / "index")
    return folder / "index"


def test_lyon_is_its_nine_arrondissements(towns: Path) -> None:
    lyon = places("Lyon", folder=towns)[0]

    assert (lyon.name, lyon.units) == ("Lyon", 9)
    assert lyon.codes == tuple(f"6938{rank}" for rank in range(1, 10))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("lyon 3", "69383"),
        ("Lyon 3e", "69383"),
        ("LYON 3EME", "69383"),
        ("lyon 1er", "69381"),
        ("69003", "69383"),
        ("St Étienne", "42218"),
        ("saint etienne", "42218"),
        ("St-Etienne", "42218"),
        ("ste foy", "74043"),
        ("L’Haÿ-les-Roses", "94038"),
        ("l'hay les roses", "94038"),
        ("2a004", "2A004"),
        ("bourg", "01053"),
        ("bresse", "01053"),
        ("01000", "01053"),
        ("Paris 75", "75056"),
        ("Paris (75)", "75056"),
        ("Lyon 3e arrondissement", "69383"),
        ("Saint-Denis (974)", "97411"),
        ("Saint-Denis 93", "93066"),
        ("69001", "69381"),
        ("69383", "69383"),
    ],
)
def test_a_commune_is_found_as_people_write_it(towns: Path, typed: str, code: str) -> None:
    assert places(typed, folder=towns)[0].code == code


@pytest.mark.parametrize(
    "typed", ["", "  ", "-", "e", "es", "enne", "Lyon (75)", "99999", "'; DROP TABLE places; --"]
)
def test_nothing_is_found_for_nothing(towns: Path, typed: str) -> None:
    assert places(typed, folder=towns) == ()


def test_the_point_is_the_median_of_the_companies_proposed(samples: Path) -> None:
    with POINTS.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["plg_code_commune"] == "75115"]

    paris = places("75115", folder=samples)[0]

    assert len(rows) == paris.units
    assert paris.latitude == pytest.approx(median(float(row["y_latitude"]) for row in rows))
    assert paris.longitude == pytest.approx(median(float(row["x_longitude"]) for row in rows))


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("L'HAY-LES-ROSES", "L’Hay-les-Roses"),
        ("SAINT-ETIENNE", "Saint-Etienne"),
        ("LE HAVRE", "Le Havre"),
        ("LES SABLES D'OLONNE", "Les Sables d’Olonne"),
        ("PARIS 15", "Paris 15e"),
        ("LYON 1ER", "Lyon 1er"),
        ("MARSEILLE 08", "Marseille 8e"),
        ("Nantes", "Nantes"),
        ("", ""),
    ],
)
def test_a_name_in_capitals_is_written_as_one_reads_it(given: str, read: str) -> None:
    assert commune_name(given) == read
