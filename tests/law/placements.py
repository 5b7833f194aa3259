"""Builders of internships with plain defaults, for the tests of the law."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from tremplin.law.internship.placement import Placement


def make_placement(
    *,
    hours: str = "441",
    starts_on: date = date(2026, 2, 2),
    ends_on: date = date(2026, 6, 30),
    host: str = "",
    school: str = "",
    hours_by_month: Mapping[date, Decimal] | None = None,
) -> Placement:
    return Placement(starts_on, ends_on, Decimal(hours), host, school, hours_by_month)


def by_month(**hours: str) -> dict[date, Decimal]:
    """Read `m2026_02="147"` as the hours of February 2026."""
    return {date(int(month[1:5]), int(month[6:8]), 1): Decimal(present) for month, present in hours.items()}
