"""What a rule answers: it holds, it does not and says why, or facts are missing."""

from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from tremplin.law.parameters import Figure
from tremplin.law.sources import Source

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Step:
    """One plain French sentence of the reasoning, and the text it rests on."""

    says: str
    because: Source | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the law leaves uncertain, in plain French, with what each reading rests on.

    `rule` is the stable id of the doubt (LAW.md), used by pages to explain it once.
    """

    rule: str
    says: str
    because: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Holds(Generic[T_co]):
    """The rule applies; `value` carries its unit in the rule's docstring."""

    answer: ClassVar[str] = "holds"
    value: T_co
    steps: tuple[Step, ...]
    doubts: tuple[Doubt, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class DoesNotHold:
    """The rule does not apply, or is broken; every reason is given at once."""

    answer: ClassVar[str] = "does not hold"
    steps: tuple[Step, ...]
    doubts: tuple[Doubt, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class NeedsFacts:
    """Names of the arguments that must be known before the rule can answer."""

    answer: ClassVar[str] = "needs facts"
    facts: tuple[str, ...]
    steps: tuple[Step, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    figures: tuple[Figure, ...] = ()


def unknown(**facts: object) -> NeedsFacts:
    """Name the arguments that are None, in the order given."""
    return NeedsFacts(tuple(name for name, fact in facts.items() if fact is None))


Outcome = Holds[T_co] | DoesNotHold | NeedsFacts
