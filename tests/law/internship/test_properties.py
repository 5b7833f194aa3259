"""What holds whatever the hours, the days and the amounts."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.law.placements import make_placement
from tremplin.law.calendar import easter
from tremplin.law.internship.attendance import attendance
from tremplin.law.internship.gratification import (
    Gratification,
    gratification_for_hours,
    minimum_gratification,
)
from tremplin.law.internship.payment import payment_schedule
from tremplin.law.internship.placement import yearly_counts
from tremplin.law.internship.quota import intern_quota
from tremplin.law.internship.waiting_period import waiting_period
from tremplin.law.outcome import Holds

DAYS = st.dates(date(2016, 1, 1), date(2026, 12, 31))
HOURS = st.decimals("0.5", "200", places=2)
MONTHS = st.dictionaries(DAYS.map(lambda on: on.replace(day=1)), HOURS, min_size=1, max_size=8)


def owed(hours_by_month: dict[date, Decimal], signed_on: date) -> Gratification:
    outcome = gratification_for_hours(hours_by_month=hours_by_month, signed_on=signed_on)
    assert isinstance(outcome, Holds)
    return outcome.value


@given(MONTHS, DAYS)
def test_months_always_add_up_to_the_total(hours_by_month: dict[date, Decimal], signed_on: date) -> None:
    value = owed(hours_by_month, signed_on)

    assert sum(month.amount for month in value.months) == value.total == value.by_signature


@given(MONTHS, DAYS)
def test_both_schedules_pay_the_same_total(hours_by_month: dict[date, Decimal], signed_on: date) -> None:
    value = owed(hours_by_month, signed_on)

    real = payment_schedule(owed=value, method="real")
    smoothed = payment_schedule(owed=value, method="smoothed")

    assert isinstance(real, Holds)
    assert isinstance(smoothed, Holds)
    assert real.value.total == smoothed.value.total == value.total
    assert list(real.value.payments) == list(smoothed.value.payments)


@given(MONTHS, DAYS, HOURS)
def test_more_hours_are_never_worth_less(
    hours_by_month: dict[date, Decimal], signed_on: date, more: Decimal
) -> None:
    month = min(hours_by_month)

    longer = owed(hours_by_month | {month: hours_by_month[month] + more}, signed_on)

    assert longer.total > owed(hours_by_month, signed_on).total


@given(st.decimals("1", "924", places=2))
def test_a_gratification_is_owed_on_all_hours_or_on_none(hours: Decimal) -> None:
    outcome = minimum_gratification(placement=make_placement(hours=str(hours)), signed_on=date(2026, 1, 5))

    assert isinstance(outcome, Holds) is (hours > 308)
    if isinstance(outcome, Holds):
        assert outcome.value.hours == hours


@given(st.integers(1, 5000))
def test_the_quota_never_falls_when_the_host_grows(headcount: int) -> None:
    smaller, larger = (
        intern_quota(headcount=people, on=date(2026, 1, 1)) for people in (headcount, headcount + 1)
    )

    assert isinstance(smaller, Holds)
    assert isinstance(larger, Holds)
    assert smaller.value <= larger.value


@given(DAYS, st.integers(0, 400), st.integers(1, 12))
def test_the_post_is_never_free_before_the_previous_intern_leaves(
    starts_on: date, length: int, months: int
) -> None:
    ends_on = starts_on + timedelta(days=length)

    outcome = waiting_period(previous_starts_on=starts_on, previous_ends_on=ends_on, stated_months=months)

    assert isinstance(outcome, Holds)
    assert outcome.value.earliest > ends_on
    assert outcome.value.earliest == max(outcome.value.by_days, outcome.value.by_months or date.min)


@given(DAYS, st.integers(0, 300))
def test_presence_by_day_month_and_week_agree(starts_on: date, length: int) -> None:
    outcome = attendance(
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=length),
        weekly=dict.fromkeys(range(1, 6), Decimal("7.5")),
    )

    assert isinstance(outcome, Holds)
    assert (
        sum(outcome.value.hours_by_month.values()) == outcome.value.total == sum(outcome.value.weeks.values())
    )


@given(DAYS, st.integers(0, 500), st.decimals("1", "924", places=2))
def test_sharing_between_teaching_years_keeps_the_hours(starts_on: date, length: int, hours: Decimal) -> None:
    placement = make_placement(
        hours=str(hours), starts_on=starts_on, ends_on=starts_on + timedelta(days=length)
    )

    shared = sum(count.hours for count in yearly_counts(placements=[placement]))

    assert abs(shared - hours) <= Decimal("0.02")


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    assert easter(year).isoweekday() == 7
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)
