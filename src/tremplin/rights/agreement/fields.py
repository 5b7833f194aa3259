"""Fields of a form: « label : value » in every layout, with the party a section speaks of.

A field is found by its colon (or by the dots that stand for one), or by a line that is
nothing but a label, as in the first cell of a table row. Its value is what follows on the
line, else the next line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tremplin.rights.agreement.labels import FIELDS, REFERENT, ROLES, SECTIONS, TUTOR, at_end, own_words
from tremplin.rights.agreement.people import person
from tremplin.rights.agreement.text import LineSpan, Text, fold

SEPARATOR = re.compile(
    r"(?<!\d):(?!//)|:(?!\d|//)|(?<=[a-z0-9)\]?'])\s?…(?:\s*:(?!\d|//))?|(?<=[a-z)])\s?\?(?!\s*[:…]|\w)"
)
FIRST_KINDS = ("interns", "skills", "activities", "supervision", "weekly", "training_hours")
KINDS = {**{kind: FIELDS[kind] for kind in FIRST_KINDS}, **ROLES, **FIELDS}
COMPILED = {kind: at_end(pattern) for kind, pattern in KINDS.items()}
LOOSE = re.compile(r"\[\^:\\n…?\]\{0,\d+\}\??")
STRICT = {
    kind: re.compile(LOOSE.sub("", pattern) + r"\s*(?:\([^)\n]{0,60}\)\s*)?\*?")
    for kind, pattern in KINDS.items()
}
WHOLE = {
    kind: re.compile(rf"(?:{pattern})\s*(?:\([^)\n]{{0,120}}\)\s*)?\*?")
    for kind, pattern in KINDS.items()
    if kind != "benefit"
}
LEADING = {
    kind: re.compile(rf"(?:{pattern})\s*(?:\([^)\n]{{0,60}}\)\s*)?\*?\s+")
    for kind, pattern in {
        "referent": REFERENT,
        "tutor": TUTOR,
        **{
            kind: FIELDS[kind]
            for kind in (
                "full_name",
                "first_name",
                "last_name",
                "birth",
                "address",
                "place",
                "training_hours",
                "phone",
                "identifier",
                "representative",
            )
        },
        "name": "nom|raison sociale|denomination(?: sociale)?|name",
        "training": r"(?:intitule (?:de la |du )?)?(?:formation(?: suivie)?|diplome(?: prepare)?|cursus)",
        "duration": r"(?:nombre d'|nb d'|total |total des )?heures (?:effectives|de presence|de stage|au "
        r"total)|duree (?:totale|en heures)",
        "weekly": r"heures ?/ ?(?:semaine|sem\b)|heures par semaine|(?:duree|presence|temps) "
        r"hebdomadaire(?: de presence)?",
        "headcount": r"effectifs?(?: de l'entreprise| total)?",
    }.items()
}
POINTED = re.compile(r"(?P<label>[a-z][^.:;\n…-]{2,60}?)\s*(?:\.|\s-)\s+(?=\S)")
NUMBERING = (
    r"\s*(?:(?:article|art\.?|section|partie|titre|part|annexe|cadre|fiche|rubrique|volet|bloc|"
    r"encadre|chapitre|tableau)\s*)?(?:n[°o]\s?)?(?:(?:[ivx]{1,4}|\d{1,2}(?:er)?(?:\.\d+)*|"
    r"[a-h])\b)?\s?[.):/-]*\s*"
)
HEADINGS = [
    (role, re.compile(rf"{NUMBERING}(?:{pattern})\s*(?:\([^)]*\))?\s*[:.]?\s*")) for role, pattern in SECTIONS
]
ARTICLE_HEADING = re.compile(r"\s*(?:article|art\.)\s*(?:premier|\d{1,2}|[ivx]{1,4})\b|\s*annexe\b")
DECORATION = " []{}<>=#*_|~§•■▪►▶→-"
"""What frames or opens a heading in typed text: « [STAGIAIRE] », « === L’entreprise === »."""
UNFINISHED = re.compile(r"(?:\b(?:de|du|des|ou|et|la|le|les|en|au|of|or|and|the)|\bd'|\bl')$")
"""How a heading ends that goes on below."""
GOES_ON = re.compile(r"(?:de|du|des|d'|of|prevue?s?|totale?s?|presence|en cours)\b")
"""How a label in capitals goes on, where a value would begin: « EFFECTIF DE LA STRUCTURE »."""
BLANK = re.compile(
    r"[\s…._*/:;,()\[\]<>€%-]*(?:(?:n/?a|neant|nc|n\.c\.?|xx+|x{3,}|a "
    r"(?:completer|preciser|renseigner|definir|determiner|convenir|fixer)(?: (?:ulterieurement|plus tard|"
    r"avant|avec|par|le|la|"
    r"au|debut|du|stage|en|cours|lors|tuteur|arrivee|a|l'|les|parties))*|"
    r"to be (?:completed|filled in|confirmed|defined|determined)|tbc|tbd|non renseigne|non communique|"
    r"inconnu|en attente|"
    r"en cours de designation|a designer|a nommer)[\s….*/:;,)\]>-]*)?"
)
TEMPLATE_WORDS = re.compile(
    r"\b(?:n[°o]?|euros?|eur|heures?|h|jours?|mois|semaines?|soit|par|de|d|le|la|les|l|du|au|et|a|en|sur|"
    r"ou|police|contrat|aupres|compagnie|brut|bruts|net|"
    r"hours?|days?|weeks?|months?|from|to|on|the|of|per|oui|non|m|mme|monsieur|madame|mr|ms|7|20|nom|"
    r"prenom|fonction|tel|mail|date)\b"
)
PLACEHOLDER = re.compile(
    r"[\[<{(]\s*(?:nom|prenom|name|a completer|to be|insert|insere|date|montant|…)[^\])}>]{0,60}[\])}>]"
)
LONG_KINDS = frozenset(
    {
        "activities",
        "skills",
        "supervision",
        "benefits",
        "leave",
        "training",
        "subject",
        "schedule",
        "place",
        "address",
    }
)


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled value.

    Attributes:
        kind: a key of the label tables, or "" for a label of no known kind.
        label_start, start, end: offsets of the label, and of the value.
        section: the party whose section this is ("school", "host", "student", "tutor",
            "referent"), or "".
        inline: the value stands on the label's own line.
    """

    kind: str
    label_start: int
    start: int
    end: int
    section: str
    inline: bool


