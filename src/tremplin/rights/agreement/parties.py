"""Who the agreement binds and where: student, school, host, tutor, supervising teacher, town."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tremplin.rights.agreement.fields import Field, holds_label, is_blank, section_of
from tremplin.rights.agreement.labels import HOST, REFERENT, REFERENT_ALONE, SCHOOL, STUDENT, TUTOR, own_words
from tremplin.rights.agreement.people import FULL_NAME, TITLE, person
from tremplin.rights.agreement.signatures import Block
from tremplin.rights.agreement.text import LineSpan, Text, fold, sentences_with
from tremplin.rights.agreement.values import Fact

ROLE_WORDS = {"tutor": TUTOR, "referent": REFERENT, "student": STUDENT, "school": SCHOOL, "host": HOST}
SCHOOL_NAME = re.compile(
    r"\b(?:universit\w*|university|lycee|ecole|school|institut\b|institute|iut|iae|insa|ufr|faculte|"
    r"faculty|mfr|maison familiale|"
    r"cfa|campus|academ\w+|conservatoire|college|polytech\w*|ifsi|irts|centre de formation|groupe scolaire|"
    r"legta|lpa|epl)\b"
)
HOST_NAME = re.compile(
    r"\b(?:centre hospitalier|chu\b|chru\b|hopital|hopitaux|clinique|mairie|commune|ville de|communaute|"
    r"departement de|conseil|association|fondation|sarl|sas\b|s\.a\.s|eurl|societe|sa$|gmbh|"
    r"inrae|cnrs|inserm|inria|institut national|entreprise|ministere|prefecture|chambre de|musee)\b"
)
COMMON = r"[^\n;]{0,40}?"
APPOINTED = (
    r"(?:[a-z'·.()]+ ){0,3}?(?:est|sera|is|will be|designe|assure par|assuree par|a savoir|nomme|"
    r"etant|:|,|-|\(|confie a|en la personne de)"
)
ENGAGED = re.compile(
    r"\s*,?\s*(?:\([^)]{0,80}\)\s*)?,?\s*(?:au sens de (?:la loi|l'article [^,]{0,30}),? )?"
    r"(?:(?:est|sera|is|will be|shall be) (?:designee? |assuree? (?:par )?|nommee? |exercee? par "
    r")?(?:comme )?|designee? |,|:|-|"
    r"\(|nommee? |a savoir |en la personne de |(?:who )?is |named )?\s*(?:de |d')?$"
)
GIVES_NAME = re.compile(
    r"(?:\best|\bsera|\bis|will be|shall be|designee?|assuree? par|confiee? a|nommee?|appointed|:|,\s?a "
    r"savoir)\s*"
    r"(?:comme |le |la |a |par |as )?$"
)
SUBORDINATE = re.compile(
    r"[.;]|\b(?:qui|that|which|by the|par l'|ou|enrolled|inscrit\w*|programme|formation|suppleance|absence|"
    r"empechement)\b"
)
OF_SCHOOL_AFTER = re.compile(r"\s+(?:pedagogique|academique|universitaire|enseignant|ecole|d'etudes)")
OF_SCHOOL_BEFORE = re.compile(r"\b(?:academic|university|school|faculty|pedagogical|teaching|college) $")
"""What makes a tutor the school's and not the host's."""
NAMED_APART = re.compile(
    r"\W*noms?(?: de famille)?\s*:?\s+(?P<last>[a-z][a-z' -]{1,40}?)\s+[,;/-]?\s*prenoms?\s*:?\s+"
    r"(?P<first>[a-z][a-z'-]+)"
)
OTHER_ROLE = re.compile(rf"\b(?:{TUTOR}|{REFERENT})\b")
OFFICE = re.compile(
    r"\s*,?\s*(?:directeur|directrice|president\w*|vice-president\w*|doyen\w*|responsable|gerant\w*|maire|"
    r"proviseure?|chef\w*|"
    r"deleguee?|head of|director|dean|manager|ceo|chief)"
)
AS_ROLE = re.compile(
    r"\s*(?:,[^,;.\n]{0,80}){0,2},?\s*(?:\(|,|-)?\s*(?:est |sera |is |will be |shall (?:be|act as) |acts? "
    r"as )?"
    r"(?:designee?s? |nommee?s? |appointed )?(?:comme |en qualite de |en tant que |as |qui sera |qui est |"
    r"agissant (?:en qualite de|comme) )?"
    r"(?:son |sa |the |le |la |l'|her |his |du |un |une )?$"
)
POSTCODE_TOWN = re.compile(
    r"(?:\bF-?)?(?<!\d)(?<!\d )\b(?P<code>(?:0[1-9]|"
    r"[1-9]\d)\s?\d{3})[ ,\n]+(?P<town>[A-ZÀ-ÖØ-Þ][\w’'-]*(?:[ -](?:(?:sur|sous|de|la|le|"
    r"les|en|lès|lez|du|des|et|aux|d’|d'|l’|l')[ -]?)*[A-ZÀ-ÖØ-Þ][\w’'-]*)*)"
)
TOWN_POSTCODE = re.compile(
    r"(?P<town>[A-ZÀ-ÖØ-Þ][\w’'-]+(?:[ -][A-ZÀ-ÖØ-Þ][\w’'-]+)*)\s?\(\s?(?P<code>\d{5}|\d{2,3}|2[AB])\s?\)"
)
TAKES_PLACE = re.compile(
    r"(?:stage|internship|placement|periode|\bil|\belle)\b[^.\n]{0,40}(?:se deroule(?:ra)?|a lieu|aura lieu|"
    r"accueillie?|takes? place|will take place|based)"
)
AT_TOWN = re.compile(
    r"(?:\bà|\bin|\bat|\bd['’]|\bde)\s?(?P<town>[A-ZÀ-ÖØ-Þ][\w’'-]+(?:[- ](?:sur|sous|la|le|en|lès)[- ]"
    r"[A-ZÀ-ÖØ-Þ][\w’'-]+)*)(?=[\s.,;)])"
)
CODE_ALONE = re.compile(r"(?<![\d ])\s(?:0[1-9]|[1-9]\d)\d{3}[ ,]*\n")
"""A postcode whose town is on the line below in its column."""
WRAPPED_TOWN = re.compile(r"(?<=\b[LS]a)\n|(?<=\bLe)\n|(?<=\bLes)\n|(?<=\bSaint)\n|(?<=\bsur)\n|(?<=-)\n")
ALL_CAPITALS = re.compile(r"(?<=[a-zà-ÿ])\s[A-ZÀ-ÖØ-Þ]{3,}\b.*$")
"""What follows a town in small letters and is in capitals: the name of somebody else."""
SITE_OF = re.compile(
    r"^(?:le |la |les |l['’])?(?:[Ss]ite|[Uu]sine|[Aa]gence|[Cc]ampus|[Ll]ocaux|[Aa]telier|[Aa]ntenne|"
    r"[Bb]ureaux?|"
    r"[Éé]tablissement|[Mm]agasin)s? (?:de |d['’]|à )(?=[A-ZÀ-ÖØ-Þ])"
)
NOT_TOWN = re.compile(
    r"\b(?:Adresse|Signataire|Mme|Monsieur|Madame|Représent\w*|Effectif|Email|E-mail|CEDEX|Cedex|FRANCE|"
    r"France|Tél|TEL|Téléphone|Siret|SIRET|Mail|Courriel|BP|CS)\b.*$"
)
PARTY_END = re.compile(
    r",|;|\s\(|\srepresente|\sdont le siege|\sdomicilie|\ssitue|\ssise?\b|\srepresented|\s-\s|\sau capital|"
    r"\simmatricule|\sayant|"
    r"\slocated|\swhose|\sci-apres|\shereinafter|\n|\sn°|\ssiret|\sadresse|\saddress|\sd'une part"
)
PARTY_START = re.compile(
    r"^(?:[\s\d().°•*;,:-]|et\b|and\b|entre\b|les soussigne(?:es?|s|\(e\)s)?\b|between\b|d'une part|"
    r"d'autre part|on the (?:one|other) (?:hand|part)|"
    r"(?:la |l')?(?:societe|structure|entreprise|association|agence|cabinet|sarl|sas)\s(?=[\w&\"' "
    r"-]{2,60}(?:,|\())|the company\b)*"
)
PREAMBLE_START = re.compile(
    r"[^,;:\n]{0,90}\b(?:between|entre|conclue? avec|passee? avec|rapports (?:de|entre)|relations (?:de|"
    r"entre)|lie|"
    r"by and between|avec)\s+(?=\S)"
)
PARTY_LABEL = re.compile(r"^[^:,;\n…-]{1,60}(?:\s?…\s*:?|:|\s-)\s*")
REPRESENTED = re.compile(
    r"\brepresente\S*\s+(?:legalement |aux presentes )?par\b|\brepresented by\b|\bagissant par\b|\ben la "
    r"personne de\b"
)


NOT_ORGANIZATION = re.compile(
    r"\W*(?:ci-apres|hereinafter|conventions?\b|(?:internship |placement )?agreement|accord\b|annee\b|"
    r"academic "
    r"year|stages?\b|formation en milieu|periodes?\b|adresse|address|noms?\b|raison\b|denomination|"
    r"sociale?\b|siege\b|tel\b|telephone|courriel|e?-?mail|siret|scolarite\b|bureau des|titre\b|article\b|"
    r"annexe\b|rubrique|cadre\b|fiche\b|dossier|vu\b|represent|monsieur|madame|m\.\s|mme\s|mlle\s|pr\.?\s|"
    r"dr\.?\s|entre\b|et\b|il est|la presente|the present|this\b|d'une|d'autre|composante|doyen|"
    r"direct(?:eur|rice)\b|president|proviseur|cheff?e?\b|gerant|maire\b|responsable|prenoms?\b|"
    r"signataire|fonction|"
    r"page\b|date\b|effectif|domaine d'activite|oui\b|non\b|ou\b|qui\b|dont\b|ses?\b|sa\s|son\s)"
)
SENTENCE = re.compile(
    r"(?<!')\b(?:est\s|sont|sera|c'est|peut|doit|s'engage|designe|accueille|assure|is|are|will|shall|"
    r"agrees)\b"
)
STREET = re.compile(
    r"\W*(?:\d+ ?(?:bis|ter|quater)?,? (?:[a-z]+ ){0,2}?)?(?:rue|avenue|av\.|boulevard|bd\b|quai|chemin|"
    r"route|"
    r"impasse|parc (?!naturel|zoolo|animal|des expo|national|d'attraction)|immeuble|batiment|tour |"
    r"residence |allees?|square|esplanade|faubourg|venelle|zone (?:artisanale|industrielle|d'activite)|"
    r"z\.?[aip]\.?c?"
    r"\b|zac\b|b\.?p\.? ?\d|lieu-?dit|parc d'activite)\b|\W*\d{5}\b"
)
OFFICER_OF = (
    r"|\b(?:president\w*|direct(?:eur|rice)|gerante?|cogerante?|dirigeante?|"
    r"representante?)\b[^,.;\n]{0,25}? de "
    r"(?:la |l')?(?:societe|association|entreprise|fondation|cooperative|sarl|sas)\s+"
)
NOT_LETTERHEAD = re.compile(
    r"…|^\W*\d{1,2}\s?[.)]|convention|agreement|annee|arrete|:|\bstage|\d{5}|, |\bpar sa$"
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A value and where it is printed."""

    value: str
    start: int
    end: int


