"""The list of the day, across everything, and its calendar."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tremplin.prospecting.domain.dues import day_title
from tremplin.prospecting.queries.cadence import agenda
from tremplin.prospecting.sending import calendar as calendar_file

WEEK = timedelta(days=7)


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Show what is late, what is due, and the week to come."""
    on = timezone.localdate()
    found = agenda(on)
    late = [one for one in found if one.on < on]
    due = [one for one in found if one.on == on]
    context = {
        "title": day_title([*late, *due]),
        "today": on,
        "has_dates": bool(found),
        "late": late,
        "due": due,
        "coming": [one for one in found if on < one.on <= on + WEEK],
    }
    return render(request, "prospecting/today.html", context)


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Give follow-ups and conversations as a file for Google, Apple or Outlook."""
    return HttpResponse(
        calendar_file(at=timezone.now()),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="trouver.ics"'},
    )
