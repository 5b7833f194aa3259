"""Creating, changing and removing an internship."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.db import transaction

from tremplin.internships.models import Internship
from tremplin.internships.operations.milestones import refresh_milestones
from tremplin.internships.surroundings import host_id, people_ids
from tremplin.journal.operations import ExperienceKind, add_experience, add_mission, change_experience
from tremplin.journal.queries import experiences
from tremplin.kit.revisions import save_revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What the student says of an internship; names are found or added once in network."""

    title: str
    starts_on: date
    ends_on: date
    apprenticeship: bool = False
    host: str = ""
    city: str = ""
    team: str = ""
    tutor: str = ""
    referent: str = ""
    school: str = ""
    weekly_hours: Decimal | None = None
    weekdays: str = "01234"
    journal_weekday: int = 4
    journal_time: time = time(16, 30)


@transaction.atomic
def create_internship(
    details: Details, *, missions: tuple[str, ...] = (), agreement_version_id: int | None = None
) -> Internship:
    """Create an internship with its experience, people, missions and milestones.

    An experience of the journal of that nature and those very dates becomes it, with its
    entries, when no internship has it yet.

    Args:
        details: only the title and the two dates are required.
        missions: titles of the missions agreed.
        agreement_version_id: key in Droits of the version it comes from; None by hand.

    Returns:
        The internship, its milestones computed.
    """
    known = experiences().filter(
        kind=_kind(details), starts_on=details.starts_on, ends_on=details.ends_on, internship=None
    )
    experience = known.first() or add_experience(**_lived(details))
    change_experience(experience, **_lived(details))
    internship = Internship(experience=experience, agreement_version_id=agreement_version_id)
    for name, value in _columns(details).items():
        setattr(internship, name, value)
    internship.save()
    for title in missions:
        add_mission(experience, title=title)
    refresh_milestones(internship)
    return internship


@transaction.atomic
def change_internship(internship: Internship, details: Details, *, revision: int) -> Internship:
    """Save what changed, and move the milestones that follow the dates.

    Args:
        internship: the internship.
        details: everything, as typed.
        revision: the revision the form was made from.

    Returns:
        The internship, one revision further.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    kept = save_revision(internship, revision=revision, changes=_columns(details))
    change_experience(kept.experience, **_lived(details))
    refresh_milestones(kept)
    return kept


@transaction.atomic
def remove_internship(internship: Internship, *, at: datetime) -> None:
    """Take an internship out of sight; its entries stay in the journal.

    Args:
        internship: the internship.
        at: now.
    """
    Internship.objects.filter(pk=internship.pk).update(deleted_at=at)


@transaction.atomic
def bring_back_internship(internship: Internship) -> None:
    """Put a removed internship back.

    Args:
        internship: the internship.
    """
    Internship.objects.filter(pk=internship.pk).update(deleted_at=None)


def _lived(details: Details) -> dict[str, Any]:
    """Return what the journal keeps of an internship: its experience."""
    return {
        "kind": _kind(details),
        "title": details.title,
        "starts_on": details.starts_on,
        "ends_on": details.ends_on,
        "organization_id": host_id(details.host, city=details.city),
    }


def _kind(details: Details) -> ExperienceKind:
    return ExperienceKind.APPRENTICESHIP if details.apprenticeship else ExperienceKind.INTERNSHIP


def _columns(details: Details) -> dict[str, Any]:
    return {
        **people_ids(
            tutor=details.tutor, referent=details.referent, host=details.host, school=details.school
        ),
        "team": details.team,
        "city": details.city,
        "weekly_hours": details.weekly_hours,
        "weekdays": details.weekdays,
        "journal_weekday": details.journal_weekday,
        "journal_time": details.journal_time,
    }
