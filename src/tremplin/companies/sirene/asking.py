"""From a student's question to conditions on the stock, or to a sentence that says what is not understood."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

import duckdb

from tremplin.companies.company import Query, dotted
from tremplin.companies.sirene import index
from tremplin.companies.sirene.places import Place, places
from tremplin.companies.sirene.refusals import Refused

NOT_TOLD: Final = ("NN", "")
FARTHEST_KM: Final = 1000
MOST_NAMESAKES: Final = 20
DEGREE_KM: Final = 111.0
EARTH_KM: Final = 6371.0088
ACTIVITY: Final = re.compile(r"\d{2}(\.\d{1,2}[A-Z]?)?")
NUMBER: Final = re.compile(r"\d{9}(\d{5})?")
DISTANCE: Final = (
    f"2 * {EARTH_KM} * asin(sqrt(pow(sin(radians(latitude - $latitude) / 2), 2)"
    " + cos(radians($latitude)) * cos(radians(latitude))"
    " * pow(sin(radians(longitude - $longitude) / 2), 2)))"
)


class BadQuestion(Refused):
    """A criterion cannot be understood; the sentence says which one."""


@dataclass(slots=True)
class Asked:
    """The question as conditions on columns; every value is a parameter.

    Attributes:
        conditions: what a unit must satisfy, words aside.
        of_hidden: those of them that partially diffused units, counted only, can satisfy.
        words: folded beginnings of words the name must have.
    """

    conditions: list[str] = field(default_factory=list)
    of_hidden: list[str] = field(default_factory=list)
    parameters: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    place: Place | None = None
    words: tuple[str, ...] = ()

    def bind(self, value: object) -> str:
        """Keep a value and return the name the statement knows it by."""
        name = f"p{len(self.parameters)}"
        self.parameters[name] = value
        return f"${name}"

    def require(self, *conditions: str, of_hidden: bool = False) -> None:
        """Add conditions; `of_hidden` when they are on what is kept of hidden units too."""
        self.conditions += conditions
        if of_hidden:
            self.of_hidden += conditions

    @property
    def has_point(self) -> bool:
        """Whether distances can be counted."""
        return "latitude" in self.parameters


def ask(query: Query, *, folder: Path, on: date) -> Asked:
    """Understand a question.

    Raises:
        BadQuestion: a code, a place or a number cannot be understood.
        NothingImported: no stock was imported.
    """
    reader = index.reader(folder)
    asked = Asked()
    _ask_place(asked, query, folder)
    _ask_words(asked, query, reader)
    if query.activities:
        asked.require(_has_activity(asked, query.activities), of_hidden=True)
    _ask_size_and_age(asked, query, on)
    _ask_exclusions(asked, query, reader)
    return asked


def units_with(asked: Asked, word: str) -> str:
    """Return the condition, on the table of words, of those that begin so."""
    after = asked.bind(word[:-1] + chr(ord(word[-1]) + 1))
    return f"word >= {asked.bind(word)} AND word < {after}"


def units_with_all(asked: Asked, words: tuple[str, ...]) -> str:
    """Return the statement that lists the units having all these words."""
    return " INTERSECT ".join(
        f"SELECT unit FROM words WHERE {units_with(asked, word)}"  # noqa: S608 bound
        for word in words
    )


def _ask_place(asked: Asked, query: Query, folder: Path) -> None:
    if query.km is not None and not 0 < query.km <= FARTHEST_KM:
        raise BadQuestion(f"La distance vaut {query.km:g} km. Donnez un nombre entre 1 et {FARTHEST_KM}.")
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


def _place(asked: Asked, words: str, folder: Path) -> Place:
    found = places(words, folder=folder, limit=MOST_NAMESAKES)
    if not found:
        raise BadQuestion(
            f"Aucune commune « {words} » dans le stock importé. Vérifiez le nom, ou donnez son code Insee."
        )
    asked.notes += _unsure(words.strip(), *found)
    return found[0]


def _unsure(words: str, taken: Place, *others: Place) -> Iterator[str]:
    """Say which place was taken when the words could mean another."""
    if not taken.is_exact:
        yield f"« {words} » n’est le nom d’aucune commune du stock : {taken.shown} est prise."
    elif any(sign.isdecimal() for sign in words[:2]) and others:
        also = ", ".join(other.shown for other in others)
        yield f"{words} désigne plusieurs communes : {taken.shown} est prise. Aussi : {also}."
    elif namesakes := [other.shown for other in others if other.name == taken.name]:
        yield (
            f"Plusieurs communes s’appellent {taken.name} : {taken.shown} est prise. "
            f"Les autres : {', '.join(namesakes)}."
        )


def _ask_radius(asked: Asked, km: float) -> None:
    latitude, longitude = asked.parameters["latitude"], asked.parameters["longitude"]
    high = km / DEGREE_KM
    wide = km / (DEGREE_KM * max(math.cos(math.radians(abs(latitude) + high)), 0.01))
    asked.require(
        f"latitude BETWEEN {asked.bind(latitude - high)} AND {asked.bind(latitude + high)}",
        f"longitude BETWEEN {asked.bind(longitude - wide)} AND {asked.bind(longitude + wide)}",
        f"{DISTANCE} <= {asked.bind(km)}",
        of_hidden=True,
    )


def _ask_commune(asked: Asked, place: Place, km: float | None) -> None:
    asked.require(f"list_contains({asked.bind(list(place.codes))}, commune_code)", of_hidden=True)
    if km is not None:
        asked.notes.append(
            f"Aucune entreprise de {place.name} n’a de coordonnées : la distance ne peut pas être comptée, "
            "seule la commune est montrée. Importez aussi le fichier Geolocalisation."
        )


def _ask_words(asked: Asked, query: Query, reader: duckdb.DuckDBPyConnection) -> None:
    if not query.words.strip():
        return
    number = "".join(query.words.split())
    if NUMBER.fullmatch(number):
        first = int(number.ljust(14, "0"))
        last = first if len(number) == 14 else first + 99_999
        asked.require(f"siret BETWEEN {asked.bind(first)} AND {asked.bind(last)}")
        return
    asked.words = _words(reader, query.words)
    if not asked.words:
        raise BadQuestion(f"« {query.words} » ne contient aucun mot de deux lettres ou plus.")


def _words(reader: duckdb.DuckDBPyConnection, text: str) -> tuple[str, ...]:
    row = reader.execute("SELECT words_of(?)", [text]).fetchone()
    return tuple(row[0]) if row and row[0] else ()


def _has_activity(asked: Asked, codes: tuple[str, ...]) -> str:
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


def _ask_size_and_age(asked: Asked, query: Query, on: date) -> None:
    if query.headcounts:
        told = [code for code in query.headcounts if code not in NOT_TOLD]
        untold = " OR headcount IS NULL" if len(told) < len(query.headcounts) else ""
        asked.require(f"(coalesce(list_contains({asked.bind(told)}, headcount), false){untold})")
    if query.youngest is not None:
        asked.require(f"created_on <= {asked.bind(_years_before(on, query.youngest))}")
    if query.oldest is not None:
        asked.require(f"created_on > {asked.bind(_years_before(on, query.oldest, more=1))}")


def _years_before(on: date, age: int, *, more: int = 0) -> date:
    years = age + more
    if age < 0 or years >= on.year:
        raise BadQuestion(f"Un âge de {age} ans ne convient pas. Donnez un nombre d’années positif.")
    leap = on.month == 2 and on.day == 29
    return on.replace(year=on.year - years, day=28 if leap else on.day)


def _ask_exclusions(asked: Asked, query: Query, reader: duckdb.DuckDBPyConnection) -> None:
    for text in query.without_words:
        if words := _words(reader, text):
            asked.require(f"units.rowid NOT IN ({units_with_all(asked, words)})")
    if query.without_sirens:
        sirens = [int(digits[:9]) for siren in query.without_sirens if (digits := re.sub(r"\D", "", siren))]
        asked.require(f"NOT list_contains({asked.bind(sirens)}, siret // 100000)")
    if query.without_activities:
        asked.require(f"NOT {_has_activity(asked, query.without_activities)}", of_hidden=True)
