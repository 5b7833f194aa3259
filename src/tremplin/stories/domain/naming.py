"""The names a story must not say: an employer's, however it is spelled, and those of its people."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from tremplin.stories.domain.letters import Letters, letters, words

DATA: Final = Path(__file__).with_name("naming.toml")
BETWEEN: Final = r"[^a-z0-9]*"
SMALL: Final = r"\b(?:de|du|des|d|la|le|les|l|et|en|a|au|aux)\b"
PLURAL: Final = r"s?"
BROKEN: Final = re.compile(r"[a-z0-9]{2}[^a-z0-9]*\s|\s[^a-z0-9]*[a-z0-9]{2}")
"""Letters kept together on one side of a space: « le grand » is not « Legrand », « l e g r a n d » is."""
SHORTEST: Final = 3
SHORTEST_TELLING: Final = 4
SHORTEST_ACRONYM: Final = 2
SENTENCE_START: Final = re.compile(r"(?:^|[.!?…:\n«]\s*)$")


@dataclass(frozen=True, slots=True)
class Named:
    """A place of a text that names someone or somewhere."""

    start: int
    end: int


def employer_named(text: str, names: Iterable[str]) -> tuple[Named, ...]:
    """Return where a text names an employer.

    Capitals, accents, hyphens, spaces and dots do not hide it; nor does a legal form left out. Its
    acronym counts in capitals, one telling word of it too.

    Args:
        text: the story.
        names: every name the employer has; those empty or too short are left out.

    Returns:
        Places in order, none overlapping another.
    """
    folded = letters(text)
    found = [place for name in names for place in _places(folded, text, name)]
    return _apart(found)


def people_named(text: str, names: Iterable[str]) -> tuple[Named, ...]:
    """Return where a text names people.

    A surname counts in any spelling; a first name alone only with its capital.

    Args:
        text: the story.
        names: full names, first name first.

    Returns:
        Places in order, none overlapping another.
    """
    folded = letters(text)
    found = [place for name in names for place in _person_places(folded, text, words(name))]
    return _apart(found)


def _places(folded: Letters, text: str, name: str) -> Iterator[Named]:
    whole = words(name)
    core = _core(whole)
    for spelled in dict.fromkeys((whole, _without_form(whole), core)):
        if len("".join(spelled)) >= SHORTEST:
            found = _spelled(folded, spelled)
            yield from (place for place in found if _is_meant(text, place, spelled))
    yield from _exactly(text, name)
    for acronym in _acronyms(whole):
        yield from _in_capitals(text, acronym)
    for word in re.findall(r"\b[A-Z]{3,}\b", name):
        yield from _spelled(folded, (word.lower(),))
        yield from _in_capitals(text, word)
    telling = [word for word in core if _is_telling(word)]
    for word in telling:
        for place in _spelled(folded, (word,)):
            if (len(telling) == 1 and _is_meant(text, place, (word,))) or _is_a_name(text, place):
                yield place


def _person_places(folded: Letters, text: str, name: tuple[str, ...]) -> Iterator[Named]:
    if not name:
        return
    for spelled in dict.fromkeys((name, (*name[1:], name[0]), name[1:])[: len(name)]):
        if len("".join(spelled)) >= SHORTEST:
            found = _spelled(folded, spelled)
            yield from (place for place in found if _is_meant(text, place, spelled))
    for rank, word in enumerate(name):
        if len(word) < SHORTEST or word in _data("small"):
            continue
        for place in _spelled(folded, (word,)):
            is_surname = rank > 0 and word not in _data("common") | _data("ordinary")
            if is_surname or text[place.start].isupper():
                yield place


def _spelled(folded: Letters, name: tuple[str, ...]) -> Iterator[Named]:
    """Find a name whatever stands between its letters: « La Petite-Récolte », « L A P E T I T E »."""
    pattern = f"{BETWEEN}(?:{SMALL}{BETWEEN})*".join(map(re.escape, name)) + PLURAL
    for match in re.finditer(rf"(?<![a-z0-9]){pattern}(?![a-z0-9])", folded.text):
        yield Named(*folded.span(match.start(), match.end()))
    joined = "".join(name)
    if len(joined) > SHORTEST_TELLING:
        spread = BETWEEN.join(joined)
        for match in re.finditer(rf"(?<![a-z0-9]){spread}(?![a-z0-9])", folded.text):
            if not BROKEN.search(match[0]):
                yield Named(*folded.span(match.start(), match.end()))


def _exactly(text: str, name: str) -> Iterator[Named]:
    """Find a name too short to be looked for otherwise, as it is written: « 3M », « H&M »."""
    dropped = _data("legal_forms") | _data("small")
    told = " ".join(one for one in name.split() if not dropped.issuperset(words(one)))
    if told and len("".join(words(told))) < SHORTEST:
        for match in re.finditer(rf"(?<!\w){re.escape(told)}(?!\w)", text):
            yield Named(match.start(), match.end())


def _is_meant(text: str, place: Named, name: tuple[str, ...]) -> bool:
    """Say whether a place names someone; a name made of plain words needs a capital on one of them."""
    telling = [word for word in name if word not in _data("small") | _data("legal_forms")]
    if not telling or any(word not in _data("ordinary") for word in telling):
        return True
    said = re.finditer(r"[^\W_]+", text[place.start : place.end])
    return any(one[0][0].isupper() and letters(one[0]).text in telling for one in said)


def _acronyms(name: tuple[str, ...]) -> set[str]:
    """Return the initials of a name, with its small words and without."""
    without_form = _without_form(name)
    told = tuple(word for word in without_form if word not in _data("small"))
    initials = {"".join(word[0] for word in kept) for kept in (without_form, told) if kept}
    return {one.upper() for one in initials - _data("everyday") if len(one) >= SHORTEST_ACRONYM}


def _in_capitals(text: str, acronym: str) -> Iterator[Named]:
    dotted = r"\.?[ ]?".join(acronym) + r"\.?"
    joined = acronym
    for match in re.finditer(rf"(?<![^\W_])(?:{joined}|{dotted})(?![^\W_])", text):
        ends_sentence = match[0].endswith(".") and "." not in match[0][:-1]
        yield Named(match.start(), match.end() - ends_sentence)


def _is_telling(word: str) -> bool:
    return len(word) >= SHORTEST_TELLING and word not in _data("common")


def _is_a_name(text: str, place: Named) -> bool:
    """Say whether a word is written as a name: a capital that the start of a sentence does not explain."""
    return text[place.start].isupper() and SENTENCE_START.search(text[: place.start]) is None


def _without_form(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in name if word not in _data("legal_forms")) or name


def _core(name: tuple[str, ...]) -> tuple[str, ...]:
    dropped = _data("legal_forms") | _data("small")
    return tuple(word for word in name if word not in dropped) or name


def _apart(found: Iterable[Named]) -> tuple[Named, ...]:
    """Keep the longest of places that overlap."""
    kept: list[Named] = []
    for place in sorted(set(found), key=lambda one: (one.start, -one.end)):
        if kept and place.start < kept[-1].end:
            if place.end > kept[-1].end:
                kept[-1] = Named(kept[-1].start, place.end)
        else:
            kept.append(place)
    return tuple(kept)


@cache
def _data(name: str) -> frozenset[str]:
    return frozenset(tomllib.loads(DATA.read_text(encoding="utf-8"))[name])
