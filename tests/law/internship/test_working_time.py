from collections.abc import Mapping, Sequence
from datetime import date, time
from decimal import Decimal

import pytest

from tremplin.law.internship.week import Span, Week
from tremplin.law.internship.working_time import average_weekly_hours, weekly_hours_limit, working_time
from tremplin.law.outcome import DoesNotHold, Holds, NeedsFacts

ON = date(2026, 3, 2)


def span(starts: str, ends: str) -> Span:
    return Span(time.fromisoformat(starts), time.fromisoformat(ends))


def days(*spans: Span, count: int = 5) -> Mapping[int, Sequence[Span]]:
    return dict.fromkeys(range(1, count + 1), spans)


def breaches(week: Week, age: int) -> list[str]:
    outcome = working_time(week=week, age=age, on=ON)
    return [step.says for step in outcome.steps] if isinstance(outcome, DoesNotHold) else []


OFFICE = days(span("09:00", "12:30"), span("13:30", "17:00"))


@pytest.mark.parametrize("age", [15, 17, 18, 25])
def test_office_hours_suit_everyone(age: int) -> None:
    assert breaches(Week(spans=OFFICE), age) == []


@pytest.mark.parametrize(
    ("total", "age", "lawful"), [("48", 20, True), ("48.5", 20, False), ("35", 17, True), ("35.5", 17, False)]
)
def test_the_week_has_48_hours_at_most_and_35_for_a_minor(total: str, age: int, lawful: bool) -> None:
    assert (breaches(Week(total=Decimal(total)), age) == []) is lawful


@pytest.mark.parametrize(
    ("longest", "age", "lawful"), [("10", 20, True), ("10.5", 20, False), ("8", 17, True), ("8.5", 17, False)]
)
def test_the_day_has_10_hours_at_most_and_8_for_a_minor(longest: str, age: int, lawful: bool) -> None:
    assert (breaches(Week(by_day={1: Decimal(longest)}), age) == []) is lawful


def test_beyond_twelve_hours_no_agreement_helps() -> None:
    by_agreement = breaches(Week(by_day={1: Decimal(11)}), 20)
    never = breaches(Week(by_day={1: Decimal(13)}), 20)

    assert "accord collectif" in by_agreement[0]
    assert "même par accord" in never[0]


def test_the_exceptions_of_some_sectors_are_a_doubt_for_minors() -> None:
    outcome = working_time(week=Week(total=Decimal(39)), age=17, on=ON)

    assert [doubt.rule for doubt in outcome.doubts] == ["A14.minor_exceptions"]


@pytest.mark.parametrize(
    ("spans", "age", "lawful"),
    [
        ([span("08:00", "12:30")], 17, True),
        ([span("08:00", "12:31")], 17, False),
        ([span("08:00", "12:00"), span("12:20", "15:00")], 17, False),
        ([span("08:00", "12:00"), span("12:30", "15:00")], 17, True),
        ([span("08:00", "14:00")], 20, True),
        ([span("08:00", "14:30")], 20, False),
        ([span("08:00", "12:00"), span("12:20", "16:00")], 20, True),
    ],
)
def test_a_pause_breaks_long_stretches(spans: list[Span], age: int, lawful: bool) -> None:
    assert (breaches(Week(spans={1: spans}), age) == []) is lawful


def test_the_adult_s_pause_comes_from_memory() -> None:
    outcome = working_time(week=Week(spans=OFFICE), age=20, on=ON)

    assert "figure.adult_break.confidence" in [doubt.rule for doubt in outcome.doubts]


@pytest.mark.parametrize(
    ("tuesday", "age", "lawful"),
    [
        ("06:00", 20, True),
        ("05:59", 20, False),
        ("07:00", 17, True),
        ("06:30", 17, False),
        ("08:30", 15, False),
    ],
)
def test_rest_between_two_days(tuesday: str, age: int, lawful: bool) -> None:
    week = Week(spans={1: [span("17:00", "19:00")], 2: [span(tuesday, "10:00")]}, night_declared=True)

    rests = [says for says in breaches(week, age) if "repos entre" in says]
    assert (rests == []) is lawful


