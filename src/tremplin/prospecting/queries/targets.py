"""Targets in view, for the board and for other rooms."""

from django.db.models import QuerySet

from tremplin.prospecting.models import Target


def targets() -> QuerySet[Target]:
    """Return the targets in view.

    Returns:
        Targets with their organization, in column order.
    """
    return Target.objects.filter(deleted_at=None).select_related("organization")


def target(key: int, *, removed: bool = False) -> Target | None:
    """Return one target.

    Args:
        key: its key.
        removed: look among those taken out of sight instead.

    Returns:
        The target; None without one.
    """
    rows = Target.objects.filter(pk=key, deleted_at__isnull=not removed)
    return rows.select_related("organization").first()
