"""The letter of a version of the CV, begun and saved."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from tremplin.kit.revisions import save_revision
from tremplin.stories.models import Cv, Letter


@transaction.atomic
def save_letter(cv: Cv, *, revision: int, changes: Mapping[str, Any]) -> Letter:
    """Save the letter of a version; the first save creates it.

    Args:
        cv: the version.
        revision: the revision the form was made from; 0 before the first save.
        changes: new values by column.

    Returns:
        The letter as saved.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    letter, is_new = Letter.objects.get_or_create(cv=cv, defaults=changes)
    return letter if is_new else save_revision(letter, revision=revision, changes=changes)
