"""The steps of a personal project, and the sources of its figures."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.prospecting.forms.personal_projects import (
    ChangedSourceForm,
    ChangedStepForm,
    SourceForm,
    StepForm,
)
from tremplin.prospecting.operations import personal_projects as operations
from tremplin.prospecting.views.finding import posted, project_at, source_at, status, step_at
from tremplin.prospecting.views.personal_projects import project_page

STEP = ("revision", "day", "text")
SOURCE = ("revision", "says", "where", "url", "on")


@require_POST
def add_step(request: HttpRequest, project_id: int) -> HttpResponse:
    """Add a step to the two weeks."""
    found = project_at(project_id)
    form = StepForm(request.POST)
    if not form.is_valid():
        return project_page(request, found, step_form=form)
    operations.add_step(found, **form.cleaned_data)
    say(request, _("Étape ajoutée."))
    return redirect(_plan(found.pk))


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, step_id: int) -> HttpResponse:
    """Move a step or say it otherwise."""
    found = step_at(step_id)
    form = ChangedStepForm(posted(request), initial={name: getattr(found, name) for name in STEP})
    if form.is_valid():
        typed = dict(form.cleaned_data)
        try:
            operations.change_step(found, revision=typed.pop("revision"), changes=typed)
        except StaleRevision as stale:
            back = _plan(found.project_id)
            return conflict(request, form=form, kept=stale.values, revision=stale.revision, back=back)
        say(request, _("Enregistré."))
        return redirect(_plan(found.project_id))
    context = {"form": form, "project": found.project, "name": _("Une étape")}
    return render(request, "prospecting/project_part.html", context, status=status(form))


@require_POST
def finish(request: HttpRequest, step_id: int, way: str) -> HttpResponse:
    """Say that a step is done, or take that back."""
    found = step_at(step_id)
    is_done = way == "faite"
    operations.finish_step(found, on=timezone.localdate() if is_done else None)
    undo = reverse("prospecting:project-step-finish", args=[found.pk, "reprendre"]) if is_done else ""
    say(request, _("Étape faite.") if is_done else _("Étape reprise."), undo=undo)
    return redirect(_plan(found.project_id))


@require_POST
def drop_step(request: HttpRequest, step_id: int) -> HttpResponse:
    """Take a step out."""
    found = step_at(step_id)
    operations.set_line_aside(found, at=timezone.now())
    say(request, _("Étape retirée."), undo=reverse("prospecting:project-step-restore", args=[found.pk]))
    return redirect(_plan(found.project_id))


@require_POST
def restore_step(request: HttpRequest, step_id: int) -> HttpResponse:
    """Put a step back."""
    found = step_at(step_id, removed=True)
    operations.set_line_aside(found, at=None)
    say(request, _("Étape rétablie."))
    return redirect(_plan(found.project_id))


@require_POST
def add_source(request: HttpRequest, project_id: int) -> HttpResponse:
    """Say where a figure comes from."""
    found = project_at(project_id)
    form = SourceForm(request.POST, auto_id="source-%s")
    if not form.is_valid():
        return project_page(request, found, source_form=form)
    operations.add_source(found, **form.cleaned_data)
    say(request, _("Source notée."))
    return redirect(_sources(found.pk))


@require_http_methods(["GET", "HEAD", "POST"])
def source(request: HttpRequest, source_id: int) -> HttpResponse:
    """Correct a source."""
    found = source_at(source_id)
    form = ChangedSourceForm(posted(request), initial={name: getattr(found, name) for name in SOURCE})
    if form.is_valid():
        typed = dict(form.cleaned_data)
        try:
            operations.change_source(found, revision=typed.pop("revision"), changes=typed)
        except StaleRevision as stale:
            back = _sources(found.project_id)
            return conflict(request, form=form, kept=stale.values, revision=stale.revision, back=back)
        say(request, _("Enregistré."))
        return redirect(_sources(found.project_id))
    context = {"form": form, "project": found.project, "name": _("D’où vient ce chiffre")}
    return render(request, "prospecting/project_part.html", context, status=status(form))


@require_POST
def drop_source(request: HttpRequest, source_id: int) -> HttpResponse:
    """Take a source out."""
    found = source_at(source_id)
    operations.set_line_aside(found, at=timezone.now())
    say(request, _("Source retirée."), undo=reverse("prospecting:project-source-restore", args=[found.pk]))
    return redirect(_sources(found.project_id))


@require_POST
def restore_source(request: HttpRequest, source_id: int) -> HttpResponse:
    """Put a source back."""
    found = source_at(source_id, removed=True)
    operations.set_line_aside(found, at=None)
    say(request, _("Source rétablie."))
    return redirect(_sources(found.project_id))


def _plan(key: int) -> str:
    return f"{reverse('prospecting:project', args=[key])}#h-plan"


def _sources(key: int) -> str:
    return f"{reverse('prospecting:project', args=[key])}#h-sources"
