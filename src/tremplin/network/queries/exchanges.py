"""Real exchanges with people: those written here, and those that other rooms keep."""

from collections.abc import Iterable
from datetime import date
from importlib import import_module

from django.conf import settings
from django.db.models import Max, Min, QuerySet
from django.utils import timezone

from tremplin.network.domain.exchanged import Exchanged
from tremplin.network.models import Interaction, InteractionKind, Person


def exchanged_elsewhere() -> tuple[Exchanged, ...]:
    """Return the real exchanges that other rooms keep: what they take back is no longer there.

    Returns:
        Exchanges until today, in no order.
    """
    today = timezone.localdate()
    told: Iterable[Exchanged] = import_module(settings.EXCHANGES_ELSEWHERE).real_exchanges()
    return tuple(one for one in told if one.on <= today)


def exchanged_with(person: Person) -> tuple[Exchanged, ...]:
    """Return the real exchanges with someone that other rooms keep.

    Args:
        person: who.

    Returns:
        Exchanges until today, the latest first.
    """
    found = (one for one in exchanged_elsewhere() if one.person == person.pk)
    return tuple(sorted(found, key=lambda one: one.on, reverse=True))


def last_exchanges(*, before: date | None = None) -> dict[int, date]:
    """Return the day of the last real exchange with each person, wherever it is kept.

    Args:
        before: leave out that day and those after; None for all of them until today.

    Returns:
        Days by key of person; who never had any is absent.
    """
    rows = _real() if before is None else _real().filter(on__lt=before)
    found: dict[int, date] = dict(rows.values_list("person_id").annotate(last=Max("on")))
    for one in exchanged_elsewhere():
        if before is None or one.on < before:
            found[one.person] = max(one.on, found.get(one.person, one.on))
    return found


def first_exchanges(*, since: date) -> dict[int, date]:
    """Return the day of the first real exchange with each person from a day on, wherever it is kept.

    Args:
        since: the first day, included.

    Returns:
        Days by key of person, until today.
    """
    rows = _real().filter(on__gte=since)
    found: dict[int, date] = dict(rows.values_list("person_id").annotate(first=Min("on")))
    for one in exchanged_elsewhere():
        if one.on >= since:
            found[one.person] = min(one.on, found.get(one.person, one.on))
    return found


def _real() -> QuerySet[Interaction]:
    """Give the exchanges written here: an invitation alone is none, nor is a day to come."""
    rows = Interaction.objects.filter(on__lte=timezone.localdate()).order_by()
    return rows.exclude(kind=InteractionKind.INVITATION)
