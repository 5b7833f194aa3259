"""Dates, hours in all and by week, nights and Sundays."""

import re
from collections.abc import Iterator
from datetime import time
from decimal import Decimal

from tremplin.law.internship.maximum_duration import SIX_MONTHS, maximum_duration
from tremplin.law.internship.mentions import CONTENTS
from tremplin.law.internship.signed_before_start import signed_before_start
from tremplin.law.internship.working_time import Span, Week, weekly_hours_limit, working_time
from tremplin.law.outcome import DoesNotHold, Holds
from tremplin.law.words import day, hours
from tremplin.rights.agreement.case import Case
from tremplin.rights.agreement.clauses import Unit
from tremplin.rights.agreement.dates import dates
from tremplin.rights.agreement.findings.made import breach, compliant, quoted
from tremplin.rights.agreement.terms import periods, totals, weeks
from tremplin.rights.agreement.terms.schedules import HOURS_OF_DAY
from tremplin.rights.agreement.values import Finding, Level

EXCEPTION = re.compile(
    r"exception\w*|toutefois|cependant|sauf\b|repos|recuper\w*|compens\w*|however|except|time off|in "
    r"return|recovered|accompagne"
)
UNUSUAL = re.compile(
    r"heures? du matin|minuit|midnight|\bnuits?\b|nocturnes?|\bdimanches?\b|dominical\w*|jours? feries?|"
    r"\bnights?\b|\bsundays?\b|public holidays?|bank holidays?|\bferies?\b|week-?ends?\b|\bovernight\b|"
    r"astreintes?"
)
NONE_SAID = re.compile(
    r"aucune?\b|sans objet|neant|\bnon\b|\bpas\b|\bni\b|jamais|\bnone\b|not applicable|\bno\b|\bnot\b|"
    r"\bn/?a\b|interdit\w*|exclu\w*|\bnever\b|☒ ?(?:aucune?|non|none|no)\b|hors\b|sauf\b|except(?:ed?)?\b|en "
    r"dehors"
)
ASKED = re.compile(
    r"(?:preciser|indiquer|cas particuliers|le cas echeant|s'il y a lieu|if applicable)[^:]{0,60}(?::|"
    r"…)?\s*$|si le stagiaire doit etre present[^:]{0,260}(?::|…)\s*$|\?\s*$"
)
DECLARES = re.compile(
    r"(?:presence|present\w*|prevu\w*|declare\w*|exceptionnel\w*|travail\w*|mobilis\w*|particip\w*|"
    r"attendance|present|scheduled|planned|expected|required)[^.]{0,120}(?:nuit|nocturne|dimanche|"
    r"dominical|ferie|night|sunday|holiday|week-?end)|"
    r"(?:nuit|nocturne|dimanche|dominical|ferie|night|sunday|holiday|week-?end)[^.]{0,120}(?:presence|"
    r"present\w*|prevu\w*|declare\w*|repos compensa\w*|recupe\w*|compens\w*|attendance|scheduled|"
    r"planned|time off|☒)|☒ ?(?:la |le |un )?(?:nuit|dimanche|jours? feries?|night|sunday)|(?::|"
    r"…)\s*(?:oui|yes)\b"
)
GENERAL_RULE = re.compile(
    r"mineur|moins de (?:18|dix-huit)|under 18|l\.? ?316|deduction faite|jours? feries? (?:deduits?|exclus|"
    r"non travailles?|legaux|chomes?)|hors jours? feries?|repos (?:hebdomadaire|dominical)|si le "
    r"stagiaire doit|dans les cas ou|article l|excluding|net of|minus public|regles? (?:applicables|"
    r"relatives)|"
    r"duree (?:legale|maximale)|peut etre|le cas echeant|compte non tenu|sous reserve|discotheque|"
    r"week-?end (?:integration|cohesion)"
)
DISCONTINUOUS = re.compile(
    r"en alternance|alternance (?:de|:|entre)|rythme d'alternance|alterne\w*|discontinu\w*|fractionn\w*|"
    r"semaines? (?:de |d'|en |a )(?:l')?(?:ecole|cours|formation|entreprise|regroupement)|(?:une|1) "
    r"semaine sur|par quinzaine|fermeture|"
    r"closed?\b|interruption (?:du stage )?(?:(?:du|de) \d|de (?:deux|trois)|d'une|pendant|entre)|"
    r"periodes? (?:1|2|n|de cours)|jours? (?:de "
    r")?compensat\w+|\brtt\b|vacances|school weeks|break\b"
)


