"""An internship with entries whose figures are confirmed, as Valeur reads them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from tests.internships.made import make_internship
from tremplin.journal.models import Entry
from tremplin.journal.operations import (
    ImpactKind,
    ImpactValues,
    Method,
    add_entry,
    add_feedback,
    find_or_add_skill,
    keep_impact,
)
from tremplin.network.operations import find_or_add_person
from tremplin.value import queries
from tremplin.value.domain.internship import Followed

TODAY = date(2026, 4, 3)
NOW = datetime(2026, 4, 3, 16, 0, tzinfo=UTC)


def make_followed(**changes: Any) -> Followed:
    """Save the internship of the example and return it as the room speaks of it."""
    found = queries.followed_at(make_internship(**changes).pk)
    assert found is not None
    return found


def write(
    internship: Followed,
    action: str,
    *,
    on: date = date(2026, 3, 31),
    skills: tuple[str, ...] = (),
    **more: Any,
) -> Entry:
    """Save a finished entry of an internship."""
    keys = [find_or_add_skill(name).pk for name in skills]
    return add_entry(
        action=action, on=on, at=NOW, experience_id=internship.experience_id, skills=keys, **more
    )


def figure(
    entry: Entry,
    kind: str,
    *,
    confirmed: bool = True,
    witness: str = "",
    method: str = "measured",
    **values: Any,
) -> int:
    """Keep a figure of an entry and return its key."""
    numbers = {name: Decimal(value) for name, value in values.items() if isinstance(value, int | float)}
    person = find_or_add_person(witness).pk if witness else None
    typed = ImpactValues(
        kind=ImpactKind(kind), method=Method(method), witness_id=person, **{**values, **numbers}
    )
    return keep_impact(entry, typed, at=NOW if confirmed else None).pk


def monday(internship: Followed) -> Entry:
    """The Monday report, from 270 to 50 minutes a week, with the words of Yann Le Goff."""
    entry = write(
        internship,
        "J’ai automatisé le point du lundi avec un tableau partagé.",
        skills=("Analyse de données",),
    )
    figure(
        entry, "before_after", before=270, after=50, unit="min", period="semaine",
        subject="préparation du point du lundi", witness="Yann Le Goff",
    )  # fmt: skip
    quote(entry, "Je récupère mon lundi matin.", "Yann Le Goff", role="chef d’atelier")
    return entry


def stock(internship: Followed) -> Entry:
    """The inventory, from 18 to 6 % of errors."""
    entry = write(
        internship,
        "J’ai mis en place un inventaire tournant.",
        on=date(2026, 3, 19),
        skills=("Gestion de stock",),
    )
    figure(entry, "before_after", before=18, after=6, unit="%", subject="écarts d’inventaire")
    return entry


def sheets(internship: Followed) -> Entry:
    """Four sheets, seen by Samia Kaddour."""
    entry = write(internship, "J’ai rédigé 4 fiches panne.", on=date(2026, 3, 5), skills=("Rédaction",))
    figure(entry, "quantity", quantity=4, unit="fiches", method="witnessed", witness="Samia Kaddour")
    return entry


def pain(internship: Followed) -> Entry:
    """A trouble that comes back."""
    return write(
        internship,
        "Chaque lundi, tout est ressaisi à la main avant d’ouvrir l’atelier.",
        on=date(2026, 2, 9),
        pain_point=True,
    )


def quote(entry: Entry, words: str, author: str, *, role: str = "", quotable: bool = True) -> None:
    """Keep words received about an entry."""
    add_feedback(
        words=words, entry=entry, author_name=author, author_role=role, given_on=entry.date, quotable=quotable
    )


def full(internship: Followed) -> tuple[Entry, ...]:
    """Save everything above."""
    return pain(internship), sheets(internship), stock(internship), monday(internship)
