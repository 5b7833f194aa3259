"""Milestones are computed from the dates."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tremplin.internships.domain.planned import Kind
from tremplin.internships.domain.planning import Course, planned_milestones, years
from tremplin.internships.domain.presence import Presence, Span, is_public_holiday

FIVE_DAYS = frozenset(range(5))
FEBRUARY, JULY = date(2026, 2, 2), date(2026, 7, 3)


def course(
    starts_on: date = FEBRUARY,
    ends_on: date = JULY,
    *,
    apprenticeship: bool = False,
    weekly_hours: Decimal | None = Decimal(35),
    away: tuple[Span, ...] = (),
) -> Course:
    """Return an internship of five days a week."""
    presence = Presence(Span(starts_on, ends_on), FIVE_DAYS, away)
    return Course(apprenticeship=apprenticeship, presence=presence, weekly_hours=weekly_hours)


def days(planned: Course) -> dict[str, date]:
    """Return the days by kind and code."""
    return {f"{stone.kind.value} {stone.code}".strip(): stone.on for stone in planned_milestones(planned)}


def test_the_internship_of_the_example_has_its_milestones_on_working_days() -> None:
    assert days(course()) == {
        "expectations": date(2026, 2, 4),
        "legal gratification": date(2026, 4, 3),
        "mid_term": date(2026, 4, 17),
        "three_quarters": date(2026, 5, 26),
        "defence": date(2026, 6, 18),
        "end_papers attestation": date(2026, 6, 26),
        "end_papers evaluation": date(2026, 7, 3),
    }


def test_a_school_week_pushes_a_milestone_to_the_nearest_day_at_the_host_s() -> None:
    away = (Span(date(2026, 4, 13), date(2026, 4, 24)),)

    assert days(course(away=away))["mid_term"] == date(2026, 4, 10)


def test_the_defence_never_comes_later_than_15_days_before_the_end() -> None:
    away = (Span(date(2026, 6, 15), date(2026, 6, 21)),)

    assert days(course(away=away))["defence"] == date(2026, 6, 12)


@pytest.mark.parametrize(
    ("ends_on", "kinds"),
    [
        (date(2026, 2, 2), {"expectations", "end_papers"}),
        (date(2026, 3, 6), {"expectations", "end_papers"}),
        (date(2026, 3, 20), {"expectations", "mid_term", "defence", "end_papers"}),
        (date(2026, 5, 15), {"expectations", "mid_term", "three_quarters", "defence", "end_papers", "legal"}),
    ],
)
def test_a_short_internship_has_only_the_points_it_has_time_for(ends_on: date, kinds: set[str]) -> None:
    assert {stone.kind.value for stone in planned_milestones(course(ends_on=ends_on))} == kinds


def test_the_threshold_of_pay_is_the_day_planned_presence_passes_308_hours() -> None:
    reached = days(course())["legal gratification"]
    presence = course().presence

    assert sum(1 for day in presence.days() if day < reached) * 7 <= 308
    assert sum(1 for day in presence.days() if day <= reached) * 7 > 308


def test_no_threshold_is_claimed_without_hours_or_below_it() -> None:
    assert "legal gratification" not in days(course(weekly_hours=None))
    assert "legal gratification" not in days(course(ends_on=date(2026, 3, 27)))


def test_an_apprenticeship_has_its_points_each_year_and_the_forty_fifth_day() -> None:
    planned = course(date(2026, 9, 1), date(2028, 8, 31), apprenticeship=True)

    found = days(planned)

    assert found["defence 1"] == date(2027, 8, 16)
    assert found["defence 2"] == date(2028, 8, 16)
    assert found["legal free_termination"] == date(2026, 11, 2)
    assert not any(name.startswith("end_papers") for name in found)


def test_days_at_school_do_not_count_toward_the_forty_five() -> None:
    away = (Span(date(2026, 9, 14), date(2026, 9, 20)),)
    planned = course(date(2026, 9, 1), date(2028, 8, 31), apprenticeship=True, away=away)

    assert days(planned)["legal free_termination"] == date(2026, 11, 9)


def test_a_last_year_of_a_few_days_joins_the_year_before() -> None:
    planned = course(date(2026, 9, 1), date(2028, 9, 8), apprenticeship=True)

    assert [span.ends_on for span in years(planned)] == [date(2027, 8, 31), date(2028, 9, 8)]


def test_an_internship_without_any_day_of_presence_has_no_milestone() -> None:
    assert planned_milestones(course(date(2026, 2, 7), date(2026, 2, 8))) == ()


def test_each_reason_quotes_its_article_when_the_law_speaks() -> None:
    for stone in planned_milestones(course()):
        if stone.kind in (Kind.LEGAL, Kind.END_PAPERS):
            assert "art." in stone.why


@settings(max_examples=60, deadline=None)
@given(
    starts_on=st.dates(date(2015, 9, 1), date(2030, 12, 31)),
    length=st.integers(0, 1100),
    apprenticeship=st.booleans(),
)
def test_every_milestone_falls_on_a_day_at_the_host_s_and_is_planned_once(
    starts_on: date, length: int, apprenticeship: bool
) -> None:
    ends_on = date.fromordinal(starts_on.toordinal() + length)
    planned = course(starts_on, ends_on, apprenticeship=apprenticeship)

    found = planned_milestones(planned)

    assert all(planned.presence.at_host(stone.on) for stone in found)
    assert len({(stone.kind, stone.code) for stone in found}) == len(found)
    assert list(found) == sorted(found, key=lambda stone: stone.on)


def test_public_holidays_are_not_days_at_the_host_s() -> None:
    assert is_public_holiday(date(2026, 5, 1))
    assert not course().presence.at_host(date(2026, 5, 1))
    assert not is_public_holiday(date(1890, 5, 1))
