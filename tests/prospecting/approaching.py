"""Builders of targets with people and messages, for the tests of approaches."""

from datetime import date
from typing import Any

from tremplin.prospecting.domain.person_lines import PersonLine, read_line
from tremplin.prospecting.models import Approach, Contact, Signal, SignalKind, Target
from tremplin.prospecting.operations.approaches import mark_sent, start_approach
from tremplin.prospecting.operations.contacts import add_contact
from tremplin.prospecting.operations.targets import save_target

MONDAY = date(2026, 3, 2)
QUOTE = "38 avis sur 140 citent un article introuvable, soit 27\u00a0%."


def make_target(name: str = "Troquinette", *, quoted: bool = True) -> Target:
    """Save a target, with a signal unless told otherwise."""
    target = save_target(name, on=MONDAY)
    if quoted:
        Signal.objects.create(
            target=target, kind=SignalKind.REVIEWS, source="avis en ligne", seen_on=MONDAY, quote=QUOTE
        )
    return target


def make_contact(target: Target, line: str = "Hélène Quintard, responsable e-commerce") -> Contact:
    """Add someone to a target."""
    read = read_line(line)
    assert isinstance(read, PersonLine)
    return add_contact(target, read, on=MONDAY)


def make_approach(contact: Contact, *, sent_on: date | None = None, **changes: Any) -> Approach:
    """Save an approach to someone, sent when a day is given."""
    told = {"channel": "solution", "medium": "email", **changes}
    approach = start_approach(target=contact.target, person_id=contact.person_id, **told)
    if sent_on:
        mark_sent(approach, revision=approach.revision, on=sent_on)
        approach.refresh_from_db()
    return approach
