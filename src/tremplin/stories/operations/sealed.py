"""Facts kept apart: sealed, opened for one reading, completed, put out of sight."""

import io
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from tremplin.keeping.refusals import Damaged, WrongPassphrase
from tremplin.keeping.sealing import COST, SealedWriter, is_sealed, unseal
from tremplin.kit.revisions import save_revision
from tremplin.stories.domain.facts import Fact, Unreadable, from_bytes, to_bytes
from tremplin.stories.models import SealedNotes


class NotOpened(Exception):
    """The notes stay closed; the message is a French sentence saying what to do."""


class AlreadyThere(Exception):
    """There are notes already: one passphrase opens them all."""


@transaction.atomic
def start_notes(*, passphrase: str, at: datetime) -> SealedNotes:
    """Open a notebook that only its passphrase reads.

    Args:
        passphrase: any text; nothing of it is kept.
        at: now.

    Returns:
        The notes, empty.

    Raises:
        AlreadyThere: notes are in sight already.
    """
    if SealedNotes.objects.filter(deleted_at=None).exists():
        raise AlreadyThere
    return SealedNotes.objects.create(sealed=_sealed((), passphrase=passphrase), changed_at=at)


def opened_notes(notes: SealedNotes, *, passphrase: str) -> tuple[Fact, ...]:
    """Return the facts of the notes.

    Args:
        notes: the notes.
        passphrase: as typed.

    Returns:
        Facts, the earliest first.

    Raises:
        NotOpened: the passphrase is another, or the bytes were altered.
    """
    source, target = io.BytesIO(bytes(notes.sealed)), io.BytesIO()
    try:
        if not is_sealed(source):
            raise Damaged
        unseal(source, target, passphrase=passphrase, most=COST)
        return from_bytes(target.getvalue())
    except WrongPassphrase as problem:
        raise NotOpened(
            "Cette phrase secrète n’ouvre pas vos notes. Vérifiez majuscules, espaces et accents. "
            "Rien n’a changé."
        ) from problem
    except (Damaged, Unreadable) as problem:
        raise NotOpened(
            "Vos notes scellées ont été modifiées ou abîmées\u00a0: elles ne s’ouvrent plus. "
            "Restaurez une sauvegarde faite avant."
        ) from problem


@transaction.atomic
def add_fact(notes: SealedNotes, *, fact: Fact, passphrase: str, at: datetime) -> SealedNotes:
    """Write one more fact; those already there stay as they are.

    Args:
        notes: the notes, as just read.
        fact: the fact.
        passphrase: as typed.
        at: now.

    Returns:
        The notes, sealed again.

    Raises:
        NotOpened: the passphrase is another, or the bytes were altered; nothing is written.
        StaleRevision: another window wrote meanwhile; nothing is written.
    """
    facts = (*opened_notes(notes, passphrase=passphrase), fact)
    changes = {"sealed": _sealed(facts, passphrase=passphrase), "changed_at": at}
    return save_revision(notes, revision=notes.revision, changes=changes)


@transaction.atomic
def set_notes_aside(notes: SealedNotes, *, at: datetime | None) -> None:
    """Put the notes out of sight, still sealed, or bring them back.

    Args:
        notes: the notes.
        at: now; None brings them back.
    """
    SealedNotes.objects.filter(pk=notes.pk).update(deleted_at=at)


@transaction.atomic
def erase_notes(notes: SealedNotes) -> None:
    """Erase for good notes already put out of sight; those in sight stay."""
    SealedNotes.objects.filter(pk=notes.pk, deleted_at__isnull=False).delete()


def _sealed(facts: Iterable[Fact], *, passphrase: str) -> bytes:
    target = io.BytesIO()
    writer = SealedWriter(target, passphrase=passphrase)
    writer.write(to_bytes(facts))
    writer.finish()
    return target.getvalue()
