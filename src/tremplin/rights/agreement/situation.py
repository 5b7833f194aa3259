"""What changes the rules that apply: headcount, other interns, public body, gap year, abroad."""

import re
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from tremplin.rights.agreement.dates import dates
from tremplin.rights.agreement.fields import Field, label_of
from tremplin.rights.agreement.labels import REFERENT, REFERENT_ALONE, STUDENT, TUTOR
from tremplin.rights.agreement.numbers import NUMBER, figure
from tremplin.rights.agreement.text import Text, sentences_with

Found = tuple[str, Any, int, int]
STAFF = (
    r"(?:salarie(?:s|e|es|\(e\)s|[.·]e[.·]?s)*|agents?|personnes?|collaborat(?:eurs|rices|"
    r"eur[.·]ice[.·]s)|employe(?:s|es|e)*|employees|staff(?: members)?|permanents|equivalents? temps plein|"
    r"etp|people|workers|membres)"
)
HEADCOUNT = re.compile(
    rf"(?:effectifs?|headcount|workforce|nombre (?:total )?de {STAFF}|number of (?:employees|staff)|"
    rf"staff)(?: [^\W\d]+\b){{0,6}}(?:\s*\([^)]{{0,60}}\))?\s*[:=…-]?[\s…]*(?:de |est de |of |is |a |= "
    rf"?)?(?P<label>\d[\d  ]{{0,6}}\b|{NUMBER})(?![\d]|[a-z]|\s?(?:%|h\b|stagiaire|intern))"
    rf"|(?:compte|emploie|employer|employant|occupe|employs?|composee? de|de|of|has|comprend|"
    rf"effectif de)\s+(?:environ |"
    rf"actuellement |currently |about |un effectif de )?(?P<said>{NUMBER})\s+{STAFF}\b"
    rf"|(?:agents|salaries|personnels) (?:de |du |dans )[^:\n]{{0,30}}:\s*(?P<held>\d+)"
    rf"|(?P<bare>\d+)\s+(?:salarie\w*|employees|agents)\b"
)
INTERNS_PRESENT = re.compile(
    rf"(?:nombre (?:total )?de |number of )?(?:autres )?(?:{STUDENT}|conventions?(?: de stage)?)[^.;"
    rf":\n]{{0,110}}?(?:\s*\([^)]{{0,90}}\))?\s*(?::|=|est de|\bis\b|sont au nombre de|s'eleve\w* "
    rf"a)[\s…]*(?P<label>{NUMBER})\b(?!\s*(?:cdi|cdd|{STAFF})\b)"
    rf"|(?P<said>{NUMBER})\s+(?P<other>autres? )?(?:other )?(?:{STUDENT}|conventions? de "
    rf"stage)\b(?![^.;\n:]{{0,60}}:\s*\d)(?P<tail>[^.;\n]{{0,90}})"
    rf"|(?:accueille|recoit|hosts?|hosting|welcomes?)(?: \w+){{0,5}}? "
    rf"(?P<host>{NUMBER})\s+(?P<other2>autres? |other )?(?:{STUDENT})\b"
)
INTERNS = re.compile(
    r"stagiaire|etudiant|eleve|apprenant|apprenti|intern|student|trainee|jeune|candidat|convention|"
    r"stages|placements|suivis"
)
COUNTED = re.compile(
    r"\d|\b(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|"
    r"quarante|one|two|three|four|five|seven|eight|nine|ten|twenty|thirty)\b"
)
AT_ONCE = re.compile(
    r"present|accueilli|simultane|meme (?:temps|periode|semaine|moment)|en cours|during|same (?:time|"
    r"period|week)|currently|periode|at once|"
    r"inclus|comprise?|including|actuellement|deja|already|accueille|hosts?|en meme temps|concurrent"
)
PAST = re.compile(
    r"\bdepuis\b|\bsince\b|\bpar an\b|chaque annee|each year|\ba (?:deja )?(?:accueilli|suivi|encadre|"
    r"accompagne|recu)\b|"
    r"l'an(?:nee)? (?:derniere?|passee?)|last year|par le passe|has (?:supervised|hosted|followed)"
)
"""Interns counted over time and not at once."""
FURTHER = re.compile(r"par ailleurs|\bdeja\b|already|en outre|en plus|besides|\bother\b|\bautres?\b")
FOLLOWS = re.compile(
    r"(?:encadre|suit|suivis?|accompagne|tut(?:eur|rice)|supervis\w+|supervising|tutors?|charge|reference|"
    r"referente?|responsable|assure|mentor\w*|follows?|in charge)"
)
COUNT_OF_INTERNS = re.compile(
    rf"(?P<count>{NUMBER})\s+(?P<other>autres?\s+|other\s+|further\s+|additional\s+)?(?:{STUDENT}|"
    rf"conventions|stages|placements|suivis)\b"
    rf"|(?P<label_other>autres? |other )?(?:{STUDENT}|"
    rf"conventions)(?:[ ,]+[^\W\d][\w'-]*){{0,12}}?\s*(?:\([^)]{{0,60}}\))?\s*(?::|=)\s*(?P<label>{NUMBER})\b"
)
INCLUDES = re.compile(
    r"(?:y )?compris|inclus|including|included|en comptant|celui-ci|presente convention|dont (?:la "
    r"presente|celle-ci|celui-ci|l'interesse\w*|le present)|au total|in total|en tout"
)
PUBLIC = re.compile(
    r"☒ ?(?:organisme |etablissement |secteur |de droit |droit )*public|\bcommune d[e']|\bville d[e']|"
    r"\bmairie\b|\bcommunaute (?:de communes|d'agglomeration|urbaine)|"
    r"\bmetropole d[e']|\bconseil (?:departemental|regional)|\bdepartement d[eu']|\bregion [a-z]|"
    r"\bprefecture|\bministere|\bcentre hospitalier|\bchu\b|\bchru?\b|"
    r"\bhopital (?:public|universitaire|local|intercommunal)|\bhopitaux\b|\bassistance publique|\bcnrs\b|"
    r"\binserm\b|\binrae?\b|\binria\b|\bcea\b|\bcnes\b|\bifremer\b|\bird\b|\bepst\b|\bepic\b|\bepa\b|"
    r"etablissement public|service public administratif|\buniversite\b|\brectorat|\bdreal\b|\bars\b|"
    r"\bccas\b|\bsyndicat (?:mixte|intercommunal)|\bcollectivite territoriale|"
    r"droit public|organisme public|public (?:body|institution|hospital|law)|institut national|\bmusee "
    r"national|\blycee public|\bsdis\b|\boffice (?:public|national)"
)
GAP_YEAR = re.compile(r"cesure|gap year|gap semester")
FOREIGN = re.compile(
    r"\b(?:stage|internship|placement)[^.\n]{0,40}(?:a l'etranger|abroad)|pays d'accueil\s*:|host "
    r"country\s*:|fiche (?:pays|d'information sur les regles)|erasmus"
)
COUNTRIES = re.compile(
    r"\b(?:allemagne|germany|espagne|spain|italie|italy|belgique|belgium|suisse|switzerland|portugal|"
    r"irlande|ireland|royaume-uni|united kingdom|angleterre|england|"
    r"ecosse|scotland|pays-bas|netherlands|pologne|poland|quebec|canada|etats-unis|united states|usa|japon|"
    r"japan|chine|china|maroc|morocco|tunisie|tunisia|senegal|"
    r"autriche|austria|suede|sweden|norvege|norway|danemark|denmark|finlande|finland|grece|greece|roumanie|"
    r"romania|hongrie|hungary|tchequie|czech republic|"
    r"luxembourg|bresil|brazil|mexique|mexico|argentine|argentina|australie|australia|inde|india|vietnam|"
    r"thailande|thailand|singapour|singapore|cameroun|madagascar|"
    r"cote d'ivoire|liban|lebanon|turquie|turkey|malte|malta|croatie|croatia|slovenie|slovenia|estonie|"
    r"estonia)\b"
)
RURAL = re.compile(r"\bmaison familiale(?: rurale)?|\bm\.?f\.?r\.?\b|l\.? ?813-9|rythme approprie|\bmfeo\b")
SECONDARY = re.compile(
    r"\blycee\b|bac(?:calaureat)? pro|baccalaureat professionnel|\bpfmp\b|periode de formation en milieu "
    r"professionnel|\bcollege\b|\bcap\b[^i]|terminale|seconde pro|premiere pro|maison familiale"
)
HIGHER = re.compile(r"\bbts\b|technicien superieur|\bcpge\b|licence|master|bachelor|ingenieur|\bbut\b")
PREVIOUS = re.compile(
    r"(?:stage|stagiaire|convention|internship|intern|etudiant\w*|placement)[^.\n]{0,60}(?:preceden\w+|"
    r"anterieur\w*|previous|earlier|prior|dernier)|(?:preceden\w+|anterieur\w*|previous|earlier|prior|"
    r"dernier\w*)\s+(?:\w+ ){0,2}(?:stage|stagiaire|convention|internship|intern|etudiant\w*|"
    r"titulaire)|"
    r"(?:prend|prendra|prenant|fait|faisant) (?:la )?suite|succed\w+|takes? over from|follows? (?:on from|"
    r"the internship)|meme poste|same (?:post|position)|deja (?:ete )?(?:occupe|accueilli|confie)|"
    r"(?:poste|sujet|position|post)[^.\n]{0,60}(?:a ete|ete|was|has been) (?:occupe|tenu|confie|held|"
    r"filled)\w*|"
    r"a (?:deja )?(?:accueilli|recu) (?:un|une|deux) (?:autre )?(?:stagiaire|etudiant)"
)


