"""Hours of a week, as labelled or told."""

import re
from decimal import Decimal

from tremplin.rights.agreement.fields import Field
from tremplin.rights.agreement.numbers import HOUR_UNIT, HOURS, IN_FIGURES, NUMBER, hour_count
from tremplin.rights.agreement.terms.periods import Counted
from tremplin.rights.agreement.terms.schedules import (
    HOURS_OF_DAY,
    labelled_weeks,
    weekly_by_day,
    weekly_by_schedule,
    weekly_in_schedule,
    weekly_presence,
)
from tremplin.rights.agreement.terms.totals import LEGAL_LIMIT, PER_DAY, PER_WEEK, another
from tremplin.rights.agreement.text import Text, matches_in

OF_WEEK = re.compile(r"semaine|\bsem\b|hebdo|week|/ ?s\b")
OF_TIME = re.compile(r"temps|[- ]time")
HOURS_PER_WEEK = re.compile(
    rf"(?P<hours>{HOURS}|{NUMBER})\s*(?:\([^)]{{0,30}}\)\s*)?(?:de (?:presence|travail|stage) "
    rf")?(?:effectives? )?(?:{PER_WEEK})"
)
WEEK_FIRST = re.compile(
    rf"\b(?:chaque|par|each|every|per) (?:semaine|week),?(?: [^\W\d]+\b){{0,7}} "
    rf"(?P<hours>{HOURS})(?!\s*(?:{PER_DAY}))"
)
HOUR_WEEK = re.compile(rf"(?P<hours>{IN_FIGURES})[- ]hour(?: working)? week")
FULL_TIME = re.compile(
    rf"(?P<hours>{HOURS})[^.;\n]{{0,30}}(?:temps (?:complet|plein|partiel)|full[- ]time|part[- ]time)|"
    rf"temps (?:complet|plein|partiel)[^.;\n\d]{{0,20}}(?P<after>{HOURS})"
)


def weekly_field(text: Text, fields: tuple[Field, ...], before: int) -> Counted | None:
    """Return the hours printed in a field of weekly presence."""
    found = (weekly_value(text, field) for field in fields if field.start < before)
    return next((value for value in found if value is not None), None)


def weekly_value(text: Text, field: Field) -> Counted | None:
    """Return the hours of a field of weekly presence, None when it is of something else or blank."""
    if field.kind != "weekly":
        return None
    label, words = text.folded[field.label_start : field.start], text.folded[field.start : field.end]
    found = re.search(HOURS, words) or (
        re.search(rf"^\W*{IN_FIGURES}(?!\s?(?:jours|days|j\b|/))", words)
        if re.search(r"heure|hours|\bh\b", label)
        else None
    )
    value = hour_count(found.group()) if found else None
    if (
        found is None
        or value is None
        or not 2 <= value <= 80
        or LEGAL_LIMIT.search(words, 0, found.start())
        or HOURS_OF_DAY.match(words, found.start())
        or re.match(rf"\s*(?:{PER_DAY})", words[found.end() :][:40])
    ):
        return None
    return Counted(value, field.start + found.start(), field.start + found.end())


def other_weekly(text: Text, fields: tuple[Field, ...], before: int, known: Decimal) -> Counted | None:
    """Return other hours that the agreement certainly gives to the same week, if any."""
    found = [weekly_value(text, field) for field in fields if field.start < before]
    for match in matches_in(HOURS_PER_WEEK, text.prose, before, OF_WEEK):
        value = hour_count(match["hours"])
        if (
            value is not None
            and re.search(HOUR_UNIT, match["hours"])
            and weekly_presence(text, match, "hours")
        ):
            found.append(Counted(value, match.start(), match.end()))
    return another(text, found, known, least=10)


def weekly_hours(text: Text, fields: tuple[Field, ...], before: int) -> Counted | None:
    """Return the hours of presence a week, printed as such, else by day and days a week."""
    labelled = weekly_field(text, fields, before)
    if labelled is not None:
        return labelled
    for candidates in (
        matches_in(HOURS_PER_WEEK, text.prose, before, OF_WEEK),
        matches_in(HOUR_WEEK, text.prose, before, OF_WEEK),
        matches_in(WEEK_FIRST, text.prose, before, OF_WEEK),
        labelled_weeks(text, before),
        matches_in(FULL_TIME, text.prose, before, OF_TIME),
    ):
        for found in candidates:
            group = "after" if found.re is FULL_TIME and found["after"] else "hours"
            value = hour_count(found[group])
            if value is None or not 2 <= value <= 80 or not weekly_presence(text, found, group):
                continue
            return Counted(value, found.start(), found.end())
    return (
        weekly_by_day(text, before)
        or weekly_by_schedule(text, before)
        or weekly_in_schedule(text, fields, before)
    )