def timing(case: Case) -> Iterator[Finding]:
    """Yield findings on dates and hours."""
    yield from order_of_dates(case)
    yield from duration(case)
    yield from coherence(case)
    yield from contradictions(case)
    yield from week(case)
    yield from unusual_hours(case)
    yield from signature(case)


def order_of_dates(case: Case) -> Iterator[Finding]:
    """Yield dates that cannot be: the last before the first, or a day that does not exist."""
    first, last = case.starts_on, case.ends_on
    if first is not None and last is not None and last <= first:
        quote, page = quoted(case.fact("start_date"))
        yield incoherent(f"Le stage commencerait le {day(first)} et finirait le {day(last)}.", quote, page)
        return
    text = case.reading.text
    other = (
        periods.second_start(text, case.reading.signing, first) if case.fact("start_date") and first else None
    )
    if other is not None and case.facts.found["start_date"].certainty != "entered":
        quote = text.quote(other.start, other.end)
        yield incoherent(
            "La convention donne deux dates de début différentes.", quote, text.page_at(other.start)
        )
        return
    end = case.fact("end_date")
    if first is not None and last is not None and end is not None and end.certainty == "read":
        other = periods.second_end(text, case.reading.fields, case.reading.signing, first, last)
        if other is not None:
            yield incoherent(
                f"La convention donne deux dates de fin différentes, dont le {day(last)}.",
                text.quote(other.start, other.end),
                text.page_at(other.start),
            )
            return
    for dated in dates(text.folded, 0, case.reading.signing):
        if dated.day is None and re.search(
            r"debut|fin\b|du\b|au\b|stage|periode|from|to\b|date",
            text.folded[max(0, dated.start - 40) : dated.start],
        ):
            yield incoherent(
                "Cette date n’existe pas dans le calendrier.",
                text.quote(dated.start, dated.end),
                text.page_at(dated.start),
            )
            return


def incoherent(why: str, quote: str, page: int | None) -> Finding:
    """Return the finding on impossible dates."""
    return Finding(
        id="incoherent_dates",
        level=Level.TO_CORRECT,
        title="Les dates du stage sont impossibles",
        why=f"{why} Les dates décident de votre couverture et de la durée du stage.",
        sources=(CONTENTS,),
        quote=quote,
        page=page,
        ask="Les dates du stage semblent contenir une erreur. Pouvez-vous les vérifier et les corriger ?",
    )


def duration(case: Case) -> Iterator[Finding]:
    """Yield whether presence stays within six months."""
    placement = case.placement
    if placement is None:
        return
    outcome = maximum_duration(placements=[placement], figures=case.figures)
    most = case.figures.get("internship", "maximum_hours", on=placement.ends_on).value
    if isinstance(outcome, DoesNotHold):
        yield breach(
            case,
            outcome,
            id="duration_exceeds_max",
            title="Le stage dépasse six mois de présence",
            ask="La durée prévue dépasse le maximum de six mois de présence dans un même organisme. "
            "Pouvez-vous la réduire ?",
            fact="total_hours",
        )
    elif placement.hours > most:
        quote, page = quoted(case.fact("total_hours"))
        yield Finding(
            id="duration_exceeds_max",
            level=Level.TO_CLARIFY,
            title="Le stage dépasse six mois de présence, à cheval sur deux années d’enseignement",
            why=f"Un stage ne dépasse pas {hours(most)} dans un même organisme par année d’enseignement. "
            f"Celui-ci compte {hours(placement.hours)} : tout dépend de l’année retenue par votre "
            f"école.",
            sources=(SIX_MONTHS,),
            quote=quote,
            page=page,
            ask="La durée prévue dépasse six mois de présence. Pouvez-vous confirmer l’année "
            "d’enseignement retenue, ou réduire la durée ?",
            doubts=outcome.doubts,
        )
    elif isinstance(outcome, Holds):
        yield compliant(
            case, outcome, id="duration", title="Durée dans la limite de six mois", fact="total_hours"
        )