ROLES_THAT_FOLLOW = (
    ("referent_interns", re.compile(rf"\b(?:{REFERENT})\b|{REFERENT_ALONE}")),
    ("tutor_interns", re.compile(rf"\b(?:{TUTOR})\b")),
)


def circumstances(text: Text, fields: tuple[Field, ...], before: int) -> Iterator[Found]:
    """Yield the facts that change what the law asks."""
    for search in (headcount, interns_present, tutor_interns, referent_interns, previous_end):
        found = (
            search(text, before)
            or labelled_interns(search.__name__, text, fields, before)
            or (labelled_headcount(text, fields, before) if search is headcount else None)
        )
        if found is not None:
            yield found
    yield from natures(text, fields, before)


def headcount(text: Text, before: int) -> Found | None:
    """Return the number of people the host employs."""
    for found in HEADCOUNT.finditer(text.prose, 0, before):
        printed = found["label"] or found["said"] or found["held"] or found["bare"]
        value = figure(printed.strip())
        group = next(name for name in ("label", "said", "held", "bare") if found[name])
        tail = text.prose[found.end(group) : found.end(group) + 14]
        lead = text.prose[max(0, found.start() - 40) : found.start(group)]
        if value is None or value % 1 or re.match(r"\s*(?:%|euros|€|ans\b)", tail):
            continue
        if group not in ("held", "label") and re.match(r"\s*(?:stagiaire|intern)", tail):
            continue
        if re.search(
            r"promotion|classe|groupe|class size|moins de|plus de|superieur|inferieur|au moins", lead
        ):
            continue
        return "headcount", int(value), found.start(), found.end()
    return None


