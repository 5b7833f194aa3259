"""The decision on one page, for parents, school or tutor: options, figures, weights, what would tip it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tremplin.documents.paper import Fact, Figure


@dataclass(frozen=True, slots=True)
class SheetOption:
    """One option: its letter in the table, its name, its dates, what it pays, what may forbid it."""

    letter: str
    name: str
    when: str
    net: str
    left: str
    obstacle: str = ""


@dataclass(frozen=True, slots=True)
class SheetCriterion:
    """One criterion: its name, its points, and a score for each option, « – » when there is none."""

    name: str
    weight: str
    scores: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionSheet:
    """Everything the sheet prints; an empty text leaves no heading.

    Attributes:
        title: the finding.
        about: what is decided.
        summary: how firm the answer is.
        options: in their order, which is that of the scores.
        totals: the total of each option, out of a hundred.
        points: what would tip it, what speaks against it, what to ask, as label and sentence.
        why: the student's reasons.
        note: what the money rests on.
    """

    template: ClassVar[str] = "decision_sheet"
    kind: ClassVar[str] = "Feuille de décision"

    title: str
    produced_on: date
    about: str = ""
    summary: str = ""
    figures: tuple[Figure, ...] = ()
    options: tuple[SheetOption, ...] = ()
    criteria: tuple[SheetCriterion, ...] = ()
    totals: tuple[str, ...] = ()
    points: tuple[Fact, ...] = ()
    why: str = ""
    note: str = ""
    author: str = ""

    @property
    def subject(self) -> str:
        """What is decided."""
        return self.about

    def data(self) -> Mapping[str, object]:
        """Return what the template prints."""
        return {
            "sheet": {
                "title": self.title,
                "summary": self.summary,
                "figures": self.figures,
                "options": self.options,
                "criteria": self.criteria,
                "totals": self.totals,
                "points": self.points,
                "why": self.why,
                "note": self.note,
            }
        }
