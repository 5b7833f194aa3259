"""What makes a text good for any company: ready-made phrases, and nothing of the one it is sent to."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from tremplin.evidence.guard import unsupported_numbers

DATA: Final = Path(__file__).with_name("generic.toml")
LETTER: Final = r"[^\W\d_]"
SPACE: Final = r"\s+"
SKIPPED: Final = rf"(?:{SPACE}[\w'-]+){{0,3}}"
QUOTED_WORDS: Final = 4
SENTENCE_END: Final = re.compile(r"[.!?]")
OTHERS: Final = re.compile(r"\b(?:nos|vos|votre|leurs?|clients?|acheteurs?|usagers?|visiteurs?|le public)\b")
FIRST_PERSON: Final = re.compile(r"\b(?:je|me|moi|mon|ma|mes)\b|\b[jm]'")
APOSTROPHES: Final = "’‘ʼ`´"
DASHES: Final = "‐‑‒–—"


@dataclass(frozen=True, slots=True)
class Found:
    """Words of a text to underline: where they stand, why, and what to write instead."""

    start: int
    end: int
    words: str
    reason: str
    instead: str


@dataclass(frozen=True, slots=True)
class _Group:
    pattern: re.Pattern[str]
    reason: str
    instead: str
    about_me: bool = False


def generic_phrases(text: str, *, names: Iterable[str] = (), quotes: Iterable[str] = ()) -> tuple[Found, ...]:
    """Return the ready-made phrases of a text, whatever their accents, capitals and spaces.

    Args:
        text: what the student wrote, in French.
        names: names of the company, its products and its people; a phrase inside one is no fault.
        quotes: what was read or seen there; a phrase inside one is theirs.

    Returns:
        What to underline, in order, without overlap; positions are those of the text given.
    """
    folded = plain_letters(text)
    facts = (match.span() for match in _facts().finditer(folded))
    kept = (*_spans_of(folded, names), *_spans_of(folded, quotes), *facts)
    found: list[Found] = []
    for start, end, group in sorted(_matches(folded), key=lambda one: (one[0], -one[1])):
        is_fact = any(first <= start and end <= last for first, last in kept)
        is_fact = is_fact or (group.about_me and _is_of_others(folded, start))
        if not is_fact and (not found or start >= found[-1].end):
            found.append(Found(start, end, text[start:end], group.reason, group.instead))
    return tuple(found)


def fits_any_company(text: str, *, names: Iterable[str], quotes: Iterable[str]) -> bool:
    """Say whether a text would do as it stands for another company (*qui marcherait tel quel ailleurs*).

    Args:
        text: a message or a proposal.
        names: names of the company, its products and its people.
        quotes: what was read or seen there: the quotes of its signals.

    Returns:
        True when the text says no name, no figure of a signal and no four words in a row of one.
    """
    folded = plain_letters(text)
    if any(_spans_of(folded, names)):
        return False
    said = tuple(quotes)
    claimed = unsupported_numbers(text, ())
    if claimed and said and len(unsupported_numbers(text, said)) < len(claimed):
        return False
    runs = {run for quote in said for run in _runs(quote)}
    return runs.isdisjoint(_runs(text))


def plain_letters(text: str) -> str:
    """Return a text of the same length, in small letters without accents, quotes and spaces made plain."""
    return "".join(map(_plain, text))


@cache
def _plain(letter: str) -> str:
    if letter in APOSTROPHES:
        return "'"
    if letter in DASHES:
        return "-"
    if letter.isspace():
        return " "
    return unicodedata.normalize("NFD", letter.lower())[:1] or letter


def _is_of_others(folded: str, start: int) -> bool:
    """« Nos passionnés de vélo » tells of customers, not of the student."""
    sentence = SENTENCE_END.split(folded[:start])[-1] + SENTENCE_END.split(folded[start:])[0]
    return bool(OTHERS.search(sentence)) and not FIRST_PERSON.search(sentence)


def _matches(folded: str) -> Iterator[tuple[int, int, _Group]]:
    for group in _groups():
        for match in group.pattern.finditer(folded):
            yield match.start(), match.end(), group


def _spans_of(folded: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    for name in names:
        wanted = plain_letters(name).strip()
        if len(wanted) > 1:
            pattern = rf"(?<!\w){SPACE.join(map(re.escape, wanted.split()))}(?!\w)"
            yield from (match.span() for match in re.finditer(pattern, folded))


def _runs(text: str) -> set[tuple[str, ...]]:
    """Return the runs of four words of a text that hold more than small words."""
    words = re.findall(r"[\w]+", plain_letters(text))
    runs = (tuple(words[at : at + QUOTED_WORDS]) for at in range(len(words) - QUOTED_WORDS + 1))
    return {run for run in runs if len(_small_words().intersection(run)) < QUOTED_WORDS - 1}


@cache
def _small_words() -> frozenset[str]:
    return frozenset(_data()["small_words"].split())


@cache
def _groups() -> tuple[_Group, ...]:
    return tuple(
        _Group(_pattern(one["phrases"]), one["reason"], one["instead"], one.get("about_me", False))
        for one in _data()["group"]
    )


@cache
def _facts() -> re.Pattern[str]:
    return _pattern(_data()["facts"])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(map(plain_letters, phrases), key=len, reverse=True)
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(map(_expression, ordered))})(?!\w)")


def _expression(phrase: str) -> str:
    """Turn « leader … marche » and « motive* » into an expression."""
    words = [SKIPPED if word == "…" else _word(word) for word in phrase.split()]
    joined = ""
    for word in words:
        glue = "" if not joined or word == SKIPPED else SPACE
        joined += glue + word
    return joined


def _word(word: str) -> str:
    return re.escape(word).replace(r"\*", f"{LETTER}*")
