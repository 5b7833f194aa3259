from datetime import date
from decimal import Decimal

from tests.law.placements import by_month, make_placement
from tremplin.law.internship.amendment import back_pay_after_amendment, lengthened
from tremplin.law.internship.gratification import Amendment, Gratification, gratification_for_hours
from tremplin.law.internship.payment import (
    arrears,
    monthly_payment,
    payment_schedule,
    settlement_on_interruption,
)
from tremplin.law.outcome import DoesNotHold, Holds, NeedsFacts

JANUARY_2026 = date(2026, 1, 5)


def owed(**hours: str) -> Gratification:
    outcome = gratification_for_hours(hours_by_month=by_month(**hours), signed_on=JANUARY_2026)
    assert isinstance(outcome, Holds)
    return outcome.value


def test_the_gratification_is_paid_by_month() -> None:
    assert isinstance(monthly_payment(paid="monthly"), Holds)
    assert isinstance(monthly_payment(paid="at_the_end"), DoesNotHold)
    assert monthly_payment(paid=None) == NeedsFacts(("paid",))


def test_the_real_schedule_pays_each_month_s_hours() -> None:
    outcome = payment_schedule(owed=owed(m2026_02="140", m2026_04="147"), method="real")

    assert isinstance(outcome, Holds)
    assert list(outcome.value.payments.values()) == [Decimal("630.00"), Decimal(0), Decimal("661.50")]


def test_the_smoothed_schedule_shares_over_calendar_months_and_keeps_the_total() -> None:
    gratification = owed(m2025_11="140", m2026_01="147", m2026_02="33.5")

    outcome = payment_schedule(owed=gratification, method="smoothed")

    assert isinstance(outcome, Holds)
    assert list(outcome.value.payments) == [
        date(2025, 11, 1),
        date(2025, 12, 1),
        date(2026, 1, 1),
        date(2026, 2, 1),
    ]
    assert list(outcome.value.payments.values()) == [Decimal("360.56")] * 3 + [Decimal("360.57")]
    assert outcome.value.total == gratification.total
    assert [doubt.rule for doubt in outcome.doubts] == ["A10.flat_or_hourly"]


def test_a_schedule_needs_an_amount() -> None:
    assert payment_schedule(owed=None, method="real") == NeedsFacts(("owed",))


def test_arrears_count_months_already_due_only() -> None:
    outcome = arrears(
        owed=by_month(m2026_02="630", m2026_03="693", m2026_04="661.50"),
        received=by_month(m2026_02="630", m2026_03="500"),
        through=date(2026, 3, 31),
    )

    assert isinstance(outcome, Holds)
    assert outcome.value.due == Decimal(193)
    assert outcome.value.late == {date(2026, 3, 1): Decimal(193)}


def test_nothing_is_in_arrears_when_all_was_received() -> None:
    outcome = arrears(
        owed=by_month(m2026_02="630"), received=by_month(m2026_02="640"), through=date(2026, 2, 28)
    )

    assert isinstance(outcome, DoesNotHold)


def test_arrears_name_what_they_miss() -> None:
    assert arrears(owed=None, received={}, through=None) == NeedsFacts(("owed", "through"))


def test_an_interruption_brings_the_payment_back_to_the_hours_done() -> None:
    done = owed(m2026_02="140", m2026_03="70")
    paid = by_month(m2026_02="600", m2026_03="600")

    ended = settlement_on_interruption(done=done, paid=paid, definitive=True)
    paused = settlement_on_interruption(done=done, paid=paid, definitive=False)

    assert isinstance(ended, Holds)
    assert ended.value == Decimal("-255.00")
    assert ended.steps[0].says != paused.steps[0].says


def test_an_interruption_needs_its_facts() -> None:
    assert settlement_on_interruption(done=None, paid=None, definitive=None) == NeedsFacts(
        ("done", "paid", "definitive")
    )


BEFORE = make_placement(
    hours="280", ends_on=date(2026, 3, 31), hours_by_month=by_month(m2026_02="140", m2026_03="140")
)
AMENDMENT = Amendment(date(2026, 3, 20), by_month(m2026_04="147"))


def test_an_amendment_that_crosses_the_threshold_owes_the_months_before() -> None:
    outcome = back_pay_after_amendment(before=BEFORE, amendment=AMENDMENT, signed_on=JANUARY_2026)

    assert isinstance(outcome, Holds)
    assert outcome.value.due == Decimal("630.00")
    assert outcome.value.owed.total == Decimal("1921.50")


def test_what_was_already_received_is_taken_off_the_back_pay() -> None:
    outcome = back_pay_after_amendment(
        before=BEFORE,
        amendment=AMENDMENT,
        signed_on=JANUARY_2026,
        received=by_month(m2026_02="100", m2026_03="100"),
    )

    assert isinstance(outcome, Holds)
    assert outcome.value.due == Decimal("530.00")


def test_an_amendment_that_stays_under_the_threshold_owes_nothing() -> None:
    short = Amendment(date(2026, 3, 20), by_month(m2026_04="28"))

    outcome = back_pay_after_amendment(before=BEFORE, amendment=short, signed_on=JANUARY_2026)

    assert isinstance(outcome, DoesNotHold)


def test_no_back_pay_when_the_gratification_was_already_owed() -> None:
    outcome = back_pay_after_amendment(before=make_placement(), amendment=AMENDMENT, signed_on=JANUARY_2026)

    assert isinstance(outcome, DoesNotHold)


def test_back_pay_names_what_it_misses() -> None:
    assert back_pay_after_amendment(before=None, amendment=None, signed_on=None) == NeedsFacts(
        ("before", "amendment", "signed_on")
    )


def test_an_internship_lengthened_without_known_months_keeps_its_hours() -> None:
    longer = lengthened(before=make_placement(hours="280", ends_on=date(2026, 3, 31)), amendment=AMENDMENT)

    assert longer.hours == 427
    assert longer.ends_on == date(2026, 4, 30)
