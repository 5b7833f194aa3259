"""Real exchanges of Trouver: what wakes a tie of Réseau."""

from collections.abc import Iterator
from itertools import chain

from tremplin.network.domain.exchanged import Exchanged
from tremplin.prospecting.models import Conversation, Encounter, Exchange, ExchangeKind

REAL = (ExchangeKind.REPLY, ExchangeKind.TALK)


def real_exchanges() -> Iterator[Exchanged]:
    """Give who answered, who was spoken with and who was met; a message left unanswered is no exchange.

    Yields:
        Exchanges in sight, each once; a speaker who was only heard is left out.
    """
    yield from dict.fromkeys(chain(_answers(), _conversations(), _encounters()))


def _answers() -> Iterator[Exchanged]:
    in_sight = Exchange.objects.filter(deleted_at=None, approach__deleted_at=None, kind__in=REAL)
    rows = in_sight.exclude(approach__person=None).values_list("approach__person_id", "on", "kind")
    return (Exchanged(person, on, _said(kind)) for person, on, kind in rows)


def _conversations() -> Iterator[Exchanged]:
    held = Conversation.objects.filter(deleted_at=None, happened_on__isnull=False)
    rows = held.values_list("person_id", "happened_on")
    return (Exchanged(person, on, _said(ExchangeKind.TALK)) for person, on in rows if on)


def _encounters() -> Iterator[Exchanged]:
    met = Encounter.objects.filter(deleted_at=None, event__deleted_at=None, is_speaker=False)
    rows = met.values_list("person_id", "event__on", "event__name")
    return (Exchanged(person, on, f"rencontre\u00a0: {name}") for person, on, name in rows)


def _said(kind: str) -> str:
    return str(ExchangeKind(kind).label)
