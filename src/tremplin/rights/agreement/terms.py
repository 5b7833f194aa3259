"""When and how long: dates of the internship, hours in all and by week, daily schedule."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tremplin.rights.agreement.dates import NOT_A_PERIOD, Dated, Period, dates, periods
from tremplin.rights.agreement.fields import Field, is_blank, label_of
from tremplin.rights.agreement.numbers import HOUR_UNIT, HOURS, IN_FIGURES, NUMBER, figure, hour_count
from tremplin.rights.agreement.text import Text, matches_in

ELSEWHERE = re.compile(
    r"conge|fermeture|ferme\b|closed|closure|vacances|preceden|previous|absence|autre stagiaire|avenant|"
    r"annee|academic year|school year|"
    r"tenue? (?:par|du)|occupee? (?:par|du)|(?:ete|was|been|were) (?:\w+ ){0,2}(?:occupee?|tenue?|confiee?|"
    r"pourvue?|held|filled|taken|occupied)|(?:held|filled|taken|occupied) by|last intern|other intern|"
    r"dernier stagiaire|delai de carence|waiting period|"
    r"ancienn?e? |accueillie?|succede|prolonge|meme poste|same (?:post|position)|autre "
    r"(?:eleve|etudiant\w*|stagiaire|intern|student)|another (?:student|"
    r"intern)|examens?|partiels|soutenance|arret|maladie|remplace|occup\w+ par|absent\w*|assurance|police|"
    r"valable|contrat|nee? le|exam"
)
START_LABEL = re.compile(
    r"(?:date de debut(?: (?:du|de) (?:stage|la periode))?|debut(?: (?:du|de) (?:stage|la periode))?|"
    r"debute(?:ra)? le|commence(?:ra)? le|prend(?:ra)? effet le|"
    r"a (?:compter|partir) du|start(?:ing|s)?(?: date)?|begin(?:ning|s)?(?: date| on)?|commencement(?: "
    r"date)?|commences? on|date d'entree|"
    r"premier jour|first day|entree|arrivee|prise de (?:poste|fonctions?)|accueil (?:se fait|a lieu|"
    r"debute(?:ra)?)|"
    r"accueillie? (?:des|a partir)|from)"
)
END_LABEL = re.compile(
    r"(?:date de fin(?: (?:du|de) (?:stage|la periode))?|fin(?: (?:du|de) (?:stage|la periode))?|(?:se "
    r")?termine(?:ra)? le|prend(?:ra)? fin le|s'acheve(?:ra)? le|"
    r"jusqu'au|end(?:ing|s)?(?: date)?|finish(?:es)?(?: on)?|completion(?: date)?|until|dernier jour|last "
    r"day|sortie|depart|echeance)"
)
TO_DATE = r"[^\d\n]{0,28}\n?[^\d\n]{0,12}$"
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
OF_WEEK = re.compile(r"semaine|\bsem\b|hebdo|week|/ ?s\b")
OF_WEEK_OR_TIME = re.compile(r"semaine|hebdo|week|temps (?:de|com|pl)|working (?:time|hours)")
OF_TIME = re.compile(r"temps|[- ]time")
OF_HOURS = re.compile(r"\d ?h|heures?|hours?")
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
LEGAL_LIMIT = re.compile(
    r"maxim|legale|ne (?:peu(?:t|vent)|doi(?:t|vent)|saurai(?:t|ent)|pourra)|exced|limite|exceed|depass|"
    r"plus de|au plus|moins de|au-dela|up to|no more|at most|interdi|mineur|repos|reserve aux|code du "
    r"travail|"
    r"rappel|plafond|seuil"
)
DAILY = re.compile(rf"(?P<hours>{HOURS})\s*(?:{PER_DAY})|(?:{PER_DAY})[^.;\n\d]{{0,20}}(?P<after>{HOURS})")
DAYS_A_WEEK = re.compile(
    rf"(?P<days>{NUMBER})\s*(?:jours?|j|days?)\s?(?:ouvres?\s)?(?:{PER_WEEK})|[x×*]\s?(?P<times>\d)\b"
)
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
DAYS_IN_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
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
class Counted:
    """A number of hours or days and where it is printed."""

    value: Decimal
    start: int
    end: int
    deduced: bool = False


@dataclass(frozen=True, slots=True)
class Presence:
    """A stretch of one day, in minutes after midnight; `end` passes 1440 when it crosses midnight."""

    weekday: int | None
    begin: int
    end: int
    start: int
    stop: int


def internship_period(text: Text, before: int) -> tuple[Dated | None, Dated | None]:
    """Return first and last day as printed, over several periods when there are several."""
    found = named_first(text, list(relevant_periods(text, before)))
    if found:
        first = found[0]
        last = first.last
        for following in found[1:]:
            between = text.folded[last.end : following.first.start]
            joined = len(between) < 60 and not re.search(
                r"[a-z]{4,}",
                re.sub(
                    r"puis|periode|ainsi que|from|then|inclus|semaines?|soit|jours?|heures?|deuxieme|seconde",
                    "",
                    between,
                ),
            )
            if joined and following.last.day and last.day and following.last.day > last.day:
                last = following.last
        return first.first, last
    opening, closing = labelled_date(text, START_LABEL, before), labelled_date(text, END_LABEL, before)
    return (opening, closing) if opening or closing else tabulated(text, before)


NAMED = re.compile(
    r"\bstage (?:se (?:deroule|tien|fe)\w*|aura lieu|a lieu|debute\w*|commence\w*|est (?:prevu|fixe))|"
    r"\b(?:dates?|periode|duree|calendrier) (?:du|de) stage\b|"
    r"\b(?:internship|placement) (?:starts?|begins?|runs?|takes? place|(?:will|shall) "
    r"(?:start|begin|run|take place)|(?:dates?|period)|is (?:scheduled|planned))|"
    r"\b(?:dates?|period) of (?:the )?(?:internship|placement)"
)
"""The words that make dates those of the internship itself, whatever other dates are printed."""


def named_first(text: Text, found: list[Period]) -> list[Period]:
    """Return the periods from the first one that is named as the internship's, all when none is."""
    named = (
        place for place, period in enumerate(found) if NAMED.search(clause_before(text, period.first.start))
    )
    return found[next(named, 0) :]


