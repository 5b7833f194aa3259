from datetime import date
from decimal import Decimal

import pytest

from tremplin.law.internship.attendance import Attendance, attendance
from tremplin.law.internship.presence import counted_presence, presence_equivalence
from tremplin.law.outcome import Holds, NeedsFacts, Outcome

FULL_TIME = dict.fromkeys(range(1, 6), Decimal(7))
ON = date(2026, 1, 1)


def value_of(outcome: Outcome[Attendance]) -> Attendance:
    assert isinstance(outcome, Holds)
    return outcome.value


@pytest.mark.parametrize(
    ("hours", "days", "months"),
    [("153.5", 21, 0), ("154", 22, 1), ("307", 43, 1), ("308", 44, 2), ("462", 66, 3), ("924", 132, 6)],
)
def test_days_and_months_are_whole_ones(hours: str, days: int, months: int) -> None:
    outcome = presence_equivalence(hours_present=Decimal(hours), on=ON)

    assert isinstance(outcome, Holds)
    assert (outcome.value.days, outcome.value.months) == (days, months)


def test_the_equivalence_needs_hours() -> None:
    assert presence_equivalence(hours_present=None, on=ON) == NeedsFacts(("hours_present",))
    assert counted_presence(hours_present=None) == NeedsFacts(("hours_present",))


@pytest.mark.parametrize(("leave_counts", "total"), [(True, 322), (False, 301)])
def test_leave_counts_or_not_and_the_doubt_is_said(leave_counts: bool, total: int) -> None:
    outcome = counted_presence(
        hours_present=Decimal(301), hours_on_leave=Decimal(21), leave_counts=leave_counts
    )

    assert isinstance(outcome, Holds)
    assert outcome.value == total
    assert [doubt.rule for doubt in outcome.doubts] == ["A6.leave_counted"]


def test_no_doubt_without_leave() -> None:
    outcome = counted_presence(hours_present=Decimal(301))

    assert isinstance(outcome, Holds)
    assert outcome.value == 301
    assert outcome.doubts == ()


def test_the_first_quarter_of_2024_has_the_printed_days() -> None:
    value = value_of(attendance(starts_on=date(2024, 1, 1), ends_on=date(2024, 3, 31), weekly=FULL_TIME))

    assert list(value.days_by_month.values()) == [22, 21, 21]
    assert value.total == 448
    assert value.holidays == {date(2024, 1, 1): "Jour de l’an"}


def test_six_months_of_full_time_stay_under_924_hours() -> None:
    value = value_of(attendance(starts_on=date(2026, 3, 2), ends_on=date(2026, 8, 31), weekly=FULL_TIME))

    assert len(value.hours_by_day) == 125
    assert value.total == 875


def test_the_printed_winter_has_its_hours() -> None:
    value = value_of(attendance(starts_on=date(2025, 12, 1), ends_on=date(2026, 2, 15), weekly=FULL_TIME))

    assert list(value.hours_by_month.values()) == [154, 147, 70]


def test_holidays_may_be_worked() -> None:
    outcome = attendance(
        starts_on=date(2026, 5, 1), ends_on=date(2026, 5, 8), weekly=FULL_TIME, holidays_worked=True
    )

    assert value_of(outcome).total == 42
    assert len(outcome.steps) == 1


def test_absences_and_single_days_change_the_pattern() -> None:
    outcome = attendance(
        starts_on=date(2026, 5, 4),
        ends_on=date(2026, 5, 10),
        weekly=FULL_TIME,
        excluded=[date(2026, 5, 5)],
        hours_on={date(2026, 5, 8): Decimal(4), date(2026, 5, 9): Decimal(3), date(2026, 5, 6): Decimal(0)},
    )

    value = value_of(outcome)
    assert value.hours_by_day == {
        date(2026, 5, 4): 7,
        date(2026, 5, 7): 7,
        date(2026, 5, 8): 4,
        date(2026, 5, 9): 3,
    }
    assert value.excluded == (date(2026, 5, 5), date(2026, 5, 6))
    assert value.holidays == {}
    assert value.weeks == {date(2026, 5, 4): Decimal(21)}
    assert "2\u00a0jours retirés." in [step.says for step in outcome.steps]


def test_months_without_presence_are_kept() -> None:
    august = [date(2026, 8, day) for day in range(1, 32)]

    value = value_of(
        attendance(starts_on=date(2026, 7, 20), ends_on=date(2026, 9, 4), weekly=FULL_TIME, excluded=august)
    )

    assert value.hours_by_month[date(2026, 8, 1)] == 0
    assert value.days_by_month[date(2026, 8, 1)] == 0


def test_good_friday_is_worked_unless_the_commune_has_a_temple() -> None:
    facts = {"starts_on": date(2026, 4, 1), "ends_on": date(2026, 4, 30), "weekly": FULL_TIME}

    unknown = attendance(**facts, territory="alsace_moselle")  # type: ignore[arg-type]
    known = attendance(**facts, territory="alsace_moselle", good_friday=True)  # type: ignore[arg-type]

    assert value_of(unknown).total - value_of(known).total == 7
    assert (len(unknown.doubts), len(known.doubts)) == (1, 0)


def test_the_calendar_names_what_it_misses() -> None:
    assert attendance(starts_on=None, ends_on=None, weekly=None) == NeedsFacts(
        ("starts_on", "ends_on", "weekly")
    )
