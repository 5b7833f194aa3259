"""Sirene files made for one test: official columns, values by name."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import duckdb

DATA = Path(__file__).resolve().parent.parent / "data"
SAMPLES = DATA / "sirene"
BROKEN = DATA / "broken"
STOCK = SAMPLES / "StockEtablissement_utf8.csv"
LEGAL_UNITS = SAMPLES / "StockUniteLegale_utf8.csv"
POINTS = SAMPLES / "GeolocalisationEtablissement_Sirene_pour_etudes_statistiques_utf8.csv"
WHOLE = (STOCK, LEGAL_UNITS, POINTS)

Row = Mapping[str, str]


def luhn_key(digits: str) -> str:
    """Return the digit that makes a SIREN or a SIRET sound, by the rule of the cards."""
    doubled = (int(digit) * (2 - rank % 2) for rank, digit in enumerate(reversed(digits)))
    total = sum(value - 9 if value > 9 else value for value in doubled)
    return str(-total % 10)


def siret_of(siren: int, nic: int = 1) -> str:
    """Return a sound SIRET whose first nine digits are these."""
    start = f"{siren:09d}{nic:04d}"
    return start + luhn_key(start)


def headers(path: Path, *, separator: str = ",") -> list[str]:
    """Return the columns of a sample, in its order."""
    with path.open(encoding="utf-8") as file:
        return next(csv.reader(file, delimiter=separator))


def establishment(number: int = 101014, **values: str) -> dict[str, str]:
    """Return an open establishment of Nantes, as the official file writes it."""
    siret = siret_of(number)
    usual = {
        "siren": siret[:9],
        "nic": siret[9:],
        "siret": siret,
        "statutDiffusionEtablissement": "O",
        "dateCreationEtablissement": "2010-05-04",
        "trancheEffectifsEtablissement": "11",
        "anneeEffectifsEtablissement": "2024",
        "dateDernierTraitementEtablissement": "2026-09-02T08:01:11",
        "etablissementSiege": "true",
        "numeroVoieEtablissement": "3",
        "typeVoieEtablissement": "RUE",
        "libelleVoieEtablissement": "DES LILAS",
        "codePostalEtablissement": "44000",
        "libelleCommuneEtablissement": "NANTES",
        "codeCommuneEtablissement": "44109",
        "etatAdministratifEtablissement": "A",
        "enseigne1Etablissement": f"MAISON {number}",
        "activitePrincipaleEtablissement": "62.01Z",
        "nomenclatureActivitePrincipaleEtablissement": "NAFRev2",
        "coordonneeLambertAbscisseEtablissement": "355593.74",
        "coordonneeLambertOrdonneeEtablissement": "6689561.47",
    }
    return {**usual, **values}


def company(number: int = 101014, **values: str) -> dict[str, str]:
    """Return an open company that agrees to be shown, whose establishment has the same number."""
    usual = {
        "siren": siret_of(number)[:9],
        "statutDiffusionUniteLegale": "O",
        "dateDernierTraitementUniteLegale": "2026-09-02T08:01:11",
        "etatAdministratifUniteLegale": "A",
        "denominationUniteLegale": f"SOCIETE {number}",
    }
    return {**usual, **values}


def as_csv(
    rows: Iterable[Row],
    *,
    columns: Sequence[str] | None = None,
    separator: str = ",",
    end: str = "\n",
) -> str:
    """Write rows under the official columns; those a row does not name stay empty."""
    written = io.StringIO()
    names = list(columns if columns is not None else headers(STOCK))
    writer = csv.DictWriter(
        written, names, delimiter=separator, lineterminator=end, restval="", extrasaction="ignore"
    )
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def write_csv(path: Path, *rows: Row, columns: Sequence[str] | None = None) -> Path:
    """Write a stock of these rows."""
    path.write_text(as_csv(rows, columns=columns), encoding="utf-8")
    return path


def to_parquet(csv_path: Path, path: Path) -> Path:
    """Write the same rows as Parquet, all text."""
    with duckdb.connect() as database:
        database.read_csv(str(csv_path), all_varchar=True).write_parquet(str(path))
    return path
