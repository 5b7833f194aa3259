"""Removing with a way back: what goes is kept a day."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction

from tremplin.journal import search
from tremplin.journal.models import Attachment, Entry, Feedback, Impact, Skill, Undo
from tremplin.journal.operations.entries import delete_entry
from tremplin.journal.operations.proofs import forget_unused
from tremplin.journal.operations.skills import merge_skills, unmerge_skill

KEPT_FOR = timedelta(days=1)
MERGE, IMPORT = "merge", "import"
REMOVABLE: Final[dict[str, type[Impact] | type[Feedback] | type[Attachment]]] = {
    "impact": Impact,
    "feedback": Feedback,
    "attachment": Attachment,
}


class NothingToUndo(ValueError):
    """What it belonged to is gone."""


@transaction.atomic
def remove(row: Impact | Feedback | Attachment, *, at: datetime) -> Undo:
    """Take a figure, someone's words or a proof out of sight; it is erased after a day.

    Args:
        row: what goes; what points to it, in other rooms too, still does when it comes back.
        at: now.

    Returns:
        The way back, good for a day.
    """
    type(row).objects.filter(pk=row.pk).update(removed_at=at)
    if row.entry is not None:
        search.index(row.entry)
    return _remember(str(row._meta.model_name), {"row": row.pk}, at)


@transaction.atomic
def merge(gone: Skill, *, into: Skill, at: datetime) -> Undo:
    """Make two skills one.

    Args:
        gone: the skill that is no longer offered.
        into: the skill that stays.
        at: now.

    Returns:
        The way back, good for a day.

    Raises:
        CannotMerge: they are the same, or one of them is merged already.
    """
    targets = [skill.pk for skill in (gone, into) if skill.target]
    moved = merge_skills(gone, into=into)
    return _remember(MERGE, {"gone": gone.pk, "into": into.pk, "moved": moved, "targets": targets}, at)


@transaction.atomic
def way_back(added: Iterable[Entry], *, at: datetime) -> Undo:
    """Remember the entries an import added, so that they can be taken out together.

    Args:
        added: the entries.
        at: now.

    Returns:
        The way back, good for a day.
    """
    return _remember(IMPORT, {"entries": [entry.pk for entry in added]}, at)


@transaction.atomic
def undo(step: Undo, *, at: datetime) -> Entry | None:
    """Take back a removal, a merge or an import, once.

    Args:
        step: the way back.
        at: now.

    Returns:
        The entry that has its row again; None for what belongs to none.

    Raises:
        NothingToUndo: the entry or the skill is gone.
    """
    step.delete()
    if step.kind in REMOVABLE:
        return _put_back(step.kind, step.kept["row"])
    if step.kind == MERGE:
        _unmerge(step.kept)
    for entry in Entry.objects.filter(pk__in=step.kept.get("entries", ()), deleted_at=None):
        delete_entry(entry, at=at)
    return None


@transaction.atomic
def erase_removed(*, before: datetime) -> None:
    """Erase for good what was removed before an instant, its way back, and files that no entry keeps.

    Args:
        before: what was removed earlier goes.
    """
    Undo.objects.filter(made_at__lt=before).delete()
    digests = set(Attachment.ever.filter(removed_at__lt=before).values_list("digest", flat=True))
    for kind in REMOVABLE.values():
        kind.ever.filter(removed_at__lt=before).delete()
    transaction.on_commit(lambda: forget_unused(digests))


def _remember(kind: str, kept: Any, at: datetime) -> Undo:
    erase_removed(before=at - KEPT_FOR)
    return Undo.objects.create(kind=kind, kept=kept, made_at=at)


def _put_back(kind: str, key: int) -> Entry | None:
    row = REMOVABLE[kind].ever.filter(pk=key).first()
    if row is None or (row.entry and row.entry.deleted_at):
        raise NothingToUndo
    REMOVABLE[kind].ever.filter(pk=key).update(removed_at=None)
    if row.entry is not None:
        search.index(row.entry)
    return row.entry


def _unmerge(kept: dict[str, Any]) -> None:
    gone = Skill.objects.filter(pk=kept["gone"]).first()
    if gone is None:
        raise NothingToUndo
    unmerge_skill(gone, entries=kept["moved"])
    for key in ("gone", "into"):
        Skill.objects.filter(pk=kept[key]).update(target=kept[key] in kept["targets"])
