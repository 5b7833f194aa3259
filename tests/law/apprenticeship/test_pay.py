from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tremplin.law.apprenticeship.age_band import AgeBand, age_band
from tremplin.law.apprenticeship.contract_year import MidMonth, YearPart, contract_year, years_in_month
from tremplin.law.apprenticeship.grid import grid_percentage
from tremplin.law.apprenticeship.pay import ApprenticePay, minimum_pay, minimum_pay_by_birth_date
from tremplin.law.outcome import DoesNotHold, Holds, NeedsFacts, Outcome
from tremplin.law.parameters import Figures

JULY_2026 = date(2026, 7, 1)
GRID = {
    AgeBand.UNDER_18: ("504.09", "728.14", "1026.86"),
    AgeBand.AGE_18_20: ("802.82", "952.18", "1250.90"),
    AgeBand.AGE_21_25: ("989.52", "1138.88", "1456.27"),
    AgeBand.AGE_26_PLUS: ("1867.02", "1867.02", "1867.02"),
}


def pay(outcome: Outcome[ApprenticePay]) -> ApprenticePay:
    assert isinstance(outcome, Holds)
    return outcome.value


@pytest.mark.parametrize("band", GRID)
@pytest.mark.parametrize("year", [1, 2, 3])
def test_the_table_of_july_2026_comes_out_to_the_cent(band: AgeBand, year: int) -> None:
    found = pay(minimum_pay(age_band=band, contract_year=year, on=JULY_2026))

    assert found.amount == Decimal(GRID[band][year - 1])


def test_band_and_year_are_needed() -> None:
    outcome = minimum_pay(age_band=None, contract_year=None, on=JULY_2026)

    assert outcome == NeedsFacts(("age_band", "contract_year"))


def test_nothing_is_owed_before_the_contract() -> None:
    outcome = minimum_pay(age_band=AgeBand.AGE_18_20, contract_year=0, on=JULY_2026)

    assert isinstance(outcome, DoesNotHold)


def test_a_fourth_year_keeps_the_rate_of_the_third() -> None:
    found = pay(minimum_pay(age_band=AgeBand.AGE_18_20, contract_year=4, on=JULY_2026))

    assert found.percent == 67


def test_the_grid_before_2019_is_given_with_a_doubt() -> None:
    outcome = minimum_pay(
        age_band=AgeBand.AGE_18_20, contract_year=2, on=date(2020, 6, 1), concluded_on=date(2018, 12, 31)
    )

    assert pay(outcome).percent == 49
    assert [doubt.rule for doubt in outcome.doubts] == ["figure.apprentice_grid.confidence"]


def test_the_grid_of_2019_applies_from_the_first_of_january() -> None:
    found = pay(
        minimum_pay(age_band=AgeBand.AGE_18_20, contract_year=2, on=JULY_2026, concluded_on=date(2019, 1, 1))
    )

    assert found.percent == 51


@pytest.mark.parametrize(("hours", "amount"), [("24", "550.50"), ("35", "802.82"), ("39", "802.82")])
def test_a_shorter_week_is_paid_in_proportion(hours: str, amount: str) -> None:
    found = pay(
        minimum_pay(age_band=AgeBand.AGE_18_20, contract_year=1, on=JULY_2026, weekly_hours=Decimal(hours))
    )

    assert found.amount == Decimal(amount)


def test_mayotte_has_its_own_minimum_wage() -> None:
    found = pay(minimum_pay(age_band=AgeBand.AGE_18_20, contract_year=1, on=JULY_2026, territory="mayotte"))

    assert found.amount == Decimal("623.47")


@pytest.mark.parametrize(
    ("band", "conventional", "amount"),
    [
        (AgeBand.AGE_21_25, "2000", "1060.00"),
        (AgeBand.AGE_21_25, "1800", "989.52"),
        (AgeBand.AGE_18_20, "2000", "802.82"),
    ],
)
def test_a_higher_conventional_minimum_counts_from_21(band: AgeBand, conventional: str, amount: str) -> None:
    found = pay(
        minimum_pay(age_band=band, contract_year=1, on=JULY_2026, conventional_minimum=Decimal(conventional))
    )

    assert found.amount == Decimal(amount)


def test_the_conventional_minimum_is_shared_by_a_shorter_week() -> None:
    found = pay(
        minimum_pay(
            age_band=AgeBand.AGE_26_PLUS,
            contract_year=1,
            on=JULY_2026,
            weekly_hours=Decimal("17.5"),
            conventional_minimum=Decimal(2100),
        )
    )

    assert found.amount == Decimal("1050.00")


def test_half_a_cent_is_rounded_up_once() -> None:
    entered = Figures({("general", "smic_hourly"): ((date(2027, 1, 1), Decimal("11.90")),)})

    found = pay(minimum_pay(age_band=AgeBand.UNDER_18, contract_year=1, on=date(2027, 1, 1), figures=entered))

    assert found.amount == Decimal("487.31")  # 27 % of 11.90 × 35 × 52 / 12 is exactly 487.305


def test_a_year_not_published_yet_is_an_estimate() -> None:
    outcome = minimum_pay(age_band=AgeBand.AGE_18_20, contract_year=1, on=date(2027, 1, 1))

    assert "figure.smic_hourly.not_published" in [doubt.rule for doubt in outcome.doubts]


def by_birth(
    *, born: date, on: date, start: date = date(2025, 9, 1), mid_month: MidMonth = "days"
) -> Outcome[ApprenticePay]:
    return minimum_pay_by_birth_date(birth_date=born, contract_start=start, on=on, mid_month=mid_month)


