"""Rows by their address, or a page that says they are not there."""

from typing import Any

from django.http import Http404, HttpRequest, QueryDict

from tremplin.prospecting.models import Approach, Contact, Exchange, Target
from tremplin.prospecting.queries import approaches, targets


def target_at(target_id: int) -> Target:
    """Return a target in view, or answer 404."""
    found = targets.target(target_id)
    if found is None:
        raise Http404
    return found


def contact_at(contact_id: int, *, removed: bool = False) -> Contact:
    """Return someone of a target, or answer 404."""
    found = approaches.contact(contact_id, removed=removed)
    if found is None:
        raise Http404
    return found


def approach_at(approach_id: int, *, removed: bool = False) -> Approach:
    """Return an approach, or answer 404."""
    found = approaches.approach(approach_id, removed=removed)
    if found is None:
        raise Http404
    return found


def exchange_at(exchange_id: int, *, removed: bool = False) -> Exchange:
    """Return an exchange, or answer 404."""
    found = approaches.exchange(exchange_id, removed=removed)
    if found is None:
        raise Http404
    return found


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was posted; None when the page is only asked for."""
    return request.POST if request.method == "POST" else None


def status(form: Any) -> int:
    """Return 422 for a form sent back with what to change, else 200."""
    return 422 if form.is_bound and not form.is_valid() else 200
