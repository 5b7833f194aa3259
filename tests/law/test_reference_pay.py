from datetime import date
from decimal import Decimal

import pytest

from tremplin.law.parameters import OFFICIAL, load
from tremplin.law.reference_pay import annual_ceiling, exact_monthly_smic, monthly_smic

PRINTED = {
    date(2015, 1, 1): "1457.52",
    date(2018, 1, 1): "1498.47",
    date(2021, 10, 1): "1589.47",
    date(2022, 8, 1): "1678.95",
    date(2023, 5, 1): "1747.20",
    date(2024, 11, 1): "1801.80",
    date(2026, 5, 31): "1823.03",
    date(2026, 6, 1): "1867.02",
}


@pytest.mark.parametrize(("on", "euros"), PRINTED.items())
def test_the_monthly_smic_is_the_printed_one(on: date, euros: str) -> None:
    assert monthly_smic(on=on).value == Decimal(euros)


def test_mayotte_has_its_own_smic() -> None:
    assert monthly_smic(on=date(2026, 1, 1), territory="mayotte").value == Decimal("1415.05")


def test_mayotte_before_2018_is_doubtful() -> None:
    outcome = monthly_smic(on=date(2017, 12, 31), territory="mayotte")

    assert "D.mayotte_39_hours" in [doubt.rule for doubt in outcome.doubts]


def test_a_shorter_week_lowers_the_monthly_smic_in_proportion() -> None:
    half = exact_monthly_smic(on=date(2026, 6, 1), weekly_hours=Decimal("17.5"))

    assert half * 2 == exact_monthly_smic(on=date(2026, 6, 1))


def test_the_smic_of_2027_is_an_estimate() -> None:
    outcome = monthly_smic(on=date(2027, 1, 1), weekly_hours=Decimal(35))

    assert outcome.figures[0].estimated
    assert [doubt.rule for doubt in outcome.doubts] == ["figure.smic_hourly.not_published"]


def test_the_yearly_ceiling_is_twelve_months() -> None:
    assert annual_ceiling(on=date(2026, 3, 1)).value == Decimal(48060)


@pytest.mark.parametrize("year", range(2015, 2027))
def test_the_hourly_ceiling_follows_the_monthly_one(year: int) -> None:
    on = date(year, 6, 1)
    monthly = OFFICIAL.get("general", "monthly_ceiling", on=on).value
    hours = OFFICIAL.get("general", "ceiling_yearly_hours", on=on).value

    assert round(Decimal(monthly) * 12 / hours) == OFFICIAL.get("general", "hourly_ceiling", on=on).value


@pytest.mark.parametrize("year", range(2015, 2027))
def test_the_tax_exemption_is_the_sum_of_twelve_monthly_smics(year: int) -> None:
    total = sum(monthly_smic(on=date(year, month, 1)).value for month in range(1, 13))

    assert round(total) == OFFICIAL.get("general", "income_tax_exemption", on=date(year, 1, 1)).value


def test_values_of_each_figure_are_in_order() -> None:
    for table in ("general", "internship", "calendar"):
        for name, entry in load(table).items():
            days = [row["from"] for row in entry["values"]]
            assert days == sorted(set(days)), name
