"""The two schemas in `doc/` say what the command reads and what it writes."""

import json
from typing import Any

import pytest

from tests.decision.schema import misfits
from tests.decision.test_file import ROOT, SCHEMA, example
from tremplin.decision.domain.answer import answer
from tremplin.decision.domain.file import FileRefused, read_question

ANSWER = json.loads((ROOT / "doc" / "decision.answer.schema.json").read_text(encoding="utf-8"))
CASES: dict[str, dict[str, Any]] = {
    "the example": {},
    "a score is missing": {"scores": []},
    "no matrix": {"criteria": [], "scores": []},
    "no birth date": {"student": {}},
    "blocked": {"student": {"birth_on": "2013-01-01"}},
}
PAY: dict[str, dict[str, Any]] = {
    "above the ceiling": {"offered": 5000},
    "under the minimum": {"offered": 1, "job": {"weekly_hours": 30, "hourly": 5}},
}


def accepts(question: dict[str, Any]) -> bool:
    """Tell whether the command reads a question."""
    try:
        read_question(question)
    except FileRefused:
        return False
    return True


@pytest.mark.parametrize("change", CASES.values(), ids=CASES)
def test_the_answer_is_what_its_schema_says(change: dict[str, Any]) -> None:
    question = example() | change

    assert not list(misfits(question, SCHEMA))
    assert not list(misfits(answer(read_question(question)), ANSWER))


@pytest.mark.parametrize("change", PAY.values(), ids=PAY)
def test_the_answer_on_pay_is_what_its_schema_says(change: dict[str, Any]) -> None:
    question = example()
    question["options"][0] |= change
    found = answer(read_question(question))

    assert not list(misfits(found, ANSWER))
    money = found["options"][0]["money"]
    assert bool(money["unknown"]) is ("job" not in change)
    assert money["offer_below_minimum"] is money["job_below_minimum"] is ("job" in change)


@pytest.mark.parametrize(
    "change",
    [
        {"weekly_hours": 0},
        {"weekly_hours": 1},
        {"weekly_hours": 60},
        {"weekly_hours": 61},
        {"weekly_hours": "35"},
        {"offered": True},
        {"offered": -1},
        {"starts_on": "20260901"},
        {"starts_on": "2026-9-1"},
        {"name": ""},
        {"name": "A\u0000"},
        {"name": "A\n"},
        {"name": "a" * 121},
        {"key": 3},
        {"kind": "cdd"},
        {"years_done": 4},
        {"years_done": 1.5},
        {"validated": "oui"},
        {"rent": 300},
        {"living": {"rent": 300}},
        {"living": {"rente": 300}},
        {"rhythm": {"alternation": "days", "company": 27}},
        {"job": {}},
        {"job": {"weekly_hours": 0}},
    ],
)
def test_the_schema_and_the_command_refuse_the_same_facts(change: dict[str, Any]) -> None:
    question = example()
    question["options"][0] |= change
    question["scores"] = []

    assert accepts(question) is not bool(list(misfits(question, SCHEMA)))


def test_every_key_of_the_answer_is_written() -> None:
    found = answer(read_question(example()))
    matrix = ANSWER["properties"]["matrix"]["anyOf"][0]

    assert set(found) == set(ANSWER["properties"])
    assert set(found["matrix"]) == set(matrix["properties"])
    assert set(found["options"][0]["money"]) == set(
        ANSWER["properties"]["options"]["items"]["properties"]["money"]["properties"]
    )
