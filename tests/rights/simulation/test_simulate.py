"""The whole answer on the design's example and on the hard cases of the law."""

from datetime import date
from decimal import Decimal

import pytest

from tests.rights.simulation.scenarios import TODAY, make_scenario, make_stage
from tremplin.law.outcome import DoesNotHold, Holds
from tremplin.law.parameters import NoValueInForce
from tremplin.rights.simulation.domain.scenario import (
    Agreed,
    Change,
    ImpossibleDates,
    Pause,
    check_dates,
    days_between,
)
from tremplin.rights.simulation.domain.simulate import simulate, unpublished_years

FEBRUARY, MARCH = date(2026, 2, 1), date(2026, 3, 1)
STRADDLING = make_stage(date(2025, 12, 1), date(2026, 2, 15), signed_on=date(2025, 11, 10))
INTO_2027 = make_stage(date(2026, 11, 2), date(2027, 2, 12), signed_on=date(2026, 10, 10))


def test_the_example_of_the_design_gives_its_figures() -> None:
    found = simulate(make_scenario(), today=TODAY)

    assert (found.hours, found.days, found.minimum) == (Decimal(735), 105, Decimal("3307.50"))
    assert [month.real for month in found.months] == [
        Decimal(text) for text in ("630.00", "693.00", "661.50", "535.50", "693.00", "94.50")
    ]
    assert {month.smoothed for month in found.months} == {Decimal("551.25")}
    assert [month.state for month in found.months[:3]] == ["past", "past", "current"]


def test_a_lower_promise_shows_what_is_missing() -> None:
    found = simulate(make_scenario(agreed=Agreed(Decimal("4.35"), "hour")), today=TODAY)

    assert found.gap == Decimal("-110.25")
    assert found.payable == Decimal("3307.50")


def test_a_higher_promise_is_what_must_be_paid() -> None:
    found = simulate(make_scenario(agreed=Agreed(Decimal(5), "hour")), today=TODAY)

    assert found.gap == Decimal("367.50")
    assert found.payable == Decimal("3675.00")


@pytest.mark.parametrize(
    ("agreed", "total"),
    [
        (Agreed(Decimal(660), "month"), "3390.00"),
        (Agreed(Decimal(16), "percent_ceiling"), "3528.00"),
        (Agreed(Decimal("3500.01"), "total"), "3500.01"),
    ],
)
@pytest.mark.parametrize("method", ["real", "smoothed"])
def test_every_unit_of_a_promise_is_understood(agreed: Agreed, total: str, method: str) -> None:
    found = simulate(make_scenario(agreed=agreed, method=method), today=TODAY)

    assert found.promised == found.payable == Decimal(total)


HALF_MONTHS = make_stage(date(2026, 1, 15), date(2026, 4, 14))


def test_a_monthly_promise_counts_part_months_in_proportion() -> None:
    found = simulate(make_scenario(HALF_MONTHS, agreed=Agreed(Decimal(690), "month")), today=TODAY)

    assert [month.payable for month in found.months] == [
        Decimal(text) for text in ("394.29", "690.00", "690.00", "295.71")
    ]
    assert found.promised == found.payable == Decimal("2070.00")
    assert found.gap == Decimal("85.50")
    assert found.withheld is not None
    assert "A10.part_month" in {doubt.rule for doubt in found.doubts}


def test_a_monthly_promise_that_is_too_low_does_not_read_as_enough() -> None:
    found = simulate(make_scenario(HALF_MONTHS, agreed=Agreed(Decimal(600), "month")), today=TODAY)

    assert found.promised == Decimal("1800.00")
    assert found.gap == Decimal("-184.50")
    assert found.payable == found.minimum


def test_nothing_is_claimed_of_a_promised_part_month() -> None:
    halves = dict(zip((1, 2, 3, 4), ("345", "690", "690", "345"), strict=True))
    received = {date(2026, month, 1): Decimal(paid) for month, paid in halves.items()}

    def late(received: dict[date, Decimal]) -> list[Decimal | None]:
        agreed = Agreed(Decimal(690), "month")
        found = simulate(make_scenario(HALF_MONTHS, agreed=agreed, received=received), today=TODAY)
        return [month.late for month in found.months] + [
            found.balance.value.due if isinstance(found.balance, Holds) else None
        ]

    assert late(received)[-1] is None
    unpaid = {**received, date(2026, 1, 1): Decimal(0), date(2026, 3, 1): Decimal(0)}
    january, february, march, april, due = late(unpaid)
    assert (january, february, march) == (Decimal("378.00"), Decimal(0), Decimal("690.00"))
    assert april == Decimal("283.50") - 345
    assert due == Decimal("1006.50")


