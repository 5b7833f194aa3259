"""The room's first page: the stories by strength, and the doors of the room."""

from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from tremplin.law.words import counted
from tremplin.stories.domain.activities import activity
from tremplin.stories.domain.pieces import Piece, pieces
from tremplin.stories.domain.titles import home_title
from tremplin.stories.queries import stories as queries
from tremplin.stories.queries.cv_rows import cvs
from tremplin.stories.queries.interview import standing
from tremplin.stories.queries.resilience import tellings
from tremplin.stories.queries.stories import Told

AT_WORK = frozenset({"internship", "apprenticeship", "job"})
EXAMPLES = ("tresorerie", "moderation", "tournoi")


@dataclass(frozen=True, slots=True)
class Door:
    """A place of the room, and what waits there in words."""

    name: str | Promise
    says: str | Promise
    page: str
    icon: str
    url: str = ""
    waiting: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A story as the list shows it: its line cut at its numbers."""

    story: Told
    pieces: tuple[Piece, ...]


DOORS = (
    Door(_("Mon CV"), _("Une page, chaque ligne avec sa source."), "stories:cv", "file"),
    Door(_("L’entretien"), _("Les questions, vos récits, un minuteur."), "stories:interview", "clock"),
    Door(
        _("Mon stage se passe mal"),
        _("Ce que dit la loi, qui appeler, quoi garder."),
        "stories:hardship",
        "alert",
    ),
    Door(
        _("Un stage décevant à raconter"),
        _("Sans le cacher et sans se plaindre."),
        "stories:resilience",
        "recits",
    ),
)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the stories and the doors of the room."""
    found, turned = queries.stories(), tellings()
    lines = [_line(one) for one in found]
    ready = sum(one.is_proved for one in found) + sum(telling.can_leave for _row, telling in turned)
    told = len(found) + len(turned)
    context = {
        "title": home_title(told=told, proved=ready),
        "told": told,
        "next": next((one for one in found if one.missing), None),
        "turned": turned,
        "at_work": [one for one in lines if one.story.experience_kind in AT_WORK],
        "outside": [one for one in lines if one.story.experience_kind not in AT_WORK],
        "examples": [one for key in EXAMPLES if (one := activity(key))],
        "doors": _doors(),
    }
    return render(request, "stories/home.html", context)


def _line(told: Told) -> Line:
    figures = {note.entry: note.figures for note in told.notes}
    return Line(told, pieces(told.outputs.line.text or told.car.context, figures))


def _doors() -> list[Door]:
    """Return the places of the room, with what waits there."""
    versions, due = len(cvs()), len(standing(now=localtime()).due)
    waiting = {
        "stories:cv": counted(versions, "version") if versions else "",
        "stories:interview": counted(due, "question à revoir", "questions à revoir") if due else "",
    }
    return [replace(door, url=reverse(door.page), waiting=waiting.get(door.page, "")) for door in DOORS]
