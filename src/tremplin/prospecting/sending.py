"""Follow-ups and conversations as other calendars take them."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import NAMESPACE_OID, uuid5

from django.db.models import Q

from tremplin.documents.calendar import Occasion, calendar_file
from tremplin.internships.calendars.values import PARIS
from tremplin.prospecting.domain.cadence import Next
from tremplin.prospecting.domain.dues import ACTIONS, TITLES, Kind, why
from tremplin.prospecting.models import Approach, Conversation
from tremplin.prospecting.queries.cadence import is_past_application, next_for, waiting_approaches

CALENDAR_NAME = "Trouver\u00a0: relances et conversations"
AT_NINE = -9 * 60
CONVERSATION_MINUTES = 15
HOUR = 60


def occasions(*, on: date) -> Iterator[Occasion]:
    """Yield what the search puts in a calendar.

    Identifiers never change; the sequence of an event grows at each exchange, so that reading the file
    again moves it instead of doubling it.

    Args:
        on: today.

    Yields:
        One event an approach that waits for something, one a conversation; those that no longer hold are
        given as cancelled.
    """
    waiting = {one.pk for one in waiting_approaches()}
    rows = Approach.objects.filter(Q(sent_on__isnull=False) | Q(encounter__isnull=False))
    fetched = rows.select_related("person", "target__organization", "encounter__event", "postponement")
    for approach in fetched.prefetch_related("exchanges", "conversations", "target__past_stages"):
        step = next_for(approach) if approach.pk in waiting else None
        if step is not None and is_past_application(approach, step, on=on):
            continue
        occasion = _of_approach(approach, step)
        if occasion is not None:
            yield occasion
    talks = Conversation.objects.filter(on__isnull=False).select_related("person", "target__organization")
    for talk in talks:
        yield _of_conversation(talk)


def calendar(*, at: datetime) -> bytes:
    """Return the calendar file of the search.

    Args:
        at: the instant of the export, aware.

    Returns:
        An iCalendar file.
    """
    return calendar_file(occasions(on=at.date()), name=CALENDAR_NAME, at=at)


def _of_approach(approach: Approach, step: Next | None) -> Occasion | None:
    day = step.on if step else approach.closed_on or approach.sent_on
    if day is None:
        return None
    kind = Kind(step.move.value) if step else Kind.FOLLOW_UP
    who = str(approach.person or approach.target or approach)
    return Occasion(
        uid=f"{approach.uid}@tremplin",
        sequence=_changes(approach),
        title=TITLES[kind].format(who=who, detail=""),
        starts=day,
        details=f"{ACTIONS[kind]}. {why(step)}." if step else "",
        place=str(approach.target) if approach.target else "",
        cancelled=step is None,
        reminder_minutes=AT_NINE,
    )


def _changes(approach: Approach) -> int:
    """Count what may have moved the next day of an approach; it only grows."""
    talks = sum(one.revision for one in approach.conversations.all())
    stages = len(approach.target.past_stages.all()) if approach.target else 0
    return approach.revision - 1 + len(approach.exchanges.all()) + talks + stages


def _of_conversation(talk: Conversation) -> Occasion:
    timed = datetime.combine(talk.on, talk.at, PARIS) if talk.on and talk.at else talk.on
    if timed is None:
        raise ValueError("a conversation of the calendar has a day")
    return Occasion(
        uid=f"{uuid5(NAMESPACE_OID, f'conversation {talk.pk} {talk.person_id}')}@tremplin",
        sequence=talk.revision - 1,
        title=TITLES[Kind.TALK].format(who=talk.person, detail=""),
        starts=timed,
        minutes=CONVERSATION_MINUTES,
        details=str(talk.target) if talk.target else "",
        place=talk.where,
        cancelled=talk.deleted_at is not None
        or (talk.target is not None and talk.target.deleted_at is not None),
        reminder_minutes=HOUR,
    )
