"""Writing down what is seen of a target, what it may mean, and what only a conversation can tell."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tremplin.kit.revisions import save_revision
from tremplin.network.operations import find_or_add_person
from tremplin.prospecting.models import OpenQuestion, ProblemHypothesis, Signal, Target, Weighing

Line = Signal | ProblemHypothesis | OpenQuestion


@transaction.atomic
def add_signal(
    target: Target, *, kind: str, source: str, seen_on: date, quote: str, suggests: str = "", url: str = ""
) -> Signal:
    """Keep something seen or read of a target.

    Args:
        target: the target.
        kind: where it comes from.
        source: named so that someone else could find it.
        seen_on: the day.
        quote: its words.
        suggests: the problem it makes think of; may be empty.
        url: its address; may be empty.

    Returns:
        The signal; the one kept already when all of it is the same.
    """
    told = {"kind": kind, "source": source, "seen_on": seen_on, "quote": quote}
    same = Signal.objects.filter(target=target, url=url, suggests=suggests, deleted_at=None, **told).first()
    return same or Signal.objects.create(target=target, suggests=suggests, url=url, **told)


@transaction.atomic
def change_signal(signal: Signal, *, revision: int, changes: Mapping[str, Any]) -> Signal:
    """Save a signal read again.

    Args:
        signal: the signal.
        revision: the revision the form was made from.
        changes: new values by field name.

    Returns:
        The signal, one revision further.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    return save_revision(signal, revision=revision, changes=changes)


@transaction.atomic
def add_hypothesis(target: Target, *, problem: str, cost: str = "") -> ProblemHypothesis:
    """Write a problem the target may have.

    Args:
        target: the target.
        problem: in one sentence.
        cost: what it costs them; may be empty.

    Returns:
        The hypothesis, to be verified.
    """
    return ProblemHypothesis.objects.create(target=target, problem=problem, cost=cost)


@transaction.atomic
def change_hypothesis(
    hypothesis: ProblemHypothesis, *, revision: int, changes: Mapping[str, Any]
) -> ProblemHypothesis:
    """Save a hypothesis: its words, or the student's verdict.

    Args:
        hypothesis: the hypothesis.
        revision: the revision the form was made from.
        changes: new values by field name.

    Returns:
        The hypothesis, one revision further.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    return save_revision(hypothesis, revision=revision, changes=changes)


@transaction.atomic
def weigh(hypothesis: ProblemHypothesis, signal: Signal, *, side: str) -> None:
    """Say which way a signal weighs on a hypothesis.

    Args:
        hypothesis: of the same target.
        signal: of the same target.
        side: « for », « against », or empty when it says nothing of it.
    """
    if not side:
        Weighing.objects.filter(hypothesis=hypothesis, signal=signal).delete()
        return
    Weighing.objects.update_or_create(hypothesis=hypothesis, signal=signal, defaults={"side": side})


@transaction.atomic
def weigh_all(sides: Mapping[tuple[ProblemHypothesis, Signal], str]) -> None:
    """Save the whole table of evidence at once.

    Args:
        sides: by hypothesis and signal, as `weigh` takes them.
    """
    for (hypothesis, signal), side in sides.items():
        weigh(hypothesis, signal, side=side)


@transaction.atomic
def add_question(target: Target, *, text: str, hypothesis: ProblemHypothesis | None = None) -> OpenQuestion:
    """Write what only a conversation can tell.

    Args:
        target: the target.
        text: the question.
        hypothesis: the one it would settle; None for none.

    Returns:
        The question, without an answer.
    """
    return OpenQuestion.objects.create(target=target, text=text, hypothesis=hypothesis)


@transaction.atomic
def answer_question(question: OpenQuestion, *, answer: str, by: str = "", on: date | None) -> OpenQuestion:
    """Write what was answered, by whom and when; an empty answer asks the question again.

    Args:
        question: the question.
        answer: in a few words.
        by: first and last name; empty when nobody is named.
        on: the day; None without an answer.

    Returns:
        The question as saved.

    Raises:
        ValueError: the name holds no letter.
    """
    person = find_or_add_person(by) if by.strip() and answer else None
    told = {"answer": answer, "answered_on": on if answer else None, "answered_by": person}
    return save_revision(question, revision=question.revision, changes=told)


@transaction.atomic
def change_question(
    question: OpenQuestion,
    *,
    revision: int,
    text: str,
    hypothesis: int | None = None,
    answer: str = "",
    by: str = "",
    answered_on: date | None = None,
) -> OpenQuestion:
    """Save a question with its answer.

    Args:
        question: the question.
        revision: the revision the form was made from.
        text: the question, as asked.
        hypothesis: key of the one it would settle; None for none.
        answer: empty while nobody answered.
        by: first and last name; empty when nobody is named.
        answered_on: the day of the answer; None without one.

    Returns:
        The question as saved.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
        ValueError: the name holds no letter.
    """
    asked = {"text": text, "hypothesis_id": hypothesis}
    kept = save_revision(question, revision=revision, changes=asked)
    return answer_question(kept, answer=answer, by=by, on=answered_on)


@transaction.atomic
def set_line_aside(line: Line, *, at: datetime | None) -> None:
    """Take a signal, a hypothesis or a question out of sight, or bring it back.

    Args:
        line: the row.
        at: now; None to bring it back.
    """
    type(line)._default_manager.filter(pk=line.pk).update(deleted_at=at)