def fact(name: str, found: Printed | None, text: Text) -> Fact | None:
    """Turn a printed value into a fact with its quote and page."""
    if found is None:
        return None
    return Fact(name, found.value, text.quote(found.start, found.end), text.page_at(found.start))


def tidy(words: str) -> str:
    """Return a printed value without the dots, quotes and marks around it."""
    return re.sub(r"\s*(?:[…_]+|\.{3,})\s*", " ", words).strip(' .,;:*–-"«»“”\t|')


def role_name(
    role: str, fields: tuple[Field, ...], text: Text, signed: tuple[Block, ...], before: int
) -> Printed | None:
    """Return the person who holds a role: by its label, its section, a sentence, or a signature."""
    for search in (labelled_person, queued_person, section_person, stacked_person, sentence_person):
        found = search(role, fields, text, before)
        if found is not None and not after_blank(role, found, text):
            return found
    in_block = next(
        (
            Printed(block.person, block.start, block.end)
            for block in signed
            if block.role == role and block.person
        ),
        None,
    )
    if in_block is None and role == "referent":
        in_block = named_alone(text, before)
    return in_block or follower(role, text, before)


def after_blank(role: str, found: Printed, text: Text) -> bool:
    """Tell whether a name follows a blank and a sentence gives it the other role.

    « L’enseignant référent sera : …… Monsieur Loïc BRÉHAUT, chef de projet, est le tuteur. »
    """
    name = found.value.split()[-1]
    place = text.raw.find(name, found.start)
    if place < 0 or "…" not in text.folded[max(0, found.start - 40) : place]:
        return False
    other = ROLE_WORDS["tutor" if role == "referent" else "referent"]
    span = text.sentence(place, place + len(name))
    tail = text.prose[place : span.end]
    return bool(re.search(rf"\b(?:est|sera|is|will be)\b[^.;]{{0,40}}\b(?:{other})\b", tail))


