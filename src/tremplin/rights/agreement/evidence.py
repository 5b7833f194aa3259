"""A second look before a mention is called missing: evidence that the agreement speaks of it.

None of it reads the mention. A figure of the right kind, a sentence in which the intern does
something, a label that is filled in: each is enough to send the student back to the text.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from tremplin.rights.agreement.clauses import Unit, after_label, in_body
from tremplin.rights.agreement.facts import Reading
from tremplin.rights.agreement.fields import Field, is_blank, whole_label
from tremplin.rights.agreement.numbers import IN_WORDS
from tremplin.rights.agreement.text import LineSpan, Text

MONTH = (
    r"(?:janv|fevr|mars|avr|mai\b|juin|juil|aout|sept|oct|nov|dec|jan\b|feb|mar(?:ch)?\b|apr|may\b|june?\b|"
    r"july?\b|aug)\w*\.?"
)
DATE = (
    rf"(?:\b\d{{1,2}} ?(?:er|st|nd|rd|th)? ?(?:(?:of )?{MONTH}|[./-] ?\d{{1,2}} ?[./-] ?\d\d)|"
    rf"\b\d{{4}}-\d\d-\d\d|{MONTH} \d{{1,2}}\b|\b(?:premier|{IN_WORDS}) {MONTH})"
)
COUNT = rf"(?:\b\d{{1,4}}(?:[ .]\d{{3}})?(?:[.,]\d+)?|\b{IN_WORDS})"
HOURS = r" ?(?:heures?|hours?|hrs?\b|h\b|h(?=\d\d))"
MONEY = rf"{COUNT} ?(?:€|eur\b|euros?\b)|(?:€|eur) ?\d"


@dataclass(frozen=True, slots=True)
class Figure:
    """A kind of figure that a mention is made of, with what is said around it.

    Attributes:
        value: the figure itself.
        near: words that must stand within reach of it; None when the figure is enough.
        before: words that, just before it, make it the figure of something else.
        after: words that, just after it, make it the figure of something else.
        unless: words that make the whole sentence speak of something else.
    """

    value: re.Pattern[str]
    near: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None

    def stands_in(self, words: str) -> bool:
        """Tell whether a sentence holds such a figure."""
        if self.unless and self.unless.search(words):
            return False
        return any(self.fits(words, found) for found in self.value.finditer(words))

    def fits(self, words: str, found: re.Match[str]) -> bool:
        """Tell whether what surrounds a figure allows it."""
        lead = clause_before(words[max(0, found.start() - 70) : found.start()])
        rest = words[found.end() : found.end() + 60]
        if self.before and self.before.search(lead):
            return False
        if self.after and self.after.match(rest):
            return False
        return self.near is None or bool(self.near.search(f"{lead} {found.group()} {rest}"))


def clause_before(lead: str) -> str:
    """Return the end of a text, from the last sentence or item on."""
    return re.split(r"[;\n]|\. ", lead)[-1]


LIMIT = (
    r"(?:superieur\w*|exced\w*|depass\w*|au-dela|maxim\w*|plus de|moins de|inferieur\w*|au moins|minimum|"
    r"limite|delai|preavis|notice|dans les|sous|within|more than|less than|exceed\w*)\W[^,(]{0,40}$"
)
STUDIES = (
    r"enseign|formation|cours\b|pedagog|cursus|volume|etudes|semestre|annee|scolari|face.a.face|td\b|"
    r"teaching|"
    r"training|course|class|taught|academic|programme?\b|maquette|presentiel|an\b|annuel|theori"
)


def figure(value: str, **around: str) -> Figure:
    """Return a kind of figure from what is written of it."""
    return Figure(re.compile(value), **{name: re.compile(words) for name, words in around.items()})


@cache
def figures() -> dict[str, tuple[Figure, ...]]:
    """Return the figures of each mention made of one, compiled when first needed."""
    return {
        "1b": (
            figure(
                rf"{COUNT}{HOURS}",
                near=STUDIES,
                before=rf"presen\w+|stage de|duree (?:totale )?du stage|hebdo|semaine|{LIMIT}",
                after=r" ?(?:de presence|par semaine|hebdo|/ ?sem|effectives de)",
                unless=r"\b(?:924|308|309)\b|neuf cent vingt|trois cent huit|exceder|depasser",
            ),
            figure(
                r"\b\d{3,4}\b",
                before=r"presen\w+|924|308",
                near=r"volume (?:horaire|annuel|d'ens|pedag|de form)|heures (?:d'enseign|de (?:cours|"
                r"form))|teaching hours|contact hours",
            ),
        ),
        "5a": (
            figure(
                rf"^\W*(?:le |du |from )?(?!.*(?:19\d\d|200\d|"
                rf"201[0-4])\b){DATE}\S*(?: \d{{4}})?(?: inclus)?\W*(?:(?:au|to|jusqu'au|"
                rf"until)\b.{{0,40}})?$"
            ),
            figure(
                DATE,
                near=r"\b(?:du|debut\w*|commenc\w*|demarr\w*|dates?|periode|stage|fin|termin\w*|acheve\w*|"
                r"jusqu\w*|quand|from|starts?|begins?|between|until|ends?|internship|placement|au|to)\b",
                before=r"\bne[e]?s?\b|naissance|born|birth|\bloi|decret|arrete|delibera\w*|articles?|art\.|"
                r"version|edition|maj\b|modele|circulaire|fait a|signe|visites?|soutenance|examen|"
                r"regroupement|journee|"
                r"ferme\w*|conges?|vacances|jury|remise|rapport|convo\w+|reunion|rattrap\w*|ferie|noel|"
                r"annee|universitaire|avant le|police|contrat|assur\w*|depuis|precedent|previous|deja",
                unless=r"\bvu l|precedent|fermeture|previous|carence",
            ),
        ),
        "5b": (
            figure(
                rf"(?:\b(?:[6-9]\d|\d{{3,4}}|\d[ .]\d{{3}})(?:[.,]\d+)?|\b(?:{IN_WORDS} )?"
                rf"(?:cents?|mille|hundred)\b(?:[ -]{IN_WORDS})?)(?:{HOURS}| heure\(s\)| …? ?heure)",
                before=rf"(?:{STUDIES})[^,(]{{0,50}}$|{LIMIT}|par semaine|hebdo\w*[^,(]{{0,40}}$|"
                r"au bout de|apres",
                after=rf" ?(?:[a-z' ]{{0,24}}(?:{STUDIES})|par (?:sem|an)|/ ?(?:sem|an)|hebdo|a week|"
                rf"per week|"
                r"[,a-z ]{0,20}hebdo|(?:\d\d)? ?(?:-|a|et|/) ?\d{1,2} ?h|de preavis|avant|apres|"
                r"ouvr|maximum|au plus)",
                unless=r"(?:308|309|924|trois cent huit|neuf cent vingt)|gratification est (?:due|"
                r"obligatoire)|"
                r"\b(?:35|48|44) heures\b",
            ),
            figure(
                rf"{COUNT} ?(?:jours?|journees?|semaines?|mois|days?|weeks?|months?)\b",
                near=r"duree|total|soit\b|represent\w*|correspond\w*|cela fait|lasts?\b|length|duration|"
                r"de stage|stage de|effecti\w+|de presence",
                before=rf"{LIMIT}|chaque|conges?|essai|visites?|points?|bilan|teletrav\w*|repos|absen\w*|"
                r"suspen\w*|premier|gratif\w*|tous les|\ba \W*$|tutor|\bloi|legal",
                after=r" ?(?:par|de preavis|de conges?|de repos|de teletrav\w*|ouvr\w+ par|avant|apres|"
                r"calend|"
                r"per|of leave|off\b|suivant|au plus|consecutifs)",
                unless=r"conges?\b|leave\b|preavis|deux mois|two months|six mois|six months|teletravail|"
                r"suspen|attestation|gratif|\bun (?:mois|jour)\b|\bvalent\b|\bvaut\b|equiva",
            ),
        ),
        "6": (
            figure(
                rf"(?:(?<![\d,.])\d{{1,2}}(?:[.,]\d+)?|\b(?!une? |one ){IN_WORDS}){HOURS}",
                near=r"hebdo|semaine|\bsem\b|\bsem\.|week|temps (?:plein|complet|partiel)|full.time|"
                r"part.time|"
                r"par jour|/ ?j|quotidien|a day|per day|daily|(?:lun|mar|mercre|jeu|vendre)dis?\b|monday|"
                r"tuesday|thursday|"
                r"horaires? (?:de|d')",
                before=r"(?:teletrav|point|reunion|appel|entretien|bilan|preavis|delai|accident\w*|"
                r"declar\w*|"
                r"volume|enseign\w*|mineur|absen\w*|sous)[^,(]{0,50}$",
                after=r" ?(?:de (?:cours|repos|preavis|visio)|d'enseign|avec le tut)",
                unless=r"mineur|moins de (?:18|dix-huit)|\b48 ?h|quarante-huit heures|"
                r"(?:point|reunion|entretien|appel) (?:hebdo|d'une heure)|gratification est",
            ),
        ),
        "8a": (
            figure(
                MONEY,
                near=r"gratif|indemn|par heure|/ ?h|de l'heure|horaire|par mois|mensuel|/ ?mois|allowance|"
                r"stipend|gratuity|per (?:hour|month)|an hour|a month|montant|percoit|recoit|bourse",
                before=r"(?:ticket|titre|restau|repas|cantine|meal|lunch|transport|abonnement|navigo|"
                r"heberg|loyer|kilomet|frais|capital|garanti|assur|franchise|cotisation|caution|"
                r"valeur)[^;]{0,50}$",
                after=r" ?(?:par (?:repas|titre|ticket|jour|sinistre)|le repas|du kilom|de capital|\(?part|"
                r"par (?:nuit|personne)|per meal|la nuit)",
                unless=r"\bex(?:emple)? ?:|simulateur",
            ),
        ),
    }


def figure_of(mention: str, reading: Reading, among: tuple[Unit, ...]) -> Unit | None:
    """Return the first sentence or line that holds a figure of the kind a mention is made of."""
    kinds = figures().get(mention, ())
    if not kinds:
        return None
    for unit in itertools.chain(among, lines(reading) if mention == "5a" else cells(reading)):
        if any(kind.stands_in(unit.words) for kind in kinds):
            return unit
    return None


def lines(reading: Reading) -> Iterator[Unit]:
    """Yield the lines of the agreement, headings among them: a date alone on its line looks like one."""
    text = reading.text
    for line in text.lines:
        if line.end - line.start < 90 and in_body(reading, line.start):
            yield Unit(text.folded[line.start : line.end], line.start, line.end)


def cells(reading: Reading) -> Iterator[Unit]:
    """Yield each label without a figure, joined to the line under it when that one starts with a figure."""
    text = reading.text
    for label, value in itertools.pairwise(text.lines):
        words = text.folded[label.start : label.end]
        under = text.folded[value.start : value.end]
        if not figure_first().match(under) or not re.search(r"[a-z]{3}", words) or re.search(r"[\d…]", words):
            continue
        if len(words) < 60 and len(under) < 90 and in_body(reading, value.start):
            yield Unit(f"{words.strip(' :')} : {under}", value.start, value.end)


@cache
def figure_first() -> re.Pattern[str]:
    """Return how a cell that holds a figure starts."""
    return re.compile(r"\s*(?:(?:soit|environ|€|eur) )?\d")


FITTING: Final = {
    "1a": r"[a-z]{3}",
    "1b": r"\b\d{3}|\b(?:cents?|mille|hundred)\b",
    "2a": r"[a-z]{3}",
    "2b": r"[a-z]{3}",
    "5a": DATE,
    "5b": rf"(?<!\d)\d{{3}}(?!\d)|\b\d[ .]?\d{{3}} ?h|\b(?:cents?|mille|hundred)\b|{COUNT} ?(?:jours?|"
    rf"semaines?|mois|days?|weeks?|"
    rf"months?)\b",
    "6": rf"(?:(?<![\d,.])\d{{1,2}}(?:[.,]\d+)?|\b{IN_WORDS}){HOURS}|^\W*\d\d(?:[.,]\d+)?\W*$|plein|"
    rf"complet|full",
    "8a": r"\d",
    "8b": r"[a-z]{4}",
}
"""What the value of a label must hold to speak of a mention; else two words."""
PERSON: Final = re.compile(
    r"(?:M\.|Mr|M[Mm][Ee]|M[Ll][Ll][Ee]|Mrs|Ms|Dr|Pr|Prof|Monsieur|Madame)\.? ?[A-ZÉÈÀÎÔÇ]|"
    r"[A-ZÉÈ][a-zéèêëïîôûüç-]+ (?:[Dd][eu]s? |[Ll][ea] )?[A-ZÉÈÀÎÔÇ]{2,}|"
    r"[A-ZÉÈÀÎÔÇ'-]{3,} [A-ZÉÈ][a-zéèêëïîôûüç]+|"
    r"[A-ZÉÈ][a-zéèêëïîôûüç-]+ [A-ZÉÈ][a-zéèêëïîôûüç-]+"
)


def filled(mention: str, kinds: frozenset[str], reading: Reading) -> Unit | None:
    """Return the first field of some kinds that holds what a mention is made of, outside the signatures."""
    for field in reading.fields:
        if (
            field.kind in kinds
            and in_body(reading, field.start)
            and holds(mention, reading, field)
            and not after_label(reading.text, field)
        ):
            return Unit(reading.text.folded[field.label_start : field.end], field.label_start, field.end)
    return None


def holds(mention: str, reading: Reading, field: Field) -> bool:
    """Tell whether the value of a field is more than dots, boxes, another label or a reminder."""
    first = reading.text.lines[reading.text.line_index(field.start)]
    end = min(field.end, max(first.end, field.start + 60))
    value = reading.text.folded[field.start : end]
    if not field.inline and reading.text.folded[field.label_start : field.start].rstrip().endswith("…"):
        return False
    if (
        is_blank(value)
        or "…" in value
        or LATER.search(value)
        or whole_label(value.split("\n")[0])
        or unchecked(value)
    ):
        return False
    if mention == "9b" and re.search(r"caisse|maladie|cpam", reading.text.folded[field.label_start : end]):
        return False
    if mention in ("2a", "2b"):
        blank = re.search(r"…\s*;", reading.text.folded[field.label_start : end])
        return not blank and name_in(reading.text, field.start, end) is not None
    if mention in FITTING:
        return bool(re.search(FITTING[mention], value))
    return len(re.findall(r"[a-z]{4,}", value)) > 1 and not re.search(
        REMINDER, reading.text.folded[field.label_start : end]
    )


LATER: Final = re.compile(
    r"\ba (?:preciser|definir|completer|determiner|confirmer|renseigner|remplir|designer|nommer|indiquer|"
    r"communiquer|attribuer)\b|\bto be (?:defined|confirmed|completed|agreed|appointed|designated|named|"
    r"nominated|assigned|determined|announced|specified|advised)|\btb[dca]\b|ulterieurement|"
    r"en cours de (?:designation|nomination|recrutement|definition)|"
    r"(?:sera|seront) (?:designe|nomme|precise|communique|indique|fixe|defini)e?s? "
    r"(?:plus tard|avant|apres|des)|"
    r"(?:pas|non) (?:encore )?(?:connue?|designee?|nommee?|definie?)s?\b|"
    r"not (?:yet )?(?:known|appointed|named)"
)
"""What is written where nothing is known yet."""


def unchecked(words: str) -> bool:
    """Tell whether words only offer boxes that nobody ticked."""
    return "☐" in words and "☒" not in words


def person_near(role: re.Pattern[str], other: re.Pattern[str], reading: Reading) -> Unit | None:
    """Return where a person is named near the words of a role, nobody of the other role standing between.

    Args:
        role: the words of the role.
        other: the words of the role not to be taken for it.
        reading: the agreement.
    """
    text = reading.text
    for found in role.finditer(text.prose):
        if not in_body(reading, found.start()):
            continue
        before = text.prose[max(0, found.start() - 90) : found.start()]
        start = found.start() - len(re.split(r"[;\n☐☒]|(?<=[a-z]{2})\. ", before)[-1])
        for low, high in ((start, found.start()), (found.end(), after_role(reading, found.end()))):
            name = name_in(text, low, high)
            between = (
                (name.end(), found.start()) if name and low == start else (low, name.start() if name else low)
            )
            words = text.prose[slice(*between)]
            if name and "…" not in words and not LATER.search(words) and not other.search(words):
                return Unit(text.prose[low:high], low, high)
    return None


SENTENCE_END: Final = re.compile(r";|(?<=[a-z]{2})\. |\n")
NO_NAME: Final = re.compile(
    r"\b(?:tut(?:or|eur|rice)|supervis|advis|enseignant|teacher|lecturer|referent|maitre (?:de|d')|stage\b|"
    r"workplace|school|academic|university|department|service|direction|host|organi[sz]ation|organisme|"
    r"convention|article|company|entreprise|etablissement|intern\b|internship|sales|human|resources)"
)
"""Capitalised words that name a role or a place of work, not a person."""


def name_in(text: Text, start: int, end: int) -> re.Match[str] | None:
    """Return the first name of a person in a stretch of the text."""
    found = PERSON.finditer(text.raw, start, end)
    return next((one for one in found if not NO_NAME.search(text.folded, one.start(), one.end())), None)


def after_role(reading: Reading, start: int) -> int:
    """Return how far a name may stand after a role: its sentence, or the two lines under a heading."""
    text = reading.text
    index = text.line_index(start)
    line = text.lines[index]
    if line.end - start < 30 and line.end - line.start < 70 and index + 2 < len(text.lines):
        return min(text.lines[index + 2].end, line.end + 90)
    ends = SENTENCE_END.search(text.prose, start, start + 90)
    return ends.start() if ends else start + 90


INTERN: Final = (
    r"(?:\b(?:la|le|les) (?:stagiaires?|jeunes?|lyceenne?s?|candidate?)\b(?:\(e\)|\.e)?|"
    r"\bl'(?:etudiante?|eleve|apprenante?|interessee?|alternante?)(?:\(e\)|[.]e|-\w+| (?:ingenieur|"
    r"stagiaire)e?)?"
    r"(?![a-z])|(?<![a-z-])(?:il|elle|iel|vous|tu|je)\b|"
    r"\bthe (?:intern|student|trainee|candidate)\b|\b(?:he|she|they|you)\b)"
)
NAMED: Final = r"(?:m\.|mme|monsieur|madame|mlle) [a-z'-]+(?: [a-z'-]+)?"
HELPED: Final = (
    r"(?:[ ,]+(?:y|en|aussi|egalement|ainsi|donc|ensuite|notamment|d'abord|puis|enfin|also|then|mainly|"
    r"principalement|va|pourra|devra|doit|peut|sera amenee? a|est amenee? a|aura a|sera conduite? a|"
    r"will|shall|is to|sera invitee? a|est invitee? a|pendant le stage|durant (?:le|son) stage))*"
)
FUNCTION_WORDS: Final = (
    r"est|sera|soit|serait|etait|a|aura|ait|avait|ont|sont|fait|faire|n|ne|s|se|si|de|des|du|d|et|ou|"
    r"par|pour|dans|au|aux|en|sur|avec|l|la|le|les|qui|que|dont|lui|leur|son|sa|ses|un|une|due|donc|"
    r"fera|doit|peine|shall|will|must|may|is|are|was|has|have|had|be|can|cannot|does|do|not|need|want|"
    r"wish|chaque|tous|toute?s?|cette|apres|entre|contre|sous|comme|meme|autre|encore|libre|apte|"
    r"ensemble|every|each|and|or|who|with|for|in|on|at|of|to|the|pay|paid|under|dure|durera|devr|risqu|rend|rendra|"
    r"devra|devront|pourra|va|aussi|interr|interdi|intervien|subi|absen|tenue?|tenir|tient|"
    r"tiendra (?:informe|a jour)|read"
)
"""Words that are no act, whole."""
GENERIC_ACTS: Final = (
    r"benefic|adress|reste|rester|conserv|respect|engag|etre|absent|evalu|couv|conform|autoris|remet|"
    r"releve d|"
    r"relever|rappel|garde|garder|utilis|soum|interr|dispos|demeur|voit|verra|souscri|prend|prendr|"
    r"justif|acquier|acquer|acced|victim|transmet|transmettr|suivi|suit|suivr|saur|represent|libere|"
    r"inscri|indiqu|deplac|declar|vient|vers|perc|recoi|recev|signal|sign|doiv|propos|pretend|present|"
    r"port|observe\w* (?:la|le|les|une|l') ?(?:disc|reg|secr|conf|hor|con)|mention|keep|remain|receiv|"
    r"hold|incomb|fourni|exist|design|demand|constit|compt|certif|accueil|undertak|avis|avert|previen|"
    r"prevenir|inform|viol|mineur|majeur|absen|malad|bless|attest|quitt|retourn|revien|reven|rejoi|"
    r"reprend|cess|perd|romp|resil|mettr|met fin|decid|souhait|estim|consult|produi|redige\w* (?:un|son|"
    r"le|a l'issue d'un) (?:rapport|memoire|compte)|rest|remplit|rempli|excus|depass|exced|differ|"
    r"divulg|confond|correspond|dejeun|loge|emploi|facultat|garanti|assum|assur|atteint|attein|renonc|"
    r"veill|peut|peuv|pourr|cumul|adher|affili|appartien|obtien|prepar\w* (?:un|le|la|son) (?:dipl|bts|"
    r"but|lic|mast|bac|cap|tit|form)|execut|communiqu|complet|compren|connai|consen|accept|reconnai|fix|"
    r"organis|conclu|choisi|design|habit|appel|recu|contact|remb|subi|soutien|soutenir|tutor|jouit|joui|"
    r"profit|suspend|agree|compl|notif|appl|cover|insur|enrol|enroll|benefit|carri|carry out an|provid|"
    r"touch|gagn|encaiss|earn|return|leav|ow|commit|ack|expl|reside|attend|study|stud|give|enjoy"
)
"""First letters of what every agreement has an intern do."""


@cache
def doing() -> re.Pattern[str]:
    """Return what says that the intern does something which is not an obligation of every internship."""
    other = rf"(?!(?:{FUNCTION_WORDS})\b)(?!(?:{GENERIC_ACTS})[a-z']*\b)"
    ending = r"(?:e|ent|era|eront|ira|dra|tra|ra|oit|uit|it|et|nd|er|ir|re|es|s|ez|ons|ing)\b"
    english = r"(?:\bthe (?:intern|student|trainee|candidate)|\b(?:he|she|they|you))\b"
    return re.compile(
        rf"{INTERN}{HELPED}[ ,]+{other}[a-z]{{2,}}{ending}|"
        rf"{english}{HELPED}[ ,]+{other}[a-z]{{3,}}\b"
    )


NO_ACTS: Final = (
    r"appreciation|questionnaire|rapport d.activite|qualite de l.accueil|accident|assuran|absence|"
    r"absent|conge|gratif|remunerat|attestation|rapport de stage|memoire|"
    r"soutenance|"
    r"secret|confidenti|resili|rupture|suspen|interromp|interrupt|preavis|reglement|discipl|evaluat|"
    r"signat|exemplaire|convention|securite sociale|affili|l\. ?\d|d\. ?\d|\bsi (?:le|la|l'|il|elle)|"
    r"lorsqu|en cas d|if the|tuteur|tutrice|referent|\bne\b|\bn'|domicil|insurance|liability|agreement|"
    r"leave\b"
)


def acts(reading: Reading, among: tuple[Unit, ...]) -> Unit | None:
    """Return the first sentence in which the intern does something of their own."""
    for unit in among:
        for found in doing().finditer(unit.words):
            rest = unit.words[found.start() : found.end() + 80]
            long_enough = len(re.findall(r"[a-z]{3,}", unit.words[found.end() :])) >= 3
            if long_enough and not no_acts().search(rest) and not learnt(reading, unit):
                return unit
    return None


@cache
def no_acts() -> re.Pattern[str]:
    """Return the words of what every agreement asks of an intern."""
    return re.compile(NO_ACTS)


MATTER: Final = (
    r"missions?\b|activites? (?!principale|de l)|activites?\W*$|taches?\b|travaux\b|pour quoi faire|"
    r"projet\b|"
    r"(?:objet|sujet|theme|contenu|programme|descri\w+|intitule) (?:du|de la|de ce|et) (?:stage|mission|"
    r"travail|periode)|"
    r"\bscope\b|\brole\b|ce qu[e'].{0,25}(?:fera|feras|ferez|faire)|au programme|tasks\b|duties\b|"
    r"assignment|"
    r"activities\b|responsibilit|what .{0,30}\bdo\b|work (?:plan|programme)|feuille de route"
)
NOT_MATTER: Final = (
    r"secteur|domaine|encadr|referent|tuteur|competence|skills|social|evalu|frais|ordre de|interdi|exclu|"
    r"effectif|accident|convention|\bfin\b|rapport|signe|\barticle 1\b"
)
REMINDER: Final = (
    r"\bne\b|\bn'|124-7|interdi|exclu|remplacement d|emploi saisonnier|conforme|definie?s? par|approuv|"
    r"programme general|consign|\bnot\b|rappel"
)


def listed(reading: Reading) -> Unit | None:
    """Return the words under a heading or a question on what the intern will do."""
    text = reading.text
    for index, line in enumerate(text.lines[:-1]):
        words = text.folded[line.start : line.end]
        if not short_heading(words) or not in_body(reading, line.start) or "…" in words:
            continue
        if not matter().search(words) or not_matter().search(words):
            continue
        for other in worded(text, index + 1)[:3]:
            under = text.folded[other.start : other.end].strip(" -•–*:")
            if whole_label(under) or (
                short_heading(under) and len(under) < 40 and under.endswith((":", "?"))
            ):
                break
            if re.match(r"(?:[\w.]{1,5} )?[a-z' /()]{3,45} ?:|…", under):
                break
            if (
                len(re.findall(r"[a-z]{4,}", under)) > 3
                and not re.search(REMINDER, under)
                and not LATER.search(under)
            ):
                return Unit(words, line.start, other.end)
    return None


def worded(text: Text, start: int) -> list[LineSpan]:
    """Return the next lines that hold words, those of lone bullets left out."""
    return [
        one
        for one in text.lines[start : start + 9]
        if re.search(r"[a-z]{2}", text.folded[one.start : one.end])
    ]


def short_heading(words: str) -> bool:
    """Tell whether a line is short enough to be a heading, and no sentence."""
    return len(words.strip()) < 60 and not re.search(r"[.;,]\s*$|: \w", words)


@cache
def matter() -> re.Pattern[str]:
    """Return the words of a heading on activities."""
    return re.compile(MATTER)


@cache
def not_matter() -> re.Pattern[str]:
    """Return the words of a heading on something else."""
    return re.compile(NOT_MATTER)


def learnt(reading: Reading, unit: Unit) -> bool:
    """Tell whether a sentence is among the skills to acquire."""
    return any(one.start < unit.end and unit.start < one.end for one in reading.skills)


def beside_each_other(reading: Reading) -> Iterator[Unit]:
    """Yield the labels of a column read apart from its values, so that neither can be called blank."""
    text, run = reading.text, []
    for line in text.lines:
        words = text.folded[line.start : line.end].rstrip()
        if in_body(reading, line.start) and words.endswith(":") and len(words) < 60:
            run.append(Unit(words, line.start, line.end))
            continue
        if len(run) > 1:
            yield from run
        run = []
