"""What the student lives and writes about, and where time goes."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tremplin.journal import queries
from tremplin.journal.domain.messages import Message, Spent, outside_missions
from tremplin.journal.forms import ExperienceForm
from tremplin.journal.models import Experience, ExperienceKind
from tremplin.journal.operations import add_experience, change_experience
from tremplin.journal.surroundings import surroundings
from tremplin.journal.views.finding import posted, today
from tremplin.kit.messages import say

RECENT = timedelta(weeks=4)
WORTH_SAYING = 25
TASKS_NAMED = 6


@require_http_methods(["GET", "HEAD", "POST"])
def experiences(request: HttpRequest) -> HttpResponse:
    """List what entries may belong to; a post adds one."""
    form = ExperienceForm(posted(request), initial={"kind": ExperienceKind.ASSOCIATION})
    if form.is_valid():
        typed = form.cleaned_data
        add_experience(**{**typed, "kind": ExperienceKind(typed["kind"])})
        say(request, _("Ajouté. Vos entrées peuvent s’y rattacher."))
        return redirect("journal:experiences")
    context = {"form": form, "experiences": queries.experiences(), "is_new": True}
    return render(request, "journal/experiences.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, experience_id: int) -> HttpResponse:
    """Change the name or the dates of an experience."""
    experience = _experience_at(experience_id)
    initial = {name: getattr(experience, name) for name in ("kind", "title", "starts_on", "ends_on")}
    form = ExperienceForm(posted(request), initial=initial)
    if form.is_valid():
        change_experience(experience, **form.cleaned_data)
        say(request, _("Enregistré."))
        return redirect("journal:experiences")
    context = {"form": form, "experience": experience}
    return render(request, "journal/experiences.html", context, status=422 if form.is_bound else 200)


@require_safe
def time(request: HttpRequest, experience_id: int) -> HttpResponse:
    """Show how time splits between the agreed missions and the rest, with a message when it drifts."""
    experience = _experience_at(experience_id)
    share = queries.time_share(experience)
    recent = queries.time_share(experience, since=today() - RECENT)
    outside = [one for one in _entries(experience) if one.mission and not one.mission.agreed]
    context = {
        "experience": experience,
        "share": share,
        "recent": recent,
        "is_growing": _is_growing(share, recent),
        "missions": _by_mission(experience),
        "outside": outside[:TASKS_NAMED],
        "message": _message(experience, share, outside),
    }
    return render(request, "journal/time.html", context)


def _experience_at(experience_id: int) -> Experience:
    found = queries.experiences().filter(pk=experience_id).first()
    if found is None:
        raise Http404
    return found


def _entries(experience: Experience) -> Any:
    return queries.entries(queries.Filters(experience=experience.pk))


def _is_growing(share: queries.TimeShare, recent: queries.TimeShare) -> bool:
    """Say whether time outside missions is large, or larger these weeks than over the whole."""
    whole, lately = share.outside_percent or 0, recent.outside_percent or 0
    return max(whole, lately) >= WORTH_SAYING or lately > whole + 10


def _by_mission(experience: Experience) -> list[dict[str, Any]]:
    counts: dict[int | None, int] = {}
    for one in _entries(experience):
        counts[one.mission_id] = counts.get(one.mission_id, 0) + 1
    lines = [
        {"title": mission.title, "agreed": mission.agreed, "count": counts.get(mission.pk, 0)}
        for mission in queries.missions(experience)
    ]
    return lines


def _message(experience: Experience, share: queries.TimeShare, outside: list[Any]) -> Message:
    return outside_missions(
        spent=Spent(share.agreed, share.outside, share.in_minutes),
        since=experience.starts_on,
        tasks=[one.action for one in outside[:TASKS_NAMED]],
        missions=[mission.title for mission in queries.missions(experience) if mission.agreed],
        referent=surroundings().referent(experience.pk),
    )
