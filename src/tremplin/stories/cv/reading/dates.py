"""Months and spans as people write them, in the languages of LinkedIn: « avril 2026 - Present »."""

import re
from typing import Final

from tremplin.stories.cv.reading.words import month_called, says_present
from tremplin.stories.cv.resume import Period, When

MONTH: Final = re.compile(
    r"(?:(\d{1,2})(?:er|st|nd|rd|th|\.)?\s+(?:de\s+)?)?([^\W\d]+)\.?,?\s+(?:de\s+|del\s+)?(\d{4})"
)
MONTH_DAY: Final = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2}),?\s+(\d{4})")
NUMBERED: Final = re.compile(r"(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})")
YEAR: Final = re.compile(r"\d{4}")
ISO: Final = re.compile(r"(\d{4}-\d{2}(?:-\d{2})?)(?:[T ].*|Z)?")
ASIDE: Final = re.compile(r"\s*\([^()]*\)\s*$")
DASH: Final = re.compile(r"\s+[-–—]\s+|\s*[–—]\s*|\s+(?:to|au|à|bis)\s+")
OPEN: Final = re.compile(r"(?:depuis|since|from|seit|desde|dal|sinds)\s+(?:le\s+|the\s+)?", re.I)


def read_when(words: str) -> When | None:
    """Return the day, the month or the year that words name.

    Args:
        words: « avril 2026 », « Sep 2025 », « 2022 », « 4 mai 2004 », « May 4, 2004 », « 09/2024 ».

    Returns:
        The date at the precision of the words; None when they name none, or one that does not exist.
    """
    bare = words.strip().strip(".,")
    text = _iso(bare)
    if not text:
        return None
    when = When(text)
    return when if when.parts else None


def _iso(bare: str) -> str:
    if YEAR.fullmatch(bare):
        return bare
    if match := ISO.fullmatch(bare):
        return match[1]
    if match := MONTH.fullmatch(bare):
        return _joined(match[3], month_called(match[2]), match[1])
    if match := MONTH_DAY.fullmatch(bare):
        return _joined(match[3], month_called(match[1]), match[2])
    if match := NUMBERED.fullmatch(bare):
        return _joined(match[3], int(match[2]), match[1])
    return ""


def _joined(year: str, month: int, day: str | None) -> str:
    if not month:
        return ""
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")


def read_span(words: str) -> Period | None:
    """Return the period that a whole line names.

    Args:
        words: « avril 2026 - juillet 2026 (4 mois) », « 2020 – 2023 », « depuis mars 2024 », « 2022 ».

    Returns:
        The period; None when the line says anything else.
    """
    bare = ASIDE.sub("", words.strip())
    if since := OPEN.match(bare):
        start = read_when(bare[since.end() :])
        return Period(start, None, True) if start else None
    pieces = DASH.split(bare)
    if len(pieces) == 1:
        return Period(only, only) if (only := read_when(bare)) else None
    if len(pieces) != 2 or (start := read_when(pieces[0])) is None:
        return None
    if says_present(pieces[1]):
        return Period(start, None, True)
    end = read_when(pieces[1])
    return Period(start, end) if end else None
