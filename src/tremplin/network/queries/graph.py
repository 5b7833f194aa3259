"""The whole network read at once: a few queries, whatever the number of people."""

from datetime import date
from typing import Final

from django.db.models import F

from tremplin.network.domain.dormant import dormant_ties
from tremplin.network.domain.expertise import expertise
from tremplin.network.domain.graph import Held, Link, Member, Network
from tremplin.network.domain.graph import Organization as Place
from tremplin.network.models import (
    Organization,
    Person,
    Role,
    Tie,
    TieKind,
)
from tremplin.network.queries.exchanges import first_exchanges, last_exchanges
from tremplin.network.queries.known import TO_ME, known_people

UNTOLD: Final[tuple[str, date | None, int | None]] = ("", None, None)


def network() -> Network:
    """Return everyone, where they are, and who knows whom.

    Returns:
        People by name; organizations where one of them is or was; known ties between two people.
    """
    roles = _roles()
    places = _places()
    told = _told()
    last = last_exchanges()
    known = known_people(exchanged=last)
    rows = Person.objects.values_list(
        "pk",
        "full_name",
        "folded_name",
        "circle",
        "closeness",
        "expertise",
        "is_connector",
        "connected_on",
        "note",
    )
    members = []
    for pk, name, plain, circle, closeness, corrected, connector, connected_on, note in rows:
        how, since, tie_closeness = told.get(pk, UNTOLD)
        held = roles.get(pk, ())
        now = next((role for role in held if role.title and role.is_present), held[0] if held else None)
        title, place = (now.title, places[now.organization].name) if now else (note, "")
        found = expertise(title=title, organization=place, corrected=corrected)
        exchanged = last.get(pk)
        members.append(
            Member(
                pk,
                name,
                known=pk in known,
                circle=circle,
                closeness=closeness or tie_closeness,
                how=how,
                last_on=exchanged,
                since=connected_on or since,
                domain=found.domain,
                domain_word=found.says,
                very_connected=connector,
                roles=held,
                plain=plain,
            )
        )
    return Network(tuple(members), tuple(places.values()), _links())


def written_since(day: date) -> int:
    """Return how many sleeping ties were woken from a day on, each once.

    Args:
        day: the first day, included.

    Returns:
        People whose tie slept before that day's exchange, 0 or more; an invitation alone is no exchange.
    """
    woken_on, before, told = first_exchanges(since=day), last_exchanges(before=day), _told()
    rows = Person.objects.filter(pk__in=woken_on).values_list("pk", "circle", "closeness", "connected_on")
    people = (
        Member(
            pk, "", circle=own, closeness=close, last_on=before.get(pk), since=met or told.get(pk, UNTOLD)[1]
        )
        for pk, own, close, met in rows
    )
    return sum(bool(dormant_ties([one], today=woken_on[one.key])) for one in people)


def _roles() -> dict[int, tuple[Held, ...]]:
    rows = Role.objects.order_by(F("until").desc(nulls_first=True), "-pk").values_list(
        "person_id", "organization_id", "title", "since", "until"
    )
    found: dict[int, list[Held]] = {}
    for person, organization, title, since, until in rows:
        found.setdefault(person, []).append(Held(organization, title, since, until))
    return {person: tuple(held) for person, held in found.items()}


def _places() -> dict[int, Place]:
    rows = Organization.objects.values_list("pk", "name", "kind", "folded_name")
    return {pk: Place(pk, name, kind, plain) for pk, name, kind, plain in rows}


def _told() -> dict[int, tuple[str, date | None, int | None]]:
    """Give how the student knows each person, since when and how well."""
    kinds = dict(TieKind.choices)
    found: dict[int, tuple[str, date | None, int | None]] = {}
    for person, kind, label, since, closeness in Tie.objects.filter(TO_ME).values_list(
        "person_id", "kind", "label", "since", "closeness"
    ):
        plain = "" if kind in (TieKind.OTHER, TieKind.CONTACT) else str(kinds[kind])
        known = found.get(person, UNTOLD)
        found[person] = (label or plain or known[0], since or known[1], closeness or known[2])
    return found


def _links() -> tuple[Link, ...]:
    kinds = dict(TieKind.choices)
    ties = [
        Link(one, other, label or (str(kinds[kind]) if kind != TieKind.KNOWS else ""), closeness)
        for one, other, kind, label, closeness in Tie.objects.exclude(other=None).values_list(
            "person_id", "other_id", "kind", "label", "closeness"
        )
    ]
    introduced = Person.objects.exclude(introduced_by=None).values_list("introduced_by_id", "pk")
    return (*ties, *(Link(one, other, "vous a présentés") for one, other in introduced))
