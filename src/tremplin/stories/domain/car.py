"""A story in three parts: what the situation was, what I did, what it changed (*méthode CAR*)."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from tremplin.law.words import NBSP, counted

Part = Literal["context", "action", "result"]
PARTS: Final[tuple[Part, ...]] = ("context", "action", "result")
MOST_WORDS: Final[dict[Part, int]] = {"context": 25, "action": 40, "result": 25}
GROUPED: Final = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
WORD: Final = re.compile(r"[^\s\u00a0\u202f]*\w[^\s\u00a0\u202f]*")


@dataclass(frozen=True, slots=True)
class Car:
    """The three parts of a story, as written; any may be empty."""

    context: str = ""
    action: str = ""
    result: str = ""

    def part(self, name: Part) -> str:
        """Return one part by its name."""
        return str(getattr(self, name))

    @property
    def missing(self) -> tuple[Part, ...]:
        """The parts not written yet."""
        return tuple(name for name in PARTS if not self.part(name).strip())

    @property
    def whole(self) -> str:
        """The three parts, one after the other."""
        return "\n".join(filter(None, (self.part(name).strip() for name in PARTS)))


@dataclass(frozen=True, slots=True)
class Count:
    """The words of a part, and how many it may hold."""

    used: int
    most: int

    @property
    def excess(self) -> int:
        """How many words must go; 0 when it fits."""
        return max(self.used - self.most, 0)

    @property
    def says(self) -> str:
        """Say the count: « 28 mots sur 25 : 3 de trop »."""
        said = f"{counted(self.used, 'mot')} sur {self.most}"
        return f"{said}{NBSP}: {self.excess} de trop" if self.excess else said


def word_count(text: str) -> int:
    """Count the words of a text as a word processor does.

    Args:
        text: French text; « 5 000 » is one word, « j’ai » too, a lone punctuation mark none.

    Returns:
        Whole words.
    """
    return len(WORD.findall(GROUPED.sub("", text)))


def counts(car: Car) -> dict[Part, Count]:
    """Return the count of each part.

    Args:
        car: the story.

    Returns:
        Counts by part, in order.
    """
    return {name: Count(word_count(car.part(name)), MOST_WORDS[name]) for name in PARTS}
