"""A milestone: prepare it, note it, move it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tremplin.internships.domain.preparing import to_have_ready
from tremplin.internships.forms import MoveForm, NoteForm
from tremplin.internships.models import Milestone
from tremplin.internships.operations.milestones import follow_dates, move_milestone, note_milestone
from tremplin.internships.views.finding import milestone_at, posted
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict


@require_http_methods(["GET", "HEAD", "POST"])
def milestone(request: HttpRequest, milestone_id: int) -> HttpResponse:
    """Show a milestone; a post notes what it gave."""
    stone = milestone_at(milestone_id)
    form = NoteForm(posted(request), initial=_note_of(stone))
    if not form.is_valid():
        return _page(request, stone, note=form, move=MoveForm(initial=_day_of(stone)))
    try:
        note_milestone(stone, **form.cleaned_data)
    except StaleRevision as stale:
        kept = _note_of(milestone_at(milestone_id))
        return conflict(request, form=form, kept=kept, revision=stale.revision, back=_address(stone))
    say(request, _("Noté."))
    return redirect("internships:internship", stone.internship_id)


@require_POST
def move(request: HttpRequest, milestone_id: int) -> HttpResponse:
    """Move a milestone by hand."""
    stone = milestone_at(milestone_id)
    form = MoveForm(request.POST)
    if not form.is_valid():
        return _page(request, stone, note=NoteForm(initial=_note_of(stone)), move=form)
    try:
        move_milestone(stone, **form.cleaned_data)
    except StaleRevision as stale:
        kept = _day_of(milestone_at(milestone_id))
        return conflict(request, form=form, kept=kept, revision=stale.revision, back=_address(stone))
    undo = "" if stone.moved else reverse("internships:follow", args=[milestone_id])
    say(request, _("Déplacé."), undo=undo)
    return redirect("internships:internship", stone.internship_id)


@require_POST
def follow(request: HttpRequest, milestone_id: int) -> HttpResponse:
    """Let a milestone follow the dates of the internship again."""
    stone = milestone_at(milestone_id)
    follow_dates(stone)
    say(request, _("Ce jalon suit de nouveau les dates du stage."))
    return redirect(_address(stone))


def _page(request: HttpRequest, stone: Milestone, *, note: NoteForm, move: MoveForm) -> HttpResponse:
    context = {
        "milestone": stone,
        "ready": to_have_ready(stone.kind, stone.code),
        "is_past": stone.waits and stone.on < timezone.localdate(),
        "note": note,
        "move": move,
    }
    refused = note.is_bound or move.is_bound
    return render(request, "internships/milestone.html", context, status=422 if refused else 200)


def _note_of(stone: Milestone) -> dict[str, object]:
    passed = stone.on if stone.on <= timezone.localdate() else None
    return {"revision": stone.revision, "done_on": stone.done_on or passed, "note": stone.note}


def _day_of(stone: Milestone) -> dict[str, object]:
    return {"revision": stone.revision, "on": stone.on, "at": stone.at}


def _address(stone: Milestone) -> str:
    return reverse("internships:milestone", args=[stone.pk])
