"""The personal project (*projet personnel*): ideas, a verdict in words, two weeks, figures with a source."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from tremplin.documents.plan import facts_said
from tremplin.documents.proposal import shares
from tremplin.evidence.guard import unsupported_numbers
from tremplin.law.words import NBSP, in_letters

IDEAS: Final = Path(__file__).with_name("project_ideas.toml")
RULES: Final = Path(__file__).with_name("project_rules.toml")
DAYS: Final = 14
LOW: Final = 2
HIGH: Final = 4
MANY_LOW: Final = 3
END: Final = " \u00a0.,;:?!"

Level = Literal["ok", "warn", "bad", "off"]


@dataclass(frozen=True, slots=True)
class Idea:
    """A project worth two weeks: its public source, what it shows of the student, its hours."""

    key: str
    sector: str
    kind: str
    title: str
    question: str
    source: str
    url: str
    shows: str
    hours: int


@dataclass(frozen=True, slots=True)
class Criterion:
    """One of six ways to judge a project; `one` and `five` say what those marks mean."""

    name: str
    label: str
    one: str
    five: str
    low: str
    high: str
    decisive: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the marks say, in words, with the reasons; `missing` are the criteria without a mark."""

    says: str
    level: Level
    reasons: tuple[str, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A number of the page that no dated source gives, and the sentence it stands in."""

    words: str
    sentence: str


@cache
def sectors() -> Mapping[str, str]:
    """Return the sectors of the ideas, by key."""
    return {one["key"]: one["label"] for one in _read(IDEAS)["sector"]}


@cache
def ideas() -> tuple[Idea, ...]:
    """Return every idea, sector by sector."""
    return tuple(Idea(**one) for one in _read(IDEAS)["idea"])


def idea(key: str) -> Idea | None:
    """Return the idea of that key; None without one."""
    return next((one for one in ideas() if one.key == key), None)


@cache
def criteria() -> tuple[Criterion, ...]:
    """Return the six criteria, in the order to think of them."""
    return tuple(Criterion(**one) for one in _read(RULES)["criterion"])


def plan(kind: str) -> tuple[tuple[int, str], ...]:
    """Return the steps of two weeks for a kind of project.

    Args:
        kind: « analysis », « redesign », « blog » or « prototype ».

    Returns:
        Day from 1 to 14, and what is done that day; empty for an unknown kind.
    """
    found = next((one for one in _read(RULES)["plan"] if one["kind"] == kind), None)
    return tuple((day, step) for day, step in found["steps"]) if found else ()


def day_of(starts_on: date | None, day: int) -> date | None:
    """Return the date of a day of the plan; None while it has no start."""
    return starts_on + timedelta(days=day - 1) if starts_on else None


def verdict(marks: Mapping[str, int | None]) -> Verdict:
    """Judge a project from its marks, never by their sum.

    A low mark on what decides (useful, proves the skill, public data) is not bought back by the others.

    Args:
        marks: from 1 to 5 by name of criterion; None while not marked.

    Returns:
        What to do, and why; while a criterion is missing, what it already says.
    """
    known = [(one, mark) for one in criteria() if (mark := marks.get(one.name)) is not None]
    missing = tuple(one.label for one in criteria() if marks.get(one.name) is None)
    low = [one for one, mark in known if mark <= LOW]
    high = tuple(one.high for one, mark in known if mark >= HIGH)
    reasons = (*(one.low for one in low), *high)
    if any(one.decisive and mark == 1 for one, mark in known) or len(low) >= MANY_LOW:
        return Verdict("À laisser pour l’instant", "bad", reasons, missing)
    if missing:
        return Verdict(_unfinished(len(missing)), "off", reasons, missing)
    if low:
        return Verdict("À resserrer", "warn", reasons)
    if all(mark >= HIGH for one, mark in known if one.decisive):
        return Verdict("Vaut vos deux semaines", "ok", reasons)
    return Verdict("Faisable, mais pas encore marquant", "warn", (*_lukewarm(known), *high))


def unproved(
    texts: Sequence[str], sources: Sequence[str], *, planned: Sequence[str] = ()
) -> tuple[Asked, ...]:
    """Return the numbers of a page that no dated source gives (*d’où vient ce chiffre*).

    Args:
        texts: what the page states: title, question, finding, limits.
        sources: what was counted or read, and where; « 38 avis sur 140 » gives 27 % too.
        planned: how it was done and what is offered: lengths of time and handfuls are the student's own.

    Returns:
        Each number once, with its sentence.
    """
    given = (*sources, *(share for one in sources for share in shares(one)))
    found: dict[str, Asked] = {}
    refused = [(text, unsupported_numbers(text, given)) for text in texts]
    refused += [(text, facts_said(text, given)) for text in planned]
    for text, numbers in refused:
        for one in numbers:
            words = one.words.rstrip(END)
            found.setdefault(words, Asked(words, _sentence(text, one.start)))
    return tuple(found.values())


def projects_title(*, under_way: int, ideas_kept: int, done: int) -> str:
    """Say what the list of projects finds.

    Args:
        under_way: begun.
        ideas_kept: not begun.
        done: finished.

    Returns:
        « Un projet en cours, deux idées gardées ».
    """
    parts = []
    if under_way:
        parts.append(f"{in_letters(under_way, 'projet', is_masculine=True)} en cours")
    if done:
        plural = "s" if done > 1 else ""
        parts.append(f"{in_letters(done, 'projet', is_masculine=True)} terminé{plural}")
    if ideas_kept:
        plural = "s" if ideas_kept > 1 else ""
        parts.append(f"{in_letters(ideas_kept, 'idée')} gardée{plural}")
    said = ", ".join(parts)
    return said[:1].upper() + said[1:] if said else "Deux semaines de travail montrées valent mieux qu’un CV"


def ideas_title(count: int) -> str:
    """Say how many ideas are shown: « Quatre idées avec leur source »."""
    return f"{in_letters(count, 'idée').capitalize()} avec leur source"


def compare_title(count: int) -> str:
    """Say what is compared: « Deux projets, deux semaines : lequel ? »."""
    if count < 2:
        return "Il faut deux projets pour comparer"
    found = in_letters(count, "projet", is_masculine=True).capitalize()
    return f"{found}, deux semaines{NBSP}: lequel{NBSP}?"


def _unfinished(missing: int) -> str:
    return f"Verdict à compléter{NBSP}: il manque {in_letters(missing, 'critère', is_masculine=True)}"


def _lukewarm(known: Sequence[tuple[Criterion, int]]) -> tuple[str, ...]:
    """Name what keeps a project from standing out."""
    return tuple(
        f"«{NBSP}{one.label}{NBSP}» reste moyen. Un 5 voudrait dire{NBSP}: {one.five}."
        for one, mark in known
        if one.decisive and mark < HIGH
    )


def _sentence(text: str, at: int) -> str:
    """Return the sentence of a text that holds a position."""
    ends = (".", "?", "\n", ";")
    start = max((text.rfind(mark, 0, at) for mark in ends), default=-1) + 1
    stops = [stop for mark in ends if (stop := text.find(mark, at)) >= 0]
    return text[start : min(stops, default=len(text))].strip()


@cache
def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
