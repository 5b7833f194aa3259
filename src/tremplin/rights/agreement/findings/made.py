"""How a finding is put together from a fact, a clause or an absence."""

from collections.abc import Iterable

from tremplin.law.outcome import DoesNotHold, Doubt, Holds, Step
from tremplin.law.sources import Source
from tremplin.rights.agreement.case import Case
from tremplin.rights.agreement.values import Fact, Finding, Level


def quoted(fact: Fact | None) -> tuple[str, int | None]:
    """Return the words and page of a fact, or nothing."""
    return ("", None) if fact is None else (fact.quote, fact.page)


def breach(
    case: Case,
    outcome: DoesNotHold,
    *,
    id: str,
    title: str,
    ask: str,
    fact: str,
    why: str = "",
    level: Level = Level.TO_CORRECT,
    sources: tuple[Source, ...] = (),
) -> Finding:
    """Return the finding of a rule that does not hold, with its steps and doubts."""
    quote, page = quoted(case.fact(fact))
    return Finding(
        id=id,
        level=level,
        title=title,
        why=why or " ".join(step.says for step in outcome.steps),
        sources=sources or sources_of(outcome.steps),
        quote=quote,
        page=page,
        ask=ask,
        doubts=outcome.doubts,
        steps=tuple(step.says for step in outcome.steps),
    )


def compliant(case: Case, outcome: Holds[object], *, id: str, title: str, fact: str) -> Finding:
    """Return the finding of a rule that holds."""
    quote, page = quoted(case.fact(fact))
    return Finding(
        id=id,
        level=Level.COMPLIANT,
        title=title,
        why=outcome.steps[-1].says if outcome.steps else "",
        sources=sources_of(outcome.steps),
        quote=quote,
        page=page,
        doubts=outcome.doubts,
        steps=tuple(step.says for step in outcome.steps),
    )


def sources_of(steps: Iterable[Step]) -> tuple[Source, ...]:
    """Return the articles of some steps, each once."""
    return tuple(dict.fromkeys(step.because for step in steps if step.because is not None))


def doubts_of(*groups: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """Return doubts of several outcomes, each once."""
    return tuple(dict.fromkeys(doubt for group in groups for doubt in group))