FOLLOWING = re.compile(r"suivi|encadre|accompagne|supervis|tutor|followed|monitored|mentor")
SCHOOL_SIDE = re.compile(
    rf"\b(?:pour|a|au|dans|par|cote|de|du|for|at|by|within|from)\s+(?:l'|la |le |the )?(?:{SCHOOL})\b"
)
HOST_SIDE = re.compile(
    rf"\b(?:pour|a|au|dans|par|cote|de|du|for|at|by|within|from)\s+(?:l'|la |le |the )?(?:{HOST})\b"
)


def follower(role: str, text: Text, before: int) -> Printed | None:
    """Return who follows the intern for one side: « by Ms A for the School and by Ms B for the Host »."""
    own, other = (SCHOOL_SIDE, HOST_SIDE) if role == "referent" else (HOST_SIDE, SCHOOL_SIDE)
    if role not in ("referent", "tutor"):
        return None
    for span in sentences_with(text.prose, FOLLOWING):
        if span.start >= before:
            return None
        for part in re.finditer(r"(?:(?!,? (?:et|and)\b|;).)+", text.prose[span.start : span.end], re.DOTALL):
            start, end = span.start + part.start(), span.start + part.end()
            names = [
                one
                for one in re.finditer(FULL_NAME, text.raw[start:end])
                if re.match(TITLE, one.group()) and person(one.group())
            ]
            if (
                len(names) == 1
                and own.search(text.prose, start, end)
                and not other.search(text.prose, start, end)
            ):
                found = names[0]
                return Printed(person(found.group()) or "", start + found.start(), start + found.end())
    return None


def named_alone(text: Text, before: int) -> Printed | None:
    """Return the person whom a sentence calls « le Référent » and nothing more."""
    found = (name_after(text, one.end()) for one in re.finditer(REFERENT_ALONE, text.prose[:before]))
    return next((name for name in found if name is not None), None)


def labelled_person(role: str, fields: tuple[Field, ...], text: Text, before: int) -> Printed | None:
    """Return the first name that follows a label of this role; a « tuteur » before a « maître de stage »."""
    found = list(labelled_persons(role, fields, text, before))
    exact = [name for name, label in found if role == "tutor" and re.search(r"\btut(?:eur|rice)", label)]
    return exact[0] if exact else next((name for name, _ in found), None)


def labelled_persons(
    role: str, fields: tuple[Field, ...], text: Text, before: int
) -> Iterator[tuple[Printed, str]]:
    """Yield each name that follows a label of this role, and the folded label."""
    for index, field in enumerate(fields):
        if field.kind != role or field.start >= before or is_blank(text.folded[field.start : field.end]):
            continue
        label = text.folded[field.label_start : field.start]
        apart = NAMED_APART.match(text.folded, field.start, field.end)
        if apart:
            words = (text.words(*apart.span("first")), text.words(*apart.span("last")))
            yield Printed(" ".join(words), field.start, field.end), label
            continue
        name = person(text.raw[field.start : field.end])
        if name is None:
            continue
        first = next_first_name(index, fields, text)
        if not first and len(name.split()) == 1:
            name = wrapped_name(text, name, field)
        if first or len(name.split()) > 1 or stands_alone(name, text.raw[field.start : field.end]):
            yield Printed(f"{first} {name}" if first else name, field.start, field.end), label


