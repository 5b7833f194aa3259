"""Exchanges with people, in one line each: what wakes a tie."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from tremplin.network.models import Interaction, InteractionKind, Person


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was kept of an exchange, enough to put it back."""

    person_id: int
    on: date
    kind: str
    line: str


@transaction.atomic
def record_exchange(person: Person, *, on: date, kind: InteractionKind, line: str = "") -> Interaction:
    """Record an exchange with someone, once: the same day, kind and words are the same exchange.

    Args:
        person: who.
        on: the day.
        kind: how; an invitation alone does not wake a tie.
        line: what was said, in one line; may be empty.

    Returns:
        The exchange, new or kept already.
    """
    told = {"on": on, "kind": kind, "line": " ".join(line.split())}
    return person.interactions.filter(**told).first() or person.interactions.create(**told)


@transaction.atomic
def drop_exchange(exchange: Interaction) -> Exchange:
    """Take an exchange back.

    Args:
        exchange: the row.

    Returns:
        What it held, so that it can be recorded again.
    """
    held = Exchange(exchange.person_id, exchange.on, exchange.kind, exchange.line)
    exchange.delete()
    return held
