"""Telling: a story begins, changes, leads to a dated note, goes out of sight and comes back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tremplin.evidence.proposals import proposals
from tremplin.journal.operations import (
    ExperienceKind,
    Method,
    Noted,
    add_experience,
    find_or_add_skill,
    note,
    ticked_figures,
)
from tremplin.kit.revisions import save_revision
from tremplin.stories.domain.origins import note_text
from tremplin.stories.models import Story


@dataclass(frozen=True, slots=True)
class NewExperience:
    """Something lived outside what the journal knows yet."""

    kind: ExperienceKind
    title: str
    starts_on: date
    ends_on: date | None = None


@transaction.atomic
def start_story(
    *,
    title: str,
    activity: str = "",
    experience: int | NewExperience | None = None,
    words: Mapping[str, str] | None = None,
    skills: Iterable[str] = (),
    entries: Iterable[int] = (),
) -> Story:
    """Begin a story, with what is already known of it.

    Args:
        title: what it is called.
        activity: key of the starter activity; empty when it comes from elsewhere.
        experience: key of an experience of the journal, or the one to add there first.
        words: « context », « action » and « result », those already written.
        skills: names of what it shows.
        entries: keys of the dated notes it leads to.

    Returns:
        The story.
    """
    if isinstance(experience, NewExperience):
        added = add_experience(
            kind=experience.kind,
            title=experience.title,
            starts_on=experience.starts_on,
            ends_on=experience.ends_on,
        )
        experience = added.pk
    story = Story.objects.create(
        title=title.strip(), activity=activity, experience_id=experience, **(words or {})
    )
    story.skills.set([find_or_add_skill(name) for name in skills])
    story.entries.set(entries)
    return story


@transaction.atomic
def change_story(
    story: Story,
    *,
    revision: int,
    changes: Mapping[str, Any],
    skills: Iterable[str] | None = None,
    entries: Iterable[int] | None = None,
) -> Story:
    """Save what is said of a story.

    Args:
        story: the story.
        revision: the revision the form was made from.
        changes: new values by field name.
        skills: names of what it shows; None leaves them.
        entries: keys of its dated notes; None leaves them.

    Returns:
        The story as saved.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    kept = save_revision(story, revision=revision, changes=changes)
    if skills is not None:
        kept.skills.set([find_or_add_skill(name) for name in skills])
    if entries is not None:
        kept.entries.set(entries)
    return kept


@transaction.atomic
def say_where_from(story: Story, *, says: str, where: str, on: date, method: Method, at: datetime) -> int:
    """Answer « d’où vient ce chiffre ? »: write the dated note in the journal, its figures confirmed.

    Args:
        story: the story that says the figure.
        says: the sentence that holds the figure.
        where: what shows it: a page, a table, a list; its own numbers are not confirmed.
        on: the day it was true.
        method: how it is known.
        at: now.

    Returns:
        The key of the entry, which the story now leads to.
    """
    text, said = note_text(says, where), len(says.strip())
    places = [f"{one.start}-{one.end}" for one in proposals(text) if one.end <= said]
    columns = {"action": text, "date": on, "experience_id": story.experience_id}
    skills = [skill.name for skill in story.skills.all()]
    noted = Noted(columns=columns, skills=skills, figures=ticked_figures(text, places, method=method))
    entry = note(noted, at=at)
    story.entries.add(entry.pk)
    return entry.pk


@transaction.atomic
def lead_to(story: Story, *, entry: int) -> None:
    """Tie a story to a dated note that is already in the journal."""
    story.entries.add(entry)


@transaction.atomic
def untie(story: Story, *, entry: int) -> None:
    """Stop leading a story to a note, which stays in the journal."""
    story.entries.remove(entry)


@transaction.atomic
def remove_story(story: Story, *, at: datetime) -> None:
    """Take a story out of sight; its notes stay in the journal."""
    Story.objects.filter(pk=story.pk).update(deleted_at=at)


@transaction.atomic
def bring_story_back(story: Story) -> None:
    """Put a removed story back."""
    Story.objects.filter(pk=story.pk).update(deleted_at=None)
