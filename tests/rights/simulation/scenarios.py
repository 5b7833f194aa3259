"""Scenarios for the simulator's tests: a full-time internship of spring 2026 unless told otherwise."""

from datetime import date
from decimal import Decimal
from typing import Any

from tremplin.rights.simulation.domain.scenario import Scenario, Stage, even_week

TODAY = date(2026, 4, 2)
STARTS, ENDS = date(2026, 2, 2), date(2026, 7, 3)


def make_stage(
    starts_on: date = STARTS,
    ends_on: date = ENDS,
    weekly: int | str = 35,
    signed_on: date | None = None,
    **facts: Any,
) -> Stage:
    """Build one internship, the same hours from Monday to Friday."""
    return Stage(starts_on, ends_on, even_week(Decimal(weekly)), signed_on or starts_on, **facts)


def make_scenario(*stages: Stage, **facts: Any) -> Scenario:
    """Build a scenario of these internships, or of one."""
    return Scenario(stages or (make_stage(),), **facts)
