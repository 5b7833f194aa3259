"""Who has a place to sign, and when and where the agreement was signed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tremplin.rights.agreement.dates import dates
from tremplin.rights.agreement.fields import beside, whole_label
from tremplin.rights.agreement.labels import HOST, REFERENT, SCHOOL, STUDENT, TUTOR
from tremplin.rights.agreement.people import person
from tremplin.rights.agreement.text import LineSpan, Text

ROLES = ("school", "host", "student", "referent", "tutor")
STARTS = re.compile(
    r"\bfait (?:en [^\n]{0,40}? )?a\b|\bfait le\b|\bsignatures?\b(?! electronique)|\bsigne(?:e|s|"
    r"es)?(?:\(e\))? (?:a|le|en)\b|\bdone (?:at|in|on)\b|"
    r"\bsigned (?:at|in|on|by)\b|\ben foi de quoi|\bexecuted (?:at|in)\b|\bmade (?:at|in)\b|\bpour "
    r"l'etablissement|\bvisas?\b|\bles parties\b|(?:^|\n)\s*(?:pour|for) (?:l'|la |le |the )?[a-z]"
)
MADE = re.compile(
    r"(?:\bfait|\bsignee?|\bdone|\bsigned|\bmade|\bexecuted|\betablie?)\s*(?:,?\s*en "
    r"[^,\n]{0,50}?(?:exemplaires?|originaux|copies|originals)[^,\n]{0,20}?)?,?\s*"
    r"(?:in [a-z0-9() ]{1,30}(?:copies|originals|counterparts),?\s*)?"
    r"(?:a|at|in)\s*(?:…\s*:|:)?\s+(?P<town>[^,\n…:;]{2,45}?)\s*(?:,|\s)\s*(?:le|on|the|date\s*:?|en date du|"
    r"du)\s*(?:…\s*:|:)?\s*"
)
TOWN_DATE = re.compile(
    r"(?:^|\n)\s*(?:a\s+)?(?P<town>[a-z][a-z'-]*(?: [a-z'-]+){0,3})\s*,\s*(?:le|on)\s+"
    r"(?=(?:[a-z]+ )?\d{1,2}(?:er)?[ ./-]{1,3}(?:\d{1,2}|[a-z]{3,9}\.?)[ ./-]{1,3}\d{2,4})"
)
MOST_PROSE = 140
"""Words in long lines that a page of signatures may hold: who read what, who keeps which copy."""
MADE_ON = re.compile(
    r"(?:\b(?:fait|signee?|etablie?|done|signed|made|executed|conclue?)\s+(?:le|on)|^\s*date(?: de "
    r"signature)?\s*:?)\s*$"
)
TOWN_AFTER = re.compile(
    r",?\s*(?:(?:a|at|in)\s|(?:lieu|place|ville)\s*:)\s*(?P<town>[a-z][a-z' -]{1,40}?)\s*(?=[,.;\n]|$|en "
    r"\w+ ex)"
)
PLACE_AND_DATE = re.compile(
    r"\b(?:lieu et date|place and date|ville et "
    r"date)\b[^:]{0,25}:\s*(?P<town>[a-z][a-z' -]{1,40}?)\s*,?\s*(?:le|on)?\s*$"
)
DATE_LABEL = re.compile(
    r"\b(?:date(?: de signature| et signature)?|le|signee? le|date of signature|signed on|on)\s*:?\s*$"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A place to sign: whose, and the name printed there."""

    role: str
    person: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Signed:
    """When and where; either may be unknown."""

    town: str
    day: date | None
    start: int
    end: int


