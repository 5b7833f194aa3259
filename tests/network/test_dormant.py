"""Ties that sleep: the rhythm of a circle, three a week, a message that asks for advice."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.network.made import TODAY
from tremplin.network.domain.circles import circles
from tremplin.network.domain.dormant import dormant_ties, monday_of, this_week
from tremplin.network.domain.graph import Member
from tremplin.network.domain.letters import HOOKS, wake

SOFIA = Member(1, "Sofia Martin", circle="friends", last_on=TODAY - timedelta(200))


@pytest.mark.parametrize("key", sorted(circles()))
def test_a_tie_sleeps_the_day_after_its_rhythm(key: str) -> None:
    rhythm = circles()[key].rhythm_days
    late, on_time = (
        Member(1, "Sofia", circle=key, last_on=TODAY - timedelta(days)) for days in (rhythm + 1, rhythm)
    )

    assert [tie.late_days for tie in dormant_ties([late], today=TODAY)] == [1]
    assert dormant_ties([on_time], today=TODAY) == ()


def test_an_exchange_wakes_it() -> None:
    assert dormant_ties([replace(SOFIA, last_on=TODAY)], today=TODAY) == ()


def test_closer_ties_come_first() -> None:
    close = replace(SOFIA, key=2, closeness=3)

    assert [tie.person.key for tie in dormant_ties([SOFIA, close], today=TODAY)] == [2, 1]


def test_without_an_exchange_the_day_they_met_counts() -> None:
    (tie,) = dormant_ties([replace(SOFIA, last_on=None, since=date(2024, 1, 1))], today=TODAY)

    assert not tie.exchanged
    assert tie.says.startswith("En relation depuis")


@pytest.mark.parametrize(("written", "chosen"), [(0, 3), (1, 2), (3, 0), (7, 0)])
def test_three_a_week_at_most(written: int, chosen: int) -> None:
    people = [replace(SOFIA, key=key) for key in range(1, 9)]

    week = this_week(people, today=TODAY, written=written)

    assert len(week.chosen) == chosen
    assert len(week.chosen) + len(week.waiting) == 8


def test_people_without_a_date_are_said_apart() -> None:
    nobody_knows = replace(SOFIA, last_on=None)
    through_others = Member(9, "Karim", known=False)

    week = this_week([nobody_knows, through_others], today=TODAY, written=0)

    assert week.undated == (nobody_knows,)
    assert week.chosen == ()


def test_a_week_begins_on_monday() -> None:
    assert monday_of(date(2026, 4, 1)) == date(2026, 3, 30)
    assert monday_of(date(2026, 3, 30)) == date(2026, 3, 30)


@pytest.mark.parametrize("hook", sorted(HOOKS))
@pytest.mark.parametrize("circle", ["friends", "teachers"])
def test_a_message_gives_a_reason_and_asks_for_advice(hook: str, circle: str) -> None:
    one = replace(SOFIA, circle=circle)

    text = wake(one, hook=hook, line="Je repensais au tournoi", question="quel master choisir", sender="Inès")  # type: ignore[arg-type]  # a key of HOOKS

    assert "Je repensais au tournoi." in text
    assert ("ton avis" in text) is (circle == "friends")
    assert ("votre avis" in text) is (circle == "teachers")
    assert "quel master choisir\u00a0?" in text


def test_what_is_not_written_yet_is_left_to_fill() -> None:
    assert wake(SOFIA, hook="memory", line="", question="", sender="").count("[") == 2


@pytest.mark.parametrize(
    ("name", "hello"),
    [
        ("Mme Odile Brossard", "Bonjour Madame Brossard,"),
        ("M. Salvy", "Bonjour Monsieur Salvy,"),
        ("Odile Brossard", "Bonjour Odile Brossard,"),
    ],
)
def test_a_civility_is_used_only_when_the_student_wrote_it(name: str, hello: str) -> None:
    teacher = replace(SOFIA, name=name, circle="teachers")

    assert wake(teacher, hook="news", line="", question="", sender="").startswith(hello)


def test_each_reason_opens_the_message_in_its_own_way() -> None:
    texts = {wake(SOFIA, hook=hook, line="le tournoi", question="", sender="") for hook in HOOKS}

    assert len(texts) == len(HOOKS)
    assert all("le tournoi." in text for text in texts)
