"""When presence passes the thresholds: the hour from which pay is owed, and the six months."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate

from tremplin.law.internship.placement import teaching_year
from tremplin.law.parameters import Figure
from tremplin.rights.simulation.domain.hours import HoursByDay, StageHours
from tremplin.rights.simulation.domain.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Milestone:
    """A threshold and the day presence passes it; `on` is None when it never does."""

    threshold: Figure
    on: date | None

    @property
    def hours(self) -> Decimal:
        """Hours that may not be passed, or above which pay is owed."""
        return Decimal(self.threshold.value)


@dataclass(frozen=True, slots=True)
class Progress:
    """Hours counted up to each day, all internships together, and the two thresholds."""

    totals: HoursByDay
    pay: Milestone
    six_months: Milestone

    @property
    def total(self) -> Decimal:
        """Hours counted on the last day."""
        return next(reversed(list(self.totals.values())), Decimal(0))


def progress(scenario: Scenario, stages: Sequence[StageHours]) -> Progress:
    """Return how presence adds up, and the days it passes the thresholds.

    Each internship is counted whole, and all those of one teaching year together.

    Args:
        scenario: which school year and which threshold apply.
        stages: the hours of its internships.

    Returns:
        Running total by day, the day of the first hour above the threshold of pay, and
        the day of the first hour above six months.

    Raises:
        NoValueInForce: the dates are earlier than the known figures.
    """
    together = _together(stages)
    counts = [stage.counted for stage in stages] + _years(scenario, together)
    rural = "_rural" if scenario.rural_family_school else ""
    pay = scenario.figures.get("internship", f"gratification_threshold{rural}", on=scenario.ends_on)
    most = scenario.figures.get("internship", "maximum_hours", on=scenario.ends_on)
    return Progress(
        dict(zip(together, accumulate(together.values()), strict=True)),
        Milestone(pay, _first_above(counts, Decimal(pay.value))),
        Milestone(most, _first_above(counts, Decimal(most.value))),
    )


def _together(stages: Sequence[StageHours]) -> dict[date, Decimal]:
    totals: dict[date, Decimal] = {}
    for stage in stages:
        for on, hours in stage.counted.items():
            totals[on] = totals.get(on, Decimal(0)) + hours
    return dict(sorted(totals.items()))


def _years(scenario: Scenario, hours: HoursByDay) -> list[HoursByDay]:
    years: dict[date, dict[date, Decimal]] = {}
    for on, present in hours.items():
        year = teaching_year(on=on, starts=scenario.year_starts, figures=scenario.figures)
        years.setdefault(year.starts_on, {})[on] = present
    return list(years.values())


def _first_above(counts: Sequence[HoursByDay], limit: Decimal) -> date | None:
    days = [day for count in counts if (day := _passed(count, limit))]
    return min(days, default=None)


def _passed(hours: HoursByDay, limit: Decimal) -> date | None:
    days = sorted(hours)
    running = accumulate(hours[on] for on in days)
    return next((on for on, total in zip(days, running, strict=True) if total > limit), None)
