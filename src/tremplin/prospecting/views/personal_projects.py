"""Personal projects: ideas, one project, several side by side, and the page to show."""

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.accounts.queries import current_student
from tremplin.documents.claims import UnsupportedClaims
from tremplin.documents.one_page import TooLong
from tremplin.documents.personal_project import personal_project_to_pdf
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.prospecting.domain import personal_projects as rules
from tremplin.prospecting.domain.personal_projects import criteria, day_of, ideas, projects_title, sectors
from tremplin.prospecting.forms.personal_projects import (
    MarksForm,
    NewProjectForm,
    ProjectForm,
    SourceForm,
    StartForm,
    StepForm,
    words_of,
)
from tremplin.prospecting.models import PersonalProject, ProjectKind, ProjectStage, Target
from tremplin.prospecting.operations import personal_projects as operations
from tremplin.prospecting.queries import personal_projects as queries
from tremplin.prospecting.queries.targets import targets
from tremplin.prospecting.views.finding import posted, project_at, status

UNDONE = (ProjectStage.IDEA, ProjectStage.UNDER_WAY)


@require_safe
def projects(request: HttpRequest) -> HttpResponse:
    """List the personal projects, each with its verdict."""
    found = list(queries.projects())
    stages = [one.stage for one in found]
    context = {
        "title": projects_title(
            under_way=stages.count(ProjectStage.UNDER_WAY),
            ideas_kept=stages.count(ProjectStage.IDEA),
            done=stages.count(ProjectStage.DONE),
        ),
        "rows": [(one, queries.verdict_of(one)) for one in found],
    }
    return render(request, "prospecting/projects.html", context)


@require_safe
def idea_bank(request: HttpRequest) -> HttpResponse:
    """Show the ideas of a sector, or of all."""
    sector = request.GET.get("secteur", "")
    kinds = dict(ProjectKind.choices)
    chosen = [one for one in ideas() if not sector or one.sector == sector]
    groups = groupby(chosen, key=lambda one: one.sector)
    context = {
        "sector": sector,
        "sectors": sectors().items(),
        "groups": [(key, sectors()[key], [(one, kinds[one.kind]) for one in found]) for key, found in groups],
        "title": rules.ideas_title(len(chosen)),
    }
    return render(request, "prospecting/project_ideas.html", context)


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Put the projects not finished side by side."""
    found = [one for one in queries.projects() if one.stage in UNDONE]
    context = {
        "title": rules.compare_title(len(found)),
        "projects": [(one, queries.verdict_of(one)) for one in found],
        "rows": [(one, [(project, getattr(project, one.name)) for project in found]) for one in criteria()],
    }
    return render(request, "prospecting/projects_compare.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Keep a project, from an idea of the bank or from nothing."""
    idea = rules.idea(request.GET.get("idee", ""))
    form = NewProjectForm(posted(request), initial=_asked(request), targets=targets())
    if form.is_valid():
        typed = dict(form.cleaned_data)
        typed["target"] = _target(typed["target"])
        kept = operations.add_project(**typed, idea=idea.key if idea else "")
        say(request, _("Projet gardé."))
        return redirect("prospecting:project", kept.pk)
    context = {"form": form, "idea": idea}
    return render(request, "prospecting/project_new.html", context, status=status(form))


