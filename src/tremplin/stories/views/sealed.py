"""Facts kept apart: sealed, opened for one page, never shown without their passphrase."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision
from tremplin.stories.domain.facts import Fact, as_text
from tremplin.stories.forms.hardship import FactForm, OpenNotesForm, StartNotesForm
from tremplin.stories.models import SealedNotes
from tremplin.stories.operations.sealed import (
    AlreadyThere,
    NotOpened,
    add_fact,
    erase_notes,
    opened_notes,
    set_notes_aside,
    start_notes,
)
from tremplin.stories.queries.resilience import removed_notes, sealed_notes


@never_cache
@require_safe
def notes(request: HttpRequest) -> HttpResponse:
    """Show the notes closed, or how to begin them."""
    return _page(request, sealed_notes())


@never_cache
@sensitive_post_parameters()
@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """Begin the notes."""
    form = StartNotesForm(request.POST)
    if not form.is_valid():
        return _page(request, sealed_notes(), start=form, status=422)
    try:
        start_notes(passphrase=form.cleaned_data["passphrase"], at=timezone.now())
    except AlreadyThere:
        say(request, _("Vos notes existent déjà."))
    else:
        say(request, _("Notes prêtes. Écrivez le premier fait."))
    return redirect("stories:sealed")


@never_cache
@sensitive_post_parameters()
@require_POST
def unlock(request: HttpRequest) -> HttpResponse:
    """Show the facts once; nothing is remembered after this page."""
    row, form = _row(), OpenNotesForm(request.POST)
    if form.is_valid():
        try:
            facts = opened_notes(row, passphrase=form.cleaned_data["passphrase"])
        except NotOpened as refusal:
            form.add_error("passphrase", str(refusal))
        else:
            return _page(request, row, facts=facts)
    return _page(request, row, unlock=form, status=422)


@never_cache
@sensitive_post_parameters()
@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Seal one more fact."""
    row, form = _row(), FactForm(request.POST)
    if form.is_valid():
        typed = dict(form.cleaned_data)
        passphrase = typed.pop("passphrase")
        fact = Fact(**typed, written_on=timezone.localdate())
        try:
            add_fact(row, fact=fact, passphrase=passphrase, at=timezone.now())
        except NotOpened as refusal:
            form.add_error("passphrase", str(refusal))
        except StaleRevision:
            form.add_error(None, _("Une autre fenêtre vient d’écrire. Retapez la phrase et recommencez."))
        else:
            say(request, _("Noté et scellé."))
            return redirect("stories:sealed")
    return _page(request, row, fact=form, status=422)


@never_cache
@sensitive_post_parameters()
@require_POST
def text(request: HttpRequest) -> HttpResponse:
    """Hand the facts over as text, because the student asks for it."""
    row, form = _row(), OpenNotesForm(request.POST)
    if form.is_valid():
        try:
            facts = opened_notes(row, passphrase=form.cleaned_data["passphrase"])
        except NotOpened as refusal:
            form.add_error("passphrase", str(refusal))
        else:
            disposition = 'attachment; filename="notes.txt"'
            return HttpResponse(
                as_text(facts),
                content_type="text/plain; charset=utf-8",
                headers={"Content-Disposition": disposition},
            )
    return _page(request, row, text=form, status=422)


@require_POST
def remove(request: HttpRequest, notes_id: int) -> HttpResponse:
    """Put the notes out of sight."""
    row = _row()
    if row.pk != notes_id:
        raise Http404
    set_notes_aside(row, at=timezone.now())
    say(request, _("Notes retirées."), undo=reverse("stories:sealed-restore", args=[row.pk]))
    return redirect("stories:sealed")


@require_POST
def restore(request: HttpRequest, notes_id: int) -> HttpResponse:
    """Bring the notes back, unless others took their place."""
    row = sealed_notes(removed=notes_id)
    if row is None:
        raise Http404
    if sealed_notes() is not None:
        say(request, _("D’autres notes ont pris leur place. Retirez-les d’abord."))
    else:
        set_notes_aside(row, at=None)
        say(request, _("Notes rétablies."))
    return redirect("stories:sealed")


@require_POST
def erase(request: HttpRequest, notes_id: int) -> HttpResponse:
    """Erase for good notes that were removed, once the student says so twice."""
    row = sealed_notes(removed=notes_id)
    if row is None:
        raise Http404
    if request.POST.get("sure"):
        erase_notes(row)
        say(request, _("Notes effacées pour toujours."))
    else:
        say(request, _("Cochez la case pour effacer ces notes. Rien n’a changé."))
    return redirect("stories:sealed")


def _row() -> SealedNotes:
    row = sealed_notes()
    if row is None:
        raise Http404
    return row


def _page(
    request: HttpRequest,
    row: SealedNotes | None,
    *,
    facts: tuple[Fact, ...] | None = None,
    status: int = 200,
    **forms: Any,
) -> HttpResponse:
    """Show the notes with their forms; a refused one keeps what was typed, never the passphrase."""
    context = {
        "notes": row,
        "removed": removed_notes(),
        "facts": facts,
        "start_form": forms.get("start") or StartNotesForm(),
        "open_form": forms.get("unlock") or OpenNotesForm(auto_id="open_%s"),
        "fact_form": forms.get("fact") or FactForm(initial={"on": timezone.localdate()}),
        "text_form": forms.get("text") or OpenNotesForm(auto_id="text_%s"),
        "adding": "fact" in forms,
        "exporting": "text" in forms,
    }
    return render(request, "stories/sealed.html", context, status=status)
