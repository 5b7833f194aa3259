"""What an activity code means, in the words of the national statistics office (*NAF*)."""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from tremplin.companies.company import dotted

DATA: Final = Path(__file__).with_name("data")
FILES: Final = {"NAFRev2": "naf_rev2.tsv", "NAF2025": "naf_2025.tsv"}
WORD: Final = re.compile(r"[a-z0-9]+")


def activity_label(code: str, *, nomenclature: str = "") -> str:
    """Return the official wording of a code or of its beginning.

    Args:
        code: « 62.01Z », « 6201Z » or « 62 »; beginnings are worded in the 2008 nomenclature alone.
        nomenclature: "NAFRev2", "NAF2025", or "" when the source did not say: the older one first.

    Returns:
        The wording; "" when no official one is known here, and the code is then shown alone.
    """
    asked = (nomenclature,) if nomenclature else tuple(FILES)
    return next((label for name in asked if (label := _labels(name).get(dotted(code)))), "")


def activities_named(
    words: str, *, nomenclature: str = "NAFRev2", limit: int | None = 20
) -> tuple[tuple[str, str], ...]:
    """Find the codes whose wording has words that begin so, the widest codes first.

    Args:
        words: accents and case do not matter; no word asks for every code.
        nomenclature: "NAFRev2" or "NAF2025".
        limit: codes returned at most; None for all of them.

    Returns:
        Pairs of code and wording.
    """
    found = [(code, label) for code, label in _labels(nomenclature).items() if has_words(label, words)]
    return tuple(sorted(found, key=lambda pair: (len(pair[0]), pair[0]))[:limit])


def has_words(text: str, words: str) -> bool:
    """Say whether every word begins a word of a text, whatever the accents and the case."""
    return all(any(one.startswith(word) for one in _words(text)) for word in _words(words))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    bare = text.lower().replace("œ", "oe")
    plain = "".join(sign for sign in unicodedata.normalize("NFD", bare) if unicodedata.category(sign) != "Mn")
    return tuple(WORD.findall(plain))


@cache
def _labels(nomenclature: str) -> dict[str, str]:
    name = FILES.get(nomenclature)
    if name is None:
        return {}
    lines = (DATA / name).read_text("utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if not line.startswith("#"))
