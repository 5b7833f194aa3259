"""Numbers, hours and counts as agreements print them, in figures and in words."""

import re
from decimal import Decimal

WORDS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize":
    16, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100,
    "cents": 100, "mille": 1000, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100, "thousand": 1000, "vingts": 20,
}  # fmt: skip
WORD = "(?:" + "|".join(sorted(WORDS, key=len, reverse=True)) + ")"
IN_WORDS = rf"(?:{WORD}(?:(?:[ -]|\s+et\s+|\s+and\s+)(?={WORD}\b){WORD})*)"
IN_FIGURES = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d{1,3}(?:[  .]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?)"
NUMBER = rf"(?:{IN_FIGURES}\)?|(?<![a-z]){IN_WORDS}(?:\s*\(\s*{IN_FIGURES}\)?|\b))"
HOUR_UNIT = r"(?:[ …]*h(?:eures?|eure\(s\)|ours?|rs?)?\b(?:\(s\))?)"
HOURS = rf"(?:{NUMBER}{HOUR_UNIT}\s?(?:[0-5]\d\b(?:\s?(?:min(?:utes)?|mn))?)?)"
FIGURE_IN = re.compile(IN_FIGURES)
CLOCK = re.compile(r"(\d+(?:[.,]\d+)?)[ …]*h(?:eures?|ours?|rs?)?\s?([0-5]\d)?\b")


def figure(text: str) -> Decimal | None:
    """Return the first number of a folded text, in figures else in words; None without any.

    Spaces and dots between groups of three digits are thousands; a comma or a dot before
    other groups is decimal.
    """
    found = FIGURE_IN.search(text)
    if found:
        return exact(found.group())
    return in_words(text)


def exact(figures: str) -> Decimal:
    """Return the value of figures printed the French or the English way."""
    grouped = re.fullmatch(r"(\d{1,3}(?:[ .]\d{3})+)(?:,(\d+))?", figures)
    if grouped:
        whole = re.sub(r"\D", "", grouped[1])
        return Decimal(f"{whole}.{grouped[2] or 0}").normalize() + 0
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", figures):
        return Decimal(figures.replace(",", ""))
    return Decimal(figures.replace(",", ".").replace(" ", ""))


def in_words(text: str) -> Decimal | None:
    """Return the value of the first number written in words: « trente-cinq » is 35."""
    found = re.search(rf"\b{IN_WORDS}\b", text)
    if found is None:
        return None
    total = current = 0
    for word in re.findall(WORD + r"\b", found.group()):
        value = WORDS[word]
        if value == 1000:
            total, current = total + max(current, 1) * 1000, 0
        elif value == 100:
            current = max(current, 1) * 100
        elif value == 20 and current % 100 == 4:
            current += 76
        else:
            current += value
    return Decimal(total + current)


def hour_count(text: str) -> Decimal | None:
    """Return hours: « 35 h », « 35h30 » (35.5), « trente-cinq heures »; None without any."""
    clock = CLOCK.search(text)
    if clock is None:
        return figure(text)
    whole = figure(text[: clock.end(1)])
    minutes = Decimal(clock[2] or 0) / 60
    return None if whole is None else whole + minutes
