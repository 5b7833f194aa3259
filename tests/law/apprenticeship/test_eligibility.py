from datetime import date

import pytest

from tremplin.law.apprenticeship.eligibility import UNBOUNDED, Situation, age_allows_contract
from tremplin.law.outcome import DoesNotHold, Holds, NeedsFacts

START = date(2026, 9, 1)


def born(age: int, *, on: date = START) -> date:
    return date(on.year - age, on.month, on.day)


def test_the_birth_date_is_needed() -> None:
    assert age_allows_contract(birth_date=None, contract_start=START) == NeedsFacts(("birth_date",))


@pytest.mark.parametrize("age", [16, 22, 29])
def test_apprenticeship_is_open_from_16_to_29(age: int) -> None:
    outcome = age_allows_contract(birth_date=born(age), contract_start=START)

    assert isinstance(outcome, Holds)
    assert outcome.value == age


def test_the_limit_was_25_before_2019() -> None:
    before, after = date(2018, 12, 31), date(2019, 1, 1)

    assert isinstance(age_allows_contract(birth_date=date(1992, 6, 1), contract_start=before), DoesNotHold)
    assert isinstance(age_allows_contract(birth_date=date(1992, 6, 1), contract_start=after), Holds)


@pytest.mark.parametrize(
    ("age", "completed", "answer"),
    [
        (15, True, "holds"),
        (15, False, "does not hold"),
        (15, None, "needs facts"),
        (14, True, "does not hold"),
    ],
)
def test_fifteen_is_enough_once_lower_secondary_is_completed(
    age: int, completed: bool | None, answer: str
) -> None:
    outcome = age_allows_contract(
        birth_date=born(age), contract_start=START, lower_secondary_completed=completed
    )

    assert outcome.answer == answer


def test_past_29_a_reason_is_needed() -> None:
    outcome = age_allows_contract(birth_date=born(30), contract_start=START)

    assert isinstance(outcome, DoesNotHold)


@pytest.mark.parametrize("situation", UNBOUNDED)
def test_three_situations_lift_the_limit(situation: Situation) -> None:
    outcome = age_allows_contract(birth_date=born(48), contract_start=START, situation=situation)

    assert isinstance(outcome, Holds)


def following(age: int, *, ended: date | None = date(2026, 8, 31), signed: date | None = None) -> object:
    return age_allows_contract(
        birth_date=born(age),
        contract_start=START,
        situation="higher_level_after_contract",
        concluded_on=signed,
        previous_contract_ended_on=ended,
    )


def test_a_following_contract_is_possible_past_29() -> None:
    outcome = following(34)

    assert isinstance(outcome, Holds)
    assert not outcome.doubts


def test_at_35_the_code_and_public_guidance_disagree() -> None:
    outcome = following(35)

    assert isinstance(outcome, Holds)
    assert [doubt.rule for doubt in outcome.doubts] == ["B1.last_age"]


def test_a_following_contract_needs_the_end_of_the_previous_one() -> None:
    assert isinstance(following(32, ended=None), NeedsFacts)


def test_every_reason_of_refusal_is_given_at_once() -> None:
    outcome = following(36, ended=date(2025, 8, 31))

    assert isinstance(outcome, DoesNotHold)
    assert len(outcome.steps) == 4


@pytest.mark.parametrize(("ended", "allowed"), [(date(2025, 9, 1), True), (date(2025, 8, 31), False)])
def test_a_following_contract_is_signed_within_a_year(ended: date, allowed: bool) -> None:
    assert isinstance(following(32, ended=ended), Holds) is allowed