@pytest.mark.parametrize(("saturday", "lawful"), [("19:00", True), ("19:01", False)])
def test_the_week_has_35_hours_of_rest_in_a_row(saturday: str, lawful: bool) -> None:
    week = Week(spans={on: [span("06:00", "10:00")] for on in range(1, 6)} | {6: [span("15:00", saturday)]})

    rests = [says for says in breaches(week, 20) if "de suite" in says]

    assert (rests == []) is lawful


def test_sunday_evening_is_followed_by_monday() -> None:
    week = Week(
        spans={7: [span("18:00", "20:00")], 1: [span("06:00", "10:00")]},
        sunday_declared=True,
        night_declared=True,
    )

    assert any("repos entre" in says for says in breaches(week, 20))


@pytest.mark.parametrize(
    ("count", "age", "lawful"), [(6, 20, True), (7, 20, False), (5, 17, True), (6, 17, False)]
)
def test_the_week_has_its_days_of_rest(count: int, age: int, lawful: bool) -> None:
    week = Week(by_day=dict.fromkeys(range(1, count + 1), Decimal(4)), sunday_declared=True)

    assert (breaches(week, age) == []) is lawful


@pytest.mark.parametrize(
    ("starts", "ends", "age", "declared", "lawful"),
    [
        ("17:00", "21:00", 20, False, True),
        ("17:00", "21:30", 20, False, False),
        ("17:00", "21:30", 20, True, True),
        ("05:00", "09:00", 20, False, False),
        ("22:00", "02:00", 20, False, False),
        ("18:00", "22:00", 17, False, True),
        ("19:00", "22:30", 17, True, False),
        ("18:00", "20:00", 15, False, True),
        ("18:00", "20:30", 15, False, False),
    ],
)
def test_night_is_declared_for_adults_and_forbidden_to_minors(
    starts: str, ends: str, age: int, declared: bool, lawful: bool
) -> None:
    week = Week(spans={1: [span(starts, ends)]}, night_declared=declared)

    assert (breaches(week, age) == []) is lawful


def test_night_declared_for_a_minor_is_forbidden_even_without_hours() -> None:
    assert breaches(Week(night_declared=True), 17) != []


@pytest.mark.parametrize(("declared", "lawful"), [(True, True), (False, False)])
def test_sunday_is_written_in_the_agreement(declared: bool, lawful: bool) -> None:
    week = Week(by_day={7: Decimal(4)}, sunday_declared=declared)

    assert (breaches(week, 20) == []) is lawful


@pytest.mark.parametrize(
    ("age", "declared", "lawful"), [(20, True, True), (20, False, False), (17, True, False)]
)
def test_public_holidays_are_declared_for_adults_and_forbidden_to_minors(
    age: int, declared: bool, lawful: bool
) -> None:
    week = Week(on_holidays=True, holidays_declared=declared)

    assert (breaches(week, age) == []) is lawful


def test_every_breach_is_given_at_once() -> None:
    week = Week(total=Decimal(50), by_day={1: Decimal(11), 7: Decimal(3)}, on_holidays=True)

    assert len(breaches(week, 20)) == 4


@pytest.mark.parametrize(
    ("total", "answer"), [("35", "holds"), ("39", "needs facts"), ("49", "does not hold")]
)
def test_the_age_is_asked_only_when_it_matters(total: str, answer: str) -> None:
    assert working_time(week=Week(total=Decimal(total)), age=None, on=ON).answer == answer


def test_the_limit_of_the_week_depends_on_age() -> None:
    adult, minor = (weekly_hours_limit(age=age, on=ON) for age in (18, 17))

    assert isinstance(adult, Holds)
    assert isinstance(minor, Holds)
    assert (adult.value, minor.value) == (Decimal(48), Decimal(35))
    assert weekly_hours_limit(age=None, on=ON) == NeedsFacts(("age",))


@pytest.mark.parametrize(("hours", "lawful"), [("44", True), ("44.5", False)])
def test_twelve_weeks_average_44_hours_at_most(hours: str, lawful: bool) -> None:
    weeks = [Decimal(20), *[Decimal(hours)] * 12]

    assert isinstance(average_weekly_hours(weeks=weeks, on=ON), Holds) is lawful


def test_the_average_needs_twelve_weeks() -> None:
    assert average_weekly_hours(weeks=[Decimal(48)] * 11, on=ON) == NeedsFacts(("weeks",))
