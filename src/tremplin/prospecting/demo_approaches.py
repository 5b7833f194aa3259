"""Whom Inès wrote to and what waits for an answer; all invented."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from tremplin.prospecting.domain.messages import draft
from tremplin.prospecting.domain.person_lines import PersonLine
from tremplin.prospecting.models import Channel, Contact, Medium, SignalKind, Target
from tremplin.prospecting.operations.approaches import (
    change_approach,
    mark_sent,
    postpone,
    record_exchange,
    start_approach,
)
from tremplin.prospecting.operations.contacts import add_contact, address_as
from tremplin.prospecting.queries.approaches import approach
from tremplin.prospecting.queries.messages import facts_of

ADDED_ON: Final = date(2026, 3, 18)
SENT_ON: Final = date(2026, 3, 25)
TODAY: Final = date(2026, 4, 2)
TALKED_ON: Final = date(2026, 3, 21)
HELENE: Final = PersonLine(
    line="", name="Hélène Quintard", title="responsable e-commerce", email="h.quintard@troquinette.example"
)
JULIE: Final = PersonLine(line="", name="Julie Rousseau", title="responsable de la boutique de Rezé")
KARIM: Final = PersonLine(line="", name="Karim Benyahia", title="analyste stock")
DAMIEN: Final = PersonLine(line="", name="Damien Kerjean", title="chef d’exploitation")


def load_people(troquinette: Target) -> None:
    """Add the people of Troquinette, the one who decides first.

    Args:
        troquinette: the target.
    """
    helene = add_contact(troquinette, HELENE, on=ADDED_ON, found="page équipe du site")
    address_as(helene.person_id, "mme")
    add_contact(troquinette, JULIE, on=ADDED_ON, introduced_by="Tante Claire")
    add_contact(
        troquinette, KARIM, on=TALKED_ON, found="nommé par Julie Rousseau", introduced_by="Odile Brossard"
    )


def load_approaches(rows: Mapping[str, Target]) -> None:
    """Write the messages that left, one due on the day of the example, one the day before.

    Args:
        rows: the targets of the example, by name.
    """
    _to_helene(rows["Troquinette"])
    damien = add_contact(rows["Messagerie Lothaire"], DAMIEN, on=ADDED_ON, found="standard")
    address_as(damien.person_id, "m")
    _write(damien, channel=Channel.DIRECT, medium=Medium.MESSAGE)
    _talk_with_julie(rows["Troquinette"])


def _to_helene(target: Target) -> None:
    helene = target.contacts.get(person__full_name=HELENE.name)
    key = _write(helene, channel=Channel.SOLUTION, medium=Medium.EMAIL)
    if (kept := approach(key)) is not None:
        postpone(kept, until=TODAY)


def _talk_with_julie(target: Target) -> None:
    """Tie the interview of 21 March to the message that opened it."""
    julie = target.contacts.get(person__full_name=JULIE.name)
    key = _write(julie, channel=Channel.INTERVIEW, medium=Medium.MESSAGE, on=date(2026, 3, 18))
    kept = approach(key)
    if kept is not None:
        record_exchange(kept, kind="talk", on=TALKED_ON)
        record_exchange(kept, kind="thanks", on=date(2026, 3, 23))
        target.conversations.filter(person=julie.person_id).update(approach=kept)


def _write(contact: Contact, *, channel: str, medium: str, on: date = SENT_ON) -> int:
    """Write the draft the product proposes, mark it as sent, and return its key."""
    target = contact.target
    quoted = target.signals.filter(kind=SignalKind.REVIEWS, deleted_at=None).first()
    offered = target.proposals.filter(deleted_at=None).first() if channel == Channel.SOLUTION else None
    started = start_approach(
        target=target,
        person_id=contact.person_id,
        channel=channel,
        medium=medium,
        changes={"hook": quoted, "proposal": offered},
    )
    text = draft(facts_of(started))
    words = {"subject": text.subject, "body": text.body}
    kept = change_approach(started, revision=started.revision, changes=words)
    mark_sent(kept, revision=kept.revision, on=on)
    return kept.pk
