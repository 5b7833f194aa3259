"""Conversations: to come, to debrief, to thank for, and what each one is made of."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Prefetch, Q, QuerySet

from tremplin.prospecting.models import Conversation, NamedPerson, PreparedQuestion

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


def talks_from(day: date) -> QuerySet[Conversation]:
    """Return the conversations to come, that day included.

    Args:
        day: the first day.

    Returns:
        By day and hour.
    """
    return conversations().filter(on__gte=day, happened_on=None).order_by("on", "at", "pk")


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
