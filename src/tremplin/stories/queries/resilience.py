"""Stories of bad internships, with the names they must not say and the figures they may."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tremplin.evidence.figures import Figure
from tremplin.internships import queries as internships
from tremplin.journal import queries as journal
from tremplin.law.words import counted
from tremplin.network.queries.people import people_of
from tremplin.rights.queries import agreement_summary
from tremplin.stories.domain.neutral import Hidden
from tremplin.stories.domain.resilience import PARTS, Resilience, Telling, telling
from tremplin.stories.models import ResilienceStory, SealedNotes

WEEK = 7


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is read around a story: names to hide, confirmed figures, and its length in weeks."""

    hidden: Hidden
    figures: tuple[Figure, ...]
    lasted: str

    @property
    def given(self) -> tuple[Any, ...]:
        """Everything a figure of the story may answer to."""
        return (*self.figures, self.lasted)


def resilience_stories() -> tuple[ResilienceStory, ...]:
    """Return the stories in sight, latest first."""
    kept = ResilienceStory.objects.filter(deleted_at=None, internship__deleted_at=None)
    return tuple(kept.select_related("internship__experience__organization", "project"))


def resilience_story(story_id: int, *, removed: bool = False) -> ResilienceStory | None:
    """Return one story.

    Args:
        story_id: its key.
        removed: whether a removed one is wanted, to bring it back.

    Returns:
        The story; None when there is none.
    """
    found = ResilienceStory.objects.filter(pk=story_id, deleted_at__isnull=not removed)
    return found.select_related(
        "internship__experience__organization", "internship__tutor", "project"
    ).first()


def parts_of(story: ResilienceStory) -> Resilience:
    """Return the six parts of a story as the rules read them."""
    return Resilience(**{name: getattr(story, name) for name in PARTS})


def surroundings_of(story: ResilienceStory) -> Surroundings:
    """Return the names a story must not say, and the figures it may.

    Args:
        story: the story.

    Returns:
        Employer of the internship and of its agreement, its people, figures of finished entries of that
        internship that are not private, and how long it lasted.
    """
    experience = story.internship.experience
    kept = journal.entries(journal.Filters(experience=experience.pk)).filter(draft=False)
    figures = tuple(
        figure for one in kept.exclude(visibility="private") for figure in journal.figures_of(one)
    )
    return Surroundings(
        _hidden(story), figures, _lasted(experience.starts_on, internships.last_day(story.internship))
    )


def tellings() -> tuple[tuple[ResilienceStory, Telling], ...]:
    """Return the stories in sight with their lengths and whether they may leave."""
    return tuple((story, told(story, surroundings_of(story))) for story in resilience_stories())


def told(story: ResilienceStory, around: Surroundings) -> Telling:
    """Return the three lengths of a story and its line."""
    return telling(parts_of(story), hidden=around.hidden, given=around.given)


def sealed_notes(*, removed: int | None = None) -> SealedNotes | None:
    """Return the notes kept apart, still sealed.

    Args:
        removed: key of notes put out of sight, to bring them back; None for those in sight.

    Returns:
        The notes; None when there are none.
    """
    if removed is not None:
        return SealedNotes.objects.filter(pk=removed, deleted_at__isnull=False).first()
    return SealedNotes.objects.filter(deleted_at=None).first()


def removed_notes() -> tuple[SealedNotes, ...]:
    """Return the notes put out of sight, the latest first."""
    return tuple(SealedNotes.objects.filter(deleted_at__isnull=False).order_by("-deleted_at"))


def _hidden(story: ResilienceStory) -> Hidden:
    internship = story.internship
    host = internship.experience.organization
    tutor = internship.tutor.full_name if internship.tutor else ""
    staff = [one.full_name for one in people_of(host)] if host else []
    agreed = agreement_summary(of_version=version) if (version := internship.agreement_version_id) else None
    also = [name.strip() for name in story.also_hidden.split(",")]
    names = (str(host or ""), agreed.host if agreed else "", *also)
    return Hidden(
        employers=tuple(dict.fromkeys(filter(None, names))),
        tutor=tutor,
        people=tuple(one for one in staff if one != tutor),
        described=story.described.strip(),
    )


def _lasted(first: date, last: date) -> str:
    """Say how long it lasted in each unit a student may use."""
    days = (last - first).days + 1
    weeks, months = round(days / WEEK), round(days * 12 / 365)
    return ", ".join((counted(weeks, "semaine"), counted(months, "mois", "mois"), counted(days, "jour")))
