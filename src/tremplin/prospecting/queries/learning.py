"""What was sent and how far it went."""

from django.db.models import Prefetch

from tremplin.prospecting.domain.funnel import Sent
from tremplin.prospecting.models import Approach, Conversation, Exchange, ExchangeKind, Outcome, Stage

ANSWERED = frozenset({Outcome.YES, Outcome.NO, Outcome.REFERRED})


def sent_messages() -> tuple[Sent, ...]:
    """Return every message sent, with how far each one went.

    Returns:
        One an approach; a step reached counts the ones before it.
    """
    rows = Approach.objects.filter(deleted_at=None, sent_on__isnull=False).select_related("hook", "target")
    fetched = rows.prefetch_related(
        Prefetch("exchanges", Exchange.objects.filter(deleted_at=None)),
        Prefetch("conversations", Conversation.objects.filter(deleted_at=None)),
    )
    return tuple(map(_sent, fetched))


def _sent(row: Approach) -> Sent:
    kinds = {one.kind for one in row.exchanges.all()}
    talked = ExchangeKind.TALK in kinds or any(one.happened_on for one in row.conversations.all())
    replied = talked or ExchangeKind.REPLY in kinds or row.outcome in ANSWERED
    is_won = row.target is not None and row.target.stage == Stage.AGREED
    return Sent(
        channel=row.get_channel_display(),
        hook=row.hook.get_kind_display() if row.hook else "",
        replied=replied,
        talked=talked,
        agreed=row.outcome == Outcome.YES or (is_won and replied),
    )
