"""Searching the imported stock: one statement, whose filters are those the student gave."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import duckdb

from tremplin.companies.activities import FILES, activities_named
from tremplin.companies.company import Answer, Company, Query, dotted
from tremplin.companies.sirene import index
from tremplin.companies.sirene.noting import counted
from tremplin.companies.sirene.places import Place, commune_name, places
from tremplin.companies.sirene.refusals import Refused

SOURCE: Final = "Sirene (Insee)"
UNNAMED: Final = "Nom non publié"
NOT_TOLD: Final = ("NN", "")
MOST: Final = 1000
DEGREE_KM: Final = 111.0
EARTH_KM: Final = 6371.0088
ACTIVITY: Final = re.compile(r"\d{2}(\.\d{1,2}[A-Z]?)?")
NUMBER: Final = re.compile(r"\d{9}(\d{5})?")
DISTANCE: Final = (
    f"2 * {EARTH_KM} * asin(sqrt(pow(sin(radians(latitude - $latitude) / 2), 2)"
    " + cos(radians($latitude)) * cos(radians(latitude))"
    " * pow(sin(radians(longitude - $longitude) / 2), 2)))"
)
COLUMNS: Final = (
    "siret, name, activity, nomenclature, activity_2025, headcount, headcount_year, created_on, "
    "is_head_office, address, postcode, commune_code, commune, latitude, longitude, is_approximate"
)


class BadQuestion(Refused):
    """A criterion cannot be understood; the sentence says which one."""


@dataclass(slots=True)
class _Asked:
    """The question as conditions and parameters, built step by step."""

    conditions: list[str] = field(default_factory=list)
    parameters: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    place: Place | None = None
    words: tuple[str, ...] = ()

    def bind(self, value: object) -> str:
        name = f"p{len(self.parameters)}"
        self.parameters[name] = value
        return f"${name}"

    @property
    def has_point(self) -> bool:
        return "latitude" in self.parameters


def search(query: Query, *, folder: Path, on: date) -> Answer:
    """Answer from the imported stock.

    Args:
        query: what the student looks for; words all begin a word of the name, or else are sought in the
            wording of activities; codes of both nomenclatures are understood; a commune without a radius
            means inside it.
        folder: where the index lives.
        on: the day ages are counted from.

    Returns:
        Companies: by distance when a point is known, the exact name first when words are given, else head
        offices first, the biggest first; with how many match, and how many are partially diffused.

    Raises:
        NothingImported: no stock was imported.
        BadQuestion: a code, a place or a number cannot be understood.
    """
    answer = _answer(query, folder, on)
    codes = _codes_named(query.words)
    if answer.total or query.activities or not codes:
        return answer
    by_activity = _answer(replace(query, words="", activities=codes), folder, on)
    told = f"Aucun nom ne contient « {query.words.strip()} » : voici les activités qui portent ce nom."
    return replace(by_activity, notes=(told, *by_activity.notes)) if by_activity.total else answer


def _codes_named(words: str) -> tuple[str, ...]:
    if not words.strip() or NUMBER.fullmatch("".join(words.split())):
        return ()
    named = [activities_named(words, nomenclature=nomenclature) for nomenclature in FILES]
    return tuple(code for pairs in named for code, _ in pairs)


def _answer(query: Query, folder: Path, on: date) -> Answer:
    reader = index.reader(folder)
    asked = _Asked()
    _ask_place(asked, query, folder)
    _ask_words(asked, query, reader)
    _ask_activities(asked, query)
    _ask_size_and_age(asked, query, on)
    _ask_exclusions(asked, query, reader)
    rows, total = _found(asked, query, reader)
    hidden = _hidden(asked, query, reader)
    report = index.imported(folder)
    as_of = report.as_of if report else None
    return Answer(
        companies=tuple(_company(row, as_of) for row in rows),
        total=total,
        notes=tuple(_notes(asked, len(rows), total, hidden, as_of)),
        hidden=hidden,
    )


def by_siret(siret: str, *, folder: Path, on: date) -> Company | None:
    """Return the company of this SIRET, or the head office of this SIREN; None when it is not proposed."""
    found = search(Query(words=siret, limit=1), folder=folder, on=on).companies
    return found[0] if found else None


def _ask_place(asked: _Asked, query: Query, folder: Path) -> None:
    if query.km is not None and not 0 < query.km <= MOST:
        raise BadQuestion(f"La distance vaut {query.km:g} km. Donnez un nombre entre 1 et {MOST}.")
    if query.latitude is not None and query.longitude is not None:
        asked.parameters |= {"latitude": query.latitude, "longitude": query.longitude}
    elif query.commune:
        asked.place = _place(asked, query.commune, folder)
        if asked.place.latitude is not None:
            asked.parameters |= {"latitude": asked.place.latitude, "longitude": asked.place.longitude}
    elif query.km is not None:
        raise BadQuestion("Une distance sans lieu ne dit rien. Donnez aussi une commune.")
    if query.km is not None and asked.has_point:
        _ask_radius(asked, query.km)
    elif asked.place is not None:
        _ask_commune(asked, asked.place, query.km)


def _place(asked: _Asked, words: str, folder: Path) -> Place:
    found = places(words, folder=folder, limit=4)
    if not found:
        raise BadQuestion(
            f"Aucune commune « {words} » dans le stock importé. Vérifiez le nom, ou donnez son code Insee."
        )
    namesakes = [other.shown for other in found[1:] if other.name == found[0].name]
    if namesakes:
        asked.notes.append(
            f"Plusieurs communes s’appellent {found[0].name} : {found[0].shown} est prise. "
            f"Les autres : {', '.join(namesakes)}."
        )
    return found[0]


def _ask_radius(asked: _Asked, km: float) -> None:
    latitude, longitude = asked.parameters["latitude"], asked.parameters["longitude"]
    high = km / DEGREE_KM
    wide = km / (DEGREE_KM * max(math.cos(math.radians(abs(latitude) + high)), 0.01))
    asked.conditions += [
        f"latitude BETWEEN {asked.bind(latitude - high)} AND {asked.bind(latitude + high)}",
        f"longitude BETWEEN {asked.bind(longitude - wide)} AND {asked.bind(longitude + wide)}",
        f"{DISTANCE} <= {asked.bind(km)}",
    ]


def _ask_commune(asked: _Asked, place: Place, km: float | None) -> None:
    asked.conditions.append(f"list_contains({asked.bind(list(place.codes))}, commune_code)")
    if km is not None:
        asked.notes.append(
            f"Aucune entreprise de {place.name} n’a de coordonnées : la distance ne peut pas être comptée, "
            "seule la commune est montrée. Importez aussi le fichier Geolocalisation."
        )


def _ask_words(asked: _Asked, query: Query, reader: duckdb.DuckDBPyConnection) -> None:
    number = "".join(query.words.split())
    if NUMBER.fullmatch(number):
        first = int(number.ljust(14, "0"))
        last = first if len(number) == 14 else first + 99_999
        asked.conditions.append(f"siret BETWEEN {asked.bind(first)} AND {asked.bind(last)}")
        return
    asked.words = _words(reader, query.words)
    if query.words.strip() and not asked.words:
        raise BadQuestion(f"« {query.words} » ne contient aucun mot de deux lettres ou plus.")
    asked.conditions += [f"units.rowid IN ({_units_with(asked, word)})" for word in asked.words]


def _words(reader: duckdb.DuckDBPyConnection, text: str) -> tuple[str, ...]:
    row = reader.execute("SELECT words_of(?)", [text]).fetchone()
    return tuple(row[0]) if row and row[0] else ()


def _units_with(asked: _Asked, word: str) -> str:
    last = asked.bind(word[:-1] + chr(ord(word[-1]) + 1))
    return f"SELECT unit FROM words WHERE word >= {asked.bind(word)} AND word < {last}"  # noqa: S608 bound


def _ask_activities(asked: _Asked, query: Query) -> None:
    if query.activities:
        asked.conditions.append(_has_activity(asked, query.activities))


def _has_activity(asked: _Asked, codes: tuple[str, ...]) -> str:
    alternatives = []
    for code in codes:
        beginning = dotted(code)
        if not ACTIVITY.fullmatch(beginning):
            raise BadQuestion(f"« {code} » n’est pas un code d’activité. Exemples : 62, 62.0, 62.01Z.")
        bound = asked.bind(beginning)
        alternatives.append(
            f"coalesce(starts_with(activity, {bound}), false)"
            f" OR coalesce(starts_with(activity_2025, {bound}), false)"
        )
    return f"({' OR '.join(alternatives)})"


def _ask_size_and_age(asked: _Asked, query: Query, on: date) -> None:
    if query.headcounts:
        told = [code for code in query.headcounts if code not in NOT_TOLD]
        untold = " OR headcount IS NULL" if len(told) < len(query.headcounts) else ""
        asked.conditions.append(f"(coalesce(list_contains({asked.bind(told)}, headcount), false){untold})")
    if query.youngest is not None:
        asked.conditions.append(f"created_on <= {asked.bind(_years_before(on, query.youngest))}")
    if query.oldest is not None:
        asked.conditions.append(f"created_on > {asked.bind(_years_before(on, query.oldest + 1))}")


def _years_before(on: date, years: int) -> date:
    if not 0 <= years < on.year:
        raise BadQuestion(f"Un âge de {years} ans ne convient pas. Donnez un nombre d’années positif.")
    leap = on.month == 2 and on.day == 29
    return on.replace(year=on.year - years, day=28 if leap else on.day)


def _ask_exclusions(asked: _Asked, query: Query, reader: duckdb.DuckDBPyConnection) -> None:
    for text in query.without_words:
        for word in _words(reader, text):
            asked.conditions.append(f"units.rowid NOT IN ({_units_with(asked, word)})")
    if query.without_sirens:
        sirens = [int(digits[:9]) for siren in query.without_sirens if (digits := re.sub(r"\D", "", siren))]
        asked.conditions.append(f"NOT list_contains({asked.bind(sirens)}, siret // 100000)")
    if query.without_activities:
        asked.conditions.append(f"NOT {_has_activity(asked, query.without_activities)}")


def _found(asked: _Asked, query: Query, reader: duckdb.DuckDBPyConnection) -> tuple[list[Any], int]:
    limit = asked.bind(max(1, min(query.limit, MOST)))
    distance = DISTANCE if asked.has_point else "NULL"
    exact = "false"
    if asked.words:
        exact = f"coalesce(folded(name) = folded({asked.bind(query.words.strip())}), false)"
    order = "is_exact DESC, distance, is_head_office DESC, headcount DESC NULLS LAST, siret"
    statement = f"""
        WITH found AS MATERIALIZED (
            SELECT units.rowid AS unit, siret, {distance} AS distance, {exact} AS is_exact, is_head_office,
                headcount
            FROM units WHERE {" AND ".join(asked.conditions) or "true"}
        ), shown AS (SELECT * FROM found ORDER BY {order} LIMIT {limit})
        SELECT {", ".join(f"units.{column}" for column in COLUMNS.split(", "))}, shown.distance,
            (SELECT count(*) FROM found)
        FROM shown JOIN units ON units.rowid = shown.unit
        ORDER BY shown.is_exact DESC, shown.distance, shown.is_head_office DESC,
            shown.headcount DESC NULLS LAST, shown.siret
    """  # noqa: S608 every value is bound
    rows = reader.execute(statement, asked.parameters).fetchall()
    return rows, int(rows[0][-1]) if rows else 0


def _company(row: tuple[Any, ...], as_of: date | None) -> Company:
    siret, name, activity, nomenclature, activity_2025, headcount, year, created_on, is_head_office = row[:9]
    address, postcode, commune_code, commune, latitude, longitude, is_approximate, distance, _ = row[9:]
    digits = f"{siret:014d}"
    return Company(
        siret=digits,
        siren=digits[:9],
        name=name or UNNAMED,
        activity=activity or activity_2025 or "",
        nomenclature=nomenclature if activity else "NAF2025" if activity_2025 else "",
        headcount=headcount or "",
        headcount_year=year,
        created_on=created_on,
        is_head_office=is_head_office,
        address=address or "",
        postcode=postcode or "",
        commune_code=commune_code or "",
        commune=commune_name(commune or ""),
        latitude=latitude,
        longitude=longitude,
        is_approximate=is_approximate and latitude is not None,
        distance_km=round(distance, 3) if distance is not None else None,
        source=SOURCE,
        as_of=as_of,
    )


def _notes(asked: _Asked, shown: int, total: int, hidden: int, as_of: date | None) -> Iterator[str]:
    yield from asked.notes
    if not total:
        yield "Aucune entreprise ne correspond. Retirez un critère, ou élargissez la distance."
    elif shown < total:
        yield f"{counted(shown, 'établissement montré', 'établissements montrés')} sur {total:_}.".replace(
            "_", "\u202f"
        )
    if hidden:
        one = "établissement en diffusion partielle n’est pas proposé"
        several = "établissements en diffusion partielle ne sont pas proposés"
        yield f"{counted(hidden, one, several)} : leurs données ne peuvent pas servir à prospecter."
    if as_of:
        yield f"Source : Insee, base Sirene, stock du {as_of:%d/%m/%Y}."


def _hidden(asked: _Asked, query: Query, reader: duckdb.DuckDBPyConnection) -> int:
    """Count the partially diffused units of the same activity and place; nothing else is known of them."""
    if query.words.strip():
        return 0
    counting = _Asked()
    if query.km is not None and asked.has_point:
        counting.parameters |= {key: asked.parameters[key] for key in ("latitude", "longitude")}
        _ask_radius(counting, query.km)
    elif asked.place is not None:
        _ask_commune(counting, asked.place, None)
    _ask_activities(counting, query)
    if query.without_activities:
        counting.conditions.append(f"NOT {_has_activity(counting, query.without_activities)}")
    row = reader.execute(
        "SELECT sum(hidden.units) FROM hidden LEFT JOIN places ON code = commune_code AND NOT is_city "  # noqa: S608 every value is bound
        f"WHERE {' AND '.join(counting.conditions) or 'true'}",
        counting.parameters,
    ).fetchone()
    return int(row[0]) if row and row[0] else 0