def test_a_closed_month_is_promised_and_a_month_of_break_is_not() -> None:
    agreed = Agreed(Decimal(800), "month")
    march = days_between(MARCH, date(2026, 3, 31))

    closed = simulate(make_scenario(agreed=agreed, closures=march), today=TODAY)
    broken = simulate(
        make_scenario(agreed=agreed, pause=Pause(MARCH, resumes_on=date(2026, 4, 1))), today=TODAY
    )

    assert closed.months[1].payable == 800
    assert broken.months[1].payable == 0


def test_the_309th_hour_is_dated_and_six_months_are_not_reached() -> None:
    progress = simulate(make_scenario(), today=TODAY).progress

    assert progress.pay.on == date(2026, 4, 3)
    assert progress.six_months.on is None


def test_presence_above_six_months_is_dated_and_told() -> None:
    found = simulate(make_scenario(make_stage(ends_on=date(2026, 8, 31), weekly=40)), today=TODAY)

    maximum = next(point for point in found.points if point.key == "maximum")
    assert found.progress.six_months.on == date(2026, 7, 21)
    assert maximum.level == "bad"


def test_both_readings_are_given_when_the_ceiling_changes_inside() -> None:
    found = simulate(make_scenario(STRADDLING), today=TODAY)

    assert (found.by_signature, found.by_presence) == (Decimal("1613.85"), Decimal("1646.40"))
    assert found.difference == Decimal("32.55")
    assert found.minimum == found.by_signature
    assert "A9.rate_date" in {doubt.rule for doubt in found.doubts}


@pytest.mark.parametrize("facts", [{"indexation_clause": True}, {"rate_basis": "presence"}])
def test_the_months_follow_presence_when_the_agreement_or_the_student_says_so(
    facts: dict[str, object],
) -> None:
    found = simulate(make_scenario(STRADDLING, **facts), today=TODAY)

    assert found.minimum == Decimal("1646.40")
    assert found.hourly == (Decimal("4.35"), Decimal("4.50"))


def test_an_unpublished_ceiling_is_an_estimate_until_it_is_entered() -> None:
    guessed = simulate(make_scenario(INTO_2027, rate_basis="presence"), today=TODAY)
    entered = simulate(
        make_scenario(INTO_2027, rate_basis="presence", ceilings={2027: Decimal(31)}), today=TODAY
    )

    assert unpublished_years(guessed.scenario.starts_on, guessed.scenario.ends_on) == (2027,)
    assert [month.estimated for month in guessed.months] == [False, False, True, True]
    assert guessed.presence_is_unknown
    assert not entered.estimated
    assert not entered.presence_is_unknown
    assert entered.by_presence > entered.by_signature


def test_two_internships_add_up_in_one_host_and_year() -> None:
    first = make_stage(date(2026, 1, 5), date(2026, 2, 6))
    second = make_stage(date(2026, 5, 4), date(2026, 6, 5))

    alone = simulate(make_scenario(first), today=TODAY)
    both = simulate(make_scenario(first, second), today=TODAY)

    assert not alone.is_due
    assert alone.payable == 0
    assert both.is_due
    assert both.payable == both.minimum == both.hours * Decimal("4.50")


def test_two_internships_in_two_school_years_do_not_add_up() -> None:
    first = make_stage(date(2026, 6, 1), date(2026, 7, 3), weekly=32)
    second = make_stage(date(2026, 9, 7), date(2026, 10, 9), weekly=32)

    assert not simulate(make_scenario(first, second), today=TODAY).is_due


def test_an_amendment_past_the_threshold_makes_the_first_day_owed_at_its_own_rate() -> None:
    lengthened = make_stage(
        date(2025, 11, 3),
        date(2025, 12, 19),
        changes=(Change(signed_on=date(2026, 1, 5), from_on=date(2026, 1, 6), ends_on=date(2026, 2, 27)),),
    )

    found = simulate(make_scenario(lengthened), today=TODAY)

    assert found.is_due
    assert found.months[0].payable == found.months[0].hours * Decimal("4.35")
    assert found.months[-1].payable == found.months[-1].hours * Decimal("4.50")


