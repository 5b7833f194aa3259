"""The map, who can introduce me there, and the same map as a file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tremplin.accounts.queries import current_student
from tremplin.documents.network_map import NetworkMap
from tremplin.documents.pdf import to_pdf
from tremplin.law.words import in_letters
from tremplin.network import queries
from tremplin.network.domain.circles import circles
from tremplin.network.domain.dormant import Week, dormant_ties, monday_of, this_week
from tremplin.network.domain.drawing import description, map_svg, routes_svg, says
from tremplin.network.domain.expertise import domains
from tremplin.network.domain.graph import Network, reachable_places
from tremplin.network.domain.hubs import Hub, hubs
from tremplin.network.domain.layout import (
    Focus,
    Level,
    Marks,
    Node,
    Outline,
    level_name,
    outline,
    place,
    value_of,
)
from tremplin.network.domain.organizations import core_name
from tremplin.network.domain.paths import Path
from tremplin.network.exporting.formats import FORMATS
from tremplin.network.queries.introductions import Answer
from tremplin.network.views.looking import (
    ADDRESSES,
    bubble_address,
    focus_from,
    focused,
    person_address,
)

HUBS_MARKED = 6
HUBS_SHOWN = 3
PROPOSED = 200
LONGEST_KEY = 12


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list that says what the map shows."""

    says: str
    address: str
    role: str = ""
    behind: tuple["Line", ...] = ()


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter of the map."""

    label: str
    address: str
    is_current: bool


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the map, and the path to whatever is looked for."""
    everyone, today = queries.network(), timezone.localdate()
    if not everyone.people:
        return render(request, "network/empty.html", {"circles": circles().values()})
    focus = focus_from(request.GET, everyone)
    search = _search(everyone, request.GET, today)
    best = hubs(everyone)
    drawn = outline(
        everyone, focus=focus, marks=_marks(everyone, best, search.paths if search else (), today)
    )
    context = {
        **_standing(everyone, today),
        "words": request.GET.get("chez", "").strip(),
        "search": search,
        "title": search.title if search else _title(everyone),
        "routes": _routes(search),
        "picture": _safe(map_svg(drawn, ADDRESSES, title=_("Carte de votre réseau"))),
        "drawn": drawn,
        "branches": [
            (branch.label, branch.people, _lines(everyone, branch.nodes)) for branch in drawn.branches
        ],
        "circle_chips": _chips(everyone, focus, "circle", focus.circle, circles()),
        "domain_chips": _chips(everyone, focus, "domain", focus.domain, (*domains(), "unknown")),
        "focus": focus,
        "whole": focused("network:home", Focus(), anchor="#carte"),
        "list": focused("network:people", focus),
        "svg": focused("network:map-svg", focus),
        "pdf": focused("network:map-pdf", focus),
        "formats": FORMATS.items(),
        "hubs": best[:HUBS_SHOWN],
        "places": sorted({core_name(one.name): one.name for one in everyone.organizations}.values())[
            :PROPOSED
        ],
    }
    return render(request, "network/home.html", context)


@require_safe
def picture(request: HttpRequest) -> HttpResponse:
    """Give the map as a file that stands alone."""
    drawn = _drawn(queries.network(), request)
    headers = {"Content-Disposition": 'attachment; filename="reseau.svg"'}
    return HttpResponse(
        map_svg(drawn, None, title=_("Carte de votre réseau")), content_type="image/svg+xml", headers=headers
    )


@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """Give the map on one page to print."""
    everyone = queries.network()
    drawn = _drawn(everyone, request)
    size = place(drawn)
    paper = NetworkMap(
        title=_title(everyone),
        picture=map_svg(drawn, None, title=_("Carte de votre réseau")),
        described=description(drawn),
        wide=size.width > size.height,
        author=current_student().full_name,
        produced_on=timezone.localdate(),
    )
    headers = {"Content-Disposition": 'attachment; filename="reseau.pdf"'}
    return HttpResponse(to_pdf(paper), content_type="application/pdf", headers=headers)


def _drawn(everyone: Network, request: HttpRequest) -> Outline:
    marks = _marks(everyone, hubs(everyone), (), timezone.localdate())
    return outline(everyone, focus=focus_from(request.GET, everyone), marks=marks)


def _search(everyone: Network, asked: Mapping[str, str], today: date) -> Answer | None:
    """Answer « qui peut m’introduire chez »; None when nothing is asked."""
    words, told = asked.get("chez", ""), asked.get("personne", "")
    if not words.strip():
        return None
    sender = current_student().full_name
    key = int(told) if told.isdecimal() and len(told) <= LONGEST_KEY else None
    return queries.who_can_introduce(words, today=today, sender=sender, people=everyone, person_id=key)


def _marks(everyone: Network, best: tuple[Hub, ...], paths: tuple[Path, ...], today: date) -> Marks:
    return Marks(
        hubs=frozenset(hub.person.key for hub in best[:HUBS_MARKED]),
        asleep=frozenset(tie.person.key for tie in dormant_ties(everyone.people, today=today)),
        path=paths[0].keys if paths else (),
    )


def _standing(everyone: Network, today: date) -> dict[str, Any]:
    """Give the counts of the margin, the companies within reach, the three to wake."""
    near = sum(one.known for one in everyone.people)
    week: Week = this_week(everyone.people, today=today, written=queries.written_since(monday_of(today)))
    return {
        "near": near,
        "beyond": len(everyone.people) - near,
        "at_two": reachable_places(everyone, handshakes=2),
        "at_three": reachable_places(everyone, handshakes=3),
        "week": week,
    }


def _title(everyone: Network) -> str:
    people = in_letters(len(everyone.people), "personne").capitalize()
    near = len(reachable_places(everyone, handshakes=2))
    if near:
        return f"{people}, {in_letters(near, 'entreprise')} à deux poignées de main"
    found = len({one.domain for one in everyone.people if one.domain})
    return f"{people}, {in_letters(found, 'domaine', is_masculine=True)}" if found else people


def _lines(everyone: Network, nodes: tuple[Node, ...]) -> tuple[Line, ...]:
    return tuple(
        Line(
            says(node),
            person_address(node.member.key) if node.member else bubble_address(node),
            everyone.says(node.member) if node.member and node.label == node.member.name else "",
            _lines(everyone, node.behind),
        )
        for node in nodes
    )


def _chips(
    everyone: Network, focus: Focus, level: Level, chosen: str, order: Iterable[str]
) -> tuple[Chip, ...]:
    """Give a filter per circle or domain someone belongs to; the one chosen takes itself back."""
    held = {value_of(everyone, one, level) for one in everyone.people}
    return tuple(
        Chip(
            level_name(everyone, level, value),
            focused("network:home", focus.narrowed(level, "" if value == chosen else value), anchor="#carte"),
            value == chosen,
        )
        for value in order
        if value in held
    )


def _routes(search: Answer | None) -> SafeString | str:
    return _safe(routes_svg(search.target, search.paths, person_address)) if search and search.ways else ""


def _safe(svg: str) -> SafeString:
    return mark_safe(svg)  # noqa: S308 every text in it was escaped where it was drawn
