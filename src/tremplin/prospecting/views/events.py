"""Events: kept, filled with people in one field, and one or two of them written to."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.network.queries import present_role
from tremplin.prospecting.domain.cadence import next_working_day
from tremplin.prospecting.domain.encounters import (
    MOST_CHOSEN,
    TOO_MANY_CHOSEN,
    event_title,
    refused_said,
    what_was_added,
)
from tremplin.prospecting.forms.events import ChangedEventForm, EncounterForm, NewEventForm, PeopleForm
from tremplin.prospecting.models import Encounter, Event
from tremplin.prospecting.operations import events as operations
from tremplin.prospecting.operations.events import Typed
from tremplin.prospecting.queries import events as queries
from tremplin.prospecting.views.finding import encounter_at, event_at, posted, status

EVENT = ("revision", "name", "kind", "on", "url")
ENCOUNTER = ("revision", "title", "said", "promised", "promised_for", "is_speaker")


@require_safe
def events(request: HttpRequest) -> HttpResponse:
    """List the events attended, and the promises that wait."""
    on = timezone.localdate()
    context = {"events": queries.events(), "promises": queries.promises_due(on)}
    return render(request, "prospecting/events.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Keep an event with its speakers."""
    form = NewEventForm(posted(request), initial={"on": timezone.localdate()})
    if form.is_valid():
        typed = dict(form.cleaned_data)
        speakers = typed.pop("speakers")
        kept = operations.add_event(**typed)
        added = operations.add_people(kept, speakers, are_speakers=True)
        if added.refused:
            return _page(request, kept, PeopleForm(initial=_left(added, are_speakers=True)), typed=added)
        say(request, _("Événement noté."))
        return redirect("prospecting:event", kept.pk)
    return render(request, "prospecting/event_new.html", {"form": form}, status=status(form))


@require_safe
def page(request: HttpRequest, event_id: int) -> HttpResponse:
    """Show an event and who was there."""
    return _page(request, event_at(event_id), PeopleForm())


@require_POST
def add_people(request: HttpRequest, event_id: int) -> HttpResponse:
    """Add people typed one line each; the lines that name nobody stay in the field with their reason."""
    event = event_at(event_id)
    form = PeopleForm(request.POST)
    if not form.is_valid():
        return _page(request, event, form, code=422)
    are_speakers = form.cleaned_data["are_speakers"]
    typed = operations.add_people(event, form.cleaned_data["lines"], are_speakers=are_speakers)
    if typed.refused:
        left = PeopleForm(initial=_left(typed, are_speakers=are_speakers))
        return _page(request, event, left, typed=typed, code=422)
    say(request, what_was_added(typed.added))
    return redirect("prospecting:event", event.pk)


@require_POST
def choose(request: HttpRequest, event_id: int) -> HttpResponse:
    """Say whom to write to: one or two."""
    event = event_at(event_id)
    keys = {int(key) for key in request.POST.getlist("chosen") if key.isdecimal()}
    if len(keys) > MOST_CHOSEN:
        return _page(request, event, PeopleForm(), ticked=keys, code=422)
    operations.choose_encounters(event, keys)
    say(request, _("Choix enregistré."))
    return redirect(f"{reverse('prospecting:event', args=[event.pk])}#h-ecrire")


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, event_id: int) -> HttpResponse:
    """Correct an event."""
    event = event_at(event_id)
    form = ChangedEventForm(posted(request), initial={name: getattr(event, name) for name in EVENT})
    if form.is_valid():
        typed = dict(form.cleaned_data)
        try:
            operations.change_event(event, revision=typed.pop("revision"), changes=typed)
        except StaleRevision as stale:
            back = reverse("prospecting:event", args=[event.pk])
            return conflict(request, form=form, kept=stale.values, revision=stale.revision, back=back)
        say(request, _("Enregistré."))
        return redirect("prospecting:event", event.pk)
    context = {"form": form, "event": event}
    return render(request, "prospecting/event_edit.html", context, status=status(form))


@require_POST
def remove(request: HttpRequest, event_id: int) -> HttpResponse:
    """Take an event out of sight."""
    event = event_at(event_id)
    operations.set_event_aside(event, at=timezone.now())
    say(request, _("Événement retiré."), undo=reverse("prospecting:event-restore", args=[event.pk]))
    return redirect("prospecting:events")


