"""Conversations: to come, to debrief, to thank for, and what each one is made of."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Prefetch, Q, QuerySet

from tremplin.prospecting.models import (
    Contact,
    Conversation,
    NamedPerson,
    OpenQuestion,
    PreparedQuestion,
    Salutation,
    Signal,
    SignalKind,
    Target,
)

THANKS_AFTER = timedelta(days=1)


def conversations() -> QuerySet[Conversation]:
    """Return the conversations in sight, latest first.

    Returns:
        Conversations with their person, target and kept questions and names fetched.
    """
    rows = Conversation.objects.filter(deleted_at=None).select_related("person", "target__organization")
    return rows.prefetch_related(
        Prefetch("questions", PreparedQuestion.objects.filter(deleted_at=None)),
        Prefetch("named", NamedPerson.objects.filter(deleted_at=None).select_related("person")),
    )


def conversation(key: int, *, removed: bool = False) -> Conversation | None:
    """Return one conversation.

    Args:
        key: its key.
        removed: look among those taken out of sight instead.

    Returns:
        The conversation; None without one.
    """
    rows = Conversation.objects.filter(pk=key) if removed else conversations().filter(pk=key)
    return rows.filter(deleted_at__isnull=not removed).first()


def talks_on(day: date) -> QuerySet[Conversation]:
    """Return the conversations of a day that have not happened yet.

    Args:
        day: the day.

    Returns:
        By hour, those without one last.
    """
    return conversations().filter(on=day, happened_on=None).order_by("at", "pk")


def debriefs_due(on: date) -> QuerySet[Conversation]:
    """Return the conversations that happened, or whose day has passed, without their three-minute debrief.

    Args:
        on: today.

    Returns:
        Earliest first.
    """
    happened = Q(happened_on__lte=on) | Q(happened_on=None, on__lt=on)
    return conversations().filter(happened, debriefed_at=None).order_by("on", "pk")


def thanks_due(on: date) -> Sequence[Conversation]:
    """Return the conversations still to thank for: the day after, and until it is done.

    Args:
        on: today.

    Returns:
        Earliest first.
    """
    rows = conversations().filter(happened_on__lte=on - THANKS_AFTER, thanked_on=None)
    return tuple(rows.order_by("happened_on", "pk"))


def prepared_question(key: int, *, removed: bool = False) -> PreparedQuestion | None:
    """Return one prepared question.

    Args:
        key: its key.
        removed: look among those taken out instead.

    Returns:
        The question, of a conversation in sight; None without one.
    """
    rows = PreparedQuestion.objects.filter(pk=key, conversation__deleted_at=None)
    found = rows.filter(deleted_at__isnull=not removed)
    return found.select_related("conversation__person", "conversation__target", "verifies").first()


def named_person(key: int, *, removed: bool = False) -> NamedPerson | None:
    """Return someone who was named.

    Args:
        key: the key of the name.
        removed: look among those taken out instead.

    Returns:
        The name, of a conversation in sight; None without one.
    """
    rows = NamedPerson.objects.filter(pk=key, conversation__deleted_at=None)
    found = rows.filter(deleted_at__isnull=not removed)
    return found.select_related("person", "conversation__person", "conversation__target").first()


def questions_to_verify(conversation: Conversation) -> Sequence[OpenQuestion]:
    """Return the questions of the target that nobody answered yet and this conversation does not ask.

    Args:
        conversation: the conversation.

    Returns:
        In the order written; empty without a target.
    """
    if conversation.target is None:
        return ()
    asked = [one.verifies_id for one in conversation.questions.all() if one.verifies_id]
    rows = OpenQuestion.objects.filter(target=conversation.target, deleted_at=None, answer="")
    return tuple(rows.exclude(pk__in=asked))


def kept_quotes(conversation: Conversation) -> frozenset[str]:
    """Return what was already turned into signals of the target.

    Args:
        conversation: the conversation.

    Returns:
        The words of the target's signals that come from conversations.
    """
    if conversation.target is None:
        return frozenset()
    rows = Signal.objects.filter(target=conversation.target, kind=SignalKind.CONVERSATION, deleted_at=None)
    return frozenset(rows.values_list("quote", flat=True))


def contact_people(target: Target | None) -> frozenset[int]:
    """Return who is already among the people of a target.

    Args:
        target: the target; None without one.

    Returns:
        Keys of people.
    """
    if target is None:
        return frozenset()
    rows = Contact.objects.filter(target=target, deleted_at=None)
    return frozenset(rows.values_list("person_id", flat=True))


def civility_of(person_id: int) -> str:
    """Return how someone is addressed, when the student said it.

    Args:
        person_id: key of the person.

    Returns:
        « mme », « m », or nothing.
    """
    known = Salutation.objects.filter(person_id=person_id).first()
    return known.civility if known else ""
