"""Stories as the pages, the résumé and the interview read them: their words, their proof, their strength."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Prefetch, QuerySet

from tremplin.documents.claims import unproved
from tremplin.evidence.figures import Figure
from tremplin.evidence.guard import Unsupported
from tremplin.evidence.wording import worded
from tremplin.journal import queries as journal
from tremplin.journal.domain.table import ESTIMATION
from tremplin.stories.domain.car import Car
from tremplin.stories.domain.origins import bare_estimates
from tremplin.stories.domain.strength import Strength, strength_of
from tremplin.stories.domain.telling import Output, Outputs, outputs_of
from tremplin.stories.models import Story

MOST_RESULTS = 30
MOST_JUDGED = 512
UNJUDGED = Strength()
NOTHING = Outputs(Output(""), Output(""), Output(""))


@dataclass(frozen=True, slots=True)
class Note:
    """A dated entry of the journal that a story leads to; `figures` are confirmed."""

    entry: int
    on: date
    says: str
    figures: tuple[Figure, ...]

    @property
    def in_words(self) -> tuple[str, ...]:
        """Its figures as a chip shows them; an estimated one says so."""
        return tuple(worded(one) + (ESTIMATION if one.estimated else "") for one in self.figures)


@dataclass(frozen=True, slots=True)
class Told:
    """A story whole.

    `experience` is a key of the journal, with its kind and title; `activity` the key of the starter
    activity; `missing` are the numbers of its parts that none of its notes gives.
    """

    key: int
    revision: int
    title: str
    activity: str
    experience: int | None
    experience_kind: str
    experience_title: str
    car: Car
    line: str
    skills: tuple[str, ...]
    notes: tuple[Note, ...]
    missing: tuple[Unsupported, ...] = ()
    strength: Strength = UNJUDGED
    outputs: Outputs = NOTHING

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The confirmed figures of its notes: what its words answer to."""
        return tuple(figure for note in self.notes for figure in note.figures)

    @property
    def evidence(self) -> tuple[int, ...]:
        """Keys of the entries it leads to."""
        return tuple(note.entry for note in self.notes)

    @property
    def is_proved(self) -> bool:
        """Whether its line may be printed: complete, led to a note, no number without proof."""
        return bool(self.notes) and self.outputs.line.is_printable


def stories() -> tuple[Told, ...]:
    """Return every story in sight, the strongest first.

    Returns:
        Stories, finished or not; the latest first among equals.
    """
    return tuple(sorted(map(_told, _rows()), key=lambda one: -one.strength.points))


def story(key: int) -> Told | None:
    """Return one story in sight; None without one."""
    row = _rows().filter(pk=key).first()
    return _told(row) if row else None


def story_row(key: int, *, removed: bool = False) -> Story | None:
    """Return the row of a story.

    Args:
        key: its key.
        removed: look among those taken out of sight instead.

    Returns:
        The row; None without one.
    """
    return Story.objects.filter(pk=key, deleted_at__isnull=not removed).first()


def proved_stories() -> tuple[Told, ...]:
    """Return the stories that may be printed, the strongest first."""
    return tuple(one for one in stories() if one.is_proved)


def as_typed(found: Told, *, title: str, car: Car, line: str, skills: Iterable[str]) -> Told:
    """Return a story with other words, judged again; nothing is saved.

    Args:
        found: the story as kept.
        title: its title as typed.
        car: its parts as typed.
        line: its own line as typed; empty to have it composed.
        skills: what it shows as typed.

    Returns:
        The story as it would be.
    """
    typed = replace(found, title=title, car=car, line=line, skills=tuple(skills))
    return _judged(typed)


def results_to_tell(*, limit: int = MOST_RESULTS) -> tuple[Note, ...]:
    """Return the results of the journal that no story tells yet, the latest first.

    Args:
        limit: how many at most.

    Returns:
        Entries with a confirmed figure; private ones and drafts are left out.
    """
    told = {entry for one in stories() for entry in one.evidence}
    return tuple(note for note in _results() if note.entry not in told)[:limit]


def results_to_tie(found: Told, *, limit: int = MOST_RESULTS) -> tuple[Note, ...]:
    """Return the notes a story may be led to: those of its experience first, with a figure or not.

    Args:
        found: the story.
        limit: how many at most.

    Returns:
        Notes it does not lead to yet.
    """
    rows = [one for one in _told_entries().order_by("-date", "-pk") if one.pk not in found.evidence]
    rows.sort(key=lambda one: one.experience_id != found.experience)
    return tuple(_note(one) for one in rows[:limit])


def _results() -> Iterator[Note]:
    with_figure = _told_entries().filter(impacts__confirmed_at__isnull=False, impacts__removed_at=None)
    return map(_note, with_figure.distinct().order_by("-date", "-pk"))


def _told_entries() -> QuerySet[Any]:
    """Return the entries that may leave the journal."""
    return journal.entries().filter(draft=False).exclude(visibility="private")


def _note(one: Any) -> Note:
    return Note(one.pk, one.date, one.action, journal.figures_of(one))


def _rows() -> QuerySet[Story]:
    shown = _told_entries().order_by("date", "pk")
    rows = Story.objects.filter(deleted_at=None).select_related("experience")
    return rows.prefetch_related("skills", Prefetch("entries", queryset=shown, to_attr="shown_entries"))


def _told(row: Story) -> Told:
    notes = tuple(map(_note, row.shown_entries))  # type: ignore[attr-defined]  # prefetched by _rows
    kept = Told(
        key=row.pk,
        revision=row.revision,
        title=row.title,
        activity=row.activity,
        experience=row.experience_id,
        experience_kind=row.experience.kind if row.experience else "",
        experience_title=row.experience.title if row.experience else "",
        car=Car(row.context, row.action, row.result),
        line=row.line,
        skills=tuple(skill.name for skill in row.skills.all()),
        notes=notes,
    )
    return _judged(kept)


@lru_cache(maxsize=MOST_JUDGED)
def _judged(told: Told) -> Told:
    """Hold the words of a story against its notes, once for each wording: every page asks."""
    missing = unproved(told.car.whole, told.figures, same_noun=True)
    outputs = outputs_of(told.car, title=told.title, skills=told.skills, given=told.figures, line=told.line)
    return replace(
        told,
        missing=missing,
        strength=strength_of(
            told.car,
            notes=len(told.notes),
            missing=missing,
            estimates=bare_estimates(told.car.whole, told.figures),
            line=outputs.line.text,
        ),
        outputs=outputs,
    )
