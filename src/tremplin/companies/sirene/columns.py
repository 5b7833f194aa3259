"""The columns we read in each official file, by name: vintages add, remove and move them."""

import re
from collections.abc import Iterable, Mapping
from typing import Final, Literal

Kind = Literal["establishments", "legal_units", "points"]

ESTABLISHMENTS: Final = {
    "siret": "siret",
    "diffusion": "statutDiffusionEtablissement",
    "created": "dateCreationEtablissement",
    "headcount": "trancheEffectifsEtablissement",
    "headcount_year": "anneeEffectifsEtablissement",
    "treated": "dateDernierTraitementEtablissement",
    "head_office": "etablissementSiege",
    "complement": "complementAdresseEtablissement",
    "number": "numeroVoieEtablissement",
    "repetition": "indiceRepetitionEtablissement",
    "last_number": "dernierNumeroVoieEtablissement",
    "street_kind": "typeVoieEtablissement",
    "street": "libelleVoieEtablissement",
    "postcode": "codePostalEtablissement",
    "commune": "libelleCommuneEtablissement",
    "commune_code": "codeCommuneEtablissement",
    "country": "codePaysEtrangerEtablissement",
    "foreign_commune": "libelleCommuneEtrangerEtablissement",
    "x": "coordonneeLambertAbscisseEtablissement",
    "y": "coordonneeLambertOrdonneeEtablissement",
    "state": "etatAdministratifEtablissement",
    "sign": "enseigne1Etablissement",
    "sign_2": "enseigne2Etablissement",
    "sign_3": "enseigne3Etablissement",
    "usual_name": "denominationUsuelleEtablissement",
    "activity": "activitePrincipaleEtablissement",
    "nomenclature": "nomenclatureActivitePrincipaleEtablissement",
    "activity_2025": "activitePrincipaleNAF25Etablissement",
}
LEGAL_UNITS: Final = {
    "siren": "siren",
    "diffusion": "statutDiffusionUniteLegale",
    "purged": "unitePurgeeUniteLegale",
    "created": "dateCreationUniteLegale",
    "treated": "dateDernierTraitementUniteLegale",
    "state": "etatAdministratifUniteLegale",
    "acronym": "sigleUniteLegale",
    "first_name": "prenomUsuelUniteLegale",
    "first_name_1": "prenom1UniteLegale",
    "family_name": "nomUniteLegale",
    "used_name": "nomUsageUniteLegale",
    "name": "denominationUniteLegale",
    "usual_1": "denominationUsuelle1UniteLegale",
    "usual_2": "denominationUsuelle2UniteLegale",
    "usual_3": "denominationUsuelle3UniteLegale",
}
POINTS: Final = {
    "siret": "siret",
    "quality": "qualite_xy",
    "latitude": "y_latitude",
    "longitude": "x_longitude",
}
KINDS: Final[Mapping[Kind, Mapping[str, str]]] = {
    "establishments": ESTABLISHMENTS,
    "legal_units": LEGAL_UNITS,
    "points": POINTS,
}
NAMES: Final[Mapping[Kind, str]] = {
    "establishments": "StockEtablissement",
    "legal_units": "StockUniteLegale",
    "points": "Geolocalisation",
}
NEEDED: Final[Mapping[Kind, frozenset[str]]] = {
    "establishments": frozenset({"siret", "state", "commune_code"}),
    "legal_units": frozenset({"siren", "state", "name"}),
    "points": frozenset({"siret", "latitude", "longitude"}),
}
NOT_NEEDED: Final = {
    "datefin": "un fichier d’historique",
    "siretetablissementpredecesseur": "le fichier des liens de succession",
}
VINTAGES: Final = {
    "establishments": {48: "jusqu’en 2024", 53: "2024 à 2025", 54: "depuis décembre 2025"},
    "legal_units": {33: "jusqu’en 2024", 34: "2024 à 2025", 35: "depuis décembre 2025"},
}
RENAMED_2025: Final = re.compile(r"activiteprincipalenaf(?:20)?25(?:etablissement)?")


def kind_of(columns: Iterable[str]) -> Kind | None:
    """Tell which official file has these columns, whatever its name; None for none of them."""
    present = {column.strip().lower() for column in columns}
    for kind, wanted in KINDS.items():
        if {wanted[name].lower() for name in NEEDED[kind]} <= present:
            return kind
    return None


def not_needed(columns: Iterable[str]) -> str:
    """Name in French the official file that holds these columns and that a search has no use for."""
    present = {column.strip().lower() for column in columns}
    return next((name for column, name in NOT_NEEDED.items() if column in present), "")


def found_columns(kind: Kind, columns: Iterable[str]) -> dict[str, str]:
    """Map each column we read to the name it has in this file; a missing one is left out."""
    by_name = {column.strip().lower(): column for column in columns}
    found = {
        ours: by_name[official.lower()]
        for ours, official in KINDS[kind].items()
        if official.lower() in by_name
    }
    renamed = next((column for low, column in by_name.items() if RENAMED_2025.fullmatch(low)), None)
    if kind == "establishments" and renamed is not None:
        found.setdefault("activity_2025", renamed)
    return found


def vintage(kind: Kind, count: int) -> str:
    """Say in French which stocks have this number of columns."""
    when = VINTAGES.get(kind, {}).get(count)
    return f"{count} colonnes ({when})" if when else f"{count} colonnes"