def labelled_headcount(text: Text, fields: tuple[Field, ...], before: int) -> Found | None:
    """Return the number that begins a field of headcount, the cell under its label included."""
    for field in fields:
        if field.kind not in ("headcount", "interns") or field.start >= before:
            continue
        found = re.match(
            r"\W*(?P<count>\d[\d  ]{0,6})(?!\s*(?:%|h\b|stagiaire|intern|/|\d))",
            text.folded[field.start : field.end],
        )
        if found and re.search(r"\beffectif|headcount|workforce|\bstaff\b|salarie", label_of(text, field)):
            count = re.sub(r"\D", "", found["count"])
            return "headcount", int(count), field.start, field.end
    return None


def interns_present(text: Text, before: int) -> Found | None:
    """Return the number of interns the host takes at once, this one included."""
    for found in counted_interns(INTERNS_PRESENT, AT_ONCE, text.prose, before):
        span = text.sentence(found.start(), found.end())
        clause = text.prose[max(span.start, found.start() - 130) : min(span.end, found.end() + 60)]
        own = (
            text.prose[found.start() : found.end()]
            + text.prose[max(span.start, found.start() - 130) : found.start()]
        )
        if (
            not AT_ONCE.search(clause)
            or individual(own)
            or re.search(r"maxim|limite|quota|ne peut|plus de|jusqu'a", clause)
            or PAST.search(clause)
        ):
            continue
        value = figure(found["label"] or found["said"] or found["host"] or "")
        if value is None or value % 1 or not 1 <= value <= 500:
            continue
        other = bool(found["other"] or found["other2"] or "autres" in found.group()) and not INCLUDES.search(
            clause
        )
        return "interns_present", int(value) + other, found.start(), found.end()
    return None


