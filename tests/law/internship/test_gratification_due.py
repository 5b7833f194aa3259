from datetime import date
from decimal import Decimal

import pytest

from tests.law.placements import by_month, make_placement
from tremplin.law.internship.gratification_due import gratification_due
from tremplin.law.outcome import DoesNotHold, Holds, NeedsFacts


@pytest.mark.parametrize(("hours", "owed"), [("307", False), ("308", False), ("308.01", True), ("309", True)])
def test_is_owed_strictly_above_308_hours(hours: str, owed: bool) -> None:
    assert isinstance(gratification_due(placements=[make_placement(hours=hours)]), Holds) is owed


@pytest.mark.parametrize(("hours", "owed"), [("462", False), ("462.5", True)])
def test_is_owed_strictly_above_462_hours_in_a_rural_family_school(hours: str, owed: bool) -> None:
    outcome = gratification_due(placements=[make_placement(hours=hours)], rural_family_school=True)

    assert isinstance(outcome, Holds) is owed


def test_asks_for_a_placement() -> None:
    assert gratification_due(placements=[]) == NeedsFacts(("placements",))


@pytest.mark.parametrize(
    ("hours", "answer"), [("300", "does not hold"), ("400", "needs facts"), ("500", "holds")]
)
def test_asks_for_the_school_only_when_it_matters(hours: str, answer: str) -> None:
    outcome = gratification_due(placements=[make_placement(hours=hours)], rural_family_school=None)

    assert outcome.answer == answer


def test_asks_for_the_school_when_fewer_placements_would_be_owed() -> None:
    short = make_placement(hours="320", host="A")
    long = make_placement(hours="500", host="B")

    outcome = gratification_due(placements=[short, long], rural_family_school=None)

    assert outcome.answer == "needs facts"


def test_two_hosts_are_not_added() -> None:
    placements = [make_placement(hours="200", host=host) for host in ("A", "B")]

    outcome = gratification_due(placements=placements)

    assert isinstance(outcome, DoesNotHold)
    assert len(outcome.steps) == 2


def test_only_the_host_above_the_threshold_owes() -> None:
    short = make_placement(hours="200", host="A")
    long = make_placement(hours="400", host="B")

    outcome = gratification_due(placements=[short, long])

    assert isinstance(outcome, Holds)
    assert outcome.value.placements == (long,)


def test_each_host_above_the_threshold_is_told_apart() -> None:
    placements = [make_placement(hours="400", host=host) for host in ("A", "B")]

    outcome = gratification_due(placements=placements)

    assert isinstance(outcome, Holds)
    assert outcome.value.hours == 800
    assert [step.says for step in outcome.steps[:-1]] == [
        "400\u00a0h de présence chez A dépassent 308\u00a0h.",
        "400\u00a0h de présence chez B dépassent 308\u00a0h.",
    ]


SUMMER = make_placement(hours="301", starts_on=date(2026, 7, 1), ends_on=date(2026, 8, 31))


@pytest.mark.parametrize(
    ("starts_on", "host", "doubtful"),
    [
        (date(2026, 9, 1), "", True),
        (date(2026, 9, 2), "", False),
        (date(2026, 9, 1), "other", False),
    ],
)
def test_agreements_in_a_row_across_two_years_are_doubtful(
    starts_on: date, host: str, doubtful: bool
) -> None:
    autumn = make_placement(hours="154", starts_on=starts_on, ends_on=date(2026, 9, 30), host=host)

    outcome = gratification_due(placements=[autumn, SUMMER])

    assert isinstance(outcome, DoesNotHold)
    told = [doubt.says for doubt in outcome.doubts if doubt.rule == "A8.in_a_row"]
    assert len(told) == doubtful
    assert not doubtful or "455\u00a0h" in told[0]


def test_a_weekend_between_two_agreements_does_not_part_them() -> None:
    summer = make_placement(hours="301", starts_on=date(2025, 7, 1), ends_on=date(2025, 8, 29))
    autumn = make_placement(hours="154", starts_on=date(2025, 9, 1), ends_on=date(2025, 9, 30))

    outcome = gratification_due(placements=[summer, autumn])

    assert [doubt.rule for doubt in outcome.doubts] == ["A8.in_a_row"]


def test_agreements_in_a_row_that_are_all_owed_leave_no_doubt() -> None:
    spring = make_placement(hours="301", starts_on=date(2026, 3, 2), ends_on=date(2026, 4, 30))
    summer = make_placement(hours="154", starts_on=date(2026, 5, 1), ends_on=date(2026, 5, 29))

    assert gratification_due(placements=[spring, summer]).doubts == ()


def test_one_internship_counts_whole_across_two_school_years() -> None:
    summer = make_placement(hours="330", starts_on=date(2026, 7, 15), ends_on=date(2026, 10, 15))

    outcome = gratification_due(placements=[summer])

    assert isinstance(outcome, Holds)
    assert outcome.value.hours == 330
    assert [doubt.rule for doubt in outcome.doubts] == ["A8.two_years"]


def test_hours_by_month_share_a_straddling_internship_exactly() -> None:
    summer = make_placement(
        hours="250",
        starts_on=date(2026, 8, 1),
        ends_on=date(2026, 9, 30),
        hours_by_month=by_month(m2026_08="100", m2026_09="150"),
    )
    winter = make_placement(hours="159", starts_on=date(2027, 1, 4), ends_on=date(2027, 1, 29))

    outcome = gratification_due(placements=[summer, winter])

    assert isinstance(outcome, Holds)
    assert outcome.value.hours == Decimal(409)
    assert outcome.doubts == ()


def test_the_school_s_own_calendar_changes_the_year() -> None:
    september = make_placement(hours="160", starts_on=date(2025, 9, 1), ends_on=date(2025, 9, 30))
    march = make_placement(hours="160", starts_on=date(2026, 3, 2), ends_on=date(2026, 3, 31))

    usual = gratification_due(placements=[september, march])
    october = gratification_due(placements=[september, march], year_starts=(10, 1))

    assert isinstance(usual, Holds)
    assert isinstance(october, DoesNotHold)
