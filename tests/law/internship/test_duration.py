from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.law.placements import by_month, make_placement
from tremplin.law.internship.hire_after_stage import seniority_after_stage, trial_period_after_stage
from tremplin.law.internship.maximum_duration import maximum_duration
from tremplin.law.internship.placement import teaching_year, yearly_counts
from tremplin.law.internship.waiting_period import waiting_months, waiting_period
from tremplin.law.outcome import DoesNotHold, Holds, NeedsFacts

ON = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("hours", "lawful"), [("923.5", True), ("924", True), ("924.5", False), ("925", False)]
)
def test_924_hours_are_the_most(hours: str, lawful: bool) -> None:
    assert isinstance(maximum_duration(placements=[make_placement(hours=hours)]), Holds) is lawful


def test_several_schools_share_one_counter_by_host() -> None:
    placements = [
        make_placement(hours="500", school="A", starts_on=date(2025, 9, 1), ends_on=date(2025, 12, 19)),
        make_placement(hours="500", school="B", starts_on=date(2026, 1, 5), ends_on=date(2026, 4, 30)),
    ]

    outcome = maximum_duration(placements=placements)

    assert isinstance(outcome, DoesNotHold)
    assert "Changer d’école" in outcome.steps[-1].says


def test_schools_of_different_hosts_do_not_explain_a_breach() -> None:
    placements = [
        make_placement(hours="1000", host="A", school="A"),
        make_placement(hours="100", host="B", school="B"),
    ]

    outcome = maximum_duration(placements=placements)

    assert isinstance(outcome, DoesNotHold)
    assert len(outcome.steps) == 1
    assert outcome.doubts == ()


def test_each_host_has_its_counter() -> None:
    placements = [make_placement(hours="600", host="A"), make_placement(hours="600", host="B")]

    outcome = maximum_duration(placements=placements)

    assert isinstance(outcome, Holds)
    assert [(count.host, count.hours) for count in outcome.value] == [
        ("A", Decimal(600)),
        ("B", Decimal(600)),
    ]


def test_the_default_calendar_is_doubtful_when_it_decides() -> None:
    placements = [
        make_placement(hours="600", starts_on=date(2025, 4, 1), ends_on=date(2025, 8, 29)),
        make_placement(hours="600", starts_on=date(2025, 9, 1), ends_on=date(2026, 1, 30)),
    ]

    usual = maximum_duration(placements=placements)
    set_by_the_school = maximum_duration(placements=placements, year_starts=(10, 1))

    assert [doubt.rule for doubt in usual.doubts] == ["A7.teaching_year"]
    assert isinstance(usual, Holds)
    assert [doubt.rule for doubt in set_by_the_school.doubts] == ["A7.two_years"]


def test_a_straddling_internship_is_shared_by_days_with_a_doubt() -> None:
    summer = make_placement(hours="620", starts_on=date(2026, 8, 1), ends_on=date(2026, 9, 30))

    counts = yearly_counts(placements=[summer])

    assert sum(count.hours for count in counts) == pytest.approx(620)
    assert [doubt.rule for doubt in maximum_duration(placements=[summer]).doubts] == ["A7.two_years"]


def test_hours_by_month_cannot_share_a_year_that_starts_mid_month() -> None:
    summer = make_placement(
        starts_on=date(2026, 8, 1), ends_on=date(2026, 9, 30), hours_by_month=by_month(m2026_08="441")
    )

    assert all(count.shared for count in yearly_counts(placements=[summer], year_starts=(9, 15)))


def test_one_internship_over_six_months_is_refused_even_across_two_years() -> None:
    long = make_placement(hours="984", starts_on=date(2026, 4, 1), ends_on=date(2026, 9, 30))

    outcome = maximum_duration(placements=[long])

    assert isinstance(outcome, DoesNotHold)
    assert "un seul stage" in outcome.steps[0].says
    assert [doubt.rule for doubt in outcome.doubts] == [
        "A7.one_across_years",
        "A7.two_years",
        "A7.teaching_year",
    ]


def test_the_maximum_needs_a_placement() -> None:
    assert maximum_duration(placements=[]) == NeedsFacts(("placements",))


@pytest.mark.parametrize(
    ("on", "starts", "words"),
    [
        (date(2025, 8, 31), None, "2024-2025"),
        (date(2025, 9, 1), None, "2025-2026"),
        (date(2025, 9, 30), (10, 1), "2024-2025"),
        (date(2025, 6, 1), (1, 1), "2025"),
    ],
)
def test_the_teaching_year_starts_when_the_school_says(
    on: date, starts: tuple[int, int] | None, words: str
) -> None:
    assert str(teaching_year(on=on, starts=starts)) == words


def test_dates_in_the_wrong_order_are_asked_for_again() -> None:
    outcome = waiting_period(previous_starts_on=date(2026, 4, 30), previous_ends_on=date(2026, 1, 5))

    assert isinstance(outcome, NeedsFacts)
    assert outcome.facts == ("previous_starts_on", "previous_ends_on")


