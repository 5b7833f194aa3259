"""From an interview to come to its cheat sheet: what is proved goes on it, what is not is said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from tremplin.accounts.queries import current_student
from tremplin.documents.cheat_sheet import CheatSheet, SheetAnswer, SheetStory
from tremplin.documents.claims import unproved
from tremplin.documents.paper import Cited
from tremplin.evidence.figures import Figure
from tremplin.journal.domain.words import folded
from tremplin.law.parameters import NoValueInForce
from tremplin.law.words import NBSP, counted, day, hour, one_line
from tremplin.stories.domain.negotiating import floor
from tremplin.stories.domain.practice import Memory
from tremplin.stories.domain.questions import Question, bank
from tremplin.stories.models import Answer, Interview
from tremplin.stories.queries.interview import answers, latest_remarks, memories
from tremplin.stories.queries.stories import Told, stories

MOST_STORIES: Final = 3
MOST_ANSWERS: Final = 6
MOST_LINES: Final = 4
NOT_YET_KNOWN: Final = 0.0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words that are not on the sheet, for a number of them that no note proves."""

    question: Question
    number: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """The sheet, and what is left out of it."""

    sheet: CheatSheet
    left_out: tuple[LeftOut, ...]


def prepared(interview: Interview, *, on: date) -> Prepared:
    """Return the cheat sheet of an interview as it stands.

    Args:
        interview: the interview.
        on: the day written on it; its legal figures apply.

    Returns:
        A frozen document whose every figure is proved, and what was left out.
    """
    told = stories()
    kept = answers()
    chosen = _chosen(told, kept.values())
    sound, left_out = _sorted_out(kept, told)
    return Prepared(
        CheatSheet(
            employer=interview.employer,
            title=title(interview, on=on),
            produced_on=on,
            summary=_summary(interview),
            opening=chosen[0].outputs.spoken.text if chosen else "",
            stories=tuple(map(_story, chosen)),
            answers=sound[:MOST_ANSWERS],
            reminders=latest_remarks()[:MOST_LINES],
            asked=_lines(interview.asked),
            known=_lines(interview.known),
            pay=_pay(on) if _is_internship(interview.role) else None,
            author=current_student().full_name,
        ),
        left_out,
    )


def title(interview: Interview, *, on: date) -> str:
    """Say how far the day is: « Nordelle, dans 3 jours »."""
    days = (interview.on - on).days
    near = {0: "aujourd’hui", 1: "demain", -1: "hier"}
    if days in near:
        return f"{interview.employer}, {near[days]}"
    return f"{interview.employer}, dans {days}{NBSP}jours" if days > 0 else f"{interview.employer}, passé"


def _summary(interview: Interview) -> str:
    when = day(interview.on) + (f", {hour(interview.at)}" if interview.at else "")
    role = interview.role[:1].upper() + interview.role[1:]
    return ". ".join(filter(None, (role, when, interview.place))) + "."


def _chosen(told: Iterable[Told], kept: Iterable[Answer]) -> tuple[Told, ...]:
    """Return the stories to tell: those the student picked most, then the strongest; proved ones only."""
    picked = [row.story_id for row in kept]
    proved = [one for one in told if one.is_proved and one.outputs.spoken.is_printable]
    return tuple(sorted(proved, key=lambda one: -picked.count(one.key))[:MOST_STORIES])


def _story(told: Told) -> SheetStory:
    notes = told.notes
    source = f"{counted(len(notes), 'note')}, dernière le {day(max(one.on for one in notes))}"
    return SheetStory(told.title, told.outputs.line.text, source, told.figures)


def _sorted_out(
    kept: dict[str, Answer], told: Iterable[Told]
) -> tuple[tuple[SheetAnswer, ...], tuple[LeftOut, ...]]:
    """Keep apart the words that say an unproved number; the least sure questions come first."""
    given = tuple(figure for one in told for figure in one.figures)
    known = memories()
    worded = [(bank()[key], one_line(row.words)) for key, row in kept.items() if key in bank() and row.words]
    ranked = sorted(worded, key=lambda one: _sureness(known.get(one[0].key)))
    refused = {question.key: unproved(words, given) for question, words in ranked}
    return (
        tuple(_answer(question, words, given) for question, words in ranked if not refused[question.key]),
        tuple(
            LeftOut(question, refused[question.key][0].words)
            for question, _ in ranked
            if refused[question.key]
        ),
    )


def _answer(question: Question, words: str, given: tuple[Figure, ...]) -> SheetAnswer:
    return SheetAnswer(question.text, words, given)


def _sureness(memory: Memory | None) -> float:
    return NOT_YET_KNOWN if memory is None or memory.stability is None else memory.stability


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())[:MOST_LINES]


def _is_internship(role: str) -> bool:
    """Say whether the minimum of an internship is worth reminding; an unsaid role may be one."""
    return not role.strip() or "stage" in folded(role)


def _pay(on: date) -> Cited | None:
    """Say the legal minimum of an internship, with its articles; None when no figure is known that day."""
    try:
        least = floor("internship", on=on)
    except NoValueInForce:
        return None
    cited = tuple(dict.fromkeys(str(step.because) for step in least.steps if step.because))
    return Cited(f"Pour un stage, le minimum légal est de {least.says}.", cited)
