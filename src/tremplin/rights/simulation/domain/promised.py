"""What the agreement promises, month by month, whatever the amount is counted by."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from tremplin.law.internship.gratification import Gratification, MonthDue
from tremplin.law.internship.payment import payment_schedule
from tremplin.law.internship.placement import MonthlyHours
from tremplin.law.outcome import Holds
from tremplin.law.parameters import Figures
from tremplin.law.words import cents
from tremplin.rights.simulation.domain.coverage import shares_of_months
from tremplin.rights.simulation.domain.hours import StageHours
from tremplin.rights.simulation.domain.scenario import Agreed, Scenario


def promised_payments(scenario: Scenario, stage: StageHours) -> Mapping[date, Decimal]:
    """Return what the agreement promises at the end of each month.

    A monthly sum is promised for each calendar month covered, the first and the last in
    proportion; any other promise follows the way of paying, real or smoothed.

    Args:
        scenario: promise, way of paying and figures.
        stage: hours of the internship it covers.

    Returns:
        Euros by month, to the cent; empty without a promise or without hours.

    Raises:
        NoValueInForce: a day is earlier than the known ceilings or holidays.
    """
    hours = {month: present for month, present in stage.owed_hours.items() if present}
    if scenario.agreed is None or not hours:
        return {}
    if scenario.agreed.unit == "month":
        return _monthly(scenario.agreed.amount, shares_of_months(scenario, stage))
    promised = _by_hours(scenario.agreed, hours, stage.stage.signed_on, scenario.figures)
    total = sum(promised.values(), Decimal(0))
    months = tuple(
        MonthDue(month, hours[month], promised[month] / hours[month], promised[month]) for month in promised
    )
    schedule = payment_schedule(
        owed=Gratification("signature", months, total, total, total), method=scenario.method
    )
    return schedule.value.payments if isinstance(schedule, Holds) else promised


def _monthly(amount: Decimal, shares: Mapping[date, Decimal]) -> dict[date, Decimal]:
    return {month: cents(amount * share) for month, share in shares.items() if share}


def _by_hours(agreed: Agreed, hours: MonthlyHours, signed_on: date, figures: Figures) -> dict[date, Decimal]:
    if agreed.unit == "total":
        return _shared(cents(agreed.amount), hours)
    return {month: cents(hourly_promise(agreed, signed_on, figures) * hours[month]) for month in hours}


def hourly_promise(agreed: Agreed, signed_on: date, figures: Figures) -> Decimal:
    """Return euros per hour of a promise by the hour or in percent of the hourly ceiling.

    Args:
        agreed: the promise; a percentage is of the ceiling on the day of signature.
        signed_on: day the agreement was concluded.
        figures: published figures, completed by the student's.

    Returns:
        Euros per hour, not rounded.

    Raises:
        NoValueInForce: the signature is earlier than the known ceilings.
    """
    if agreed.unit == "hour":
        return agreed.amount
    ceiling: Decimal = figures.get("general", "hourly_ceiling", on=signed_on).value
    return agreed.amount / 100 * ceiling


def _shared(total: Decimal, hours: MonthlyHours) -> dict[date, Decimal]:
    whole = sum(hours.values(), Decimal(0))
    shares = {month: cents(total * present / whole) for month, present in hours.items()}
    shares[max(hours)] += total - sum(shares.values(), Decimal(0))
    return shares
