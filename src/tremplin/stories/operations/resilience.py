"""The story of a bad internship: begun, saved, mended, proved, anchored in a ghost project."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tremplin.evidence.proposals import proposals
from tremplin.internships.operations.internships import Details, create_internship
from tremplin.internships.operations.projects import add_project
from tremplin.journal.domain.words import plain_text
from tremplin.journal.operations import Noted, note, ticked_figures
from tremplin.kit.revisions import save_revision
from tremplin.stories.domain.lacks import lacks_named
from tremplin.stories.domain.resilience import Resilience, drafted
from tremplin.stories.models import ResilienceStory

LONGEST_TITLE = 200


@transaction.atomic
def start_resilience(
    *, internship_id: int | None, lacks: Sequence[str], host: str = "", starts_on: date, ends_on: date
) -> ResilienceStory:
    """Begin the story of an internship, each lack already turned into neutral words.

    Args:
        internship_id: the internship; None creates it from its host and dates.
        lacks: names of what was missing.
        host: name of the employer; may be empty.
        starts_on: first day, for a new internship.
        ends_on: last day, for a new internship.

    Returns:
        The story, to be completed.
    """
    if internship_id is None:
        title = f"Stage chez {host}" if host else "Stage"
        created = create_internship(Details(title=title, starts_on=starts_on, ends_on=ends_on, host=host))
        internship_id = created.pk
    begun = drafted(Resilience(), lacks_named(lacks))
    return ResilienceStory.objects.create(internship_id=internship_id, lacks=list(lacks), **asdict(begun))


@transaction.atomic
def save_resilience(story: ResilienceStory, *, revision: int, changes: Mapping[str, Any]) -> ResilienceStory:
    """Save what was typed.

    Args:
        story: the story.
        revision: the revision the form was made from.
        changes: new values by column.

    Returns:
        The story, one revision further.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    return save_revision(story, revision=revision, changes=changes)


@transaction.atomic
def start_ghost(story: ResilienceStory, *, title: str, ghost_kind: str, objective: str = "") -> Any:
    """Anchor a story in a ghost project (*projet fantôme*) of its internship.

    Args:
        story: the story.
        title: what nobody asked for.
        ghost_kind: its form, as the register of projects names it.
        objective: what it serves; may be empty.

    Returns:
        The project of the register.
    """
    kind: Any = "ghost"
    project = add_project(
        story.internship, kind=kind, title=title[:LONGEST_TITLE], ghost_kind=ghost_kind, objective=objective
    )
    ResilienceStory.objects.filter(pk=story.pk).update(project=project)
    return project


@transaction.atomic
def prove_figure(story: ResilienceStory, *, says: str, on: date, method: str, at: datetime) -> Any:
    """Write the dated note a figure comes from, its figures confirmed.

    Args:
        story: the story.
        says: what happened, with the figure.
        on: the day.
        method: how it is known.
        at: now.

    Returns:
        The entry of the journal.
    """
    every = [f"{one.start}-{one.end}" for one in proposals(plain_text(says))]
    columns = {"action": says, "date": on, "experience_id": story.internship.experience_id}
    return note(Noted(columns=columns, figures=ticked_figures(says, every, method=method)), at=at)


@transaction.atomic
def set_resilience_aside(story: ResilienceStory, *, at: datetime | None) -> None:
    """Put a story out of sight, or bring it back.

    Args:
        story: the story.
        at: now; None brings it back.
    """
    ResilienceStory.objects.filter(pk=story.pk).update(deleted_at=at)
