"""What the intern is paid, as printed: by hour, by month, as a share of the ceiling, in all, or nothing."""

import re
from dataclasses import dataclass
from decimal import Decimal

from tremplin.rights.agreement.fields import Field
from tremplin.rights.agreement.numbers import IN_FIGURES, IN_WORDS, NUMBER, figure
from tremplin.rights.agreement.text import Text
from tremplin.rights.agreement.values import Gratification, GratificationUnit

PAY = re.compile(
    r"gratifi\w*|gratuity|indemni(?:te|sation)\b|remuner\w*|allowance|gratuity|stipend|compensation|"
    r"\bpaid\b|\bpay\b|bourse|versee?\b|montant|amount|percoi\w*|recevra|receives?|"
    r"\btouch(?:e|es|era|eras|erez|ez)\b|\bgagn(?:e|es|era|eras|erez|ez)\b|\brecoi[st]\b|\bearns?\b|\brecev(?:ez|ras|rez)\b"
)
AMOUNT = re.compile(
    rf"(?:(?:€|\beur(?:os?)?)\s?(?P<after>{IN_FIGURES})|(?P<before>(?:{IN_WORDS}\s*\(\s*)?{IN_FIGURES}\)?)"
    rf"\s?(?:€|euros?\b|eur\b)(?:\s?(?P<cents>\d\d)\b(?!\s?[%h]))?"
    rf"|(?P<words>\b{IN_WORDS})\s+euros?(?:\s+(?:et\s+)?(?P<cent_words>{IN_WORDS})(?:\s+(?:cents|"
    rf"centimes))?)?)"
)
PER_HOUR = re.compile(
    r"(?:par|/|de l'|de|l'|per|an|each|pour chaque|a)\s?(?:h(?:eures?|our)?\b)|horaire|hourly|/h\b|de "
    r"l'heure|de presence"
)
PER_MONTH = re.compile(r"(?:par|/|per|a|chaque|each)\s?(?:mois|month)|mensuel\w*|monthly|/m\b")
IN_ALL = re.compile(
    r"(?:au|en|in|pour un) total|total\w*|pour (?:la|toute la|l'ensemble|l'integralite)|forfait\w*|"
    r"globale?|lump|une (?:seule )?fois|"
    r"for the (?:whole|entire|full)|one-off|pour le stage|pour la periode"
)
OTHER_MONEY = re.compile(
    r"restaurant|repas|meal|ticket|transport|abonnement|navigo|frais|valeur|face value|capital|cantine|"
    r"hebergement|loyer|logement|kilometri|"
    r"part (?:employeur|patronale)|plafond|ceiling|prime|caution|cotisation|franchise|adhesion|garantie|"
    r"sinistre"
)
SHARE = re.compile(
    rf"(?:{IN_WORDS}(?: virgule {IN_WORDS})? pour cent\s*\(\s*)?(?P<share>{NUMBER})\s?(?:%|pour cent|"
    rf"percent|per cent)\)?\s*(?:\([^)]*\)\s*)?(?:du|of the|of|de)?\s*(?:\w+\s){{0,4}}?(?:plafond|"
    rf"ceiling|pmss|phss|pss|securite sociale|social security)"
)
GENERAL = re.compile(
    r"l\.? ?241-3|defini en application|convention de branche|accord (?:professionnel|de branche)|lorsque "
    r"la duree|superieure? a|"
    r"au minimum|ne peut etre|au moins|inferieur|minimum|maximum|est due (?:si|lorsque|des|quand)|"
    r"obligatoire|dans la limite|exoner|cotisation|soumis|franchise|differentiel|excede|depasse|"
    r"not (?:be )?less|at least|exceed|exempt|d\.? ?124-8|l\.? ?124-6|rappel"
)
NOTHING = re.compile(
    r"(?:aucune|pas de|sans|ni) (?:gratification|indemnite|remuneration|indemnisation)|non (?:gratifie|"
    r"remunere|indemnise)\w*|"
    r"n(?:e |')(?:donne(?:ra)?|ouvre(?:ra)?|est|sera|fait|fera|percoit|percevra|recoit|recevra|prevoit|"
    r"verse(?:ra)?)(?: pas| lieu| droit| l'objet| a| d'| de| versee?| prevue?| aucune| gratifiee?| "
    r"remuneree?| le| la)* ?"
    r"(?:gratif\w+|remuner\w+|indemni\w+)|"
    r"(?:gratification|indemnite|remuneration|allowance|gratuity|stipend|compensation|montant|taux)[^.;"
    r"\n]{0,45}?(?::|…|est|is|fixe\w* a|de|=)\s*(?:neant|aucun\w*|non\b|sans objet|none|nil|no\b|not "
    r"applicable|unpaid|zero|"
    r"0(?:[,.]00?)?\s?(?:€|eur\w*|$|\n))|"
    r"gratification n'est (?:pas )?(?:prevue|versee|due)|benevole|unpaid|no (?:allowance|stipend|"
    r"gratification|remuneration|payment|compensation)|not (?:be )?(?:paid|remunerated|compensated)|"
    r"without (?:pay|remuneration|compensation|allowance)|without any (?:pay|remuneration|compensation)|☒ "
    r"?(?:non|aucune|sans|no)\b[^☐☒\n]{0,25}gratif|gratif\w*[^\n☒]{0,30}☒ ?(?:non|no|aucune)\b|a titre "
    r"gratuit|(?<!\d)0 ?(?:€|euros?)"
)
CONDITIONAL = re.compile(
    r"lorsque|conges?\b|absence|jours|si (?:la|le|l'|une)|dont la duree|inferieur|au plus|moins de (?:deux|"
    r"2)|peut (?:decider|"
    r"etre)|when|if the|where the|shorter|"
    r"\bleave\b|holidays?|days off|lunch break|en cas de|facultative|cumul|impose|soumis|cotisation"
)
UNCHECKED = re.compile(r"☐\s?(?:[^☐☒\n:;.,(-]|(?<=\w)-(?=\w)){0,45}")