ROLE_AT = (
    ("referent", re.compile(rf"\b(?:{REFERENT})\b")),
    ("tutor", re.compile(rf"\b(?:{TUTOR})\b(?! (?:pedagogique|academique|universitaire|enseignant|ecole))")),
    (
        "referent",
        re.compile(
            rf"\b(?:{REFERENT})\b|\b(?:l'|le |la |the )?(?:enseignant\S*|professeur\S*|referent\S*|teacher|"
            rf"advis[eo]r)\b"
        ),
    ),
    ("student", re.compile(rf"\b(?:{STUDENT})\b|\binteresse")),
    (
        "host",
        re.compile(
            rf"\b(?:{HOST})\b|\b(?:maire|gerant\w*|employeur|dirigeant\w*|chef d'entreprise|exploitante?|"
            rf"eleveu(?:r|se)|agricult(?:eur|rice)|artisane?|commercante?|patronn?e?|magasin|garage|"
            rf"ferme|gaec|"
            rf"officine|restaurant|hotel|boutique|atelier|etude|domaine|proprietaire)\b"
        ),
    ),
    (
        "school",
        re.compile(
            rf"\b(?:{SCHOOL})\b|\b(?:proviseure?|doyen\w*|chef d'etablissement|directeur des etudes|"
            rf"directrice des etudes|principale?)\b"
        ),
    ),
)


def zone(text: Text) -> int:
    """Return the offset where the signatures start, or the length of the text when nowhere.

    It is the last mark of signing (« Fait à », « Signatures ») that leaves at least two roles
    after it, within the last half of the text.
    """
    half = int(len(text.folded) * 0.4)
    made = [found.start() for found in MADE.finditer(text.folded, half)]
    made += [found.start() for found in town_dates(text, half)]
    marks = [found.start() for found in STARTS.finditer(text.folded, int(len(text.folded) * 0.55))]
    for least, candidates in (
        (3, sorted(made, reverse=True)),
        (2, sorted(made, reverse=True)),
        (3, marks),
        (2, marks),
    ):
        for offset in candidates:
            start = text.lines[text.line_index(offset + 1)].start
            if candidates is marks and runs_on(text, start):
                continue
            if len({block.role for block in walk(text, start) if block.start < start + 2500}) >= least:
                return start
    return last_lines(text)


def runs_on(text: Text, start: int) -> bool:
    """Tell whether what follows is articles in sentences, which no page of signatures is."""
    following = (line for line in text.lines if start <= line.start < start + 2500)
    counts = [len(text.folded[line.start : line.end].split()) for line in following]
    sentences = sum(count for count in counts if count >= 8)
    return sentences > MOST_PROSE and sentences > sum(counts) / 2


def places(text: Text, signing: int) -> int:
    """Return where the places to sign start, also when long general conditions follow them.

    Args:
        text: the agreement.
        signing: where the signatures that end the text start, its length when they do not end it.
    """
    if signing < len(text.folded):
        return signing
    early = [*MADE.finditer(text.folded), *town_dates(text, 0)]
    for made in sorted(early, key=lambda found: -found.start()):
        start = text.lines[text.line_index(made.start() + 1)].start
        if len({block.role for block in walk(text, start) if block.start < start + 1500}) >= 3:
            return start
    return signing


STATES = re.compile(r":\s*\S[^\n]*?\d{2}|(?<!\d)\d{5}\b|\d\s?h\b|\d\s?(?:€|euros?)")
"""A field with its figure, an address or hours: no line of the signatures."""


def states(folded: str) -> bool:
    """Tell whether a line is one of a form, and no place to sign."""
    figures = STATES.search(folded) or re.fullmatch(r"\W*\d{1,4}\W*", folded)
    return bool(figures) or whole_label(folded) in ("dates", "duration", "weekly", "training", "address")


def town_dates(text: Text, start: int) -> Iterator[re.Match[str]]:
    """Yield each « Rennes, le 10/02/2025 » that begins a line from an offset on."""
    for comma in re.compile(r",\s*(?:le|on)\s").finditer(text.folded, start):
        line = text.folded.rfind("\n", 0, comma.start())
        found = TOWN_DATE.match(text.folded, max(line, 0))
        if found and found.start() >= start:
            yield found


