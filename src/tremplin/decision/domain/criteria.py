"""The criteria offered (*critères*): what 1 and 5 mean, whom to ask, and what sources support."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).with_name("criteria.toml")
CLAIMS: Final = Path(__file__).with_name("claims.toml")
FROM_ARTICLE: Final = 5
MOST: Final = 14


@dataclass(frozen=True, slots=True)
class Criterion:
    """What an option is judged on.

    Attributes:
        one, five: what a 1 and a 5 mean.
        ask, question: whom to ask, and what, when the score is not sure.
        told_by: goals of conversations in Trouver that inform it.
    """

    key: str
    name: str
    one: str
    five: str
    ask: str
    question: str
    told_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure shown beside a criterion, with its source; it is never a score."""

    criterion: str
    says: str
    source: str


@cache
def offered_criteria() -> tuple[Criterion, ...]:
    """Return the criteria offered to every student, those of the article first."""
    return tuple(_criterion(row) for row in _rows(DATA, "criterion"))


@cache
def claims() -> tuple[Claim, ...]:
    """Return the figures that a source supports, by criterion."""
    return tuple(Claim(**row) for row in _rows(CLAIMS, "claim"))


def _criterion(row: dict[str, Any]) -> Criterion:
    return Criterion(**{**row, "told_by": tuple(row["told_by"])})


def _rows(path: Path, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))[name]
    return rows
