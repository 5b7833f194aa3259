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
