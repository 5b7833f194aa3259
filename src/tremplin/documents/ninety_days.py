"""The *plan à 90 jours* on one page of A4: deliverable, indicator and help needed at each step."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tremplin.documents.characters import unbroken
from tremplin.documents.deck import PlanStep


@dataclass(frozen=True, slots=True)
class NinetyDayPlan:
    """Everything the plan prints: the student's own promises, hence no figure to prove.

    Attributes:
        subject: « Inès Marchetti, Cargolière ».
        title: « Mes 90 premiers jours si je reste », no full stop.
        steps: usually at 30, 60 and 90 days.
        needs: what the whole plan needs, one sentence each.
        produced_on: day written at the top.
        author: name of the student, for the file's properties.
    """

    template: ClassVar[str] = "ninety_days"
    kind: ClassVar[str] = "Plan à 90 jours"

    subject: str
    title: str
    produced_on: date
    steps: tuple[PlanStep, ...] = ()
    needs: tuple[str, ...] = ()
    author: str = ""

    def data(self) -> Mapping[str, object]:
        """Return what the template prints."""
        steps = [
            {
                "days": step.days,
                "deliverable": unbroken(step.deliverable),
                "indicator": unbroken(step.indicator),
                "help": unbroken(step.help),
            }
            for step in self.steps
        ]
        return {
            "plan": {"title": unbroken(self.title), "steps": steps, "needs": [*map(unbroken, self.needs)]}
        }
