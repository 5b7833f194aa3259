"""Preparing interviews: days, answers, and questions practised aloud."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tremplin.kit.revisions import save_revision
from tremplin.stories.domain.practice import Grade, after
from tremplin.stories.models import Answer, Interview, Practice


@transaction.atomic
def add_interview(*, facts: Mapping[str, Any]) -> Interview:
    """Keep the day of an interview.

    Args:
        facts: what is known of it, by field name; `employer` and `on` at least.

    Returns:
        The interview.
    """
    return Interview.objects.create(**facts)


@transaction.atomic
def change_interview(interview: Interview, *, revision: int, changes: Mapping[str, Any]) -> Interview:
    """Save what is known of an interview.

    Args:
        interview: the interview.
        revision: the revision the form was made from.
        changes: new values by field name.

    Returns:
        The interview as saved.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    return save_revision(interview, revision=revision, changes=changes)


@transaction.atomic
def set_interview_aside(interview: Interview, *, at: datetime | None) -> None:
    """Take an interview out of sight at an instant, or bring it back with None."""
    Interview.objects.filter(pk=interview.pk).update(deleted_at=at)


@transaction.atomic
def prepare_answer(
    question: str, *, revision: int, words: str, story: int | None = None, resilience: int | None = None
) -> Answer:
    """Save what is prepared for a question.

    Args:
        question: key of the bank.
        revision: the revision the form was made from; 0 when there was nothing yet.
        words: what the student holds on to.
        story: key of the story told; None without one.
        resilience: key of the story of a bad internship told instead; None without one.

    Returns:
        The answer as saved.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    row, _ = Answer.objects.get_or_create(question=question, defaults={"revision": 0})
    changes = {"story_id": story, "resilience_id": resilience, "words": words}
    return save_revision(row, revision=revision, changes=changes)


@transaction.atomic
def record_practice(
    question: str,
    *,
    grade: Grade,
    at: datetime,
    interview_on: date | None = None,
    seconds: int | None = None,
    remark: str = "",
) -> Practice:
    """Record a question answered aloud, and when it comes back.

    Args:
        question: key of the bank.
        grade: how the student judges the answer.
        at: now, in the student's zone.
        interview_on: the next interview; the question comes back by its eve.
        seconds: how long it took; None when nothing measured it.
        remark: what to improve next time.

    Returns:
        The practice.
    """
    before = Practice.objects.filter(question=question, deleted_at=None).first()
    memory = after(before.memory if before else None, grade, at=at, interview_on=interview_on)
    return Practice.objects.create(
        question=question,
        at=at,
        grade=int(grade),
        seconds=seconds,
        remark=remark,
        state=memory.state,
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due_at=memory.due_at,
    )


@transaction.atomic
def set_practice_aside(practice: Practice, *, at: datetime | None) -> None:
    """Count a practice for nothing from an instant, or count it again with None."""
    Practice.objects.filter(pk=practice.pk).update(deleted_at=at)
