"""What an internship must bring, what it puts to the test, and what each mission leaves."""

from datetime import date, datetime

from django.db import transaction

from tremplin.internships.models import CareerAsset, Goal, GoalKind, Hypothesis, Internship, Verdict
from tremplin.journal.operations import add_mission as add_journal_mission
from tremplin.journal.operations.experiences import change_mission as change_mission
from tremplin.journal.operations.experiences import drop_mission as drop_mission
from tremplin.kit.revisions import save_revision


@transaction.atomic
def add_goal(internship: Internship, *, kind: GoalKind, text: str, how_seen: str) -> Goal:
    """Add something the internship must bring.

    Args:
        internship: the internship.
        kind: a skill, a deliverable, a person or a decision.
        text: the goal, in the student's words.
        how_seen: how anyone will see that it is reached.

    Returns:
        The goal.
    """
    return internship.goals.create(kind=kind, text=text.strip(), how_seen=how_seen.strip())


@transaction.atomic
def change_goal(
    goal: Goal, *, revision: int, kind: GoalKind, text: str, how_seen: str, reached_on: date | None
) -> Goal:
    """Save a changed goal.

    Args:
        goal: the goal.
        revision: the revision the form was made from.
        kind: a skill, a deliverable, a person or a decision.
        text: the goal, in the student's words.
        how_seen: how anyone will see that it is reached.
        reached_on: the day it was; None while it is not.

    Returns:
        The goal as saved.

    Raises:
        StaleRevision: another window saved it meanwhile.
    """
    changes = {"kind": kind, "text": text.strip(), "how_seen": how_seen.strip(), "reached_on": reached_on}
    return save_revision(goal, revision=revision, changes=changes)


@transaction.atomic
def set_goal_aside(goal: Goal, *, at: datetime | None) -> None:
    """Take a goal out of sight, or bring it back.

    Args:
        goal: the goal.
        at: now; None brings it back.
    """
    Goal.objects.filter(pk=goal.pk).update(deleted_at=at)


@transaction.atomic
def add_hypothesis(internship: Internship, *, text: str, test: str = "") -> Hypothesis:
    """Add a question on oneself to put to the test.

    Args:
        internship: the internship.
        text: « Suis-je fait pour la donnée ? »
        test: how the internship will tell; may be empty.

    Returns:
        The hypothesis, open.
    """
    return internship.hypotheses.create(text=text.strip(), test=test.strip())


@transaction.atomic
def change_hypothesis(
    hypothesis: Hypothesis, *, revision: int, text: str, test: str, learnt: str, verdict: Verdict
) -> Hypothesis:
    """Save what was learnt of a hypothesis.

    Args:
        hypothesis: the hypothesis.
        revision: the revision the form was made from.
        text: the question.
        test: how the internship tells.
        learnt: what was learnt.
        verdict: open, confirmed, mixed or set aside.

    Returns:
        The hypothesis as saved.

    Raises:
        StaleRevision: another window saved it meanwhile.
    """
    changes = {"text": text.strip(), "test": test.strip(), "learnt": learnt.strip(), "verdict": verdict}
    return save_revision(hypothesis, revision=revision, changes=changes)


@transaction.atomic
def set_hypothesis_aside(hypothesis: Hypothesis, *, at: datetime | None) -> None:
    """Take a hypothesis out of sight, or bring it back.

    Args:
        hypothesis: the hypothesis.
        at: now; None brings it back.
    """
    Hypothesis.objects.filter(pk=hypothesis.pk).update(deleted_at=at)


@transaction.atomic
def add_mission(internship: Internship, *, title: str, agreed: bool) -> int:
    """Add a mission after the others; the same title twice is one mission.

    Args:
        internship: the internship.
        title: the mission.
        agreed: whether the agreement names it.

    Returns:
        Its key.
    """
    return add_journal_mission(internship.experience, title=title, agreed=agreed).pk


@transaction.atomic
def say_what_stays(mission_id: int, *, revision: int, asset: str, reason_why_not: str) -> CareerAsset | None:
    """Record the career asset of a mission, or why it leaves none.

    Args:
        mission_id: key of the mission.
        revision: the revision the form was made from; 0 when nothing was said yet.
        asset: what the student keeps; empty when there is none.
        reason_why_not: why not; empty when there is an asset.

    Returns:
        What is kept; None when both are empty, which forgets what was said.

    Raises:
        StaleRevision: another window saved it meanwhile.
        ValueError: both are given.
    """
    if asset and reason_why_not:
        raise ValueError("a mission has an asset or a reason why not")
    kept = CareerAsset.objects.filter(mission_id=mission_id).first()
    if not asset and not reason_why_not:
        CareerAsset.objects.filter(mission_id=mission_id).delete()
        return None
    changes = {"asset": asset.strip(), "reason_why_not": reason_why_not.strip()}
    if kept is None:
        return CareerAsset.objects.create(mission_id=mission_id, **changes)
    return save_revision(kept, revision=revision, changes=changes)
