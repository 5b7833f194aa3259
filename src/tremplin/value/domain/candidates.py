"""The indispensable project: six criteria, their weights, and what each score means."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

BEST: Final = 5
WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Criterion:
    """One question on a project, its weight out of 100, and what 0 and 5 mean."""

    key: str
    name: str
    weight: int
    none: str
    full: str


CRITERIA: Final = (
    Criterion("pain", "Gêne", 25, "personne ne s’en plaint", "tout le monde en parle chaque semaine"),
    Criterion("visibility", "Visibilité", 20, "vous seul le verriez", "la direction le verrait"),
    Criterion(
        "feasible", "Faisable dans le temps qui reste", 20, "impossible d’ici la fin", "fait en deux semaines"
    ),
    Criterion("data", "Données accessibles", 10, "rien n’est relevé", "tout est déjà relevé"),
    Criterion("successor", "Relève", 10, "personne pour reprendre", "une personne est nommée"),
    Criterion("proof", "Preuve possible", 15, "rien à mesurer", "mesure avant et après, avec témoin"),
)


@dataclass(frozen=True, slots=True)
class Scored:
    """What a project earns out of 100; None while a criterion has no score."""

    total: int | None
    missing: tuple[str, ...]
    formula: str


def scored(scores: Mapping[str, int | None]) -> Scored:
    """Weigh the six scores of a project.

    Args:
        scores: 0 to 5 by key of criterion; None or absent when not given yet.

    Returns:
        The total out of 100 with its formula; without total while a score is missing.
    """
    missing = tuple(one.name for one in CRITERIA if scores.get(one.key) is None)
    if missing:
        return Scored(None, missing, "")
    parts = [(one.weight, scores[one.key] or 0) for one in CRITERIA]
    total = sum(weight * score for weight, score in parts)
    terms = " + ".join(f"{weight} × {score}" for weight, score in parts)
    return Scored(round(total / BEST), (), f"({terms}) ÷ {BEST}")


def weeks_left(*, today: date, last_day: date) -> int:
    """Return the whole weeks left before the last day; 0 once over.

    Args:
        today: the present day.
        last_day: of the internship, included.

    Returns:
        Whole weeks.
    """
    return max((last_day - today).days + 1, 0) // WEEK
