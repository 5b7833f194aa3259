"""What a student does with an agreement: one function, one transaction each."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from tremplin.kit.kept_files import TooLarge
from tremplin.rights.agreement.pages import Document
from tremplin.rights.agreement.reading.limits import LIMITS
from tremplin.rights.agreement.reading.transport import to_json
from tremplin.rights.domain.typed_facts import to_plain
from tremplin.rights.kept_files import cupboard
from tremplin.rights.models import Agreement, Correction, Outcome, State, Version

LONGEST_NAME = 200
KEPT_AFTER_REMOVAL = timedelta(minutes=10)
"""How long a removed agreement can be brought back."""


class RefusedFile(ValueError):
    """The file is not kept; the message is a French sentence that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Received:
    """A version, and whether the same file was already there."""

    version: Version
    was_known: bool


class StaleCorrection(Exception):
    """Another window corrected the same fact meanwhile; `latest` is that correction."""

    def __init__(self, latest: Correction) -> None:
        """Keep the correction that was made first."""
        super().__init__("the fact was corrected since the form was made")
        self.latest = latest


def receive(
    chunks: Iterable[bytes], *, name: str, at: datetime, agreement: Agreement | None = None
) -> Received:
    """Keep a file as a version of an agreement, or find the version that is that very file.

    Args:
        chunks: the bytes of the file.
        name: as the student's computer calls it.
        at: when it was received.
        agreement: the internship it belongs to; None creates one.

    Returns:
        The version, to be read when it is new, or when it could not be read before.

    Raises:
        RefusedFile: empty, larger than may be read, or erased by another window meanwhile.
    """
    name = name[-LONGEST_NAME:] or "convention"
    try:
        digest, size = cupboard().keep(chunks, most=LIMITS.bytes)
    except TooLarge:
        most = LIMITS.bytes // 1_000_000
        raise RefusedFile(
            f"« {name} » dépasse {most} Mo. Déposez la convention seule, sans dossier ni photo en trop."
        ) from None
    if not size:
        cupboard().forget(digest)
        raise RefusedFile(f"« {name} » est vide : il ne contient aucun octet. Vérifiez le fichier d’origine.")
    received = _as_version(digest, size, name, at, agreement)
    _forget_refused(besides=received.version)
    return received


@transaction.atomic
def _as_version(digest: str, size: int, name: str, at: datetime, agreement: Agreement | None) -> Received:
    if not cupboard().path_of(digest).exists():
        raise RefusedFile(f"« {name} » a été effacé par une autre fenêtre. Déposez-le de nouveau.")
    known = Version.objects.filter(digest=digest, agreement__deleted_at=None)
    if agreement is not None:
        known = known.filter(agreement=agreement)
    if (version := known.first()) is not None:
        return Received(version, was_known=True)
    owner = agreement or Agreement.objects.create(created_at=at)
    last = owner.versions.aggregate(last=Max("number"))["last"] or 0
    version = owner.versions.create(
        number=last + 1, name=name, digest=digest, size=size, received_at=at, alive_at=at
    )
    return Received(version, was_known=False)


def _forget_refused(*, besides: Version) -> None:
    """Let go of the unread files of an agreement once another takes their place; a corrected one stays."""
    with transaction.atomic():
        others = Version.objects.filter(agreement=besides.agreement_id).exclude(pk=besides.pk)
        refused = others.filter(state=State.REFUSED, corrections=None)
        digests = set(refused.values_list("digest", flat=True))
        refused.delete()
    _forget_files(digests)


@transaction.atomic
def _forget_files(digests: set[str]) -> None:
    """Erase the files that no version needs any more; no row may appear meanwhile."""
    for digest in digests - set(Version.objects.filter(digest__in=digests).values_list("digest", flat=True)):
        cupboard().forget(digest)


@transaction.atomic
def begin_reading(version: Version, *, at: datetime) -> bool:
    """Mark a version as being read from its first page, unless all of it was read.

    Args:
        version: the version.
        at: now.

    Returns:
        Whether it must be read; False leaves it as it is. Pages read before stay until then.
    """
    unread = Version.objects.filter(pk=version.pk).exclude(state=State.READ, content__unreadable=[])
    return bool(unread.update(state=State.READING, page=0, pages=0, alive_at=at, refusal=""))


@transaction.atomic
def note_progress(version_id: int, *, at: datetime, page: int = 0, pages: int = 0) -> bool:
    """Record that the reader is alive, and how far it is.

    Args:
        version_id: key of the version.
        at: now.
        page: the page just read; 0 when unchanged.
        pages: how many there are; 0 when unchanged.

    Returns:
        Whether the version still waits for its reading; False stops the reader.
    """
    changes: dict[str, Any] = {"alive_at": at, **({"page": page, "pages": pages} if pages else {})}
    waiting = Version.objects.filter(pk=version_id, state=State.READING, agreement__deleted_at=None)
    return bool(waiting.update(**changes))


@transaction.atomic
def keep_reading(version_id: int, document: Document, *, at: datetime, seconds: float) -> None:
    """Keep what was read of a version.

    Args:
        version_id: key of the version.
        document: pages and what could not be read.
        at: now.
        seconds: how long the reading took.
    """
    Version.objects.filter(pk=version_id).update(
        state=State.READ,
        content=to_json(document),
        from_image=any(page.origin == "ocr" for page in document.pages),
        pages=document.page_count,
        page=document.page_count,
        read_at=at,
        seconds=seconds,
    )


