"""Hours of a week, as its days and clock times give them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tremplin.rights.agreement.fields import Field
from tremplin.rights.agreement.numbers import HOURS, IN_FIGURES, NUMBER, figure, hour_count
from tremplin.rights.agreement.terms.periods import DAYS_IN_ENGLISH, WEEKDAYS, Counted
from tremplin.rights.agreement.terms.totals import LEGAL_LIMIT, PER_DAY, PER_WEEK, TEACHING
from tremplin.rights.agreement.text import Text, matches_in

OF_WEEK_OR_TIME = re.compile(r"semaine|hebdo|week|temps (?:de|com|pl)|working (?:time|hours)")
WEEKLY_LABEL = re.compile(
    r"(?:duree|presence|temps|horaires?|volume|nombre d'heures|quotite|base|rythme)(?: \w+){0,3} "
    r"(?:hebdomadaires?|par semaine)|hebdomadaire\w*|"
    r"heures? (?:par|de presence par|/) ?semaine|heures/semaine|h/semaine|weekly(?: \w+){0,3}|hours (?:per|"
    r"a) week|working (?:time|hours)|"
    r"temps (?:de presence|de travail|complet|plein)"
)
WEEKLY_AFTER = re.compile(rf"(?:\s*\([^)]{{0,70}}\))?[^.;\n☐☒]{{0,110}}?(?P<hours>{HOURS})")
WEEKLY_BARE = re.compile(
    rf"(?:\s*\([^)]{{0,70}}\))?\s*[:=…]\s*(?P<hours>{IN_FIGURES})(?!\d|[ /]?(?:[%€/]|[a-z]))"
)
DAILY = re.compile(rf"(?P<hours>{HOURS})\s*(?:{PER_DAY})|(?:{PER_DAY})[^.;\n\d]{{0,20}}(?P<after>{HOURS})")
DAYS_A_WEEK = re.compile(
    rf"(?P<days>{NUMBER})\s*(?:jours?|j|days?)\s?(?:ouvres?\s)?(?:{PER_WEEK})|[x×*]\s?(?P<times>\d)\b"
)
WEEKDAY = re.compile(r"\b(" + "|".join(WEEKDAYS + DAYS_IN_ENGLISH) + r")s?\b")
CLOCK = r"(?P<{0}h>[01]?\d|2[0-4])\s?(?:h|:|heures?)\s?(?P<{0}m>[0-5]\d)?"
HOURS_OF_DAY = re.compile(
    r"(?<![\d:])"
    + CLOCK.format("a")
    + r"\s?(?:am\b|a\.m\.)?\s?(?:-|a|et|to|/|>|until|->|au|jusqu'a)\s?"
    + CLOCK.format("b")
    + r"(?!\d)\s?(?P<pm>pm\b|p\.m\.)?"
)


@dataclass(frozen=True, slots=True)
class Presence:
    """A stretch of one day, in minutes after midnight; `end` passes 1440 when it crosses midnight."""

    weekday: int | None
    begin: int
    end: int
    start: int
    stop: int


def weekly_in_schedule(text: Text, fields: tuple[Field, ...], before: int) -> Counted | None:
    """Return the hours with which a field of schedule begins: « Horaires : 35 heures, sur cinq jours »."""
    for field in fields:
        found = re.compile(rf"\W*(?P<hours>{HOURS})(?!\s?(?:-|a|et|to)\s?\d)").match(text.folded, field.start)
        if field.kind != "schedule" or field.start >= before or found is None or found.end() > field.end:
            continue
        value = hour_count(found["hours"])
        per_day = re.match(rf"\s*(?:{PER_DAY})", text.folded[found.end() :][:20])
        if value is not None and 20 <= value <= 60 and not per_day:
            return Counted(value, found.start("hours"), found.end())
    return None


def weekly_presence(text: Text, found: re.Match[str], group: str) -> bool:
    """Tell whether hours are those of the intern's week: no legal limit, lesson, clock or day."""
    lead = re.split(r"[.;\n](?!\d)", text.prose[max(0, found.start() - 150) : found.start(group)])[-1]
    tail = text.prose[found.end(group) : found.end(group) + 40]
    own = OWN_MAXIMUM.search(lead) and not re.search(r"legale|code du travail|ne peut|ne doit", lead)
    if (LEGAL_LIMIT.search(lead) and not own) or LEGAL_LIMIT.search(re.split(r"[.;,\n(]", tail)[0]):
        return False
    if TEACHING.search(lead[-40:]) or re.match(rf"\s*(?:{PER_DAY})", tail):
        return False
    return not is_clock(lead, tail)