def wrapped_name(text: Text, name: str, field: Field) -> str:
    """Return a name whose surname is on the next line of its column."""
    index = text.line_index(max(field.start, field.end - 1))
    line = text.lines[index]
    if index + 1 >= len(text.lines) or not text.raw[field.start : line.end].rstrip().endswith(name):
        return name
    following = text.lines[index + 1]
    rest = person(text.raw[following.start : following.end])
    same_column = (following.page, following.block) == (line.page, line.block)
    return f"{name} {rest}" if rest and same_column and not holds_label(text, index + 1) else name


def stands_alone(name: str, value: str) -> bool:
    """Tell whether a single word is the whole value or is followed by a mark, and may be a surname."""
    rest = value[value.find(name) + len(name) :].lstrip(" .…_")
    return not rest or rest[0] in ",;(–-\n"


def next_first_name(index: int, fields: tuple[Field, ...], text: Text) -> str:
    """Return the first name printed in its own field just after a surname, or ""."""
    label = text.folded[fields[index].label_start : fields[index].start]
    if "prenom" in label or "first" in label or "given" in label:
        return ""
    section = fields[index].section
    for other in fields[index + 1 : index + (7 if section == "student" else 3)]:
        if other.kind == "first_name" and (
            other.label_start - fields[index].end < 60 or section == other.section == "student"
        ):
            return person(text.raw[other.start : other.end]) or tidy(text.words(other.start, other.end))
    return ""


def section_person(role: str, fields: tuple[Field, ...], text: Text, before: int) -> Printed | None:
    """Return the name given under the heading of this role."""
    for index, field in enumerate(fields):
        if (
            field.section != role
            or field.start >= before
            or field.kind not in ("full_name", "name", "last_name")
            or re.search(r"raison|denomination|social|company", text.folded[field.label_start : field.start])
        ):
            continue
        name = person(text.raw[field.start : field.end])
        if name is None or is_blank(text.folded[field.start : field.end]):
            continue
        first = next_first_name(index, fields, text) or previous_first_name(index, fields, text)
        return Printed(f"{first} {name}" if first else name, field.start, field.end)
    return None


def queued_person(role: str, fields: tuple[Field, ...], text: Text, before: int) -> Printed | None:
    """Return the name of a role from headings printed one after the other, then as many names."""
    headings = [
        (index, kind)
        for index, line in enumerate(text.lines)
        if line.end < before
        and (kind := section_of(text.folded[line.start : line.end]))
        and not re.search(r"[:…]", text.folded[line.start : line.end])
    ]
    for place, (index, kind) in enumerate(headings[:-1]):
        run = [kind]
        while place + len(run) < len(headings) and headings[place + len(run)][0] == index + len(run):
            run.append(headings[place + len(run)][1])
        if len(run) < 2 or role not in run:
            continue
        after = text.lines[index + len(run) - 1].end
        names = [
            field
            for field in fields
            if after < field.start < after + 700 and field.kind in ("full_name", "name", "last_name")
        ]
        name = person(text.raw[names[run.index(role)].start :][:80]) if len(names) >= len(run) else None
        if name:
            chosen = names[run.index(role)]
            return Printed(name, chosen.start, chosen.end)
    return None


def previous_first_name(index: int, fields: tuple[Field, ...], text: Text) -> str:
    """Return the first name printed in its own field just before a surname, or ""."""
    other = fields[index - 1] if index else None
    if other is None or other.kind != "first_name" or fields[index].label_start - other.end > 30:
        return ""
    return person(text.raw[other.start : other.end]) or ""


def stacked_person(role: str, fields: tuple[Field, ...], text: Text, before: int) -> Printed | None:
    """Return the name printed above a role in its column, as in a table of people."""
    role_line = re.compile(rf"(?:{ROLE_WORDS[role]})[a-z' ]{{0,30}}")
    for index, line in enumerate(text.lines):
        if (
            line.start >= before
            or line.top <= 0
            or not role_line.fullmatch(text.folded[line.start : line.end])
        ):
            continue
        for other in reversed(text.lines[max(0, index - 8) : index]):
            near = (
                other.page == line.page
                and 0 < line.top - other.top < 0.05
                and abs(other.left - line.left) < 0.02
            )
            name = person(text.raw[other.start : other.end]) if near else None
            if name and len(name.split()) > 1:
                return Printed(name, other.start, other.end)
    return None


def sentence_person(role: str, fields: tuple[Field, ...], text: Text, before: int) -> Printed | None:
    """Return the name that a sentence gives to this role, before or after it."""
    pattern = re.compile(rf"\b(?:{ROLE_WORDS[role]})\b")
    for found in pattern.finditer(text.prose, 0, before):
        if role == "tutor" and (
            OF_SCHOOL_AFTER.match(text.prose, found.end())
            or OF_SCHOOL_BEFORE.search(text.prose, max(0, found.start() - 20), found.start())
        ):
            continue
        for name in (name_after(text, found.end()), name_before(text, found.start())):
            if name is not None:
                return name
    return None


def name_after(text: Text, offset: int) -> Printed | None:
    """Return the name introduced just after a role."""
    for found in re.finditer(FULL_NAME, text.raw[offset : offset + 170]):
        between = fold(text.raw[offset : offset + found.start()])
        name = person(found.group())
        if "\n" in text.prose[offset : offset + found.start()]:
            return None
        if name and len(name.split()) > 1 and introduces(between):
            return Printed(name, offset + found.start(), offset + found.end())
    return None


