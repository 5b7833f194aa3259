"""Communes of the imported stock: a name or a code in, a point out."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import duckdb

from tremplin.companies.sirene import index

COLUMNS: Final = "code, codes, name, units, latitude, longitude"
CODE: Final = re.compile(r"\d[\dAB]\d{3}")
DEPARTMENT: Final = re.compile(
    r"(?P<name>.*[^\W\d].*?)[\s,]*(?:\((?P<told>\w{2,3})\)|\s(?P<bare>\d{2,3}|2[ab]))", re.IGNORECASE
)
FEWEST_LETTERS: Final = 3
SMALL_WORDS: Final = frozenset(
    ("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "lès", "sous", "sur")
)
ARRONDISSEMENT: Final = re.compile(r"^(?P<city>Paris|Lyon|Marseille) (?P<rank>\d{1,2})(?:er|eme|e)?$")


@dataclass(frozen=True, slots=True)
class Place:
    """A commune; Paris, Lyon and Marseille come whole, and by arrondissement when one is named.

    Attributes:
        code: INSEE code, five characters.
        codes: the codes its companies have: one, or those of its arrondissements.
        units: companies that can be proposed there.
        latitude, longitude: median of the imported coordinates of its companies, degrees; None when none has.
        is_exact: what was typed is its whole name, code or postcode.
    """

    code: str
    codes: tuple[str, ...]
    name: str
    units: int
    latitude: float | None
    longitude: float | None
    is_exact: bool = True

    @property
    def shown(self) -> str:
        """The name with the *département*, which tells two communes of one name apart."""
        return f"{self.name} ({self.code[:3] if self.code.startswith('97') else self.code[:2]})"


def places(words: str, *, folder: Path, limit: int = 10) -> tuple[Place, ...]:
    """Find communes by name, INSEE code or postcode.

    Args:
        words: « Lyon », « st etienne », « Saint-Denis (974) », « 69003 »; accents, case and « saint » or
            « st » do not matter.
        folder: where the index lives.
        limit: communes returned at most.

    Returns:
        The communes whose whole name it is first, then those whose name begins so, the biggest first;
        those of a postcode come before the one of an INSEE code written the same.

    Raises:
        NothingImported: no stock was imported.
    """
    return _kept(index.current(folder), folder, words, limit) if words.strip() else ()


@lru_cache(maxsize=256)
def _kept(_index: Path | None, folder: Path, words: str, limit: int) -> tuple[Place, ...]:
    """Look a commune up once for each index: the same one is asked search after search."""
    reader = index.reader(folder)
    code = words.strip().upper()
    if CODE.fullmatch(code):
        by_postcode = _rows(reader, "list_contains(postcodes, ?) AND NOT is_city", [code], limit)
        return tuple(dict.fromkeys((*by_postcode, *_rows(reader, "code = ?", [code], limit))))[:limit]
    named = re.sub(r"(?i)\barrondissement\b", "", words)
    return _named(reader, named, limit) or _named_in_department(reader, named, limit)


def _named(reader: duckdb.DuckDBPyConnection, words: str, limit: int) -> tuple[Place, ...]:
    whole_or_start = "key = place_key(?) OR starts_with(key, place_key(?) || ' ')"
    found = _rows(reader, whole_or_start, [words, words], limit)
    if found or sum(map(str.isalpha, words)) < FEWEST_LETTERS:
        return found
    return _rows(reader, "contains(' ' || key, ' ' || place_key(?))", [words], limit)


def _named_in_department(reader: duckdb.DuckDBPyConnection, words: str, limit: int) -> tuple[Place, ...]:
    """Find « Saint-Denis (974) » or « Paris 75 »."""
    if (asked := DEPARTMENT.fullmatch(words.strip())) is None:
        return ()
    department = (asked["told"] or asked["bare"]).upper()
    return _rows(
        reader,
        "(key = place_key(?) OR starts_with(key, place_key(?) || ' ')) AND starts_with(code, ?)",
        [asked["name"], asked["name"], department],
        limit,
    )


def _rows(
    reader: duckdb.DuckDBPyConnection, condition: str, parameters: list[Any], limit: int
) -> tuple[Place, ...]:
    rows = reader.execute(
        f"SELECT {COLUMNS}, key = place_key(?) OR regexp_full_match(?, '[0-9][0-9AB][0-9]{{3}}') AS is_exact "  # noqa: S608 text of ours
        f"FROM places WHERE {condition} ORDER BY is_exact DESC, units DESC, code LIMIT ?",
        [parameters[0], parameters[0], *parameters, limit],
    ).fetchall()
    return tuple(
        Place(code, tuple(codes), commune_name(name), units, latitude, longitude, is_exact)
        for code, codes, name, units, latitude, longitude, is_exact in rows
    )


def commune_name(name: str) -> str:
    """Write a name given in capitals as one reads it: « L'HAY-LES-ROSES » is « L’Hay-les-Roses »."""
    if not name.isupper():
        return name
    pieces: list[str] = []
    for piece in name.replace("'", "’").lower().replace("-", " - ").replace("’", " ’ ").split(" "):
        is_small = pieces and piece in SMALL_WORDS
        pieces.append(piece if is_small else piece[:1].upper() + piece[1:])
    return ARRONDISSEMENT.sub(_ordinal, " ".join(pieces).replace(" - ", "-").replace(" ’ ", "’"))


def _ordinal(found: re.Match[str]) -> str:
    rank = int(found["rank"])
    return f"{found['city']} {rank}{'er' if rank == 1 else 'e'}"
