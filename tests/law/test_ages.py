from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tremplin.law.ages import (
    anniversary,
    completed_years,
    first_of_next_month,
    months_later,
    raises_pay,
)

DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("years", "day"), [(1, date(2001, 2, 28)), (4, date(2004, 2, 29)), (100, date(2100, 2, 28))]
)
def test_someone_born_on_29_february_has_a_birthday_every_year(years: int, day: date) -> None:
    assert anniversary(of=date(2000, 2, 29), years=years) == day


def test_an_age_is_reached_on_the_birthday_itself() -> None:
    born = date(2005, 3, 15)

    assert completed_years(since=born, on=date(2023, 3, 14)) == 17
    assert completed_years(since=born, on=date(2023, 3, 15)) == 18


@pytest.mark.parametrize(
    ("on", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2025, 12, 15), 12, date(2026, 12, 15)),
        (date(2026, 10, 31), 2, date(2026, 12, 31)),
    ],
)
def test_months_are_added_to_the_calendar(on: date, months: int, expected: date) -> None:
    assert months_later(on=on, months=months) == expected


def test_a_birthday_on_the_first_counts_from_the_next_month() -> None:
    facts = {"birth_date": date(2005, 4, 1), "age": 21, "contract_start": date(2025, 9, 1)}

    assert not raises_pay(**facts, month=date(2026, 4, 1))  # type: ignore[arg-type]
    assert raises_pay(**facts, month=date(2026, 5, 1))  # type: ignore[arg-type]


def test_an_age_reached_on_the_first_day_of_the_contract_counts_at_once() -> None:
    born = date(2004, 9, 15)

    assert raises_pay(birth_date=born, age=21, contract_start=date(2025, 9, 15), month=date(2025, 9, 15))
    assert not raises_pay(birth_date=born, age=21, contract_start=date(2025, 9, 14), month=date(2025, 9, 14))


@given(born=DAYS, years=st.integers(0, 99))
def test_an_anniversary_completes_its_years(born: date, years: int) -> None:
    day = anniversary(of=born, years=years)

    assert completed_years(since=born, on=day) == years


@given(on=DAYS)
def test_the_next_month_starts_after_every_day_of_this_one(on: date) -> None:
    first = first_of_next_month(on)

    assert first.day == 1
    assert 1 <= (first - on).days <= 31