AMENDS = re.compile(
    r"\bavenant\s+n(?:[°o]|umero)\s?\d|\bpresent avenant\b|\bamendment (?:no|number)\b\.?\s?\d|"
    r"\b(?:duree|terme|date de fin|fin du stage)[^.;]{0,60}\b(?:est|sont|etant) "
    r"(?:portee?s? (?:a|au)|prolongee?s? jusqu'au|reportee?s? au|repoussee?s? au)\b|"
    r"\b(?:is|are) (?:extended|postponed) (?:to|until) \d"
)


def amended(case: Case) -> re.Match[str] | None:
    """Return where the agreement says that it changes an earlier one, whose dates it may print."""
    return AMENDS.search(case.reading.text.prose)


def dates_certain(case: Case) -> bool:
    """Tell whether the dates printed leave no other period that could be the internship's."""
    first, fact = case.starts_on, case.facts.found.get("start_date")
    if first is None or (fact is not None and fact.certainty == "entered"):
        return True
    reading = case.reading
    return not periods.rival_starts(reading.text, reading.signing, first)


def coherence(case: Case) -> Iterator[Finding]:
    """Yield a total that the dates and the weekly presence cannot give."""
    printed, weekly = case.value("total_hours"), case.value("weekly_hours")
    certain = dates_certain(case) and amended(case) is None
    expected = case.expected_hours
    if (
        printed is None
        or weekly is None
        or expected is None
        or case.starts_on is None
        or case.ends_on is None
    ):
        return
    span = Decimal((case.ends_on - case.starts_on).days + 1)
    most = Decimal(weekly) * (span / 7).to_integral_value(rounding="ROUND_CEILING")
    broken = discontinuous(case) or case.reading.several_periods
    too_many = Decimal(printed) > most * Decimal("1.06") + 8
    too_few = not broken and Decimal(printed) < expected * Decimal("0.78") - 4
    if not too_many and not too_few:
        return
    quote, page = quoted(case.fact("total_hours"))
    yield Finding(
        id="incoherent_duration",
        level=Level.TO_CLARIFY if certain else Level.TO_CHECK,
        title="La durée totale ne correspond pas aux dates",
        why=f"Du {day(case.starts_on)} au {day(case.ends_on)}, à {hours(Decimal(weekly))} par semaine, on "
        f"compte environ {hours(expected)}, et la convention en annonce {hours(Decimal(printed))}. "
        f"Cette durée décide de la gratification.",
        sources=(CONTENTS,),
        quote=quote,
        page=page,
        ask="La durée totale ne correspond pas aux dates et aux heures par semaine. "
        "Pouvez-vous la vérifier ?",
    )


def contradictions(case: Case) -> Iterator[Finding]:
    """Yield to check: two totals or two weeks of different length for the same internship."""
    reading = case.reading
    for name, search, title in (
        ("total_hours", totals.other_total, "La convention donne deux durées totales différentes"),
        ("weekly_hours", weeks.other_weekly, "La convention donne deux durées par semaine différentes"),
    ):
        fact = case.fact(name)
        if fact is None or fact.certainty != "read" or reading.several_periods:
            continue
        other = search(reading.text, reading.fields, reading.signing, Decimal(fact.value))
        if other is not None:
            yield Finding(
                id=f"contradiction:{name}",
                level=Level.TO_CHECK,
                title=title,
                why=f"Un passage dit : « {fact.quote} ». Un autre donne {hours(other.value)}. "
                "Une seule durée peut être la bonne.",
                sources=(CONTENTS,),
                quote=reading.text.quote(other.start, other.end),
                page=reading.text.page_at(other.start),
                ask="Deux passages de la convention donnent des durées différentes. Pouvez-vous indiquer la "
                "bonne ?",
            )


def discontinuous(case: Case) -> bool:
    """Tell whether presence is said to be broken up, otherwise than by a label left without object."""
    text = case.reading.text.prose
    for found in DISCONTINUOUS.finditer(text, 0, case.reading.signing):
        lead, tail = text[max(0, found.start() - 60) : found.start()], text[found.end() : found.end() + 120]
        if re.search(r"\b(?:si|en cas de|le cas echeant|eventuel\w*|if|when|lorsque)\b[^.;\n]*$", lead):
            value = re.match(r"[^.;:\n]{0,60}(?::|\?|…)\s*(?P<value>[^\n]{0,40})", tail)
            if value is None or not re.search(r"[a-z0-9]{2}", value["value"]):
                continue
            tail = f": {value['value']}"
        if not re.match(
            r"[^.;:\n]{0,40}[:?…]\s*(?:sans objet|neant|non\b|aucune?|n/?a\b|none|no\b|not applicable|"
            r"☐ ?oui|/)",
            tail,
        ):
            return True
    return False


