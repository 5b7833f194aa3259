"""The room's first page: the stories by strength, and the doors of the room."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from tremplin.stories.domain.activities import activity
from tremplin.stories.domain.pieces import Piece, pieces
from tremplin.stories.domain.titles import home_title
from tremplin.stories.queries import stories as queries
from tremplin.stories.queries.stories import Told

AT_WORK = frozenset({"internship", "apprenticeship", "job"})
EXAMPLES = ("tresorerie", "moderation", "tournoi")


@dataclass(frozen=True, slots=True)
class Door:
    """A place of the room; `url` is empty until it is built."""

    name: str | Promise
    says: str | Promise
    page: str
    icon: str
    url: str = ""


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
    found = queries.stories()
    lines = [_line(one) for one in found]
    context = {
        "title": home_title(told=len(found), proved=sum(one.is_proved for one in found)),
        "stories": found,
        "next": next((one for one in found if one.missing), None),
        "at_work": [one for one in lines if one.story.experience_kind in AT_WORK],
        "outside": [one for one in lines if one.story.experience_kind not in AT_WORK],
        "examples": [one for key in EXAMPLES if (one := activity(key))],
        "doors": [door for door in map(_opened, DOORS) if door.url],
    }
    return render(request, "stories/home.html", context)


def _line(told: Told) -> Line:
    figures = {note.entry: note.figures for note in told.notes}
    return Line(told, pieces(told.outputs.line.text or told.car.context, figures))


def _opened(door: Door) -> Door:
    try:
        return Door(door.name, door.says, door.page, door.icon, reverse(door.page))
    except NoReverseMatch:
        return door