def individual(clause: str) -> bool:
    """Tell whether a count of interns is one person's, not the host's."""
    return bool(
        re.search(
            rf"\b(?:{TUTOR})\b|\b(?:{REFERENT})\b|\bencadre|\bsuit\b|\bsuivi(?:e|s|es)?\b|supervis|"
            rf"\baccompagne",
            clause,
        )
    )


@lru_cache(maxsize=8)
def counted_interns(
    pattern: re.Pattern[str], words: re.Pattern[str], prose: str, before: int
) -> tuple[re.Match[str], ...]:
    """Return the matches of a pattern in the sentences that count interns and hold some words."""
    return tuple(
        found
        for span in sentences_with(prose, INTERNS)
        if span.start < before
        and COUNTED.search(prose, span.start, span.end)
        and words.search(prose, span.start, span.end)
        for found in pattern.finditer(prose, span.start, min(span.end, before))
    )


def labelled_interns(name: str, text: Text, fields: tuple[Field, ...], before: int) -> Found | None:
    """Return the count of interns of a cell beside « Stagiaires présents », for whom its label names."""
    for field in fields:
        if field.kind != "interns" or field.start >= before:
            continue
        label, value = label_of(text, field), text.folded[field.start : field.end]
        role = nearest_role(label, len(label))
        fits = role == name if role else name == "interns_present" and bool(AT_ONCE.search(label))
        count = re.match(rf"\W*(?P<count>{NUMBER})\b(?!\s?(?:%|/|h\b))", value)
        number = figure(count["count"]) if count else None
        if not fits or count is None or number is None or number % 1 or not 1 <= number <= 200:
            continue
        other = bool(re.search(r"\bautres?\b|\bother\b", label)) and not INCLUDES.search(label + value)
        if not PAST.search(label):
            return name, int(number) + other, field.start, field.end
    return None


def tutor_interns(text: Text, before: int) -> Found | None:
    """Return how many interns the host tutor follows at once, this one included."""
    return personal_count("tutor_interns", text, before)


def referent_interns(text: Text, before: int) -> Found | None:
    """Return how many interns the supervising teacher follows at once."""
    return personal_count("referent_interns", text, before)


def personal_count(name: str, text: Text, before: int) -> Found | None:
    """Return the count of interns that a sentence or a note gives to one role."""
    for found in counted_interns(COUNT_OF_INTERNS, FOLLOWS, text.prose, before):
        around = text.prose[max(0, found.start() - 190) : found.end() + 90]
        span = text.sentence(found.start(), found.end())
        clause = text.prose[max(span.start, found.start() - 190) : min(span.end, found.end() + 90)]
        value = figure(found["count"] or found["label"])
        if value is None or value % 1 or not 1 <= value <= 200 or not FOLLOWS.search(clause):
            continue
        if re.search(
            r"maximum|limite|ne peut|plafond|plus de|au plus|no more|at most|l\.? ?124|d\.? ?124|r\.? ?124",
            around[120:],
        ) or PAST.search(clause):
            continue
        if re.search(r"ne peu(?:t|vent)|n'est pas designe|deja pour|cannot|may not", clause):
            continue
        if nearest_role(around, min(190, found.start())) != name:
            continue
        lead = text.prose[max(span.start, found.start() - 40) : found.start()]
        other = bool(found["other"] or found["label_other"] or FURTHER.search(lead))
        other = other and not INCLUDES.search(clause)
        return name, int(value) + other, found.start(), found.end()
    return None


def nearest_role(around: str, place: int) -> str:
    """Return whose count it is: the role named closest before it, else after."""
    best, distance = "", 10_000
    for name, role in ROLES_THAT_FOLLOW:
        for found in role.finditer(around):
            gap = place - found.end() if found.end() <= place else (found.start() - place) * 2 + 60
            if gap < distance:
                best, distance = name, gap
    return best