def week(case: Case) -> Iterator[Finding]:
    """Yield whether the hours of a week are lawful at the intern's age."""
    weekly = case.value("weekly_hours")
    if weekly is None:
        return
    age = case.age
    if age is None:
        age = (
            17
            if re.search(r"\beleve mineure?\b.{0,80}(?:soussigne|represente)", case.reading.text.prose)
            else 99
        )
    limit = weekly_hours_limit(age=age, on=case.day, figures=case.figures)
    outcome = working_time(week=Week(total=Decimal(weekly)), age=age, on=case.day, figures=case.figures)
    if isinstance(outcome, DoesNotHold):
        yield breach(
            case,
            outcome,
            id="weekly_hours_excessive",
            title="La présence par semaine dépasse le maximum",
            ask="La durée hebdomadaire dépasse le maximum légal. Pouvez-vous la ramener dans la limite ?",
            fact="weekly_hours",
        )
    elif isinstance(limit, Holds):
        yield compliant(
            case,
            limit,
            id="weekly_hours",
            title="Temps de présence par semaine dans la limite",
            fact="weekly_hours",
        )


KINDS = {
    "night": re.compile(
        r"\bnuits?\b|nocturnes?|\bnights?\b|\bovernight\b|astreintes?|heures? du matin|minuit|midnight"
    ),
    "sunday": re.compile(r"\bdimanches?\b|dominical\w*|\bsundays?\b|week-?ends?\b"),
    "holiday": re.compile(r"\bferies?\b|public holidays?|bank holidays?"),
}


def kinds(words: str) -> frozenset[str]:
    """Return which of night, Sunday and holiday some words speak of."""
    return frozenset(kind for kind, pattern in KINDS.items() if pattern.search(words))


def unusual_hours(case: Case) -> Iterator[Finding]:
    """Yield nights, Sundays or holidays that appear while none is declared."""
    denied = frozenset(kind for unit in case.units if is_denial(unit) for kind in kinds(unit.plain))
    declared = frozenset(kind for unit in case.units for kind in declares(case, unit, denied))
    for unit in case.units:
        shown = shows(case, unit, denied) - declared
        if not shown:
            continue
        text = case.reading.text
        found = UNUSUAL.search(unit.words) or HOURS_OF_DAY.search(unit.words)
        place = unit.start + (found.start() if found else 0)
        yield Finding(
            id="night_sunday_not_declared",
            level=Level.TO_CLARIFY,
            title="Une présence la nuit, le dimanche ou un jour férié n’est pas déclarée",
            why="La convention précise les présences de nuit, le dimanche ou un jour férié. Ici, le texte "
            "en montre une que la rubrique prévue ne mentionne pas.",
            sources=(CONTENTS,),
            quote=text.quote(place, place + 1),
            page=text.page_at(place),
            ask="La convention évoque une présence la nuit, le dimanche ou un jour férié. Pouvez-vous "
            "préciser lesquelles, ou les supprimer ?",
        )
        return


def is_denial(unit: Unit) -> bool:
    """Tell whether a sentence or a field says that there is no such presence."""
    if ASKED.search(unit.words) or GENERAL_RULE.search(unit.words) or len(unit.words) > 420:
        return False
    if "☐" in unit.plain and UNUSUAL.search(unit.plain) and NONE_SAID.search(unit.words):
        return True
    return any(UNUSUAL.search(clause) and NONE_SAID.search(clause) for clause in unit.words.split(";"))


def declares(case: Case, unit: Unit, denied: frozenset[str]) -> frozenset[str]:
    """Return which presences a field or a sentence on working time declares.

    A sentence does not undo a « none » said elsewhere, unless it says that it is an exception.
    """
    words = unit.words
    if (
        not UNUSUAL.search(words)
        or ASKED.search(words)
        or GENERAL_RULE.search(words)
        or in_missions(case, unit)
    ):
        return frozenset()
    label, colon, value = words.partition(":")
    if colon and UNUSUAL.search(label) and len(label) < 200:
        if NONE_SAID.search(re.split(r"[;.,(]", value)[0]) or not re.search(r"[a-z0-9]{2}", value):
            return frozenset()
        return kinds(value) or kinds(label)
    clauses = [
        clause
        for clause in re.split(r"[;]", words)
        if DECLARES.search(clause) and not NONE_SAID.search(clause)
    ]
    said = frozenset(kind for clause in clauses for kind in kinds(clause))
    return said if EXCEPTION.search(words) else said - denied


