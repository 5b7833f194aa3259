"""What a question gets: one sentence, and the law's reasoning behind it."""

from dataclasses import dataclass
from typing import Any, Literal

from tremplin.law.outcome import DoesNotHold, Doubt, NeedsFacts, Outcome, Step
from tremplin.law.parameters import Figure

Tone = Literal["ok", "bad", "ask"]
MISSING = "Il manque une information pour répondre"


@dataclass(frozen=True, slots=True)
class Answer:
    """The finding in one line without full stop, and the rules it comes from."""

    title: str
    outcomes: tuple[Outcome[Any], ...]
    tone: Tone = "ok"

    @property
    def steps(self) -> tuple[Step, ...]:
        """The reasoning, each sentence once."""
        return tuple(dict.fromkeys(step for each in self.outcomes for step in each.steps))

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What the law leaves uncertain, each doubt once."""
        return tuple(dict.fromkeys(doubt for each in self.outcomes for doubt in each.doubts))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in force used, each once."""
        return tuple(dict.fromkeys(figure for each in self.outcomes for figure in each.figures))

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the facts still needed."""
        needed = (each.facts for each in self.outcomes if isinstance(each, NeedsFacts))
        return tuple(dict.fromkeys(name for names in needed for name in names))


def lacking(outcome: NeedsFacts) -> Answer:
    """Say that facts are missing.

    Args:
        outcome: the rule's own answer, which names them.

    Returns:
        An answer to be completed.
    """
    return Answer(MISSING, (outcome,), "ask")


def yes_or_no(outcome: Outcome[Any], *, yes: str, no: str) -> Answer:
    """Answer with one sentence or the other.

    Args:
        outcome: a rule's answer.
        yes: what to say when it holds.
        no: what to say when it does not.

    Returns:
        The answer; facts are asked for when some are missing.
    """
    if isinstance(outcome, NeedsFacts):
        return lacking(outcome)
    if isinstance(outcome, DoesNotHold):
        return Answer(no, (outcome,), "bad")
    return Answer(yes, (outcome,))
