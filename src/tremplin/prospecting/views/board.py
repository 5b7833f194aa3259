"""Moving a target: along the board, out of it, back, and to an agreement."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tremplin.internships.operations.internships import Details
from tremplin.internships.queries import agreement_offers, internships
from tremplin.kit.messages import say
from tremplin.kit.requests import HtmxRequest
from tremplin.prospecting.domain.board import COLUMNS, place_among
from tremplin.prospecting.domain.cadence import last_working_day
from tremplin.prospecting.forms.targets import AgreedForm, CloseForm
from tremplin.prospecting.models import Sought, Stage, Target
from tremplin.prospecting.operations.targets import (
    agree,
    agree_as_read,
    close_target,
    has_internship,
    move_target,
    reopen_target,
    tie_to_internship,
)
from tremplin.prospecting.queries import targets as queries
from tremplin.prospecting.queries.proposals import proposal_of
from tremplin.prospecting.views.finding import posted, target_at

STEPS = {"haut": -1, "bas": 1}


@require_POST
def move(request: HtmxRequest) -> HttpResponse:
    """Put a ticket in a column, above another one, or one step up or down."""
    target = target_at(_key(request, "target") or 0)
    stage = request.POST.get("stage", "")
    if stage not in COLUMNS:
        raise Http404
    before = _place(target, request.POST["step"]) if request.POST.get("step") else _key(request, "before")
    moved = move_target(target, stage=stage, on=timezone.localdate(), before=before)
    if stage != target.stage:
        said = _("%(name)s\u00a0: %(stage)s.") % {"name": moved, "stage": moved.get_stage_display().lower()}
        say(request, said, undo=reverse("prospecting:put-in", args=[moved.pk, target.stage]))
        if stage == Stage.AGREED and moved.internship_id is None and not request.htmx:
            return redirect("prospecting:agree", moved.pk)
    return redirect(_back(request, moved))


@require_POST
def put_in(request: HttpRequest, target_id: int, stage: str) -> HttpResponse:
    """Put a target in a column in one click: a move proposed, or one taken back."""
    target = target_at(target_id)
    if stage == Stage.CLOSED:
        close_target(target, reason=target.closed_reason or "other", on=timezone.localdate())
    elif stage in COLUMNS:
        move_target(target, stage=stage, on=timezone.localdate())
    else:
        raise Http404
    say(request, _("%(name)s a changé d’étape.") % {"name": target})
    return redirect(_back(request, target))


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, target_id: int) -> HttpResponse:
    """Ask why, then set a target aside."""
    target = target_at(target_id)
    form = CloseForm(posted(request))
    if not form.is_valid():
        context = {"form": form, "target": target}
        return render(request, "prospecting/close.html", context, status=422 if form.is_bound else 200)
    close_target(target, **form.cleaned_data, on=timezone.localdate())
    undo = reverse("prospecting:reopen", args=[target_id])
    say(request, _("%(name)s est classée.") % {"name": target}, undo=undo)
    return redirect("prospecting:home")


@require_POST
def reopen(request: HttpRequest, target_id: int) -> HttpResponse:
    """Put a target that was set aside back where it was."""
    target = target_at(target_id)
    reopen_target(target, on=timezone.localdate())
    say(request, _("%(name)s est rouverte.") % {"name": target})
    return redirect("prospecting:target", target_id)


@require_http_methods(["GET", "HEAD", "POST"])
def agreed(request: HttpRequest, target_id: int) -> HttpResponse:
    """Ask the dates of an agreement, create its internship and open it."""
    target, today = target_at(target_id), timezone.localdate()
    if has_internship(target):
        say(request, _("L’accord est déjà noté\u00a0: voici le stage."))
        return redirect("internships:internship", target.internship_id)
    proposed = _proposed(target)
    form = AgreedForm(posted(request), initial={"agreed_on": target.agreed_on or today, **proposed})
    if form.is_valid():
        kept = agree(target, _details(target, form), on=form.cleaned_data["agreed_on"])
        say(request, _("Accord noté. Votre stage est créé, ses jalons sont calculés."))
        return redirect("internships:internship", kept.internship_id)
    context = {
        "form": form,
        "target": target,
        "is_proposed": "ends_on" in proposed and not form.is_bound,
        "internships": internships(),
        "offers": agreement_offers(on=today),
    }
    return render(request, "prospecting/agree.html", context, status=422 if form.is_bound else 200)


@require_POST
def recognise(request: HttpRequest, target_id: int, internship_id: int) -> HttpResponse:
    """Say that an internship already kept is the one agreed here."""
    target = target_at(target_id)
    if not internships().filter(pk=internship_id).exists():
        raise Http404
    tie_to_internship(target, internship_id, on=target.agreed_on or timezone.localdate())
    say(request, _("C’est relié."))
    return redirect("prospecting:target", target_id)


@require_POST
def recognise_agreement(request: HttpRequest, target_id: int, version_id: int) -> HttpResponse:
    """Create the internship from the convention already read, and open it."""
    target, today = target_at(target_id), timezone.localdate()
    if has_internship(target):
        say(request, _("L’accord est déjà noté\u00a0: voici le stage."))
        return redirect("internships:internship", target.internship_id)
    offer = next((one for one in agreement_offers(on=today) if one.version_id == version_id), None)
    if offer is None:
        raise Http404
    on = target.agreed_on or today
    kept = agree_as_read(target, offer, title=_title(target), on=on)
    say(request, _("Accord noté. Votre stage est créé depuis la convention."))
    return redirect("internships:internship", kept.internship_id)


def _title(target: Target) -> str:
    title = _("Alternance chez %(host)s") if _is_apprenticeship(target) else _("Stage chez %(host)s")
    return title % {"host": target}


def _details(target: Target, form: AgreedForm) -> Details:
    place = queries.establishment(target)
    return Details(
        title=_title(target),
        starts_on=form.cleaned_data["starts_on"],
        ends_on=form.cleaned_data["ends_on"],
        apprenticeship=_is_apprenticeship(target),
        host=str(target),
        city=place.commune if place else target.organization.city,
        tutor=form.cleaned_data["tutor"],
    )


def _proposed(target: Target) -> dict[str, date]:
    """Return the two dates the proposal asked for; none when it gave no first day."""
    proposal = proposal_of(target)
    if proposal is None or proposal.starts_on is None:
        return {}
    first, weeks = proposal.starts_on, proposal.weeks
    return {"starts_on": first, **({"ends_on": last_working_day(first, weeks=weeks)} if weeks else {})}


def _is_apprenticeship(target: Target) -> bool:
    return target.sought == Sought.APPRENTICESHIP


def _place(target: Target, step: str) -> int | None:
    keys = list(queries.targets().filter(stage=target.stage).values_list("pk", flat=True))
    return place_among(keys, target.pk, STEPS.get(step, 0))


def _key(request: HttpRequest, name: str) -> int | None:
    typed = request.POST.get(name, "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 12 else None


def _back(request: HttpRequest, target: Target) -> str:
    if request.POST.get("suite") == "cible":
        return reverse("prospecting:target", args=[target.pk])
    return reverse("prospecting:home")
