"""Days as contact files write them: English and French months, Excel, iCalendar."""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from tremplin.network.domain import folded

MONTHS: Final = {
    word: number
    for number, words in enumerate(
        (
            "jan january janv janvier",
            "feb february fevr fev fevrier",
            "mar march mars",
            "apr april avr avril",
            "may mai",
            "jun june juin",
            "jul july juil juillet",
            "aug august aout",
            "sep sept september septembre",
            "oct october octobre",
            "nov november novembre",
            "dec december decembre",
        ),
        1,
    )
    for word in words.split()
}
NAMED: Final = re.compile(r"(\d{1,2})[\s\-/.]+([^\W\d]+)[\s\-/.,]+(\d{4}|\d{2})")
MONTH_FIRST: Final = re.compile(r"([^\W\d]+)\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})")
NUMBERED: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})")
ISO: Final = re.compile(r"(\d{4})[-/]?(\d{2})[-/]?(\d{2})")
CENTURY_TURNS: Final = 70


@lru_cache(maxsize=4096)
def read_day(text: str, *, month_first: bool = False) -> date | None:
    """Return the day a cell names.

    Args:
        text: « 08 Feb 2026 », « 8 févr. 2026 », « 08-févr-26 », « 4-Apr-21 », « Sep 2025 », « 2022 »,
            « 2026-05-12 10:00 », « 12/05/1985 ».
        month_first: whether « 1/29/26 » begins with the month, as LinkedIn's invitations do.

    Returns:
        The day, the first of the month or of the year when the text says no more; None when it names
        none, or one that does not exist.
    """
    bare = text.strip()
    if match := ISO.match(bare):
        return _day(*match.groups())
    if match := NAMED.match(bare):
        return _day(match[3], MONTHS.get(folded(match[2]), 0), match[1])
    if match := NUMBERED.match(bare):
        first, second = (match[2], match[1]) if month_first else (match[1], match[2])
        return _day(match[3], second, first)
    if match := MONTH_FIRST.fullmatch(bare):
        return _day(match[3], MONTHS.get(folded(match[1]), 0), match[2] or 1)
    return _day(bare, 1, 1) if re.fullmatch(r"\d{4}", bare) else None


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    full = int(year)
    if len(str(year)) <= 2:
        full += 2000 if full < CENTURY_TURNS else 1900
    try:
        return datetime(full, int(month), int(day)).date()  # noqa: DTZ001 a day has no zone
    except ValueError:
        return None
