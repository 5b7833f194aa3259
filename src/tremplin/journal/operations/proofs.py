"""Files kept as proof of an entry."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction

from tremplin.journal import kept_files
from tremplin.journal.domain.file_kinds import RefusedFile, kind_of
from tremplin.journal.models import (
    Attachment,
    Entry,
)
from tremplin.journal.models import ExperienceKind as ExperienceKind

LONGEST_NAME = 200


def attach(entry: Entry, chunks: Iterable[bytes], *, name: str, at: datetime) -> Attachment:
    """Keep a file as proof of an entry, once.

    Args:
        entry: the entry.
        chunks: the bytes of the file.
        name: as the student's computer calls it.
        at: now.

    Returns:
        The attachment; the one already there when it is the same file.

    Raises:
        RefusedFile: empty, too large, or of a type that is not a proof.
    """
    name = name[-LONGEST_NAME:] or "fichier"
    digest, size = kept_files.keep(chunks, name=name)
    try:
        kind = kind_of(kept_files.first_bytes(digest), name=name, size=size)
    except RefusedFile:
        forget_unused({digest})
        raise
    attachment, _made = Attachment.objects.get_or_create(
        entry=entry, digest=digest, defaults={"name": name, "size": size, "kind": kind, "added_at": at}
    )
    return attachment


@transaction.atomic
def detach(attachment: Attachment) -> None:
    """Remove a file from an entry; its bytes stay until `erase_unused_files`, so that it can be undone.

    Args:
        attachment: the attachment.
    """
    attachment.delete()


@transaction.atomic
def attach_again(entry: Entry, *, digest: str, name: str, size: int, kind: str, at: datetime) -> Attachment:
    """Undo `detach`.

    Args:
        entry: the entry it was on.
        digest: the digest of its content.
        name: its name.
        size: bytes.
        kind: its kind.
        at: now.

    Returns:
        The attachment.
    """
    attachment, _made = Attachment.objects.get_or_create(
        entry=entry, digest=digest, defaults={"name": name, "size": size, "kind": kind, "added_at": at}
    )
    return attachment


def erase_unused_files() -> int:
    """Erase the kept files that no entry holds.

    Returns:
        How many went.
    """
    return forget_unused(kept_files.digests())


def forget_unused(digests: Collection[str]) -> int:
    """Erase the files of given digests that no entry keeps any more.

    Args:
        digests: SHA-256 of files.

    Returns:
        How many went.
    """
    still = set(Attachment.objects.filter(digest__in=digests).values_list("digest", flat=True))
    unused = set(digests) - still
    for digest in unused:
        kept_files.forget(digest)
    return len(unused)
