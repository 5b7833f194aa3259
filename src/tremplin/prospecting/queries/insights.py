"""What insiders said of a place, dated: the target's page shows it, Choisir weighs it later."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tremplin.prospecting.domain.interviews import INSIDER
from tremplin.prospecting.models import Goal, PreparedQuestion, Target


@dataclass(frozen=True, slots=True)
class Insight:
    """An answer received: to which question, from whom, and when; `on` is None when no day was noted."""

    key: int
    goal: str
    question: str
    answer: str
    who: str
    on: date | None
    conversation: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """The answers received on one goal, latest first."""

    goal: str
    label: str
    insights: tuple[Insight, ...]


def insights(target: Target) -> tuple[Chapter, ...]:
    """Return every answer received about a target, by goal.

    Args:
        target: the target.

    Returns:
        The goals that have answers: the culture, how they recruit and what the job expects come first.
    """
    found = [_insight(one) for one in _answered(target)]
    order = sorted(Goal, key=lambda goal: goal.value not in INSIDER)
    chapters = (
        Chapter(goal.value, str(goal.label), tuple(one for one in found if one.goal == goal.value))
        for goal in order
    )
    return tuple(one for one in chapters if one.insights)


def insider_insights(organization_id: int) -> tuple[Insight, ...]:
    """Return what insiders said of an organization, for a decision between places.

    Args:
        organization_id: key of the organization.

    Returns:
        Answers on the culture, on how they recruit and on what the job expects; empty without a target.
    """
    target = Target.objects.filter(organization_id=organization_id, deleted_at=None).first()
    if target is None:
        return ()
    return tuple(one for chapter in insights(target) for one in chapter.insights if one.goal in INSIDER)


def _answered(target: Target) -> Sequence[PreparedQuestion]:
    rows = PreparedQuestion.objects.filter(
        conversation__target=target, conversation__deleted_at=None, deleted_at=None
    )
    told = rows.exclude(answer="").select_related("conversation__person")
    return tuple(told.order_by("-conversation__happened_on", "-conversation_id", "position", "pk"))


def _insight(row: PreparedQuestion) -> Insight:
    talk = row.conversation
    return Insight(
        key=row.pk,
        goal=row.goal,
        question=row.text,
        answer=row.answer,
        who=str(talk.person),
        on=talk.happened_on or talk.on,
        conversation=talk.pk,
    )
