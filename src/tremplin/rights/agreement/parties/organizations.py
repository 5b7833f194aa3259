"""School and host: labelled, in the preamble, in the letterhead or in a section."""

import re
from collections.abc import Iterator

from tremplin.rights.agreement.fields import Field, holds_label, is_blank, section_of
from tremplin.rights.agreement.labels import HOST, REFERENT, SCHOOL, STUDENT, TUTOR, own_words
from tremplin.rights.agreement.parties.printed import Printed, tidy
from tremplin.rights.agreement.text import Text, fold

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
OFFICE = re.compile(
    r"\s*,?\s*(?:directeur|directrice|president\w*|vice-president\w*|doyen\w*|responsable|gerant\w*|maire|"
    r"proviseure?|chef\w*|"
    r"deleguee?|head of|director|dean|manager|ceo|chief)"
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
