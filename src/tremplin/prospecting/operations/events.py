"""Events attended, the people heard or met there, and what was promised to them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tremplin.kit.revisions import save_revision
from tremplin.network.operations import find_or_add_organization, record_role
from tremplin.network.queries import organizations
from tremplin.prospecting.domain.cadence import next_working_day
from tremplin.prospecting.domain.encounters import Added, Became, room_left
from tremplin.prospecting.domain.person_lines import (
    LONGEST_LINE,
    PersonLine,
    RefusedLine,
    read_lines,
)
from tremplin.prospecting.models import Encounter, Event
from tremplin.prospecting.operations.introductions import introduce


@dataclass(frozen=True, slots=True)
class Typed:
    """What a field of lines gave: who was added, and the lines that name nobody, with the reason."""

    added: Sequence[Added]
    refused: Sequence[RefusedLine]


@transaction.atomic
def add_event(*, name: str, kind: str, on: date, url: str = "") -> Event:
    """Keep an event.

    Args:
        name: what it was called.
        kind: a talk, a webinar, a fair.
        on: its day.
        url: its address; may be empty.

    Returns:
        The event, with nobody yet.
    """
    return Event.objects.create(name=name, kind=kind, on=on, url=url)


@transaction.atomic
def change_event(event: Event, *, revision: int, changes: Mapping[str, Any]) -> Event:
    """Save an event again; promises without a day of their own do not move.

    Args:
        event: the event.
        revision: the revision the form was made from.
        changes: new values by field name.

    Returns:
        The event as saved.

    Raises:
        StaleRevision: another window saved it meanwhile.
    """
    return save_revision(event, revision=revision, changes=changes)


@transaction.atomic
def add_people(event: Event, text: str, *, are_speakers: bool = False) -> Typed:
    """Add people typed one line each; someone already known or already there is completed.

    Args:
        event: the event.
        text: lines « Prénom Nom, fonction, organisation : ce qui a été dit ».
        are_speakers: whether they spoke on stage.

    Returns:
        What each line became; the thirty-first person is refused like a line that names nobody.
    """
    known = [str(one) for one in organizations()]
    there = event.encounters.filter(deleted_at=None).count()
    read = read_lines(text, organizations=known, room=room_left(there))
    people = [one for one in read if isinstance(one, PersonLine)]
    added = [_add(event, one, are_speakers) for one in people]
    return Typed(added, [one for one in read if isinstance(one, RefusedLine)])


@transaction.atomic
def change_encounter(encounter: Encounter, *, revision: int, changes: Mapping[str, Any]) -> Encounter:
    """Save what someone said, or what was promised to them.

    Args:
        encounter: who was met.
        revision: the revision the form was made from.
        changes: new values by field name.

    Returns:
        The encounter as saved; a promise without a day is due the next working day after the event.

    Raises:
        StaleRevision: another window saved it meanwhile.
    """
    told = dict(changes)
    if told.get("promised") and not told.get("promised_for"):
        told["promised_for"] = next_working_day(encounter.event.on)
    return save_revision(encounter, revision=revision, changes=told)


@transaction.atomic
def place_encounter(encounter: Encounter, *, title: str, organization: str) -> None:
    """Say what someone met does, and where; their role is kept in the network once the place is known.

    Args:
        encounter: who was met.
        title: what they do; may be empty.
        organization: where, as typed; empty when unknown.
    """
    place = find_or_add_organization(organization) if organization else None
    Encounter.objects.filter(pk=encounter.pk).update(title=title, organization=place)
    if place is not None:
        record_role(encounter.person, place, title=title)


@transaction.atomic
def choose_encounters(event: Event, keys: Collection[int]) -> None:
    """Say whom the student writes to; the others are kept, without a follow-up.

    Args:
        event: the event.
        keys: keys of encounters of the event.
    """
    for one in event.encounters.filter(deleted_at=None):
        if one.chosen != (one.pk in keys):
            save_revision(one, revision=one.revision, changes={"chosen": one.pk in keys})


@transaction.atomic
def keep_promise(encounter: Encounter, *, on: date | None) -> Encounter:
    """Say that a promise was kept, or take that back.

    Args:
        encounter: to whom it was made.
        on: the day it was kept; None to take it back.

    Returns:
        The encounter as saved.
    """
    return save_revision(encounter, revision=encounter.revision, changes={"promise_kept_on": on})


@transaction.atomic
def set_encounter_aside(encounter: Encounter, *, at: datetime | None) -> None:
    """Take someone out of an event, or put them back; the person stays in the network.

    Args:
        encounter: who was met.
        at: now; None to put them back.
    """
    Encounter.objects.filter(pk=encounter.pk).update(deleted_at=at)


@transaction.atomic
def set_event_aside(event: Event, *, at: datetime | None) -> None:
    """Take an event out of sight with what is due from it, or bring it back.

    Args:
        event: the event.
        at: now; None to bring it back.
    """
    Event.objects.filter(pk=event.pk).update(deleted_at=at)


def _add(event: Event, read: PersonLine, is_speaker: bool) -> Added:
    introduced = introduce(read)
    known = event.encounters.filter(person=introduced.person).first()
    if known is None:
        promised_for = next_working_day(event.on) if read.promised else None
        Encounter.objects.create(
            event=event,
            person=introduced.person,
            organization=introduced.organization,
            title=read.title,
            is_speaker=is_speaker,
            line=read.line,
            said=read.said[:LONGEST_LINE],
            promised=read.promised,
            promised_for=promised_for,
        )
        became = Became.NEW if introduced.is_new else Became.KNOWN
        return Added(str(introduced.person), became, read.lines)
    _complete(known, read, introduced.organization, is_speaker)
    return Added(str(introduced.person), Became.COMPLETED, read.lines)


def _complete(known: Encounter, read: PersonLine, organization: Any, is_speaker: bool) -> None:
    """Add what a second line says of someone; one taken out comes back."""
    said = " ".join(dict.fromkeys(filter(None, (known.said, read.said))))
    changes = {
        "deleted_at": None,
        "is_speaker": known.is_speaker or is_speaker,
        "said": said[:LONGEST_LINE],
        "promised": known.promised or read.promised,
        "title": known.title or read.title,
        "organization": known.organization or organization,
    }
    change_encounter(known, revision=known.revision, changes={**changes, "promised_for": known.promised_for})