def is_blank(folded: str) -> bool:
    """Tell whether a value was left to fill in."""
    stripped = folded.strip()
    if "…" in stripped:
        return not TEMPLATE_WORDS.sub(" ", stripped).strip(" …._*/:;,()[]<>€%-'°☐")
    return bool(BLANK.fullmatch(stripped)) or bool(PLACEHOLDER.fullmatch(stripped))


def kinds_before(folded: str, start: int, end: int) -> tuple[str, int] | None:
    """Return the kind of the label that ends there and where it begins; the longest wins."""
    start = max(start, end - 200)
    found = longest_label(folded[start:end].replace("\n", " ").rstrip())
    return None if found is None else (found[0], start + found[1])


@lru_cache(maxsize=2048)
def longest_label(candidate: str) -> tuple[str, int] | None:
    """Return the kind of the longest label that ends a text, and where it begins."""
    best: tuple[str, int] | None = None
    for kind, pattern in COMPILED.items():
        found = pattern.search(candidate)
        if found and (best is None or found.start() < best[1]):
            best = kind, found.start()
    return best


@lru_cache(maxsize=2048)
def section_of(line: str) -> str:
    """Return the party a heading opens, or ""."""
    if len(line) > 110 or not line.strip():
        return ""
    line = line.strip(DECORATION)
    for part in (line, *re.split(r"\s/\s", line)):
        role = next((role for role, pattern in HEADINGS if pattern.fullmatch(part)), "")
        if role:
            return role
    return ""


def closes_section(line: str, *, alone: bool) -> bool:
    """Tell whether a line is a heading that speaks of no party; `alone` when no cell stands beside it."""
    folded = fold(line)
    if ARTICLE_HEADING.match(folded):
        return True
    short = len(line) <= 80 and ":" not in line
    numbered = re.match(
        r"\s*(?:(?:cadre|fiche|rubrique|volet|bloc|partie|titre|section) ?(?:n[°o] ?)?)?(?:[ivx]{1,4}|"
        r"\d{1,2}|[a-h])\s?[.)-]\s",
        folded,
    )
    capitals = alone and line.isupper() and 4 < len(line) < 50 and not person(line)
    return bool(short and (numbered or capitals) and not re.search(r"\d{4}", line))


@lru_cache(maxsize=2048)
def whole_label(line: str) -> str:
    """Return the kind of a line that is nothing but a label, or ""."""
    stripped = line.strip().rstrip(" *")
    if len(stripped) > 75 or stripped[-1:] in ".,;":
        return ""
    for part in (stripped, *re.split(r"\s/\s", stripped)):
        kind = next((kind for kind, pattern in WHOLE.items() if pattern.fullmatch(part.strip())), "")
        if kind and not (kind in ("school", "host") and own_words(part)):
            return kind
    return ""


def label_of(text: Text, field: Field) -> str:
    """Return the folded words of a label, what stands between it and a value further down left out."""
    index = text.line_index(field.label_start)
    return text.folded[field.label_start : min(field.start, run_on(text, index))]


