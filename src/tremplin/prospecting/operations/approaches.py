"""Approaches: written, sent by the student, followed up, answered, put to rest."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from tremplin.kit.revisions import save_revision
from tremplin.network.operations import find_or_add_person
from tremplin.prospecting.domain.person_lines import PersonLine
from tremplin.prospecting.models import (
    Approach,
    Contact,
    Encounter,
    Exchange,
    ExchangeKind,
    Outcome,
    Postponement,
    Target,
)
from tremplin.prospecting.operations.contacts import add_contact

REAL = frozenset({ExchangeKind.REPLY, ExchangeKind.TALK})


@transaction.atomic
def start_approach(
    *,
    target: Target | None,
    person_id: int | None,
    channel: str,
    medium: str,
    encounter: Encounter | None = None,
    changes: Mapping[str, Any] | None = None,
) -> Approach:
    """Open an approach as a draft.

    Args:
        target: the target; None for someone met at an event whose organization is no target yet.
        person_id: key of whom it is for; None when nobody is known.
        channel: the way in.
        medium: how the message travels.
        encounter: whom it follows, for an event.
        changes: anything else already chosen, by field name.

    Returns:
        The approach, not sent.
    """
    told = {"channel": channel, "medium": medium, "encounter": encounter, **(changes or {})}
    return Approach.objects.create(target=target, person_id=person_id, **told)


@transaction.atomic
def change_approach(approach: Approach, *, revision: int, changes: Mapping[str, Any]) -> Approach:
    """Save a message being written.

    Args:
        approach: the approach.
        revision: the revision the form was made from.
        changes: new values by field name.

    Returns:
        The approach, one revision further.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    return save_revision(approach, revision=revision, changes=changes)