@require_safe
def page(request: HttpRequest, project_id: int) -> HttpResponse:
    """Show a project: its verdict, its two weeks, its page."""
    return project_page(request, project_at(project_id))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, project_id: int) -> HttpResponse:
    """Write the words of the page."""
    found = project_at(project_id)
    form = ProjectForm(posted(request), initial=words_of(found), targets=targets())
    if form.is_valid():
        typed = dict(form.cleaned_data)
        typed["target"] = _target(typed["target"])
        try:
            operations.change_project(found, revision=typed.pop("revision"), changes=typed)
        except StaleRevision as stale:
            return conflict(
                request, form=form, kept=stale.values, revision=stale.revision, back=_address(found)
            )
        say(request, _("Enregistré."))
        return redirect(_address(found))
    context = {"form": form, "project": found}
    return render(request, "prospecting/project_edit.html", context, status=status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def marks(request: HttpRequest, project_id: int) -> HttpResponse:
    """Mark a project on six criteria."""
    found = project_at(project_id)
    initial = {"revision": found.revision, **{one.name: getattr(found, one.name) for one in criteria()}}
    form = MarksForm(posted(request), initial=initial)
    if form.is_valid():
        typed = dict(form.cleaned_data)
        try:
            operations.mark_project(found, revision=typed.pop("revision"), marks=typed)
        except StaleRevision as stale:
            return conflict(
                request, form=form, kept=stale.values, revision=stale.revision, back=_address(found)
            )
        say(request, _("Noté."))
        return redirect(_address(found))
    context = {"form": form, "project": found}
    return render(request, "prospecting/project_marks.html", context, status=status(form))


@require_POST
def start(request: HttpRequest, project_id: int) -> HttpResponse:
    """Start the two weeks, or move their first day."""
    found = project_at(project_id)
    form = StartForm(request.POST)
    if not form.is_valid():
        return project_page(request, found, start_form=form)
    operations.start_project(found, on=form.cleaned_data["on"])
    say(request, _("Les quatorze jours sont posés."))
    return redirect(f"{_address(found)}#h-plan")


@require_safe
def sheet(request: HttpRequest, project_id: int) -> HttpResponse:
    """Print the page; a figure without a source, or a second page, is refused with the reason."""
    found = project_at(project_id)
    paper = queries.page_of(found, author=current_student().first_name, on=timezone.localdate())
    try:
        content = personal_project_to_pdf(paper)
    except UnsupportedClaims:
        return project_page(request, found, code=409)
    except TooLong as long:
        return project_page(request, found, excess=long.excess, code=409)
    name = slugify(found.title)[:60] or "projet"
    disposition = f'attachment; filename="{name}.pdf"'
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": disposition})


@require_POST
def remove(request: HttpRequest, project_id: int) -> HttpResponse:
    """Take a project out of sight."""
    found = project_at(project_id)
    operations.set_project_aside(found, at=timezone.now())
    say(request, _("Projet retiré."), undo=reverse("prospecting:project-restore", args=[found.pk]))
    return redirect("prospecting:projects")


@require_POST
def restore(request: HttpRequest, project_id: int) -> HttpResponse:
    """Bring a project back."""
    found = project_at(project_id, removed=True)
    operations.set_project_aside(found, at=None)
    say(request, _("Projet rétabli."))
    return redirect(_address(found))


def project_page(
    request: HttpRequest,
    found: PersonalProject,
    *,
    start_form: StartForm | None = None,
    step_form: StepForm | None = None,
    source_form: SourceForm | None = None,
    excess: tuple[str, ...] = (),
    code: int = 200,
) -> HttpResponse:
    """Show a project with the forms of its parts, as typed when one was refused."""
    today = timezone.localdate()
    refused = any(form is not None for form in (start_form, step_form, source_form))
    steps = [(one, day_of(found.starts_on, one.day)) for one in found.steps.all()]
    asked = queries.figures_asked(found)
    context: dict[str, Any] = {
        "project": found,
        "idea": rules.idea(found.idea),
        "verdict": queries.verdict_of(found),
        "steps": steps,
        "left": sum(one.done_on is None for one, _on in steps),
        "start_form": start_form or StartForm(initial={"on": found.starts_on or today}),
        "step_form": step_form or StepForm(),
        "source_form": source_form or SourceForm(initial=_from(request, today), auto_id="source-%s"),
        "asked": asked,
        "missing": _missing(found),
        "excess": excess,
        "is_refused": code == 409,
    }
    return render(request, "prospecting/project.html", context, status=422 if refused else code)


def _missing(found: PersonalProject) -> list[str]:
    """Name the parts of the page that are still empty."""
    parts = {
        "question": _("la question"),
        "method": _("comment vous avez fait"),
        "finding": _("ce que vous avez trouvé"),
        "limits": _("ce que cela ne prouve pas"),
        "link": _("l’adresse à montrer"),
    }
    return [label for name, label in parts.items() if not getattr(found, name)]


def _from(request: HttpRequest, today: Any) -> dict[str, Any]:
    return {"on": today, "says": request.GET.get("chiffre", "")}


def _asked(request: HttpRequest) -> dict[str, Any]:
    idea = rules.idea(request.GET.get("idee", ""))
    initial: dict[str, Any] = {"target": request.GET.get("cible", "")}
    if idea is not None:
        told = {"title": idea.title, "kind": idea.kind, "question": idea.question}
        initial |= {**told, "sector": sectors()[idea.sector]}
    return initial


def _target(key: int | None) -> Target | None:
    return targets().filter(pk=key).first() if key else None


def _address(found: PersonalProject) -> str:
    return reverse("prospecting:project", args=[found.pk])
