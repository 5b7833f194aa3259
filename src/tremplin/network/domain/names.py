"""How names are compared: the same person is written in several ways."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

CIVILITY = re.compile(r"^(m|mr|monsieur|mme|madame|mlle|mademoiselle|dr|docteur|pr|professeur)\.?\s+", re.I)
LIGATURES: Final = (("œ", "oe"), ("æ", "ae"), ("Œ", "oe"), ("Æ", "ae"))
COMMON_ACCENTS: Final = re.compile("[\u0300-\u036f]+")
REMEMBERED: Final = 1 << 16  # calls, so that an address book is folded once
NOT_A_WORD = re.compile(r"[\W_]+")
DEGREES: Final = re.compile(
    r"[\s,]+(?:mba|ph\.?\s?d\.?|msc|m\.sc\.?|bsc|pmp|psm|cfa|cpa|cissp|pe|esq|jr|md|llm)[®™.]*(?=$|[\s,])",
    re.I,
)
BRACKETED: Final = re.compile(r"\s*[(\[{][^)\]}]*[)\]}]")
LONGEST_NAME: Final = 160
LONGEST_WRITTEN: Final = 300  # beyond it, what is written is no name
FORMULA_SIGNS: Final = "=+@-\t\r"


@lru_cache(maxsize=REMEMBERED)
def folded(name: str) -> str:
    """Return a name fit to be compared: no civility, accents, capitals or punctuation.

    Args:
        name: a person's or an organization's name, as typed.

    Returns:
        Lower-case words separated by one space; « Mme Hélène LE GOFF » and
        « hélène le-goff » give the same. Empty when nothing of it can be compared.
    """
    plain = CIVILITY.sub("", name.strip())
    if not plain.isascii():
        for joined, letters in LIGATURES:
            plain = plain.replace(joined, letters)
        plain = COMMON_ACCENTS.sub("", unicodedata.normalize("NFKD", plain))
    if not plain.isascii():
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    bare = plain.casefold()
    words = bare.split()
    return " ".join(words) if "".join(words).isalpha() else NOT_A_WORD.sub(" ", bare).strip()


def tidy_name(text: str) -> str:
    """Return someone's name as they would sign it: no picture, degree, pronoun or civility.

    Args:
        text: « 🚀 Élodie Roux, PMP® », « Mme Inès El Amrani », « Théo (il) ».

    Returns:
        « Élodie Roux », « Inès El Amrani », « Théo »; empty when no letter is left.
    """
    if text.isalpha() and len(text) < LONGEST_NAME:
        return text
    kept = unicodedata.normalize("NFC", BRACKETED.sub("", text[:LONGEST_WRITTEN])).split(",")[0]
    if not kept.isascii():
        kept = "".join(sign for sign in kept if sign.isalnum() or _belongs_to_a_name(sign))
    plain = " ".join(CIVILITY.sub("", DEGREES.sub("", kept.strip())).split()).strip(" -–—|·'")
    return plain[:LONGEST_NAME] if any(sign.isalpha() for sign in plain) else ""


def looks_like_a_formula(text: str) -> bool:
    """Say whether a spreadsheet would run the text instead of showing it."""
    if text[:1].isalnum():
        return False
    return text.lstrip()[:1] in tuple(FORMULA_SIGNS) and any(sign in text for sign in "(!|=@")


def _belongs_to_a_name(sign: str) -> bool:
    return sign.isspace() or sign in "-'’.‐·" or unicodedata.category(sign).startswith("M")


def as_written(text: str, words: str) -> str:
    """Return words found folded in a text as the student reads them, accents and capitals kept.

    Args:
        text: as written.
        words: a run of it, folded; may be empty.

    Returns:
        The run as written; the words themselves when it is not found.
    """
    wanted = words.split()
    written = re.findall(r"[^\W_]+", text)
    for start in range(len(written) - len(wanted) + 1):
        if [folded(word) for word in written[start : start + len(wanted)]] == wanted:
            return " ".join(written[start : start + len(wanted)])
    return words
