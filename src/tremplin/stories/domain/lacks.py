"""What an internship lacked, and the skill each lack made the student build."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).with_name("lacks.toml")


@dataclass(frozen=True, slots=True)
class Lack:
    """A lack, in the student's words, and what a story makes of it.

    Attributes:
        names: how a student says it.
        skill: what it made them build.
        constraint: how a story says it, without blame.
        learnt: a first sentence for what was learnt.
        now: a first sentence for how they work now.
        ghost: a ghost project that answers it.
        ghost_kind: its form, as the register of projects names it.
        ask: what to count.
    """

    key: str
    names: str
    skill: str
    constraint: str
    learnt: str
    now: str
    ghost: str
    ghost_kind: str
    ask: str


@cache
def lacks() -> tuple[Lack, ...]:
    """Return every lack, the most frequent first."""
    told = tomllib.loads(DATA.read_text(encoding="utf-8"))
    return tuple(Lack(key=key, **row) for key, row in told.items())


def lacks_named(keys: Iterable[str]) -> tuple[Lack, ...]:
    """Return lacks in the order of the list, unknown names left out."""
    wanted = set(keys)
    return tuple(one for one in lacks() if one.key in wanted)