def previous_end(text: Text, before: int) -> Found | None:
    """Return the last day of an earlier internship on the same post, with its first day.

    The value is a pair (first day or None, last day).
    """
    spans = dict.fromkeys(text.sentence(dated.start) for dated in dates(text.folded, 0, before))
    found_in = ((span, PREVIOUS.search(text.prose, span.start, span.end)) for span in spans)
    for span, found in found_in:
        if found is None:
            continue
        days = [
            one
            for one in dates(text.folded, span.start, min(len(text.folded), span.end))
            if one.day is not None
        ]
        if not days or re.search(
            r"etablissement|ecole|diplome|fin d'etudes", text.prose[found.start() : found.end()]
        ):
            continue
        first = days[0].day if len(days) > 1 else None
        last = days[1].day if len(days) > 1 else days[0].day
        months = re.search(rf"(?P<count>{NUMBER})\s*(?:mois|months?)", text.prose[span.start : span.end])
        if first is None and months and last is not None:
            first = last - timedelta(days=int((figure(months["count"]) or Decimal(0)) * 30))
        return "previous_end", (first, last), span.start, span.end
    return None


def natures(text: Text, fields: tuple[Field, ...], before: int) -> Iterator[Found]:
    """Yield what kind of host, school and internship this is."""
    host = host_passage(text, fields)
    if host is not None:
        found = PUBLIC.search(text.folded, host[0], host[1])
        private = re.search(
            r"☒ ?(?:organisme |secteur |de droit |droit )*prive|\bs\.?a\.?s\.?u?\b|\bsarl\b|\beurl\b|"
            r"\bs\.?a\.?\b",
            text.folded[host[0] : host[1]],
        )
        if found and not private:
            yield "host_public", True, found.start(), found.end()
    for name, pattern in (("gap_year", GAP_YEAR), ("rural_family_school", RURAL)):
        found = first_affirmed(pattern, text, before)
        if found is not None:
            yield name, True, found.start(), found.end()
    school = SECONDARY.search(text.folded, 0, before)
    if school and not HIGHER.search(text.folded, 0, min(before, 5000)):
        yield "secondary_school", True, school.start(), school.end()
    yield from abroad(text, fields, host)


def first_affirmed(pattern: re.Pattern[str], text: Text, before: int) -> re.Match[str] | None:
    """Return the first match that is not an unchecked box, a denial or a general rule."""
    for found in pattern.finditer(text.folded, 0, before):
        line = text.lines[text.line_index(found.start())]
        lead = text.folded[line.start : found.start()]
        box = max(lead.rfind("☐"), lead.rfind("☒"))
        if box >= 0 and lead[box] == "☐":
            continue
        span = text.sentence(found.start(), found.end())
        clause = text.prose[span.start : span.end]
        tail = text.folded[found.end() : found.end() + 25]
        if re.search(
            r"hors|sauf|n'est pas|pas de|en cas de|le cas echeant|lorsque|applicable", clause
        ) or re.match(r"[^\n]{0,12}:\s*(?:non|no)\b|\s*\?\s*(?:non|☐ ?oui)", tail):
            continue
        return found
    return None


def host_passage(text: Text, fields: tuple[Field, ...]) -> tuple[int, int] | None:
    """Return the extent of the text that describes the host."""
    own = [field for field in fields if field.section == "host" or field.kind == "host"]
    if own:
        start = text.lines[max(0, text.line_index(own[0].label_start) - 1)].start
        close = [field.end for field in own if field.start < start + 1500]
        return start, max(close, default=own[0].end)
    found = re.search(
        r"ci-apres[^.\n]{0,30}(?:organisme d'accueil|entreprise|structure|collectivite|l'accueil)|the "
        r"\"?(?:host|company)",
        text.prose,
    )
    if found is None:
        return None
    line = text.prose.rfind("\n", 0, found.start())
    return max(0, line), found.end()


def abroad(text: Text, fields: tuple[Field, ...], host: tuple[int, int] | None) -> Iterator[Found]:
    """Yield `abroad` when the host's address or the place of work is in another country."""
    places = [
        field
        for field in fields
        if (field.kind in ("place", "address") and field.section in ("host", "")) or field.kind == "place"
    ]
    for field in places:
        found = COUNTRIES.search(text.folded, field.start, field.end)
        if (
            found
            and not re.search(r"\b\d{5}\b", text.folded[field.start : found.start()])
            and not re.search(
                r"rue|avenue|place|boulevard|quai|bd\b",
                text.folded[max(field.start, found.start() - 18) : found.start()],
            )
        ):
            yield "abroad", True, found.start(), found.end()
            return
