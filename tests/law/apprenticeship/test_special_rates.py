from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tremplin.law.apprenticeship.age_band import AgeBand
from tremplin.law.apprenticeship.grid import grid_percentage
from tremplin.law.apprenticeship.special_rates import (
    disability_extension_rate,
    extension_rate,
    licence_professionnelle_rate,
    new_contract_rate,
    public_employer_rates,
    same_level_rate,
    shorter_contract_rate,
)
from tremplin.law.outcome import DoesNotHold, Holds, NeedsFacts, Outcome
from tremplin.law.parameters import NoValueInForce

SIGNED = date(2025, 9, 1)
YOUNG = AgeBand.AGE_18_20


def percent(outcome: Outcome[Decimal]) -> Decimal:
    assert isinstance(outcome, Holds)
    return outcome.value


def same_level(**changes: Any) -> Outcome[Decimal]:
    facts: dict[str, Any] = {
        "age_band": YOUNG,
        "completed_years": 2,
        "concluded_on": SIGNED,
        "contract_months": 12,
        "same_level": True,
        "direct_link": True,
    }
    return same_level_rate(**facts | changes)


def test_a_second_diploma_of_the_same_level_adds_fifteen_points() -> None:
    assert percent(same_level()) == 66


def test_the_bonus_needs_every_fact() -> None:
    outcome = same_level(completed_years=None, contract_months=None, same_level=None, direct_link=None)

    assert outcome == NeedsFacts(("completed_years", "contract_months", "same_level", "direct_link"))


def test_every_missing_condition_of_the_bonus_is_said_at_once() -> None:
    outcome = same_level(contract_months=13, same_level=False, direct_link=False)

    assert isinstance(outcome, DoesNotHold)
    assert len(outcome.steps) == 3


def test_an_increase_stops_at_the_whole_smic() -> None:
    assert percent(same_level(age_band=AgeBand.AGE_26_PLUS)) == 100


@pytest.mark.parametrize(("band", "rate"), [(YOUNG, 82), (AgeBand.AGE_21_25, 93), (AgeBand.UNDER_18, 70)])
def test_a_disability_extension_adds_fifteen_points_to_the_last_year(band: AgeBand, rate: int) -> None:
    assert (
        percent(disability_extension_rate(age_band=band, last_contract_year=3, concluded_on=SIGNED)) == rate
    )


def test_a_licence_professionnelle_is_paid_at_the_second_year() -> None:
    assert percent(licence_professionnelle_rate(age_band=YOUNG, concluded_on=SIGNED)) == 51


def test_entering_the_second_year_directly_opens_its_rate() -> None:
    outcome = shorter_contract_rate(age_band=YOUNG, contract_year=1, years_spared=1, concluded_on=SIGNED)

    assert percent(outcome) == 51


@pytest.mark.parametrize(("after_failure", "article"), [(True, "D. 6222-28"), (False, "D. 6222-28-2")])
def test_a_year_beyond_the_cycle_keeps_the_last_rate(after_failure: bool, article: str) -> None:
    outcome = extension_rate(
        age_band=YOUNG, last_contract_year=2, concluded_on=SIGNED, after_failure=after_failure
    )

    assert percent(outcome) == 51
    assert outcome.steps[0].because is not None
    assert outcome.steps[0].because.article == article


@pytest.mark.parametrize(("previous", "rate"), [("67", 67), ("40", 43)])
def test_a_new_contract_keeps_the_former_rate_unless_age_gives_more(previous: str, rate: int) -> None:
    outcome = new_contract_rate(
        age_band=YOUNG,
        contract_year=1,
        previous_rate=Decimal(previous),
        concluded_on=SIGNED,
        same_employer=False,
    )

    assert percent(outcome) == rate
    assert not outcome.doubts


def test_a_new_contract_asks_whether_the_employer_is_the_same() -> None:
    outcome = new_contract_rate(
        age_band=YOUNG, contract_year=1, previous_rate=Decimal(67), concluded_on=SIGNED
    )

    assert [doubt.rule for doubt in outcome.doubts] == ["B4.same_employer"]


@pytest.mark.parametrize(
    "outcome",
    [
        disability_extension_rate(age_band=YOUNG, last_contract_year=None, concluded_on=SIGNED),
        extension_rate(age_band=YOUNG, last_contract_year=None, concluded_on=SIGNED),
        shorter_contract_rate(age_band=YOUNG, contract_year=None, years_spared=None, concluded_on=SIGNED),
        new_contract_rate(age_band=YOUNG, contract_year=None, previous_rate=None, concluded_on=SIGNED),
    ],
)
def test_a_special_rate_says_which_facts_it_lacks(outcome: Outcome[Decimal]) -> None:
    assert isinstance(outcome, NeedsFacts)
    assert outcome.facts


def test_a_public_employer_may_add_ten_or_twenty_points() -> None:
    base = grid_percentage(age_band=YOUNG, contract_year=1, concluded_on=SIGNED)

    rates = public_employer_rates(base=base, concluded_on=SIGNED)

    assert rates.value == {0: 43, 10: 53, 20: 63}


def test_a_public_bonus_is_not_known_before_april_2020() -> None:
    base = grid_percentage(age_band=YOUNG, contract_year=1, concluded_on=date(2020, 4, 26))

    with pytest.raises(NoValueInForce):
        public_employer_rates(base=base, concluded_on=date(2020, 4, 26))


@given(band=st.sampled_from(AgeBand), year=st.integers(1, 4))
def test_a_raised_rate_is_between_the_ordinary_one_and_the_whole_smic(band: AgeBand, year: int) -> None:
    ordinary = grid_percentage(age_band=band, contract_year=year, concluded_on=SIGNED).value

    raised = percent(disability_extension_rate(age_band=band, last_contract_year=year, concluded_on=SIGNED))

    assert ordinary <= raised <= 100
