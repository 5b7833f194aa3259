"""What to ask in fifteen minutes, and what not to: an internship is never asked for first."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from tremplin.law.words import NBSP, in_letters, letters
from tremplin.prospecting.domain.generic import plain_letters

DATA: Final = Path(__file__).with_name("questions.toml")
MINUTES: Final = 15
MOST_QUESTIONS: Final = 5
ELIDING: Final = frozenset("aeiouh")
INSIDER: Final = ("culture", "recruiting", "job")


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the bank: its goal, its words, and why to ask it."""

    key: str
    goal: str
    text: str
    why: str


@cache
def bank() -> tuple[Question, ...]:
    """Return every question of the bank.

    Returns:
        Twelve for an interview, then twelve for an insider, by goal.
    """
    return tuple(Question(**one) for one in _data()["question"])


def offered(goal: str) -> tuple[Question, ...]:
    """Return the questions worth offering for a goal: its own first, then those that sit beside it.

    Args:
        goal: key of a goal, « trade » or « culture ».

    Returns:
        Twelve questions: those of an insider never mix with those of an interview.
    """
    beside = [one for one in bank() if (one.goal in INSIDER) == (goal in INSIDER)]
    return tuple(sorted(beside, key=lambda one: one.goal != goal))


def conversations_title(*, to_come: int, to_debrief: int, to_thank: int) -> str:
    """Say what the list of conversations finds.

    Args:
        to_come: conversations ahead, with or without a day.
        to_debrief: conversations that took place without their debrief.
        to_thank: thanks due.

    Returns:
        « Une conversation à débriefer, deux à venir »; the most pressing comes first.
    """
    said = [(to_debrief, "à débriefer"), (to_come, "à venir"), (to_thank, "à remercier")]
    first, *others = [(count, what) for count, what in said if count] or [(0, "")]
    if not first[0]:
        return "Aucune conversation en cours"
    noun = "personne" if first[1] == "à remercier" else "conversation"
    parts = [f"{in_letters(first[0], noun)} {first[1]}"]
    parts += [f"{letters(count)} {what}" for count, what in others if what != "à remercier"]
    return ", ".join(parts).capitalize()


def talk_title(name: str, *, questions: int, is_debriefed: bool) -> str:
    """Say where a conversation stands.

    Args:
        name: with whom.
        questions: chosen so far.
        is_debriefed: whether it gave what it could.

    Returns:
        « Deux questions pour Nadège Lhermitte ».
    """
    if is_debriefed:
        return f"Ce qu{'’' if plain_letters(name)[:1] in ELIDING else 'e '}{name} vous a appris"
    if not questions:
        return f"Que demander à {name}{NBSP}?"
    return f"{in_letters(questions, 'question').capitalize()} pour {name}"


def likely_day(planned: date | None, *, today: date) -> date:
    """Return the day a conversation being debriefed took place: the planned one, unless it is to come."""
    return planned if planned is not None and planned <= today else today


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))
