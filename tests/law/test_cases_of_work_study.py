"""Runs the official examples of tests/law/cases/work_study.toml through the rules."""

import tomllib
from collections.abc import Callable
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from tremplin.law.apprenticeship.age_band import AgeBand
from tremplin.law.outcome import Holds
from tremplin.law.professionalisation.pay import AgeBand as ProfessionalisationBand

CASES = tomllib.loads(
    (Path(__file__).parent / "cases" / "work_study.toml").read_text(encoding="utf-8"), parse_float=Decimal
)["case"]


def rule_named(name: str) -> Callable[..., Any]:
    module, _, function = name.rpartition(".")
    found: Callable[..., Any] = getattr(import_module(f"tremplin.law.{module}"), function)
    return found


def fact(value: Any, hint: str) -> Any:
    if "professionalisation.pay.AgeBand" in hint:
        return ProfessionalisationBand(value)
    if "AgeBand" in hint:
        return AgeBand(value)
    exact = "Decimal" in hint and isinstance(value, int) and not isinstance(value, bool)
    return Decimal(value) if exact else value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["source"])
def test_an_official_example_comes_out_as_printed(case: dict[str, Any]) -> None:
    rule = rule_named(case["rule"])
    hints = {name: str(hint) for name, hint in get_type_hints(rule).items()}
    facts = {name: fact(value, hints[name]) for name, value in case["facts"].items()}

    outcome = rule(**facts)

    assert isinstance(outcome, Holds)
    assert (getattr(outcome.value, case["of"]) if "of" in case else outcome.value) == case["holds"]
    assert [doubt.rule for doubt in outcome.doubts] == []
    assert outcome.steps