def test_an_amendment_past_the_threshold_says_what_is_owed_for_before() -> None:
    def points(*changes: Change, **facts: object) -> dict[str, object]:
        stage = make_stage(date(2025, 11, 3), date(2025, 12, 19), changes=changes)
        return {
            point.key: point.outcome for point in simulate(make_scenario(stage, **facts), today=TODAY).points
        }

    longer = Change(signed_on=date(2026, 1, 5), from_on=date(2026, 1, 6), ends_on=date(2026, 2, 27))
    november = {date(2025, 11, 1): Decimal("100.00")}

    found, paid = (points(longer, **facts)["back_pay"] for facts in ({}, {"received": november}))

    assert isinstance(found, Holds)
    assert isinstance(paid, Holds)
    assert found.value.due == (19 + 15) * 7 * Decimal("4.35")
    assert paid.value.due == found.value.due - 100
    assert "back_pay" not in points()


def test_an_amendment_that_shortens_takes_its_days_away() -> None:
    shortened = make_stage(changes=(Change(signed_on=date(2026, 5, 4), ends_on=date(2026, 5, 29)),))

    found = simulate(make_scenario(shortened), today=TODAY)

    assert [month.month.month for month in found.months] == [2, 3, 4, 5]


def test_an_amendment_may_change_the_week() -> None:
    half = make_stage(
        changes=(
            Change(
                signed_on=date(2026, 3, 27),
                from_on=date(2026, 4, 1),
                weekly={day: Decimal("3.5") for day in range(1, 6)},
            ),
        )
    )

    months = simulate(make_scenario(half), today=TODAY).months

    assert [month.hours for month in months[:3]] == [140, 154, Decimal("73.5")]


def test_absences_are_not_paid_but_count_for_the_threshold() -> None:
    short = make_stage(date(2026, 2, 2), date(2026, 4, 3))
    away = days_between(date(2026, 3, 2), date(2026, 3, 6))

    counted = simulate(make_scenario(short, absences=away), today=TODAY)
    left_out = simulate(make_scenario(short, absences=away, leave_counts=False), today=TODAY)

    assert counted.hours == left_out.hours == 280
    assert counted.is_due
    assert not left_out.is_due
    assert "A6.leave_counted" in {doubt.rule for doubt in counted.doubts}


def test_closures_are_neither_paid_nor_counted() -> None:
    short = make_stage(date(2026, 2, 2), date(2026, 4, 3))

    found = simulate(
        make_scenario(short, closures=days_between(date(2026, 3, 2), date(2026, 3, 6))), today=TODAY
    )

    assert not found.is_due


def test_good_friday_and_december_26_are_off_in_alsace_moselle() -> None:
    spring = make_stage(date(2026, 4, 1), date(2026, 4, 10))

    def hours(**facts: object) -> Decimal:
        return simulate(make_scenario(spring, **facts), today=TODAY).hours

    assert hours() == hours(territory="alsace_moselle") == 49
    assert hours(territory="alsace_moselle", good_friday=True) == 42


def test_hours_and_sums_entered_give_the_arrears() -> None:
    found = simulate(
        make_scenario(
            worked={FEBRUARY: Decimal(133)}, received={FEBRUARY: Decimal(500), MARCH: Decimal(693)}
        ),
        today=TODAY,
    )

    assert isinstance(found.balance, Holds)
    assert found.balance.value.due == Decimal("98.50")
    assert found.months[0].late == Decimal("98.50")
    assert found.months[2].late is None


def test_hours_entered_for_two_internships_of_one_month_are_shared_once() -> None:
    first = make_stage(date(2026, 2, 2), date(2026, 2, 13))
    second = make_stage(date(2026, 2, 16), date(2026, 2, 27))

    found = simulate(make_scenario(first, second, worked={FEBRUARY: Decimal(100)}), today=TODAY)

    assert found.hours == 100


def test_nothing_is_late_when_all_was_received() -> None:
    found = simulate(make_scenario(received={FEBRUARY: Decimal(630)}), today=TODAY)

    assert isinstance(found.balance, DoesNotHold)


def test_a_break_stops_the_pay_and_settles_what_was_smoothed() -> None:
    found = simulate(
        make_scenario(
            pause=Pause(date(2026, 4, 6), reason="illness"),
            method="smoothed",
            received={FEBRUARY: Decimal("551.25"), MARCH: Decimal("551.25")},
        ),
        today=date(2026, 4, 30),
    )

    points = {point.key: point for point in found.points}
    settlement = points["settlement"].outcome
    assert found.hours == 140 + 154 + 21
    assert isinstance(settlement, Holds)
    assert settlement.value == Decimal("1417.50") - Decimal("1102.50")
    assert points["break"].level == "ok"


def test_the_part_above_the_franchise_bears_contributions() -> None:
    found = simulate(make_scenario(agreed=Agreed(Decimal(900), "month")), today=TODAY)

    march = found.months[1]
    assert march.franchise is not None
    assert (march.franchise.exempt, march.franchise.base) == (Decimal("693.00"), Decimal("207.00"))
    assert march.withheld
    assert march.net == 900 - march.withheld
    assert found.net is not None
    assert found.net < found.payable