def last_lines(text: Text) -> int:
    """Return where the last short lines start when they name three roles, else the length of the text."""
    start = len(text.lines)
    while start and len(text.lines) - start < 40:
        line = text.lines[start - 1]
        words = text.folded[line.start : line.end]
        if states(words) or (len(words.split()) > 7 and not broken_up(words) and not FOOTER.search(words)):
            break
        start -= 1
    if start == len(text.lines):
        return len(text.folded)
    offset = text.lines[start].start
    return offset if len({block.role for block in walk(text, offset)}) >= 3 else len(text.folded)


def read_blocks(text: Text, start: int) -> tuple[Block, ...]:
    """Return the places to sign from an offset on."""
    return tuple(walk(text, start))


def stray_blocks(text: Text, start: int) -> tuple[Block, ...]:
    """Return places to sign read before « Fait à » because they stand beside it on the page.

    Each is a short line that is nothing but a role, with a name on the next line.
    """
    found: list[Block] = []
    for line, following in zip(text.lines, text.lines[1:], strict=False):
        folded = text.folded[line.start : line.end]
        if not near_signing(text, line, start) or len(folded) > 60 or re.search(r"[:.;…]", folded):
            continue
        name = person(text.raw[following.start : following.end])
        if name is None or len(name) < following.end - following.start - 6 or len(name.split()) < 2:
            continue
        roles = list(roles_in(folded))
        found += [Block(role, name, line.start + begin, line.start + end) for role, begin, end in roles]
        if not roles and re.match(r"\s*(?:pour|for)\b", folded):
            found.append(Block("", name, line.start, line.end))
    return tuple(found)


def near_signing(text: Text, line: LineSpan, start: int) -> bool:
    """Tell whether a line stands below the signatures on its page, or shortly before without layout."""
    if line.start >= start or start >= len(text.folded):
        return False
    place = text.lines[text.line_index(start + 1)]
    if place.top > 0 and line.page == place.page:
        return line.top > place.top
    return place.top <= 0 and line.start > start - 1800


def walk(text: Text, start: int) -> Iterator[Block]:
    """Yield a block for each role named in the lines of the signatures."""
    lines = list(until_annex(text, [line for line in text.lines if line.end > start]))
    for index, line in enumerate(lines):
        folded = text.folded[max(line.start, start) : line.end]
        above = text.folded[lines[index - 1].start : lines[index - 1].end] if index else ""
        wrapped = WRAPPED.search(f"{above} {folded}") and not WRAPPED.search(folded)
        if wrapped or is_prose(folded, opens=line.opens):
            continue
        for role, begin, end in roles_in(folded):
            offset = max(line.start, start)
            yield Block(role, name_near(text, offset + end, lines, index), offset + begin, offset + end)


FOOTER = re.compile(
    r"\bpage \d|\bpage\s*:?\s*\d|\b\d{1,2} ?/ ?\d{1,2}\s*$|\bparaphes?\b|\binitials\b|@|www\."
)
WRAPPED = re.compile(
    r"\b(?:academic|university|school|pedagogical|faculty|college|teaching) (?:supervisor|tutor|"
    r"advis[eo]r|mentor)$"
)
"""A role whose last word stands alone on its line; the line above has been counted with it."""


def is_prose(folded: str, *, opens: bool) -> bool:
    """Tell whether a line is a sentence or a footer, and no place to sign."""
    count = len(folded.split())
    return count > 13 or (count > 7 and not opens) or bool(FOOTER.search(folded))


def until_annex(text: Text, lines: list[LineSpan]) -> Iterator[LineSpan]:
    """Yield lines up to the annex that follows the signatures."""
    for place, line in enumerate(lines):
        if place and re.match(
            r"\s*(?:annexe|fiche pedagogique|appendix|schedule [a-z0-9]\b|(?:[ivx\d]+[.) -]+)?(?:conditions|"
            r"clauses|dispositions|stipulations) (?:generales|communes|particulieres)\b|general "
            r"(?:terms|conditions|provisions)|(?:standard )?terms and conditions|avenant\b|"
            r"(?:article|art\.) (?:premier|1|i)\b)",
            text.folded[line.start : line.end],
        ):
            return
        yield line