def rival_starts(text: Text, before: int, first: date) -> bool:
    """Tell whether another period could be the internship's, so that its first day is not certain."""
    return any(period.first.day not in (None, first) for period in relevant_periods(text, before))


def tabulated(text: Text, before: int) -> tuple[Dated | None, Dated | None]:
    """Return the first and last of dates printed in the rows of a table of periods."""
    best = longest_run(text, before)
    return (best[0], best[-1]) if len(best) >= 2 and len(best) % 2 == 0 else (None, None)


def has_several_periods(text: Text, before: int) -> bool:
    """Tell whether the internship is cut into periods."""
    return (
        len({period.first.day for period in relevant_periods(text, before)}) > 1
        or len(longest_run(text, before)) > 2
    )


def longest_run(text: Text, before: int) -> list[Dated]:
    """Return the longest series of dates with nothing but figures between them."""
    run: list[Dated] = []
    best: list[Dated] = []
    for dated in dates(text.folded, 0, before):
        between = text.folded[run[-1].end : dated.start] if run else ""
        near = len(between) < 30 and not re.search(
            r"[a-z]{4,}", re.sub(r"periode|jours?|heures?|semaines?", "", between)
        )
        run = [*run, dated] if run and near else [dated]
        best = run if len(run) > len(best) else best
    return best


def relevant_periods(text: Text, before: int) -> Iterator[Period]:
    """Yield the periods that are those of the internship, not of a leave or a closure."""
    for period in periods(text.folded, 0, before):
        context = text.prose[max(0, period.first.start - 220) : period.first.start]
        clause = re.split(r"[;\n]|\.\s", context)[-1]
        if ELSEWHERE.search(clause) or NOT_A_PERIOD.search(context[-70:]):
            continue
        yield period


