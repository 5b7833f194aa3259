"""Removing with a way back: what goes is kept a day."""

import json
from datetime import datetime, timedelta
from typing import Any

from django.core import serializers
from django.db import transaction

from tremplin.journal import search
from tremplin.journal.models import Attachment, Entry, Feedback, Impact, Skill, Undo
from tremplin.journal.operations.skills import merge_skills, unmerge_skill

KEPT_FOR = timedelta(days=1)
ROW, MERGE = "row", "merge"


class NothingToUndo(ValueError):
    """What it belonged to is gone."""


@transaction.atomic
def remove(row: Impact | Feedback | Attachment, *, at: datetime) -> Undo:
    """Remove a figure, someone's words or a proof.

    Args:
        row: what goes; the bytes of a proof stay.
        at: now.

    Returns:
        The way back, good for a day.
    """
    entry = row.entry
    kept = json.loads(serializers.serialize("json", [row]))
    row.delete()
    if entry is not None:
        search.index(entry)
    return _remember(ROW, kept, at)


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
def undo(step: Undo) -> Entry | None:
    """Take back a removal or a merge, once.

    Args:
        step: the way back.

    Returns:
        The entry that has its row again; None for what belongs to none.

    Raises:
        NothingToUndo: the entry or the skill is gone.
    """
    step.delete()
    if step.kind != MERGE:
        return _put_back(step.kept)
    _unmerge(step.kept)
    return None


def _remember(kind: str, kept: Any, at: datetime) -> Undo:
    Undo.objects.filter(made_at__lt=at - KEPT_FOR).delete()
    return Undo.objects.create(kind=kind, kept=kept, made_at=at)


def _put_back(kept: list[dict[str, Any]]) -> Entry | None:
    (found,) = serializers.deserialize("json", json.dumps(kept))
    row: Any = found.object
    entry = Entry.objects.filter(pk=row.entry_id, deleted_at=None).first()
    if row.entry_id and entry is None:
        raise NothingToUndo
    found.save()
    if entry is not None:
        search.index(entry)
    return entry


def _unmerge(kept: dict[str, Any]) -> None:
    gone = Skill.objects.filter(pk=kept["gone"]).first()
    if gone is None:
        raise NothingToUndo
    unmerge_skill(gone, entries=kept["moved"])
    for key in ("gone", "into"):
        Skill.objects.filter(pk=kept[key]).update(target=kept[key] in kept["targets"])
