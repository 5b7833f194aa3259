"""Plugging an assistant in, turning it off, forgetting its key."""

from django.conf import settings
from django.db import transaction
from django.db.models import F

from tremplin.kit.revisions import save_revision
from tremplin.prospecting.domain.sealing import seal
from tremplin.stories.models import Assistant


@transaction.atomic
def plug_in(*, revision: int, address: str, model: str, key: str = "") -> Assistant:
    """Keep where the assistant is, and allow it.

    Args:
        revision: the revision the form was made from; 0 when there was nothing yet.
        address: up to « /v1 », without a final slash.
        model: its name there.
        key: as pasted; empty leaves the key already kept.

    Returns:
        The row as saved.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    row = Assistant.objects.first() or Assistant.objects.create(revision=0)
    changes = {"address": address.rstrip("/"), "model": model, "is_on": True}
    if key:
        changes["sealed_key"] = seal(key, by=settings.SECRET_KEY)
    return save_revision(row, revision=revision, changes=changes)


def set_on(*, is_on: bool) -> None:
    """Allow the assistant kept, or ask it no more; its address and key stay."""
    Assistant.objects.update(is_on=is_on)


def forget_key() -> None:
    """Erase the key for good, and ask no more."""
    Assistant.objects.update(sealed_key="", is_on=False, revision=F("revision") + 1)