@require_POST
def restore(request: HttpRequest, event_id: int) -> HttpResponse:
    """Bring an event back."""
    event = event_at(event_id, removed=True)
    operations.set_event_aside(event, at=None)
    say(request, _("Événement rétabli."))
    return redirect("prospecting:event", event.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def encounter(request: HttpRequest, encounter_id: int) -> HttpResponse:
    """Note what someone said and what was promised."""
    found = encounter_at(encounter_id)
    form = EncounterForm(posted(request), initial=_told(found))
    if form.is_valid():
        typed = dict(form.cleaned_data)
        try:
            place = {name: typed.pop(name) for name in ("title", "organization")}
            operations.change_encounter(found, revision=typed.pop("revision"), changes=typed)
            operations.place_encounter(found, **place)
        except StaleRevision as stale:
            back = reverse("prospecting:event", args=[found.event_id])
            kept = _told(stale.kept) if isinstance(stale.kept, Encounter) else {}
            return conflict(request, form=form, kept=kept, revision=stale.revision, back=back)
        say(request, _("Noté."))
        return redirect("prospecting:event", found.event_id)
    context = {"form": form, "encounter": found, "role": _doing(found)}
    return render(request, "prospecting/encounter.html", context, status=status(form))


@require_POST
def keep(request: HttpRequest, encounter_id: int, way: str) -> HttpResponse:
    """Say that a promise was kept, or take that back."""
    found = encounter_at(encounter_id)
    is_kept = way == "tenue"
    operations.keep_promise(found, on=timezone.localdate() if is_kept else None)
    undo = reverse("prospecting:promise", args=[found.pk, "reprendre"]) if is_kept else ""
    say(request, _("Promesse tenue.") if is_kept else _("La promesse attend de nouveau."), undo=undo)
    return redirect("prospecting:event", found.event_id)


@require_POST
def forget(request: HttpRequest, encounter_id: int) -> HttpResponse:
    """Take someone out of an event."""
    found = encounter_at(encounter_id)
    operations.set_encounter_aside(found, at=timezone.now())
    undo = reverse("prospecting:encounter-restore", args=[found.pk])
    say(request, _("%(person)s retiré de l’événement.") % {"person": found.person}, undo=undo)
    return redirect("prospecting:event", found.event_id)


@require_POST
def recall(request: HttpRequest, encounter_id: int) -> HttpResponse:
    """Put someone back in an event."""
    found = encounter_at(encounter_id, removed=True)
    operations.set_encounter_aside(found, at=None)
    say(request, _("De retour dans l’événement."))
    return redirect("prospecting:event", found.event_id)


def _page(
    request: HttpRequest,
    event: Event,
    form: PeopleForm,
    *,
    typed: Typed | None = None,
    ticked: set[int] | None = None,
    code: int = 200,
) -> HttpResponse:
    rows = [_row(one, ticked) for one in queries.encounters(event)]
    chosen = [one for one, _role, _written, _ticked in rows if one.chosen]
    context: dict[str, Any] = {
        "event": event,
        "title": event_title(len(rows), chosen=len(chosen)),
        "rows": rows,
        "chosen": [row for row in rows if row[0].chosen],
        "promises": [one for one, _role, _written, _ticked in rows if one.promised],
        "form": form,
        "added": what_was_added(typed.added) if typed and typed.added else "",
        "refused": typed.refused if typed else (),
        "refused_said": refused_said(typed.refused) if typed and typed.refused else "",
        "too_many": TOO_MANY_CHOSEN if ticked else "",
        "write_on": next_working_day(event.on),
    }
    return render(request, "prospecting/event.html", context, status=code)


def _row(one: Encounter, ticked: set[int] | None) -> tuple[Encounter, Any, Any, bool]:
    written = next((approach for approach in one.approaches.all() if approach.deleted_at is None), None)
    is_ticked = one.pk in ticked if ticked is not None else one.chosen
    return one, _doing(one), written, is_ticked


def _doing(one: Encounter) -> str:
    """Say what someone does and where: as the network knows it, else as typed."""
    role = present_role(one.person)
    if role is not None and role.title:
        return str(role)
    place = role.organization if role else one.organization
    return ", ".join(filter(None, (one.title, str(place or ""))))


def _told(one: Encounter) -> dict[str, Any]:
    return {**{name: getattr(one, name) for name in ENCOUNTER}, "organization": str(one.organization or "")}


def _left(typed: Typed, *, are_speakers: bool) -> dict[str, object]:
    return {"lines": "\n".join(one.line for one in typed.refused), "are_speakers": are_speakers}
