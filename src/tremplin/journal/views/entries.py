"""One entry: its page, its changes, its removal and its return."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.journal import queries
from tremplin.journal.forms import METHODS, EntryForm, ProofForm
from tremplin.journal.models import Entry
from tremplin.journal.operations import (
    bring_back,
    change_entry,
    delete_entry,
    erase_deleted,
    find_or_add_skill,
)
from tremplin.journal.views.cards import card
from tremplin.journal.views.finding import entry_at, posted, session_at, today
from tremplin.journal.views.reading import read_entry
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict

KEPT_WHEN_DELETED = timedelta(days=30)
SKILLS_OFFERED = 8


@require_safe
def page(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Show an entry whole: the proof every figure of Tremplin leads to."""
    return entry_page(request, entry_at(entry_id))


def entry_page(request: HttpRequest, entry: Entry, *, proof: ProofForm | None = None) -> HttpResponse:
    """Return the page of an entry; with the form of a proof when one was refused."""
    context = {
        "card": card(entry),
        "entry": entry,
        "reading": read_entry(entry),
        "methods": METHODS,
        "proof": proof or ProofForm(),
    }
    return render(request, "journal/entry.html", context, status=422 if proof else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Change an entry, or finish a draft."""
    entry = entry_at(entry_id)
    form = _form(request, entry)
    if form.is_valid():
        return _save(request, entry, form)
    context = {"form": form, "entry": entry}
    return render(request, "journal/edit.html", context, status=422 if form.is_bound else 200)


@require_POST
def delete(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Take an entry out of sight; what was deleted a month ago is erased for good."""
    entry, now = entry_at(entry_id), timezone.now()
    delete_entry(entry, at=now)
    erase_deleted(before=now - KEPT_WHEN_DELETED)
    say(request, _("Entrée supprimée."), undo=reverse("journal:restore", args=[entry_id]))
    return redirect("journal:home")


@require_POST
def flag(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Flag an entry as telling of a trouble that comes back, or no longer."""
    entry = entry_at(entry_id)
    change_entry(entry, revision=entry.revision, pain_point=not entry.pain_point)
    said = _("Gêne oubliée.") if entry.pain_point else _("Gêne gardée. Valeur en fait une piste de projet.")
    say(request, said, undo=reverse("journal:flag", args=[entry_id]))
    return redirect("journal:entry", entry_id)


@require_POST
def restore(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Bring a deleted entry back."""
    entry = queries.entry(entry_id, deleted=True)
    if entry is None:
        raise Http404
    bring_back(entry)
    say(request, _("Entrée rétablie."))
    return redirect("journal:entry", entry_id)


def _form(request: HttpRequest, entry: Entry) -> EntryForm:
    own = [skill.name for skill in entry.skills.all()]
    offered = [one.name for one in queries.suggestions(limit=SKILLS_OFFERED)]
    return EntryForm(
        posted(request),
        initial=_initial(entry),
        today=today(),
        skills=dict.fromkeys([*own, *offered]),
        experiences=queries.experiences(),
    )


def _initial(entry: Entry) -> dict[str, Any]:
    return {
        "revision": entry.revision,
        "action": entry.action,
        "on": entry.date,
        "skills": [skill.name for skill in entry.skills.all()],
        "experience": entry.experience_id,
        "mission": entry.mission_id,
        "minutes": entry.minutes,
        "visibility": entry.visibility,
        "pain_point": entry.pain_point,
    }


def _save(request: HttpRequest, entry: Entry, form: EntryForm) -> HttpResponse:
    skills = [find_or_add_skill(name).pk for name in form.skill_names()]
    back = reverse("journal:entry", args=[entry.pk])
    columns = form.columns(draft=False)
    try:
        change_entry(entry, revision=form.cleaned_data["revision"], skills=skills, **columns)
    except StaleRevision as stale:
        kept = queries.entries().filter(pk=entry.pk).first()
        values = _initial(kept) if kept else {}
        return conflict(request, form=form, kept=values, revision=stale.revision, back=back)
    say(request, _("Enregistré."))
    if request.GET.get("suite") == "seance":
        return redirect(session_at(request.GET.get("debut", "")))
    return redirect(back)
