"""What is due, across every approach, target, conversation and event."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.urls import reverse

from tremplin.law import words
from tremplin.prospecting.domain import dues
from tremplin.prospecting.domain.cadence import Course, Next, Passed, next_move, working_day
from tremplin.prospecting.domain.dues import Due, Kind, in_order
from tremplin.prospecting.models import Approach, Conversation, Encounter, Exchange, Stage, Target
from tremplin.prospecting.queries.conversations import THANKS_AFTER, conversations

OVER = (Stage.AGREED, Stage.CLOSED)
OLD = timedelta(days=30)


def due(on: date) -> tuple[Due, ...]:
    """Return what waits for the student on a day, late things included.

    Args:
        on: the day.

    Returns:
        Earliest first; a conversation of the day comes before what is written that day.
    """
    return tuple(one for one in agenda(on) if one.on <= on)


def due_count(on: date) -> int:
    """Return how many follow-ups are due on a day (*relances dues*), late ones included.

    Args:
        on: the day.

    Returns:
        Follow-ups only: no first message, answer or next step.
    """
    return sum(one.kind == Kind.FOLLOW_UP and one.on <= on for one in _moves(on))


def agenda(on: date) -> tuple[Due, ...]:
    """Return everything that waits, late, due or to come.

    Args:
        on: today: a conversation before it waits for its debrief.

    Returns:
        By day.
    """
    return in_order([*_moves(on), *_first_messages(), *_steps(), *_talks(on), *_promises()])


def next_for(approach: Approach) -> Next | None:
    """Return what one approach waits for.

    Args:
        approach: the approach.

    Returns:
        The move and its day; None for a draft and for what is closed.
    """
    return next_move(_course(approach))


def waiting_approaches() -> QuerySet[Approach]:
    """Return the approaches still open, on targets still in view.

    Returns:
        Approaches with all their cadence needs fetched.
    """
    rows = Approach.objects.filter(deleted_at=None, outcome="")
    live = rows.filter(Q(target=None) | Q(target__deleted_at=None)).exclude(target__stage__in=OVER)
    fetched = live.select_related("target__organization", "person", "encounter__event", "postponement")
    return fetched.prefetch_related(
        Prefetch("exchanges", Exchange.objects.filter(deleted_at=None)),
        Prefetch("conversations", Conversation.objects.filter(deleted_at=None)),
    )


def _course(approach: Approach) -> Course:
    exchanges = approach.exchanges.all()
    talks = [one for one in approach.conversations.all() if one.deleted_at is None]
    passed = [Passed(one.kind, one.on) for one in exchanges if one.deleted_at is None]
    if approach.sent_on and not passed:
        passed.append(Passed("sent", approach.sent_on))
    passed += [Passed("talk", one.happened_on) for one in talks if one.happened_on]
    passed += [Passed("thanks", one.thanked_on) for one in talks if one.thanked_on]
    postponement = getattr(approach, "postponement", None)
    return Course(
        channel=approach.channel,
        passed=passed,
        met_on=approach.encounter.event.on if approach.encounter else None,
        postponed_to=postponement.until if postponement else None,
        closed=bool(approach.outcome),
    )


def is_past_application(approach: Approach, step: Next, *, on: date) -> bool:
    """Say whether a move comes from a table of past applications and is too old to be asked for.

    Args:
        approach: the approach.
        step: its move.
        on: today.

    Returns:
        True for what was imported and has been due for more than a month.
    """
    return approach.table_id is not None and step.on < on - OLD


def silences(on: date) -> dict[int, str]:
    """Say where old applications stopped, for the targets where nothing else waits.

    Args:
        on: today.

    Returns:
        « Sans réponse depuis le 12 septembre », by target; that of the latest application there.
    """
    told: dict[int, tuple[date, str]] = {}
    for approach in waiting_approaches().exclude(table=None).exclude(target=None):
        step, key = next_for(approach), approach.target_id
        if step is not None and key is not None and is_past_application(approach, step, on=on):
            said = step.since, dues.silence(step, on=on)
            told[key] = max(told.get(key, said), said)
    return {key: said for key, (_since, said) in told.items()}


def _moves(today: date) -> Iterator[Due]:
    for approach in waiting_approaches():
        step = next_for(approach)
        if step is None or is_past_application(approach, step, on=today):
            continue
        if not _is_thanked_elsewhere(approach, step):
            yield Due(
                kind=Kind(step.move.value),
                on=step.on,
                who=str(approach.person or approach.target or approach),
                where=str(approach.target) if approach.target and approach.person else "",
                detail=dues.why(step),
                key=approach.pk,
                target=approach.target_id,
                address=_address("approach", approach.pk),
            )


def _is_thanked_elsewhere(approach: Approach, step: Next) -> bool:
    """Say whether a conversation already asks for these thanks."""
    return step.move == "thank" and any(one.happened_on for one in approach.conversations.all())


def _first_messages() -> Iterator[Due]:
    written = Approach.objects.filter(encounter=OuterRef("pk"), deleted_at=None)
    chosen = Encounter.objects.filter(~Exists(written), deleted_at=None, event__deleted_at=None, chosen=True)
    for one in chosen.select_related("event", "person"):
        step = next_move(Course(channel="event", met_on=one.event.on))
        if step is not None:
            yield Due(
                kind=Kind.SEND,
                on=step.on,
                who=str(one.person),
                where=str(one.event),
                detail=dues.why(step),
                key=one.pk,
                address=f"{_address('approach-new')}?rencontre={one.pk}",
            )


def _steps() -> Iterator[Due]:
    targets = Target.objects.filter(deleted_at=None, next_on__isnull=False).exclude(next_step="")
    for target in targets.exclude(stage=Stage.CLOSED).select_related("organization"):
        if target.next_on is not None:
            yield Due(
                kind=Kind.STEP,
                on=target.next_on,
                who=str(target),
                where=str(target),
                detail=target.next_step,
                key=target.pk,
                target=target.pk,
                address=_address("target", target.pk),
            )


def _talks(today: date) -> Iterator[Due]:
    for one in conversations().filter(Q(thanked_on=None) | Q(debriefed_at=None)):
        if one.happened_on is None and one.on is not None and one.on >= today:
            yield _talk(one, Kind.TALK, one.on)
            continue
        day = one.happened_on or one.on
        if day is not None and one.debriefed_at is None:
            yield _talk(one, Kind.DEBRIEF, day)
        if one.happened_on is not None and one.thanked_on is None:
            yield _talk(one, Kind.THANK, working_day(one.happened_on + THANKS_AFTER))


def _talk(one: Conversation, kind: Kind, on: date) -> Due:
    hour = words.hour(one.at) if one.at else ""
    return Due(
        kind=kind,
        on=on,
        who=str(one.person),
        where=str(one.target) if one.target else "",
        detail=", ".join(filter(None, (hour, one.where))) if kind == Kind.TALK else "",
        key=one.pk,
        target=one.target_id,
        address=_address("conversation", one.pk),
    )


def _promises() -> Iterator[Due]:
    made = Encounter.objects.filter(deleted_at=None, event__deleted_at=None, promise_kept_on=None)
    for one in made.exclude(promised="").exclude(promised_for=None).select_related("person", "event"):
        if one.promised_for is not None:
            yield Due(
                kind=Kind.PROMISE,
                on=one.promised_for,
                who=str(one.person),
                where=str(one.event),
                detail=one.promised,
                key=one.pk,
                address=_address("event", one.event_id),
            )


def _address(name: str, *args: int) -> str:
    return reverse(f"prospecting:{name}", args=args)