def read_fields(text: Text) -> tuple[Field, ...]:
    """Return every field, in reading order."""
    return tuple(walk(text))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and the party it opens, "" when it speaks of none."""

    section: str
    index: int
    page: int
    top: float
    left: float


def section_at(line: LineSpan, passed: list[Heading]) -> str:
    """Return the section a line is in: the last heading read, by column when several stand side by side."""
    if not passed:
        return ""
    last = passed[-1]
    row = [last]
    for one in reversed(passed[-4:-1]):
        level = one.page == last.page and last.top > 0 and abs(one.top - last.top) < 0.004
        if level and row[-1].index - one.index <= 6:
            row.append(one)
    fitting = [one for one in row if one.left <= line.left + 0.015]
    if len(row) < 2 or line.page != last.page or not fitting:
        return last.section
    return max(fitting, key=lambda one: one.left).section


def walk(text: Text) -> Iterator[Field]:
    """Yield fields line by line, following sections; a label may start on the line above its colon."""
    headings = list(read_headings(text))
    place = 0
    passed: list[Heading] = []
    bound = 0
    for index, line in enumerate(text.lines):
        while place < len(headings) and headings[place].index <= index:
            passed.append(headings[place])
            place += 1
        section = section_at(line, passed)
        folded = text.folded[line.start : line.end]
        bound = line.start if line.opens or line.start - bound > 260 else bound
        found = list(in_line(text, line.start, line.end, bound)) or list(after_point(text, line))
        bound = found[-1][2] if found else bound
        for position, (kind, label_start, value_start) in enumerate(found):
            stop = found[position + 1][1] if position + 1 < len(found) else line.end
            yield closed(
                text, kind, label_start, value_start, stop, index, section, last=position + 1 == len(found)
            )
        if found or not (line.opens or is_label_alone(text, index)):
            continue
        lead = leading_label(text.raw[line.start : line.end])
        if lead is not None:
            yield Field(
                lead[0], line.start, line.start + lead[1], end_of_row(text, index), section, inline=True
            )
        elif kind := whole_label(text.prose[line.start : run_on(text, index)]) or whole_label(folded):
            yield closed(text, kind, line.start, line.end, line.end, index, section, last=True)


def read_headings(text: Text) -> Iterator[Heading]:
    """Yield each heading; a role with a cell beside it is a row of a table, not a heading."""
    for index, line in enumerate(text.lines):
        if not line.opens:
            continue
        cell = beside(text, index)
        alone = cell is None or bool(section_of(text.folded[text.lines[cell].start : text.lines[cell].end]))
        opened = section_of(text.folded[line.start : line.end])
        if opened in ("tutor", "referent") and not alone:
            continue
        if not opened and index and UNFINISHED.search(text.folded[: line.start].rstrip()[-20:]):
            continue
        if opened or closes_section(text.raw[line.start : line.end], alone=alone):
            yield Heading(opened, index, line.page, line.top, line.left)


def after_point(text: Text, line: LineSpan) -> Iterator[tuple[str, int, int]]:
    """Yield « Label. Value » or « Label — value » at the start of a line."""
    found = POINTED.match(text.folded, line.start, line.end) if line.opens else None
    if found is None:
        return
    kind = whole_label(found["label"])
    if kind and (kind not in ROLES or STRICT[kind].fullmatch(found["label"])):
        yield kind, line.start, found.end()


def in_line(text: Text, start: int, end: int, bound: int) -> Iterator[tuple[str, int, int]]:
    """Yield (kind, label start, value start) for each separator of a line."""
    first = bound
    for found in SEPARATOR.finditer(text.folded, start, end):
        if found.group() != ":" and text.folded[bound : found.start()].lstrip().startswith("…"):
            continue
        known = kinds_before(text.folded, bound, found.start())
        if known and known[0] in ROLES and not stands_alone(text.folded, first, known[1]):
            known = None
        if known:
            yield known[0], known[1], found.end()
            bound = found.end()
        elif bound <= start and found.group() == ":" and found.start() - start <= 90:
            yield "", start, found.end()
            bound = found.end()


def end_of_row(text: Text, index: int) -> int:
    """Return the end of a value begun on a label's own line, the next cell included when it follows."""
    cell = beside(text, index)
    single = len(text.raw[text.lines[index].start : text.lines[index].end].split()) <= 3
    follows = (
        cell == index + 1
        and single
        and not re.search(r"\d", text.raw[text.lines[index].start : text.lines[index].end])
    )
    return text.lines[index + 1].end if follows else run_on(text, index)


