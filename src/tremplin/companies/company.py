"""A company as every source answers it, and the question put to them (*établissement*, *unité légale*)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

NOT_TOLD: Final = "effectif non communiqué"
HEADCOUNTS: Final = {
    "00": "aucun salarié",
    "01": "1 ou 2 salariés",
    "02": "3 à 5 salariés",
    "03": "6 à 9 salariés",
    "11": "10 à 19 salariés",
    "12": "20 à 49 salariés",
    "21": "50 à 99 salariés",
    "22": "100 à 199 salariés",
    "31": "200 à 249 salariés",
    "32": "250 à 499 salariés",
    "41": "500 à 999 salariés",
    "42": "1\u202f000 à 1\u202f999 salariés",
    "51": "2\u202f000 à 4\u202f999 salariés",
    "52": "5\u202f000 à 9\u202f999 salariés",
    "53": "10\u202f000 salariés ou plus",
}


@dataclass(frozen=True, slots=True)
class Company:
    """One place of business (*établissement*) of a company (*unité légale*).

    Attributes:
        siret: fourteen digits; empty when the source knows the company alone.
        siren: the first nine of them.
        activity: NAF code with its dot, « 62.01Z ».
        nomenclature: "NAFRev2", "NAF2025" or "" when the source does not say.
        headcount: code of the band (*tranche d'effectifs*), "" when not told.
        headcount_year: year the band speaks of; about two years old.
        commune_code: INSEE code, five characters; arrondissements of Paris, Lyon, Marseille have theirs.
        latitude, longitude: degrees, WGS84; None when unknown.
        is_approximate: the point is about the street or the commune, not the door.
        distance_km: from the point asked, in kilometres; None when no point was asked.
        source: who said so, as shown to the student.
        as_of: day of the data; None when unknown.
    """

    siret: str
    siren: str
    name: str
    activity: str = ""
    nomenclature: str = ""
    headcount: str = ""
    headcount_year: int | None = None
    created_on: date | None = None
    is_head_office: bool = False
    address: str = ""
    postcode: str = ""
    commune_code: str = ""
    commune: str = ""
    latitude: float | None = None
    longitude: float | None = None
    is_approximate: bool = False
    distance_km: float | None = None
    source: str = ""
    as_of: date | None = None
    website: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """What the student looks for; an empty field asks nothing.

    Attributes:
        words: words of the name; all must be there.
        activities: NAF codes or their beginnings, with or without the dot.
        headcounts: codes of bands; « NN » for the companies that tell none.
        youngest, oldest: age in whole years, bounds included.
        commune: INSEE code or name; the point is that of the commune unless one is given.
        latitude, longitude: degrees, WGS84.
        km: radius around the point.
        without_words, without_sirens, without_activities: what is set aside.
        limit: companies returned at most.
    """

    words: str = ""
    activities: tuple[str, ...] = ()
    headcounts: tuple[str, ...] = ()
    youngest: int | None = None
    oldest: int | None = None
    commune: str = ""
    latitude: float | None = None
    longitude: float | None = None
    km: float | None = None
    without_words: tuple[str, ...] = ()
    without_sirens: tuple[str, ...] = ()
    without_activities: tuple[str, ...] = ()
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Answer:
    """What a source answered.

    Attributes:
        total: companies that match, shown or not; None when the source does not count.
        is_capped: the source stopped counting at `total`.
        notes: French sentences to show beside the companies.
        hidden: partially diffused units (*diffusion partielle*) set aside, never proposed.
        is_partial: the source stopped on the way, or one of its own sources did.
    """

    companies: tuple[Company, ...] = ()
    total: int | None = None
    is_capped: bool = False
    notes: tuple[str, ...] = ()
    hidden: int = 0
    is_partial: bool = False


def headcount_label(code: str) -> str:
    """Say a headcount band in French; a missing one is « effectif non communiqué », never zero."""
    return HEADCOUNTS.get(code, NOT_TOLD)


def dotted(code: str) -> str:
    """Return an activity code or its beginning with its dot and a capital: « 6201z » gives « 62.01Z »."""
    bare = "".join(code.split()).replace(".", "").upper()
    return f"{bare[:2]}.{bare[2:]}" if len(bare) > 2 else bare
