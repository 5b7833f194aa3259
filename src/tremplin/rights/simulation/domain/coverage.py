"""How much of each calendar month an internship covers: what a monthly sum is promised for."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from tremplin.law.ages import first_of_next_month
from tremplin.rights.simulation.domain.hours import StageHours, Stretch, attended, by_month, stretches
from tremplin.rights.simulation.domain.scenario import Scenario, days_between

WHOLE = Decimal(1)


def shares_of_months(scenario: Scenario, stage: StageHours) -> Mapping[date, Decimal]:
    """Return which share of each month is covered, from 0 to 1.

    The first and last months count by the hours planned, out of those a whole month would
    have. A break takes its days away; a closure of the host takes none.

    Args:
        scenario: holidays, closures and break.
        stage: hours of the internship.

    Returns:
        Shares by month covered; zero for a month planned and not attended at all.

    Raises:
        NoValueInForce: the dates are earlier than the known holidays.
    """
    planned, owed = by_month(stage.planned), stage.owed_hours
    absent = {month for month in planned if not owed[month]}
    return {
        month: Decimal(0) if month in absent else _share(scenario, stage, month) for month in stage.months
    }


def part_months(scenario: Scenario, stage: StageHours) -> frozenset[date]:
    """Return the months that are not complete: begun late, ended early, or with days away.

    Args:
        scenario: holidays, closures and break.
        stage: hours of the internship.

    Returns:
        First days of these months.

    Raises:
        NoValueInForce: the dates are earlier than the known holidays.
    """
    planned, owed = by_month(stage.planned), stage.owed_hours
    shares = shares_of_months(scenario, stage)
    return frozenset(
        month
        for month, share in shares.items()
        if share and (share < WHOLE or owed[month] < planned.get(month, Decimal(0)))
    )


def _share(scenario: Scenario, stage: StageHours, month: date) -> Decimal:
    away = scenario.pause
    kept = {on: hours for on, hours in stage.planned.items() if away is None or not away.covers(on)}
    whole = _whole(scenario, stage, month)
    if not whole:
        return _share_of_days(scenario, stage, month)
    return min(by_month(kept).get(month, Decimal(0)) / whole, WHOLE)


def _whole(scenario: Scenario, stage: StageHours, month: date) -> Decimal:
    """Return the hours a complete month would have had."""
    planned = by_month(stage.planned).get(month, Decimal(0))
    if month not in (stage.months[0], stage.months[-1]):
        return planned
    lived = stretches(stage.stage, stage.stage.changes)
    weekly = lived[0 if month == stage.months[0] else -1].weekly
    complete = attended(Stretch(month, _last_day(month), weekly), scenario)
    return complete.total


def _share_of_days(scenario: Scenario, stage: StageHours, month: date) -> Decimal:
    days = days_between(month, _last_day(month))
    covered = days & days_between(stage.stage.starts_on, stage.stage.last_on)
    kept = [on for on in covered if scenario.pause is None or not scenario.pause.covers(on)]
    return Decimal(len(kept)) / len(days)


def _last_day(month: date) -> date:
    return first_of_next_month(month) - timedelta(days=1)
