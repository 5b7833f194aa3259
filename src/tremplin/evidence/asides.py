"""Numbers that are no figures: dates, years, references, names, phones, times of day."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).with_name("asides.toml")

S: Final = r"[ \u00a0\u202f]"
YEAR: Final = r"(?:19|20)\d\d"
DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
CLOCK: Final = rf"\d{{1,2}}{S}?h(?:{S}?\d\d)?(?!\w)"
LASTING: Final = rf"{S}*(?:/|par\b|chaque\b|gagn|économ|perdu|de\b|d[’']|en{S}(?:plus|moins)\b)"
SIZE: Final = r"(?-i:(?:k|K|MM|M|Mio|Md|Mds|Mrd|Mrds)(?:€|\b))|mill(?:e|iers?|ions?|iards?)\b"


def asides(text: str) -> tuple[tuple[int, int], ...]:
    """Return the parts of a text whose numbers are no figures.

    A number that counts something is a figure whatever stands before it: « lundi 15 clients ».

    Args:
        text: French text.

    Returns:
        Spans, by where they start; they may overlap.
    """
    if not any(letter.isdigit() for letter in text):
        return ()
    found = (match for pattern in _patterns() for match in pattern.finditer(text))
    return tuple(sorted(match.span() for match in found if _goes_up(match)))


class Covered:
    """Where the asides of a text are, asked number by number."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Keep, for each start, how far a span that began by then reaches."""
        ordered = sorted(spans)
        self.starts = [start for start, _ in ordered]
        self.reach = list(accumulate((end for _, end in ordered), max))

    def holds(self, start: int, end: int) -> bool:
        """Say whether a number stands inside one of the spans.

        Args:
            start: where the number starts.
            end: where it ends.

        Returns:
            Whether one span covers it whole.
        """
        at = bisect_right(self.starts, start)
        return at > 0 and self.reach[at - 1] >= end


def _goes_up(match: re.Match[str]) -> bool:
    """« ouvert de 9 h à 17 h » opens a shop, « de 10 h à 2 h » saves time."""
    opening = match.groupdict()
    return "from" not in opening or int(opening["from"]) < int(opening["to"])


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = tomllib.loads(DATA.read_text("utf-8"))
    counted = _counted(words["not_counted"])
    patterns = (*_written(words, counted), *_dates(words, counted), *_named(words, counted))
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _counted(not_counted: list[str]) -> str:
    """Refuse to set aside a number that a unit, a size or a plural noun follows."""
    noun = rf"(?!(?:{_any(not_counted)})\b)(?-i:[a-zà-öø-ÿœ][a-zà-öø-ÿœ’'-]*[sxz]|[A-ZÀ-Ö]{{2,}}[sS]?)\b"
    units = rf"(?:h|min|mn|heures?|minutes?|jours?|mois|ans?|euros?|semaines?|pour{S}cent|kg|km)\b"
    return rf"(?![\d,.]*\d|{S}*(?:[%‰€²³⁰-⁹]|{SIZE})|{S}\d{{3}}\b|{S}*{units}|{S}+(?:{noun}))"


def _written(words: dict[str, list[str]], counted: str) -> Iterator[str]:
    """Addresses, phones, versions, codes, ranks: known by how they are written."""
    yield r"https?://\S+|www\.\S+"
    yield r"(?<![^\s(,;:<])[^\s@]{1,64}@[^\s@]{1,190}\.\w+"
    yield rf"(?<![\w.-])[\w.-]{{1,80}}\.(?:{_any(words['files'])})\b"
    yield rf"(?:\+33{S}?|\b0)[1-9](?:[ .\u00a0\u202f-]?\d\d){{4}}\b{counted}"
    yield rf"(?<![\d.,])(?!\d{{1,3}}(?:\.\d{{3}})+(?![\d.]))\d{{1,5}}(?:\.\d{{1,5}}){{2,4}}{counted}"
    yield rf"\b(?:24|7){S}?(?:[hj]{S}?)?/{S}?(?:24|7)(?:{S}?[hj])?\b"
    yield r"\b(?:les|en|de|des) [235] ?[x×] ?8\b"
    yield r"\b\d{1,3}(?:ères?|eres?|ers?|res?|èmes?|emes?|es?|ès?|nds?|ndes?|ᵉ)\b"
    yield rf"(?-i:\b(?:{_any(words['codes'])})\b)"
    yield r"(?-i:\b(?![xX]\d)[A-Z]{1,3}\d{1,2}[A-Z]{1,3}\b)"
    yield rf"(?-i:\b(?![xX]\d)[A-Z]{{1,5}}[-_/]?\d{{1,6}}[A-Z]?(?:[.-]\d{{1,6}}){{0,3}})(?!\w){counted}"
    yield rf"\b(?-i:[LRD])(?:\.{S}*\*?|\*){S}*\d{{1,6}}(?:[-‑–]\d{{1,5}}){{0,4}}(?!\d){counted}"
    yield rf"\b(?-i:[LRD]){S}\d{{1,6}}(?:[-‑–]\d{{1,5}}){{1,4}}(?!\d){counted}"
    yield rf"\bbac{S}?\+{S}?[1-8]\b(?!{S}*[%€])"
    yield rf"\b(?:0[1-9]|[1-8]\d|9[0-8])\d{{3}}{S}(?-i:[A-ZÉ][a-zà-ÿ]+)"
    yield rf"\b\d{{1,4}}(?:{S}?(?:bis|ter))?,?{S}+(?:{_any(words['streets'])})\b"


