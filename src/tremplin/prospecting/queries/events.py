"""Events attended, who was heard or met there, and what was promised to them."""

from datetime import date

from django.db.models import Count, Q, QuerySet

from tremplin.prospecting.models import Encounter, Event


def events() -> QuerySet[Event]:
    """Return the events in sight, latest first.

    Returns:
        Events, each with `met`, the people typed, and `writing`, those chosen to be written to.
    """
    in_sight = Q(encounters__deleted_at=None)
    counted = Event.objects.filter(deleted_at=None).annotate(
        met=Count("encounters", filter=in_sight),
        writing=Count("encounters", filter=in_sight & Q(encounters__chosen=True)),
    )
    return counted.order_by("-on", "-pk")


def event(key: int, *, removed: bool = False) -> Event | None:
    """Return one event.

    Args:
        key: its key.
        removed: look among those taken out of sight instead.

    Returns:
        The event; None without one.
    """
    return Event.objects.filter(pk=key, deleted_at__isnull=not removed).first()


def encounters(event: Event) -> QuerySet[Encounter]:
    """Return who was heard or met at an event, speakers first.

    Args:
        event: the event.

    Returns:
        Encounters with their person, organization and approaches fetched.
    """
    rows = event.encounters.filter(deleted_at=None).select_related("person", "organization", "event")
    return rows.prefetch_related("approaches").order_by("-is_speaker", "pk")


def encounter(key: int, *, removed: bool = False) -> Encounter | None:
    """Return one encounter.

    Args:
        key: its key.
        removed: look among those taken out of sight instead.

    Returns:
        The encounter with its event, person and organization; None without one.
    """
    rows = Encounter.objects.select_related("event", "person", "organization")
    return rows.filter(pk=key, deleted_at__isnull=not removed, event__deleted_at=None).first()


def promises_due(on: date) -> QuerySet[Encounter]:
    """Return the promises made at events whose day has come, until they are kept.

    Args:
        on: today.

    Returns:
        Encounters with their person and event, earliest promise first.
    """
    rows = Encounter.objects.filter(deleted_at=None, event__deleted_at=None, promise_kept_on=None)
    due = rows.exclude(promised="").filter(promised_for__lte=on)
    return due.select_related("person", "event", "organization").order_by("promised_for", "pk")
