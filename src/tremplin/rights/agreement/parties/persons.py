"""Tutor and supervising teacher: who is named for a role."""

import re
from collections.abc import Iterator

from tremplin.rights.agreement.fields import Field, holds_label, is_blank, section_of
from tremplin.rights.agreement.labels import HOST, REFERENT, REFERENT_ALONE, SCHOOL, TUTOR
from tremplin.rights.agreement.parties.organizations import ROLE_WORDS
from tremplin.rights.agreement.parties.printed import Printed, tidy
from tremplin.rights.agreement.people import FULL_NAME, TITLE, person
from tremplin.rights.agreement.signatures import Block
from tremplin.rights.agreement.text import Text, fold, sentences_with

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
AS_ROLE = re.compile(
    r"\s*(?:,[^,;.\n]{0,80}){0,2},?\s*(?:\(|,|-)?\s*(?:est |sera |is |will be |shall (?:be|act as) |acts? "
    r"as )?"
    r"(?:designee?s? |nommee?s? |appointed )?(?:comme |en qualite de |en tant que |as |qui sera |qui est |"
    r"agissant (?:en qualite de|comme) )?"
    r"(?:son |sa |the |le |la |l'|her |his |du |un |une )?$"
)


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
