"""Versions of the CV made, saved, copied; lines by hand, imports and the photo kept or put aside."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tremplin.kit.revisions import save_revision
from tremplin.stories.cv.parts import Choice
from tremplin.stories.models import Cv, CvImport, CvNote, CvPhoto

CONTACT = ("email", "place", "link", "design", "with_photo", "with_figures")
COPIED = ("target", "offer", "headline", "summary", "parts", *CONTACT)
LONGEST_NAME = 80


@transaction.atomic
def start_cv(
    *,
    name: str,
    choice: Choice,
    at: datetime,
    offer: str = "",
    target_id: int | None = None,
    contact: Mapping[str, Any] | None = None,
) -> Cv:
    """Begin a version of the CV; it looks like the latest one.

    Args:
        name: what the student calls it.
        choice: what it keeps at first.
        at: the instant.
        offer: the text it answers; may be empty.
        target_id: the target of Trouver it is for; None without one.
        contact: `email`, `place` and `link` when no version says them yet.

    Returns:
        The version.
    """
    latest = Cv.objects.filter(removed_at=None).first()
    taken = {one: getattr(latest, one) for one in CONTACT} if latest else dict(contact or {})
    return Cv.objects.create(
        name=name[:LONGEST_NAME],
        made_at=at,
        offer=offer,
        target_id=target_id,
        headline=choice.headline,
        summary=choice.summary,
        parts=choice.as_json(),
        **taken,
    )


@transaction.atomic
def save_cv(cv: Cv, *, revision: int, changes: Mapping[str, Any], choice: Choice) -> Cv:
    """Save what was typed and chosen.

    Args:
        cv: the version.
        revision: the revision the form was made from.
        changes: new values by column.
        choice: what it keeps.

    Returns:
        The version, one revision further.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    said = {"headline": choice.headline, "summary": choice.summary, "parts": choice.as_json()}
    return save_revision(cv, revision=revision, changes={**changes, **said})


@transaction.atomic
def copy_cv(cv: Cv, *, name: str, at: datetime) -> Cv:
    """Make a second version that begins as the first.

    Args:
        cv: the first.
        name: what the copy is called.
        at: the instant.

    Returns:
        The copy.
    """
    columns = {one: getattr(cv, one) for one in COPIED}
    return Cv.objects.create(name=name[:LONGEST_NAME], made_at=at, **columns)


@transaction.atomic
def remove_cv(cv: Cv, *, at: datetime) -> None:
    """Take a version out of sight.

    Args:
        cv: the version.
        at: the instant.
    """
    Cv.objects.filter(pk=cv.pk).update(removed_at=at)


@transaction.atomic
def restore_cv(cv: Cv) -> None:
    """Bring a version back.

    Args:
        cv: the version.
    """
    Cv.objects.filter(pk=cv.pk).update(removed_at=None)


@transaction.atomic
def write_note(*, fields: Mapping[str, Any], on: date) -> CvNote:
    """Keep a line written by hand.

    Args:
        fields: values by column; `source` says where it comes from.
        on: today.

    Returns:
        The line.
    """
    return CvNote.objects.create(written_on=on, **fields)


@transaction.atomic
def change_note(note: CvNote, *, revision: int, changes: Mapping[str, Any]) -> CvNote:
    """Change a line written by hand.

    Args:
        note: the line.
        revision: the revision the form was made from.
        changes: new values by column.

    Returns:
        The line, one revision further.

    Raises:
        StaleRevision: another window saved it meanwhile.
    """
    return save_revision(note, revision=revision, changes=changes)


@transaction.atomic
def remove_note(note: CvNote, *, at: datetime | None) -> None:
    """Take a line out of sight, or bring it back.

    Args:
        note: the line.
        at: the instant; None to bring it back.
    """
    CvNote.objects.filter(pk=note.pk).update(removed_at=at)


@transaction.atomic
def keep_import(*, name: str, kind: str, content: Mapping[str, Any], at: datetime) -> CvImport:
    """Keep what a file said; one of the same name gives way.

    Args:
        name: the bare name of the file.
        kind: its format.
        content: the résumé, as JSON Resume.
        at: the instant.

    Returns:
        The import.
    """
    CvImport.objects.filter(name=name, removed_at=None).update(removed_at=at)
    return CvImport.objects.create(name=name, kind=kind, content=content, imported_at=at)


@transaction.atomic
def remove_import(kept: CvImport, *, at: datetime | None, was_a_mistake: bool = False) -> None:
    """Take an import out of sight, with every line it gave, or bring it back.

    Args:
        kept: the import.
        at: the instant; None to bring it back.
        was_a_mistake: bring back the file of the same name it took the place of.
    """
    if was_a_mistake:
        CvImport.objects.filter(name=kept.name, removed_at=kept.imported_at).update(removed_at=None)
    CvImport.objects.filter(pk=kept.pk).update(removed_at=at)


@transaction.atomic
def keep_photo(*, digest: str, at: datetime) -> CvPhoto:
    """Keep the photo of the student; the one before gives way.

    Args:
        digest: of the file, as the cupboard gave it.
        at: the instant.

    Returns:
        The photo.
    """
    CvPhoto.objects.filter(removed_at=None).update(removed_at=at)
    return CvPhoto.objects.create(digest=digest, added_at=at)


@transaction.atomic
def remove_photo(photo: CvPhoto, *, at: datetime | None, was_a_mistake: bool = False) -> None:
    """Take the photo out of sight, or bring it back in place of another.

    Args:
        photo: the photo.
        at: the instant; None to bring it back.
        was_a_mistake: bring back the photo it took the place of.
    """
    if was_a_mistake:
        CvPhoto.objects.filter(removed_at=photo.added_at).update(removed_at=None)
    if at is None:
        CvPhoto.objects.filter(removed_at=None).update(removed_at=photo.added_at)
    CvPhoto.objects.filter(pk=photo.pk).update(removed_at=at)
