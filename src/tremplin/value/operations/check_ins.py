"""Preparing a check-in, then noting what came of it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction

from tremplin.internships import queries as internships
from tremplin.internships.operations.milestones import note_milestone
from tremplin.journal import queries as journal
from tremplin.journal.domain.table import bare
from tremplin.journal.domain.words import plain_text
from tremplin.journal.operations import add_feedback, change_feedback
from tremplin.kit.revisions import save_revision
from tremplin.network.operations import find_or_add_person
from tremplin.value.domain.checkins import Prepared
from tremplin.value.domain.internship import Followed
from tremplin.value.models import CheckIn, Commitment, Side


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a check-in; `words` are exact, `quotable` is None when not asked."""

    held_on: date
    notes: str = ""
    words: str = ""
    author: str = ""
    quotable: bool | None = None
    mine: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()


@transaction.atomic
def prepare_check_in(
    internship: Followed, kind: str, *, revision: int, prepared: Prepared | dict[str, Any]
) -> CheckIn:
    """Keep a check-in as the student prepares it.

    Args:
        internship: the internship.
        kind: « mid_term » or « three_quarters ».
        revision: the revision the form was made from; 0 before it was prepared.
        prepared: its columns.

    Returns:
        The check-in as saved.

    Raises:
        StaleRevision: another window saved it meanwhile.
    """
    values = asdict(prepared) if isinstance(prepared, Prepared) else prepared
    row, created = CheckIn.objects.get_or_create(internship_id=internship.pk, kind=kind)
    if created and revision == 0:
        revision = row.revision
    return save_revision(row, revision=revision, changes=values)


@transaction.atomic
def hold_check_in(internship: Followed, kind: str, *, revision: int, outcome: Outcome) -> CheckIn:
    """Note what came of a check-in: its milestone is done, the words go to the journal.

    Args:
        internship: the internship.
        kind: « mid_term » or « three_quarters ».
        revision: the revision the form was made from.
        outcome: what was said and promised.

    Returns:
        The check-in as saved.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    held = prepare_check_in(
        internship,
        kind,
        revision=revision,
        prepared={"held_on": outcome.held_on, "notes": outcome.notes.strip()},
    )
    _commit(held, outcome.mine, Side.STUDENT)
    _commit(held, outcome.theirs, Side.HOST)
    if outcome.words.strip():
        _keep_words(internship, outcome)
    _note_milestone(internship, kind, outcome)
    return held


@transaction.atomic
def keep_commitment(commitment: Commitment, *, on: date | None) -> None:
    """Mark a commitment as kept, or not any more.

    Args:
        commitment: what was promised.
        on: the day it was kept; None takes that back.
    """
    Commitment.objects.filter(pk=commitment.pk).update(done_on=on)


def _commit(check_in: CheckIn, texts: Iterable[str], side: Side) -> None:
    known = set(check_in.commitments.filter(side=side).values_list("text", flat=True))
    for text in texts:
        line = text.strip()
        if line and line not in known:
            check_in.commitments.create(side=side, text=line[:300])


def _keep_words(internship: Followed, outcome: Outcome) -> None:
    author = outcome.author.strip() or internship.tutor
    person = find_or_add_person(author) if any(letter.isalpha() for letter in author) else None
    experience = journal.experiences().get(pk=internship.experience_id)
    same = {"words": bare(plain_text(outcome.words)), "author_name": author, "given_on": outcome.held_on}
    known = experience.feedback.filter(entry=None, **same).first()
    if known is not None:
        if outcome.quotable not in {None, known.quotable}:
            change_feedback(known, revision=known.revision, quotable=outcome.quotable)
        return
    add_feedback(
        words=outcome.words,
        experience=experience,
        person_id=person.pk if person else None,
        author_name=author,
        given_on=outcome.held_on,
        how="point carrière",
        quotable=outcome.quotable,
    )


def _note_milestone(internship: Followed, kind: str, outcome: Outcome) -> None:
    row = internships.internship(internship.pk)
    stone = internships.milestones(row).filter(kind=kind).first() if row else None
    if stone is not None and stone.done_on is None:
        note_milestone(stone, revision=stone.revision, done_on=outcome.held_on, note=outcome.notes)
