"""The decision on one page, for parents, school or tutor: options, figures, weights, what would tip it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tremplin.documents.paper import Fact, Figure


@dataclass(frozen=True, slots=True)
class SheetOption:
    """One option, amounts by the month on average.

    Attributes:
        letter: what names it in the table and the chart.
        when: how long, and its dates.
        rhythm: hours of a week, and how work and school alternate.
        left: net and refunds without the costs.
        costs: the costs that `left` takes away.
        obstacle: what forbids it; empty when nothing does.
    """

    letter: str
    name: str
    when: str
    rhythm: str
    gross: str
    net: str
    left: str
    costs: str
    obstacle: str = ""


@dataclass(frozen=True, slots=True)
class SheetMark:
    """A place on an axis, and what is written there."""

    at: float
    says: str


@dataclass(frozen=True, slots=True)
class SheetCurve:
    """One option of the chart; `position` chooses its dash, `letter` stands where it ends."""

    letter: str
    position: int
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class SheetChart:
    """Net months of the options, on a drawing of `width` by `height`; `described` is read aloud."""

    described: str
    curves: tuple[SheetCurve, ...]
    amounts: tuple[SheetMark, ...]
    months: tuple[SheetMark, ...]
    width: int
    height: int
    left: int


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
        chart: net months; None while no month is known.
        totals: the total of each option, out of a hundred.
        points: what would tip it, what speaks against it, what to ask, what is unsure, as label and sentence.
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
    chart: SheetChart | None = None
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
                "chart": self.chart,
                "criteria": self.criteria,
                "totals": self.totals,
                "points": self.points,
                "why": self.why,
                "note": self.note,
            }
        }
