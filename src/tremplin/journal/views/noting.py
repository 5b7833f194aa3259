"""Noting: a draft is kept while the text is written, the entry once the student says so."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tremplin.journal import queries
from tremplin.journal.forms import NewEntryForm
from tremplin.journal.models import Entry
from tremplin.journal.operations import Noted, note, ticked_figures
from tremplin.journal.views.finding import posted, today
from tremplin.journal.views.people import author
from tremplin.journal.views.reading import read, read_entry
from tremplin.kit.messages import say
from tremplin.kit.requests import HtmxRequest
from tremplin.kit.revisions import StaleRevision, conflict

SKILLS_OFFERED = 8


def new_form(request: HttpRequest, *, on: date) -> NewEntryForm:
    """Return the form that notes an entry, bound when something was posted."""
    experience = queries.current_experience(on=on)
    initial = {
        "revision": 0,
        "on": on,
        "experience": experience.pk if experience else None,
        "visibility": "company",
    }
    return NewEntryForm(
        posted(request),
        initial=initial,
        today=on,
        skills=[one.name for one in queries.suggestions(limit=SKILLS_OFFERED)],
        experiences=queries.experiences(),
    )


@require_POST
def draft(request: HtmxRequest) -> HttpResponse:
    """Keep a draft of what is being written, and say what was read in it; a plain page goes home."""
    form = new_form(request, on=today())
    form.is_valid()
    if not form.cleaned_data.get("action"):
        return render(request, "journal/_reading.html", {"form": form, "reading": read("")})
    try:
        kept = _write(form, at=timezone.now(), is_draft=True)
    except StaleRevision as stale:
        return _conflict(request, form, stale)
    if not request.htmx:
        say(request, _("Brouillon gardé."))
        return redirect("journal:home")
    reading = read(kept.action, ticked=request.POST.getlist("keep"))
    context = {"form": form, "kept": kept, "reading": reading}
    return render(request, "journal/_reading.html", context)


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """Offer skills for the last words typed."""
    typed = request.GET.get("more_skills", "")
    before, comma, last = typed.rpartition(",")
    names = [one.name for one in queries.suggestions(last.strip())] if last.strip() else []
    prefix = f"{before.strip()}, " if comma else ""
    return render(request, "journal/_suggestions.html", {"names": [prefix + name for name in names]})


def note_from(request: HttpRequest, form: NewEntryForm, *, at: datetime) -> HttpResponse:
    """Note what a valid form says; figures read but not shown yet are proposed on the entry's page."""
    is_draft = "draft" in request.POST
    ticked = request.POST.getlist("keep")
    try:
        entry = _write(form, at=at, is_draft=is_draft, ticked=() if is_draft else ticked)
    except StaleRevision as stale:
        return _conflict(request, form, stale)
    text = _("Brouillon gardé.") if is_draft else _("Noté.")
    say(request, text, undo=reverse("journal:delete", args=[entry.pk]))
    shown = bool(form.cleaned_data["entry"])
    if not is_draft and not shown and read_entry(entry):
        return redirect("journal:entry", entry.pk)
    return redirect("journal:home")


def _write(form: NewEntryForm, *, at: datetime, is_draft: bool, ticked: Any = ()) -> Entry:
    typed = form.cleaned_data
    figures = list(ticked_figures(typed["action"], ticked, method=typed.get("method", "")))
    if not is_draft and (figure := form.figure()):
        figures.append(figure)
    said_by = author("" if is_draft else typed["author_name"])
    noted = Noted(
        columns=form.columns(draft=is_draft),
        skills=form.skill_names(),
        figures=figures,
        words="" if is_draft else typed["words"],
        author=said_by["author_name"],
        person_id=said_by["person_id"],
    )
    key = typed.get("entry")
    return note(noted, at=at, draft=queries.entry(key) if key else None, revision=typed.get("revision") or 0)


def _conflict(request: HttpRequest, form: NewEntryForm, stale: StaleRevision) -> HttpResponse:
    kept = {name: value for name, value in stale.values.items() if name in ("action", "minutes")}
    return conflict(request, form=form, kept=kept, revision=stale.revision, back=reverse("journal:home"))
