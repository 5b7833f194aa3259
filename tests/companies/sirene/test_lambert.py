"""Lambert-93 to degrees, held against the coordinates the national institute gives for the same doors."""

import csv
from pathlib import Path

import duckdb
import pytest

from tests.companies.sirene import made
from tests.companies.sirene.made import LEGAL_UNITS, POINTS, STOCK
from tests.companies.sirene.test_import import all_of
from tremplin.companies.sirene import lambert
from tremplin.companies.sirene.importing import import_stock

SIX_DECIMALS = 6e-7


def official() -> list[tuple[float, float, float, float]]:
    """Return x, y, latitude, longitude of the metropolitan rows."""
    with POINTS.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["epsg"] == "2154"]
    return [
        (float(row["x"]), float(row["y"]), float(row["y_latitude"]), float(row["x_longitude"]))
        for row in rows
    ]


@pytest.mark.parametrize(("x", "y", "latitude", "longitude"), official())
def test_the_inverse_gives_the_official_degrees(
    x: float, y: float, latitude: float, longitude: float
) -> None:
    with duckdb.connect() as database:
        database.execute(lambert.macros())
        point = database.execute(
            "SELECT lambert_latitude($x, $y), lambert_longitude($x, $y)", {"x": x, "y": y}
        ).fetchone()

    assert point == pytest.approx((latitude, longitude), abs=SIX_DECIMALS)


def test_the_origin_of_the_projection_is_where_the_decree_says() -> None:
    with duckdb.connect() as database:
        database.execute(lambert.macros())
        point = database.execute(
            "SELECT lambert_latitude(700000.0, 6600000.0), lambert_longitude(700000.0, 6600000.0)"
        ).fetchone()

    assert point == pytest.approx((46.5, 3.0), abs=1e-8)


def test_without_the_points_file_the_stock_s_own_coordinates_are_used(tmp_path: Path, samples: Path) -> None:
    report = import_stock([STOCK, LEGAL_UNITS], folder=tmp_path)

    placed = {company.siret: company for company in all_of(samples)}
    for company in all_of(tmp_path):
        if company.commune_code.startswith("97"):
            assert company.latitude is None
        else:
            assert company.latitude == pytest.approx(placed[company.siret].latitude, abs=SIX_DECIMALS)
            assert company.longitude == pytest.approx(placed[company.siret].longitude, abs=SIX_DECIMALS)
    assert report.unlocated == sum(company.latitude is None for company in all_of(tmp_path))


@pytest.mark.parametrize(
    ("x", "y"), [("1", "1"), ("9999999", "6689561"), ("nan", "6689561"), ("", "6689561")]
)
def test_coordinates_out_of_france_place_nobody(tmp_path: Path, x: str, y: str) -> None:
    row = made.establishment(
        coordonneeLambertAbscisseEtablissement=x, coordonneeLambertOrdonneeEtablissement=y
    )

    report = import_stock([made.write_csv(tmp_path / "stock.csv", row)], folder=tmp_path / "index")

    assert (report.kept, report.unlocated) == (1, 1)
