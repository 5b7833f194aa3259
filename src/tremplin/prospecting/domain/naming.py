"""Names in capitals, as registers write them, made fit for a letter."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).with_name("naming.toml")
ALONE_ACRONYM: Final = 4
SPELT_OUT: Final = 5

PIECE: Final = re.compile(r"[^\s'’()/&+.,-]+(?:\.[^\s'’()/&+.,-]+)*\.?")
APART: Final = re.compile(r"(?<![^\W_])([LD]) (?=[AEIOUYHÀÂÉÈÊËÎÏÔŒ]\w{2})")
ELIDED: Final = frozenset("cdjlmnst")
VOWEL: Final = re.compile(r"[aeiouyàâéèêëîïôùûüœæ]", re.IGNORECASE)


def offered_name(name: str) -> str:
    """Offer a name for a company that a register writes in capitals; the student can change it.

    Args:
        name: as the register writes it, « ATELIERS VERMEIL ».

    Returns:
        « Ateliers Vermeil »; small words in small letters, what is spelt out as it was. A name that
        already has small letters stays as it is.
    """
    plain = " ".join(name.split())
    if any(letter.islower() for letter in plain):
        return plain
    plain = APART.sub(r"\1’", plain)
    is_alone = len(PIECE.findall(plain)) == 1
    return PIECE.sub(lambda found: _piece(found, plain, is_alone=is_alone), plain)


def _piece(found: re.Match[str], name: str, *, is_alone: bool) -> str:
    word, before, after = found[0], name[: found.start()], name[found.end() : found.end() + 1]
    lower = word.lower()
    is_first = not before.strip(" (")
    if after in {"'", "’"} and lower in ELIDED:
        return word if is_first else lower
    if lower in _words("small") and not is_first and after not in {"", ")"}:
        return lower
    if _is_spelt_out(word, is_alone=is_alone, is_in_brackets=before.endswith("(") and after == ")"):
        return word
    return word[:1] + word[1:].lower()


def _is_spelt_out(word: str, *, is_alone: bool, is_in_brackets: bool) -> bool:
    """Whether a word is read letter by letter: known, dotted, with a digit, without vowel, or short alone."""
    is_short = len(word) <= ALONE_ACRONYM
    has_no_vowel = len(word) <= SPELT_OUT and not VOWEL.search(word)
    is_known = word in _words("acronyms") or "." in word.rstrip(".") or any(sign.isdigit() for sign in word)
    is_saint = word in {"ST", "STE"}
    return not is_saint and (is_known or has_no_vowel or (is_short and (is_alone or is_in_brackets)))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(tomllib.loads(DATA.read_text(encoding="utf-8"))[kind])
