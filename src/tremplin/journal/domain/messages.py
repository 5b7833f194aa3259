"""Messages the student may send: a request for feedback, a word to the supervising teacher."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tremplin.law.words import NBSP, counted, day, number, one_line

LONGEST_QUOTED = 160
MINUTES_IN_HOUR = 60


@dataclass(frozen=True, slots=True)
class Message:
    """A subject and a body, ready to be changed and sent."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Spent:
    """What went where since a day: minutes, or entries when none says how long it took."""

    agreed: int
    outside: int
    in_minutes: bool


def feedback_request(*, action: str, on: date, figures: Sequence[str] = (), student: str = "") -> Message:
    """Return a message that asks someone for two sentences on a piece of work.

    Args:
        action: what was done, as the entry says it.
        on: when.
        figures: its confirmed figures, in words.
        student: first name; empty leaves the end unsigned.

    Returns:
        A message that asks for exact words and the right to quote them.
    """
    lines = [
        "Bonjour,",
        "",
        f"Le {day(on)}, voici ce que j’ai fait{NBSP}: «{NBSP}{_short(action)}{NBSP}».",
        *([f"Ce qui a été mesuré{NBSP}: {', '.join(figures)}.", ""] if figures else [""]),
        f"Deux phrases de votre part m’aideraient{NBSP}: ce qui vous a été utile, "
        f"et ce que vous auriez fait autrement.",
        "Puis-je vous citer, avec votre nom et votre fonction, dans mon bilan de stage ?".replace(
            " ?", f"{NBSP}?"
        ),
        "",
        f"Merci d’avance{',' if student else '.'}",
    ]
    return Message("Votre retour en deux phrases", "\n".join([*lines, student]).strip())


def outside_missions(
    *, spent: Spent, since: date, tasks: Sequence[str], missions: Sequence[str], referent: str = ""
) -> Message:
    """Return a message to the supervising teacher (*enseignant référent*) on work outside the missions.

    Args:
        spent: what went where.
        since: the first day counted.
        tasks: what was done outside, as the entries say it.
        missions: what the agreement names.
        referent: the teacher's name; empty when unknown.

    Returns:
        Facts, then one question; no complaint.
    """
    unit = "du temps que j’ai noté" if spent.in_minutes else "des tâches que j’ai notées"
    whole = spent.agreed + spent.outside
    share = round(100 * spent.outside / whole) if whole else 0
    amounts = f"{_amount(spent.outside, spent)} sur {_amount(whole, spent)}"
    lines = [
        f"Bonjour {referent}," if referent else "Bonjour,",
        "",
        f"Depuis le {day(since)}, {share}{NBSP}% {unit} ({amounts}) ne correspond pas aux missions prévues "
        "par ma convention.",
        *_listed("Ce que j’ai fait en dehors", tasks),
        *_listed("Missions prévues", missions),
        "",
        f"Comment en parler avec mon tuteur{NBSP}? Faut-il ajuster les missions, ou un avenant{NBSP}?",
        "",
        "Merci de votre aide.",
    ]
    return Message("Missions de mon stage", "\n".join(lines))


def _listed(title: str, lines: Sequence[str]) -> list[str]:
    return ["", f"{title}{NBSP}:", *(f"- {_short(line)}" for line in lines)] if lines else []


def _amount(value: int, spent: Spent) -> str:
    if not spent.in_minutes:
        return counted(value, "entrée")
    hours, rest = divmod(value, MINUTES_IN_HOUR)
    if not hours:
        return f"{rest}{NBSP}min"
    return f"{number(hours)}{NBSP}h" + (f"{NBSP}{rest:02}" if rest else "")


def _short(text: str) -> str:
    line = one_line(text).rstrip(".")
    return line if len(line) <= LONGEST_QUOTED else line[: LONGEST_QUOTED - 1].rsplit(" ", 1)[0] + "…"