@transaction.atomic
def mark_sent(approach: Approach, *, revision: int, on: date) -> Exchange:
    """Write down that the student sent a message; its words are kept as they were.

    Args:
        approach: the approach, not sent yet.
        revision: the revision the page was made from.
        on: the day it left.

    Returns:
        The exchange that the cadence counts from.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    kept = save_revision(approach, revision=revision, changes={"sent_on": on})
    _forget_postponement(kept)
    words = "\n\n".join(filter(None, (kept.subject, kept.body)))
    return kept.exchanges.create(kind=ExchangeKind.SENT, on=on, text=words)


@transaction.atomic
def take_sending_back(approach: Approach, *, at: datetime) -> bool:
    """Say that a message did not leave after all: it is a draft again.

    Args:
        approach: the approach.
        at: now.

    Returns:
        False, with nothing changed, when something followed the message: it did leave.
    """
    passed = list(approach.exchanges.filter(deleted_at=None)[:2])
    if len(passed) > 1:
        return False
    approach.exchanges.filter(pk__in=[one.pk for one in passed]).update(deleted_at=at)
    Approach.objects.filter(pk=approach.pk).update(sent_on=None, revision=F("revision") + 1)
    return True


@transaction.atomic
def record_exchange(approach: Approach, *, kind: str, on: date, text: str = "") -> Exchange:
    """Write down something that passed; a reply or a talk wakes an approach that slept.

    Args:
        approach: the approach.
        kind: what passed.
        on: the day.
        text: in a few words, or the message itself.

    Returns:
        The exchange; the last one when it says the same, so that a form sent twice writes once.
    """
    last = _last(approach)
    if last is not None and (last.kind, last.on, last.text) == (kind, on, text):
        return last
    before = _state(approach)
    woken = {"outcome": Outcome.OPEN, "closed_on": None}
    wakes = kind in REAL and approach.outcome == Outcome.DORMANT
    written = {"new_element": "", "follow_up": ""} if kind == ExchangeKind.FOLLOW_UP else {}
    changes = {**(woken if wakes else {}), **written}
    Approach.objects.filter(pk=approach.pk).update(**changes, revision=F("revision") + 1)
    _forget_postponement(approach)
    return approach.exchanges.create(kind=kind, on=on, text=text, before=before)


@transaction.atomic
def set_exchange_aside(exchange: Exchange, *, at: datetime | None) -> None:
    """Take an exchange out of the thread, or bring it back; what is due follows.

    When nothing came after it, what it had changed is put back: the end of the approach, the follow-up
    being written, the day it was postponed to.

    Args:
        exchange: the exchange.
        at: now; None to bring it back.
    """
    is_last = at is not None and _last(exchange.approach) == exchange
    Exchange.objects.filter(pk=exchange.pk).update(deleted_at=at)
    put_back = _put_back(exchange) if is_last else {}
    Approach.objects.filter(pk=exchange.approach_id).update(**put_back, revision=F("revision") + 1)


@transaction.atomic
def take_reply_back(exchange: Exchange, *, at: datetime) -> None:
    """Take back a reply and what it decided: the end of the approach, and whom it pointed to.

    Args:
        exchange: the reply.
        at: now.
    """
    is_last = _last(exchange.approach) == exchange
    set_exchange_aside(exchange, at=at)
    if not (is_last and exchange.before):
        reopen_approach(exchange.approach)
    contact = Contact.objects.filter(pk=exchange.before.get("contact"), deleted_at=None).first()
    if contact is not None and not _is_written_to(contact):
        Contact.objects.filter(pk=contact.pk).update(deleted_at=at, revision=F("revision") + 1)


@transaction.atomic
def postpone(approach: Approach, *, until: date | None) -> None:
    """Put what is due off to a day of the student's, or back where the cadence places it.

    Args:
        approach: the approach.
        until: the day; None for the day of the cadence.
    """
    if until is None:
        _forget_postponement(approach)
    else:
        Postponement.objects.update_or_create(approach=approach, defaults={"until": until})
    Approach.objects.filter(pk=approach.pk).update(revision=F("revision") + 1)


@transaction.atomic
def close_approach(approach: Approach, *, outcome: str, on: date) -> None:
    """Write down how an approach ended; nothing of it is erased.

    Args:
        approach: the approach.
        outcome: how it ended; « dormant » wakes at the next reply.
        on: today.
    """
    closed = {"outcome": outcome, "closed_on": on}
    Approach.objects.filter(pk=approach.pk).update(**closed, revision=F("revision") + 1)


@transaction.atomic
def reopen_approach(approach: Approach) -> None:
    """Open again an approach that was closed or put to rest."""
    opened = {"outcome": Outcome.OPEN, "closed_on": None}
    Approach.objects.filter(pk=approach.pk).update(**opened, revision=F("revision") + 1)


@transaction.atomic
def record_reply(
    approach: Approach, *, on: date, text: str, outcome: str = "", referred: PersonLine | None = None
) -> Exchange:
    """Write down a reply in one line, with what follows from it.

    Args:
        approach: the approach.
        on: the day it came.
        text: in a few words.
        outcome: how the approach ends; empty when it goes on.
        referred: whom they send the student to; they join the target, introduced by who replied, or only
            the network when the approach aims at no target.

    Returns:
        The exchange.
    """
    exchange = record_exchange(approach, kind=ExchangeKind.REPLY, on=on, text=text)
    if outcome:
        close_approach(approach, outcome=outcome, on=on)
    if referred is not None:
        _add_referred(approach, referred, exchange, on=on)
    return exchange


@transaction.atomic
def set_approach_aside(approach: Approach, *, at: datetime | None) -> None:
    """Take an approach out of sight, or bring it back.

    Args:
        approach: the approach.
        at: now; None to bring it back.
    """
    Approach.objects.filter(pk=approach.pk).update(deleted_at=at, revision=F("revision") + 1)


def _add_referred(approach: Approach, referred: PersonLine, exchange: Exchange, *, on: date) -> None:
    """Add whom a reply points to; the reply remembers someone who was not there before."""
    if approach.target is None:
        find_or_add_person(referred.name, email=referred.email)
        return
    there = set(approach.target.contacts.filter(deleted_at=None).values_list("pk", flat=True))
    by = str(approach.person) if approach.person else ""
    contact = add_contact(approach.target, referred, on=on, found=by, introduced_by=by)
    if contact.pk not in there:
        exchange.before = {**exchange.before, "contact": contact.pk}
        exchange.save(update_fields=["before"])


def _last(approach: Approach) -> Exchange | None:
    """Return the exchange written down last."""
    return Exchange.objects.filter(approach=approach, deleted_at=None).order_by("-pk").first()


def _state(approach: Approach) -> dict[str, Any]:
    """Return what an exchange may change, as it is now."""
    kept = Approach.objects.get(pk=approach.pk)
    until = Postponement.objects.filter(approach=approach).values_list("until", flat=True).first()
    return {
        "outcome": kept.outcome,
        "closed_on": kept.closed_on.isoformat() if kept.closed_on else None,
        "new_element": kept.new_element,
        "follow_up": kept.follow_up,
        "until": until.isoformat() if until else None,
    }


def _put_back(exchange: Exchange) -> dict[str, Any]:
    """Return what the approach held before an exchange; what was typed since stays."""
    before = exchange.before
    if not before:
        return {}
    if before["until"]:
        until = date.fromisoformat(before["until"])
        Postponement.objects.get_or_create(approach=exchange.approach, defaults={"until": until})
    kept = Approach.objects.get(pk=exchange.approach_id)
    typed = {} if kept.follow_up else {name: before[name] for name in ("new_element", "follow_up")}
    return {"outcome": before["outcome"], "closed_on": before["closed_on"], **typed}


def _is_written_to(contact: Contact) -> bool:
    rows = Approach.objects.filter(target=contact.target_id, person=contact.person_id, deleted_at=None)
    return rows.exists()


def _forget_postponement(approach: Approach) -> None:
    Postponement.objects.filter(approach=approach).delete()
