"""Rows by their address, or a page that says they are not there."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone

from tremplin.internships import queries as internships
from tremplin.value import queries
from tremplin.value.domain.internship import Followed
from tremplin.value.models import Deck, Duty, Line, Slide


def internship_now() -> Followed:
    """Return the internship the room speaks of, or answer 404."""
    found = queries.followed(on=timezone.localdate())
    if found is None:
        raise Http404
    return found


def needs_internship(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open a page of the room only when there is an internship; else the room says what to do."""

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        if queries.followed(on=timezone.localdate()) is None:
            return redirect("value:home")
        return view(request, *args, **named)

    return opened


def internship_of(deck: Deck) -> Followed:
    """Return the internship of a deck, or answer 404."""
    found = queries.followed_at(deck.internship_id)
    if found is None:
        raise Http404
    return found


def deck_now(internship: Followed) -> Deck:
    """Return the deck of an internship, or answer 404."""
    found = queries.deck_of(internship)
    if found is None:
        raise Http404
    return found


def slide_at(slide_id: int) -> Slide:
    """Return a slide of a deck in sight, or answer 404."""
    found = queries.slide(slide_id)
    if found is None:
        raise Http404
    return found


def line_at(line_id: int) -> Line:
    """Return a line of a deck in sight, or answer 404."""
    found = queries.line(line_id)
    if found is None:
        raise Http404
    return found


def duty_at(duty_id: int, *, removed: bool = False) -> Duty:
    """Return a task, or answer 404."""
    found = queries.duty(duty_id, removed=removed)
    if found is None:
        raise Http404
    return found


def project_at(project_id: int) -> Any:
    """Return a project of the register, or answer 404."""
    found = internships.project(project_id)
    if found is None:
        raise Http404
    return found


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was posted; None when the page is only asked for."""
    return request.POST if request.method == "POST" else None


def status(form: Any) -> int:
    """Return 422 for a form sent back with what to change, else 200."""
    return 422 if form.is_bound and not form.is_valid() else 200
