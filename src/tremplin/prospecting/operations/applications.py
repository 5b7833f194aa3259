"""Past applications brought in from a table, and taken back whole."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet

from tremplin.network.operations import find_or_add_organization, find_or_add_person
from tremplin.prospecting.domain.applications import Application
from tremplin.prospecting.domain.person_lines import PersonLine
from tremplin.prospecting.models import (
    ApplicationTable,
    Approach,
    ClosedReason,
    Contact,
    Establishment,
    Exchange,
    ExchangeKind,
    Outcome,
    Stage,
    Target,
)
from tremplin.prospecting.operations.contacts import add_contact
from tremplin.prospecting.operations.targets import close_target, move_target, save_target, set_target_aside

OUTCOMES = {
    "no": Outcome.NO,
    "yes": Outcome.YES,
    "referred": Outcome.REFERRED,
    "silent": Outcome.DORMANT,
}
EXCHANGES = {
    "followed_up": ExchangeKind.FOLLOW_UP,
    "reply": ExchangeKind.REPLY,
    "talk": ExchangeKind.TALK,
    "no": ExchangeKind.REPLY,
    "yes": ExchangeKind.REPLY,
    "referred": ExchangeKind.REPLY,
}
FOUND_IN_A_TABLE = "candidature passée"
STARTED = frozenset({"talk", "reply", "yes", "referred"})


@transaction.atomic
def import_applications(
    applications: Iterable[Application], *, name: str, on: date, at: datetime
) -> ApplicationTable:
    """Keep past applications: targets found or added, people once, exchanges dated.

    Args:
        applications: as read; those known already must have been left out.
        name: of the file.
        on: today.
        at: now.

    Returns:
        The table read, by which the import is taken back.
    """
    table = ApplicationTable.objects.create(name=name[:200], read_at=at)
    added: dict[int, list[str]] = {}
    for one in applications:
        target = _target_of(one, on, added)
        _keep(one, target, table, on)
        if target.pk in added:
            added[target.pk].append(one.state)
    for key, states in added.items():
        _place(Target.objects.get(pk=key), states, on)
    table.new_targets = list(added)
    table.last_exchange = Exchange.objects.aggregate(last=Max("pk"))["last"] or 0
    table.save()
    return table


@transaction.atomic
def take_applications_back(table: ApplicationTable, *, at: datetime) -> int:
    """Undo an import: what it added goes, but for what the student worked on since.

    Args:
        table: the table read; one already undone is left as it is.
        at: now.

    Returns:
        How many targets it had added stay, because something else stands there.
    """
    if not ApplicationTable.objects.filter(pk=table.pk, undone_at=None).update(undone_at=at):
        return 0
    going = table.approaches.filter(deleted_at=None).exclude(pk__in=_answered_since(table))
    going.update(deleted_at=at, revision=F("revision") + 1)
    _leave_people(table, at)
    stayed = 0
    for target in Target.objects.filter(pk__in=table.new_targets, deleted_at=None):
        if _holds_something(target):
            stayed += 1
        else:
            set_target_aside(target, at=at)
    return stayed


@transaction.atomic
def bring_applications_again(table: ApplicationTable) -> None:
    """Bring back an import just undone, whole.

    Args:
        table: the table read; one that is not undone is left as it is.
    """
    if table.undone_at is None:
        return
    gone = table.approaches.filter(deleted_at=table.undone_at)
    gone.update(deleted_at=None, revision=F("revision") + 1)
    _brought(table).filter(deleted_at=table.undone_at).update(deleted_at=None)
    for target in Target.objects.filter(pk__in=table.new_targets, deleted_at=table.undone_at):
        set_target_aside(target, at=None)
    ApplicationTable.objects.filter(pk=table.pk).update(undone_at=None)


def _target_of(one: Application, on: date, added: dict[int, list[str]]) -> Target:
    organization = find_or_add_organization(one.company)
    known = Target.objects.filter(organization=organization, deleted_at=None).first()
    if known is not None:
        return known
    target = save_target(one.company, on=one.on or on)
    added[target.pk] = []
    return target


def _keep(one: Application, target: Target, table: ApplicationTable, on: date) -> None:
    person = find_or_add_person(one.contact, email=one.email) if one.contact else None
    if person is not None and not target.contacts.filter(person=person, deleted_at=None).exists():
        line = PersonLine(one.contact, one.contact, email=one.email)
        add_contact(target, line, on=one.on or on, found=FOUND_IN_A_TABLE)
    outcome = OUTCOMES.get(one.state, Outcome.OPEN)
    approach = Approach.objects.create(
        target=target,
        person=person,
        channel=one.way,
        medium=one.medium,
        subject=one.role,
        sent_on=one.on,
        outcome=outcome,
        closed_on=(one.last_on or one.on) if outcome else None,
        origin=one.digest,
        table=table,
    )
    _write_exchanges(one, approach, one.last_on or one.on or on)


def _write_exchanges(one: Application, approach: Approach, last_on: date) -> None:
    if one.on:
        approach.exchanges.create(kind=ExchangeKind.SENT, on=one.on)
    kind = EXCHANGES.get(one.state)
    if kind is not None and (one.on or one.last_on):
        for _ in range(max(one.follow_ups, 1)):
            approach.exchanges.create(kind=kind, on=last_on)
    if one.notes:
        approach.exchanges.create(kind=ExchangeKind.NOTE, on=last_on, text=one.notes)


def _place(target: Target, states: Iterable[str], on: date) -> None:
    """Put a target just added in the column its applications tell."""
    told = set(states)
    if told == {"no"}:
        close_target(target, reason=ClosedReason.REFUSED, on=on)
    elif told & STARTED:
        move_target(target, stage=Stage.TALKING, on=on)
    elif told - {"draft"}:
        move_target(target, stage=Stage.PROPOSED, on=on)


def _brought(table: ApplicationTable) -> QuerySet[Contact]:
    """Return the people a table brought to its targets, but for those the student told more of since."""
    there = Approach.objects.filter(table=table, person=OuterRef("person"), target=OuterRef("target"))
    return Contact.objects.filter(Exists(there), found=FOUND_IN_A_TABLE, revision=1)


def _leave_people(table: ApplicationTable, at: datetime) -> None:
    """Take away the people no application in view speaks of any more."""
    left = Approach.objects.filter(deleted_at=None, person=OuterRef("person"), target=OuterRef("target"))
    _brought(table).filter(~Exists(left), deleted_at=None).update(deleted_at=at)


def _answered_since(table: ApplicationTable) -> list[int]:
    """Return the applications that hold an exchange or a conversation their table did not bring."""
    if table.last_exchange is None:
        return []
    later = Q(exchanges__pk__gt=table.last_exchange, exchanges__deleted_at=None)
    talks = Q(conversations__isnull=False, conversations__deleted_at=None)
    return list(table.approaches.filter(later | talks).values_list("pk", flat=True))


def _holds_something(target: Target) -> bool:
    """Say whether the student wrote anything of a target, beside what its table told."""
    rows = (target.approaches, target.signals, target.hypotheses, target.questions, target.proposals)
    more = (target.contacts, target.conversations, target.personal_projects)
    is_written = target.revision > 1 or bool(target.next_step or target.next_on or target.internship_id)
    has_place = Establishment.objects.filter(target=target).exists() or target.sessions.exists()
    return is_written or has_place or any(one.filter(deleted_at=None).exists() for one in (*rows, *more))
