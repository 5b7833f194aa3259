"""Dates as agreements print them, in French and English, alone or as periods."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tremplin.rights.agreement.numbers import in_words

MONTHS = {
    "janvier": 1, "janv": 1, "jan": 1, "january": 1, "fevrier": 2, "fevr": 2, "fev": 2, "february": 2,
    "feb": 2, "mars": 3, "march": 3, "mar": 3, "avril": 4, "avr": 4, "april": 4, "apr": 4, "mai": 5,
    "may": 5, "juin": 6, "june": 6, "jun": 6, "juillet": 7, "juil": 7, "july": 7, "jul": 7, "aout": 8,
    "august": 8, "aug": 8, "septembre": 9, "sept": 9, "september": 9, "sep": 9, "octobre": 10, "oct":
    10, "october": 10, "novembre": 11, "nov": 11, "november": 11, "decembre": 12, "dec": 12, "december":
    12,
}  # fmt: skip
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
WEEKDAY = (
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri)\.),?\s+)?"
)
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
YEAR = r"(?:(?:19|20)\d\d)"
SHORT_YEAR = r"(?:(?:19|20)\d\d|\d\d)"
DATE = re.compile(
    rf"{WEEKDAY}(?:"
    rf"(?P<iy>{YEAR})(?P<isep>[-/.])(?P<im>\d\d)(?P=isep)(?P<id>\d\d)(?!\d)"
    rf"|(?<![\d/.-])(?P<nd>{DAY})\s?(?P<sep>[/.-])\s?(?P<nm>0?[1-9]|"
    rf"1[0-2])\s?(?P=sep)\s?(?P<ny>{SHORT_YEAR})(?![\d/-])"
    rf"|(?<![\d/.-])(?P<sd>{DAY})\s+(?P<sm>0[1-9]|1[0-2])\s+(?P<sy>20\d\d)(?!\d)"
    rf"|(?<![\d,./])(?P<td>{DAY})\s?(?:er|st|nd|rd|th|e)?[\s-]+(?:(?:day )?of\s+|du mois d(?:e\s+|'))?"
    rf"(?P<tm>{MONTH})-?,?\s*(?:(?:de )?l'an(?:nee)?\s+)?(?:\(?(?P<ty>{YEAR})\)?)?"
    rf"|(?P<em>{MONTH})\s+(?P<ed>{DAY})\s?(?:st|nd|rd|th)?,?\s+(?P<ey>{YEAR})"
    rf"|(?P<um>{MONTH})\s+(?P<ud>{DAY})(?:st|nd|rd|th)?(?=\s+(?:to|until|till|through)\b)"
    rf"|(?<![\d/.,-])(?P<vd>{DAY})[/.](?P<vm>0[1-9]|1[0-2])"
    rf"(?=\s+(?:au|to|-)\s+{DAY}[/.](?:0[1-9]|1[0-2])[/.]\d\d)"
    r")"
)
LONE_DAY = re.compile(rf"(?:\bdu|\bfrom)\s+{WEEKDAY}(?P<day>{DAY})\s?(?:er)?\s+(?:au|to)\s+$")
LINK = (
    r"\s*(?:\(?inclus\w*\)?|(?:y )?compris|inclusive)?\s*,?\s*(?:au|jusqu'au|jusqu'a|et jusqu'au|et le|et|"
    r"to|until|till|"
    r"through|and|"
    r"a|-+|->|→|=>|et se terminera le|et se termine le|et prend fin le|pour se terminer le|et "
    r"s'acheve(?:ra)? le|jusqu'a la date du|et se terminant le|et s'achevant le|pour (?:finir|s'achever) le|"
    r"et (?:ira )?jusqu'a(?:u| son terme,? le)|et (?:prenant|prendra) fin (?:le|au)|through to|"
    r"up to(?: and including)?|and (?:will )?(?:finish|conclud|terminat)(?:es|e|ing)?(?: on)?|"
    r"and will end on|"
    r"/|et finit le|et finira le|et prendra fin le|and end(?:s|ing)? on|"
    r"fin(?: (?:de|du) stage)?|date de fin(?: (?:de|du) stage)?|end(?: date)?)\s*(?::|…)?\s*(?:le\s+|"
    r"the\s+|on\s+)?"
)
LINKED = re.compile(LINK + "$")
NOT_A_PERIOD = re.compile(
    r"\b(?:arrete|loi|decret|ordonnance|circulaire|nee? le|ne(?:\(e\)|\.e|/e) le|naissance|born|birth|act|"
    r"version|avenant|"
    r"deliberation|convention n\S*|contrat)\b(?:\s+\S+){0,4}\s*$"
)


DAYS = (
    "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt", "vingt et un", "vingt-deux",
    "vingt-trois", "vingt-quatre", "vingt-cinq", "vingt-six", "vingt-sept", "vingt-huit", "vingt-neuf",
    "trente", "trente et un",
)  # fmt: skip
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth",
    "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth",
    "thirty-first",
)  # fmt: skip
NUMBER_OF_DAY = {
    "premier": 1,
    **{word: number for words in (DAYS, ORDINALS) for number, word in enumerate(words, 1)},
}
DAY_IN_WORDS = "(?:" + "|".join(
    word.replace("-", "[ -]").replace(" et ", "[ -]et[ -]")
    for word in sorted(NUMBER_OF_DAY, key=len, reverse=True)
) + ")"  # fmt: skip
SPELT_DAY = re.compile(
    rf"\b(?P<day>{DAY_IN_WORDS})(?:\s*\((?:0?\d|[12]\d|3[01])(?:er)?\))?(?P<link>\s+(?:day )?(?:of |"
    rf"du mois de |de )?)"
    rf"(?={MONTH}|(?:au|to)\s+{WEEKDAY}(?:{DAY_IN_WORDS}|{DAY})\s+{MONTH})"
)
SPELT = re.compile(rf"[a-z]\)?\s+(?:of |de )?(?:{MONTH})|\d\)\s+(?:{MONTH})")
"""A month after a word, so that its day may be in words."""
SPELT_YEAR = re.compile(
    rf"\b(?:deux[ -]mil(?:le)?|two thousand(?:\s+and)?)[\s-]+(?P<units>{DAY_IN_WORDS}|(?:vingt|twenty|thirty|"
    r"trente)[ -](?:one|two|three|four|five|six|seven|eight|nine|deux|trois|quatre|cinq|sept|huit|neuf))\b"
    r"(?:\s*\(20\d\d\))?|\btwenty[ -]twenty[ -](?P<unit>one|two|three|four|five|six|seven|eight|nine)\b"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and where it is printed; `day` is None when no such day exists."""

    day: date | None
    start: int
    end: int
    year_printed: bool = True


