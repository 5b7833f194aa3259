"""An amount of a table, with the steps, figures and doubts that explain it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tremplin.law.outcome import DoesNotHold, Doubt, Holds, Outcome, Step
from tremplin.law.parameters import Figure
from tremplin.law.words import cents, euros, percent

ASKED: Final = {
    "birth_date": "votre date de naissance",
    "qualifying_diploma": "votre diplôme le plus élevé",
    "weekly_hours": "les heures de la semaine",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """Euros to the cent, and why; `value` is None when a fact is missing or a rule stops.

    `stops` is the reason, in French, when no fact would make the rule answer.
    """

    value: Decimal | None
    steps: tuple[Step, ...] = ()
    figures: tuple[Figure, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    stops: str = ""

    @property
    def amount(self) -> Decimal:
        """The value, zero when it is unknown."""
        return self.value or Decimal(0)


NOTHING: Final = Cell(Decimal(0))


@dataclass(frozen=True, slots=True)
class Earned:
    """Gross and net of one month.

    Attributes:
        below: the offer is under the legal minimum.
        job_below: what the student job pays is under the minimum wage.
    """

    gross: Cell
    net: Cell
    below: bool = False
    job_below: bool = False


def from_outcome(outcome: Outcome[Decimal]) -> Cell:
    """Return a rule's answer as a cell; a fact that is missing is asked for in French."""
    if isinstance(outcome, Holds):
        return Cell(outcome.value, outcome.steps, outcome.figures, outcome.doubts)
    facts = getattr(outcome, "facts", ())
    asked = tuple(Step(f"Il manque {ASKED.get(fact, fact)} pour le calculer.") for fact in facts)
    stops = " ".join(step.says for step in outcome.steps) if isinstance(outcome, DoesNotHold) else ""
    return Cell(None, (*outcome.steps, *asked), outcome.figures, outcome.doubts, stops)


def share_of(cell: Cell, share: Decimal) -> Cell:
    """Return the part of a whole month's amount that its days cover, with the step that says so."""
    if share == 1 or cell.value is None:
        return cell
    value = cents(cell.value * share)
    days = percent(share.quantize(Decimal("0.001")))
    says = f"Mois incomplet : {days} des jours du mois, soit {euros(value)}."
    return Cell(value, (*cell.steps, Step(says)), cell.figures, cell.doubts)


def added(cells: Iterable[Cell]) -> Cell:
    """Return the sum of cells; unknown as soon as one of them is."""
    every = tuple(cells)
    known = [cell.value for cell in every if cell.value is not None]
    reasons = [cell.stops for cell in every if cell.value is None]
    return Cell(
        sum(known, Decimal(0)) if len(known) == len(every) else None,
        tuple(step for cell in every for step in cell.steps),
        figures_once(figure for cell in every for figure in cell.figures),
        tuple(dict.fromkeys(doubt for cell in every for doubt in cell.doubts)),
        stops=" ".join(dict.fromkeys(reasons)) if all(reasons) else "",
    )


def figures_once(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return each figure once, in order; the grids among them are tables, which no set can hold."""
    return tuple({(each.table, each.name, each.since): each for each in figures}.values())
