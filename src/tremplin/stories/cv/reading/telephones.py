"""Telephone numbers put together from their parts, or kept as they were written."""

import re
from typing import Final

FRANCE: Final = "33"
FRENCH: Final = re.compile(r"\+33[\s.-]*(?:\(0\)[\s.-]*)?([1-9](?:[\s.-]*\d){8})")


def international(dialing: str, number: str) -> str:
    """Return a number with its country in front.

    Args:
        dialing: the country's prefix, with its plus or without; empty when unknown.
        number: the rest, as written.

    Returns:
        « +33 6 39 98 20 21 »; the number as written when its country is unknown.
    """
    prefix, bare = re.sub(r"\D", "", dialing), number.strip()
    if not bare or bare.startswith("+") or not prefix:
        return in_pairs(bare)
    if prefix == FRANCE:
        bare = bare.removeprefix("0")
    return in_pairs(f"+{prefix} {bare}")


def in_pairs(number: str) -> str:
    """Return a French number in pairs, any other as written."""
    match = FRENCH.fullmatch(number)
    if match is None:
        return number
    digits = re.sub(r"\D", "", match[1])
    pairs = (digits[at : at + 2] for at in range(1, 9, 2))
    return f"+33 {digits[0]} {' '.join(pairs)}"
