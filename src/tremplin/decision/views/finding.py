"""Rows by their address, or a page that says they are not there."""

from typing import Any

from django.http import Http404, HttpRequest, QueryDict
from django.urls import reverse

from tremplin.decision import queries
from tremplin.decision.models import Criterion, Decision, Exam, Option


def decision_at(key: int, *, removed: bool = False) -> Decision:
    """Return a decision in sight, or answer 404."""
    found = queries.decision(key, removed=removed)
    if found is None:
        raise Http404
    return found


def option_at(key: int, *, removed: bool = False) -> Option:
    """Return an option in sight, or answer 404."""
    found = queries.option_row(key, removed=removed)
    if found is None:
        raise Http404
    return found


def criterion_at(key: int, *, removed: bool = False) -> Criterion:
    """Return a criterion in sight, or answer 404."""
    found = queries.criterion_row(key, removed=removed)
    if found is None:
        raise Http404
    return found


def exam_at(key: int, *, removed: bool = False) -> Exam:
    """Return a period of exams in sight, or answer 404."""
    found = queries.exam_row(key, removed=removed)
    if found is None:
        raise Http404
    return found


def address(decision: Decision | int, anchor: str = "") -> str:
    """Return where a decision is read."""
    key = decision if isinstance(decision, int) else decision.pk
    return reverse("decision:page", args=[key]) + anchor


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was posted, None when the page is only read."""
    return request.POST if request.method == "POST" else None


def status(form: Any) -> int:
    """Return 422 for a form that was refused, 200 otherwise."""
    return 422 if form.is_bound else 200
