"""What Récits would like this week: a figure that waits for its note, a first story."""

from collections.abc import Iterator

from tremplin.cap.addresses import address
from tremplin.cap.domain.week import Task
from tremplin.law.words import NBSP
from tremplin.stories.queries.stories import stories


def telling_tasks() -> Iterator[Task]:
    """Yield what a story waits for; a first story when there is none.

    Yields:
        One task, lighter than what other rooms ask.
    """
    told = stories()
    waiting = next((one for one in told if one.missing), None)
    if waiting is not None:
        title = f"Dire d’où vient «{NBSP}{waiting.missing[0].words.strip()}{NBSP}»"
        why = f"{waiting.title}{NBSP}: la ligne pourra aller sur le CV."
        yield Task(title, why, 2, address("stories:story", waiting.key), 25)
    elif not told:
        why = "Trésorerie, tournoi, guilde\u00a0: trois questions, une ligne de CV."
        yield Task("Raconter une activité hors des stages", why, 5, address("stories:choose"), 20)
