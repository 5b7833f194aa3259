"""Writing, changing, deleting and bringing back entries."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tremplin.evidence.proposals import proposals
from tremplin.journal import search
from tremplin.journal.domain.words import plain_text
from tremplin.journal.models import (
    Attachment,
    Entry,
    Visibility,
)
from tremplin.journal.models import ExperienceKind as ExperienceKind
from tremplin.journal.operations.proofs import forget_unused
from tremplin.kit.revisions import save_revision


@transaction.atomic
def add_entry(
    *,
    action: str,
    on: date,
    at: datetime,
    experience_id: int | None = None,
    mission_id: int | None = None,
    skills: Collection[int] = (),
    visibility: Visibility = Visibility.COMPANY,
    minutes: int | None = None,
    draft: bool = False,
    pain_point: bool = False,
) -> Entry:
    """Write an entry; nothing but the action is required.

    Args:
        action: what the student did.
        on: the day it happened.
        at: now.
        experience_id: what it belongs to; None for nothing yet.
        mission_id: the mission it served; None when unsaid.
        skills: keys of the skills it shows.
        visibility: who may read it once exported.
        minutes: time it took; None when unsaid.
        draft: whether it waits to be finished.
        pain_point: whether it tells of a trouble that comes back.

    Returns:
        The entry, findable at once.
    """
    entry = Entry.objects.create(
        action=plain_text(action),
        spotted=len(proposals(plain_text(action))),
        date=on,
        created_at=at,
        experience_id=experience_id,
        mission_id=mission_id,
        visibility=visibility,
        minutes=minutes,
        draft=draft,
        pain_point=pain_point,
    )
    if skills:
        entry.skills.set(skills)
    search.index(entry)
    return entry


@transaction.atomic
def change_entry(
    entry: Entry, *, revision: int, skills: Collection[int] | None = None, **changes: Any
) -> Entry:
    """Save a changed entry, if nobody saved it since `revision`.

    Args:
        entry: the entry.
        revision: the revision the form was made from.
        skills: keys of its skills; None leaves them.
        changes: new values by field name.

    Returns:
        The entry as saved, one revision further.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    if "action" in changes:
        changes["action"] = plain_text(changes["action"])
        changes["spotted"] = len(proposals(changes["action"]))
    kept = save_revision(entry, revision=revision, changes=changes)
    if skills is not None:
        kept.skills.set(skills)
    search.index(kept)
    return kept


@transaction.atomic
def delete_entry(entry: Entry, *, at: datetime) -> None:
    """Take an entry out of sight; it can be brought back until it is erased.

    Args:
        entry: the entry.
        at: now.
    """
    Entry.objects.filter(pk=entry.pk).update(deleted_at=at)
    search.forget(entry.pk)


@transaction.atomic
def bring_back(entry: Entry) -> None:
    """Put a deleted entry back.

    Args:
        entry: the entry.
    """
    Entry.objects.filter(pk=entry.pk).update(deleted_at=None)
    search.index(entry)


def erase_deleted(*, before: datetime) -> int:
    """Erase for good the entries deleted before an instant, and files that no entry keeps.

    Args:
        before: entries deleted earlier go.

    Returns:
        How many went.
    """
    with transaction.atomic():
        gone = Entry.objects.filter(deleted_at__lt=before)
        digests = set(Attachment.ever.filter(entry__in=gone).values_list("digest", flat=True))
        count = gone.count()
        gone.delete()
    forget_unused(digests)
    return count
