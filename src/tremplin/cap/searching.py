"""The search for an internship, read from Trouver as Cap shows it."""

from datetime import date

from tremplin.cap.addresses import address
from tremplin.cap.domain.project import Place
from tremplin.cap.domain.search import Search, Waiting
from tremplin.prospecting.domain.days import for_day
from tremplin.prospecting.domain.dues import Due
from tremplin.prospecting.queries.cadence import due
from tremplin.prospecting.queries.targets import targets, without_next_step


def searching(*, on: date) -> Search:
    """Return what the search for an internship waits for.

    Args:
        on: today.

    Returns:
        What is due, late things included, and the targets that stand still.
    """
    return Search(
        waiting=tuple(_waiting(one, on) for one in due(on) if one.address),
        still=tuple(Place(str(one), address("prospecting:edit", one.pk)) for one in without_next_step(on=on)),
        targets=targets().count(),
        url=address("prospecting:home"),
        add_url=address("prospecting:add"),
        find_url=address("prospecting:search"),
    )


def _waiting(one: Due, today: date) -> Waiting:
    why = ". ".join(filter(None, (for_day(one.on, today=today), one.says)))
    return Waiting(one.title, f"{why}.", one.action, one.address)
