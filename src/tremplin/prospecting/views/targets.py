"""The board of targets and the page of one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.companies.activities import activity_label
from tremplin.companies.company import headcount_label
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.network.queries import find_organization, people_of, who_do_i_know
from tremplin.prospecting.domain.board import board_title, season
from tremplin.prospecting.domain.gestures import Gesture, gesture_of, steps_of
from tremplin.prospecting.forms.targets import NewTargetForm, TargetForm
from tremplin.prospecting.models import Sought, Stage, Target
from tremplin.prospecting.operations.targets import change_target, save_target, set_target_aside
from tremplin.prospecting.queries import targets as queries
from tremplin.prospecting.queries.cadence import due_count
from tremplin.prospecting.queries.research import Research, research_on
from tremplin.prospecting.queries.standing import standing_of
from tremplin.prospecting.queries.thread import thread_of
from tremplin.prospecting.views.finding import posted, target_at
from tremplin.prospecting.views.ways import five_ways

PEOPLE = ("prospecting/_people.html", "prospecting/_known.html")
FORM_FIELDS = ("about", "why", "kind", "sought", "next_step", "next_on")


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the board, what waits today and the five ways in."""
    on = timezone.localdate()
    columns = queries.columns(on=on)
    tickets = [ticket for column in columns for ticket in column.tickets]
    follow_ups = due_count(on)
    context = {
        "title": board_title(
            len(tickets), follow_ups=follow_ups, gestures=sum(ticket.is_due for ticket in tickets)
        ),
        "season": season(_mostly_sought(), on),
        "has_targets": bool(tickets),
        "columns": columns,
        "stages": _open_stages(),
        "closed": queries.closed_targets(),
        "ways": five_ways(),
        "form": NewTargetForm(),
    }
    return render(request, "prospecting/home.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Keep a company in view; one already there is opened instead."""
    form = NewTargetForm(posted(request))
    known = queries.target_of_name(form.cleaned_data["name"]) if form.is_valid() else None
    if form.is_valid() and known is None:
        kept = save_target(
            form.cleaned_data["name"], on=timezone.localdate(), next_step=form.cleaned_data["next_step"]
        )
        say(request, _("Cible ajoutée."), undo=reverse("prospecting:remove", args=[kept.pk]))
        return redirect(f"{reverse('prospecting:home')}#cible-{kept.pk}")
    context = {"form": form, "known": known}
    return render(request, "prospecting/add.html", context, status=422 if form.is_bound else 200)


@require_safe
def page(request: HttpRequest, target_id: int) -> HttpResponse:
    """Show one target whole: its next gesture, its problem, its people, its story."""
    target, on = target_at(target_id), timezone.localdate()
    research = research_on(target)
    standing = standing_of(target, research)
    gesture = gesture_of(
        due=queries.first_due(target, on=on),
        step=target.next_step,
        step_on=target.next_on,
        standing=standing,
        today=on,
    )
    context = {
        "target": target,
        "ticket": queries.ticket(target, on=on),
        "today": on,
        "stages": _open_stages(),
        "gesture": gesture,
        "gesture_url": _address_of(gesture, target),
        "steps": steps_of(standing),
        "has_proposal": standing.has_proposal,
        "people": people_of(target.organization),
        "known_there": who_do_i_know(target.organization, today=on),
        "people_template": PEOPLE,
        **shown_establishment(target),
        "thread": thread_of(target),
        **shown_research(research),
    }
    return render(request, "prospecting/target.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, target_id: int) -> HttpResponse:
    """Change what is said of a target."""
    target = target_at(target_id)
    form = TargetForm(posted(request), initial=_values(target))
    if form.is_valid():
        _refuse_taken_name(form, target)
    if not form.is_valid():
        context = {"form": form, "target": target}
        return render(request, "prospecting/edit.html", context, status=422 if form.is_bound else 200)
    changes = {name: form.cleaned_data[name] for name in FORM_FIELDS}
    back = reverse("prospecting:target", args=[target_id])
    try:
        name = form.cleaned_data["name"]
        change_target(target, revision=form.cleaned_data["revision"], changes=changes, name=name)
    except StaleRevision as stale:
        kept = _values(stale.kept) if isinstance(stale.kept, Target) else {}
        return conflict(request, form=form, kept=kept, revision=stale.revision, back=back)
    say(request, _("Enregistré."))
    return redirect(back)


@require_POST
def remove(request: HttpRequest, target_id: int) -> HttpResponse:
    """Take a target out of sight; the message offers to bring it back."""
    target = target_at(target_id)
    set_target_aside(target, at=timezone.now())
    said = _("%(name)s n’est plus dans vos cibles.") % {"name": target}
    say(request, said, undo=reverse("prospecting:restore", args=[target_id]))
    return redirect("prospecting:home")


@require_POST
def restore(request: HttpRequest, target_id: int) -> HttpResponse:
    """Bring a target back with all that was noted of it."""
    set_target_aside(target_at(target_id, removed=True), at=None)
    say(request, _("Cible rétablie."))
    return redirect("prospecting:target", target_id)


def shown_establishment(target: Target) -> dict[str, Any]:
    """Return what the fragment on the establishment reads."""
    place = queries.establishment(target)
    if place is None:
        return {"establishment": None}
    return {
        "establishment": place,
        "headcount_label": headcount_label(place.headcount),
        "activity_label": activity_label(place.activity, nomenclature=place.nomenclature),
    }


def shown_research(research: Research) -> dict[str, Any]:
    """Return what the fragments on research read."""
    return {"research": research, "kept": research.kept, "table": research.table}


def _values(target: Target) -> dict[str, Any]:
    said = {name: getattr(target, name) for name in ("revision", *FORM_FIELDS)}
    return {**said, "name": str(target)}


def _refuse_taken_name(form: TargetForm, target: Target) -> None:
    other = find_organization(form.cleaned_data["name"])
    if other is not None and other.pk != target.organization_id:
        said = _("%(name)s est déjà une autre organisation. Ajoutez la ville pour les distinguer.")
        form.add_error("name", said % {"name": other})


def _open_stages() -> list[tuple[str, str]]:
    return [(stage.value, str(stage.label)) for stage in Stage if stage != Stage.CLOSED]


def _mostly_sought() -> str:
    """Return what most targets are aimed at for."""
    sought = list(queries.targets().values_list("sought", flat=True))
    return max(Sought.values, key=sought.count) if sought else ""


def _address_of(gesture: Gesture, target: Target) -> str:
    """Return where the button of a gesture leads."""
    return gesture.address or reverse(f"prospecting:{gesture.page}", args=[target.pk])
