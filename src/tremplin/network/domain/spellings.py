"""Every way a name is written in a sentence, told apart from the words around it."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Final

from tremplin.network.domain.names import CIVILITY, folded

TITLES: Final = r"(?:m|mr|monsieur|mme|madame|mlle|mademoiselle|dr|docteur|pr|professeur)\.?\s+"
BETWEEN_WORDS: Final = r"[\W_]{1,3}"
MARKS: Final = "[\u0300-\u036f]*"
LAST_LATIN: Final = 0x1EFF
NOBODY: Final = re.compile(r"(?!)")


def spellings(*, names: Iterable[str], values: Iterable[str] = ()) -> re.Pattern[str]:
    """Return what finds someone in a text, however their name is written.

    Args:
        names: accents, capitals, civility, blanks and the order of family and given names do not matter; a
            name of one word tells nobody, unless a civility comes before it.
        values: addresses and numbers, capitals aside.

    Returns:
        A pattern over text in its composed form; one that finds nothing when nothing tells them.
    """
    ways = [way for name in names for way in _ways(name)]
    ways += [re.escape(value) for value in values if value]
    longest_first = sorted(dict.fromkeys(ways), key=len, reverse=True)
    return re.compile("|".join(longest_first), re.IGNORECASE) if longest_first else NOBODY


def _ways(name: str) -> list[str]:
    words = folded(name).split()
    is_titled = CIVILITY.match(name.strip()) is not None
    if not words or (len(words) == 1 and not is_titled):
        return []
    title = f"(?:{TITLES})" if len(words) == 1 else f"(?:{TITLES})?"
    orders = [words[at:] + words[:at] for at in range(len(words))]
    return [rf"(?<!\w){title}{BETWEEN_WORDS.join(map(_word, order))}(?!\w)" for order in orders]


def _word(word: str) -> str:
    written = "".join(f"[{_variants().get(letter, '')}{re.escape(letter)}]{MARKS}" for letter in word)
    for pair, ligature in (("oe", "œ"), ("ae", "æ")):
        apart = "".join(f"[{_variants().get(letter, '')}{letter}]{MARKS}" for letter in pair)
        written = written.replace(apart, f"(?:{apart}|{ligature})")
    return written


@cache
def _variants() -> dict[str, str]:
    """Return the accented forms of each letter."""
    found: dict[str, str] = defaultdict(str)
    for sign in map(chr, range(0xC0, LAST_LATIN + 1)):
        plain = unicodedata.normalize("NFKD", sign)[0]
        if sign.isalpha() and plain != sign and plain.isascii():
            found[plain.lower()] += sign
    return dict(found)
