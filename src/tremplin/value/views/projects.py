"""The indispensable project: pain points, candidates with their score, one page of documentation."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.internships.operations.projects import set_project_aside
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.value import queries
from tremplin.value.domain.candidates import CRITERIA, scored, weeks_left
from tremplin.value.forms import ScoreForm
from tremplin.value.operations.projects import score_project, start_project
from tremplin.value.views.finding import internship_now, needs_internship, posted, project_at, status

MORE = ("measure", "unit", "before", "after", "stop_on", "successor", "documentation")


@require_safe
@needs_internship
def projects(request: HttpRequest) -> HttpResponse:
    """List the candidates, the pain points that wait, and the ghost projects."""
    internship = internship_now()
    context = {
        "internship": internship,
        "candidates": queries.candidates(internship),
        "pains": queries.pains_without_project(internship),
        "ghosts": queries.ghosts(internship),
        "criteria": CRITERIA,
        "weeks": weeks_left(today=timezone.localdate(), last_day=internship.last_day),
    }
    return render(request, "value/projects.html", context)


@require_POST
def start(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Make a project of a pain point."""
    internship = internship_now()
    pains = queries.pains_without_project(internship)
    pain = next((one for one in pains if one.entry == entry_id), None)
    if pain is None:
        raise Http404
    project = start_project(internship, pain)
    say(
        request,
        _("Projet créé. Notez-le sur six critères."),
        undo=reverse("value:project-remove", args=[project.pk]),
    )
    return redirect("value:project", project.pk)


@require_POST
def remove(request: HttpRequest, project_id: int) -> HttpResponse:
    """Take a project out of the register."""
    project = project_at(project_id)
    set_project_aside(project, at=timezone.now())
    undo = reverse("internships:line-restore", args=["projets", project_id])
    say(request, _("Projet supprimé."), undo=undo)
    return redirect("value:projects")


@require_http_methods(["GET", "HEAD", "POST"])
def project(request: HttpRequest, project_id: int) -> HttpResponse:
    """Score a project, measure it before and after, write its documentation."""
    row = project_at(project_id)
    form = ScoreForm(posted(request), initial=_initial(row))
    if form.is_valid():
        return _save(request, row, form)
    internship = internship_now()
    context = {
        "project": row,
        "form": form,
        "score": scored(queries.scores_of(row)),
        "scores": [form[f"{one.key}_score"] for one in CRITERIA],
        "more": [form[name] for name in MORE[:-1]],
        "pains": row.pain_points.all(),
        "weeks": weeks_left(today=timezone.localdate(), last_day=internship.last_day),
    }
    return render(request, "value/project.html", context, status=status(form))


def _initial(row: Any) -> dict[str, Any]:
    names = ("revision", *MORE, *(f"{one.key}_score" for one in CRITERIA))
    values = {name: getattr(row, name) for name in names}
    return {**values, **{name: _plain(values[name]) for name in ("before", "after")}}


def _plain(value: Any) -> Any:
    return None if value is None else f"{value.normalize():f}".replace(".", ",")


def _save(request: HttpRequest, row: Any, form: ScoreForm) -> HttpResponse:
    typed = dict(form.cleaned_data)
    revision = typed.pop("revision")
    back = reverse("value:project", args=[row.pk])
    try:
        score_project(row, revision=revision, **typed)
    except StaleRevision as stale:
        return conflict(request, form=form, kept=stale.values, revision=stale.revision, back=back)
    say(request, _("Enregistré."))
    return redirect(back)
