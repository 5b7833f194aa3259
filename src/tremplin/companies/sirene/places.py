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
    """

    code: str
    codes: tuple[str, ...]
    name: str
    units: int
    latitude: float | None
    longitude: float | None

    @property
    def shown(self) -> str:
        """The name with the *département*, which tells two communes of one name apart."""
        return f"{self.name} ({self.code[:3] if self.code.startswith('97') else self.code[:2]})"


def places(words: str, *, folder: Path, limit: int = 10) -> tuple[Place, ...]:
    """Find communes by name, INSEE code or postcode.

    Args:
        words: « Lyon », « st etienne », « 69003 »; accents, case and « saint » or « st » do not matter.
        folder: where the index lives.
        limit: communes returned at most.

    Returns:
        The communes whose whole name it is first, then those whose name begins so, the biggest first.

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
        return _rows(reader, "code = ?", [code], limit) or _rows(
            reader, "list_contains(postcodes, ?) AND NOT is_city", [code], limit
        )
    return _rows(
        reader, "key = place_key(?) OR starts_with(key, place_key(?) || ' ')", [words, words], limit
    ) or _rows(reader, "contains(key, place_key(?)) AND place_key(?) <> ''", [words, words], limit)


def _rows(
    reader: duckdb.DuckDBPyConnection, condition: str, parameters: list[Any], limit: int
) -> tuple[Place, ...]:
    rows = reader.execute(
        f"SELECT {COLUMNS} FROM places WHERE {condition} "  # noqa: S608 text of ours
        "ORDER BY code = ? DESC, key = place_key(?) DESC, units DESC, code LIMIT ?",
        [*parameters, parameters[0], parameters[0], limit],
    ).fetchall()
    return tuple(
        Place(code, tuple(codes), commune_name(name), units, latitude, longitude)
        for code, codes, name, units, latitude, longitude in rows
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