SPRING = make_stage(date(2026, 2, 2), date(2026, 5, 15))


def test_smoothing_the_minimum_leaves_the_net_open_instead_of_withholding() -> None:
    smoothed = simulate(make_scenario(SPRING, method="smoothed"), today=TODAY)
    real = simulate(make_scenario(SPRING), today=TODAY)

    assert (real.withheld, real.net) == (Decimal(0), real.payable)
    assert (smoothed.withheld, smoothed.net) == (None, None)
    told = next(doubt.says for doubt in smoothed.doubts if doubt.rule == "A12.smoothed")
    assert "51,69\u00a0€" in told
    assert "A12.smoothed" not in {doubt.rule for doubt in real.doubts}


def test_smoothing_a_pay_above_the_exemption_is_charged() -> None:
    high = Agreed(Decimal(6), "hour")
    found = simulate(make_scenario(SPRING, agreed=high, method="smoothed"), today=TODAY)

    assert found.withheld
    assert "A12.smoothed" not in {doubt.rule for doubt in found.doubts}


def test_hours_of_an_amendment_keep_their_own_franchise() -> None:
    lengthened = make_stage(
        date(2025, 11, 3),
        date(2025, 12, 19),
        changes=(Change(signed_on=date(2026, 1, 5), from_on=date(2026, 1, 6), ends_on=date(2026, 2, 27)),),
    )

    found = simulate(make_scenario(lengthened), today=TODAY)

    assert found.payable == found.minimum
    assert found.withheld == 0


def test_two_internships_of_one_month_keep_their_own_franchise() -> None:
    old = make_stage(date(2025, 11, 3), date(2026, 1, 9))
    new = make_stage(date(2026, 1, 12), date(2026, 2, 27))

    found = simulate(make_scenario(old, new), today=TODAY)

    january = found.months[2]
    assert january.payable == january.hours * Decimal("4.50") - 42 * Decimal("0.15")
    assert january.franchise is not None
    assert january.franchise.exempt == january.payable
    assert found.withheld == 0
    assert "A12.later_signature" in {doubt.rule for doubt in found.doubts}


def test_each_calendar_year_has_its_tax() -> None:
    found = simulate(make_scenario(STRADDLING), today=TODAY)

    assert [year.year for year in found.years] == [2025, 2026]
    assert sum(year.received for year in found.years) == found.payable


def test_a_public_host_may_not_promise_more() -> None:
    found = simulate(make_scenario(public_body=True, agreed=Agreed(Decimal(6), "hour")), today=TODAY)

    assert next(point for point in found.points if point.key == "public").level == "bad"


def test_a_minor_may_not_work_39_hours() -> None:
    found = simulate(make_scenario(make_stage(weekly=39), minor=True), today=TODAY)

    assert next(point for point in found.points if point.key == "week").level == "bad"


def test_rural_family_schools_have_a_higher_threshold() -> None:
    spring = make_stage(date(2026, 2, 2), date(2026, 4, 17))

    assert simulate(make_scenario(spring), today=TODAY).is_due
    assert not simulate(make_scenario(spring, rural_family_school=True), today=TODAY).is_due


def test_no_hour_gives_no_euro() -> None:
    found = simulate(make_scenario(make_stage(weekly=0)), today=TODAY)

    assert {found.hours, found.minimum, found.payable} == {Decimal(0)}
    assert not found.is_due


def test_one_day_on_29_february_is_counted() -> None:
    leap = date(2024, 2, 29)

    found = simulate(make_scenario(make_stage(leap, leap)), today=TODAY)

    assert (found.hours, found.days) == (Decimal(7), 1)
    assert found.minimum == Decimal("30.45")


@pytest.mark.parametrize(
    ("starts_on", "ends_on"),
    [
        (date(2026, 3, 2), date(2026, 3, 1)),
        (date(1996, 1, 1), date(2026, 1, 1)),
        (date(9998, 1, 1), date(9999, 12, 31)),
    ],
)
def test_dates_that_cannot_be_are_refused(starts_on: date, ends_on: date) -> None:
    with pytest.raises(ImpossibleDates):
        check_dates(starts_on=starts_on, ends_on=ends_on)


def test_dates_before_the_known_figures_have_no_answer() -> None:
    with pytest.raises(NoValueInForce):
        simulate(make_scenario(make_stage(date(2009, 3, 2), date(2009, 4, 30))), today=TODAY)
