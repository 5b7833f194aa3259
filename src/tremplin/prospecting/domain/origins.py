"""Where each figure of a proposal comes from: a dated signal, or a dated entry of the journal."""

from collections.abc import Iterator
from dataclasses import dataclass

from tremplin.documents.proposal import COST, PROBLEM, WHY_ME, Proposal, Source, highlighted, shares
from tremplin.evidence.figures import Figure
from tremplin.evidence.guard import Evidence, unsupported_numbers


@dataclass(frozen=True, slots=True)
class Origin:
    """A figure as the page says it, where it stands, and what gives it: one signal or one entry."""

    says: str
    place: str
    source: Source | None = None
    figure: Figure | None = None


def origins(proposal: Proposal) -> tuple[Origin, ...]:
    """Return what gives each highlighted figure of a proposal.

    Args:
        proposal: the page.

    Returns:
        One for each figure, in the order of the page; a figure that several together give is left out.
    """
    return (*_signals(proposal), *_entries(proposal))


def _signals(proposal: Proposal) -> Iterator[Origin]:
    for place, text in ((PROBLEM, proposal.problem), (COST, proposal.cost)):
        for says in _proofs(proposal, place, text):
            given = (one for one in proposal.sources if _gives(says, one.quote, *shares(one.quote)))
            source = next(given, None)
            if source is not None:
                yield Origin(says, place, source=source)


def _entries(proposal: Proposal) -> Iterator[Origin]:
    for says in _proofs(proposal, WHY_ME, proposal.why_me):
        figure = next((one for one in proposal.figures if _gives(says, one)), None)
        if figure is not None:
            yield Origin(says, WHY_ME, figure=figure)


def _proofs(proposal: Proposal, place: str, text: str) -> Iterator[str]:
    given = proposal.support()[place]
    for line in text.splitlines():
        yield from (run.says for run in highlighted(line, given) if run.proof)


def _gives(says: str, *evidence: Evidence) -> bool:
    return not unsupported_numbers(says, evidence)
