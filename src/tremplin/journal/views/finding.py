"""Rows by their address, or a page that says they are not there."""

from datetime import date
from typing import TypeVar
from urllib.parse import urlencode

from django.db.models import Model
from django.http import Http404, HttpRequest, QueryDict
from django.urls import reverse
from django.utils.timezone import localdate

from tremplin.journal import queries
from tremplin.journal.models import Entry

Row = TypeVar("Row", bound=Model)


def entry_at(entry_id: int) -> Entry:
    """Return an entry that was not deleted, or answer 404."""
    found = queries.entries().filter(pk=entry_id).first()
    if found is None:
        raise Http404
    return found


def row_at(model: type[Row], key: int) -> Row:
    """Return a figure, words, a proof… of an entry that was not deleted, or answer 404."""
    found = model._default_manager.filter(pk=key, entry__deleted_at=None).first()
    if found is None:
        raise Http404
    return found


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was posted; None when the page is only asked for."""
    return request.POST if request.method == "POST" else None


def session_at(started: str, **more: object) -> str:
    """Return the address of the weekly session, its clock running on.

    Args:
        started: when it was started, as its address says; empty without clock.
        more: what else the address says.
    """
    asked = {**({"debut": started} if started.isdecimal() else {}), **more}
    return f"{reverse('journal:week')}{'?' if asked else ''}{urlencode(asked)}#h-questions"


def today() -> date:
    """Return the student's day."""
    return localdate()
