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
from tremplin.rights.agreement.facts import Reading
from tremplin.rights.agreement.fields import Field, beside, is_blank, whole_label
from tremplin.rights.agreement.labels import REFERENT, TUTOR
from tremplin.rights.agreement.text import fold

DATA: Final = Path(__file__).with_name("topics.toml")
ABOUT_WORK = frozenset({"3", "4"})
"""Mentions which the activities themselves may speak of."""
ROLES = {"2a": REFERENT, "2b": TUTOR}
ORGANIZATIONS = ("company", "school")
CITED = re.compile(r"\b(l|d|r|art|m|mm|dr|pr|st|c)\.(?= ?[\da-z])")
"""Full stops of abbreviations, which end no sentence."""
OF_HOST = re.compile(
    r"^\W*(?:activite|secteur|domaine|code|raison|nature de l'activite|service)\b[^:\n]{0,40}:"
)
NO_MATTER = frozenset({"mail", "phone", "address", "identifier", "name", "full_name", "subject", "office"})
"""Fields whose words are names and numbers, never a clause."""
NAMED = re.compile(
    r"(?:M\.|Mme|Mlle|Mr|Mrs|Ms|Dr|Pr|Prof)\.? ?[A-ZÉÈÀÎÔÇ]|[A-ZÉÈ][a-zéèêëïîôûüç-]+ [A-ZÉÈÀÎÔÇ]{2,}"
)


@dataclass(frozen=True, slots=True)
class Topic:
    """The vocabulary of one mention.

    Attributes:
        speaks: words of the matter; None when a name is needed and words are not enough.
        aside: what uses these words without stating the mention.
        fields: kinds of labels which, left blank, show that the mention is missing.
    """

    speaks: re.Pattern[str] | None
    aside: tuple[re.Pattern[str], ...]
    fields: frozenset[str]


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
    )


def spoken(mention: str, reading: Reading, among: tuple[Unit, ...]) -> Unit | None:
    """Return the first unit that speaks of the matter of a mention, boilerplate left out.

    Args:
        mention: a key of the vocabulary.
        reading: the agreement.
        among: its units.
    """
    known = topic(mention)
    if known.speaks is None:
        return named(mention, reading, among)
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
    return len(re.findall(r"[a-z]{3,}", words)) > 1 and not heading and not whole_label(words)


def named(mention: str, reading: Reading, among: tuple[Unit, ...]) -> Unit | None:
    """Return the first unit in which a name follows the role of the person looked for."""
    role = role_of(mention)
    for unit in among:
        words = role_of("2a").sub(masked, unit.words) if mention == "2b" else unit.words
        found = role.search(words)
        if found and NAMED.search(reading.text.raw[unit.start : unit.end][found.end() :][:60]):
            return unit
    return None


def masked(found: re.Match[str]) -> str:
    """Return as many spaces as there are characters matched."""
    return " " * len(found.group())


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
        if not inside and not OF_HOST.match(unit.words):
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
