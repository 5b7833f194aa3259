"""Choisir at its edges: what is unknown, level, over the ceiling, or has nothing to draw."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.decision.test_blockers import check, option
from tests.decision.test_file import example, faults
from tests.decision.test_matrix import made
from tremplin.decision.domain.drawing import chart_of, strips_of
from tremplin.decision.domain.matrix import difference
from tremplin.decision.domain.money import money_of
from tremplin.decision.domain.options import Kind, Living, Student
from tremplin.decision.domain.rhythm import weeks_of
from tremplin.decision.domain.weighing import title, weigh

INES = Student(date(2005, 3, 15), "other")


def test_a_gap_year_asks_for_the_school_s_agreement() -> None:
    found = check(INES, option(Kind.GAP_YEAR, ends_on=date(2027, 1, 31), validated=None), "Diplôme")

    assert found.state == "ask"
    assert "accord de l’école" in found.steps[-1].says


def test_a_foreign_student_is_pointed_to_whom_to_ask_for_an_internship_too() -> None:
    found = check(INES, option(Kind.INTERNSHIP, ends_on=date(2027, 1, 31)), "Nationalité")

    assert "stage" in found.steps[0].says


def test_two_options_level_are_said_so() -> None:
    weighing = weigh(made({"pay": 1, "load": 1}, {"a": [3, 3], "b": [3, 3]}))

    assert title(weighing, {"a": "A", "b": "B"}).endswith("sont à égalité")


def test_a_week_over_35_hours_leaves_overtime_in_doubt() -> None:
    money = money_of(INES, option(Kind.APPRENTICESHIP, weekly_hours=Decimal(39)))

    assert any(doubt.rule == "decision.overtime" for doubt in money.doubts)


def test_pay_above_the_ceiling_is_left_unknown_with_its_reason() -> None:
    money = money_of(INES, option(Kind.APPRENTICESHIP, offered=Decimal(5000)))

    assert money.net is None
    assert "plafond" in money.months[0].net.steps[0].says


def test_years_done_without_a_birth_date_leave_the_pay_unknown() -> None:
    assert money_of(Student(), option(Kind.APPRENTICESHIP, years_done=1)).net is None


@pytest.mark.parametrize(("hourly", "below"), [("3.00", True), ("6.00", False)])
def test_an_internship_s_hourly_offer_is_held_against_the_minimum(hourly: str, below: bool) -> None:
    stage = option(Kind.INTERNSHIP, ends_on=date(2027, 1, 29), offered=Decimal(hourly))

    money = money_of(INES, stage)

    assert money.below is below
    said = " ".join(step.says for step in money.months[0].gross.steps)
    assert ("sous ce minimum" in said) is below


def test_an_intern_of_an_administration_keeps_the_doubt_on_the_pass() -> None:
    living = Living(transport=Decimal(50))
    stage = option(Kind.INTERNSHIP, ends_on=date(2027, 1, 29), public_employer=True, living=living)
    contract = option(Kind.APPRENTICESHIP, public_employer=True, living=living)

    rules = [{doubt.rule for doubt in money_of(INES, each).doubts} for each in (stage, contract)]

    assert "A16.public_transport" in rules[0]
    assert "A16.public_transport" not in rules[1]


def test_nothing_is_drawn_without_pay_nor_weeks() -> None:
    assert chart_of([money_of(Student(), option(Kind.APPRENTICESHIP))]) is None
    assert strips_of([()])[0].halves == ()


def test_a_year_of_weeks_is_drawn_in_two_halves_on_one_calendar() -> None:
    year = weeks_of(option(Kind.APPRENTICESHIP))
    late = weeks_of(option(Kind.INTERNSHIP, starts_on=date(2027, 5, 3), ends_on=date(2027, 6, 30)))

    long, short = strips_of([year, late])

    assert [len(half.squares) for half in long.halves] == [27, len(year) - 27]
    assert [len(half.squares) for half in short.halves] == [0, len(late)]
    assert {square.x for square in short.halves[1].squares} <= {square.x for square in long.halves[1].squares}


def test_a_score_not_given_counts_as_the_lowest_in_a_difference() -> None:
    matrix = made({"pay": 1}, {"a": [4], "b": [None]})

    assert [gap for _key, _share, gap in difference(matrix, "a", "b")] == [3]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"weekly_hours": "abc"}, "n’est pas un nombre"),
        ({"validated": "oui"}, "écrivez true ou false"),
        ({"job": {"hourly": 12}}, "heures par semaine"),
        ({"name": ""}, "un texte"),
        ({"starts_on": "1500-01-01"}, "impossible"),
        ({"ends_on": "2040-01-01"}, "plus de quatre ans"),
        ({"rhythm": []}, "un objet"),
    ],
)
def test_faults_of_an_option_say_what_to_do(change: dict[str, Any], said: str) -> None:
    question = example()
    question["options"][0] |= change

    assert said in faults(question)


def test_a_weight_missing_and_keys_given_twice_are_refused() -> None:
    question = example()
    question["criteria"] += [{"key": "pay"}]
    question["scores"] += [question["scores"][0]]

    refusal = faults(question)

    assert "indiquez un poids" in refusal
    assert refusal.count("donné deux fois") + refusal.count("donnée deux fois") == 2