def signing_words(text: Text, start: int) -> str:
    """Return the folded words of the signatures, the annexes after them left out."""
    lines = list(until_annex(text, [line for line in text.lines if line.end > start]))
    kept = [text.folded[max(line.start, start) : line.end] for line in lines]
    return "\n".join(words for words in kept if not FOOTER.search(words))


COMPACT = (
    (
        "referent",
        re.compile(
            r"enseignante?referente?|tuteur(?:ecole|pedagogique|academique)|"
            r"referentpedagogique|responsablepedagogique"
        ),
    ),
    ("tutor", re.compile(r"tut(?:eur|rice)|maitredestage")),
    ("student", re.compile(r"stagiaire|etudiant|eleve|apprenant")),
    ("host", re.compile(r"entreprise|organisme|structure|societe|association|collectivite")),
    ("school", re.compile(r"etablissement|universite|ecole|lycee|institut|iut")),
)
"""Roles in a line whose letters were printed apart, once its spaces are lost."""


@lru_cache(maxsize=512)
def roles_in(folded: str) -> tuple[tuple[str, int, int], ...]:
    """Return the roles of one line; words that belong to a more precise role are not counted again."""
    return tuple(each_role(folded))


def each_role(folded: str) -> Iterator[tuple[str, int, int]]:
    """Yield the roles of one line, the most precise first."""
    taken: list[tuple[int, int]] = []
    for role, pattern in ROLE_AT:
        for found in pattern.finditer(folded):
            begin, end = found.span()
            if any(begin < stop and start < end for start, stop in taken) or qualifies(folded, begin):
                continue
            if role in ("host", "school") and any(folded[stop:begin] == " " for _, stop in taken):
                continue
            taken.append((begin, end))
            yield role, begin, end
    if not taken and len(folded) > 7 and (" " not in folded.strip() or broken_up(folded)):
        whole = folded.replace(" ", "")
        compact = next((role for role, pattern in COMPACT if pattern.search(whole)), None)
        if compact is not None:
            yield compact, 0, len(folded)


def broken_up(folded: str) -> bool:
    """Tell whether the letters of a line were printed in small groups (« l'e n t r e p ris e »)."""
    pieces = folded.split()
    return len(pieces) > 2 and sum(len(piece) for piece in pieces) < 2.6 * len(pieces)


def qualifies(folded: str, begin: int) -> bool:
    """Tell whether a party is only named to qualify another role (« tuteur de l'organisme »)."""
    before = folded[:begin]
    return bool(
        re.search(
            r"(?:\bde|\bdu|\bdans|\bau sein de|\bof|\bat|\bin|\bdes|\ben|\bd'|par)\s*(?:l'|la |le |the )?$",
            before,
        )
        and not re.search(
            r"(?:represent\w*|signature|cachet|signataire|nom|visa|direct\w+|chef|dirigeant|responsable|"
            r"pour le compte|president\w*|stamp|behalf)"
            r"[^|/;]{0,45}$",
            before,
        )
    )


def name_near(text: Text, offset: int, lines: list[LineSpan], index: int) -> str:
    """Return the name printed after a role on its line, else in the same column below it."""
    same = person(text.raw[offset : lines[index].end].lstrip(" :,-–("))
    if same and len(same.split()) > 1:
        return same
    below = [line for line in lines[index + 1 : index + 9] if in_column(lines[index], line)]
    for line in below[:2]:
        if any(True for _ in roles_in(text.folded[line.start : line.end])):
            return ""
        name = person(text.raw[line.start : line.end])
        if name and len(name.split()) > 1:
            return name
    return ""


