"""Runs the official examples of tests/law/cases/internship.toml through the rules."""

import tomllib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from tremplin.law.internship.placement import Placement
from tremplin.law.outcome import DoesNotHold, Holds

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "internship.toml").read_text(encoding="utf-8"), parse_float=Decimal
)["case"]


def rule_named(name: str) -> Callable[..., Any]:
    module, _, function = name.rpartition(".")
    found: Callable[..., Any] = getattr(import_module(f"tremplin.law.internship.{module}"), function)
    return found


def fact(value: Any, hint: str) -> Any:
    if isinstance(value, dict) and "starts_on" in value:
        return Placement(**{name: fact(each, "Decimal") for name, each in value.items()})
    if isinstance(value, dict):
        return {date.fromisoformat(f"{month}-01"): Decimal(hours) for month, hours in value.items()}
    if isinstance(value, list):
        return [fact(each, hint) for each in value]
    exact = "Decimal" in hint and isinstance(value, int) and not isinstance(value, bool)
    return Decimal(value) if exact else value


def part_of(value: Any, path: str) -> Any:
    for name in filter(None, path.split(".")):
        value = value[int(name)] if name.isdigit() else getattr(value, name)
    return value


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['rule']}: {case['source']}")
def test_an_official_example_comes_out_as_printed(case: dict[str, Any]) -> None:
    rule = rule_named(case["rule"])
    hints = {name: str(hint) for name, hint in get_type_hints(rule).items()}
    facts = {name: fact(value, hints[name]) for name, value in case["facts"].items()}

    outcome = rule(**facts)

    if case.get("does_not_hold"):
        assert isinstance(outcome, DoesNotHold)
    else:
        assert isinstance(outcome, Holds)
        assert part_of(outcome.value, case.get("of", "")) == case["holds"]
    assert [doubt.rule for doubt in outcome.doubts] == case.get("doubts", [])
    assert outcome.steps
