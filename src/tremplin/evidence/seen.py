"""A text as its reader sees it: what is invisible is gone, what only looks fancy is plain."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

WIDE_SPACES: Final = str.maketrans(
    dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
        " ",
    )
)
HYPHENS: Final = str.maketrans({"\u2010": "-", "\u2011": "-"})
KEPT: Final = re.compile("[¹²³⁰⁴-⁹¼½¾⅐-ↈ]")
INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"})
UNUSUAL: Final = re.compile("[^ -~°«»À-ÖØ-öø-ÿœŒ–—’…€%−→\n\r\t]")


def spaced(text: str) -> str:
    """Return a text of the same length where every space of a line is the plain one.

    Args:
        text: any text, composed (NFC).

    Returns:
        The text; a character stays where it was.
    """
    return text.translate(WIDE_SPACES)


def as_seen(text: str) -> str:
    """Return a text as a page shows it: « ｄｏｕｚｅ » and « douze » cut by an invisible sign are one word.

    Args:
        text: any text.

    Returns:
        Plain letters and digits; superscripts, fractions and Roman signs stay what they are.
    """
    plain = spaced(unicodedata.normalize("NFC", text)).translate(HYPHENS)
    if UNUSUAL.search(plain) is None:
        return plain
    drawn: list[str] = []
    for letter in plain:
        drawn.append(_apart(drawn, letter))
    shown = unicodedata.normalize("NFC", "".join(drawn))
    return "".join(one for one in shown if _is_visible(one))


def _apart(drawn: list[str], letter: str) -> str:
    """Keep « ① » after a digit from growing its number."""
    plain = _plainer(letter)
    is_sign = unicodedata.category(letter) == "No" and plain != letter
    return f" {plain}" if is_sign and drawn and drawn[-1][-1:].isdigit() else plain


@lru_cache(maxsize=4096)
def _plainer(letter: str) -> str:
    if letter.isascii() or KEPT.match(letter):
        return letter
    category = unicodedata.category(letter)
    if category == "Nd":
        return str(unicodedata.digit(letter))
    plainer = unicodedata.normalize("NFKC", letter)
    if category == "No" and plainer == letter:
        return f"{unicodedata.numeric(letter):g}"
    return plainer


@lru_cache(maxsize=4096)
def _is_visible(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) not in INVISIBLE
