"""The index of words made again from the entries."""

from django.db import transaction

from tremplin.journal import search
from tremplin.journal.models import Entry


@transaction.atomic
def index_everything() -> None:
    """Index every entry as it is now."""
    for entry in Entry.objects.filter(deleted_at=None):
        search.index(entry)