BEGINS = re.compile(
    r"(?:debut (?:effectif )?du stage|stage (?:debute|debutera|commence|commencera)|prise de (?:poste|"
    r"fonctions?)|date de debut|"
    r"(?:debut|commenc)(?:e|era|ant) (?:son|le|ce) stage|(?:starts?|begins?|will start|will begin) "
    r"(?:the|his|her) "
    r"internship|premier jour (?:de|du) (?:stage|presence)|internship (?:starts|begins|will start|will "
    r"begin))[^.;"
    r"\n\d]{0,30}$"
)


def second_start(text: Text, before: int, first: date) -> Dated | None:
    """Return another first day that the agreement gives to the same internship, if any."""
    for dated in dates(text.folded, 0, before):
        if dated.day is None or dated.day == first:
            continue
        lead = text.prose[max(0, dated.start - 80) : dated.start]
        clause = re.split(r"[;\n]|\.\s", text.prose[max(0, dated.start - 200) : dated.start])[-1]
        if BEGINS.search(lead) and not ELSEWHERE.search(clause):
            return dated
    return None


ENDS = re.compile(
    r"(?:date de fin(?: (?:du|de) (?:stage|la periode))?|fin (?:effective )?(?:du|de) (?:stage|la periode)|"
    r"dernier jour (?:de|du) (?:stage|presence)|stage (?:se termine|prend fin|s'acheve|finit|se terminera|"
    r"prendra fin|s'achevera|finira)|internship (?:ends|finishes|will end|will finish)|end date|"
    r"end of (?:the )?internship|last day of (?:the )?(?:internship|"
    r"placement))[^.;\d\n]{0,30}\n?[^.;\d\n]{0,12}$"
)
AFTERWARDS = re.compile(
    r"suivant|\bapres\b|\bavant\b|delai|remi[st]|rapport|evaluation|attestation|plus tard|within|after|"
    r"before|"
    r"report\b|initial|reporte|decal|modifi|echeance de la convention"
)


def second_end(text: Text, fields: tuple[Field, ...], before: int, first: date, last: date) -> Dated | None:
    """Return another last day that the agreement gives to the same internship, if any."""
    if len(longest_run(text, before)) > 2:
        return None
    whole = list(relevant_periods(text, before))
    if any(period.first.day != first for period in whole):
        return None
    ends = [period.last for period in whole]
    ends += [
        dated
        for dated in dates(text.folded, 0, before)
        if ENDS.search(text.folded[max(0, dated.start - 90) : dated.start])
        and not ELSEWHERE.search(clause_before(text, dated.start))
    ]
    for field in fields:
        if (
            field.kind == "dates"
            and field.start < before
            and ENDS.search(label_of(text, field).strip(" :…*\n"))
        ):
            ends += dates(text.folded, field.start, field.end)[:1]
    return next(
        (
            dated
            for dated in ends
            if dated.day and dated.day != last and not AFTERWARDS.search(clause_before(text, dated.start))
        ),
        None,
    )


def clause_before(text: Text, offset: int) -> str:
    """Return the folded words of a clause that come before an offset."""
    return re.split(r"[;\n]|\.\s", text.prose[max(0, offset - 200) : offset])[-1]


def labelled_date(text: Text, label: re.Pattern[str], before: int) -> Dated | None:
    """Return the date printed after one of these labels."""
    for dated in dates(text.folded, 0, before):
        context = text.folded[max(0, dated.start - 75) : dated.start]
        if re.search(label.pattern + TO_DATE, context) and not NOT_A_PERIOD.search(context):
            return dated
    return None


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


def day_of_week(name: str) -> int:
    """Return 0 for Monday to 6 for Sunday, in French or English."""
    return WEEKDAYS.index(name) if name in WEEKDAYS else DAYS_IN_ENGLISH.index(name)


def birth_date(text: Text) -> tuple[date, int, int] | None:
    """Return the student's date of birth."""
    for dated in dates(text.folded):
        if dated.day and re.search(
            r"(?:nee?|ne\(e\)|ne[./·-]e|naissance|born|birth)[^.\n\d]{0,30}\n?[^\d\n]{0,12}$",
            text.folded[max(0, dated.start - 60) : dated.start],
        ):
            return dated.day, dated.start, dated.end
    return None
