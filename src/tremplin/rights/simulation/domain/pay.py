"""What the law gives for each month of each internship, with its formula."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tremplin.law.internship.gratification import (
    Gratification,
    RateBasis,
    gratification_for_hours,
    hourly_minimum,
)
from tremplin.law.internship.gratification_due import GratificationDue, gratification_due
from tremplin.law.internship.payment import Method, payment_schedule
from tremplin.law.outcome import Doubt, Holds, Outcome, Step
from tremplin.law.parameters import Figure
from tremplin.law.words import euros, hours
from tremplin.rights.simulation.domain.hours import StageHours
from tremplin.rights.simulation.domain.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Worth:
    """What the law gives for one internship.

    Attributes:
        gratification: the minimum for its hours, whether or not it must be paid.
        owed: it must be paid.
        formulas: how each month is computed, in sentences.
        estimated: months whose ceiling is not published yet.
    """

    hours: StageHours
    gratification: Gratification
    owed: bool
    formulas: dict[date, tuple[Step, ...]]
    estimated: frozenset[date]
    steps: tuple[Step, ...]
    doubts: tuple[Doubt, ...]
    figures: tuple[Figure, ...]

    def paid(self, method: Method) -> dict[date, Decimal]:
        """Return the minimum paid at the end of each month, real or smoothed."""
        schedule = payment_schedule(owed=self.gratification, method=method)
        return dict(schedule.value.payments) if isinstance(schedule, Holds) else {}


def due(scenario: Scenario, stages: Sequence[StageHours]) -> Outcome[GratificationDue]:
    """Tell on which hours pay is owed, all internships in the host considered.

    Args:
        scenario: school year and kind of school.
        stages: the hours of its internships.

    Returns:
        The law's own answer.

    Raises:
        NoValueInForce: the dates are earlier than the known figures.
    """
    return gratification_due(
        placements=tuple(stage.placement for stage in stages),
        rural_family_school=scenario.rural_family_school,
        year_starts=scenario.year_starts,
        figures=scenario.figures,
    )


def worth(scenario: Scenario, stage: StageHours, owed: bool) -> Worth | None:
    """Return the minimum for the hours of one internship, both readings.

    Args:
        scenario: reading, branch agreement and figures entered.
        stage: its hours.
        owed: the threshold is passed.

    Returns:
        Amounts, formulas and doubts; None when it has no hour.

    Raises:
        NoValueInForce: a day is earlier than the known figures.
    """
    amount = gratification_for_hours(
        hours_by_month={month: present for month, present in stage.first_agreement.items() if present}
        or _nothing(stage),
        signed_on=stage.stage.signed_on,
        rate_basis=scenario.rate_basis,
        indexation_clause=scenario.indexation_clause,
        branch_hourly=scenario.branch_hourly,
        amendments=stage.amendments,
        figures=scenario.figures,
    )
    if not isinstance(amount, Holds) or not amount.value.hours:
        return None
    formulas, estimated = _formulas(scenario, stage, amount.value.basis)
    return Worth(stage, amount.value, owed, formulas, estimated, amount.steps, amount.doubts, amount.figures)


def _nothing(stage: StageHours) -> dict[date, Decimal]:
    """Keep the first month when the first signature has no hour left, so that amendments are counted."""
    return {stage.months[0]: Decimal(0)}


def _formulas(
    scenario: Scenario, stage: StageHours, basis: RateBasis
) -> tuple[dict[date, tuple[Step, ...]], frozenset[date]]:
    formulas: dict[date, tuple[Step, ...]] = {}
    estimated = set()
    for part in stage.parts:
        for month, present in part.hours_by_month.items():
            rate = hourly_minimum(
                signed_on=part.signed_on,
                ceiling_on=part.signed_on if basis == "signature" else month,
                branch_hourly=scenario.branch_hourly,
                figures=scenario.figures,
            )
            if not isinstance(rate, Holds):
                continue
            says = f"{hours(present)} × {euros(rate.value)} = {euros(present * rate.value)}."
            formulas[month] = (
                *formulas.get(month, ()),
                *rate.steps,
                Step(says, rate.steps[0].because),
            )
            if any(figure.estimated for figure in rate.figures):
                estimated.add(month)
    return formulas, frozenset(estimated)
