"""Goals, hypotheses and projects: three lists that are written, changed and taken away alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from tremplin.internships.forms import GoalForm, HypothesisForm, ProjectForm
from tremplin.internships.models import Goal, Hypothesis, Internship, Project, ProjectKind
from tremplin.internships.operations import aims, projects
from tremplin.internships.views.finding import internship_at, posted
from tremplin.kit.messages import say
from tremplin.kit.revisions import RevisedForm, StaleRevision, conflict

Line = Goal | Hypothesis | Project


@dataclass(frozen=True)
class Register:
    """One of the lists: its rows, its form, what is done with them and how it is said."""

    rows: type[Line]
    form: type[RevisedForm]
    add: Callable[[Internship, Mapping[str, Any]], object]
    change: Callable[[Any, int, Mapping[str, Any]], object]
    set_aside: Callable[[Any, datetime | None], None]
    new: str | Promise
    old: str | Promise
    lead: str | Promise
    template: str = "internships/line.html"


def _add_goal(internship: Internship, typed: Mapping[str, Any]) -> Goal:
    goal = aims.add_goal(internship, kind=typed["kind"], text=typed["text"], how_seen=typed["how_seen"])
    return aims.change_goal(goal, revision=goal.revision, **typed) if typed["reached_on"] else goal


def _add_hypothesis(internship: Internship, typed: Mapping[str, Any]) -> Hypothesis:
    kept = aims.add_hypothesis(internship, text=typed["text"], test=typed["test"])
    return aims.change_hypothesis(kept, revision=kept.revision, **typed)


REGISTERS: Mapping[str, Register] = {
    "objectifs": Register(
        Goal,
        GoalForm,
        _add_goal,
        lambda goal, revision, typed: aims.change_goal(goal, revision=revision, **typed),
        lambda goal, at: aims.set_goal_aside(goal, at=at),
        gettext_lazy("Ce que vous voulez en tirer"),
        gettext_lazy("Objectif"),
        gettext_lazy(
            "À vous, pas à l’entreprise\u00a0: une compétence, un livrable, une personne, une décision."
        ),
    ),
    "hypotheses": Register(
        Hypothesis,
        HypothesisForm,
        _add_hypothesis,
        lambda kept, revision, typed: aims.change_hypothesis(kept, revision=revision, **typed),
        lambda kept, at: aims.set_hypothesis_aside(kept, at=at),
        gettext_lazy("Une hypothèse à tester"),
        gettext_lazy("Hypothèse"),
        gettext_lazy("Un laboratoire\u00a0: écrivez ce que vous croyez, puis ce que vous avez appris."),
    ),
    "projets": Register(
        Project,
        ProjectForm,
        lambda internship, typed: projects.add_project(internship, **typed),
        lambda project, revision, typed: projects.change_project(project, revision=revision, **typed),
        lambda project, at: projects.set_project_aside(project, at=at),
        gettext_lazy("Un projet"),
        gettext_lazy("Projet"),
        gettext_lazy("Une gêne que vous faites disparaître, ou une idée que personne n’a demandée."),
        "internships/project.html",
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, internship_id: int, name: str) -> HttpResponse:
    """Write a new line."""
    internship, register = internship_at(internship_id), _register(name)
    form = register.form(posted(request), initial={"revision": 0, "kind": _nature(request, register)})
    if form.is_valid():
        typed = dict(form.cleaned_data)
        typed.pop("revision")
        register.add(internship, typed)
        say(request, _("Noté."))
        return redirect(_list_address(internship_id, name))
    return _page(request, form, internship, register, title=register.new)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, name: str, key: int) -> HttpResponse:
    """Change a line."""
    register = _register(name)
    row = _row(register, key)
    form = register.form(posted(request), initial=_values(row))
    if not form.is_valid():
        return _page(request, form, row.internship, register, title=register.old, row=row, name=name)
    typed = dict(form.cleaned_data)
    revision = typed.pop("revision")
    back = _list_address(row.internship_id, name)
    try:
        register.change(row, revision, typed)
    except StaleRevision as stale:
        kept = _values(stale.kept) if isinstance(stale.kept, Line) else {}
        return conflict(request, form=form, kept=kept, revision=stale.revision, back=back)
    say(request, _("Enregistré."))
    return redirect(back)


@require_POST
def remove(request: HttpRequest, name: str, key: int) -> HttpResponse:
    """Take a line away; the message offers to bring it back."""
    register = _register(name)
    row = _row(register, key)
    register.set_aside(row, timezone.now())
    say(request, _("Supprimé."), undo=reverse("internships:line-restore", args=[name, key]))
    return redirect(_list_address(row.internship_id, name))


@require_POST
def restore(request: HttpRequest, name: str, key: int) -> HttpResponse:
    """Bring a line back."""
    register = _register(name)
    row = _row(register, key, removed=True)
    register.set_aside(row, None)
    say(request, _("Ligne rétablie."))
    return redirect(_list_address(row.internship_id, name))


def _register(name: str) -> Register:
    register = REGISTERS.get(name)
    if register is None:
        raise Http404
    return register


def _row(register: Register, key: int, *, removed: bool = False) -> Line:
    rows = register.rows._default_manager.filter(pk=key, deleted_at__isnull=not removed)
    row = rows.select_related("internship__experience").first()
    if row is None or row.internship.deleted_at is not None:
        raise Http404
    return row


def _values(row: Line) -> dict[str, object]:
    values = {field.name: getattr(row, field.attname) for field in row._meta.concrete_fields}
    if isinstance(row, Project) and row.shown_to is not None:
        values["shown_to"] = row.shown_to.full_name
    return values


def _nature(request: HttpRequest, register: Register) -> str:
    """Return the nature a new line starts with; a project has one even when the address forgets it."""
    asked = request.GET.get("nature", "")
    if register.rows is Project:
        return asked if asked in ProjectKind.values else ProjectKind.INDISPENSABLE.value
    return asked


def _list_address(internship_id: int, name: str) -> str:
    return f"{reverse('internships:internship', args=[internship_id])}#h-{name}"


def _page(
    request: HttpRequest,
    form: RevisedForm,
    internship: Internship,
    register: Register,
    *,
    title: str | Promise,
    row: Line | None = None,
    name: str = "",
) -> HttpResponse:
    context = {
        "form": form,
        "internship": internship,
        "title": title,
        "lead": register.lead,
        "row": row,
        "name": name,
    }
    return render(request, register.template, context, status=422 if form.is_bound else 200)
