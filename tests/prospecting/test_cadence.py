"""When to write again, and when to stop."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tremplin.internships.domain.presence import is_public_holiday
from tremplin.prospecting.domain.cadence import (
    MOST_FOLLOW_UPS,
    Course,
    Move,
    Next,
    Passed,
    next_move,
    working_day,
)

TUESDAY = date(2026, 3, 3)
WEEK = timedelta(days=7)
KINDS = ("sent", "follow_up", "reply", "talk", "thanks", "note")
CHANNELS = ("solution", "interview", "event", "project", "direct", "other")

days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
passed = st.lists(st.builds(Passed, st.sampled_from(KINDS), days), max_size=8).map(tuple)
courses = st.builds(
    Course,
    channel=st.sampled_from(CHANNELS),
    passed=passed,
    met_on=st.none() | days,
    postponed_to=st.none() | days,
    closed=st.booleans(),
)


def waits(*kinds: tuple[str, date], channel: str = "solution", postponed_to: date | None = None) -> Next:
    """Return what waits after these exchanges."""
    step = next_move(
        Course(channel=channel, passed=[Passed(*one) for one in kinds], postponed_to=postponed_to)
    )
    assert step is not None
    return step


def test_the_first_follow_up_comes_seven_days_after_the_message() -> None:
    step = waits(("sent", TUESDAY))

    assert (step.move, step.on) == (Move.FOLLOW_UP, TUESDAY + WEEK)


def test_the_second_comes_seven_days_after_the_first_whenever_that_was() -> None:
    late = TUESDAY + timedelta(days=14)

    assert waits(("sent", TUESDAY), ("follow_up", late)).on == late + WEEK


def test_two_follow_ups_without_an_answer_end_in_rest_never_in_a_third() -> None:
    step = waits(("sent", TUESDAY), ("follow_up", TUESDAY + WEEK), ("follow_up", TUESDAY + 2 * WEEK))

    assert step.move == Move.REST


@pytest.mark.parametrize(("kind", "move"), [("reply", Move.ANSWER), ("talk", Move.THANK)])
def test_a_real_exchange_is_answered_the_next_day_and_starts_the_count_again(kind: str, move: Move) -> None:
    before = (("sent", TUESDAY), ("follow_up", TUESDAY + WEEK), ("follow_up", TUESDAY + 2 * WEEK))
    theirs = TUESDAY + 3 * WEEK

    step = waits(*before, (kind, theirs))
    after = waits(*before, (kind, theirs), ("sent", theirs + timedelta(days=1)))

    assert (step.move, step.on) == (move, theirs + timedelta(days=1))
    assert (after.move, after.follow_ups) == (Move.FOLLOW_UP, 0)


def test_after_an_event_one_writes_the_next_working_day() -> None:
    good_friday_eve = date(2026, 4, 30)

    step = next_move(Course(channel="event", met_on=good_friday_eve))

    assert step is not None
    assert (step.move, step.on) == (Move.SEND, date(2026, 5, 4))


def test_after_an_event_follow_ups_come_at_seven_then_twenty_one_days_then_rest() -> None:
    first, second = TUESDAY + WEEK, TUESDAY + 3 * WEEK

    assert waits(("sent", TUESDAY), channel="event").on == first
    assert waits(("sent", TUESDAY), ("follow_up", first), channel="event").on == second
    assert (
        waits(("sent", TUESDAY), ("follow_up", first), ("follow_up", second), channel="event").move == "rest"
    )


def test_a_postponed_follow_up_waits_for_its_day_and_a_saturday_becomes_monday() -> None:
    saturday = date(2026, 3, 21)

    assert waits(("sent", TUESDAY), postponed_to=saturday).on == date(2026, 3, 23)


def test_a_postponement_older_than_the_last_message_counts_no_more() -> None:
    assert waits(("sent", TUESDAY), postponed_to=TUESDAY - WEEK).on == TUESDAY + WEEK


def test_a_draft_and_a_closed_approach_wait_for_nothing() -> None:
    assert next_move(Course(channel="solution")) is None
    assert next_move(Course(channel="solution", passed=[Passed("sent", TUESDAY)], closed=True)) is None


def test_thanks_ask_for_nothing_so_nothing_is_followed_up() -> None:
    thanked = [Passed("sent", TUESDAY), Passed("talk", TUESDAY), Passed("thanks", TUESDAY + WEEK)]

    assert next_move(Course(channel="interview", passed=thanked)) is None


def test_a_note_moves_nothing() -> None:
    assert waits(("sent", TUESDAY), ("note", TUESDAY + timedelta(days=3))).on == TUESDAY + WEEK


@given(courses)
def test_nothing_is_ever_due_on_a_weekend_or_a_public_holiday(course: Course) -> None:
    step = next_move(course)

    assert step is None or (step.on.weekday() < 5 and not is_public_holiday(step.on))


@given(st.sampled_from(CHANNELS), days, st.lists(st.integers(0, 40), max_size=20))
def test_no_one_is_ever_followed_up_more_than_twice_in_a_row(
    channel: str, sent_on: date, delays: list[int]
) -> None:
    exchanges = [Passed("sent", sent_on)]
    for delay in delays:
        step = next_move(Course(channel=channel, passed=exchanges))
        assert step is not None
        if step.move != Move.FOLLOW_UP:
            break
        exchanges.append(Passed("follow_up", step.on + timedelta(days=delay)))

    assert sum(one.kind == "follow_up" for one in exchanges) <= MOST_FOLLOW_UPS


@given(courses, days)
def test_a_reply_always_starts_the_count_again(course: Course, on: date) -> None:
    last = max((one.on for one in course.passed), default=on)
    replied = Course(channel=course.channel, passed=(*course.passed, Passed("reply", max(on, last))))

    step = next_move(replied)

    assert step is not None
    assert (step.move, step.follow_ups) == (Move.ANSWER, 0)


@given(days)
def test_a_working_day_stays_and_any_other_moves_forward(on: date) -> None:
    moved = working_day(on)

    assert moved >= on
    assert working_day(moved) == moved
