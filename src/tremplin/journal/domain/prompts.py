"""What the weekly session asks: questions with a date in them, never a reproach."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tremplin.journal.domain.weeks import Week
from tremplin.law.words import one_line

DATA = Path(__file__).with_name("prompts.toml")
SESSION_MINUTES = 15
PROMPTS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Happening:
    """Something the calendar or an approach says happened; composed by whoever knows it."""

    on: date
    title: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question of the session; `about` is an entry to complete, which `lacks` something; None for new."""

    question: str
    on: date
    about: int | None = None
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An entry that lacks something: what it says, and which of the four columns is empty."""

    entry: int
    on: date
    action: str
    lacks: str


def catch_up_questions(week: Week) -> tuple[Prompt, ...]:
    """Return three one-line questions that catch up a week.

    Args:
        week: a week without entry.

    Returns:
        Three prompts, dated on its last day.
    """
    last = week.days[-1].on
    return tuple(Prompt(question, last) for question in _data()["catch_up"])


def session_prompts(
    *, happenings: Sequence[Happening], unfinished: Sequence[Unfinished], today: date
) -> tuple[Prompt, ...]:
    """Return the questions of this week's session.

    Args:
        happenings: what the calendar and the approaches say of the week.
        unfinished: entries that lack a skill, a figure or the words of someone.
        today: the day of the session.

    Returns:
        What an entry lacks first, then what happened, then open questions when both are few.
    """
    data = _data()
    asked = [
        Prompt(data["unfinished"][one.lacks].format(action=_short(one.action)), one.on, one.entry, one.lacks)
        for one in unfinished
    ]
    asked += [Prompt(data["happening"].format(title=one.title), one.on) for one in happenings]
    opened = [Prompt(question, today) for question in data["open"]]
    return tuple((asked[:PROMPTS_SHOWN] + opened)[:PROMPTS_SHOWN])


def _short(action: str, most: int = 60) -> str:
    line = one_line(action)
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + "…"


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text("utf-8"))
