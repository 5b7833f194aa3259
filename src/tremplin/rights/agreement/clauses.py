"""Clauses of an agreement found by what they say, whatever the heading they stand under.

A clause counts only when it says something for this internship: a bare heading, a field
left blank, an unchecked box or a sentence that only recalls the law does not.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tremplin.rights.agreement.content import body
from tremplin.rights.agreement.facts import Reading
from tremplin.rights.agreement.fields import Field, beside, is_blank, run_on
from tremplin.rights.agreement.labels import REFERENT, TUTOR
from tremplin.rights.agreement.text import Text

UNIT_END = re.compile(r"(?<=[a-z0-9)\"%€…\]])[.!?](?=\s|$)(?!\s?:)|\n")
SHORTENED = re.compile(
    r"(?:\b(?:m|mm|mme|art|l|r|d|dr|pr|prof|tel|etc|n|no|ex|cf|st|ste|p|mr|mrs|ms|j|h|c)|\b[a-h1-9]\.\d)$"
)
UNCHECKED = re.compile(r"☐\s?(?:[^☐☒\n:;.,(–-]|(?<=\w)-(?=\w)){0,60}")
HEADING = re.compile(
    r"\s*(?:(?:article|art\.?|titre|section|partie|annexe|part|chapitre)\s*(?:premier|"
    r"n?[°o]?\s?[\divx]+(?:er|bis|ter)?(?:\.\d+)*)?|(?:[ivx]{1,4}|\d{1,2}(?:\.\d+)*|[a-h])\s?[.)°-])?"
    r"\s*[-.:)]*\s*[^.:;☐☒…]{0,90}$"
)
NUMBERED = re.compile(r"\s*(?:article |section )?\d{1,2}\s?[.)-]\s?[a-z ,'/&-]{3,60}$")
"""A numbered heading standing beside another, in a bilingual agreement."""
VERB = re.compile(
    r"\b(?:est|sont|sera|seront|peut|peuvent|doit|doivent|beneficie\w*|s'engage\w*|delivre\w*|remet\w*|"
    r"garde|conserve|dispose|verse\w*|assure|respecte|"
    r"reste|demeure|recoit|a|ont|aura|is|are|shall|will|may|must|can|remains|holds|has|receives|issues|"
    r"complies|applies|suit|fait|valide\w*|propose\w*|"
    r"releve|perçoit|percoit|accede|jouit|rembourse\w*|organise\w*|rend|previent|souscrit|atteste|"
    r"declare\w*|etablit|mettent|met)\b"
)
FOLLOW_UP = (
    r"(?:visites?|visite?r|rend(?:ra)? visite|se rend(?:ra|ront)?|entretiens?|points? |appels?|appelle|"
    r"telephon\w+|visio\w*|reunions?|bilans?|rendez-vous|rencontres?|"
    r"echanges?|contacts?|contacte|suivi(?:e|s)?\b|suivre|suit\b|encadr(?:e|ement|er)\b|accompagn(?:e|"
    r"ement|er)\b|tutorat|livret de suivi|carnet|concert\w+|"
    r"compte[- ]rendu|rapport (?:intermediaire|d'etape)|guide(?:nt)?\b|conseille(?:nt)?\b|regulation|"
    r"visits?|meetings?|"
    r"calls?|catch-up|follow-up|follows?|reviews?|supervis(?:es|ed|ing)\b|monitor\w*|mid-term|"
    r"tripartite|veille a|forme|initie|soutien)"
)
WATCHERS = (
    rf"(?:{TUTOR}|{REFERENT}|enseignante?|professeure?|equipe pedagogique|etablissement|ecole|"
    rf"universite|lycee|institut|iut|moniteur|monitrice|formateur|formatrice|referente?|teacher|advis[eo]r|"
    rf"supervisor|tutor|university|school|mentor)"
)
FAMILY = (
    r"(?:grossesse|maternite|paternite|adoption|naissance|enfant|pregnan\w+|maternity|paternity|"
    r"parental|famil\w+)"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence, field or table row, folded, unchecked boxes masked, with its place."""

    words: str
    start: int
    end: int
    plain: str = ""
    """The same words, unchecked boxes included."""
    heading: int = 0
    """Length of the heading before the paragraph, when there is one."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """How one clause is recognised.

    Attributes:
        says: words that make the clause.
        unless: words that show it speaks of something else, or only recalls the law.
        searched: French words shown to the student when nothing is found.
        kinds: fields whose filled value is the clause.
    """

    says: re.Pattern[str]
    unless: re.Pattern[str]
    searched: tuple[str, ...]
    kinds: tuple[str, ...] = ()


NEVER = r"(?!)"
MEANINGS: dict[str, Meaning] = {
    "7": Meaning(
        re.compile(
            rf"\b{WATCHERS}\b.{{0,200}}\b{FOLLOW_UP}|\b{FOLLOW_UP}.{{0,160}}\b{WATCHERS}\b|(?:est|sera) "
            rf"(?:suivie?|encadree?|accompagnee?)\b|(?:is|be|are) (?:supervised|monitored|mentored)|"
            r"(?:une|deux|trois|\d) visites?|visite (?:sur (?:site|place)|de stage|de mi-|a mi-)|(?:point|"
            r"entretien|bilan|reunion|rendez-vous|appel|echange) (?:hebdomadaire|mensuel|regulier|"
            r"quotidien|de suivi|d'etape|intermediaire|telephonique|chaque|tripartite|a mi|une fois)"
        ),
        re.compile(
            r"(?:cursus|formation|diplome|annee|parcours|cours) suivie?s?\b|suivie? dans l'|suspen|resili|"
            r"romp|rupture|absen|conge|interrup|accident|disciplin|sanction|difficult|litige|maladie|a "
            r"la connaissance|pris en accord|signatures?\b|"
            r"prise en charge ou indemnisation|pretendre|confidential|fin du stage|fin au stage|"
            r"attestation|gratification|frais|terminat|leave|certificate|mettre fin|"
            r"confie l'accompagnement|designe(?:e)? (?:comme|en qualite)|rayer|competences?\s*:|"
            r"activites?\s*:|poste|assurance|avenant|evalu(?:e|ation) (?:la|de la) qualite|qualite de "
            r"l'accueil|"
            r"encadrement (?:du stagiaire )?par l'|^\W*(?:\d+\W+)?(?:nombre d|stagiaires? suivis?)|"
            r"sous le controle d[ue]|questions? de stages|secret|rapport de stage|soutenance"
        ),
        ("suivi", "encadrement", "visite", "point avec le tuteur"),
        ("supervision",),
    ),
    "8b": Meaning(
        re.compile(
            r"\b(?:(?:vers|pay|pai|regl|mandat|acquitt|vir)(?:e|ee|es|ees|er|era|eront|ement|ements|ant|"
            r"able)\b|cheque|echeance|periodicite|paid|payment|payable|transfer|"
            r"acquitt\w*).{0,140}(?:mensuel\w*|chaque mois|par mois|tous les mois|fin (?:de chaque|du|"
            r"de) mois|mois|"
            r"trimestr\w*|(?:fin|issue|terme) (?:de|du) stage|terme echu|une (?:seule )?fois|echelonn\w*|"
            r"virement|cheque|month\w*|end of|lump|transfer|instal\w+|mensualit\w*)|"
            r"(?:mensuel\w*|chaque mois|fin (?:de chaque|du|de) mois|tous les mois|monthly|each month|"
            r"every month|(?:fin|issue) (?:de|du) stage|mensualit\w*|par virement).{0,140}\b(?:(?:vers|"
            r"pay|pai|regl|mandat|acquitt|vir)(?:e|ee|es|ees|er|era|eront|ement|ements|ant|able)\b|"
            r"compte bancaire|virement|viree?s?\b|cheque|paid|payment|transfer)"
        ),
        re.compile(
            r"transport|abonnement|frais|restaurant|loyer|attestation|cotisation|conges? payes|cumul|☐ "
            r"?mensuel|prorat|delai|cloture|client|fournisseur|factur|lorsque la duree|est obligatoire"
        ),
        ("versement", "virement", "mensuel", "fin de mois"),
        ("payment",),
    ),
    "9a": Meaning(
        re.compile(
            r"accidents?,? (?:du|de|au|survenu au) travail|accidents? at work|at-work accidents?|"
            r"work(?:place|-related)?[- ]accidents?|accidents? survenu\w* (?:au|par le|a l'occasion)|"
            r"industrial accidents?|occupational|l\.? ?412-8|"
            r"(?:affili\w+|conserve|reste|demeure|maintien|beneficie|releve|garde|couvert\w*|couverture|"
            r"protege\w*|rattache\w*).{0,70}(?:securite sociale|regime (?:etudiant|general|de|social|"
            r"d'assurance maladie)|couverture maladie|protection (?:sociale|maladie)|assurance maladie|"
            r"couverture sociale)|"
            r"protection sociale\s*:|(?:social security|health (?:insurance|scheme|cover\w*)|social "
            r"(?:protection|cover\w*)).{0,60}(?:cover\w*|remains?|affiliat\w*|protect\w*|keeps?|"
            r"scheme)|(?:cover\w*|remains?|affiliat\w*|protect\w*|keeps?).{0,60}(?:social[- ]security|"
            r"health (?:insurance|scheme)|social protection|student health)"
        ),
        re.compile(
            r"plafond horaire(?!.*accident)|assurance vieillesse|retraite|rapatriement|a l'etranger|"
            r"individuel(?:le)? accident"
        ),
        ("protection sociale", "accident du travail", "sécurité sociale", "L. 412-8"),
    ),
    "9b": Meaning(
        re.compile(
            r"responsabilites? civiles?|civil[- ]liability|third[- ]party (?:liability|insurance)|public "
            r"liability|personal liability|liability (?:insurance|cover\w*|policy)|assurance "
            r"r\.?c\.?\b|\br\.?c\.? (?:etudiant|professionnelle|vie|n)|"
            r"assur\w+ .{0,60}dommages|dommages (?:qu'il|causes|que)"
        ),
        re.compile(NEVER),
        ("responsabilité civile", "assurance"),
    ),
    "10": Meaning(
        re.compile(
            r"autoris\w+ (?:\w+ ){0,6}(?:a )?(?:s'absenter|absen\w+|revenir|quitter|retourner|suivre)|"
            r"(?:peut|peuvent|pourra|pourront) (?:\w+ ){0,5}(?:s'absenter|etre (?:absent|libere|"
            r"autorise)|quitter|revenir|retourner)|doit revenir|"
            r"absences? (?:\w+ ){0,2}(?:autoris\w+|admises?|prevues?|permises?|accordees?|justifiees?|"
            r"possibles?|de droit)|(?:est|sera) (?:libere|libre|autorise|dispense)\w*|s'absente\b|"
            r"s'absenter|autorisations? d'absences?|"
            r"absences?[^:.•]{0,60}:|"
            r"may (?:\w+ ){0,3}(?:be absent|leave|take|return)|permitted absences?|(?:entitled|granted|"
            r"allowed) .{0,60}(?:absen\w+|off\b)|leave of absence|time off|authori[sz]ed absences?"
        ),
        re.compile(
            r"salarie absent|agent absent|absent employee|en l'absence|absences? injustifiee|absences? "
            r"(?:non|doit|sera signal)|remplac|l'organisme d'accueil avertit|peut autoriser le "
            r"stagiaire a se deplacer|"
            r"sick leave must|gratification.{0,60}(?:absence|conge)|assiduite"
        ),
        ("absence", "congé", "autorisation", "s’absenter"),
        ("absences",),
    ),
    "11": Meaning(
        re.compile(
            r"suspen(?:due?s?|dre|sion|d)\b|resili\w+|\bromp(?:re|ue?s?|t)\b|rupture|mettre (?:fin|un "
            r"terme)|mett(?:re|ant|ent) fin|(?:y |met(?:te)? )(?:met(?:te)? )?fin\b|arret(?:er)? "
            r"(?:anticipe|premature|du stage|le stage|definitif)|d'arret\b|denonc\w+|fin anticipee|"
            r"terminat\w+|suspend\w*|cancel\w*|early end|interrompre|preavis|annul\w+"
        ),
        re.compile(
            r"prorat|gratification (?:due|est)|contrat (?:de travail )?(?:est|a ete|serait|soit)? "
            r"?suspendu|contract is suspended|l\.? ?124-7|salarie|sanction disciplinaire|suspended "
            r"employ|"
            r"(?:interrup|interromp|s'arrete|s'interrompt|met fin|interrupted|arrete).{0,230}(?:valid|"
            r"rattrap|complement|alternative)|expiration|tribun|confidential|competen"
        ),
        ("suspension", "résiliation", "rupture", "mettre fin"),
    ),
    "12": Meaning(
        re.compile(
            r"(?:interrup\w*|interromp\w*|s'arrete\w*|arrete plus tot|cut short|interrupted|suspend\w*|"
            r"ecourt\w*|fin anticipee|124-15|prematurement|rupture|mis fin|s'arreterait|arrete avant|"
            r"prend fin avant|abrege|stopped|ends early|"
            r"n'(?:a|est) pas (?:pu|mene)|non acheve|inacheve|ne peut etre mene).{0,330}(?:valid\w*|"
            r"rattrap\w*|\breporter\b|\breportee?\b|(?:un|le) report\b|modalites? (?:alternative|de "
            r"substitution|specifique)|autre (?:lieu|stage|mode|modalite|solution)|complement|"
            r"postpon\w*|make-?up|alternative|credits?|nouveau stage|travail de (?:remplacement|"
            r"substitution)|adapte|remplace par|substitution|projet equivalent)|"
            r"(?:valid\w+|\breport\b).{0,200}(?:interrup\w*|interromp\w*|duree (?:prevue|initiale) n'|"
            r"ecourt\w*|interrupted)"
        ),
        re.compile(r"validation faite en ligne|ne peut pretendre|remplacer un salarie"),
        ("interruption", "validation", "report", "L. 124-15"),
    ),
    "13": Meaning(
        re.compile(
            r"(?:acces|accede|beneficie\w*|prise? en charge|pris(?:e|es)?|rembours\w*|fourni\w*|offert\w*|"
            r"octroi\w*|attribu\w*|remis\w*|gratuit\w*|accorde\w*|dispose|profite|droit a|loge\w*|"
            r"nourri\w*|access|reimburs\w*|entitled|provided|offers?|covers?|benefits?).{0,150}"
            r"(?:restaura\w*|cantine|titres?[- ]resto|tickets?|repas|dejeuner|self|panier|transports?|"
            r"abonnement|navigo|cse\b|comite (?:social|d'entreprise)|activites? sociales|[oe]+uvres "
            r"sociales|hebergement|logement|cuisine|canteen|meals?|luncheon|lunch|travel|"
            r"commut\w*|works? council|social and cultural|parking|accommodation)|"
            r"(?:restaura\w*|cantine|titres?[- ]resto|tickets?[- ]resto|repas|transports?|abonnement|"
            r"navigo|cse\b|comite (?:social|d'entreprise)|activites? sociales|[oe]uvres sociales|"
            r"hebergement|canteen|meals?|social and cultural|works? council).{0,90}(?:acces|"
            r"beneficie\w*|prise? en charge|pris en|rembours\w*|fourni\w*|offert\w*|tarif|pour cent|%|"
            r"gratuit\w*|employeur|accord\w*|moitie|reimburs\w*|provided|access)|"
            r"aucun (?:autre )?avantage|no (?:other )?benefits?|^\s*(?:autres )?avantages?[^:.\n-]{0,60}:|"
            r"☒ ?(?:titres|"
            r"tickets|transport|restaur|cantine|repas|hebergement)"
        ),
        re.compile(
            r"sans prejudice|le cas echeant, pour la restauration|police d'assurance|assureur|accident|"
            r"ordre de mission|cotisation|franchise|frais engages|mission dans ce cadre|pension|"
            r"activites? (?:confiees?|principales)|competences?\b|gratification due|without prejudice|"
            r"residence administrative"
        ),
        ("avantages", "restaurant", "titres-restaurant", "transport", "activités sociales et culturelles"),
        ("benefits",),
    ),
    "14": Meaning(
        re.compile(
            r"reglements? interieurs?|reglement (?:de fonctionnement|d'entreprise|de l'entreprise|"
            r"applicable)|reglement\b.{0,25}\bapplicable|internal (?:rules|regulations|policies)|house "
            r"rules|(?:company|workplace|work|host(?:'s)?|organi[sz]ation(?:'s)?) (?:rules|regulations|"
            r"policies)|"
            r"rules (?:and regulations|in force|of the (?:host|company))|regles (?:interieures|internes|de "
            r"(?:fonctionnement|l'entreprise|l'organisme|la structure)|en vigueur (?:dans|au sein)|"
            r"applicables (?:dans|au|a l'))"
        ),
        re.compile(
            r"reglement interieur de (?:l'ecole|l'universite|l'etablissement d'enseignement|l'iut|"
            r"l'institut de formation)|reglement general sur la protection|regles d[eu] (?:l'art|"
            r"droit)|regles applicables aux (?:agents|salaries)[^.;]{0,40} (?:pour|en matiere|relativ)|"
            r"contribution.{0,40}reglement"
        ),
        ("règlement intérieur", "règles internes", "discipline"),
    ),
    "15": Meaning(
        re.compile(
            r"attestations?(?! d'assur| de respons| de pres| d'inscr| responsab| sur l'h| rc\b| de "
            r"domicile| maif| macif| matmut| d'heber| m[aeg]| fournie| scolaire)\b.{0,260}(?:deliv\w*|"
            r"reme\w*|remis\w*|etabli\w*|fourni\w*|sign\w*|telecharge\w*|adress\w*|transm\w*|duree|"
            r"mentionn\w*|indiqu\w*|d\.? ?124-9)|"
            r"(?:deliv\w*|reme\w*|remis\w*|etabli\w*|fourni\w*|sign\w*|issues?|provides?|gives?|"
            r"hands?).{0,140}(?:attestation(?! d'assur| de respons| de pres| d'inscr| responsab| sur "
            r"l'h)|certificat\b(?! medical| de scol| de trav| d'apt)|certificate\b(?! of insurance))|"
            r"certificat(?:e)?\b.{0,60}(?:de stage|internship|completion).{0,80}(?:issue\w*|provid\w*|"
            r"deliv\w*|remis\w*)|(?:internship |completion )certificate|attestation de (?:fin de "
            r")?stage"
        ),
        re.compile(
            r"attestees? par|obligations attestees|insurance certificate|assurance|responsabilite civile|a "
            r"l'appui"
        ),
        ("attestation de stage", "attestation", "fin de stage"),
    ),
    "leave": Meaning(
        re.compile(
            r"\bconges?\b|\bdays? (?:of leave|off)\b|\bleave\b(?! the| his| her| its| early)|vacances|"
            r"jours? (?:de repos|non travailles|d'absence)|autorisations? d'absences?(?! sont "
            r"accordees pour les (?:exam|cours))|"
            r"\btime off\b|annual leave|holiday entitlement|\bholidays?\b(?=.{0,60}(?:entitled|days|per "
            r"month))"
        ),
        re.compile(
            rf"(?:aucun|pas de|sans|ni) (?:jours? de )?conges?|conges?[^:.☒]{{0,60}}(?::|…)\s*(?:neant|"
            rf"aucun\w*|non\b|0\b|☒ ?non|none)|no (?:annual )?leave\b|(?:sick|{FAMILY}) leave must|"
            rf"conges? (?:scolaires|payes de la)|(?:convention|agreement) (?:doit|peut|must|"
            rf"shall) (?:prevoir|provide)|"
            r"public holidays?|remplac\w*|en conges?\b|pendant (?:les|"
            r"ses) conges?|conges? (?:de|d'ete) (?:m\.|mme|l'equipe)"
        ),
        ("congé", "absence", "autorisation"),
        ("leave",),
    ),
}
FAMILY_LEAVE = re.compile(
    rf"(?:conges?|autorisations? d'absences?|leave)[^.;:]{{0,70}}{FAMILY}(?:[^.;:]{{0,60}}{FAMILY})*|"
    rf"{FAMILY}[^.;:]{{0,110}}(?:conges?(?: et d'autorisations? d'absences?)?|autorisations? "
    rf"d'absences?|leave)(?:[^.;]{{0,80}}salaries)?"
)
STUDY_ABSENCE = re.compile(
    r"autorisations? d'absences?(?=[^.;]{0,60}(?:examen|cours|exam|soutenance|jury|convocation|partiel|"
    r"etablissement|obligations))"
)


STEMS: dict[str, tuple[str, ...]] = {
    "8b": (
        *("mensu", "mois", "trimestr", "fin d", "issue", "terme", "fois", "echelonn", "virement", "cheque"),
        *("month", "end of", "lump", "transfer", "instal", "bancaire"),
    ),
    "9a": (
        *("accident", "412-8", "affili", "securite soc", "regime", "social", "maladie", "health"),
        "occupational",
    ),
    "9b": ("responsab", "liability", "insurance", "assur", "rc", "r.c", "dommages"),
    "11": (
        *("suspen", "resili", "romp", "rupt", "fin", "terme", "arret", "denonc", "terminat", "cancel"),
        *("early end", "interromp", "preavis", "annul"),
    ),
    "12": (
        *("valid", "rattrap", "report", "modalite", "autre", "complement", "postpon", "make", "alternative"),
        *("credit", "nouveau stage", "travail de", "adapte", "remplace par", "substitution", "equivalent"),
    ),
    "13": (
        *("restaur", "cantine", "resto", "ticket", "repas", "dejeun", "self", "panier", "transport"),
        *("abonnement", "navigo", "cse", "comite", "social", "heberg", "logement", "cuisine", "canteen"),
        *("meal", "lunch", "travel", "commut", "council", "parking", "accommodation", "avantage", "benefit"),
    ),
    "14": ("reglement", "rules", "regulation", "polic", "regle"),
    "15": ("attest", "certificat"),
    "leave": ("conge", "leave", "day", "vacances", "jour", "absence", "time off"),
}
"""Letters without which a costly pattern cannot match."""


def units(reading: Reading) -> tuple[Unit, ...]:
    """Return the sentences, filled fields and table rows of an agreement, before its signatures."""
    text = reading.text
    found = [
        unit
        for start, end in body(text, reading.signing)
        for unit in (
            *sentences(text, reading.fields, start, end),
            *rows(text, start, end),
            *headed(text, start, end),
        )
    ]
    return tuple(
        unit for unit in found if not empty(unit.words) and not unit.words.lstrip().startswith("vu l")
    )


def sentences(text: Text, fields: tuple[Field, ...], start: int, before: int) -> Iterator[Unit]:
    """Yield the sentences, bare headings left out."""
    ends = {
        found.end() for found in UNIT_END.finditer(text.prose, start, before) if not shortened(text, found)
    }
    ends |= {
        field.label_start
        for field in fields
        if start <= field.label_start < before
        and field.inline
        and field.kind not in ("", "comment")
        and not after_label(text, field)
    }
    for end in [*sorted(ends), before]:
        words = text.prose[start:end]
        if words.strip() and not bare_heading(words):
            yield Unit(masked(words), start, end, words)
        start = end


def after_label(text: Text, field: Field) -> bool:
    """Tell whether a label only ends another one, as the question of a form does."""
    line = text.lines[text.line_index(field.label_start)]
    return text.folded[line.start : field.label_start].rstrip().endswith(":")


def shortened(text: Text, found: re.Match[str]) -> bool:
    """Tell whether a full stop ends an abbreviation or an item number, not a sentence."""
    return found.group() == "." and bool(
        SHORTENED.search(text.prose, max(0, found.start() - 5), found.start())
    )


def rows(text: Text, start: int, before: int) -> Iterator[Unit]:
    """Yield each label with the cell beside it."""
    for index, line in enumerate(text.lines):
        if not start <= line.start < before:
            continue
        cell = beside(text, index)
        label = text.raw[line.start : line.end].strip()
        if (
            cell is None
            or not line.opens
            or label[-1:] in ".,;"
            or label[:1].islower()
            or run_on(text, index) - line.start > 60
            or not text.lines[cell].opens
            or NUMBERED.match(text.folded, text.lines[cell].start, text.lines[cell].end)
        ):
            continue
        stop = run_on(text, cell)
        words = f"{text.folded[line.start : line.end].strip()} : {text.prose[text.lines[cell].start : stop]}"
        yield Unit(masked(words), text.lines[cell].start, stop, words)


def headed(text: Text, start: int, before: int) -> Iterator[Unit]:
    """Yield each bare heading with the paragraph under it."""
    for index, line in enumerate(text.lines[:-1]):
        heading = text.prose[line.start : line.end]
        following = text.lines[index + 1]
        if (
            not start <= line.start < before
            or not line.opens
            or following.end > before
            or not following.opens
            or not bare_heading(heading)
        ):
            continue
        stop = run_on(text, index + 1)
        paragraph = text.prose[following.start : stop]
        asked = paragraph.rstrip().endswith("?")
        if beside(text, index) is None and len(heading) < 80 and not asked and not bare_heading(paragraph):
            words = f"{heading.strip()} - {paragraph}"
            yield Unit(masked(words), following.start, stop, words, len(heading.strip()) + 3)


def masked(words: str) -> str:
    """Return the words without the options of unchecked boxes."""
    return UNCHECKED.sub(lambda option: " " * len(option.group()), words)


def bare_heading(words: str) -> bool:
    """Tell whether a line is only a heading or a label."""
    stripped = words.strip()
    return (
        len(stripped) < 110
        and not re.match(r"(?:l[ae]s?|une?) .{45}", stripped)
        and bool(HEADING.fullmatch(stripped))
        and not VERB.search(stripped)
        and not re.search(r"\d\s?(?:%|€|jours|h\b)", stripped)
    )


def empty(words: str) -> bool:
    """Tell whether a field was left blank."""
    _, colon, value = words.rpartition(":")
    return bool(colon) and is_blank(re.sub(r"[☐☒]\s*\w+", "", value)) and not re.search(r"☒|neant|n/a", value)


def stated(reading: Reading, clause: str, among: tuple[Unit, ...]) -> Unit | None:
    """Return the first unit that states a clause, None when the agreement does not.

    Args:
        reading: the agreement.
        clause: a key of `MEANINGS`.
        among: its units.
    """
    meaning = MEANINGS[clause]
    for unit in among:
        if clause in STEMS and not any(stem in unit.words for stem in STEMS[clause]):
            continue
        words = without_family(unit.words) if clause == "leave" else unit.words
        said = any(found.end() > unit.heading for found in meaning.says.finditer(words))
        if said and not meaning.unless.search(words) and not (clause == "11" and only_validates(words)):
            return unit
    return in_field(reading, meaning) or (in_two_sentences(among) if clause == "12" else None)


def only_validates(words: str) -> bool:
    """Tell whether a sentence says what becomes of an interrupted internship, not how to end it."""
    return bool(MEANINGS["12"].says.search(words)) and not re.search(
        r"resili|denonc|preavis|notice|chaque (?:partie|signataire)|each party|either party", words
    )


def without_family(words: str) -> str:
    """Drop the leave that the law gives to parents, and absences for studies."""
    return STUDY_ABSENCE.sub(" ", FAMILY_LEAVE.sub(" ", words))


def in_field(reading: Reading, meaning: Meaning) -> Unit | None:
    """Return the first filled field of the kinds that hold the clause."""
    text = reading.text
    for field in reading.fields:
        if field.kind not in meaning.kinds or not in_body(reading, field.start) or after_label(text, field):
            continue
        label = text.folded[field.label_start : field.start]
        value = masked(text.prose[field.start : field.end])
        letters = re.sub(r"[☐☒]", " ", value)
        if is_blank(letters) and not re.search(r"neant|aucun|none", letters):
            continue
        if meaning.kinds == ("supervision",) and not re.search(FOLLOW_UP, value):
            continue
        if meaning.kinds == ("leave",) and not re.search(r"conge|leave|jour|day|\d|accord|selon|oui", value):
            continue
        if len(label) < 60 or (len(label) < 140 and not meaning.unless.search(f"{label} {value}")):
            return Unit(value, field.start, field.end)
    return None


def in_body(reading: Reading, offset: int) -> bool:
    """Tell whether a place is outside the signatures."""
    return any(start <= offset < end for start, end in body(reading.text, reading.signing))


def in_two_sentences(among: tuple[Unit, ...]) -> Unit | None:
    """Return a sentence on validation that follows one on interruption."""
    for first, second in itertools.pairwise(among):
        interrupted = re.search(r"interrup|interromp|s'arrete|fin anticipee", first.words)
        if (
            interrupted
            and re.search(
                r"modalites? de validation|valid(?:e|er|ation|ated?)\b.{0,60}(?:stage|internship|periode)|"
                r"(?:stage|periode|internship).{0,40}valid",
                second.words,
            )
            and not re.search(r"validation du stage ne peut|faite en ligne", second.words)
        ):
            return second
    return None
