"""What Récits would like this week: a figure that waits for its note, a first story, an interview near."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from tremplin.cap.addresses import address
from tremplin.cap.domain.week import Task
from tremplin.law.words import NBSP
from tremplin.stories.queries.interview import next_interview
from tremplin.stories.queries.stories import stories
from tremplin.stories.sheets import title

NEAR_DAYS: Final = 7


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


def interview_tasks(*, on: date) -> Iterator[Task]:
    """Yield the interview of the coming week, when there is one.

    Args:
        on: today.

    Yields:
        One task, which leads to its sheet.
    """
    coming = next_interview(on=on)
    if coming is not None and (coming.on - on).days <= NEAR_DAYS:
        why = f"{title(coming, on=on)}{NBSP}: la fiche tient sur une page."
        yield Task("Préparer l’entretien", why, 10, address("stories:interview-day", coming.pk), 97)
