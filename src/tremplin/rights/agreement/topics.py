"""What each mention is spoken of with: a broad vocabulary, kept as data, and the boilerplate set aside.

A mention is only called missing when nothing in the agreement speaks of its matter.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from tremplin.rights.agreement.clauses import Unit, in_body
from tremplin.rights.agreement.evidence import (
    LATER,
    acts,
    beside_each_other,
    figure_of,
    filled,
    listed,
    person_near,
)
from tremplin.rights.agreement.facts import Reading
from tremplin.rights.agreement.fields import Field, beside, is_blank, whole_label
from tremplin.rights.agreement.labels import REFERENT, TUTOR
from tremplin.rights.agreement.text import fold

DATA: Final = Path(__file__).with_name("topics.toml")
ABOUT_WORK = frozenset({"3", "4"})
"""Mentions which the activities themselves may speak of."""
ROLES = {
    "2a": rf"(?:{REFERENT}|referente?s?\b(?! (?:professionnel|entreprise|structure|metier|technique))|"
    r"enseignante?s?\b(?!-)|suiveu(?:r|se)|academic \w+|school (?:tutor|advis[eo]r|supervisor)|"
    r"university (?:tutor|advis[eo]r|supervisor)|charge\S* (?:du|d'assurer le|de) (?:suivi|suivre)|"
    r"tut(?:eur|rice) (?:pedagogique|ecole|academique|universitaire|enseignant))",
    "2b": rf"(?:{TUTOR}|tut(?:eur|rice)\b(?! (?:pedagogique|ecole|academique|universitaire|enseignant))|"
    r"maitre(?:sse)? de stage|encadrante?\b|mentor\b|parrain|marraine|referente? (?:professionnel|"
    r"entreprise|"
    r"structure|metier|technique)|supervis(?:eu|o)r|accueil(?:lie?)? (?:par|a)|responsable (?:de|"
    r"du) (?:stage|l'accueil))",
}
ORGANIZATIONS = ("company", "school")
CITED = re.compile(r"\b(l|d|r|art|m|mm|dr|pr|st|c)\.(?= ?[\da-z])")
"""Full stops of abbreviations, which end no sentence."""
OF_HOST = re.compile(
    r"^\W*(?:activite|secteur|domaine|code|raison|nature de l'activite|service)\b[^:\n]{0,40}:"
)
NO_MATTER = frozenset({"mail", "phone", "address", "identifier", "name", "full_name", "subject", "office"})
"""Fields whose words are names and numbers, never a clause."""


@dataclass(frozen=True, slots=True)
class Topic:
    """The vocabulary of one mention.

    Attributes:
        speaks: words of the matter; None when a name is needed and words are not enough.
        aside: what uses these words without stating the mention.
        fields: kinds of labels which, left blank, show that the mention is missing.
        sure: words that speak of nothing else, wherever they stand.
    """

    speaks: re.Pattern[str] | None
    aside: tuple[re.Pattern[str], ...]
    fields: frozenset[str]
    sure: re.Pattern[str] | None = None


@cache
def vocabulary() -> dict[str, Any]:
    """Return the published vocabulary, by mention."""
    return tomllib.loads(DATA.read_text("utf-8"))


@cache
def topic(mention: str) -> Topic:
    """Return the vocabulary of one mention, compiled when first needed."""
    entry = vocabulary()[mention]
    speaks = entry.get("speaks")
    aside = [*vocabulary()["everywhere"], *entry.get("aside", [])]
    return Topic(
        re.compile(rf"(?<![a-z0-9])(?:{'|'.join(speaks)})") if speaks else None,
        tuple(re.compile(rf"(?<![a-z0-9])(?:{words})") for words in aside),
        frozenset(entry.get("fields", ())),
        re.compile(rf"(?<![a-z0-9])(?:{'|'.join(entry['sure'])})", re.DOTALL) if "sure" in entry else None,
    )


def spoken(mention: str, reading: Reading, among: tuple[Unit, ...]) -> Unit | None:
    """Return the first unit that speaks of the matter of a mention, boilerplate left out.

    Args:
        mention: a key of the vocabulary.
        reading: the agreement.
        among: its units.
    """
    known = topic(mention)
    return (
        filled(mention, known.fields, reading)
        or (apart(mention, reading) if mention not in ROLES else None)
        or (figure_of(mention, reading, among))
        or (said_for_sure(known, among))
        or ((acts(reading, among) or listed(reading)) if mention == "4" else None)
        or in_words(mention, known, reading, among)
    )


def apart(mention: str, reading: Reading) -> Unit | None:
    """Return a label of the matter in a column whose values were read elsewhere."""
    known = topic(mention)
    for unit in beside_each_other(reading):
        label = unit.words.replace("…", "").strip(" :")
        if (known.speaks and known.speaks.search(label)) or whole_label(label) in known.fields:
            return unit
    return None


def said_for_sure(known: Topic, among: tuple[Unit, ...]) -> Unit | None:
    """Return the first unit with words that only speak of the matter, whatever else it says."""
    if known.sure is None:
        return None
    return next((unit for unit in among if known.sure.search(unit.words, unit.heading)), None)


def in_words(mention: str, known: Topic, reading: Reading, among: tuple[Unit, ...]) -> Unit | None:
    """Return the first unit with a word of the matter, boilerplate left out."""
    if known.speaks is None:
        return person_near(role_of(mention), role_of("2b" if mention == "2a" else "2a"), reading)
    for unit in candidates(mention, reading, among):
        words = of_unit(mention, unit)
        if known.speaks.search(words) and known.speaks.search(left(known, words)):
            return unit
    return labelled(known, reading) if mention in ABOUT_WORK else None


def labelled(known: Topic, reading: Reading) -> Unit | None:
    """Return the words beside or under a label of the matter, when they are words at all."""
    text = reading.text
    for index, line in enumerate(text.lines[:-1]):
        kind = whole_label(text.folded[line.start : line.end].strip().rstrip(" :"))
        if kind not in known.fields or not in_body(reading, line.start):
            continue
        for other in (beside(text, index), index + 1):
            if other is not None and holds_words(reading, other):
                return Unit(text.folded[line.start : line.end], line.start, text.lines[other].end)
    return None


def holds_words(reading: Reading, index: int) -> bool:
    """Tell whether a line holds words, and is neither a label nor a heading."""
    line = reading.text.lines[index]
    words = reading.text.folded[line.start : line.end]
    printed = reading.text.raw[line.start : line.end].strip()
    heading = printed.isupper() or printed.endswith(("?", ":")) or re.match(r"\s*(?:article|\d)", words)
    if heading or LATER.search(words) or whole_label(words):
        return False
    return len(re.findall(r"[a-z]{3,}", words)) > 1


@cache
def role_of(mention: str) -> re.Pattern[str]:
    """Return the words of the person a mention names."""
    return re.compile(rf"\b{ROLES[mention]}")


def left_blank(mention: str, reading: Reading) -> bool:
    """Tell whether the labels of a mention are there, each followed by dots or by nothing but boxes."""
    kinds = topic(mention).fields
    fields = [one for one in reading.fields if one.kind in kinds and in_body(reading, one.start)]
    return bool(fields) and all(dotted(reading, one) for one in fields)


def dotted(reading: Reading, field: Field) -> bool:
    """Tell whether a field holds only the dots to write on, or boxes nobody ticked."""
    value = reading.text.folded[field.start : field.end]
    return is_blank(value) and "…" in value


def of_unit(mention: str, unit: Unit) -> str:
    """Return the words of a unit to search, without the heading of several matters or the bare roles."""
    if mention == "7":
        return roles().sub(" ", unit.words[unit.heading :])
    return unit.words if lone_heading(unit) else unit.words[unit.heading :]


@cache
def roles() -> re.Pattern[str]:
    """Return the words for those who follow the intern."""
    return re.compile(rf"\b(?:{REFERENT}|{TUTOR})(?![a-z])")


def lone_heading(unit: Unit) -> bool:
    """Tell whether the heading of a unit names one matter only, and so speaks for what follows."""
    return not re.search(r" et | and |[,/&–]| - |:", unit.words[: max(0, unit.heading - 3)])


def left(known: Topic, words: str) -> str:
    """Return the words that are not boilerplate."""
    words = CITED.sub(r"\1 ", words)
    for aside in known.aside:
        words = aside.sub(" ", words)
    return words


def candidates(mention: str, reading: Reading, among: tuple[Unit, ...]) -> Iterator[Unit]:
    """Yield the units in which a mention may be looked for."""
    silent = [
        (one.label_start, one.end)
        for one in reading.fields
        if one.kind in NO_MATTER and one.end - one.start < 160
    ]
    if mention not in ABOUT_WORK:
        silent += [(one.start, one.end) for one in (*reading.missions, *reading.skills)]
    for unit in among:
        inside = any(
            2 * (min(unit.end, end) - max(unit.start, start)) > unit.end - unit.start for start, end in silent
        )
        blank = unit.heading and is_blank(unit.words[unit.heading :])
        if not inside and not blank and not OF_HOST.match(unit.words):
            yield without_names(reading, unit)


def without_names(reading: Reading, unit: Unit) -> Unit:
    """Return a unit in which the organisations are not named."""
    words = unit.words
    for name in ORGANIZATIONS:
        fact = reading.facts.get(name)
        if fact is not None and fold(str(fact.value)) in words:
            words = words.replace(fold(str(fact.value)), " ")
    return replace(unit, words=words)


def in_missions(reading: Reading, unit: Unit) -> bool:
    """Tell whether a unit is among the activities of the intern."""
    return any(passage.start < unit.end and unit.start < passage.end for passage in reading.missions)
