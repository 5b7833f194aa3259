"""Hours and days of the whole internship."""

import re
from decimal import Decimal

from tremplin.rights.agreement.fields import Field, is_blank, label_of
from tremplin.rights.agreement.numbers import HOURS, IN_FIGURES, NUMBER, figure, hour_count
from tremplin.rights.agreement.terms.periods import Counted, relevant_periods
from tremplin.rights.agreement.text import Text, matches_in

NOT_TOTAL = re.compile(
    r"maxim|ne (?:peut|pourra|saurait|doit)|exced|superieur|seuil|limite|au-dela|chaque periode|equival|"
    r"plafond|au moins|delai|"
    r"must not|exceed|more than|at least|within|equivalent"
)
OF_INTERNSHIP = re.compile(r"\b(?:du|de) stage\b|\bpresence\b|\bof (?:the )?internship\b")
"""What makes a label of hours one of the internship, and not of the lessons."""
PER_WEEK = r"(?:par|/|a la|per|each|a|chaque)\s?(?:semaine|sem\b|week|wk)|hebdo\w*|weekly|/\s?s\b"
PER_DAY = r"(?:par|/|per|a|chaque)\s?(?:jour|j\b|day|journee)|quotidien\w*|journalier\w*|daily"
TEACHING = re.compile(
    r"enseignement|formation|cours\b|cursus|teaching|taught|class|annuel|semestriel|pedagogique|presentiel|"
    r"training|course|etudes|curriculum"
)
TOTAL = re.compile(
    rf"(?:correspondant a|representant|represente|represents|compte|totalise|totalling|comprises|soit|"
    rf"equivalant a|duree(?: [^\W\d]+\b){{0,4}}|total(?: [^"
    rf"\W\d]+\b){{0,4}}|nombre (?:total )?d'heures(?: [^\W\d]+\b){{0,5}}|"
    rf"volume(?: [^\W\d]+\b){{0,4}}|duration(?: [^\W\d]+\b){{0,3}}|length|amounts? to|for|pour|equals?|"
    rf"hours of "
    rf"(?:attendance|presence)|en tout|au total|in all|=|de|est (?:de|fixee a))"
    rf"(?:\s*\([^)]{{0,40}}\))?\s*[:=-]?\s*(?:de |a |est de |est fixee a |of |is |about |environ "
    rf")?(?P<hours>{HOURS})"
)
OF_PRESENCE = re.compile(
    rf"(?P<hours>{HOURS})(?:\(s\))?\s*(?:\([^)]{{0,24}}\)\s*)?(?:effectives? |reelles? )?(?:de |d'|of |en )?"
    rf"(?:actual |effective |real |total )?(?:presence|stage|travail|attendance|activite|"
    rf"work|on-site|effectives?|au total|in total)"
)
DAYS = re.compile(
    rf"(?P<days>{NUMBER})\s*(?:jours?|days?)\s*(?:\([^)]{{0,20}}\)\s*)?(?:ouvres |effectifs |entiers |"
    rf"working |full |de presence|de stage|de travail|of (?:attendance|presence)|effective)+"
)
OF_HOURS = re.compile(r"\d ?h|heures?|hours?")
LEGAL_LIMIT = re.compile(
    r"maxim|legale|ne (?:peu(?:t|vent)|doi(?:t|vent)|saurai(?:t|ent)|pourra)|exced|limite|exceed|depass|"
    r"plus de|au plus|moins de|au-dela|up to|no more|at most|interdi|mineur|repos|reserve aux|code du "
    r"travail|"
    r"rappel|plafond|seuil"
)


def total_hours(text: Text, fields: tuple[Field, ...], before: int) -> Counted | None:
    """Return the hours of presence over the whole internship, as printed."""
    return (
        duration_field(text, fields, before)
        or total_in_sentence(text, before)
        or total_in_days(text, before)
        or bare_volume(text, fields, before)
        or total_beside_period(text, before)
    )