@dataclass(frozen=True, slots=True)
class Period:
    """Two dates printed as one period."""

    first: Dated
    last: Dated


def full_year(printed: str) -> int:
    """Return a four-digit year; two digits mean this century."""
    return int(printed) if len(printed) == 4 else 2000 + int(printed)


def parts(found: re.Match[str]) -> tuple[int | None, int, int]:
    """Return year (None when not printed), month and day of a match."""
    for prefix in "inst":
        if (day := found[f"{prefix}d"]) is not None:
            year = found[f"{prefix}y"]
            month = found[f"{prefix}m"]
            number = int(month) if month.isdigit() else MONTHS[month.rstrip(".")]
            return (full_year(year) if year else None), number, int(day)
    if found["vd"]:
        return None, int(found["vm"]), int(found["vd"])
    prefix = "e" if found["ed"] else "u"
    year = found["ey"] if prefix == "e" else None
    return (int(year) if year else None), MONTHS[found[f"{prefix}m"].rstrip(".")], int(found[f"{prefix}d"])


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the date, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def dates(folded: str, start: int = 0, end: int | None = None) -> list[Dated]:
    """Return every date with a day; one printed without year takes that of the next date."""
    last = len(folded) if end is None else end
    return [dated for dated in all_dates(folded) if dated.start >= start and dated.end <= last]


@lru_cache(maxsize=8)
def in_figures(folded: str) -> str:
    """Return a text of the same length in which days and years written in words are in figures."""
    if re.search(r"\bdeux[ -]mil|two thousand|twenty[ -]twenty", folded):
        folded = SPELT_YEAR.sub(spelt_year, folded)
    return SPELT_DAY.sub(spelt_day, folded) if SPELT.search(folded) else folded


def spelt_year(found: re.Match[str]) -> str:
    """Write a year in words as figures followed by spaces."""
    units = in_words((found["units"] or f"twenty-{found['unit']}").replace("premier", "un"))
    return str(2000 + int(units or 0)).ljust(len(found.group()))


def spelt_day(found: re.Match[str]) -> str:
    """Write a day in words as figures followed by spaces."""
    word = re.sub(r"^(vingt|trente|dix|twenty|thirty) (?!et )", r"\1-", found["day"].replace("-et-", " et "))
    return str(NUMBER_OF_DAY[word]).ljust(len(found.group()))


@lru_cache(maxsize=8)
def all_dates(folded: str) -> tuple[Dated, ...]:
    """Return the dates of a whole text, looked for once."""
    folded = in_figures(folded)
    found = [(match, parts(match)) for match in DATE.finditer(folded)]
    result: list[Dated] = []
    for index, (match, (year, month, day)) in enumerate(found):
        known = year or year_after(found[index + 1 :], month)
        if known is not None:
            result.append(Dated(day_of(known, month, day), match.start(), match.end(), year is not None))
    return tuple(result)


def year_after(rest: list[tuple[re.Match[str], tuple[int | None, int, int]]], month: int) -> int | None:
    """Return the year that a date without year borrows from those printed after it."""
    for _, (year, later_month, _) in rest[:3]:
        if year is not None:
            return year if month <= later_month else year - 1
    return None


def periods(folded: str, start: int = 0, end: int | None = None) -> Iterator[Period]:
    """Yield « du … au … » in every wording, the first day without month included."""
    found = dates(folded, start, end)
    folded = in_figures(folded)
    index = 0
    while index < len(found):
        last = found[index]
        lone = LONE_DAY.search(folded, max(start, last.start - 40), last.start)
        if lone and last.day:
            yield Period(
                Dated(day_of(last.day.year, last.day.month, int(lone["day"])), lone.start("day"), last.start),
                last,
            )
        elif index + 1 < len(found) and linked(folded, last, found[index + 1]):
            yield Period(last, found[index + 1])
            index += 1
        index += 1


def linked(folded: str, first: Dated, last: Dated) -> bool:
    """Tell whether the words between two dates make them one period."""
    between = folded[first.end : last.start]
    return len(between) < 90 and bool(LINKED.fullmatch(between.replace("\n", " ")))
