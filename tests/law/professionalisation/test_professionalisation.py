from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tremplin.law.contributions import NetPay
from tremplin.law.outcome import DoesNotHold, Holds, NeedsFacts, Outcome
from tremplin.law.parameters import NoValueInForce
from tremplin.law.professionalisation.duration import allowed_duration, enough_training
from tremplin.law.professionalisation.eligibility import FRENCH, Situation, may_sign
from tremplin.law.professionalisation.in_kind import in_kind_deduction
from tremplin.law.professionalisation.net import net_pay
from tremplin.law.professionalisation.pay import (
    AgeBand,
    Diploma,
    ProfessionalisationPay,
    age_band,
    minimum_pay,
    minimum_pay_by_birth_date,
    opens_higher_rate,
)
from tremplin.law.professionalisation.tutor import may_be_tutor

JULY_2026 = date(2026, 7, 1)
START = date(2025, 10, 1)


def pay(outcome: Outcome[ProfessionalisationPay]) -> ProfessionalisationPay:
    assert isinstance(outcome, Holds)
    return outcome.value


@pytest.mark.parametrize(
    ("band", "diploma", "amount"),
    [
        (AgeBand.UNDER_21, False, "1026.86"),
        (AgeBand.UNDER_21, True, "1213.56"),
        (AgeBand.AGE_21_25, False, "1306.91"),
        (AgeBand.AGE_21_25, True, "1493.61"),
        (AgeBand.AGE_26_PLUS, False, "1867.02"),
        (AgeBand.AGE_26_PLUS, True, "1867.02"),
    ],
)
def test_the_table_of_july_2026_comes_out_to_the_cent(band: AgeBand, diploma: bool, amount: str) -> None:
    found = pay(minimum_pay(age_band=band, qualifying_diploma=diploma, on=JULY_2026))

    assert found.amount == Decimal(amount)


@pytest.mark.parametrize(("branch", "amount"), [("2400", "2040.00"), ("2000", "1867.02")])
def test_from_26_the_branch_may_give_more(branch: str, amount: str) -> None:
    outcome = minimum_pay(
        age_band=AgeBand.AGE_26_PLUS, qualifying_diploma=None, on=JULY_2026, branch_minimum=Decimal(branch)
    )

    assert pay(outcome).amount == Decimal(amount)


def test_before_26_the_branch_minimum_does_not_count() -> None:
    outcome = minimum_pay(
        age_band=AgeBand.AGE_21_25, qualifying_diploma=True, on=JULY_2026, branch_minimum=Decimal(3000)
    )

    assert pay(outcome).amount == Decimal("1493.61")


@pytest.mark.parametrize(("band", "missing"), [(None, ("age_band", "qualifying_diploma")),
                                               (AgeBand.UNDER_21, ("qualifying_diploma",))])  # fmt: skip
def test_band_and_diploma_are_needed_before_26(band: AgeBand | None, missing: tuple[str, ...]) -> None:
    assert minimum_pay(age_band=band, qualifying_diploma=None, on=JULY_2026) == NeedsFacts(missing)


def test_part_time_is_paid_in_proportion() -> None:
    outcome = minimum_pay(
        age_band=AgeBand.AGE_21_25, qualifying_diploma=False, on=JULY_2026, weekly_hours=Decimal(28)
    )

    assert pay(outcome).amount == Decimal("1045.53")


@pytest.mark.parametrize(
    ("diploma", "answer", "doubt"),
    [
        ("professional_bac", "holds", None),
        ("professional_title", "holds", None),
        ("professional_higher", "holds", None),
        ("none", "does not hold", None),
        ("general_bac", "does not hold", "C3.general_bac"),
        ("technological_bac", "does not hold", "C3.general_higher"),
        ("general_higher", "does not hold", "C3.general_higher"),
        (None, "needs facts", None),
    ],
)
def test_a_general_bac_does_not_open_the_higher_rate(
    diploma: Diploma | None, answer: str, doubt: str | None
) -> None:
    outcome = opens_higher_rate(diploma=diploma)

    assert outcome.answer == answer
    assert [each.rule for each in outcome.doubts] == ([doubt] if doubt else [])


def by_birth(born: date | None, on: date, diploma: bool | None = True) -> Outcome[ProfessionalisationPay]:
    return minimum_pay_by_birth_date(birth_date=born, contract_start=START, on=on, qualifying_diploma=diploma)


def test_the_band_moves_on_the_first_of_the_month_after_the_21st_birthday() -> None:
    june, july = (pay(by_birth(date(2005, 6, 10), date(2026, month, 1))) for month in (6, 7))

    assert (june.percent, june.amount) == (Decimal(65), Decimal("1213.56"))
    assert (july.percent, july.amount) == (Decimal(80), Decimal("1493.61"))


@pytest.mark.parametrize(
    ("month", "band", "doubts"),
    [
        (5, AgeBand.AGE_21_25, []),
        (6, AgeBand.AGE_21_25, ["C3.birthday_26"]),
        (7, AgeBand.AGE_26_PLUS, []),
    ],
)
def test_the_month_of_the_26th_birthday_is_a_doubt(month: int, band: AgeBand, doubts: list[str]) -> None:
    outcome = age_band(birth_date=date(2000, 6, 10), contract_start=START, on=date(2026, month, 1))

    assert isinstance(outcome, Holds)
    assert outcome.value is band
    assert [doubt.rule for doubt in outcome.doubts] == doubts


def test_nothing_is_paid_before_the_contract() -> None:
    assert isinstance(by_birth(date(2005, 6, 10), date(2025, 9, 30)), DoesNotHold)


