"""What others said, word for word."""

from datetime import date
from typing import Any

from django.db import transaction

from tremplin.journal import search
from tremplin.journal.domain.table import bare
from tremplin.journal.domain.words import plain_text
from tremplin.journal.models import (
    Entry,
    Experience,
    Feedback,
)
from tremplin.journal.models import ExperienceKind as ExperienceKind
from tremplin.kit.revisions import save_revision


@transaction.atomic
def add_feedback(
    *,
    words: str,
    entry: Entry | None = None,
    experience: Experience | None = None,
    person_id: int | None = None,
    author_name: str = "",
    author_role: str = "",
    given_on: date | None = None,
    how: str = "",
    quotable: bool | None = None,
) -> Feedback:
    """Keep someone's exact words.

    Args:
        words: word for word; quotation marks around the whole are left to the pages that quote.
        entry: the entry they are about; None for a whole experience.
        experience: the experience; None when the entry says it.
        person_id: key in network; None for someone who is not there.
        author_name: who, as the student writes it.
        author_role: their role that day.
        given_on: the day; None if unknown.
        how: aloud, by message, in a meeting…
        quotable: whether they agreed to be quoted; None when not asked.

    Returns:
        The feedback.
    """
    feedback = Feedback.objects.create(
        words=bare(plain_text(words)),
        entry=entry,
        experience=experience,
        person_id=person_id,
        author_name=author_name.strip(),
        author_role=author_role.strip(),
        given_on=given_on,
        how=how,
        quotable=quotable,
    )
    if entry is not None:
        search.index(entry)
    return feedback


@transaction.atomic
def change_feedback(feedback: Feedback, *, revision: int, **changes: Any) -> Feedback:
    """Change fields of a feedback, if nobody saved it since `revision`.

    Args:
        feedback: the feedback.
        revision: the revision the form was made from.
        changes: new values by field name.

    Returns:
        The feedback as saved.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    if "words" in changes:
        changes["words"] = bare(plain_text(changes["words"]))
    kept = save_revision(feedback, revision=revision, changes=changes)
    if kept.entry is not None:
        search.index(kept.entry)
    return kept
