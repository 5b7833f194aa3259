"""Home and search, through the browser."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tremplin.accounts.queries import current_student
from tremplin.cap.addresses import address
from tremplin.cap.commands import available, matching
from tremplin.cap.domain.agreement import AgreementSummary, what_is_left
from tremplin.cap.domain.gesture import next_gesture
from tremplin.cap.domain.journey import Journey, journey
from tremplin.cap.domain.rooms import missions_to_say, slipping, tasks
from tremplin.cap.domain.search import Search, search_tasks
from tremplin.cap.domain.standing import standing
from tremplin.cap.domain.week import minutes, this_week
from tremplin.cap.everywhere import everywhere
from tremplin.cap.following import Following, begun_tasks, coming, following
from tremplin.cap.operations import catch_up, let_go
from tremplin.cap.queries import current_agreement, doors
from tremplin.cap.searching import searching
from tremplin.cap.telling import interview_tasks, telling_tasks
from tremplin.kit.messages import say

MOST_SLIPS = 4
LONGEST_QUERY = 200
ANSWERS = ("reponse-1", "reponse-2", "reponse-3")


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Where I stand and the next move; the three doors on a first visit."""
    student, today = current_student(), localdate()
    if not student.phase:
        return redirect("accounts:welcome")
    followed = following(on=today)
    agreement = current_agreement(of_version=followed.agreement_version_id if followed else None)
    open_doors = doors(on=today, followed=followed is not None)
    path = followed.path if followed else _from_agreement(agreement, today)
    project = followed.project if followed else None
    search = searching(on=today)
    gesture = next_gesture(
        agreement, open_doors, phase=student.phase, project=project, path=path, search=search
    )
    title, lead = standing(
        agreement,
        path,
        phase=student.phase,
        place=followed.place if followed else "",
        noun=followed.noun if followed else "stage",
    )
    context = {
        "today": today,
        "title": title,
        "lead": lead,
        "path": path,
        "agreement": agreement,
        "left": what_is_left(agreement) if agreement else (),
        "doors": open_doors,
        "gesture": gesture,
        "coming": coming(after=today, but=followed.internship_id if followed else None),
        "is_searching": student.phase == "searching",
        **_week(followed, agreement, search, gesture.url if gesture else "", phase=student.phase),
    }
    return render(request, "cap/home.html", context)


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Show the mark on answers that bear no link to it: files, plain refusals."""
    return redirect(static("kit/mark.svg"))


@require_POST
def catch_up_a_week(request: HttpRequest, internship_id: int, monday: str) -> HttpResponse:
    """Write a missed week from three one-line answers."""
    answers = [request.POST.get(name, "") for name in ANSWERS]
    written = catch_up(internship_id, monday=_monday(monday), answers=answers, at=now())
    say(request, _("Semaine reprise.") if written else _("Rien à noter pour cette semaine."))
    return redirect("cap:home")


@require_POST
def let_a_week_go(request: HttpRequest, internship_id: int, monday: str) -> HttpResponse:
    """Stop offering a week: it was free."""
    period = let_go(internship_id, monday=_monday(monday))
    undo = address("internships:drop-period", period) if period else ""
    say(request, _("Semaine libre. Elle ne compte pas."), undo=undo)
    return redirect("cap:home")


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Every place and act by a word of its name, and what each room holds of the words typed."""
    query, room = request.GET.get("q", "").strip()[:LONGEST_QUERY], request.GET.get("dans", "")
    shelves = everywhere(query, on=localdate()) if query else ()
    alone = tuple(shelf for shelf in shelves if shelf.key == room)
    found = () if alone else matching(query, available())
    context = {
        "query": query,
        "room": room,
        "found": found,
        "shelves": alone or shelves,
        "count": len(found) + sum(len(shelf.hits) for shelf in alone or shelves),
        "is_cut": any(shelf.is_cut for shelf in alone or shelves),
    }
    return render(request, "cap/search.html", context)


def _week(
    followed: Following | None,
    agreement: AgreementSummary | None,
    search: Search,
    gesture_url: str,
    *,
    phase: str,
) -> dict[str, object]:
    """Return what this week holds beside the next move."""
    stories = (*interview_tasks(on=localdate()), *telling_tasks())
    if followed is None:
        begun = begun_tasks() if phase == "started" else ()
        beside = (*begun, *search_tasks(search), *stories)
        waiting = this_week(task for task in beside if task.url != gesture_url)
        return {"tasks": waiting, "minutes": minutes(waiting)}
    project, path = followed.project, followed.path
    proposed = [*tasks(project, path, agreement=agreement), *search_tasks(search), *stories]
    chosen = this_week(task for task in proposed if task.url != gesture_url)
    shown = {gesture_url, *(task.url for task in chosen)}
    slips = [place for place in slipping(project, path) if place.url not in shown]
    return {
        "followed": followed,
        "tasks": chosen,
        "minutes": minutes(chosen),
        "unsaid": [place for place in missions_to_say(project, path) if place.url not in shown],
        "slipping": slips[:MOST_SLIPS],
        "more_slips": len(slips[MOST_SLIPS:]),
    }


def _from_agreement(agreement: AgreementSummary | None, today: date) -> Journey | None:
    """Lay out an internship that is only known by its agreement."""
    if not agreement or not agreement.starts_on or not agreement.ends_on:
        return None
    if agreement.starts_on > agreement.ends_on:
        return None
    return journey(starts_on=agreement.starts_on, ends_on=agreement.ends_on, on=today)


def _monday(written: str) -> date:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        raise Http404 from None
    if day.weekday() != 0:
        raise Http404
    return day
