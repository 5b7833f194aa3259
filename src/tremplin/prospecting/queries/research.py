"""What was seen of a target, what it may mean, what remains to be asked."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from tremplin.network.domain import folded
from tremplin.prospecting.domain.evidence import Part, Weight, highlighted, verdict
from tremplin.prospecting.models import (
    OpenQuestion,
    ProblemHypothesis,
    ResearchSession,
    Side,
    Signal,
    Standing,
    Target,
    Weighing,
)


@dataclass(frozen=True, slots=True)
class SignalLine:
    """A signal as a page shows it, its figures apart."""

    row: Signal
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class HypothesisLine:
    """A hypothesis with what it rests on; `level` and `verdict` say how sure it is."""

    row: ProblemHypothesis
    weight: Weight
    level: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Cell:
    """Which way a signal weighs on a hypothesis; `name` is that of its field in the form."""

    name: str
    side: str
    hypothesis: str


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A signal and its side for each hypothesis, in their order."""

    signal: SignalLine
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Research:
    """All that research gave on a target."""

    signals: tuple[SignalLine, ...]
    hypotheses: tuple[HypothesisLine, ...]
    table: tuple[EvidenceRow, ...]
    questions: tuple[OpenQuestion, ...]

    @property
    def kept(self) -> HypothesisLine | None:
        """The problem the student keeps; None before one is."""
        return next((one for one in self.hypotheses if one.row.standing == Standing.KEPT), None)

    @property
    def unanswered(self) -> int:
        """Questions nobody answered yet."""
        return sum(not question.answer for question in self.questions)


def signals(target: Target) -> QuerySet[Signal]:
    """Return what was seen or read of a target.

    Args:
        target: the target.

    Returns:
        Signals in view, the latest first.
    """
    return target.signals.filter(deleted_at=None)


def hypotheses(target: Target) -> QuerySet[ProblemHypothesis]:
    """Return the problems a target may have.

    Args:
        target: the target.

    Returns:
        Hypotheses in view, in the order written.
    """
    return target.hypotheses.filter(deleted_at=None)


def questions(target: Target) -> QuerySet[OpenQuestion]:
    """Return what only a conversation can tell of a target.

    Args:
        target: the target.

    Returns:
        Questions in view with who answered, in the order written.
    """
    return target.questions.filter(deleted_at=None).select_related("answered_by", "hypothesis")


def research_on(target: Target) -> Research:
    """Return all that research gave on a target.

    Args:
        target: the target.

    Returns:
        Signals, hypotheses with their evidence, and questions.
    """
    seen = tuple(SignalLine(row, highlighted(row.quote)) for row in signals(target))
    rows = sorted(hypotheses(target), key=lambda one: ORDER.index(one.standing))
    sides = _sides(target)
    return Research(
        signals=seen,
        hypotheses=tuple(_hypothesis(row, seen, sides) for row in rows),
        table=tuple(_evidence(line, rows, sides) for line in seen),
        questions=tuple(questions(target)),
    )


def last_session(target: Target) -> ResearchSession | None:
    """Return the latest research session on a target.

    Args:
        target: the target.

    Returns:
        The session; None before one began.
    """
    return ResearchSession.objects.filter(target=target).first()


def cell_name(hypothesis: ProblemHypothesis, signal: Signal) -> str:
    """Return the name of the field of the table that weighs a signal on a hypothesis."""
    return f"sens-{hypothesis.pk}-{signal.pk}"


ORDER = (Standing.KEPT, Standing.OPEN, Standing.DROPPED)


def _sides(target: Target) -> dict[tuple[int, int], str]:
    found = Weighing.objects.filter(hypothesis__target=target, signal__deleted_at=None)
    return {(one.hypothesis_id, one.signal_id): one.side for one in found}


def _hypothesis(
    row: ProblemHypothesis, seen: Iterable[SignalLine], sides: dict[tuple[int, int], str]
) -> HypothesisLine:
    weighed = [(line.row, sides.get((row.pk, line.row.pk), "")) for line in seen]
    favour = [signal for signal, side in weighed if side == Side.FOR]
    weight = Weight(
        in_favour=len(favour),
        against=sum(side == Side.AGAINST for _, side in weighed),
        sources=len({(folded(signal.source), signal.url) for signal in favour}),
    )
    return HypothesisLine(row, weight, *verdict(row.standing, weight))


def _evidence(
    line: SignalLine, rows: Iterable[ProblemHypothesis], sides: dict[tuple[int, int], str]
) -> EvidenceRow:
    cells = (
        Cell(cell_name(row, line.row), sides.get((row.pk, line.row.pk), ""), row.problem) for row in rows
    )
    return EvidenceRow(line, tuple(cells))