@dataclass(frozen=True, slots=True)
class Pay:
    """The gratification printed, and where."""

    value: Gratification
    start: int
    end: int


def gratification(text: Text, fields: tuple[Field, ...], before: int) -> Pay | None:
    """Return what the agreement promises; None when it says nothing, or leaves the amount blank."""
    prose = UNCHECKED.sub(lambda option: " " * len(option.group()), text.prose[:before])
    return amount(prose) or share(prose) or nothing(prose) or nothing_in_field(prose, fields)


def nothing_in_field(prose: str, fields: tuple[Field, ...]) -> Pay | None:
    """Return the « none » written in the field of the gratification."""
    for field in fields:
        value = prose[field.start : field.end].strip()
        if (
            field.kind == "pay"
            and re.match(r"(?:neant|aucune?|non|sans|none|nil|no\b|not|0)\b", value)
            and len(value) < 90
        ):
            return Pay(Gratification(Decimal(0), "none"), field.start, field.end)
    return None


def amount(prose: str) -> Pay | None:
    """Return the first sum in euros that is the gratification's."""
    for found in AMOUNT.finditer(prose):
        value = sum_of(found)
        lead = clause_before(prose, found.start())
        tail = re.split(r"[.;](?:\s|$)|\n", prose[found.end() : found.end() + 70])[0]
        if (
            value is None
            or not PAY.search(lead[-170:])
            or OTHER_MONEY.search(lead[-60:])
            or OTHER_MONEY.search(tail[:25])
        ):
            continue
        if value == 0:
            return Pay(Gratification(Decimal(0), "none"), found.start(), found.end())
        return Pay(Gratification(value, unit_of(lead, tail, value)), found.start(), found.end())
    return None


def sum_of(found: re.Match[str]) -> Decimal | None:
    """Return the euros of a match, cents included."""
    if found["words"]:
        whole, cents = figure(found["words"]), figure(found["cent_words"] or "")
        return None if whole is None else whole + (cents or Decimal(0)) / 100
    printed = found["after"] or re.sub(r".*\(", "", found["before"])
    value = figure(printed)
    return value if value is None or not found["cents"] else value + Decimal(found["cents"]) / 100


def clause_before(prose: str, offset: int) -> str:
    """Return the words that lead to a sum, in its paragraph and the label line above."""
    window = prose[max(0, offset - 220) : offset]
    lines = window.split("\n")
    return " ".join(lines[-2:]) if len(lines[-1]) < 60 else lines[-1]


def unit_of(lead: str, tail: str, value: Decimal) -> GratificationUnit:
    """Return what a sum is counted by, from the words just after it, then just before."""
    for words in (tail, lead[-90:]):
        places = [
            (found.start(), unit)
            for pattern, unit in ((PER_HOUR, "hour"), (PER_MONTH, "month"), (IN_ALL, "total"))
            if (found := pattern.search(words))
        ]
        if places:
            ordered = min(places) if words is tail else max(places)
            return ordered[1]  # type: ignore[return-value]
    return "hour" if value < 30 else "month"


def share(prose: str) -> Pay | None:
    """Return a share of the hourly ceiling promised here, not the law's general rule."""
    for found in SHARE.finditer(prose):
        value = figure(found["share"])
        start = max(
            (
                place.end()
                for place in re.finditer(r"(?:\.|\n)\s", prose[max(0, found.start() - 220) : found.start()])
            ),
            default=0,
        )
        lead = (
            prose[max(0, found.start() - 220) + start : found.start()]
            if start
            else prose[max(0, found.start() - 220) : found.start()]
        )
        rest = re.split(r"[.;\n](?=\s|$)", prose[found.end() : found.end() + 160])[0]
        if (
            value is None
            or GENERAL.search(lead)
            or GENERAL.search(rest)
            or not PAY.search(clause_before(prose, found.start()))
        ):
            continue
        return Pay(Gratification(value, "percent_ceiling"), found.start(), found.end())
    return None


def nothing(prose: str) -> Pay | None:
    """Return the statement that nothing is paid."""
    for found in NOTHING.finditer(prose):
        span = sentence_around(prose, found)
        if not CONDITIONAL.search(span) and not ("gratuit" in found.group() and OTHER_MONEY.search(span)):
            return Pay(Gratification(Decimal(0), "none"), found.start(), found.end())
    return None


def sentence_around(prose: str, found: re.Match[str]) -> str:
    """Return the clause that leads to a match, and the match, without what follows."""
    lead = re.split(r"[.;\n]\s", prose[max(0, found.start() - 160) : found.start()])[-1]
    return lead + found.group()
