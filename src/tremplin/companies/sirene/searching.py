"""Searching the imported stock: one statement, whose filters are those the student gave."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import duckdb

from tremplin.companies.activities import FILES, activities_named
from tremplin.companies.company import Answer, Company, Query
from tremplin.companies.sirene import index
from tremplin.companies.sirene.asking import DISTANCE, NUMBER, Asked, ask, units_with, units_with_all
from tremplin.companies.sirene.noting import counted
from tremplin.companies.sirene.places import commune_name

SOURCE: Final = "Sirene (Insee)"
UNNAMED: Final = "Nom non publié"
MOST: Final = 1000
ORDER: Final = "is_exact DESC, distance, weight DESC, unit"
COLUMNS: Final = (
    "siret, name, activity, nomenclature, activity_2025, headcount, headcount_year, created_on, "
    "is_head_office, address, postcode, commune_code, commune, latitude, longitude, is_approximate"
)


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
    if answer.total or query.activities or not (codes := _codes_named(query.words)):
        return answer
    by_activity = _answer(replace(query, words="", activities=codes), folder, on)
    told = f"Aucun nom ne contient « {query.words.strip()} » : voici les activités qui portent ce nom."
    return replace(by_activity, notes=(told, *by_activity.notes)) if by_activity.total else answer


def by_siret(siret: str, *, folder: Path, on: date) -> Company | None:
    """Return the company of this SIRET, or the head office of this SIREN; None when it is not proposed."""
    found = search(Query(words=siret, limit=1), folder=folder, on=on).companies
    return found[0] if found else None


def _codes_named(words: str) -> tuple[str, ...]:
    if not words.strip() or NUMBER.fullmatch("".join(words.split())):
        return ()
    named = [activities_named(words, nomenclature=nomenclature) for nomenclature in FILES]
    return tuple(code for pairs in named for code, _ in pairs)


def _answer(query: Query, folder: Path, on: date) -> Answer:
    asked = ask(query, folder=folder, on=on)
    reader = index.reader(folder)
    try:
        rows = reader.execute(_statement(asked, query, reader), asked.parameters).fetchall()
    except (duckdb.IOException, duckdb.InternalException, duckdb.SerializationException) as problem:
        raise index.damaged() from problem
    total, hidden = rows[0][:2]
    found = [row[2:] for row in rows if row[2] is not None]
    report = index.imported(folder)
    as_of = report.as_of if report else None
    return Answer(
        companies=tuple(_company(row, as_of) for row in found),
        total=total,
        notes=tuple(_notes(asked, len(found), total, hidden, as_of)),
        hidden=hidden,
    )


def _statement(asked: Asked, query: Query, reader: duckdb.DuckDBPyConnection) -> str:
    """Return the statement: both counts on every row, then the columns, NULL when nothing is found."""
    hidden = f"coalesce(sum(units), 0)::BIGINT FROM hidden WHERE {' AND '.join(asked.of_hidden) or 'true'}"
    counted_hidden = "SELECT 0" if query.words.strip() else f"SELECT {hidden}"
    words_alone = asked.words and not asked.conditions and not asked.has_point
    found = _by_words(asked, reader) if words_alone else _by_conditions(asked, query)
    narrows = asked.words or asked.place or query.km is not None or query.activities
    kept = "MATERIALIZED" if narrows else "NOT MATERIALIZED"
    limit = asked.bind(max(1, min(query.limit, MOST)))
    columns = ", ".join(f"units.{column}" for column in COLUMNS.split(", "))
    return f"""
        WITH found AS {kept} ({found}), shown AS (SELECT * FROM found ORDER BY {ORDER} LIMIT {limit}),
            counts AS (SELECT (SELECT count(*) FROM found) AS total, ({counted_hidden}) AS hidden)
        SELECT counts.total, counts.hidden, {columns}, shown.distance
        FROM counts LEFT JOIN (shown JOIN units ON units.rowid = shown.unit) ON true ORDER BY {ORDER}
    """  # noqa: S608 every value is bound


def _by_conditions(asked: Asked, query: Query) -> str:
    distance = DISTANCE if asked.has_point else "NULL"
    exact = "false"
    if asked.words:
        exact = f"coalesce(folded(name) = folded({asked.bind(query.words.strip())}), false)"
        asked.require(f"units.rowid IN ({units_with_all(asked, asked.words)})")
    return (
        f"SELECT units.rowid AS unit, {distance} AS distance, {exact} AS is_exact, "  # noqa: S608 bound
        "weight_of(is_head_office, headcount) AS weight "
        f"FROM units WHERE {' AND '.join(asked.conditions) or 'true'}"
    )


def _by_words(asked: Asked, reader: duckdb.DuckDBPyConnection) -> str:
    """Answer words from their own table: « SARL » is in millions of names, which are then never read.

    The commonest word is walked through, the rarer ones are looked up.
    """
    first, *others = sorted(asked.words, key=lambda word: _uses(reader, word), reverse=True)
    word, begins = asked.bind(first), units_with(asked, first)
    if others:
        return (
            f"SELECT unit, NULL AS distance, bool_or(word = {word} AND name_size = {len(asked.words)}) "  # noqa: S608 bound
            "AS is_exact, max(weight) AS weight FROM words "
            f"WHERE {begins} AND unit IN ({units_with_all(asked, tuple(others))}) GROUP BY unit"
        )
    return (
        f"SELECT unit, NULL AS distance, name_size = 1 AS is_exact, weight FROM words WHERE word = {word} "  # noqa: S608 bound
        "UNION ALL SELECT unit, NULL, false, max(weight) FROM words "
        f"WHERE {begins} AND word <> {word} AND unit NOT IN (SELECT unit FROM words WHERE word = {word}) "
        "GROUP BY unit"
    )


def _uses(reader: duckdb.DuckDBPyConnection, word: str) -> int:
    asked = Asked()
    condition = units_with(asked, word)
    row = reader.execute(f"SELECT count(*) FROM words WHERE {condition}", asked.parameters).fetchone()  # noqa: S608 bound
    return int(row[0]) if row else 0


def _company(row: tuple[Any, ...], as_of: date | None) -> Company:
    siret, name, activity, nomenclature, activity_2025, headcount, year, created_on, is_head_office = row[:9]
    address, postcode, commune_code, commune, latitude, longitude, is_approximate, distance = row[9:]
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


def _notes(asked: Asked, shown: int, total: int, hidden: int, as_of: date | None) -> Iterator[str]:
    yield from asked.notes
    if not total:
        yield "Aucune entreprise ne correspond. Retirez un critère, ou élargissez la distance."
    elif shown < total:
        yield f"{counted(shown, 'établissement montré', 'établissements montrés')} sur {total:_}.".replace(
            "_", "\u202f"
        )
    if hidden:
        one, several = "établissement n’est pas proposé", "établissements ne sont pas proposés"
        yield (
            f"{counted(hidden, one, several)}, en diffusion partielle : "
            "le Code de commerce (R123-232-1) interdit de s’en servir pour prospecter."
        )
    if as_of:
        yield f"Source : Insee, base Sirene, stock du {as_of:%d/%m/%Y}."
