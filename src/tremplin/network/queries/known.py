"""Whom the student knows: one answer for the map, the paths and the exports."""

from collections.abc import Iterable

from django.db.models import Q

from tremplin.network.models import Circle, Person, Tie, TieKind

TO_ME = Q(other=None) & ~Q(kind=TieKind.FOLLOWED)
IN_A_CIRCLE = ~Q(circle__in=("", Circle.FOLLOWED))


def known_people(*, exchanged: Iterable[int]) -> frozenset[int]:
    """Return whom the student knows in person.

    A tie, a connection or a real exchange tells it. A circle alone tells it too, unless someone else is said
    to lead there: it then says where they come from, not that they were met.

    Args:
        exchanged: keys of those a real exchange was had with.

    Returns:
        Keys of people.
    """
    tied = Tie.objects.filter(TO_ME).values_list("person_id", flat=True)
    connected = Person.objects.exclude(connected_on=None).values_list("pk", flat=True)
    through = Tie.objects.exclude(other=None).values("other_id")
    placed = Person.objects.filter(IN_A_CIRCLE).exclude(pk__in=through).values_list("pk", flat=True)
    return frozenset((*tied.order_by(), *connected.order_by(), *placed.order_by(), *exchanged))