def in_missions(case: Case, unit: Unit) -> bool:
    """Tell whether a sentence is one of those that entrust activities."""
    return any(passage.start < unit.end and unit.start < passage.end for passage in case.reading.missions)


def shows(case: Case, unit: Unit, denied: frozenset[str]) -> frozenset[str]:
    """Return the presences at night, on Sunday or on a holiday that a sentence reveals.

    A sentence counts when it entrusts activities, or contradicts one that says « none ».
    """
    words = unit.words
    if GENERAL_RULE.search(words) or ASKED.search(words) or is_denial(unit):
        return frozenset()
    found = {"night"} if at_night(case, words) else set()
    for clause in re.split(r";", words):
        label, colon, value = clause.partition(":")
        if colon and UNUSUAL.search(label):
            clause = value
        if not NONE_SAID.search(clause) and specific(clause) and not re.search(r"^[^:]{0,140}:\s*$", clause):
            found |= kinds(clause)
    return frozenset(found if in_missions(case, unit) else found & denied)


def specific(clause: str) -> bool:
    """Tell whether a clause speaks of real presence, and is not the label of a field."""
    if re.fullmatch(
        r"\W*(?:presence|travail|attendance)?[^:]{0,90}(?:nuit|dimanche|ferie|night|sunday|"
        r"holiday)[^:]{0,60}\W*",
        clause,
    ) and not re.search(
        r"\d|chaque|tous les|un dimanche|les dimanches|le dimanche|certain|permanence|assur|tien|accueil|"
        r"ouvert|every|each|samedi|particip|sortie|astreinte|de nuit|weekend|week-end",
        clause,
    ):
        return False
    return not re.search(
        r"\beclairage|\bpharmacie de nuit\b|\bvie nocturne|\bfaune nocturne|journal du dimanche|ecole du "
        r"dimanche|\b(?:analyses?|analyser|etudes?|etudier|enquetes?|enqueter|statistiques?|edition|journal|"
        r"comparaison|comparer|modelis\w*|reportages?|reglementation|recherches?|"
        r"observatoire)\b[^;,.:]{0,50}\b(?:dimanches?|nuits?|nocturnes?|feries?|"
        r"week-?ends?|sundays?|nights?)\b",
        clause,
    )


def at_night(case: Case, words: str) -> bool:
    """Tell whether a stretch of hours falls at night, as the law counts it."""
    for found in HOURS_OF_DAY.finditer(words):
        begin, end = int(found["ah"]) % 24, int(found["bh"]) % 24
        if found["pm"] and end < 12:
            end += 12
        if re.search(r"\bpm\b|p\.m", words[found.start("ah") : found.start("bh")]) and begin < 12:
            begin += 12
        span = Span(time(begin, int(found["am"] or 0)), time(end, int(found["bm"] or 0)))
        outcome = working_time(
            week=Week(spans={1: (span,)}), age=case.age or 99, on=case.day, figures=case.figures
        )
        if isinstance(outcome, DoesNotHold) and any("nuit" in step.says for step in outcome.steps):
            return True
    return False


def signature(case: Case) -> Iterator[Finding]:
    """Yield whether the agreement is signed before the start."""
    outcome = signed_before_start(signed_on=case.value("signature_date"), starts_on=case.starts_on)
    if case.ends_on is not None and case.starts_on is not None and case.ends_on < case.starts_on:
        return
    if isinstance(outcome, DoesNotHold):
        yield breach(
            case,
            outcome,
            id="signed_after_start",
            level=Level.TO_CORRECT if dates_certain(case) and amended(case) is None else Level.TO_CHECK,
            title="La convention est signée après le début du stage",
            ask="La date de signature est postérieure au début du stage. Pouvez-vous confirmer la date à "
            "laquelle la convention a été signée ?",
            fact="signature_date",
        )
    elif isinstance(outcome, Holds):
        yield compliant(
            case,
            outcome,
            id="signed_in_time",
            title="Signature avant le début du stage",
            fact="signature_date",
        )