def test_birth_date_then_diploma_are_needed() -> None:
    assert by_birth(None, JULY_2026) == NeedsFacts(("birth_date",))
    assert isinstance(by_birth(date(2005, 6, 10), JULY_2026, diploma=None), NeedsFacts)


def net(gross: str, **changes: Any) -> NetPay:
    outcome = net_pay(gross_monthly=Decimal(gross), on=JULY_2026, **changes)
    assert isinstance(outcome, Holds)
    return outcome.value


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "1182.34"),
        ({"alsace_moselle": True}, "1162.92"),
        ({"health_cover": Decimal(40)}, "1160.40"),
    ],
)
def test_net_pay_is_an_ordinary_employee_s(changes: dict[str, Any], expected: str) -> None:
    assert net("1493.61", **changes).net == Decimal(expected)


def test_net_pay_above_the_ceiling_is_not_computed() -> None:
    assert isinstance(net_pay(gross_monthly=Decimal("4005.01"), on=JULY_2026), DoesNotHold)


def test_rates_before_2019_are_not_known() -> None:
    with pytest.raises(NoValueInForce):
        net_pay(gross_monthly=Decimal(1000), on=date(2018, 12, 31))


@given(cents=st.integers(0, 400_000), more=st.integers(0, 500))
def test_more_gross_never_means_less_net(cents: int, more: int) -> None:
    assert net(str(Decimal(cents) / 100)).net <= net(str(Decimal(cents + more) / 100)).net


@pytest.mark.parametrize(
    ("born", "situation", "allowed"),
    [
        (date(2009, 10, 2), None, False),
        (date(2009, 10, 1), None, True),
        (date(1999, 10, 2), None, True),
        (date(1999, 10, 1), None, False),
        (date(1985, 1, 1), "job_seeker", True),
    ],
)
def test_the_contract_is_open_from_16_to_25_and_to_job_seekers(
    born: date, situation: Situation | None, allowed: bool
) -> None:
    outcome = may_sign(birth_date=born, contract_start=START, situation=situation)

    assert isinstance(outcome, Holds) is allowed


@pytest.mark.parametrize("situation", FRENCH)
def test_beneficiaries_may_sign_at_any_age(situation: Situation) -> None:
    assert isinstance(may_sign(birth_date=date(1980, 1, 1), contract_start=START, situation=situation), Holds)


def test_public_bodies_are_left_out_and_reasons_add_up() -> None:
    outcome = may_sign(birth_date=date(2011, 1, 1), contract_start=START, private_law_employer=False)

    assert isinstance(outcome, DoesNotHold)
    assert len(outcome.steps) == 4


@pytest.mark.parametrize(
    ("months", "extension", "allowed"),
    [
        (5, None, False),
        (6, None, True),
        (12, None, True),
        (13, None, False),
        (24, "branch_agreement", True),
        (25, "branch_agreement", False),
        (36, "priority_public", True),
        (37, "priority_public", False),
    ],
)
def test_the_action_lasts_six_to_twelve_months_or_more_by_exception(
    months: int, extension: Any, allowed: bool
) -> None:
    outcome = allowed_duration(months=months, on=START, extension=extension)

    assert isinstance(outcome, Holds) is allowed


@pytest.mark.parametrize(
    ("training", "total", "more", "allowed"),
    [
        ("240", "1600", False, True),
        ("239", "1600", False, False),
        ("400", "1600", False, True),
        ("401", "1600", False, False),
        ("401", "1600", True, True),
        ("149", "500", False, False),
        ("150", "500", False, True),
    ],
)
def test_training_takes_15_to_25_percent_and_150_hours(
    training: str, total: str, more: bool, allowed: bool
) -> None:
    outcome = enough_training(
        training_hours=Decimal(training), total_hours=Decimal(total), on=START, branch_allows_more=more
    )

    assert isinstance(outcome, Holds) is allowed


@pytest.mark.parametrize(
    ("followed", "employer", "years", "allowed"),
    [
        (3, False, 2, True),
        (4, False, 2, False),
        (2, True, 2, True),
        (3, True, 2, False),
        (1, False, 1, False),
    ],
)
def test_a_tutor_has_two_years_of_experience_and_few_people(
    followed: int, employer: bool, years: int, allowed: bool
) -> None:
    outcome = may_be_tutor(experience_years=years, followed=followed, is_employer=employer, on=START)

    assert isinstance(outcome, Holds) is allowed


def test_benefits_in_kind_follow_the_same_two_limits() -> None:
    outcome = in_kind_deduction(ordinary_deduction=Decimal(200), gross_monthly=Decimal(1000), on=START)

    assert isinstance(outcome, Holds)
    assert outcome.value == 150


@pytest.mark.parametrize(
    "outcome",
    [
        may_sign(birth_date=None, contract_start=START, private_law_employer=None),
        allowed_duration(months=None, on=START),
        enough_training(training_hours=None, total_hours=None, on=START),
        may_be_tutor(experience_years=None, followed=None, on=START),
        net_pay(gross_monthly=None, on=START),
    ],
)
def test_a_rule_says_which_facts_it_lacks(outcome: Outcome[object]) -> None:
    assert isinstance(outcome, NeedsFacts)
    assert outcome.facts


@pytest.mark.parametrize(
    ("months", "over", "allowed"),
    [(12, 0, True), (12, 1, False), (11, 29, True), (5, 29, False), (6, 0, True)],
)
def test_days_beyond_the_last_month_count(months: int, over: int, allowed: bool) -> None:
    outcome = allowed_duration(months=months, days_over=over, on=START)

    assert isinstance(outcome, Holds) is allowed
