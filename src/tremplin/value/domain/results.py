"""A result: one entry of the journal, what proves it, and what was said of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from tremplin.evidence.figures import Figure
from tremplin.evidence.guard import Evidence, unsupported_numbers
from tremplin.evidence.wording import worded
from tremplin.law.words import NBSP

ENOUGH_FIGURES: Final = 3


@dataclass(frozen=True, slots=True)
class Proven:
    """A confirmed figure, and the key it is kept under in the journal."""

    impact: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class Words:
    """Exact words received; `quotable` is whether their author agreed to be quoted."""

    feedback: int
    says: str
    author: str = ""
    role: str = ""
    on: date | None = None
    quotable: bool = False

    def cited(self, most: int | None = None) -> str:
        """Write them between guillemets, then their author."""
        said = self.says[:most]
        return f"«{NBSP}{said}{NBSP}» {self.author}".rstrip()


@dataclass(frozen=True, slots=True)
class Result:
    """One entry as Valeur sees it; `unconfirmed` counts the figures the student has not confirmed."""

    entry: int
    on: date
    action: str
    skills: tuple[str, ...] = ()
    proofs: tuple[Proven, ...] = ()
    words: tuple[Words, ...] = ()
    pain_point: bool = False
    unconfirmed: int = 0

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The confirmed figures, in the order kept."""
        return tuple(proof.figure for proof in self.proofs)

    @property
    def is_trouble(self) -> bool:
        """Whether it tells of a pain that nothing has changed yet."""
        return self.pain_point and all(figure.kind == "quantity" for figure in self.figures)

    @property
    def strongest(self) -> tuple[Proven, ...]:
        """The confirmed figures, those that say a change before bare counts."""
        return tuple(sorted(self.proofs, key=lambda proof: proof.figure.kind == "quantity"))

    @property
    def in_words(self) -> tuple[str, ...]:
        """Each confirmed figure, as a chip says it."""
        return tuple(worded(figure) for figure in self.figures)

    def is_seen_by(self, name: str) -> bool:
        """Say whether someone saw it for themselves, or said something of it; never when unnamed."""
        seers = {figure.witness for figure in self.figures} | {words.author for words in self.words}
        return bool(name) and name in seers

    @property
    def quote(self) -> Words | None:
        """The last words received that may be quoted."""
        return next((words for words in reversed(self.words) if words.quotable), None)


def ranked(results: Iterable[Result]) -> tuple[Result, ...]:
    """Order results as a deck takes them: a figure, a change, feedback, then the most recent.

    Args:
        results: in any order.

    Returns:
        The best first; a complete figure goes before an estimation.
    """
    return tuple(sorted(results, key=_worth, reverse=True))


def _worth(result: Result) -> tuple[bool, bool, bool, bool, date, int]:
    figures = result.figures
    complete = any(not figure.estimated for figure in figures)
    changes = any(figure.kind != "quantity" for figure in figures)
    return bool(figures), complete, changes, result.quote is not None, result.on, result.entry


def confirmed_count(results: Iterable[Result]) -> int:
    """Return how many confirmed figures results hold together."""
    return sum(len(result.proofs) for result in results)


def witnesses(results: Iterable[Result], at_large: Iterable[Words] = ()) -> tuple[str, ...]:
    """Return the people who saw a result or agreed to be quoted, each once.

    Args:
        results: in any order.
        at_large: words received about the whole internship.

    Returns:
        Names in the order met.
    """
    names: list[str] = []
    for result in results:
        names += [figure.witness for figure in result.figures]
        names += [words.author for words in result.words if words.quotable]
    names += [words.author for words in at_large if words.quotable]
    return tuple(dict.fromkeys(name for name in names if name))


def without_unproved(says: str, evidence: Iterable[Evidence]) -> str:
    """Return a text without the sentences whose numbers nothing proves.

    Args:
        says: what the student wrote.
        evidence: the figures it may rest on.

    Returns:
        The sentences left; empty when none is.
    """
    given = tuple(evidence)
    parts = says.replace("\n", " ").split(". ")
    kept = [part.strip().rstrip(".") for part in parts if part.strip(" .")]
    kept = [part for part in kept if not unsupported_numbers(part, given)]
    return ". ".join(kept) + "." if kept else ""
