"""A story in three parts: what the situation was, what I did, what it changed (*méthode CAR*)."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from tremplin.documents.proposal import count_words
from tremplin.law.words import NBSP, counted

Part = Literal["context", "action", "result"]
SENTENCES: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-ÖØ-Þ«\d])|\n+")
FIRST_PERSON: Final = re.compile(r"\bje\b|\bj[’']", re.IGNORECASE)
PARTS: Final[tuple[Part, ...]] = ("context", "action", "result")
MOST_WORDS: Final[dict[Part, int]] = {"context": 25, "action": 40, "result": 25}


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


def as_parts(told: str) -> Car:
    """Share the sentences of a note between the three parts, to begin a story from it.

    Args:
        told: an entry of the journal.

    Returns:
        What comes before the first « je » is the context, what « je » did the action, the rest the
        result; all is context when « je » did nothing.
    """
    sentences = [one for one in SENTENCES.split(told.strip()) if one.strip()]
    acts = [rank for rank, one in enumerate(sentences) if FIRST_PERSON.search(one)]
    if not acts:
        return Car(context=" ".join(sentences))
    first, last = acts[0], acts[-1] + 1
    parts = sentences[:first], sentences[first:last], sentences[last:]
    return Car(*(" ".join(part) for part in parts))


def counts(car: Car) -> dict[Part, Count]:
    """Return the count of each part.

    Args:
        car: the story.

    Returns:
        Counts by part, in order.
    """
    return {name: Count(count_words(car.part(name)), MOST_WORDS[name]) for name in PARTS}
