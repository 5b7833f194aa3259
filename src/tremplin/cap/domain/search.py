"""The search for an internship as Cap shows it: what waits, and what has no next gesture."""

from collections.abc import Iterator
from dataclasses import dataclass

from tremplin.cap.domain.project import Place
from tremplin.cap.domain.week import Task

ONE_MINUTE, A_MESSAGE = 1, 5
WAITS, IS_STILL = 93, 35
MOST_WAITING = 2


@dataclass(frozen=True)
class Waiting:
    """Something due in Trouver: what, why, and the button that opens it."""

    title: str
    why: str
    label: str
    url: str


@dataclass(frozen=True)
class Search:
    """The search of the student.

    Attributes:
        waiting: what is due today or late, the first first.
        still: targets without a next gesture.
        targets: targets in view.
        add_url: where a target is added; empty while Trouver is not built.
        find_url: where companies are searched.
    """

    waiting: tuple[Waiting, ...] = ()
    still: tuple[Place, ...] = ()
    targets: int = 0
    url: str = ""
    add_url: str = ""
    find_url: str = ""


def search_tasks(search: Search) -> Iterator[Task]:
    """Yield what the search proposes for the week.

    Args:
        search: the search.

    Yields:
        What waits first, then one target to give a next gesture.
    """
    for one in search.waiting[:MOST_WAITING]:
        yield Task(one.title, one.why, A_MESSAGE, one.url, WAITS)
    for place in search.still[:1]:
        why = "Une cible sans prochain geste s’endort."
        yield Task(f"Écrire le prochain geste\u00a0: {place.title}", why, ONE_MINUTE, place.url, IS_STILL)
