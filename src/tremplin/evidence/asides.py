"""Numbers that are no figures: dates, years, references, names, phones, times of day."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).with_name("asides.toml")

S: Final = r"[ \u00a0\u202f]"
YEAR: Final = r"(?:19|20)\d\d"
ALWAYS: Final = (
    r"https?://\S+|www\.\S+",
    r"\S+@\S+\.\w+",
    rf"(?:\+33{S}?|\b0)[1-9](?:[ .\u00a0\u202f-]?\d\d){{4}}\b",
    rf"\b{YEAR}[-/–]\d\d[-/–]\d\d\b",
    r"\b(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.](?:19|20)?\d\d\b",
    r"\b(?:0?[1-9]|[12]\d|3[01])/(?:0[1-9]|1[0-2])\b",
    rf"\b{YEAR}{S}?[-/–]{S}?(?:{YEAR}|\d\d)\b",
    r"\b\d+(?:\.\d+){2,}\b",
    r"\b(?:24|7){S}?(?:h{S}?)?/{S}?(?:24|7)\b".replace("{S}", S),
    r"\b\d{1,3}(?:er|ère|ere|re|e|ème|eme|è|nd|nde|ᵉ)s?\b",
    r"\b\d{1,4}[A-Z][\w-]*",
    r"\b[A-Za-zÀ-ÿ]+[-_/]?\d[\w.-]*",
    r"\b[LRD]\.?{S}*\*?{S}*\d+(?:[-‑–]\d+)*".replace("{S}", S),
)


def asides(text: str) -> tuple[tuple[int, int], ...]:
    """Return the parts of a text whose numbers are no figures.

    Args:
        text: French text.

    Returns:
        Spans, in no special order; they may overlap.
    """
    return tuple(match.span() for pattern in _patterns() for match in pattern.finditer(text))


def is_aside(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Say whether a number stands inside one of the spans.

    Args:
        start: where the number starts.
        end: where it ends.
        spans: what `asides` returned.

    Returns:
        Whether one span covers it whole.
    """
    return any(first <= start and end <= last for first, last in spans)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = tomllib.loads(DATA.read_text("utf-8"))
    months, days = _any(words["months"]), _any(words["days"])
    day = r"(?:0?[1-9]|[12]\d|3[01])(?:er)?"
    date = rf"{day}{S}+(?:{months})\b\.?(?:{S}+{YEAR})?"
    clock = rf"{S}*(?:à|de|,)?{S}*\d{{1,2}}{S}?h(?:{S}?\d\d)?\b"
    insensitive = (
        rf"\b(?:{day}{S}*(?:au|et|-|–|,){S}*)?{date}(?:{clock})?",
        rf"\b(?:{months})\b\.?{S}+{YEAR}\b",
        rf"\b(?:{days}){S}+{day}\b(?!{S}?(?:%|€|h\b))",
        rf"\b(?:{days}){clock}",
        rf"\b(?:{_any(words['clock_after'])}){S}+\d{{1,2}}{S}?h(?:{S}?\d\d)?\b",
        rf"\b(?:{_any(words['year_after'])})[\s-]+{YEAR}\b(?![,.]\d|{S}\d{{3}})",
        rf"(?<![\w-])(?:{_any(words['references'])})\.?{S}*:?{S}*\d[\w.,/-]*(?:{S}*(?:et|à|,|-|–){S}*\d[\w./-]*)*"
        rf"(?!{S}*(?:%|€|h\b))",
        rf"\bsemaine{S}+\d{{1,2}}\b",
        rf"\ble{S}+{day}\b(?!{S}*(?:%|€|[a-zà-ÿ]))",
    )
    capital = rf"\b(?:{'|'.join(_named(words))}){S}+\d+(?:\.\d+)*(?!{S}*(?:%|€))\b"
    return (
        *(re.compile(pattern) for pattern in ALWAYS),
        *(re.compile(pattern, re.IGNORECASE) for pattern in insensitive),
        re.compile(capital),
        re.compile(rf"(?<![\d.,\u00a0\u202f])\b{YEAR}\b(?!{S}*(?:%|€|[a-zà-ÿ]|\d))"),
    )


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _named(words: dict[str, list[str]]) -> list[str]:
    """Return names with either case, or with a capital when the lower case is a plain word."""
    names = []
    for name in words["names"]:
        capital = re.escape(name[0].upper()) + f"(?i:{re.escape(name[1:])})"
        names.append(capital if name in words["names_need_capital"] else f"(?i:{re.escape(name)})")
    return names
