from datetime import date
from decimal import Decimal

import pytest

from tremplin.law.internship.quota import intern_quota, interns_within_quota, quota_headcount
from tremplin.law.internship.supervision import supervising_teacher_limit, tutor_limit
from tremplin.law.outcome import DoesNotHold, Holds, NeedsFacts
from tremplin.law.parameters import NoValueInForce

ON = date(2026, 1, 1)
LIMITS = {1: 3, 19: 3, 20: 3, 21: 4, 26: 4, 27: 5, 33: 5, 34: 6, 45: 7, 100: 15, 101: 16, 250: 38}


@pytest.mark.parametrize(("headcount", "limit"), LIMITS.items())
def test_the_quota_is_the_printed_one(headcount: int, limit: int) -> None:
    outcome = intern_quota(headcount=headcount, on=ON)

    assert isinstance(outcome, Holds)
    assert outcome.value == limit


@pytest.mark.parametrize(("average", "limit"), [("19.9", 3), ("20.1", 4), ("26.67", 5)])
def test_an_average_is_not_rounded_first(average: str, limit: int) -> None:
    outcome = intern_quota(headcount=Decimal(average), on=ON)

    assert isinstance(outcome, Holds)
    assert outcome.value == limit


@pytest.mark.parametrize(
    ("headcount", "order", "limit", "doubts"),
    [
        (29, True, 5, ["A17.order_guidance"]),
        (30, True, 6, ["A17.order_guidance"]),
        (33, True, 6, ["A17.order_guidance", "figure.quota_pfmp_share.confidence"]),
        (29, False, 5, ["A17.order_guidance"]),
        (29, None, 5, ["A17.order_guidance", "A17.academic_order"]),
        (40, None, 6, ["A17.order_guidance", "A17.academic_order"]),
    ],
)
def test_an_academic_order_may_raise_the_quota_of_vocational_placements(
    headcount: int, order: bool | None, limit: int, doubts: list[str]
) -> None:
    outcome = intern_quota(headcount=headcount, on=ON, vocational_placement=True, academic_order=order)

    assert isinstance(outcome, Holds)
    assert outcome.value == limit
    assert [doubt.rule for doubt in outcome.doubts] == doubts


def test_the_quota_starts_on_29_october_2015() -> None:
    assert isinstance(intern_quota(headcount=5, on=date(2015, 10, 29)), Holds)
    with pytest.raises(NoValueInForce):
        intern_quota(headcount=5, on=date(2015, 10, 28))


@pytest.mark.parametrize(("interns", "lawful"), [(3, True), (4, False)])
def test_a_small_host_has_three_interns_at_most(interns: int, lawful: bool) -> None:
    outcome = interns_within_quota(interns=interns, headcount=12, on=ON)

    assert isinstance(outcome, Holds) is lawful


def test_the_quota_names_what_it_misses() -> None:
    assert intern_quota(headcount=None, on=ON) == NeedsFacts(("headcount",))
    assert interns_within_quota(interns=None, headcount=None, on=ON) == NeedsFacts(("interns", "headcount"))
    assert quota_headcount(at_month_end=None, yearly_average=None).answer == "needs facts"


@pytest.mark.parametrize(
    ("at_month_end", "average", "headcount"), [(20, "24.5", "24.5"), (30, "24.5", "30"), (20, None, "20")]
)
def test_the_headcount_is_the_higher_of_the_two(
    at_month_end: int, average: str | None, headcount: str
) -> None:
    outcome = quota_headcount(
        at_month_end=at_month_end, yearly_average=None if average is None else Decimal(average)
    )

    assert isinstance(outcome, Holds)
    assert outcome.value == Decimal(headcount)


@pytest.mark.parametrize(("interns", "lawful"), [(3, True), (4, False)])
def test_a_tutor_follows_three_interns_at_most(interns: int, lawful: bool) -> None:
    assert isinstance(tutor_limit(interns=interns, on=ON), Holds) is lawful


@pytest.mark.parametrize(
    ("interns", "higher", "on", "answer"),
    [
        (24, True, ON, "holds"),
        (25, True, ON, "does not hold"),
        (17, True, date(2017, 12, 3), "does not hold"),
        (17, True, date(2017, 12, 4), "holds"),
        (16, False, ON, "holds"),
        (17, False, ON, "does not hold"),
        (16, None, ON, "holds"),
        (17, None, ON, "needs facts"),
        (25, None, ON, "does not hold"),
        (None, None, ON, "needs facts"),
    ],
)
def test_a_supervising_teacher_follows_16_or_24_interns(
    interns: int | None, higher: bool | None, on: date, answer: str
) -> None:
    assert supervising_teacher_limit(interns=interns, higher_education=higher, on=on).answer == answer


def test_the_room_left_is_the_value() -> None:
    outcome = tutor_limit(interns=1, on=ON)

    assert isinstance(outcome, Holds)
    assert outcome.value == 2
    assert isinstance(tutor_limit(interns=None, on=ON), NeedsFacts)
    assert isinstance(tutor_limit(interns=9, on=ON), DoesNotHold)
