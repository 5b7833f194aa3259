"""Which of the student's stories answers a question, and what no story shows yet."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tremplin.journal.domain.words import folded
from tremplin.stories.domain.questions import Question, Theme

ENOUGH: Final = 3
SKILL_WORTH: Final = 3
HARDSHIP_WORTH: Final = 100


@dataclass(frozen=True, slots=True)
class Tale:
    """A story as a question sees it.

    Attributes:
        key: of the story.
        text: everything it says.
        skills: what the student says it shows.
        strength: checks that hold.
        is_proved: every figure it says has its dated note.
        is_resilience: it tells an internship that went wrong; its key is then of those stories.
    """

    key: int
    title: str
    text: str
    skills: tuple[str, ...] = ()
    strength: int = 0
    is_proved: bool = True
    is_resilience: bool = False

    @property
    def name(self) -> str:
        """Its key among stories of both kinds: « 12 », « r3 »."""
        return f"r{self.key}" if self.is_resilience else str(self.key)


@dataclass(frozen=True, slots=True)
class Fit:
    """A story that answers a question, and the themes it shows, the plainest first.

    A story of a bad internship answers a question about one even when it shows none of its themes.
    """

    tale: Tale
    themes: tuple[Theme, ...]
    worth: int


def best(question: Question, tales: Iterable[Tale], *, most: int = ENOUGH) -> tuple[Fit, ...]:
    """Return the stories that answer a question best.

    Args:
        question: what is asked.
        tales: the student's stories.
        most: how many at most.

    Returns:
        Proved stories first; then the plainest answers, the stronger story before the weaker; empty when
        none fits.
    """
    found = [fit for one in tales if (fit := _fit(question, one)) is not None]
    return tuple(sorted(found, key=_rank)[:most])


def _rank(fit: Fit) -> tuple[bool, int, int, int]:
    return not fit.tale.is_proved, -fit.worth, -fit.tale.strength, fit.tale.key


def missing(question: Question, tales: Iterable[Tale]) -> tuple[Theme, ...]:
    """Return the themes of a question that no story shows.

    Args:
        question: what is asked.
        tales: the student's stories.

    Returns:
        Themes in the order of the question; each says where to look for a story.
    """
    stories = tuple(tales)
    return tuple(theme for theme in question.themes if not any(_worth(theme, one) for one in stories))


def is_uncovered(question: Question, tales: Iterable[Tale]) -> bool:
    """Say whether a question calls for a story and none fits."""
    stories = tuple(tales)
    return bool(question.themes) and not any(_fit(question, one) for one in stories)


def _fit(question: Question, tale: Tale) -> Fit | None:
    worths = [(theme, _worth(theme, tale)) for theme in question.themes]
    shown = sorted(((theme, worth) for theme, worth in worths if worth), key=lambda one: -one[1])
    is_about_it = tale.is_resilience and question.group == "hardship" and bool(question.themes)
    if not shown and not is_about_it:
        return None
    worth = sum(worth for _, worth in shown) + is_about_it * HARDSHIP_WORTH
    return Fit(tale, tuple(theme for theme, _ in shown), worth)


def _worth(theme: Theme, tale: Tale) -> int:
    """Count the words of a theme that a story says; what it names as a skill counts more."""
    said = _pattern(theme.words)
    skills = sum(1 for one in tale.skills if said.search(folded(one)))
    return SKILL_WORTH * skills + len(set(said.findall(folded(tale.text))))


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})")
