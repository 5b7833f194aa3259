"""Questions that make a vague sentence worth reading, and sentences that tell of a recurrent trouble."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from tremplin.evidence.proposals import proposals

DATA: Final = Path(__file__).with_name("probes.toml")
SENTENCE: Final = re.compile(r"[^.!?;\n]+")
MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Probe:
    """A part of the text, and what one would ask about it."""

    start: int
    end: int
    words: str
    kind: Literal["vague", "who", "pain"]
    questions: tuple[str, ...]


def probes(text: str) -> tuple[Probe, ...]:
    """Return what to ask about a text, at most three questions' worth.

    A vague verb is left alone when its sentence already holds a figure.

    Args:
        text: what the student wrote, in French.

    Returns:
        Vague words first, in order, then « on » or « nous » when the text never says « je ».
    """
    vague = [probe for start, sentence in _sentences(text) for probe in _vague(sentence, start)]
    return (*vague[:MOST], *_without_i(text))


def pain_points(text: str) -> tuple[Probe, ...]:
    """Return the sentences that tell of a trouble that comes back.

    Args:
        text: what the student wrote, in French.

    Returns:
        One probe per sentence; candidates for the indispensable project.
    """
    found = []
    for start, sentence in _sentences(text):
        if any(pattern.search(sentence) for pattern in _pains()):
            said = sentence.strip()
            first = start + sentence.index(said)
            found.append(Probe(first, first + len(said), said, "pain", (_data()["pain"]["question"],)))
    return tuple(found)


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    for match in SENTENCE.finditer(text):
        if match[0].strip():
            yield match.start(), match[0]


def _vague(sentence: str, start: int) -> Iterator[Probe]:
    if proposals(sentence):
        return
    asked: set[str] = set()
    for pattern, questions in _vague_words():
        match = pattern.search(sentence)
        if match is None or asked.intersection(questions):
            continue
        asked.update(questions)
        yield Probe(start + match.start(), start + match.end(), match[0], "vague", questions)


def _without_i(text: str) -> Iterator[Probe]:
    who = _data()["who"]
    plural = re.search(rf"(?<![-\w])(?:{'|'.join(who['plural'])})\b", text, re.IGNORECASE)
    singular = re.search(rf"(?<![-\w])(?:{'|'.join(who['singular'])})\b", text, re.IGNORECASE)
    if plural and not singular and not pain_points(text):
        yield Probe(plural.start(), plural.end(), plural[0], "who", (who["question"],))


@cache
def _vague_words() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple(
        (
            re.compile(rf"\b(?:{'|'.join(map(re.escape, one['words']))})\w*", re.IGNORECASE),
            tuple(one["questions"]),
        )
        for one in _data()["vague"]
    )


@cache
def _pains() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b{pattern}", re.IGNORECASE) for pattern in _data()["pain"]["patterns"])


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(DATA.read_text("utf-8"))
