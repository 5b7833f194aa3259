"""Files kept as proof of an entry."""

from collections.abc import Collection, Iterable
from datetime import datetime

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
        head, tail = kept_files.first_bytes(digest), kept_files.last_bytes(digest)
        kind = kind_of(head, name=name, size=size, tail=tail)
    except RefusedFile:
        forget_unused({digest})
        raise
    attachment, made = Attachment.ever.get_or_create(
        entry=entry, digest=digest, defaults={"name": name, "size": size, "kind": kind, "added_at": at}
    )
    if not made and attachment.removed_at:
        attachment.removed_at = None
        attachment.save(update_fields=["removed_at"])
    return attachment


def forget_unused(digests: Collection[str]) -> int:
    """Erase the files of given digests that no entry keeps any more, removed proofs included.

    Args:
        digests: SHA-256 of files.

    Returns:
        How many went.
    """
    still = set(Attachment.ever.filter(digest__in=digests).values_list("digest", flat=True))
    unused = set(digests) - still
    for digest in unused:
        kept_files.forget(digest)
    return len(unused)
