"""Noting from a page: an entry, the figures ticked and the words received, all at once or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from tremplin.evidence.proposals import proposals
from tremplin.journal.domain.weeks import WORKING_DAYS
from tremplin.journal.domain.words import plain_text
from tremplin.journal.models import Entry, Experience
from tremplin.journal.operations.entries import add_entry, change_entry
from tremplin.journal.operations.feedback import add_feedback
from tremplin.journal.operations.impacts import ImpactValues, as_values, keep_impact
from tremplin.journal.operations.skills import find_or_add_skill

SAME_WRITING = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Noted:
    """What one form says of an entry: its columns by name, skills by name, figures and words."""

    columns: Mapping[str, Any]
    skills: Sequence[str] = ()
    figures: Sequence[ImpactValues] = ()
    words: str = ""
    author: str = ""
    person_id: int | None = None


@transaction.atomic
def note(noted: Noted, *, at: datetime, draft: Entry | None = None, revision: int = 0) -> Entry:
    """Write an entry, from its draft when there is one.

    Args:
        noted: what the form says.
        at: now.
        draft: the draft saved while it was written; None looks for one that begins the same text.
        revision: the revision of that draft the form knows.

    Returns:
        The entry, with its figures confirmed.

    Raises:
        StaleRevision: another window changed the draft meanwhile; nothing is written.
    """
    columns = dict(noted.columns)
    skills = [find_or_add_skill(name).pk for name in noted.skills]
    begun = draft or _begun(columns["action"], at)
    if begun is not None:
        entry = change_entry(begun, revision=revision if draft else begun.revision, skills=skills, **columns)
    else:
        entry = add_entry(on=columns.pop("date"), at=at, skills=skills, **columns)
    for figure in noted.figures:
        keep_impact(entry, figure, at=at)
    if noted.words:
        add_feedback(
            words=noted.words,
            entry=entry,
            author_name=noted.author,
            person_id=noted.person_id,
            given_on=entry.date,
        )
    return entry


def ticked_figures(action: str, ticked: Iterable[str], *, method: str = "") -> tuple[ImpactValues, ...]:
    """Return the figures of a text that the student ticked.

    Args:
        action: the text.
        ticked: where each stands in the text, « start-end ».
        method: how they are known; empty when unsaid.

    Returns:
        Typed values; a place where the text no longer holds a figure is left out.
    """
    wanted = set(ticked)
    found = proposals(plain_text(action))
    kept = (as_values(one) for one in found if f"{one.start}-{one.end}" in wanted)
    return tuple(replace(values, method=method) for values in kept)


@transaction.atomic
def catch_up(experience: Experience, *, monday: date, answers: Iterable[str], at: datetime) -> int:
    """Write a week without entry from one-line answers; an answer already there that day is left alone.

    Args:
        experience: whose week.
        monday: its first day.
        answers: what was typed; empty lines are left out.
        at: now.

    Returns:
        How many entries were written, dated on the last working day of that week.
    """
    last = monday + timedelta(days=WORKING_DAYS - 1)
    on = max(min(last, experience.ends_on or last), experience.starts_on)
    there = set(
        Entry.objects.filter(experience=experience, date=on, deleted_at=None).values_list("action", flat=True)
    )
    written = [text for text in dict.fromkeys(map(plain_text, answers)) if text and text not in there]
    for answer in written:
        add_entry(action=answer, on=on, at=at, experience_id=experience.pk)
    return len(written)


def _begun(action: str, at: datetime) -> Entry | None:
    """Find the draft that the page saved while this text was typed and whose key it never received."""
    text = plain_text(action)
    drafts = Entry.objects.filter(draft=True, deleted_at=None, created_at__gte=at - SAME_WRITING)
    return next((one for one in drafts if one.action and text.startswith(one.action)), None)
