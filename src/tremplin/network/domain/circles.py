"""The circles people come from: their order, how often one writes there, and what makes names come."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).with_name("circles.toml")
UNSAID: Final = "other"


@dataclass(frozen=True, slots=True)
class Circle:
    """Where in the student's life people come from.

    Attributes:
        key: as kept with a person.
        name: French, one or two words, with a capital.
        rhythm_days: days between two exchanges the student would find normal.
        says_tu: they say « tu » to each other.
        prompts: questions that make names come.
    """

    key: str
    name: str
    rhythm_days: int
    says_tu: bool
    prompts: tuple[str, ...]


@cache
def circles() -> Mapping[str, Circle]:
    """Return every circle by key, in the order of the guided session."""
    read = tomllib.loads(DATA.read_text("utf-8"))["circle"]
    return {one["key"]: Circle(**{**one, "prompts": tuple(one["prompts"])}) for one in read}


def circle(key: str) -> Circle:
    """Return the circle of that key; the last one, « Autres », for a key nobody knows."""
    return circles().get(key) or circles()[UNSAID]
