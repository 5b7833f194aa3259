"""What the address of a page says to look at, and the address of what is looked at."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.urls import reverse

from tremplin.network.domain.circles import circles
from tremplin.network.domain.drawing import Addresses
from tremplin.network.domain.expertise import domains
from tremplin.network.domain.graph import Network
from tremplin.network.domain.layout import Branch, Focus, Node


def focus_from(query: Mapping[str, str], network: Network) -> Focus:
    """Return the focus an address asks for; what names nothing known is left out."""
    circle, domain = query.get("cercle", ""), query.get("domaine", "")
    place = query.get("organisation", "")
    known = place.isdecimal() and (int(place) in network.places or int(place) == 0)
    return Focus(
        circle=circle if circle in circles() else "",
        domain=domain if domain in (*domains(), "unknown") else "",
        organization=int(place) if known else None,
    )


def focused(name: str, focus: Focus, *, anchor: str = "") -> str:
    """Return the address of a page that shows a focus."""
    chosen = {"cercle": focus.circle, "domaine": focus.domain, "organisation": focus.organization}
    query = urlencode({key: value for key, value in chosen.items() if value not in ("", None)})
    return f"{reverse(name)}{f'?{query}' if query else ''}{anchor}"


def person_address(key: int) -> str:
    """Return the page of a person."""
    return reverse("network:person", args=[key])


def bubble_address(node: Node) -> str:
    """Return what a bubble opens: a narrower map, or the list when no map is narrower."""
    focus = node.focus or Focus()
    return (
        focused("network:people", focus)
        if node.opens_list
        else focused("network:home", focus, anchor="#carte")
    )


def branch_address(branch: Branch) -> str:
    """Return the map of one branch alone."""
    return focused("network:home", branch.focus or Focus(), anchor="#carte")


ADDRESSES = Addresses(person=person_address, bubble=bubble_address, branch=branch_address)