def bare_volume(text: Text, fields: tuple[Field, ...], before: int) -> Counted | None:
    """Return the hours of a bare « Volume : » under what speaks of the internship and not of the lessons."""
    for field in fields:
        label, above = label_of(text, field), text.folded[max(0, field.label_start - 160) : field.label_start]
        if field.start >= before or not re.fullmatch(r"\W*(?:volume|hours|heures|nombre d'heures)\W*", label):
            continue
        found = re.match(
            rf"\s*(?P<hours>{HOURS})(?!\s*(?:{PER_WEEK}|{PER_DAY}))", text.folded[field.start : field.end]
        )
        value = hour_count(found["hours"]) if found else None
        if found and value and value >= 60 and "stage" in re.split(TEACHING, above)[-1]:
            return Counted(value, field.start + found.start("hours"), field.start + found.end("hours"))
    return None


def total_beside_period(text: Text, before: int) -> Counted | None:
    """Return the hours that stand alone after the dates: « du … au …, soit 4 semaines (140 h) »."""
    for period in relevant_periods(text, before):
        span = text.sentence(period.last.start, period.last.end)
        found = [
            one
            for one in re.finditer(HOURS, text.prose[period.last.end : span.end])
            if (hour_count(one.group()) or 0) >= 60
        ]
        tail = text.prose[period.last.end + found[0].end() :][:30] if found else ""
        lead = text.prose[period.last.end : period.last.end + found[0].start()] if found else ""
        other = re.match(rf"\s*(?:{PER_WEEK}|{PER_DAY})", tail) or TEACHING.search(lead + tail[:25])
        if len(found) == 1 and not other and not NOT_TOTAL.search(lead):
            start, value = period.last.end + found[0].start(), hour_count(found[0].group())
            return Counted(value or Decimal(0), start, start + len(found[0].group()))
    return None


def duration_field(text: Text, fields: tuple[Field, ...], before: int) -> Counted | None:
    """Return the hours that follow a label of total duration."""
    found = (duration_value(text, field) for field in fields if field.start < before)
    return next((value for value in found if value is not None), None)


def duration_value(text: Text, field: Field) -> Counted | None:
    """Return the hours of a field of total duration, None when it is of something else or blank."""
    if field.kind not in ("duration", "training_hours"):
        return None
    label, words = label_of(text, field), text.folded[field.start : field.end]
    if (
        (field.kind == "training_hours" and not OF_INTERNSHIP.search(label))
        or TEACHING.search(label)
        or NOT_TOTAL.search(label)
        or re.search(PER_WEEK, label)
        or re.search(PER_DAY, label)
        or is_blank(words)
    ):
        return None
    found = re.match(rf"[\s…]*{IN_FIGURES}(?=\s|$)", words) if re.search(r"heure|hours", label) else None
    found = found or re.search(HOURS, words)
    while found and re.match(rf"\s*(?:{PER_WEEK}|{PER_DAY})", text.folded[field.start + found.end() :][:40]):
        found = re.compile(HOURS).search(words, found.end())
    if found is None and re.search(r"heure|hours|\(h\)|en h\b", label):
        found = re.search(IN_FIGURES, words)
    value = hour_count(found.group()) if found else None
    if found is None or value is None or value < 10 or LEGAL_LIMIT.search(words, 0, found.start()):
        return None
    return Counted(value, field.start + found.start(), field.start + found.end())


