"""Practising aloud: when a question comes back, how well it is known, what the student kept of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import IntEnum
from typing import Final

from fsrs import Card, Rating, Scheduler, State

from tremplin.law.words import NBSP, in_letters

SOON: Final = timedelta(minutes=10)
FARTHEST_DAYS: Final = 60
DAY_BEFORE: Final = timedelta(days=1)


class Grade(IntEnum):
    """How the student judges an answer just given; values are those of the scheduler."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


GRADES: Final[dict[Grade, tuple[str, str]]] = {
    Grade.AGAIN: ("À refaire", "Je n’ai pas su répondre."),
    Grade.HARD: ("Hésitant", "J’ai cherché mes mots, ou dépassé."),
    Grade.GOOD: ("Juste", "J’ai dit l’essentiel, dans le temps."),
    Grade.EASY: ("Évident", "C’est venu tout seul."),
}


@dataclass(frozen=True, slots=True)
class Memory:
    """How well a question is known after a practice.

    Attributes:
        state: 1 while it is learnt, 2 once known, 3 when learnt again.
        step: rank among the short waits; None once known.
        stability: days until it is half forgotten or so; None before the first practice.
        difficulty: from 1 to 10.
        due_at: when to practise it again.
        practised_at: when it was practised last.
    """

    state: int
    step: int | None
    stability: float | None
    difficulty: float | None
    due_at: datetime
    practised_at: datetime


def after(
    memory: Memory | None,
    grade: Grade,
    *,
    at: datetime,
    interview_on: date | None = None,
    is_fuzzed: bool = True,
) -> Memory:
    """Return how well a question is known once practised again.

    Args:
        memory: what was known before; None the first time.
        grade: how the answer went.
        at: now, with its zone.
        interview_on: the next interview; the question comes back by its eve.
        is_fuzzed: spread the days a little, so that questions do not all come back together.

    Returns:
        The new memory; `due_at` is later than `at`.
    """
    scheduler = Scheduler(
        learning_steps=(SOON,),
        relearning_steps=(SOON,),
        maximum_interval=FARTHEST_DAYS,
        enable_fuzzing=is_fuzzed,
    )
    card, _ = scheduler.review_card(_card(memory, at), Rating(int(grade)), at.astimezone(UTC))
    due_at = _before(interview_on, card.due.astimezone(at.tzinfo), at)
    return Memory(int(card.state), card.step, card.stability, card.difficulty, due_at, at)


def _card(memory: Memory | None, at: datetime) -> Card:
    if memory is None:
        return Card(card_id=0, due=at.astimezone(UTC))
    return Card(
        card_id=0,
        state=State(memory.state),
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.due_at.astimezone(UTC),
        last_review=memory.practised_at.astimezone(UTC),
    )


def _before(interview_on: date | None, due: datetime, at: datetime) -> datetime:
    """Bring a question back on the eve of the interview at the latest, when the eve is to come."""
    if interview_on is None or due.date() < interview_on:
        return due
    eve = datetime.combine(interview_on - DAY_BEFORE, at.timetz())
    return max(eve, at + SOON) if interview_on > at.date() else due


def due(memories: Mapping[str, Memory], *, now: datetime) -> tuple[str, ...]:
    """Return the questions to practise again, the longest awaited first.

    Args:
        memories: the last memory of each question, by key.
        now: the present instant.

    Returns:
        Keys.
    """
    waiting = [(memory.due_at, key) for key, memory in memories.items() if memory.due_at <= now]
    return tuple(key for _, key in sorted(waiting))


def streak(days: Iterable[date], *, today: date) -> int:
    """Count the days in a row with a practice, up to today or yesterday.

    Args:
        days: days with a practice, in any order.
        today: the present day; it breaks nothing while it is not over.

    Returns:
        Whole days; 0 when neither today nor yesterday has one.
    """
    practised = set(days)
    day = today if today in practised else today - DAY_BEFORE
    count = 0
    while day in practised:
        count, day = count + 1, day - DAY_BEFORE
    return count


def title(*, due_count: int, known: int, uncovered: int, total: int) -> str:
    """Say what the page of the interview finds.

    Args:
        due_count: questions to practise again.
        known: questions practised at least once.
        uncovered: questions that no story answers.
        total: questions in the bank.

    Returns:
        One sentence without a full stop.
    """
    if not known:
        return f"Commencez par une question, il y en a {total}"
    if due_count:
        return f"{in_letters(due_count, 'question').capitalize()} à revoir aujourd’hui"
    if uncovered:
        return f"Rien à revoir, {in_letters(uncovered, 'question')} sans récit"
    worked = in_letters(known, "question travaillée", "questions travaillées").capitalize()
    return f"{worked}, rien à revoir aujourd’hui"


def returns(memory: Memory, *, now: datetime) -> str:
    """Say when a question comes back: « dans 10 minutes », « demain », « dans 12 jours ».

    Args:
        memory: how well it is known.
        now: the present instant, in the student's zone.

    Returns:
        A few French words.
    """
    due_at = memory.due_at.astimezone(now.tzinfo)
    days = (due_at.date() - now.date()).days
    if due_at <= now:
        return "maintenant"
    if days == 0:
        minutes = -(-(due_at - now).seconds // 60)
        said = f"{minutes}{NBSP}min" if minutes < 60 else f"{minutes // 60}{NBSP}h"
        return f"dans {said}"
    return "demain" if days == 1 else f"dans {days}{NBSP}jours"