def introduces(between: str) -> bool:
    """Tell whether the words between a role and a name give the name to the role."""
    if ENGAGED.fullmatch(between):
        return True
    if len(between) > 90 or "…" in between or OTHER_ROLE.search(between) or SUBORDINATE.search(between):
        return False
    return bool(GIVES_NAME.search(between))


def name_before(text: Text, offset: int) -> Printed | None:
    """Return the name to which a sentence gives the role that starts at this offset."""
    window = max(0, offset - 170)
    last = None
    for found in re.finditer(FULL_NAME, text.raw[window:offset]):
        between = fold(text.raw[window + found.end() : offset])
        name = person(found.group())
        if (
            name
            and len(name.split()) > 1
            and AS_ROLE.fullmatch(between)
            and re.search(r"[,(-]|\b(?:est|sera|comme|qualite|tant que|is|as|will|qui|designee?)\b", between)
            and "\n" not in text.prose[window + found.end() : offset]
        ):
            last = Printed(name, window + found.start(), window + found.end())
    return last


def student(fields: tuple[Field, ...], text: Text, signed: tuple[Block, ...], before: int) -> Printed | None:
    """Return the student, by section, label, party sentence or signature."""
    found = section_person("student", fields, text, before) or labelled_person(
        "student", fields, text, before
    )
    if found is None:
        found = (
            student_before_birth(text, before)
            or student_under_heading(fields, text, before)
            or student_by_fields(fields, text)
            or student_in_parties(text)
            or sentence_person("student", fields, text, before)
        )
    if found is not None:
        return found
    return next(
        (
            Printed(block.person, block.start, block.end)
            for block in signed
            if block.role == "student" and block.person
        ),
        None,
    )


def student_before_birth(text: Text, before: int) -> Printed | None:
    """Return the person whose name is a line of its own, just above « né(e) le … »."""
    for line, following in zip(text.lines, text.lines[1:], strict=False):
        if line.end >= before:
            return None
        born = re.match(r"\W*(?:nee?\b|ne[.(/·]e\)?|born\b)", text.folded[following.start : following.end])
        name = person(text.raw[line.start : line.end]) if born else None
        if name and len(name.split()) > 1 and len(line_words(text, line)) - len(name.split()) < 2:
            return Printed(name, line.start, line.end)
    return None


def line_words(text: Text, line: LineSpan) -> list[str]:
    """Return the words printed on a line."""
    return text.raw[line.start : line.end].split()


def student_under_heading(fields: tuple[Field, ...], text: Text, before: int) -> Printed | None:
    """Return the person named on the line under the heading of the student."""
    for index, line in enumerate(text.lines):
        if line.end >= before:
            return None
        if line.opens and section_of(text.folded[line.start : line.end]) == "student":
            below = line_under(text, index)
            if below is None or holds_label(text, below):
                continue
            start, end = text.lines[below].start, text.lines[below].end
            name = person(text.raw[start:end])
            if name and len(name.split()) > 1:
                return Printed(name, start, end)
    return None


def student_by_fields(fields: tuple[Field, ...], text: Text) -> Printed | None:
    """Return the name printed beside a date of birth or a student number."""
    for index, field in enumerate(fields):
        near = {other.kind for other in fields[index + 1 : index + 4]}
        if (
            field.kind in ("full_name", "name", "last_name")
            and near & {"birth", "first_name"}
            and field.section in ("", "student")
        ):
            name = person(text.raw[field.start : field.end])
            if name:
                first = next_first_name(index, fields, text)
                return Printed(f"{first} {name}" if first else name, field.start, field.end)
    return None


def student_in_parties(text: Text) -> Printed | None:
    """Return the person whom the preamble calls a student, or whose birth it tells."""
    pattern = re.compile(
        rf"(?P<name>{FULL_NAME})(?:\s*\([^)\n]{{0,40}}\))?(?:\s?[»”\"])?(?P<rest>\s*,[^\n]{{0,220}})"
    )
    for found in pattern.finditer(text.raw, 0, 6000):
        rest = fold(found["rest"])
        if re.search(
            rf"^\s*,\s*(?:nee?\b|ne\(e\)|born|{STUDENT}|inscrit|eleve|agee?|student|demeurant|enrolled)", rest
        ):
            name = person(found["name"])
            if name and len(name.split()) > 1:
                return Printed(name, found.start("name"), found.end("name"))
    return None


def organization(role: str, fields: tuple[Field, ...], text: Text, before: int) -> Printed | None:
    """Return the school ("school") or the host ("host").

    Args:
        role: "school" or "host".
        fields: labelled values of the agreement.
        text: the agreement.
        before: offset where the signatures start; labels beyond it name signatories.
    """
    found = next(organizations(role, fields, text, before), None)
    if found is None:
        return letterhead(text, role) or next(above_address(role, text, before), None)
    return fuller(found, text) if role == "school" else found


def organizations(role: str, fields: tuple[Field, ...], text: Text, before: int) -> Iterator[Printed]:
    """Yield the names that may be those of a party, the surest first."""
    for search in (
        named_in_section,
        under_heading,
        party_in_preamble,
        labelled_organization,
        party_in_sentence,
    ):
        yield from (one for one in search(role, fields, text, before) if names_organization(one.value))


