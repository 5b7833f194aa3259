"""What a student lives and writes about: experiences and their missions."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from tremplin.journal.domain.words import folded
from tremplin.journal.models import (
    Experience,
    Mission,
)
from tremplin.journal.models import ExperienceKind as ExperienceKind


@transaction.atomic
def add_experience(
    *,
    kind: ExperienceKind,
    title: str,
    starts_on: date,
    ends_on: date | None = None,
    organization_id: int | None = None,
) -> Experience:
    """Create an experience to write about.

    Args:
        kind: internship, apprenticeship, job, association, project or other.
        title: as the student calls it.
        starts_on: its first day.
        ends_on: its last day; None while unknown.
        organization_id: key in network; None when there is none.

    Returns:
        The saved experience.
    """
    return Experience.objects.create(
        kind=kind, title=title.strip(), starts_on=starts_on, ends_on=ends_on, organization_id=organization_id
    )


@transaction.atomic
def change_experience(experience: Experience, **changes: Any) -> Experience:
    """Change fields of an experience.

    Args:
        experience: the experience.
        changes: new values by field name.

    Returns:
        The experience as saved.
    """
    Experience.objects.filter(pk=experience.pk).update(**changes)
    experience.refresh_from_db()
    return experience


@transaction.atomic
def add_mission(experience: Experience, *, title: str, agreed: bool = True) -> Mission:
    """Add a mission after the others, or find the one of that very title.

    Args:
        experience: what it belongs to.
        title: as the agreement, or the student, words it.
        agreed: whether the agreement names it.

    Returns:
        The mission.
    """
    known = {folded(mission.title): mission for mission in experience.missions.all()}
    if (same := known.get(folded(title))) is not None:
        return same
    last = experience.missions.aggregate(last=Max("position"))["last"] or 0
    return experience.missions.create(title=title.strip(), agreed=agreed, position=last + 1)


@transaction.atomic
def change_mission(mission_id: int, *, title: str, agreed: bool) -> None:
    """Word a mission anew; the entries tagged with it follow.

    Args:
        mission_id: key of the mission.
        title: its new words.
        agreed: whether the agreement names it.
    """
    Mission.objects.filter(pk=mission_id).update(title=title.strip(), agreed=agreed)


@transaction.atomic
def drop_mission(mission_id: int) -> None:
    """Erase a mission; entries tagged with it lose the tag and nothing else.

    Args:
        mission_id: key of the mission.
    """
    Mission.objects.filter(pk=mission_id).delete()