def test_the_band_moves_on_the_first_of_the_month_after_the_birthday() -> None:
    born = date(2005, 3, 15)

    march, april = (pay(by_birth(born=born, on=date(2026, month, 1))) for month in (3, 4))

    assert (march.percent, march.amount) == (Decimal(43), Decimal("783.90"))
    assert (april.percent, april.amount) == (Decimal(53), Decimal("966.21"))


def test_years_done_before_the_birthday_count() -> None:
    found = pay(by_birth(born=date(2008, 11, 20), on=date(2026, 12, 1)))

    assert (found.age_band, found.contract_year, found.percent) == (AgeBand.AGE_18_20, 2, Decimal(51))


def test_the_birth_date_is_needed() -> None:
    outcome = minimum_pay_by_birth_date(birth_date=None, contract_start=JULY_2026, on=JULY_2026)

    assert outcome == NeedsFacts(("birth_date",))


def test_no_month_before_the_contract_is_paid() -> None:
    assert isinstance(by_birth(born=date(2005, 1, 1), on=date(2025, 8, 31)), DoesNotHold)


def test_a_month_that_changes_year_is_shared_by_days_with_a_doubt() -> None:
    outcome = by_birth(born=date(2007, 1, 1), start=date(2025, 9, 16), on=date(2026, 9, 1))

    found = pay(outcome)
    assert found.parts == (YearPart(1, 15), YearPart(2, 15))
    assert found.amount == Decimal("877.50")
    assert [doubt.rule for doubt in outcome.doubts] == ["B3.mid_month"]


@pytest.mark.parametrize(("mid_month", "percent"), [("month_start", 43), ("month_end", 51)])
def test_the_caller_may_choose_one_rate_for_that_month(mid_month: MidMonth, percent: int) -> None:
    outcome = by_birth(
        born=date(2007, 1, 1), start=date(2025, 9, 16), on=date(2026, 9, 1), mid_month=mid_month
    )

    assert pay(outcome).percent == percent
    assert not outcome.doubts


def test_days_before_the_contract_are_left_out_of_the_first_month() -> None:
    assert years_in_month(contract_start=date(2025, 9, 16), month=date(2025, 9, 1)) == (YearPart(1, 15),)


def test_there_was_no_band_at_26_before_2019() -> None:
    outcome = age_band(birth_date=date(1990, 1, 1), contract_start=date(2016, 9, 1), month=date(2016, 10, 1))

    assert isinstance(outcome, Holds)
    assert outcome.value is AgeBand.AGE_21_25


def test_the_day_of_the_next_band_is_announced() -> None:
    outcome = age_band(birth_date=date(2008, 11, 20), contract_start=date(2025, 9, 1), month=date(2026, 1, 1))

    assert any("1er\u00a0décembre 2026" in step.says for step in outcome.steps)


def test_a_contract_year_starts_on_its_anniversary() -> None:
    start = date(2025, 9, 16)

    assert contract_year(contract_start=start, on=date(2026, 9, 15)) == 1
    assert contract_year(contract_start=start, on=date(2026, 9, 16)) == 2


@given(
    band=st.sampled_from(AgeBand),
    year=st.integers(1, 4),
    hours=st.integers(1, 39),
    on=st.dates(date(2019, 1, 1), date(2026, 12, 31)),
)
def test_pay_never_falls_with_age_year_or_hours(band: AgeBand, year: int, hours: int, on: date) -> None:
    def amount(band: AgeBand, year: int, hours: int) -> Decimal:
        week = Decimal(hours)
        return pay(minimum_pay(age_band=band, contract_year=year, on=on, weekly_hours=week)).amount

    older = tuple(AgeBand)[min(list(AgeBand).index(band) + 1, 3)]

    assert amount(band, year, hours) <= amount(older, year, hours)
    assert amount(band, year, hours) <= amount(band, year + 1, hours)
    assert amount(band, year, hours) <= amount(band, year, hours + 1)


@given(
    born=st.dates(date(1997, 1, 1), date(2008, 12, 31)),
    start=st.dates(date(2019, 1, 1), date(2025, 12, 31)),
    months=st.integers(0, 35),
)
def test_the_days_of_a_month_are_all_shared_and_pay_stays_between_the_years(
    born: date, start: date, months: int
) -> None:
    month = date(start.year + (start.month + months) // 12, (start.month + months) % 12 + 1, 1)
    found = pay(by_birth(born=born, start=start, on=month))
    rates = [
        grid_percentage(age_band=found.age_band, contract_year=part.contract_year, concluded_on=start).value
        for part in found.parts
    ]

    assert sum(part.days for part in found.parts) in (28, 29, 30, 31)
    assert rates == sorted(rates)


def test_no_year_begins_after_the_last_day_of_the_contract() -> None:
    start, month = date(2025, 9, 16), date(2026, 9, 1)

    assert years_in_month(contract_start=start, month=month) == (YearPart(1, 15), YearPart(2, 15))
    assert years_in_month(contract_start=start, month=month, contract_end=date(2026, 9, 15)) == (
        YearPart(1, 15),
    )
    assert years_in_month(contract_start=start, month=month, contract_end=date(2026, 9, 20)) == (
        YearPart(1, 15),
        YearPart(2, 5),
    )
    assert years_in_month(contract_start=start, month=month, contract_end=date(2026, 8, 31)) == ()