def names_organization(value: str) -> bool:
    """Tell whether some words may be the name of an organization: no title, address, label or sentence."""
    folded = fold(value)
    return not (NOT_ORGANIZATION.match(folded) or SENTENCE.search(folded) or STREET.match(folded))


def party_in_sentence(role: str, fields: tuple[Field, ...], text: Text, before: int) -> Iterator[Printed]:
    """Yield the name that a sentence gives to a party: « l’école, c’est … », « the host is … »."""
    pattern = re.compile(
        rf"\b(?:{ROLE_WORDS[role]})\b[^.;:\n]{{0,45}}?(?:,? c'est|\best\b|\bis\b|,? a savoir|\bs'appelle)\s+"
        rf"(?:la |le |l'|the |une? )?(?:societe |association |entreprise )?"
        + (OFFICER_OF if role == "host" else "")
    )
    for found in pattern.finditer(text.prose, 0, min(before, 6000)):
        cut = PARTY_END.search(text.prose, found.end())
        value = tidy(text.words(found.end(), cut.start() if cut else found.end() + 80))
        if 2 < len(value) < 110 and value[0].isupper() and not person_like(value):
            yield Printed(value, found.end(), found.end() + len(value))


def under_heading(role: str, fields: tuple[Field, ...], text: Text, before: int) -> Iterator[Printed]:
    """Yield the name on the first line under the heading of a party, when it bears no label."""
    for index, line in enumerate(text.lines):
        if line.end >= before:
            return
        folded = text.folded[line.start : line.end]
        if not line.opens or section_of(folded) != role or own_words(folded):
            continue
        below = line_under(text, index)
        if below is None or holds_label(text, below):
            continue
        under = text.lines[below]
        if is_heading(text.folded[under.start : under.end]):
            continue
        name = tidy(re.split(r",|\s[–—-]\s|;|\s\(", text.raw[under.start : under.end])[0])
        if 3 < len(name) < 110 and name[0].isupper() and ":" not in name and not person_like(name):
            yield Printed(name, under.start, under.start + len(name))


def above_address(role: str, text: Text, before: int) -> Iterator[Printed]:
    """Yield the line printed just above an address in the first lines, as in cells one under the other."""
    for line, following in zip(text.lines[:40], text.lines[1:41], strict=False):
        folded = text.folded[line.start : line.end]
        postcode = re.search(r"\b\d{5}\b", text.raw[following.start : following.end])
        if not postcode or following.start >= before or re.search(r"[\d:,@]", folded) or len(folded) > 70:
            continue
        name = text.raw[line.start : line.end]
        known = SCHOOL_NAME.search(folded) if role == "host" else not SCHOOL_NAME.search(folded)
        if (
            name[:1].isupper()
            and not known
            and not person_like(name)
            and own_words(folded)
            and (names_organization(name))
        ):
            yield Printed(tidy(name), line.start, line.end)


def is_heading(folded: str) -> bool:
    """Tell whether a line is the heading of a party and nothing more."""
    return bool(section_of(folded)) and not own_words(folded)


def line_under(text: Text, index: int) -> int | None:
    """Return the line printed under another in its column, else the next one."""
    line = text.lines[index]
    if line.top <= 0:
        return index + 1 if index + 1 < len(text.lines) else None
    found = [
        place
        for place, other in enumerate(text.lines)
        if other.page == line.page and 0 < other.top - line.top < 0.05 and abs(other.left - line.left) < 0.03
    ]
    return min(found, key=lambda place: text.lines[place].top, default=None)


def person_like(name: str) -> bool:
    """Tell whether a line is a person's name and not an organization's."""
    return bool(re.match(r"(?:M\.|Mme|Mlle|Monsieur|Madame|Pr|Dr)\s", name))


def fuller(found: Printed, text: Text) -> Printed:
    """Return the letterhead in place of a short form of the same name (« la Maison familiale »)."""
    head = letterhead(text, "school")
    if head is None:
        return found
    short, full = set(fold(found.value).split()), set(fold(head.value).split())
    own = {word for word in own_words(fold(found.value)) if len(word) > 3}
    same = len(short & full) >= 2 and len(short - full) <= 1 and len(full) > len(short)
    same = same or (bool(own) and own <= set(own_words(fold(head.value))) and len(full) >= len(short))
    return head if same and not short & {"universite", "lycee"} else found


def named_in_section(role: str, fields: tuple[Field, ...], text: Text, before: int) -> Iterator[Printed]:
    """Yield what « Nom : » says under the heading of a party."""
    for field in fields:
        person_label = "prenom" in text.folded[field.label_start : field.start]
        if (
            field.section == role
            and field.kind in ("name", "full_name")
            and field.start < before
            and not person_label
        ):
            value = organization_name(text, field)
            if value is not None:
                yield value


def labelled_organization(role: str, fields: tuple[Field, ...], text: Text, before: int) -> Iterator[Printed]:
    """Yield what follows « Établissement : » or « Entreprise : »."""
    for field in fields:
        line = text.lines[text.line_index(field.label_start)]
        label = text.folded[field.label_start : min(field.start, line.end)]
        if field.kind == role and field.start < before and not own_words(label):
            value = organization_name(text, field)
            if value is not None:
                yield value