@transaction.atomic
def refuse_reading(version_id: int, sentence: str) -> None:
    """Keep why a version could not be read; one whose pages were read before is as it was.

    Args:
        version_id: key of the version.
        sentence: French, for the student.
    """
    version = Version.objects.filter(pk=version_id)
    if not version.filter(content__isnull=False).update(state=State.READ):
        version.update(state=State.REFUSED, refusal=sentence)


@transaction.atomic
def throw_away(version_id: int, sentence: str) -> None:
    """Refuse a file that is no agreement at all, and erase it at once.

    Args:
        version_id: key of the version; its row stays until the student was told.
        sentence: French, for the student.
    """
    refuse_reading(version_id, sentence)
    digest = Version.objects.values_list("digest", flat=True).filter(pk=version_id).first()
    if digest and not Version.objects.filter(digest=digest).exclude(pk=version_id).exists():
        cupboard().forget(digest)


def is_thrown_away(version: Version) -> bool:
    """Say whether the file of a version was refused and erased."""
    return version.state == State.REFUSED and not cupboard().path_of(version.digest).exists()


@transaction.atomic
def erase_thrown_away(version: Version) -> None:
    """Erase the row of a file thrown away, with its agreement when it has no other.

    Args:
        version: a version whose file is gone.
    """
    Version.objects.filter(pk=version.pk).delete()
    Agreement.objects.filter(pk=version.agreement_id, versions=None).delete()


@transaction.atomic
def carry_over(before: Version, after: Version, *, names: Collection[str], at: datetime) -> int:
    """Give a new version the facts the student stated for the older one.

    Args:
        before: the older version.
        after: the newer one, not corrected yet.
        names: facts that neither text states.
        at: now.

    Returns:
        How many were carried over.
    """
    latest = {one.name: one for one in before.corrections.filter(name__in=names)}
    stated = [one for one in latest.values() if one.outcome == Outcome.STATED]
    for one in stated:
        after.corrections.get_or_create(
            name=one.name, revision=1, defaults={"outcome": one.outcome, "value": one.value, "made_at": at}
        )
    return len(stated)


def correct_fact(
    version: Version, *, name: str, outcome: Outcome, value: Any, revision: int, at: datetime
) -> Correction:
    """Add a correction to a fact, if nobody corrected it since the form was made.

    Args:
        version: the version whose fact it is.
        name: a key of `FACT_LABELS`.
        outcome: stated, silent, or as it was read.
        value: typed as an audit takes it; None unless stated.
        revision: how many corrections of this fact the form knew of.
        at: now.

    Returns:
        The correction.

    Raises:
        StaleCorrection: the fact was corrected meanwhile.
    """
    return _add(version, name, outcome, to_plain(name, value), revision, at)


def take_back(version: Version, *, name: str, revision: int, at: datetime) -> Correction:
    """Undo a correction by stating again what stood before it.

    Args:
        version: the version.
        name: the fact.
        revision: the correction to undo; it must be the latest.
        at: now.

    Returns:
        The correction that restores what was there.

    Raises:
        StaleCorrection: the fact was corrected again meanwhile.
    """
    before = version.corrections.filter(name=name, revision=revision - 1).first()
    outcome = Outcome(before.outcome) if before else Outcome.AS_READ
    return _add(version, name, outcome, before.value if before else None, revision, at)


def _add(
    version: Version, name: str, outcome: Outcome, plain: Any, revision: int, at: datetime
) -> Correction:
    """Append a correction; the database itself refuses two of the same revision."""
    latest = version.corrections.filter(name=name).last()
    if latest is not None and latest.revision != revision:
        raise StaleCorrection(latest)
    try:
        with transaction.atomic():
            return version.corrections.create(
                name=name, revision=revision + 1, outcome=outcome, value=plain, made_at=at
            )
    except IntegrityError:
        raise StaleCorrection(version.corrections.filter(name=name).latest("revision")) from None


@transaction.atomic
def mark_as_example(version: Version) -> None:
    """Say that a version is the invented agreement: no other room takes it for the student's own.

    Args:
        version: the version.
    """
    Version.objects.filter(pk=version.pk).update(is_example=True)


@transaction.atomic
def declare_signed(version: Version, *, at: datetime | None) -> None:
    """Mark a version as the one all parties signed; the others of its agreement are not.

    Args:
        version: the signed version.
        at: when the student said so; None takes it back.
    """
    Version.objects.filter(agreement=version.agreement_id).exclude(pk=version.pk).update(signed_at=None)
    Version.objects.filter(pk=version.pk).update(signed_at=at)


@transaction.atomic
def set_aside(agreement: Agreement, *, at: datetime) -> None:
    """Take an agreement out of sight; it can be brought back until it is erased.

    Args:
        agreement: the agreement.
        at: now.
    """
    Agreement.objects.filter(pk=agreement.pk).update(deleted_at=at)


@transaction.atomic
def bring_back(agreement: Agreement) -> None:
    """Put a removed agreement back.

    Args:
        agreement: the agreement.
    """
    Agreement.objects.filter(pk=agreement.pk).update(deleted_at=None)


def erase_removed(*, before: datetime) -> int:
    """Erase for good the agreements removed before an instant, and their files.

    Args:
        before: agreements removed earlier go.

    Returns:
        How many went.
    """
    gone = Agreement.objects.filter(deleted_at__lt=before)
    if not gone.exists():
        return 0
    with transaction.atomic():
        digests = set(Version.objects.filter(agreement__in=gone).values_list("digest", flat=True))
        count = gone.count()
        gone.delete()
    _forget_files(digests)
    return count