@pytest.mark.parametrize(
    ("on", "starts_on", "ends_on"),
    [
        (date(2026, 2, 27), date(2025, 2, 28), date(2026, 2, 27)),
        (date(2026, 2, 28), date(2026, 2, 28), date(2027, 2, 27)),
        (date(2024, 2, 29), date(2024, 2, 29), date(2025, 2, 27)),
        (date(2024, 2, 28), date(2023, 2, 28), date(2024, 2, 28)),
    ],
)
def test_a_teaching_year_may_start_on_29_february(on: date, starts_on: date, ends_on: date) -> None:
    year = teaching_year(on=on, starts=(2, 29))

    assert (year.starts_on, year.ends_on) == (starts_on, ends_on)


def test_waiting_is_not_asked_of_another_post_nor_after_the_intern_left() -> None:
    for same_post, ended_by_intern in ((False, False), (True, True)):
        outcome = waiting_period(
            previous_starts_on=date(2026, 1, 5),
            previous_ends_on=date(2026, 4, 30),
            same_post=same_post,
            ended_by_intern=ended_by_intern,
        )

        assert isinstance(outcome, Holds)
        assert outcome.value.earliest == date(2026, 5, 1)


@pytest.mark.parametrize(("next_on", "lawful"), [(date(2026, 6, 8), False), (date(2026, 6, 9), True)])
def test_the_post_is_free_after_a_third_of_the_days(next_on: date, lawful: bool) -> None:
    outcome = waiting_period(
        previous_starts_on=date(2026, 1, 5), previous_ends_on=date(2026, 4, 30), next_starts_on=next_on
    )

    assert isinstance(outcome, Holds) is lawful


@pytest.mark.parametrize(
    ("next_on", "answer", "warned"),
    [
        (date(2026, 9, 29), "does not hold", True),
        (date(2026, 9, 30), "holds", True),
        (date(2026, 10, 1), "holds", False),
    ],
)
def test_days_that_only_one_way_of_counting_allows_are_doubtful(
    next_on: date, answer: str, warned: bool
) -> None:
    outcome = waiting_period(
        previous_starts_on=date(2026, 2, 2),
        previous_ends_on=date(2026, 7, 31),
        stated_months=6,
        next_starts_on=next_on,
    )

    assert outcome.answer == answer
    assert ("discutable" in outcome.doubts[-1].says) is warned


def test_months_and_days_may_agree() -> None:
    outcome = waiting_period(
        previous_starts_on=date(2026, 4, 1), previous_ends_on=date(2026, 6, 29), stated_months=3
    )

    assert isinstance(outcome, Holds)
    assert outcome.value.by_days == outcome.value.by_months == date(2026, 7, 30)
    assert len(outcome.doubts) == 1


def test_a_left_over_month_is_shared_in_days() -> None:
    outcome = waiting_period(
        previous_starts_on=date(2026, 9, 1), previous_ends_on=date(2026, 12, 31), stated_months=4
    )

    assert isinstance(outcome, Holds)
    assert outcome.value.by_months == date(2027, 1, 31) + timedelta(days=12)


def test_waiting_names_what_it_misses() -> None:
    assert waiting_months(previous_months=None, on=ON) == NeedsFacts(("previous_months",))
    assert waiting_period(previous_starts_on=None, previous_ends_on=ON) == NeedsFacts(("previous_starts_on",))


def trial(**facts: object) -> object:
    usual: dict[str, object] = {
        "trial_months": Decimal(3),
        "internship_months": Decimal(1),
        "hired_within_months": Decimal(0),
        "final_year": True,
        "same_activities": True,
        "on": ON,
    }
    return trial_period_after_stage(**(usual | facts))  # type: ignore[arg-type]


def test_the_trial_period_stays_whole_outside_the_conditions_and_says_all_of_them() -> None:
    outcome = trial(same_company=False, final_year=False, hired_within_months=Decimal("3.5"))

    assert isinstance(outcome, Holds)
    assert outcome.value == 3
    assert len(outcome.steps) == 3


def test_activities_are_asked_only_when_they_matter() -> None:
    assert trial(same_activities=None) == NeedsFacts(("same_activities",))
    assert isinstance(trial(same_activities=None, final_year=False), Holds)
    assert trial(trial_months=None) == NeedsFacts(("trial_months",))


@pytest.mark.parametrize(
    ("hours", "at_the_end", "reasons"),
    [("309", True, 0), ("308", True, 1), ("309", False, 1), ("308", False, 2)],
)
def test_seniority_asks_for_more_than_two_months_and_a_hire_at_the_end(
    hours: str, at_the_end: bool, reasons: int
) -> None:
    outcome = seniority_after_stage(hours_present=Decimal(hours), hired_at_the_end=at_the_end, on=ON)

    assert isinstance(outcome, Holds) is (reasons == 0)
    assert isinstance(outcome, Holds) or len(outcome.steps) == reasons
    assert [doubt.rule for doubt in outcome.doubts] == ["A27.seniority"]


def test_seniority_names_what_it_misses() -> None:
    outcome = seniority_after_stage(hours_present=None, hired_at_the_end=None, on=ON)

    assert outcome == NeedsFacts(("hours_present", "hired_at_the_end"))
