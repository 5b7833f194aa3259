"""From an interview to come to its cheat sheet: what is proved goes on it, what is not is said."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from tremplin.accounts.queries import current_student
from tremplin.documents.cheat_sheet import CheatSheet, SheetAnswer, SheetStory
from tremplin.documents.claims import unproved
from tremplin.documents.paper import Cited
from tremplin.evidence.guard import Evidence
from tremplin.journal.domain.words import folded
from tremplin.law.parameters import NoValueInForce
from tremplin.law.words import NBSP, counted, day, hour, one_line
from tremplin.stories.domain.activities import activity
from tremplin.stories.domain.negotiating import floor
from tremplin.stories.domain.practice import Memory
from tremplin.stories.domain.questions import Question, bank
from tremplin.stories.domain.resilience import Telling, held
from tremplin.stories.domain.telling import lowered
from tremplin.stories.models import Answer, Interview, ResilienceStory
from tremplin.stories.queries.interview import answers, latest_remarks, memories
from tremplin.stories.queries.resilience import parts_of, surroundings_of, tellings
from tremplin.stories.queries.stories import Told, stories

MOST_STORIES: Final = 3
MOST_ANSWERS: Final = 6
MOST_LINES: Final = 4
NOT_YET_KNOWN: Final = 0.0
HOME_LIFE: Final = "life"
STEM: Final = re.compile(r"[a-z]{4,}")
STEM_LETTERS: Final = 6


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words that are not on the sheet, for a number of them that no note proves."""

    question: Question
    number: str


@dataclass(frozen=True, slots=True)
class Ready:
    """A proved story that may go on a sheet.

    Attributes:
        name: its name among stories of both kinds.
        shown: as the sheet prints it.
        spoken: as it is said aloud.
        text: everything it says, to tell how near it is to the interview.
        is_home_life: it tells of family or of one's own life: never told without the student's own choice.
    """

    name: str
    shown: SheetStory
    spoken: str
    text: str
    is_home_life: bool = False


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
    kept = answers()
    told = _ready()
    chosen = _chosen(told, kept.values(), interview)
    sound, left_out = _sorted_out(kept, told)
    return Prepared(
        CheatSheet(
            employer=interview.employer,
            title=title(interview, on=on),
            produced_on=on,
            summary=_summary(interview),
            opening=_opening(interview, chosen, kept.values()),
            stories=tuple(one.shown for one in chosen),
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


def _ready() -> tuple[Ready, ...]:
    """Return the stories a sheet may tell, the strongest first: every figure of them is proved."""
    told = (one for one in stories() if one.is_proved and one.outputs.spoken.is_printable)
    turned = ((row, telling) for row, telling in tellings() if telling.can_leave and telling.line)
    return (*map(_story, told), *(_hardship(row, telling) for row, telling in turned))


def _chosen(told: Iterable[Ready], kept: Iterable[Answer], interview: Interview) -> tuple[Ready, ...]:
    """Return the stories to tell: those the student picked most, then the nearest to what is sought."""
    picked = [row.told for row in kept]
    sought = _stems(f"{interview.role} {interview.known}")

    def rank(one: Ready) -> tuple[int, bool, int]:
        return -picked.count(one.name), one.is_home_life, -len(sought & _stems(one.text))

    return tuple(sorted(told, key=rank)[:MOST_STORIES])


def _stems(text: str) -> frozenset[str]:
    """Return the beginnings of the words of a text: « logistique » and « logistiques » are one."""
    return frozenset(word[:STEM_LETTERS] for word in STEM.findall(folded(text)))


def _opening(interview: Interview, chosen: tuple[Ready, ...], kept: Iterable[Answer]) -> str:
    """Write the first minute: who I am, what I come for, one story; a number nothing proves is left out."""
    student = current_student()
    picked = {row.told for row in kept}
    first = next((one for one in chosen if one.name in picked or not one.is_home_life), None)
    said = (
        f"Je m’appelle {student.full_name}." if student.full_name else "",
        f"Ma formation{NBSP}: {student.studies}." if student.studies else "",
        f"Je viens pour ceci{NBSP}: {lowered(interview.role.rstrip('.'))}." if interview.role else "",
    )
    sound = [one for one in said if one and not unproved(one, ())]
    return " ".join([*sound, first.spoken]) if first else ""


def _story(told: Told) -> Ready:
    notes = told.notes
    source = f"{counted(len(notes), 'note')}, dernière le {day(max(one.on for one in notes))}"
    about = activity(told.activity)
    text = " ".join((told.title, told.car.whole, told.experience_title, *told.skills))
    return Ready(
        str(told.key),
        SheetStory(told.title, told.outputs.line.text, source, told.figures),
        told.outputs.spoken.text,
        text,
        about is not None and about.family == HOME_LIFE,
    )


def _hardship(row: ResilienceStory, telling: Telling) -> Ready:
    around = surroundings_of(row)
    proofs = held(parts_of(row), given=around.given)
    days = sorted(one.figure.on for one in proofs)
    source = f"{counted(len(days), 'preuve')}, dernière le {day(days[-1])}" if days else ""
    shown = SheetStory(str(row), telling.line, source, around.given)
    return Ready(f"r{row.pk}", shown, telling.long.text, telling.written.text)


def _sorted_out(
    kept: dict[str, Answer], told: Iterable[Ready]
) -> tuple[tuple[SheetAnswer, ...], tuple[LeftOut, ...]]:
    """Keep apart the words that say an unproved number; the least sure questions come first."""
    given = tuple(figure for one in told for figure in one.shown.given)
    known = memories()
    worded = [(bank()[key], one_line(row.words)) for key, row in kept.items() if key in bank() and row.words]
    ranked = sorted(worded, key=lambda one: _sureness(known.get(one[0].key)))
    refused = {question.key: unproved(words, given, same_noun=True) for question, words in ranked}
    return (
        tuple(_answer(question, words, given) for question, words in ranked if not refused[question.key]),
        tuple(
            LeftOut(question, refused[question.key][0].words)
            for question, _ in ranked
            if refused[question.key]
        ),
    )


def _answer(question: Question, words: str, given: tuple[Evidence, ...]) -> SheetAnswer:
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
