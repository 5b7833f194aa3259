"""Thirty minutes of research on a target: sources to open, signals noted on the same page."""

from datetime import datetime, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tremplin.kit.messages import say
from tremplin.prospecting.domain.research import ResearchStep, research_steps, session_minutes
from tremplin.prospecting.forms.contacts import MetForm
from tremplin.prospecting.forms.research import StepSignalForm
from tremplin.prospecting.models import ResearchSession, Signal, Target
from tremplin.prospecting.operations.contacts import add_contact
from tremplin.prospecting.operations.research import add_signal
from tremplin.prospecting.operations.sessions import end_session, finish_step, start_session, tick_step
from tremplin.prospecting.queries.approaches import contacts
from tremplin.prospecting.queries.research import last_session, research_on
from tremplin.prospecting.queries.targets import establishment
from tremplin.prospecting.views.finding import target_at

PEOPLE = "people"
LATEST = timedelta(hours=3)


@require_safe
def session(request: HttpRequest, target_id: int) -> HttpResponse:
    """Show the steps with their sources; what was found, once over."""
    return _page(request, target_at(target_id))


@require_POST
def start(request: HttpRequest, target_id: int) -> HttpResponse:
    """Start the thirty minutes."""
    start_session(target_at(target_id), at=timezone.now())
    return redirect(f"{reverse('prospecting:session', args=[target_id])}#etape-1")


@require_POST
def tick(request: HttpRequest, target_id: int, step: str) -> HttpResponse:
    """Mark a step as done, or undo it."""
    target = target_at(target_id)
    running, steps = _running(target), _steps(target)
    if running is None or step not in [one.key for one in steps]:
        raise Http404
    tick_step(running, step)
    return redirect(_at(target, step, steps))


@require_POST
def note(request: HttpRequest, target_id: int, step: str) -> HttpResponse:
    """Note a signal found during a step, without leaving the page."""
    target = target_at(target_id)
    steps = _steps(target)
    found = next((one for one in steps if one.key == step), None)
    if found is None:
        raise Http404
    form = StepSignalForm(request.POST)
    if not form.is_valid():
        return _page(request, target, refused=(step, form))
    add_signal(target, kind=found.kind, seen_on=timezone.localdate(), **form.cleaned_data)
    if running := _running(target):
        finish_step(running, step)
    say(request, _("Signal noté."))
    return redirect(_at(target, step, steps))


@require_POST
def meet(request: HttpRequest, target_id: int) -> HttpResponse:
    """Keep the name of who has the problem, without leaving the page."""
    target = target_at(target_id)
    form = MetForm(request.POST)
    if not form.is_valid():
        return _page(request, target, met=form)
    kept = add_contact(target, form.cleaned_data["line"], on=timezone.localdate())
    if running := _running(target):
        finish_step(running, PEOPLE)
    undo = reverse("prospecting:contact-remove", args=[kept.pk])
    say(request, _("%(person)s est dans les personnes de cette cible.") % {"person": kept}, undo=undo)
    return redirect(_at(target, PEOPLE, _steps(target)))


@require_POST
def end(request: HttpRequest, target_id: int) -> HttpResponse:
    """End the session and show what it found."""
    target = target_at(target_id)
    running = _running(target)
    if running is not None:
        end_session(running, at=timezone.now())
    return redirect(f"{reverse('prospecting:session', args=[target_id])}#h-bilan")


def _page(
    request: HttpRequest,
    target: Target,
    *,
    refused: tuple[str, StepSignalForm] | None = None,
    met: MetForm | None = None,
) -> HttpResponse:
    running, latest = _running(target), last_session(target)
    done = running.steps_done if running else []
    noted = _noted(target, running)
    people = {"form": met or MetForm(), "there": contacts(target)}
    steps = [
        {
            "step": step,
            "is_done": step.key in done,
            "notes": [one for one in noted if one.kind == step.kind],
            "people": people if step.key == PEOPLE else None,
            "form": refused[1] if refused and refused[0] == step.key else StepSignalForm(),
        }
        for step in _steps(target)
    ]
    research = research_on(target)
    context = {
        "target": target,
        "steps": steps,
        "minutes": session_minutes(),
        "running": running,
        "until": _end(running) if running else None,
        "ended": latest if latest and latest.ended_at else None,
        "research": research,
        "found": _found(target, latest),
        "to_check": [one for one in research.hypotheses if one.level in ("warn", "ask")],
    }
    return render(request, "prospecting/session.html", context, status=422 if refused or met else 200)


def _steps(target: Target) -> tuple[ResearchStep, ...]:
    place = establishment(target)
    return research_steps(
        target.kind,
        name=str(target),
        siren=(place.siren if place else "") or target.organization.siren,
        site=target.organization.website,
    )


def _running(target: Target) -> ResearchSession | None:
    """Return the session under way; one left open for hours is over."""
    latest = last_session(target)
    if latest is None or latest.ended_at or timezone.now() - latest.started_at > LATEST:
        return None
    return latest


def _noted(target: Target, running: ResearchSession | None) -> list[Signal]:
    """Return what was noted of a target since the session under way began, the day being all that is kept."""
    if running is None:
        return []
    since = timezone.localdate(running.started_at)
    return list(target.signals.filter(deleted_at=None, seen_on__gte=since))


def _found(target: Target, latest: ResearchSession | None) -> int:
    if latest is None:
        return 0
    since = timezone.localdate(latest.started_at)
    return target.signals.filter(deleted_at=None, seen_on__gte=since).count()


def _end(running: ResearchSession) -> datetime:
    return timezone.localtime(running.started_at + timedelta(minutes=session_minutes()))


def _at(target: Target, step: str, steps: tuple[ResearchStep, ...]) -> str:
    number = [one.key for one in steps].index(step) + 1
    return f"{reverse('prospecting:session', args=[target.pk])}#etape-{number}"
