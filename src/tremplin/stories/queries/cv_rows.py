"""Rows of the CV: its versions, lines written by hand, imported files, the photo."""

from tremplin.stories.models import Cv, CvImport, CvNote, CvPhoto


def cvs() -> tuple[Cv, ...]:
    """Return the versions in sight, latest first."""
    return tuple(Cv.objects.filter(removed_at=None).select_related("target__organization"))


def cv(key: int, *, removed: bool = False) -> Cv | None:
    """Return a version.

    Args:
        key: its key.
        removed: whether one out of sight is wanted.

    Returns:
        The version; None without one.
    """
    rows = Cv.objects.filter(pk=key, removed_at__isnull=not removed)
    return rows.select_related("target__organization").first()


def note(key: int, *, removed: bool = False) -> CvNote | None:
    """Return a line written by hand.

    Args:
        key: its key.
        removed: whether one out of sight is wanted.

    Returns:
        The line; None without one.
    """
    return CvNote.objects.filter(pk=key, removed_at__isnull=not removed).first()


def notes() -> tuple[CvNote, ...]:
    """Return the lines written by hand, in the order written."""
    return tuple(CvNote.objects.filter(removed_at=None).select_related("experience"))


def imports() -> tuple[CvImport, ...]:
    """Return the imports in sight, latest first."""
    return tuple(CvImport.objects.filter(removed_at=None))


def imported(key: int, *, removed: bool = False) -> CvImport | None:
    """Return an import.

    Args:
        key: its key.
        removed: whether one out of sight is wanted.

    Returns:
        The import; None without one.
    """
    return CvImport.objects.filter(pk=key, removed_at__isnull=not removed).first()


def photo(key: int | None = None) -> CvPhoto | None:
    """Return the photo in sight, or one put aside.

    Args:
        key: of a photo put aside; None for the one in sight.

    Returns:
        The photo; None without one.
    """
    rows = CvPhoto.objects.filter(removed_at=None) if key is None else CvPhoto.objects.filter(pk=key)
    return rows.first()
