"""A check-in prepared from the journal: promised, done, proved, blocked, next; three wins; one question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import islice
from typing import Final, Literal

from tremplin.evidence.guard import unsupported_numbers
from tremplin.evidence.wording import worded
from tremplin.law.words import MONTHS, NBSP, day, in_letters
from tremplin.value.domain.briefs import about, brief, says_a_figure
from tremplin.value.domain.letters import hello, thanks
from tremplin.value.domain.results import Result, ranked

Kind = Literal["mid_term", "three_quarters"]
MOST_WINS: Final = 3
MOST_LINES: Final = 5
WEEKDAYS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
QUESTIONS: Final[dict[Kind, str]] = {
    "mid_term": "Qu’attendez-vous de voir d’ici la fin pour envisager une suite avec moi\u00a0?",
    "three_quarters": "Si je restais, quel serait le premier sujet à me confier, et qui en décide\u00a0?",
}
NAMES: Final[dict[Kind, str]] = {"mid_term": "à mi-parcours", "three_quarters": "aux trois quarts"}


@dataclass(frozen=True, slots=True)
class Prepared:
    """The five columns, the wins and the question, one line each; the student changes them all."""

    promised: str
    done: str
    proved: str
    blocked: str
    next: str
    wins: str
    question: str


def prepared(
    kind: Kind,
    results: Iterable[Result],
    *,
    promised: Sequence[str],
    coming: Sequence[str],
    since: date | None,
) -> Prepared:
    """Prepare a check-in from the journal.

    Args:
        kind: mid-term, or three quarters.
        results: every finished entry.
        promised: what was committed to last time, else the goals of the internship.
        coming: what is under way or not reached.
        since: the day of the last check-in; None for the first.

    Returns:
        Lines ready to be changed.
    """
    every = tuple(results)
    best = ranked(one for one in every if since is None or one.on > since)
    plain = [one for one in best if not one.is_trouble]
    return Prepared(
        promised=_lines(promised),
        done=_lines(_told(one) for one in plain),
        proved=_lines(_proof(one) for one in plain if one.proofs),
        blocked=_lines(_told(one) for one in best if one.is_trouble),
        next=_lines(coming),
        wins=_lines(_win(one) for one in plain[:MOST_WINS]),
        question=QUESTIONS[kind],
    )


def _told(result: Result) -> str:
    """Tell what was done, without the numbers that are not confirmed."""
    return brief(result.action, result.figures)


def _proof(result: Result) -> str:
    quote = result.quote
    said = f" {quote.cited()}" if quote else ""
    if unsupported_numbers(said, result.figures):
        said = ""
    figure = result.strongest[0].figure
    shown = worded(figure)
    what = "" if figure.subject else about(result.action, figure)
    measured = f"{NBSP}: {what[:1].lower()}{what[1:]}" if what else ""
    return f"{shown[:1].upper()}{shown[1:]}{measured}.{said}"


def _win(result: Result) -> str:
    told = _told(result)
    if not result.proofs or says_a_figure(told):
        return told
    figure = worded(result.strongest[0].figure)
    return f"{told} ({figure})" if told else figure


def _lines(lines: Iterable[str]) -> str:
    """Join the first lines that say something; the others are not even written."""
    return "\n".join(islice(filter(None, lines), MOST_LINES))


def talks_title(*, held: int, waiting: Iterable[date], today: date) -> str:
    """Say how many check-ins were held and when the next one is.

    Args:
        held: how many were.
        waiting: the days of those that were not.
        today: the day it is said.

    Returns:
        « Aucun point tenu, le prochain le 14 avril 2026 »; what they are for when none has a day.
    """
    next_on = min((on for on in waiting if on >= today), default=None)
    if not held and next_on is None:
        return "Deux points pour parler de la suite"
    said = in_letters(held, "point tenu", "points tenus", is_masculine=True) if held else "aucun point tenu"
    return said.capitalize() + (f", le prochain le {day(next_on)}" if next_on else "")


def invitation(kind: Kind, *, tutor: str, student: str, on: date | None, at: time | None = None) -> str:
    """Write the message that asks for a check-in.

    Args:
        kind: mid-term, or three quarters.
        tutor: first and last name; may be empty.
        student: first name; may be empty.
        on: the day proposed; None leaves it open.
        at: the hour proposed; None leaves it open.

    Returns:
        A short message, ready to be changed and sent by the student.
    """
    return (
        f"{hello(tutor)}\n\n"
        f"Je suis {NAMES[kind]} de mon stage. J’aimerais vous montrer en trente minutes ce qui avance, "
        "les chiffres à l’appui, et vous demander comment vous voyez la suite.\n\n"
        f"{_when(on, at)} Je vous envoie une page la veille.\n\n"
        f"{thanks(student)}"
    )


def _when(on: date | None, at: time | None) -> str:
    if on is None:
        return f"Quel moment vous conviendrait{NBSP}?"
    hour = f" à {at.hour}{NBSP}h" + (f"{NBSP}{at.minute:02}" if at.minute else "") if at else ""
    return f"Le {WEEKDAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]}{hour} vous conviendrait-il{NBSP}?"


def update_message(results: Sequence[Result], *, tutor: str, student: str) -> str:
    """Write the ten-minute update: what the manager has not seen yet.

    Args:
        results: still unshown, best first.
        tutor: first and last name; may be empty.
        student: first name; may be empty.

    Returns:
        One line a result, its figures only when confirmed.
    """
    lines = "\n".join(f"– {_win(one)}" for one in results)
    return (
        f"{hello(tutor)}\n\nAuriez-vous dix minutes cette semaine{NBSP}? "
        f"Voici ce que je n’ai pas encore pu vous montrer{NBSP}:\n{lines}\n\n"
        f"Je peux vous le montrer à l’écran.\n\n{thanks(student)}"
    )
