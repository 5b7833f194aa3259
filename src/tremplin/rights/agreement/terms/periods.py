"""First and last day, and the periods that could be mistaken for them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tremplin.rights.agreement.dates import NOT_A_PERIOD, Dated, Period, dates, periods
from tremplin.rights.agreement.fields import Field, label_of
from tremplin.rights.agreement.text import Text

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
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
DAYS_IN_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of hours or days and where it is printed."""

    value: Decimal
    start: int
    end: int
    deduced: bool = False


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
