"""Milestones: computed again, moved by hand, noted once past."""

from datetime import date, time

from django.db import transaction

from tremplin.internships.domain.planned import PlannedMilestone
from tremplin.internships.domain.planning import planned_milestones
from tremplin.internships.matching import course_of
from tremplin.internships.models import Internship, Milestone
from tremplin.kit.revisions import save_revision
from tremplin.law.parameters import NoValueInForce


@transaction.atomic
def refresh_milestones(internship: Internship) -> None:
    """Compute the milestones again; those moved by hand or done stay where they are.

    Each change makes the revision of a milestone grow, so that calendars that hold it
    take the new day. What is no longer planned is cancelled, never erased.

    Args:
        internship: the internship, as saved.
    """
    kept = {(one.kind, one.code): one for one in internship.milestones.all()}
    for planned in _planned(internship):
        _follow(internship, kept.pop((planned.kind.value, planned.code), None), planned)
    for gone in kept.values():
        if not gone.cancelled and not gone.moved and gone.done_on is None:
            save_revision(gone, revision=gone.revision, changes={"cancelled": True})


@transaction.atomic
def move_milestone(milestone: Milestone, *, revision: int, on: date, at: time | None = None) -> Milestone:
    """Move a milestone by hand; it no longer follows the dates of the internship.

    Args:
        milestone: the milestone.
        revision: the revision the form was made from.
        on: its new day.
        at: its hour; None for the whole day.

    Returns:
        The milestone as saved.

    Raises:
        StaleRevision: another window changed it meanwhile.
    """
    return save_revision(milestone, revision=revision, changes={"on": on, "at": at, "moved": True})


@transaction.atomic
def follow_dates(milestone: Milestone) -> None:
    """Put a milestone moved by hand back where the dates of the internship place it.

    Args:
        milestone: the milestone.
    """
    save_revision(milestone, revision=milestone.revision, changes={"moved": False, "at": None})
    refresh_milestones(milestone.internship)


@transaction.atomic
def note_milestone(milestone: Milestone, *, revision: int, done_on: date | None, note: str) -> Milestone:
    """Record that a milestone happened, and what was said.

    Args:
        milestone: the milestone.
        revision: the revision the form was made from.
        done_on: the day it happened; None takes that back.
        note: what was said, decided or promised.

    Returns:
        The milestone as saved.

    Raises:
        StaleRevision: another window changed it meanwhile.
    """
    return save_revision(milestone, revision=revision, changes={"done_on": done_on, "note": note.strip()})


def _planned(internship: Internship) -> tuple[PlannedMilestone, ...]:
    try:
        return planned_milestones(course_of(internship))
    except NoValueInForce:
        return ()


def _follow(internship: Internship, kept: Milestone | None, planned: PlannedMilestone) -> None:
    """Create a milestone, or bring it to what is planned unless the student decided otherwise."""
    values = {"name": planned.name, "why": planned.why, "minutes": planned.minutes}
    if kept is None:
        internship.milestones.create(kind=planned.kind.value, code=planned.code, on=planned.on, **values)
        return
    if kept.done_on is None and not kept.moved:
        values |= {"on": planned.on, "cancelled": False}
    changes = {name: value for name, value in values.items() if getattr(kept, name) != value}
    if changes:
        save_revision(kept, revision=kept.revision, changes=changes)
