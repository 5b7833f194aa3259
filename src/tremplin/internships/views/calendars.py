"""Calendars: ours to download, the school's to read."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.internships import queries
from tremplin.internships.calendars.cleaning import MOST_BYTES
from tremplin.internships.calendars.values import UnreadableCalendar
from tremplin.internships.forms import CalendarForm, PeriodForm
from tremplin.internships.models import CalendarFile, CalendarPurpose, Internship, PeriodKind, SchoolPeriod
from tremplin.internships.operations.calendars import (
    add_period,
    drop_period,
    forget_calendar,
    import_calendar,
    take_calendar_back,
)
from tremplin.internships.sending import calendar_of
from tremplin.internships.views.finding import internship_at, posted
from tremplin.kit.messages import say
from tremplin.law.words import counted


@require_safe
def download(request: HttpRequest, internship_id: int) -> HttpResponse:
    """Give the milestones as a file for Google, Apple or Outlook."""
    internship = internship_at(internship_id)
    content = calendar_of(internship, at=timezone.now())
    name = slugify(str(internship.experience)) or "stage"
    return HttpResponse(
        content,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.ics"'},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def calendars(request: HttpRequest, internship_id: int) -> HttpResponse:
    """Show the calendars read and the periods away; a post reads one more."""
    internship = internship_at(internship_id)
    form = CalendarForm(posted(request), request.FILES or None)
    if not form.is_valid():
        return _page(request, internship, form, PeriodForm())
    sent = form.cleaned_data["calendar"]
    try:
        kept = import_calendar(
            internship,
            sent.read(MOST_BYTES + 1),
            name=sent.name,
            purpose=CalendarPurpose(form.cleaned_data["purpose"]),
            at=timezone.now(),
        )
    except UnreadableCalendar as refusal:
        form.add_error("calendar", str(refusal))
        return _page(request, internship, form, PeriodForm())
    read = counted(kept.events.count(), "date")
    periods = counted(kept.periods.count(), "période")
    says = _("Calendrier lu\u00a0: %(read)s, %(periods)s hors de l’organisme.")
    if kept.purpose == CalendarPurpose.OWN:
        says = _("Calendrier lu\u00a0: %(read)s.")
    say(request, says % {"read": read, "periods": periods})
    return redirect("internships:calendars", internship_id)


@require_POST
def forget(request: HttpRequest, calendar_id: int) -> HttpResponse:
    """Forget a calendar, with a way back."""
    calendar = CalendarFile.objects.filter(pk=calendar_id).first()
    if calendar is None:
        raise Http404
    forget_calendar(calendar, at=timezone.now())
    say(request, _("Calendrier oublié."), undo=reverse("internships:take-calendar-back", args=[calendar_id]))
    return redirect("internships:calendars", calendar.internship_id)


@require_POST
def take_back(request: HttpRequest, calendar_id: int) -> HttpResponse:
    """Bring back a calendar just forgotten."""
    calendar = CalendarFile.ever.filter(pk=calendar_id).first()
    if calendar is None:
        raise Http404
    take_calendar_back(calendar)
    say(request, _("Calendrier repris. Les jalons suivent."))
    return redirect("internships:calendars", calendar.internship_id)


@require_POST
def add_a_period(request: HttpRequest, internship_id: int) -> HttpResponse:
    """Add days at school or on leave."""
    internship = internship_at(internship_id)
    form = PeriodForm(request.POST)
    if not form.is_valid():
        return _page(request, internship, CalendarForm(), form)
    typed = form.cleaned_data
    add_period(internship, **{**typed, "kind": PeriodKind(typed["kind"])})
    say(request, _("Période ajoutée. Les jalons l’évitent."))
    return redirect("internships:calendars", internship_id)


@require_POST
def drop_a_period(request: HttpRequest, period_id: int) -> HttpResponse:
    """Take a period away."""
    period = SchoolPeriod.objects.filter(pk=period_id).select_related("internship").first()
    if period is None:
        raise Http404
    drop_period(period)
    said = {"kind": period.kind, "starts_on": period.starts_on, "ends_on": period.ends_on}
    again = urlencode({**said, "label": period.label, "calendrier": period.calendar_id or ""})
    undo = f"{reverse('internships:restore-period', args=[period.internship_id])}?{again}"
    say(request, _("Période retirée. Les jalons sont recalculés."), undo=undo)
    return redirect("internships:calendars", period.internship_id)


@require_POST
def restore_a_period(request: HttpRequest, internship_id: int) -> HttpResponse:
    """Bring back days just taken away."""
    internship, form = internship_at(internship_id), PeriodForm(request.GET)
    if not form.is_valid():
        raise Http404
    typed, read_in = form.cleaned_data, request.GET.get("calendrier", "")
    key = int(read_in) if read_in.isdecimal() and len(read_in) < 12 else None
    add_period(internship, **{**typed, "kind": PeriodKind(typed["kind"]), "calendar_id": key})
    say(request, _("Période rétablie. Les jalons l’évitent."))
    return redirect("internships:calendars", internship_id)


def _page(
    request: HttpRequest, internship: Internship, form: CalendarForm, period_form: PeriodForm
) -> HttpResponse:
    context = {
        "internship": internship,
        "form": form,
        "period_form": period_form,
        "calendars": queries.calendars(internship),
        "periods": queries.periods(internship),
    }
    refused = form.is_bound or period_form.is_bound
    return render(request, "internships/calendars.html", context, status=422 if refused else 200)