OWN_MAXIMUM = re.compile(
    r"(?:maxim\w*|limite\w*|plafond\w*)[^.;\n]{0,50}\b(?:du (?:ou de la )?stagiaire|de la stagiaire|"
    r"de l'(?:etudiant\S*|eleve|apprenant\S*|interesse\S*)|of the (?:intern|student|trainee)|dans "
    r"l'(?:organisme|entreprise|etablissement)|in the (?:host|company))[^.;\n]{0,60}\b(?:sera|est|is|"
    r"will be|shall "
    r"be)(?: fixee?)?(?: de| a)?(?: la duree de)?\s*(?:…\s*)?$"
)
"""How the national model states the intern's own week: « la durée maximale … sera de 35 heures »."""


def is_clock(lead: str, tail: str) -> bool:
    """Tell whether « dix heures » is a time of day, in « de dix heures à dix-huit heures »."""
    return bool(
        re.search(r"\b(?:vers|avant|jusqu'a|entre|from) $", lead)
        or re.match(rf"\s?(?:-|a|et|to|jusqu'a)\s?(?:{HOURS})", tail)
        or re.search(rf"{HOURS}\s?(?:-|a|et|to)\s?$", lead)
    )


def labelled_weeks(text: Text, before: int) -> Iterator[re.Match[str]]:
    """Yield the numbers that follow a label of weekly hours."""
    for label in matches_in(WEEKLY_LABEL, text.prose, before, OF_WEEK_OR_TIME):
        found = WEEKLY_AFTER.match(text.prose, label.end(), before) or WEEKLY_BARE.match(
            text.prose, label.end(), before
        )
        if found:
            yield found


def weekly_by_day(text: Text, before: int) -> Counted | None:
    """Return hours a day times days a week."""
    daily = DAILY.search(text.prose, 0, before)
    if daily is None:
        return None
    hours = hour_count(daily["hours"] or daily["after"])
    near = text.prose[daily.start() : daily.end() + 90]
    days = DAYS_A_WEEK.search(near)
    count = figure(days["days"] or days["times"]) if days else None
    if count is None and re.search(
        r"lundi au vendredi|monday (?:to|through) friday",
        text.prose[max(0, daily.start() - 120) : daily.end() + 120],
    ):
        count = Decimal(5)
    if not hours or not count or not 1 <= count <= 7 or hours > 13:
        return None
    return Counted(hours * count, daily.start(), daily.end(), deduced=True)


def weekly_by_schedule(text: Text, before: int) -> Counted | None:
    """Return the sum of the hours of a timetable that gives each weekday its own."""
    by_day: dict[int, list[Presence]] = {}
    for presence in presences(text, before):
        if presence.weekday is not None:
            by_day.setdefault(presence.weekday, []).append(presence)
    if len(by_day) < 3:
        return None
    minutes = sum(presence.end - presence.begin for day in by_day.values() for presence in day)
    first = min(presence.start for day in by_day.values() for presence in day)
    last = max(presence.stop for day in by_day.values() for presence in day)
    return Counted(Decimal(minutes) / 60, first, last, deduced=True)


def presences(text: Text, before: int) -> Iterator[Presence]:
    """Yield each « 9 h – 12 h 30 » with the weekday named before it on its line, if any."""
    for found in HOURS_OF_DAY.finditer(text.folded, 0, before):
        begin = int(found["ah"]) * 60 + int(found["am"] or 0)
        end = int(found["bh"]) * 60 + int(found["bm"] or 0)
        if found["pm"] and end <= 720:
            end += 720
        line = text.lines[text.line_index(found.start())]
        days = list(WEEKDAY.finditer(text.folded, line.start, found.start()))
        ranged = days and re.search(r"\b(?:au|a|to|through|-)\s*$", text.folded[: days[-1].start()][-8:])
        name = days[-1][1] if days and not ranged else None
        weekday = (
            None
            if name is None
            else (WEEKDAYS.index(name) if name in WEEKDAYS else DAYS_IN_ENGLISH.index(name))
        )
        yield Presence(weekday, begin, end if end > begin else end + 1440, found.start(), found.end())