def in_column(label: LineSpan, line: LineSpan) -> bool:
    """Tell whether a line stands under a label, as far as its place on the page is known."""
    if label.top <= 0 or line.page != label.page:
        return True
    return line.top > label.top and abs(line.left - label.left) < 0.07


def signed(text: Text, start: int) -> Signed | None:
    """Return the town and day of signature, from « Fait à …, le … » or dates beside signatures."""
    for found in MADE.finditer(text.folded, max(0, min(start, int(len(text.folded) * 0.3)))):
        if re.search(r"…(?!\s*:)", text.folded[found.start() : found.end()]):
            continue
        following = dates(text.folded, found.end(), found.end() + 60)
        town = re.split(r"\s(?:en|in)\s(?=\S+ (?:ex|or|co))", text.words(*found.span("town")))[0]
        if following:
            return Signed(town.strip(" .,"), following[0].day, found.start(), following[0].end)
        return Signed(town.strip(" .,"), None, found.start(), found.end())
    return (
        by_date_town(text, start) or by_town_date(text, start) or by_labels(text, start) or at_the_head(text)
    )


def by_date_town(text: Text, start: int) -> Signed | None:
    """Return the date and town of « établie le 12 janvier 2026 à Dijon » or « Date : … Lieu : … »."""
    begin = max(0, start - 250)
    for dated in dates(text.folded, begin):
        line = text.lines[text.line_index(dated.start)]
        lead = text.folded[line.start : dated.start]
        town = TOWN_AFTER.match(text.folded, dated.end, dated.end + 60)
        if MADE_ON.search(lead) and town:
            return Signed(text.words(*town.span("town")), dated.day, line.start, town.end())
        place = PLACE_AND_DATE.search(lead)
        if place:
            return Signed(
                text.words(line.start + place.start("town"), line.start + place.end("town")),
                dated.day,
                line.start,
                dated.end,
            )
    return None


def by_town_date(text: Text, start: int) -> Signed | None:
    """Return « Rennes, le 10/02/2025 » printed alone."""
    for found in town_dates(text, max(0, start - 300)):
        following = dates(text.folded, found.end(), found.end() + 60)
        if following:
            return Signed(
                text.words(found.start("town"), found.end("town")),
                following[0].day,
                found.start(),
                following[0].end,
            )
    return None


def at_the_head(text: Text) -> Signed | None:
    """Return « Rennes, le 10 février 2025 » printed alone at the head of a letter."""
    for line in text.lines[:14]:
        found = TOWN_DATE.match(text.folded, max(0, line.start - 1), line.end)
        following = dates(text.folded, found.end(), line.end) if found else []
        if found and following and line.end - following[0].end < 4:
            town = text.words(found.start("town"), found.end("town"))
            return Signed(town, following[0].day, line.start, line.end)
    return None


def by_labels(text: Text, start: int) -> Signed | None:
    """Return the latest date printed beside the signatures, and the town after « à »."""
    found = [dated for dated in dates(text.folded, start) if dated.day is not None]
    if not found:
        return None
    last = max(found, key=lambda dated: dated.day or date.min)
    return Signed(labelled_town(text, start), last.day, last.start, last.end)


TOWN_LABEL = re.compile(
    r"[\W\d]*(?:(?:done|signed|made) (?:at|in)\s*/\s*|fait a\s*/\s*)?(?:(?:fait|signee?|etablie?|done|"
    r"signed|made)\s+(?:a|at|in)\b|(?:lieu|ville|place) (?:de|of) signature(?=\s*(?:[:…]|$))|"
    r"(?:lieu|ville|place)(?=\s*[:…]))\s*(?:…\s*)?:?\s*"
)


