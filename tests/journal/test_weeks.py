from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tremplin.journal.domain.prompts import Happening, Unfinished, catch_up_questions, session_prompts
from tremplin.journal.domain.weeks import missed, week_number, weeks

STARTS, ENDS, TODAY = date(2026, 2, 2), date(2026, 7, 3), date(2026, 4, 3)
EASTER_MONDAY = date(2026, 4, 6)


def test_an_internship_has_its_twenty_two_weeks_of_five_days() -> None:
    found = weeks({}, starts_on=STARTS, ends_on=ENDS, today=TODAY)

    assert [week.number for week in found] == list(range(1, 23))
    assert all(len(week.days) == 5 for week in found)


def test_each_day_says_what_it_is() -> None:
    found = weeks(
        {TODAY: 2}, starts_on=STARTS, ends_on=ENDS, today=TODAY, days_off={EASTER_MONDAY: "lundi de Pâques"}
    )
    days = {day.on: day for week in found for day in week.days}

    assert (days[TODAY].count, days[TODAY].state) == (2, "today")
    assert days[date(2026, 4, 2)].state == "past"
    assert (days[EASTER_MONDAY].state, days[EASTER_MONDAY].off) == ("off", "lundi de Pâques")
    assert days[date(2026, 4, 7)].state == "future"


def test_a_saturday_is_shown_once_it_is_written() -> None:
    saturday = date(2026, 3, 7)

    found = weeks({saturday: 1}, starts_on=STARTS, ends_on=ENDS, today=TODAY)

    assert [len(week.days) for week in found[3:6]] == [5, 7, 5]


def test_only_worked_weeks_that_are_over_can_be_caught_up() -> None:
    school = {date(2026, 2, 9) + timedelta(days=index): "école" for index in range(5)}
    found = weeks(
        {date(2026, 2, 3): 1, date(2026, 3, 31): 1},
        starts_on=STARTS,
        ends_on=ENDS,
        today=TODAY,
        days_off=school,
    )

    assert [week.number for week in missed(found)] == [8, 7, 6, 5, 4, 3]


def test_a_week_is_caught_up_in_three_questions() -> None:
    week = weeks({}, starts_on=STARTS, ends_on=ENDS, today=TODAY)[2]

    asked = catch_up_questions(week)

    assert len(asked) == 3
    assert {prompt.on for prompt in asked} == {date(2026, 2, 20)}


def test_the_session_asks_what_lacks_something_then_what_happened_then_openly() -> None:
    asked = session_prompts(
        happenings=[Happening(date(2026, 4, 1), "Point avec Samia")],
        unfinished=[Unfinished(7, date(2026, 3, 31), "J’ai trié les pièces", "figure")],
        today=TODAY,
    )

    assert asked[0].about == 7
    assert "Point avec Samia" in asked[1].question
    assert [prompt.on for prompt in asked[2:]] == [TODAY] * 3


def test_a_full_week_asks_no_more_than_fifteen_minutes_hold() -> None:
    many = [Happening(TODAY, f"Réunion {index}") for index in range(20)]

    assert len(session_prompts(happenings=many, unfinished=[], today=TODAY)) == 6


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 400), st.integers(0, 500))
def test_every_day_of_an_experience_is_on_the_map_once(starts: date, length: int, shift: int) -> None:
    ends = starts + timedelta(days=length)
    found = weeks({}, starts_on=starts, ends_on=ends, today=starts + timedelta(days=shift))
    days = [day.on for week in found for day in week.days]

    assert len(days) == len(set(days))
    assert all(
        starts + timedelta(days=index) in days
        for index in range(length + 1)
        if (starts + timedelta(days=index)).weekday() < 5
    )
    assert all(week.number == week_number(week.days[0].on, starts_on=starts) for week in found)