def _dates(words: dict[str, list[str]], counted: str) -> Iterator[str]:
    """Days, years and times of day."""
    months, days = _any(words["months"]), _any(words["days"])
    date = rf"{DAY}(?:er)?{S}+(?:{months})\b\.?(?:{S}+{YEAR}(?!\d))?"
    clock = rf"{S}*(?:à|de|,)?{S}*{CLOCK}(?!{LASTING}){counted}"
    yield rf"\b{YEAR}[-/–]\d\d[-/–]\d\d\b"
    yield rf"(?<![\d/.]){DAY}[/.](?:0?[1-9]|1[0-2])[/.](?:19|20)?\d\d(?![\d/.]){counted}"
    yield rf"(?<![\d/]){DAY}/0[1-9](?![\d/]){counted}"
    yield rf"\b(?:le|du|au|{days}){S}+{DAY}/(?:0?[1-9]|1[0-2])(?![\d/]){counted}"
    yield rf"(?<!\d){YEAR}{S}?[-/–]{S}?(?:{YEAR}|\d\d)(?!\d){counted}"
    yield rf"\b(?:de|entre){S}+(?:19[5-9]|20[0-3])\d{S}+(?:à|et){S}+(?:19[5-9]|20[0-3])\d(?!\d){counted}"
    yield rf"\b(?:{DAY}(?:er)?{S}*(?:au|et|-|–|,){S}*)?{date}(?:{clock})?"
    yield rf"\b(?:{months})\b\.?{S}+{YEAR}(?!\d){counted}"
    yield rf"\b(?:{days}){S}+{DAY}(?!\d){counted}"
    yield rf"\b(?:{days}){clock}"
    yield rf"\b(?:{_any(words['clock_after'])}){S}+{CLOCK}(?!{LASTING}){counted}"
    minutes = rf"{S}?h(?:{S}?\d\d)?"
    opening = rf"(?:de{S}+|d[’'])(?P<from>\d{{1,2}}){minutes}{S}*(?:à|-){S}*(?P<to>\d{{1,2}}){minutes}"
    yield rf"\b(?:{_any(words['open_before'])}){S}*:?{S}*{opening}(?!\w)(?!{LASTING})"
    yield rf"(?<![\w-])(?:{_any(words['year_after'])})[\s-]+{YEAR}(?!\d)(?![,.]\d|{S}\d{{3}}){counted}"
    yield rf"(?-i:(?<![\w’'-])[A-ZÀ-Ö][\w’-]*){S}(?:19[89]|20[0-4])\d(?!\d){counted}"
    yield rf"\({S}?{YEAR}{S}?\)|\A\W*{YEAR}\W*\Z"
    yield rf"\ble{S}+{DAY}(?:er)?(?!\d)(?![/,.]\d){counted}"


def _named(words: dict[str, list[str]], counted: str) -> Iterator[str]:
    """References and names: known by the word before."""
    number = r"\d{1,12}(?:[.,/-]\d{1,8}){0,6}"
    more = rf"(?:{S}*(?:et|à|,|-|–){S}*{number}(?!\d)){{0,8}}"
    lettered = rf"(?:(?-i:[LRD])\.?{S}?)?"
    yield rf"(?<![\w-])(?:{_any(words['references'])})\.?{S}*:?{S}*{lettered}{number}{more}(?!\d){counted}"
    studies = rf"(?={S}+(?:{_any(words['studies'])})\b)"
    yield rf"(?<![\w-])(?:{_diplomas(words['diplomas'])}){S}?[1-3](?!\d)(?:{studies}|{counted})"
    joined = [name for name in words["names"] if name in words["names_only_joined"]]
    spaced = [name for name in words["names"] if name not in words["names_only_joined"]]
    capital = "|".join(_cased(name, words["names_need_capital"]) for name in spaced)
    yield rf"(?<![\w-])(?:{capital}){S}*-?\d{{1,6}}(?:\.\d{{1,6}}){{0,3}}(?!\d){counted}"
    yield rf"(?<![\w-])(?:{_any(joined)})-?\d{{1,4}}(?:\.\d{{1,4}}){{0,3}}(?![\w.]*\d){counted}"


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _diplomas(names: list[str]) -> str:
    """« but 3 clients » is an aim: only « BUT » is a diploma."""
    return "|".join(f"(?-i:{name})" if name.isupper() else name for name in names)


def _cased(name: str, need_capital: list[str]) -> str:
    """Write a name in either case, or with a capital when the lower case is a plain word."""
    if name.isupper():
        return f"(?-i:{re.escape(name)})"
    first, rest = re.escape(name[0]), re.escape(name[1:])
    return f"(?-i:{first.upper()}){rest}" if name in need_capital else f"{first}{rest}"