def leading_label(line: str) -> tuple[str, int] | None:
    """Return the kind and the length of a label followed at once by its value, without any colon."""
    if len(line) > 130 or not re.search(r"\s[A-ZÀ-ÖØ-Þ\d]", line):
        return None
    folded = fold(line)
    numbering = re.match(r"\W*\d{1,2}\s?[.)-]\s+", folded)
    for kind, pattern in LEADING.items():
        found = pattern.match(folded, numbering.end() if numbering else 0)
        if (
            found
            and not GOES_ON.match(folded, found.end())
            and found.group().count("(") == found.group().count(")")
            and (
                line[found.end() : found.end() + 1].isupper()
                or folded[found.end() : found.end() + 1].isdigit()
            )
        ):
            return kind, found.end()
    return None


def stands_alone(folded: str, start: int, label: int) -> bool:
    """Tell whether a label begins its line or follows a mark, and is not inside a sentence."""
    before = folded[start:label].rstrip()
    return not before or before[-1] in '|;.☐☒•/-:…)*>",' or bool(re.fullmatch(NUMBERING, before))


def closed(
    text: Text, kind: str, label_start: int, start: int, stop: int, index: int, section: str, *, last: bool
) -> Field:
    """Return the field whose value may run on the lines below."""
    inline = not is_blank(text.folded[start:stop]) or "…" in text.folded[start:stop]
    if last and not inline:
        start, stop = below(text, index)
    elif last and kind in LONG_KINDS:
        stop = run_on(text, index)
    return Field(kind, label_start, start, max(start, stop), section, inline)


def beside(text: Text, index: int) -> int | None:
    """Return the index of the cell printed to the right of a line, at the same height."""
    label = text.lines[index]
    if label.top <= 0:
        return None
    level = round(label.top * 100)
    found = [
        other
        for key in (level - 1, level, level + 1)
        for other in text.levels.get((label.page, key), ())
        if is_right_of(label, text.lines[other])
    ]
    return min(found, key=lambda other: text.lines[other].left, default=None)


def is_right_of(label: LineSpan, line: LineSpan) -> bool:
    """Tell whether a line is in another block, at the height of a label and to its right."""
    return line.block != label.block and line.left > label.left and abs(line.top - label.top) < 0.002


@lru_cache(maxsize=1024)
def bare_label(folded: str) -> bool:
    """Tell whether some words are a label and nothing more."""
    return len(folded) < 120 and any(pattern.fullmatch(folded) for pattern in STRICT.values())


def holds_label(text: Text, index: int) -> bool:
    """Tell whether a line is a label or a heading itself, and so no value."""
    line = text.lines[index]
    folded = text.folded[line.start : line.end]
    if folded.rstrip().endswith("?"):
        return True
    if beside(text, index) is not None and whole_label(folded):
        return True
    return (
        bare_label(folded.strip(" *"))
        or bool(ARTICLE_HEADING.match(folded))
        or starts_with_label(text, line.start, line.end)
    )


def below(text: Text, index: int) -> tuple[int, int]:
    """Return the extent of the value beside or under a label, empty when another label is there."""
    end = text.lines[index].end
    cell = beside(text, index)
    if cell is not None and not holds_label(text, cell) and not heads_column(text, index, cell):
        return text.lines[cell].start, run_on(text, cell)
    if index + 1 >= len(text.lines):
        return end, end
    if holds_label(text, index + 1):
        return end, end
    line, label = text.lines[index + 1], text.lines[index]
    if line.page == label.page and 0 < line.top < label.top - 0.004:
        return end, end
    return line.start, run_on(text, index + 1)


def heads_column(text: Text, index: int, cell: int) -> bool:
    """Tell whether a cell in capitals beside a label in capitals is a label too, the values below both."""
    label, other, under = (
        text.raw[text.lines[place].start : text.lines[place].end]
        for place in (index, cell, min(index + 1, len(text.lines) - 1))
    )
    capitals = label.isupper() and other.isupper() and not re.search(r"\d", other)
    return capitals and index + 1 != cell and not under.isupper() and len(other) < 60


def starts_with_label(text: Text, start: int, end: int) -> bool:
    """Tell whether a line begins with a known label and its colon."""
    first = next(in_line(text, start, end, start), None)
    if first is None or not first[0]:
        return False
    return first[1] - start < 4 or bool(re.fullmatch(NUMBERING, text.folded[start : first[1]]))


def is_label_alone(text: Text, index: int) -> bool:
    """Tell whether a line begins with a capital and is nothing but a label."""
    start, end = text.lines[index].start, text.lines[index].end
    return text.raw[start : start + 1].isupper() and bool(whole_label(text.folded[start:end]))


def run_on(text: Text, index: int) -> int:
    """Return the end of the paragraph that this line begins."""
    while index + 1 < len(text.lines) and not text.lines[index + 1].opens:
        index += 1
        if is_label_alone(text, index) or starts_with_label(
            text, text.lines[index].start, text.lines[index].end
        ):
            return text.lines[index - 1].end
    return text.lines[index].end
