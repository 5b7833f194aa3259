"""Skills: which are proved, which are aimed for, which are the same."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tremplin.journal import queries
from tremplin.journal.domain.frameworks import read_framework
from tremplin.journal.domain.sheets import UnreadableTable
from tremplin.journal.forms import FrameworkForm, MergeForm, TargetForm
from tremplin.journal.models import Skill, SkillSource
from tremplin.journal.operations import CannotMerge, aim_for, find_or_add_skill, import_framework, merge
from tremplin.journal.views.finding import posted
from tremplin.kit.messages import say
from tremplin.law.words import counted

MOST_MERGED = 300


@require_http_methods(["GET", "HEAD", "POST"])
def skills(request: HttpRequest) -> HttpResponse:
    """Show what proves each skill; a post aims for one more."""
    form = TargetForm(posted(request))
    if not form.is_valid():
        return _page(request, target=form)
    skill = find_or_add_skill(form.cleaned_data["name"])
    aim_for(skill, target=True)
    say(request, _("%(name)s est visée.") % {"name": skill.name})
    return redirect("journal:skills")


@require_POST
def aim(request: HttpRequest, skill_id: int) -> HttpResponse:
    """Aim for a skill, or no longer."""
    skill = Skill.objects.filter(pk=skill_id).first()
    if skill is None:
        raise Http404
    aim_for(skill, target=not skill.target)
    back = reverse("journal:aim", args=[skill_id])
    said = _("%(name)s n’est plus visée.") if skill.target else _("%(name)s est visée.")
    say(request, said % {"name": skill.name}, undo=back)
    return redirect("journal:skills")


@require_POST
def merge_two(request: HttpRequest) -> HttpResponse:
    """Make two skills one."""
    form = MergeForm(request.POST, skills=_mergeable())
    if not form.is_valid():
        return _page(request, merging=form)
    gone, into = form.cleaned_data["gone"], form.cleaned_data["into"]
    try:
        step = merge(gone, into=into, at=timezone.now())
    except CannotMerge as refusal:
        form.add_error(None, str(refusal))
        return _page(request, merging=form)
    said = _("%(gone)s est devenue %(into)s.") % {"gone": gone.name, "into": into.name}
    say(request, said, undo=reverse("journal:undo", args=[step.pk]))
    return redirect("journal:skills")


@require_POST
def bring(request: HttpRequest) -> HttpResponse:
    """Import ROME 4.0, ESCO, or a school's list."""
    form = FrameworkForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, framework=form)
    sent = form.cleaned_data["framework"]
    try:
        framework = read_framework(sent.read(), name=sent.name)
    except UnreadableTable as refusal:
        form.add_error("framework", str(refusal))
        return _page(request, framework=form)
    added = import_framework(framework)
    source = SkillSource(framework.source).label
    said = counted(added, "compétence ajoutée", "compétences ajoutées")
    parts = [f"{said} ({source}).", *framework.notes[:3]]
    say(request, " ".join(parts))
    return redirect("journal:skills")


def _page(
    request: HttpRequest,
    *,
    target: TargetForm | None = None,
    merging: MergeForm | None = None,
    framework: FrameworkForm | None = None,
) -> HttpResponse:
    coverage = queries.coverage(targets=False)
    context: dict[str, Any] = {
        "aimed": [line for line in coverage if line.skill.target],
        "shown": [line for line in coverage if not line.skill.target],
        "unproved": sum(not line.proved for line in coverage if line.skill.target),
        "target": target or TargetForm(),
        "merging": merging or MergeForm(skills=_mergeable()),
        "framework": framework or FrameworkForm(),
        "suggestions": queries.suggestions(limit=60),
    }
    refused = any(form is not None and form.is_bound for form in (target, merging, framework))
    return render(request, "journal/skills.html", context, status=422 if refused else 200)


def _mergeable() -> Any:
    """Return the skills in use: those of a large list that no entry shows are not offered."""
    used = [line.skill.pk for line in queries.coverage(targets=False)][:MOST_MERGED]
    own = Skill.objects.filter(merged_into=None, source=SkillSource.OWN)
    return Skill.objects.filter(pk__in=[*used, *own.values_list("pk", flat=True)[:MOST_MERGED]])
