"""Which year of the contract a month belongs to, when the contract starts in mid-month or not."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tremplin.law.ages import anniversary, completed_years, first_of_next_month

MidMonth = Literal["days", "month_start", "month_end"]
"""How a month that holds the anniversary is paid: by days, or whole at either year's rate."""


@dataclass(frozen=True, slots=True)
class YearPart:
    """The days of one month that belong to one year of the contract."""

    contract_year: int
    days: int


def contract_year(*, contract_start: date, on: date) -> int:
    """Return the year of the contract (*année d'exécution du contrat*) a day belongs to.

    Args:
        contract_start: first day of the contract.
        on: the day, on or after the start.

    Returns:
        1 for the first year; zero or less before the contract.

    Sources: Code du travail, art. D. 6222-26, D. 6222-31.
    Limits: counts from the anniversary, to the day; the texts are silent on mid-month.
    """
    return completed_years(since=contract_start, on=on) + 1


def years_in_month(
    *, contract_start: date, month: date, contract_end: date | None = None, mid_month: MidMonth = "days"
) -> tuple[YearPart, ...]:
    """Split a month between the years of the contract it touches.

    Args:
        contract_start: first day of the contract.
        month: any day of the month paid.
        contract_end: last day of the contract, included: no year begins after it; None for later.
        mid_month: how to treat the month of the anniversary; by days unless chosen otherwise.

    Returns:
        One part, two when the anniversary falls inside the month, none outside the contract.

    Sources: none: the texts are silent on an anniversary in mid-month.
    Limits: days before and after the contract are left out.
    """
    end = first_of_next_month(month)
    if contract_end is not None:
        end = min(end, contract_end + timedelta(days=1))
    first, last = max(month.replace(day=1), contract_start), end - timedelta(days=1)
    if first >= end:
        return ()
    before = contract_year(contract_start=contract_start, on=first)
    after = contract_year(contract_start=contract_start, on=last)
    if before == after or mid_month == "month_start":
        return (YearPart(before, (end - first).days),)
    if mid_month == "month_end":
        return (YearPart(after, (end - first).days),)
    turn = anniversary(of=contract_start, years=before)
    return (YearPart(before, (turn - first).days), YearPart(after, (end - turn).days))
