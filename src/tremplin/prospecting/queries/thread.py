"""What happened with a target, in order: its columns, what was read, what was said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tremplin.prospecting.models import Exchange, ExchangeKind, Stage, Target

TOLD_ELSEWHERE = (ExchangeKind.TALK, ExchangeKind.THANKS)


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened on a day."""

    on: date
    says: str


def thread_of(target: Target) -> tuple[Moment, ...]:
    """Return the story of a target, the latest first.

    Args:
        target: the target.

    Returns:
        Moments, one a fact; a target just added has one.
    """
    moments = (*_stages(target), *_research(target), *_exchanges(target), *_talks(target))
    return tuple(sorted(moments, key=lambda one: one.on, reverse=True))


def _stages(target: Target) -> Iterator[Moment]:
    for past in target.past_stages.all():
        if past.stage == Stage.IDEA:
            yield Moment(past.on, "Ajoutée à vos cibles")
        else:
            yield Moment(past.on, f"Étape\u00a0: {past.get_stage_display().lower()}")


def _research(target: Target) -> Iterator[Moment]:
    for signal in target.signals.filter(deleted_at=None):
        yield Moment(signal.seen_on, signal.source)
    for question in target.questions.filter(deleted_at=None, answered_on__isnull=False):
        if question.answered_on is not None:
            by = f", par {question.answered_by}" if question.answered_by else ""
            yield Moment(question.answered_on, f"Réponse à une question{by}")


def _exchanges(target: Target) -> Iterator[Moment]:
    rows = Exchange.objects.filter(approach__target=target, approach__deleted_at=None, deleted_at=None)
    for one in rows.exclude(kind__in=TOLD_ELSEWHERE).select_related("approach__person"):
        who = f", {one.approach.person}" if one.approach.person else ""
        yield Moment(one.on, f"{one.get_kind_display().capitalize()}{who}")


def _talks(target: Target) -> Iterator[Moment]:
    for one in target.conversations.filter(deleted_at=None, happened_on__isnull=False):
        if one.happened_on is not None:
            yield Moment(one.happened_on, f"Conversation avec {one.person}")
