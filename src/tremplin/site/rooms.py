"""The eight rooms in the order of the journey, and which of them can be entered today."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from tremplin.prospecting.queries.cadence import due_count


@dataclass(frozen=True)
class Room:
    """A room of the product; `url` stays empty until it is built, `waiting` counts what is due there."""

    key: str
    name: str | Promise
    slice: str
    entry: str
    letter: str
    url: str = ""
    is_current: bool = False
    waiting: int = 0


@dataclass(frozen=True)
class Phase:
    """A stretch of the journey and its rooms."""

    name: str | Promise
    rooms: tuple[Room, ...]


PHASES = (
    Phase("", (Room("cap", _("Cap"), "cap", "cap:home", "c"),)),
    Phase(
        _("Avant"),
        (
            Room("choisir", _("Choisir"), "decision", "decision:home", "o"),
            Room("trouver", _("Trouver"), "prospecting", "prospecting:home", "t"),
            Room("reseau", _("Réseau"), "network", "network:home", "r"),
            Room("droits", _("Droits"), "rights", "rights:agreements", "d"),
        ),
    ),
    Phase(
        _("Pendant"),
        (
            Room("journal", _("Journal"), "journal", "journal:home", "j"),
            Room("valeur", _("Valeur"), "value", "value:home", "v"),
        ),
    ),
    Phase(_("Après"), (Room("recits", _("Récits"), "stories", "stories:home", "e"),)),
)

SHOWN_UNDER = {"internships": "cap"}


def navigation(request: HttpRequest) -> dict[str, object]:
    """Give every page the rooms: links to those that exist, names of those to come."""
    match = request.resolver_match
    current = SHOWN_UNDER.get(match.app_name, match.app_name) if match else ""
    waiting = {"trouver": due_count(localdate())}
    phases = [
        replace(phase, rooms=tuple(_as_seen(room, current, waiting) for room in phase.rooms))
        for phase in PHASES
    ]
    by_key = {room.key: room for phase in phases for room in phase.rooms}
    return {"phases": phases, "rooms": by_key, "example_day": settings.EXAMPLE_DAY}


def _as_seen(room: Room, current: str, waiting: Mapping[str, int]) -> Room:
    is_current = room.slice == current
    return replace(room, url=_address(room.entry), is_current=is_current, waiting=waiting.get(room.key, 0))


@cache
def _address(entry: str) -> str:
    try:
        return reverse(entry)
    except NoReverseMatch:
        return ""
