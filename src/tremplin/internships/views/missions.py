"""Missions and the career asset each leaves."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tremplin.internships import queries
from tremplin.internships.forms import AssetForm, MissionForm
from tremplin.internships.operations.aims import add_mission, say_what_stays
from tremplin.internships.views.finding import internship_at, posted
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, internship_id: int) -> HttpResponse:
    """Add a mission."""
    internship = internship_at(internship_id)
    form = MissionForm(posted(request))
    if form.is_valid():
        add_mission(internship, **form.cleaned_data)
        say(request, _("Mission ajoutée."))
        return redirect(_list_address(internship_id))
    context = {
        "form": form,
        "internship": internship,
        "title": _("Ajouter une mission"),
        "lead": _("Celle que la convention ne dit pas, ou qui est venue ensuite."),
    }
    return render(request, "internships/line.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def asset(request: HttpRequest, internship_id: int, mission_id: int) -> HttpResponse:
    """Say what a mission leaves, or why nothing."""
    internship = internship_at(internship_id)
    line = next((one for one in queries.mission_lines(internship) if one.id == mission_id), None)
    if line is None:
        raise Http404
    kept = {"asset": line.asset, "reason_why_not": line.reason_why_not}
    form = AssetForm(posted(request), initial={**kept, "revision": line.revision})
    if form.is_valid():
        try:
            say_what_stays(mission_id, **form.cleaned_data)
        except StaleRevision as stale:
            back = _list_address(internship_id)
            return conflict(request, form=form, kept=stale.values, revision=stale.revision, back=back)
        say(request, _("Noté."))
        return redirect(_list_address(internship_id))
    context = {
        "form": form,
        "internship": internship,
        "title": line.title,
        "lead": _("Chaque mission laisse un actif de carrière, ou une raison de ne rien en garder."),
    }
    return render(request, "internships/line.html", context, status=422 if form.is_bound else 200)


def _list_address(internship_id: int) -> str:
    return f"{reverse('internships:internship', args=[internship_id])}#h-missions"
