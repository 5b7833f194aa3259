"""A milestone before it is kept."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """The days of an internship worth preparing."""

    EXPECTATIONS = "expectations"
    MID_TERM = "mid_term"
    THREE_QUARTERS = "three_quarters"
    DEFENCE = "defence"
    END_PAPERS = "end_papers"
    LEGAL = "legal"


@dataclass(frozen=True, slots=True)
class PlannedMilestone:
    """A day worth preparing; `code` tells apart those of a kind, `minutes` is how long it takes."""

    kind: Kind
    code: str
    name: str
    why: str
    on: date
    minutes: int
