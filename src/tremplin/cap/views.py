"""Home and search, through the browser."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from tremplin.accounts.queries import current_student
from tremplin.cap.commands import available, matching
from tremplin.cap.domain import journey, next_gesture, standing
from tremplin.cap.queries import current_agreement, doors_of_rights


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Where I stand and the next move; the three doors on a first visit."""
    student, today = current_student(), localdate()
    if not student.phase:
        return redirect("accounts:welcome")
    agreement, doors = current_agreement(), doors_of_rights()
    path = None
    if agreement and agreement.starts_on and agreement.ends_on and agreement.starts_on <= agreement.ends_on:
        path = journey(starts_on=agreement.starts_on, ends_on=agreement.ends_on, on=today)
    title, lead = standing(agreement, path, phase=student.phase)
    context = {
        "today": today,
        "title": title,
        "lead": lead,
        "path": path,
        "agreement": agreement,
        "doors": doors,
        "gesture": next_gesture(agreement, doors, phase=student.phase),
    }
    return render(request, "cap/home.html", context)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Every place and act, by a word of its name."""
    query = request.GET.get("q", "").strip()
    context = {"query": query, "found": matching(query, available())}
    return render(request, "cap/search.html", context)
