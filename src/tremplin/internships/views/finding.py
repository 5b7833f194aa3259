"""Rows by their address, or a page that says they are not there."""

from django.http import Http404, HttpRequest, QueryDict

from tremplin.internships import queries
from tremplin.internships.models import Internship, Milestone


def internship_at(internship_id: int) -> Internship:
    """Return an internship that was not removed, or answer 404."""
    found = queries.internship(internship_id)
    if found is None:
        raise Http404
    return found


def milestone_at(milestone_id: int) -> Milestone:
    """Return a milestone of an internship that was not removed, or answer 404."""
    found = queries.milestone(milestone_id)
    if found is None or found.internship.deleted_at is not None:
        raise Http404
    return found


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was posted; None when the page is only asked for."""
    return request.POST if request.method == "POST" else None
