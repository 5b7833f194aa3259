"""What may still be put on a slide: figures, words and skills of the chosen entries."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from tremplin.evidence.wording import worded
from tremplin.value.domain.drafting import DraftLine, figure_line, is_printable, quote_line, skill_line
from tremplin.value.domain.results import Result, Words

LONGEST: Final = 90


@dataclass(frozen=True, slots=True)
class There:
    """What a slide already shows: keys of figures and of words, names of skills."""

    impacts: Collection[int | None] = ()
    words: Collection[int | None] = ()
    skills: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to add: its key in the form, how it is named, and the line it becomes."""

    key: str
    says: str
    line: DraftLine


def offers(
    kind: str, results: Iterable[Result], there: There, at_large: Iterable[Words] = ()
) -> tuple[Offer, ...]:
    """Return what may be added to a slide.

    Args:
        kind: of the slide.
        results: the chosen ones.
        there: what it already shows.
        at_large: words received about the whole internship, such as at a check-in.

    Returns:
        Large figures for what changed, words for the need and the proof, skills for the table.
    """
    found = tuple(results)
    if kind == "change":
        return tuple(_figures(found, there))
    if kind in {"need", "chart"}:
        return tuple(_quotes(found, there, at_large))
    return tuple(_skills(found, there)) if kind == "skills" else ()


def _figures(results: Iterable[Result], there: There) -> Iterator[Offer]:
    for result in results:
        for proof in result.proofs:
            if proof.impact not in there.impacts:
                line = figure_line(result, proof)
                figure = worded(proof.figure)
                said = figure if line.says in figure else f"{figure}, {line.says[:1].lower()}{line.says[1:]}"
                yield Offer(f"figure-{proof.impact}", said[:LONGEST], line)


def _quotes(results: Iterable[Result], there: There, at_large: Iterable[Words]) -> Iterator[Offer]:
    said = [(words, quote_line(result, words)) for result in results for words in result.words]
    said += [(words, DraftLine("quote", feedback=words.feedback)) for words in at_large]
    for words, line in said:
        if words.quotable and words.feedback not in there.words:
            yield Offer(f"quote-{words.feedback}", words.cited(LONGEST), line)


def _skills(results: Iterable[Result], there: There) -> Iterator[Offer]:
    named = set(there.skills)
    for result in results:
        for rank, skill in enumerate(result.skills):
            if skill not in named and is_printable(skill):
                named.add(skill)
                yield Offer(f"skill-{result.entry}-{rank}", skill, skill_line(skill, result))