def labelled_town(text: Text, start: int) -> str:
    """Return the town printed after « Fait à », on its line, in the cell beside, or on the line below."""
    for index, line in enumerate(text.lines):
        label = TOWN_LABEL.match(text.folded, line.start, line.end)
        if line.end <= start or label is None:
            continue
        town = re.compile(r"[a-z][a-z' -]{1,40}").match(text.folded, label.end(), line.end)
        if town is not None:
            return text.words(*town.span())
        cell = beside(text, index)
        headed = cell is not None and DATE_LABEL.search(line_of(text, cell))
        other = index + 1 if cell is None or headed else cell
        if label.end() >= line.end and other < len(text.lines):
            words = text.words(text.lines[other].start, text.lines[other].end).strip(" .,")
            if re.fullmatch(r"[A-ZÀ-ÖØ-Þ][^\d:;,…]{1,40}", words):
                return words
    return ""


def line_of(text: Text, index: int) -> str:
    """Return the folded words of a line, « date de signature » as « date »."""
    line = text.lines[index]
    return text.folded[line.start : line.end].strip().removesuffix(" de signature")


OFFICE = re.compile(
    r"\s*(?:pour |for |visa |signature |nom |cachet |d[eu] |et |l[ea] |l'|the )*(?:direct(?:eur|rice|ion)|"
    r"president|gerant|associe|cheff?e?\b|responsable|represent|secretaire general|delegue|commandant|"
    r"notaire|avocat|pharmacien|veterinaire|medecin|architecte|pdg\b|d\.?g\.?\b|d\.?r\.?h\.?\b|ceo\b|"
    r"manager|head of|intendant|administrat|conservat|curateur|prefet|rector|recteur|dean|principal|"
    r"adjoint|maitre d'ouvrage|co-?gerant|managing|chief|owner|human resources|ressources humaines)"
)
FAMILY = re.compile(
    r"\b(?:representants? lega(?:l|ux)|responsables? lega(?:l|ux)|parents?|pere|mere|tut(?:eur|rice) legal|"
    r"legal (?:representative|guardian)|guardian)\b"
)


def unclaimed_signers(text: Text, start: int, claims: int) -> int:
    """Return how many people sign under a title that names no party (« La directrice du magasin »).

    Args:
        text: the agreement.
        start: offset where the signatures start.
        claims: how many parties were made out among them.
    """
    lines = [
        line
        for line in until_annex(text, [line for line in text.lines if line.end > start])
        if not FOOTER.search(text.folded[line.start : line.end])
    ]
    words = [(line, text.folded[max(line.start, start) : line.end]) for line in lines]
    family = sum(bool(FAMILY.search(folded)) and not list(roles_in(folded)) for _, folded in words)
    names = sum(is_name(text.raw[line.start : line.end]) for line in lines)
    offices = 0
    for place, (_, folded) in enumerate(words):
        above = words[place - 1][1] if place else ""
        if OFFICE.match(folded) and len(folded) < 60 and not (named(folded) or named(above)):
            offices += 1
    return max(names - claims - family, offices)


def named(folded: str) -> bool:
    """Tell whether a line of the signatures names a party."""
    return bool(FAMILY.search(folded)) or any(True for _ in roles_in(folded))


def is_name(line: str) -> bool:
    """Tell whether a line is a person's name, alone or followed by an office."""
    name = person(line)
    if name is None or len(name.split()) < 2:
        return False
    rest = line[line.find(name) + len(name) :].strip()
    return not rest or rest[0] in ",;(–-/" or len(rest.split()) < 2


def generic_parties(text: Text, start: int, known: set[int]) -> int:
    """Return how many « Pour … » of the signatures name a party by its own name only.

    Args:
        text: the agreement.
        start: offset where the signatures start.
        known: lines already understood.
    """
    named = {text.line_index(block.start) for block in read_blocks(text, start)} | known
    places = re.finditer(
        r"\b(?:pour|for|on behalf of)\s+(?:l'|la |le |les |the )?(?=[a-z])", text.folded[start:]
    )
    return sum(text.line_index(start + place.start()) not in named for place in places)