def organization_name(text: Text, field: Field) -> Printed | None:
    """Return the value of a field as a name of organization, None when it is blank or a sentence."""
    folded = text.folded[field.start : field.end]
    if is_blank(folded):
        return None
    lead = len(folded) - len(folded.lstrip(" …"))
    cut = re.search(
        r"…|\s-\s(?=effectif|siret|tel|adresse|\d+[ ,]|z\.?[ai]\.?c?\b|rue |avenue |"
        r"place |bp |cs |represent)|,?\s(?:represente|situe|sise?\b|siret|dont le siege|"
        r"adresse)|;|,\s(?=\d)|,\s(?=represent)",
        folded[lead:],
    )
    end = field.start + lead + cut.start() if cut else field.end
    value = tidy(text.words(field.start + lead, end))
    first = re.match(r"[^\W\d_]", value)
    sentence = re.match(
        r"(?:est|sera|s'engage|declare|doit|peut|the|is|shall|will|agrees|du|de|des|au|et|ou|a)\s",
        fold(value),
    )
    named = first or value[:1].isdigit()
    return Printed(value, field.start, end) if value and named and not sentence and len(value) < 140 else None


def party_in_preamble(role: str, fields: tuple[Field, ...], text: Text, before: int) -> Iterator[Printed]:
    """Yield the party that a preamble in sentences names, by its alias, else by its name."""
    parties = list(preamble(text))
    yield from (name for name, clause in parties if alias_of(clause) == role)
    unnamed = [name for name, clause in parties if alias_of(clause) == ""]
    schools = [name for name in unnamed if SCHOOL_NAME.search(fold(name.value))]
    others = [name for name in unnamed if name not in schools]
    yield from schools if role == "school" else [*others, *schools[1:]]


def preamble(text: Text) -> Iterator[tuple[Printed, str]]:
    """Yield each party of the preamble: its name, and the clause that describes it."""
    stop = re.search(
        r"il (?:a ete|est) convenu|it (?:is|has been|was) agreed|\barticle\s+(?:1\b|1er|premier|i\b)",
        text.prose,
    )
    limit = min(stop.start() if stop else 4500, 6000)
    for chunk in re.finditer(r"[^\n]+", text.prose[:limit]):
        found = list(parties_of(text, chunk.start(), chunk.end()))
        for place, name in enumerate(found):
            until = found[place + 1].start if place + 1 < len(found) else chunk.end()
            yield name, text.prose[name.end : until]


def parties_of(text: Text, start: int, end: int) -> Iterator[Printed]:
    """Yield the names of the parties of a paragraph, before « représenté par », else before an alias."""
    marks = [found.span() for found in REPRESENTED.finditer(text.prose, start, end)]
    if not marks:
        alias = re.compile(r"ci-apres|hereinafter|hereafter|\((?:l'|la |le |the |ci)? ?\"").search(
            text.prose, start, end
        )
        marks = [alias.span()] if alias else []
    begin, first = start, True
    for mark in marks:
        name = party_name(text, begin, mark[0], first=first)
        if name is not None:
            yield name
        begin, first = mark[1], False


def party_name(text: Text, start: int, end: int, *, first: bool) -> Printed | None:
    """Return the first name of organization in a stretch, past the representative of the party before."""
    pieces = list(re.finditer(r"[^,;(]+", text.prose[start:end]))
    for piece in pieces[0 if first else 1 :]:
        begin = start + piece.start()
        opening = PREAMBLE_START.match(text.prose, begin, start + piece.end())
        begin = opening.end() if opening else begin
        lead = PARTY_START.match(text.prose[begin : start + piece.end()])
        if lead and re.search(r"\d{5}", lead.group()):
            continue
        begin += lead.end() if lead else 0
        label = PARTY_LABEL.match(text.prose[begin : start + piece.end()])
        begin += label.end() if label else 0
        value = tidy(text.words(begin, start + piece.end()))
        named = re.search(r"(?:nomm|appel|design|dit)\S*\s*:?\s*[«\"“]\s*(?P<name>[^»\"”]{3,})", value)
        value = tidy(named["name"]) if named else value
        value = re.sub(
            r"^(?:[LlDd]['’]|[Ll]a |[Ll]e |The |the |LA |LE )(?:société |entreprise |company )?(?=\S)",
            "",
            value,
        )
        cut = re.search(
            r"\s(?:représentée?|dont le|domicili|située?|sise?|represented|whose|located)\b|"
            r"\s[–—-]\s(?=\d+[ ,]|Z\.?[AI]\.?C?\b|(?:[Rr]ue|[Aa]venue|[Pp]lace|BP|CS)\s)",
            value,
        )
        value = value[: cut.start()] if cut else value
        if (
            2 < len(value) < 120
            and re.search(r"[A-ZÀ-ÖØ-Þ]{1}", value)
            and not value[0].isdigit()
            and not re.match(r"(?:M\.|Mme|Mlle|Monsieur|Madame|Mr|Ms|Vu)\s", value)
            and names_organization(value)
        ):
            if OFFICE.match(text.prose, start + piece.end()):
                continue
            return Printed(value, begin, start + piece.end())
    return None


def alias_of(clause: str) -> str:
    """Return the role that « ci-après … » gives to a party, or ""."""
    found = re.search(r"(?:ci-apres|hereinafter|hereafter|\((?=l'|la |le |the |\"))(?P<rest>.{0,70})", clause)
    if found is None:
        return ""
    rest = " " + found["rest"]
    for role in ("student", "host", "school"):
        if re.search(
            rf"(?:\"|l'|la |le |the |denomme\S*\s|designe\S*\s|appele\S*\s|called |as "
            rf"){{1,3}}\s*(?:{ROLE_WORDS[role]})\b",
            rest,
        ):
            return role
    return ""


