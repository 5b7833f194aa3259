"""From an address to the row it names."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from tremplin.rights.models import Agreement, State, Version
from tremplin.rights.queries import version_shown


def agreement_at(agreement_id: int) -> Agreement:
    """Return an agreement that was not removed, or answer 404."""
    return get_object_or_404(Agreement, pk=agreement_id, deleted_at=None)


def version_at(agreement_id: int, number: int) -> Version:
    """Return a version of an agreement that was not removed, or answer 404."""
    kept = Version.objects.defer("content").select_related("agreement")
    return get_object_or_404(kept, agreement=agreement_id, number=number, agreement__deleted_at=None)


def latest_at(agreement_id: int) -> Version:
    """Return the version an agreement opens on, or answer 404."""
    version = version_shown(agreement_at(agreement_id))
    if version is None:
        raise Http404
    return version


def read_at(agreement_id: int, number: int) -> Version:
    """Return a version whose reading is kept, or answer 404."""
    version = version_at(agreement_id, number)
    if version.state != State.READ:
        raise Http404
    return version
