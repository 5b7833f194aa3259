"""What is ready for an interview: questions due, answers prepared, stories that fit, the day to come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from tremplin.evidence.guard import Unsupported
from tremplin.stories.domain import practice
from tremplin.stories.domain.fitting import Tale, is_uncovered
from tremplin.stories.domain.lacks import lacks_named
from tremplin.stories.domain.practice import Memory
from tremplin.stories.domain.questions import Question, bank
from tremplin.stories.domain.resilience import PARTS, Telling, held
from tremplin.stories.domain.strength import CHECKS
from tremplin.stories.models import Answer, Interview, Practice, ResilienceStory
from tremplin.stories.queries.resilience import (
    parts_of,
    resilience_story,
    surroundings_of,
    tellings,
    told,
)
from tremplin.stories.queries.stories import Told, stories, story


@dataclass(frozen=True, slots=True)
class Aloud:
    """A story as it is said aloud, of either kind.

    Attributes:
        proofs: the dated entries it leads to, with their day.
        unproved: its numbers that none of them gives.
    """

    tale: Tale
    text: str
    proofs: tuple[tuple[int, date], ...] = ()
    unproved: tuple[Unsupported, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the preparation stands.

    Attributes:
        due: questions to practise again, the longest awaited first.
        memories: how well each question practised is known, by key.
        uncovered: keys of the questions that call for a story and find none.
        streak: days in a row with a practice.
    """

    due: tuple[Question, ...]
    memories: Mapping[str, Memory]
    uncovered: frozenset[str]
    streak: int

    @property
    def known(self) -> int:
        """How many questions were practised at least once."""
        return len(self.memories)


def standing(*, now: datetime, tales: Iterable[Tale] = ()) -> Standing:
    """Say where the preparation stands.

    Args:
        now: the present instant, in the student's zone.
        tales: the student's stories, as questions see them.

    Returns:
        Questions left out of the bank since are not counted.
    """
    told = tuple(tales)
    known = memories()
    days = Practice.objects.filter(deleted_at=None).values_list("at", flat=True)
    return Standing(
        due=tuple(bank()[key] for key in practice.due(known, now=now)),
        memories=known,
        uncovered=frozenset(key for key, one in bank().items() if is_uncovered(one, told)),
        streak=practice.streak((timezone.localtime(at).date() for at in days), today=now.date()),
    )


def memory_of(question: str) -> Memory | None:
    """Return how well a question is known; None when it was never practised."""
    row = practices(question).first()
    return row.memory if row else None


def practices(question: str) -> QuerySet[Practice]:
    """Return the times a question was practised, latest first."""
    return Practice.objects.filter(question=question, deleted_at=None)


def practice_row(key: int) -> Practice | None:
    """Return a practice, counted or not; None without one."""
    return Practice.objects.filter(pk=key).first()


def answer_to(question: str) -> Answer | None:
    """Return what was prepared for a question; None when nothing was."""
    return Answer.objects.filter(question=question).first()


def answers() -> dict[str, Answer]:
    """Return what was prepared, by question."""
    return {row.question: row for row in Answer.objects.all()}


def interviews() -> QuerySet[Interview]:
    """Return the interviews in sight, the earliest first."""
    return Interview.objects.filter(deleted_at=None)


def next_interview(*, on: date) -> Interview | None:
    """Return the first interview of a day or after it; None without one."""
    return interviews().filter(on__gte=on).first()


def interview(key: int, *, removed: bool = False) -> Interview | None:
    """Return one interview.

    Args:
        key: its key.
        removed: look among those taken out of sight instead.

    Returns:
        The row; None without one.
    """
    return Interview.objects.filter(pk=key, deleted_at__isnull=not removed).first()


def tale_of(told: Told) -> Tale:
    """Return a story as questions see it."""
    text = "\n".join((told.title, told.car.whole, told.line, told.experience_title))
    return Tale(told.key, told.title, text, told.skills, told.strength.points, told.is_proved)


def tale_of_hardship(row: ResilienceStory, telling: Telling) -> Tale:
    """Return the story of a bad internship as questions see it; what it lacked says what it shows."""
    text = "\n".join((str(row), *(getattr(row, name) for name in PARTS), telling.line))
    skills = tuple(one.skill for one in lacks_named(row.lacks))
    return Tale(row.pk, str(row), text, skills, len(CHECKS), telling.can_leave, is_resilience=True)


def tales() -> tuple[Tale, ...]:
    """Return every story as questions see it, the strongest first.

    Returns:
        Stories of a bad internship come in once they may leave.
    """
    ready = (tale_of_hardship(row, telling) for row, telling in tellings() if telling.can_leave)
    return (*map(tale_of, stories()), *ready)


def aloud(tale: Tale) -> Aloud | None:
    """Return a story as it is said aloud; None when it went meanwhile."""
    if tale.is_resilience:
        return _hardship_aloud(tale)
    found = story(tale.key)
    if found is None:
        return None
    spoken = found.outputs.spoken
    return Aloud(tale, spoken.text, tuple((note.entry, note.on) for note in found.notes), spoken.unproved)


def _hardship_aloud(tale: Tale) -> Aloud | None:
    row = resilience_story(tale.key)
    if row is None:
        return None
    around = surroundings_of(row)
    proofs = (one.figure for one in held(parts_of(row), given=around.given))
    led = tuple(dict.fromkeys((one.entry, one.on) for one in proofs))
    return Aloud(tale, told(row, around).long.text, led)


def memories() -> dict[str, Memory]:
    """Return how well each question practised is known, by key; those left out of the bank are not."""
    latest: dict[str, Memory] = {}
    for row in Practice.objects.filter(deleted_at=None).order_by("at", "pk"):
        latest[row.question] = row.memory
    return {key: memory for key, memory in latest.items() if key in bank()}


def latest_remarks() -> tuple[str, ...]:
    """Return what to improve, as noted at the last practice of each question, the latest first."""
    seen: dict[str, str] = {}
    for row in Practice.objects.filter(deleted_at=None):
        seen.setdefault(row.question, row.remark)
    return tuple(dict.fromkeys(remark for remark in seen.values() if remark))
