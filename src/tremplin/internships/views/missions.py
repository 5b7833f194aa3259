"""Missions and the career asset each leaves."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tremplin.internships import queries
from tremplin.internships.forms import AssetForm, MissionForm
from tremplin.internships.models import Internship
from tremplin.internships.operations.aims import add_mission, change_mission, drop_mission, say_what_stays
from tremplin.internships.queries import MissionLine
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
    internship, line = _found(internship_id, mission_id)
    form = AssetForm(posted(request), initial=_left_by(line))
    if not form.is_valid():
        return _page(request, internship, line, form, _wording(line))
    try:
        say_what_stays(mission_id, **form.cleaned_data)
    except StaleRevision as stale:
        back = _list_address(internship_id)
        return conflict(request, form=form, kept=stale.values, revision=stale.revision, back=back)
    say(request, _("Noté."))
    return redirect(_list_address(internship_id))


@require_POST
def change(request: HttpRequest, internship_id: int, mission_id: int) -> HttpResponse:
    """Word a mission anew."""
    internship, line = _found(internship_id, mission_id)
    form = MissionForm(request.POST)
    if not form.is_valid():
        return _page(request, internship, line, AssetForm(initial=_left_by(line)), form)
    change_mission(mission_id, **form.cleaned_data)
    say(request, _("Enregistré."))
    return redirect(_list_address(internship_id))


@require_POST
def remove(request: HttpRequest, internship_id: int, mission_id: int) -> HttpResponse:
    """Take away a mission without entries; the message offers to bring it back as it was."""
    line = _found(internship_id, mission_id)[1]
    if line.entries:
        raise Http404
    drop_mission(mission_id)
    said = {"title": line.title, "asset": line.asset, "reason_why_not": line.reason_why_not}
    again = urlencode(said | ({"agreed": "on"} if line.agreed else {}))
    say(
        request,
        _("Supprimé."),
        undo=f"{reverse('internships:mission-restore', args=[internship_id])}?{again}",
    )
    return redirect(_list_address(internship_id))


@require_POST
def restore(request: HttpRequest, internship_id: int) -> HttpResponse:
    """Bring back a mission just taken away, with what it left."""
    form, left = MissionForm(request.GET), AssetForm({**request.GET.dict(), "revision": "0"})
    if not form.is_valid() or not left.is_valid():
        raise Http404
    mission_id = add_mission(internship_at(internship_id), **form.cleaned_data)
    say_what_stays(mission_id, **left.cleaned_data)
    say(request, _("Mission rétablie."))
    return redirect(_list_address(internship_id))


def _found(internship_id: int, mission_id: int) -> tuple[Internship, MissionLine]:
    internship = internship_at(internship_id)
    line = next((one for one in queries.mission_lines(internship) if one.id == mission_id), None)
    if line is None:
        raise Http404
    return internship, line


def _left_by(line: MissionLine) -> dict[str, object]:
    return {"asset": line.asset, "reason_why_not": line.reason_why_not, "revision": line.revision}


def _wording(line: MissionLine) -> MissionForm:
    return MissionForm(initial={"title": line.title, "agreed": line.agreed})


def _page(
    request: HttpRequest, internship: Internship, line: MissionLine, form: AssetForm, wording: MissionForm
) -> HttpResponse:
    context = {"internship": internship, "line": line, "form": form, "wording": wording}
    refused = form.is_bound or wording.is_bound
    return render(request, "internships/mission.html", context, status=422 if refused else 200)


def _list_address(internship_id: int) -> str:
    return f"{reverse('internships:internship', args=[internship_id])}#h-missions"
