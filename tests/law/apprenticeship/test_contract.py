from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tremplin.law.apprenticeship.duration import allowed_duration, enough_training, starts_in_time
from tremplin.law.apprenticeship.hiring import counted_in_headcount, hired_without_trial
from tremplin.law.apprenticeship.in_kind import in_kind_deduction
from tremplin.law.apprenticeship.leave import YoungLeave, exam_leave, leave_under_21, yearly_leave
from tremplin.law.apprenticeship.supervision import master_may_take
from tremplin.law.apprenticeship.termination import can_end_freely, earliest_resignation
from tremplin.law.outcome import DoesNotHold, Holds, NeedsFacts, Outcome

START = date(2025, 9, 1)


@pytest.mark.parametrize(
    ("ends_on", "allowed"),
    [
        (date(2026, 2, 27), False),
        (date(2026, 2, 28), True),
        (date(2028, 8, 31), True),
        (date(2028, 9, 1), False),
    ],
)
def test_an_apprenticeship_lasts_six_months_to_three_years(ends_on: date, allowed: bool) -> None:
    assert isinstance(allowed_duration(starts_on=START, ends_on=ends_on), Holds) is allowed


@pytest.mark.parametrize("reason", ["disability", "failed_exam"])
def test_a_disability_or_a_failed_exam_allows_a_fourth_year(reason: str) -> None:
    facts: dict[str, Any] = {reason: True}

    assert isinstance(allowed_duration(starts_on=START, ends_on=date(2029, 8, 31), **facts), Holds)
    assert isinstance(allowed_duration(starts_on=START, ends_on=date(2029, 9, 1), **facts), DoesNotHold)


@pytest.mark.parametrize(("training", "enough"), [("400", True), ("399.5", False)])
def test_a_quarter_of_the_time_is_training(training: str, enough: bool) -> None:
    outcome = enough_training(training_hours=Decimal(training), total_hours=Decimal(1600), on=START)

    assert isinstance(outcome, Holds) is enough


def test_each_part_starts_within_three_months() -> None:
    on_time, late = date(2025, 12, 1), date(2025, 12, 2)

    assert isinstance(
        starts_in_time(contract_start=START, company_start=on_time, training_start=on_time), Holds
    )
    outcome = starts_in_time(contract_start=START, company_start=late, training_start=late)
    assert isinstance(outcome, DoesNotHold)
    assert len(outcome.steps) == 3


@pytest.mark.parametrize(("days", "left"), [(0, 45), (45, 0)])
def test_either_side_may_leave_during_45_days_in_the_company(days: int, left: int) -> None:
    outcome = can_end_freely(company_days=days, on=START)

    assert isinstance(outcome, Holds)
    assert outcome.value == left


def test_after_45_days_in_the_company_a_reason_is_needed() -> None:
    assert isinstance(can_end_freely(company_days=46, on=START), DoesNotHold)


def test_a_resignation_waits_for_the_mediator_then_for_the_notice() -> None:
    outcome = earliest_resignation(mediator_asked_on=date(2026, 3, 2))

    assert isinstance(outcome, Holds)
    assert outcome.value == date(2026, 3, 14)


def test_telling_the_employer_too_early_does_not_count() -> None:
    outcome = earliest_resignation(mediator_asked_on=date(2026, 3, 2), employer_told_on=date(2026, 3, 6))

    assert isinstance(outcome, DoesNotHold)


@pytest.mark.parametrize(
    ("apprentices", "repeating", "allowed"),
    [(2, 0, True), (2, 1, True), (3, 0, False), (1, 2, True), (2, 2, False)],
)
def test_a_master_follows_two_apprentices_and_one_repeater(
    apprentices: int, repeating: int, allowed: bool
) -> None:
    outcome = master_may_take(apprentices=apprentices, repeating=repeating, on=START)

    assert isinstance(outcome, Holds) is allowed


def test_an_apprentice_has_thirty_days_a_year_and_five_before_the_exam() -> None:
    assert yearly_leave(on=START).value == 30
    assert exam_leave(on=START).value == 5


@pytest.mark.parametrize(("born", "young"), [(date(2004, 4, 30), False), (date(2004, 5, 1), True)])
def test_leave_under_21_looks_at_30_april_of_the_year_before(born: date, young: bool) -> None:
    outcome = leave_under_21(birth_date=born, leave_year=2026, acquired_days=20)

    assert isinstance(outcome, Holds) is young


@pytest.mark.parametrize(("acquired", "unpaid"), [(20, 10), (32, 0)])
def test_days_beyond_those_earned_are_not_paid(acquired: int, unpaid: int) -> None:
    outcome = leave_under_21(birth_date=date(2007, 1, 1), leave_year=2026, acquired_days=acquired)

    assert isinstance(outcome, Holds)
    assert outcome.value == YoungLeave(acquired, unpaid)


@pytest.mark.parametrize(("ordinary", "most"), [("200", "150.00"), ("2000", "600.00")])
def test_both_limits_of_benefits_in_kind_apply(ordinary: str, most: str) -> None:
    outcome = in_kind_deduction(ordinary_deduction=Decimal(ordinary), gross_monthly=Decimal(800), on=START)

    assert isinstance(outcome, Holds)
    assert outcome.value == Decimal(most)


def test_the_company_that_trained_hires_without_a_trial_period() -> None:
    assert isinstance(hired_without_trial(same_company=True), Holds)
    assert isinstance(hired_without_trial(same_company=False), DoesNotHold)


def test_an_apprentice_does_not_count_in_the_headcount() -> None:
    assert counted_in_headcount().steps


@pytest.mark.parametrize(
    "outcome",
    [
        allowed_duration(starts_on=START, ends_on=None),
        enough_training(training_hours=None, total_hours=None, on=START),
        starts_in_time(contract_start=START, company_start=None, training_start=None),
        can_end_freely(company_days=None, on=START),
        earliest_resignation(mediator_asked_on=None),
        master_may_take(apprentices=None, on=START),
        leave_under_21(birth_date=None, leave_year=2026, acquired_days=None),
        in_kind_deduction(ordinary_deduction=None, gross_monthly=None, on=START),
        hired_without_trial(same_company=None),
    ],
)
def test_a_rule_says_which_facts_it_lacks(outcome: Outcome[object]) -> None:
    assert isinstance(outcome, NeedsFacts)
    assert outcome.facts
