"""What a kind of case gives back: values by name, and the reasoning behind them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from tremplin.law.cases.inputs import Inputs, Unreadable
from tremplin.law.outcome import DoesNotHold, Holds, NeedsFacts, Outcome, Step

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
    return Answer({}, reasons(outcome))


def value_of(outcome: Outcome[T]) -> T:
    """Return the value of a rule another one builds on.

    Raises:
        Unreadable: the rule does not hold or lacks facts.
    """
    if isinstance(outcome, Holds):
        return outcome.value
    raise Unreadable(" ".join(step.says for step in reasons(outcome)))


def reasons(outcome: DoesNotHold | NeedsFacts) -> tuple[Step, ...]:
    """Return why a rule gives no value."""
    if isinstance(outcome, DoesNotHold):
        return outcome.steps
    return (*outcome.steps, Step(f"Il manque\u00a0: {', '.join(outcome.facts)}."))