def letterhead(text: Text, role: str) -> Printed | None:
    """Return the first of the top lines that looks like the name of a school, or of a host."""
    for line in text.lines[:12]:
        name = re.split(
            r"\s[–—-]\s(?=\d|BP|CS|Tél|Service|Bureau|Direction|Pôle|Scolarité)|,\s?(?=\d)",
            text.raw[line.start : line.end],
        )[0]
        folded = fold(name)
        host = bool(HOST_NAME.search(folded)) and not is_heading(folded)
        school = SCHOOL_NAME.search(folded)
        fits = host and not (school and school.start() < 4) if role == "host" else school and not host
        if fits and len(folded) < 90 and not NOT_LETTERHEAD.search(folded) and names_organization(name):
            return Printed(tidy(name), line.start, line.start + len(name))
    return None


def town(fields: tuple[Field, ...], text: Text, host: Printed | None, before: int) -> Printed | None:
    """Return the town where the internship takes place: its own line, else the host's address."""
    address = host_town(fields, text, host, before)
    for field in fields:
        if field.kind != "place" or field.start >= before or is_blank(text.folded[field.start : field.end]):
            continue
        found = town_in(text, field.start, field.end)
        if found is not None:
            return found
        if address is not None and fold(address.value) in text.folded[field.start : field.end]:
            return address
        short = short_place(text, field)
        if short is not None and (address is None or names_town(short.value)):
            return short
    return place_in_sentence(text) or address or town_of_name(text, host) or town_in_sentence(text)


def names_town(value: str) -> bool:
    """Tell whether a short place looks like a town, not a building or a department."""
    return value[:1].isupper() and not re.match(
        r"(?:siege|service|usine|site|bureau|atelier|laboratoire|direction|locaux|meme|idem|adresse|"
        r"batiment|etage|headquarters|head office|departement|pole|unite|mairie|agence|ci-dessus|voir)",
        fold(value),
    )


def place_in_sentence(text: Text) -> Printed | None:
    """Return the town of a sentence that says where the internship takes place."""
    sentence = re.search(
        r"(?:stage|internship|placement|periode|\bil|\belle)\b[^.\n]{0,60}(?:se deroule(?:ra)?|se tien(?:t|"
        r"dra)|a lieu|aura lieu|est effectuee?|sera effectuee?|takes? place|(?:is|be) carried out|"
        r"located)[^.\n]{0,20}\b(?:a|dans|au|at|in)\b[^.\n]{0,140}",
        text.prose,
    )
    if sentence is None:
        return None
    return town_in(text, *sentence.span())


def town_in_sentence(text: Text) -> Printed | None:
    """Return the town, without postcode, of « le stage se déroule à Tarbes »."""
    for found in TAKES_PLACE.finditer(text.prose):
        town = AT_TOWN.search(text.raw, found.end(), found.end() + 90)
        between = text.prose[found.end() : town.end()] if town else "."
        if town and "\n" not in between and "." not in between:
            return Printed(text.words(*town.span("town")), *town.span("town"))
    return None


def host_town(fields: tuple[Field, ...], text: Text, host: Printed | None, before: int) -> Printed | None:
    """Return the town of the host's address."""
    for field in fields:
        if field.section == "host" and field.kind in ("address", "town") and field.start < before:
            found = town_in(text, field.start, field.end) or (
                short_place(text, field) if field.kind == "town" else None
            )
            if found is not None:
                return found
    return town_in(text, host.end, host.end + 320) if host is not None else None


def town_of_name(text: Text, host: Printed | None) -> Printed | None:
    """Return the town of « la commune de … »."""
    found = (
        re.match(
            r"(?:[Cc]ommune|[Vv]ille|[Mm]airie|COMMUNE|VILLE|MAIRIE) (?:de |d['’]|DE |"
            r"D['’])(?P<town>[A-ZÀ-ÖØ-Þ].+)",
            host.value,
        )
        if host
        else None
    )
    return Printed(found["town"], host.start, host.end) if found and host else None


def town_in(text: Text, start: int, end: int) -> Printed | None:
    """Return the first town printed beside a postcode."""
    wrapped = CODE_ALONE.search(text.raw, start, end)
    if wrapped and not POSTCODE_TOWN.search(text.raw, start, wrapped.start()):
        index = line_under(text, text.line_index(wrapped.start()))
        below = text.lines[index] if index is not None else None
        words = text.words(below.start, below.end) if below else ""
        if below and re.fullmatch(r"[A-ZÀ-ÖØ-Þ][^\d:,;]{1,40}", words):
            return Printed(tidy(NOT_TOWN.sub("", words)), below.start, below.end)
    window = WRAPPED_TOWN.sub(" ", text.raw[start:end])
    found = POSTCODE_TOWN.search(window) or TOWN_POSTCODE.search(window)
    if found is None:
        return None
    value = tidy(ALL_CAPITALS.sub("", NOT_TOWN.sub("", found["town"])))
    return Printed(value, start + found.start("town"), start + found.end("town")) if value else None


def short_place(text: Text, field: Field) -> Printed | None:
    """Return a place given without postcode: its last part when it is short."""
    value = re.split(r"\n|\s-\s|;|\s\(", text.raw[field.start : field.end].strip())[0]
    parts = [tidy(part) for part in value.split(",") if tidy(part)]
    parts = [part for part in parts if fold(part) not in ("france",)]
    if not parts or len(parts[-1].split()) > 6 or not re.search(r"[A-ZÀ-ÖØ-Þ]", parts[-1]):
        return None
    place = SITE_OF.sub("", re.sub(r"^(?:à|a|au|aux|in|at)\s+", "", parts[-1]))
    return Printed(place, field.start, field.end)
