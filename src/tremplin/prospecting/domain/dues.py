"""What waits for the student across every target, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from tremplin.law.words import MONTHS, NBSP, in_letters
from tremplin.prospecting.domain.cadence import Move, Next


class Kind(StrEnum):
    """What a line of the day is about; the first five are the moves of an approach."""

    SEND = "send"
    FOLLOW_UP = "follow_up"
    ANSWER = "answer"
    THANK = "thank"
    REST = "rest"
    TALK = "talk"
    DEBRIEF = "debrief"
    PROMISE = "promise"
    STEP = "step"


ORDER: Final = (
    Kind.TALK, Kind.ANSWER, Kind.THANK, Kind.PROMISE, Kind.DEBRIEF, Kind.SEND, Kind.FOLLOW_UP, Kind.STEP,
    Kind.REST,
)  # fmt: skip
TITLES: Final = {
    Kind.SEND: "Écrire à {who}",
    Kind.FOLLOW_UP: "Relancer {who}",
    Kind.ANSWER: "Répondre à {who}",
    Kind.THANK: "Remercier {who}",
    Kind.REST: "Laisser {who} en sommeil",
    Kind.TALK: "Parler avec {who}",
    Kind.DEBRIEF: "Débriefer la conversation avec {who}",
    Kind.PROMISE: "Tenir votre promesse à {who}",
    Kind.STEP: "{detail}",
}
ACTIONS: Final = {
    Kind.SEND: "Écrire le message",
    Kind.FOLLOW_UP: "Ouvrir la relance",
    Kind.ANSWER: "Ouvrir l’échange",
    Kind.THANK: "Écrire le remerciement",
    Kind.REST: "Décider",
    Kind.TALK: "Ouvrir la conversation",
    Kind.DEBRIEF: "Débriefer",
    Kind.PROMISE: "Voir la promesse",
    Kind.STEP: "Ouvrir la cible",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One thing to do on a day; `key` is that of the row its address shows, `target` None without one."""

    kind: Kind
    on: date
    who: str
    detail: str = ""
    where: str = ""
    key: int
    target: int | None = None
    address: str = ""

    @property
    def title(self) -> str:
        """Say what to do: « Relancer Hélène Quintard »."""
        return TITLES[self.kind].format(who=self.who, detail=self.detail)

    @property
    def says(self) -> str:
        """Say why, and where: what stands under the title."""
        return ". ".join(filter(None, (self.where, "" if self.kind == Kind.STEP else self.detail)))

    @property
    def action(self) -> str:
        """Name the one thing to press."""
        return ACTIONS[self.kind]

    def is_late(self, on: date) -> bool:
        """Say whether its day has passed."""
        return self.on < on


def in_order(dues: list[Due]) -> tuple[Due, ...]:
    """Sort by day, then by what waits least."""
    return tuple(sorted(dues, key=lambda one: (one.on, ORDER.index(one.kind), one.who, one.key)))


def why(step: Next) -> str:
    """Say why a move is due: « Sans réponse depuis le 25 mars, première relance »."""
    since = _short(step.since)
    rank = "première" if step.follow_ups == 0 else "seconde et dernière"
    return {
        "send": f"Vu le {since}",
        "follow_up": f"Sans réponse depuis le {since}, {rank} relance",
        "answer": f"Sa réponse du {since} attend la vôtre",
        "thank": f"Vous avez parlé le {since}",
        "rest": f"Deux relances sans réponse, la dernière le {since}",
    }[step.move.value]


def silence(step: Next, *, on: date) -> str:
    """Say where an old application stopped: « Sans réponse depuis le 12 septembre »; another year is said."""
    since = _short(step.since) + (f" {step.since.year}" if step.since.year != on.year else "")
    return {
        Move.ANSWER: f"Sa réponse date du {since}",
        Move.THANK: f"Vous avez parlé le {since}",
    }.get(step.move, f"Sans réponse depuis le {since}")


def approach_title(who: str, step: Next | None, *, on: date) -> str:
    """Say where an approach stands: what is due, or until when there is nothing to do.

    Args:
        who: the person, or the company.
        step: what it waits for; None when nothing is.
        on: today.

    Returns:
        « Relancer Hélène Quintard », « Hélène Quintard a jusqu’au 2 avril ».
    """
    if step is None:
        return who
    if step.on <= on or step.move != Move.FOLLOW_UP:
        return TITLES[Kind(step.move.value)].format(who=who, detail="")
    return f"{who} a jusqu’au {_short(step.on)}"


def _short(on: date) -> str:
    return f"{'1er' if on.day == 1 else on.day}{NBSP}{MONTHS[on.month - 1]}"


def day_title(dues: Sequence[Due]) -> str:
    """Say what a day holds: « Trois gestes à faire, dont deux relances »."""
    if not dues:
        return "Rien n’est dû aujourd’hui"
    follow_ups = sum(one.kind == Kind.FOLLOW_UP for one in dues)
    if follow_ups == len(dues):
        return _capital(f"{in_letters(follow_ups, 'relance')} à faire")
    told = _capital(f"{in_letters(len(dues), 'geste', is_masculine=True)} à faire")
    return f"{told}, dont {in_letters(follow_ups, 'relance')}" if follow_ups else told


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
