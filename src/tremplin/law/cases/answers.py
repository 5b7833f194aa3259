"""What a kind of case gives back: values by name, and the reasoning behind them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from tremplin.law.cases.inputs import Inputs
from tremplin.law.outcome import Holds, NeedsFacts, Outcome, Step

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer:
    """Values by the name a table uses; empty when the rule does not hold."""

    values: Mapping[str, object] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()


Kind = Callable[[Inputs, date], Answer]
"""Answers a case; the day serves rules whose case names none."""


def answer(outcome: Outcome[T], values: Callable[[T], Mapping[str, object]]) -> Answer:
    """Name the values of an outcome; a rule that does not hold or lacks facts has none."""
    if isinstance(outcome, Holds):
        return Answer(values(outcome.value), outcome.steps)
    steps = outcome.steps
    if isinstance(outcome, NeedsFacts):
        steps += (Step(f"Il manque\u00a0: {', '.join(outcome.facts)}."),)
    return Answer({}, steps)
