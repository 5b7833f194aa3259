"""What recruiters ask: what they want to know, how to build the answer, the trap, what need not be said."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

DATA: Final = Path(__file__).with_name("questions.toml")

Group = Literal["classic", "behaviour", "hostile", "hardship", "pay", "forbidden"]
GROUPS: Final[dict[Group, str]] = {
    "classic": "Les classiques",
    "behaviour": "Racontez une fois où",
    "hostile": "Les questions rudes",
    "hardship": "Sur un stage difficile",
    "pay": "L’argent et le cadre",
    "forbidden": "Ce que vous n’avez pas à dire",
}


@dataclass(frozen=True, slots=True)
class Theme:
    """What a story may show: stems of words that tell it, and where to look for such a story."""

    key: str
    name: str
    words: tuple[str, ...]
    where: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An official page that was read, and when; what no page supports is not said."""

    title: str
    publisher: str
    published: date
    address: str
    read: date


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the bank.

    Attributes:
        wants: what the recruiter wants to know.
        build: how to build the answer.
        trap: what spoils it.
        seconds: how long to speak.
        themes: what a story should show to answer it; empty when no story is called for.
        answer: what may be left unsaid, or must be said; empty without an official page.
        sources: the official pages behind `answer`.
    """

    key: str
    group: Group
    text: str
    wants: str
    build: str
    trap: str
    seconds: int
    themes: tuple[Theme, ...] = ()
    answer: str = ""
    sources: tuple[Reading, ...] = ()


@cache
def bank() -> Mapping[str, Question]:
    """Return every question by its key.

    Returns:
        Questions in the order of the file, group after group; a rule without its page is not said.
    """
    data = _data()
    themes, pages = _themes(), {key: Reading(**row) for key, row in data["sources"].items()}
    return {row["key"]: _question(row, themes, pages) for row in data["question"]}


def grouped() -> tuple[tuple[Group, str, tuple[Question, ...]], ...]:
    """Return the bank by group, each with its French title, in the order of the page."""
    return tuple(
        (group, title, tuple(one for one in bank().values() if one.group == group))
        for group, title in GROUPS.items()
    )


def _question(row: dict[str, Any], themes: Mapping[str, Theme], pages: Mapping[str, Reading]) -> Question:
    sources = tuple(pages[key] for key in row.get("sources", ()))
    told = {
        **row,
        "themes": tuple(themes[key] for key in row["themes"]),
        "answer": row.get("answer", "") if sources else "",
        "sources": sources,
    }
    return Question(**told)


@cache
def _themes() -> Mapping[str, Theme]:
    return {
        key: Theme(key, row["name"], tuple(row["words"]), row["where"])
        for key, row in _data()["themes"].items()
    }


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))