def total_in_sentence(text: Text, before: int) -> Counted | None:
    """Return the hours of presence that a sentence gives as a total."""
    best: Counted | None = None
    for pattern in (OF_PRESENCE, TOTAL):
        for found in matches_in(pattern, text.prose, before, OF_HOURS):
            span = text.sentence(found.start(), found.end())
            clause = text.prose[max(span.start, found.start() - 110) : found.end() + 45]
            after = text.prose[found.end("hours") : found.end("hours") + 36]
            if re.match(
                rf"\s*(?:\(s\))?\s*(?:\([^)]{{0,16}}\)\s*)?(?:de presence )?(?:effectives? )?"
                rf"(?:{PER_WEEK}|{PER_DAY}|(?:par|/|per) (?:mois|month|an\b|annee))",
                after,
            ) or NOT_TOTAL.search(clause):
                continue
            if re.search(
                r"(?:d'|de |of )?(?:enseignement|formation|cours|teaching|taught|class)", after
            ) or re.search(
                r"(?:hebdomadaire|par semaine|weekly|par jour|volume|enseignement|formation|cours|teaching|"
                r"delai|dans les)[^.;\n]{0,30}$",
                text.prose[max(span.start, found.start() - 60) : found.start("hours")],
            ):
                continue
            value = hour_count(found["hours"])
            if (
                value is not None
                and value >= 30
                and (best is None or value > best.value)
                and not (value < 61 and re.search(PER_WEEK, clause))
            ):
                best = Counted(value, found.start("hours"), found.end("hours"))
        if best is not None:
            return best
    return best


def total_in_days(text: Text, before: int) -> Counted | None:
    """Return the days of presence as hours when each day's hours are printed with them."""
    for found in re.finditer(
        rf"(?P<days>{NUMBER})\s*(?:jours?|days?)[^.;\n]{{0,30}}?\b(?:de|x|of|×|a raison "
        rf"de)\s*(?P<hours>{HOURS})",
        text.prose[:before],
    ):
        days, hours = figure(found["days"]), hour_count(found["hours"])
        if days and hours and hours <= 12 and days > 5:
            return Counted(days * hours, found.start(), found.end(), deduced=True)
    return None


def days_present(text: Text, before: int) -> Counted | None:
    """Return the number of days of presence, when printed."""
    for found in DAYS.finditer(text.prose, 0, before):
        days = figure(found["days"])
        if days and days > 4 and not NOT_TOTAL.search(text.prose[max(0, found.start() - 80) : found.end()]):
            return Counted(days, found.start(), found.end())
    return None


UNSTEADY = re.compile(
    r"maxim|minim|legal|alternan|semaines? (?:de|d'|im|pair|a|en|sans|avec|\d)|puis\b|moyenne|premiere|"
    r"derniere|"
    r"\bou\b|sauf|except|conge|\bentre\b|annualis|vacances|inferieur|superieur|seuil|mineur|moins de|plus de|"
    r"periode|phase|\bor\b|between|average|then\b|jusqu|up to|salarie|employee|personnel|ouverture|"
    r"teletravail"
)
TOTAL_NAMED = re.compile(
    r"(?:duree|volume|nombre|temps)(?: (?:global|horaire))? (?:totale?|d'heures)|total (?:de |d')?heures|"
    r"total (?:duration|of|number of hours)|au total|in total"
)


def other_total(text: Text, fields: tuple[Field, ...], before: int, known: Decimal) -> Counted | None:
    """Return another total of hours that the agreement certainly gives to the internship, if any."""
    found = [duration_value(text, field) for field in fields if field.start < before]
    for pattern in (OF_PRESENCE, TOTAL):
        for match in matches_in(pattern, text.prose, before, OF_HOURS):
            lead = text.prose[max(0, match.start() - 30) : match.start("hours")]
            value = hour_count(match["hours"])
            if value is not None and TOTAL_NAMED.search(lead):
                found.append(Counted(value, match.start(), match.end("hours")))
    return another(text, found, known, least=60)


def another(text: Text, found: list[Counted | None], known: Decimal, *, least: int) -> Counted | None:
    """Return the first count, of those said without any condition, that is not the one known."""
    for one in found:
        if one is None or one.value == known or one.value < least:
            continue
        span = text.sentence(one.start, one.end)
        clause = text.prose[span.start : span.end]
        if not (UNSTEADY.search(clause) or TEACHING.search(clause) or NOT_TOTAL.search(clause)):
            return one
    return None
