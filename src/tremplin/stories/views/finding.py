"""Rows by their address, or a page that says they are not there."""

from typing import Any

from django.http import Http404, HttpRequest, QueryDict

from tremplin.stories.models import Story
from tremplin.stories.queries import stories as queries
from tremplin.stories.queries.stories import Told


def story_at(story_id: int) -> Told:
    """Return a story in sight, or answer 404."""
    found = queries.story(story_id)
    if found is None:
        raise Http404
    return found


def story_row_at(story_id: int, *, removed: bool = False) -> Story:
    """Return the row of a story, or answer 404."""
    found = queries.story_row(story_id, removed=removed)
    if found is None:
        raise Http404
    return found


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was posted; None when the page is only asked for."""
    return request.POST if request.method == "POST" else None


def status(form: Any) -> int:
    """Return 422 for a form sent back with what to change, else 200."""
    return 422 if form.is_bound and not form.is_valid() else 200
