"""The board: what each ticket says, what the title finds, which move is proposed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from tremplin.law.words import in_letters

COLUMNS: Final = ("idea", "researched", "proposed", "talking", "agreed")
ICONS: Final = {
    "idea": "trouver",
    "researched": "pen",
    "proposed": "file",
    "talking": "clock",
    "agreed": "check",
}
LAST_MONTH_BEFORE_SCHOOL: Final = 10
NOTHING_NOTED: Final = "Aucun problème noté."


@dataclass(frozen=True, slots=True)
class Ticket:
    """A target on the board.

    Attributes:
        known: its problem in one sentence, else what it is.
        next: the next gesture, with its day when it has one; empty without one.
        is_due: the gesture waits today or since some days.
        suggested: the column proposed, never chosen for the student; empty for none.
        waits_for_dates: an agreement was given, its internship has no dates yet.
    """

    key: int
    name: str
    stage: str
    known: str
    next: str = ""
    is_due: bool = False
    suggested: str = ""
    waits_for_dates: bool = False

    @property
    def icon(self) -> str:
        """The drawing beside the next gesture."""
        return "alert" if self.is_due else ICONS.get(self.stage, "circle")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the board."""

    stage: str
    name: str
    tickets: tuple[Ticket, ...]


def board_title(targets: int, *, follow_ups: int, gestures: int) -> str:
    """Say what the board finds: how many targets, and what waits today.

    Args:
        targets: targets in view, closed ones left out.
        follow_ups: follow-ups due.
        gestures: other next gestures due.

    Returns:
        « Neuf cibles, deux relances à faire ».
    """
    if not targets:
        return "Aucune cible pour l’instant"
    found = in_letters(targets, "cible").capitalize()
    if follow_ups:
        return f"{found}, {in_letters(follow_ups, 'relance')} à faire"
    if gestures:
        return f"{found}, {in_letters(gestures, 'geste', is_masculine=True)} pour aujourd’hui"
    return f"{found}, rien d’urgent"


def season(sought: str, on: date) -> tuple[str, ...]:
    """Say what is looked for, and for which year.

    Args:
        sought: « internship » or « apprenticeship », what most targets are aimed at for.
        on: today.

    Returns:
        « Alternance » and « 2026-2027 », the next school year; « Stage » alone.
    """
    if sought != "apprenticeship":
        return ("Stage",)
    first = on.year if on.month <= LAST_MONTH_BEFORE_SCHOOL else on.year + 1
    return ("Alternance", f"{first}-{first + 1}")


def suggested_stage(
    stage: str, *, has_kept_problem: bool, has_sent: bool = False, has_talked: bool = False
) -> str:
    """Return the column a target seems to have reached.

    Args:
        stage: where it stands.
        has_kept_problem: a hypothesis was kept.
        has_sent: something was sent to someone there.
        has_talked: someone there answered or talked.

    Returns:
        A later column; empty when the target stands where its facts put it, or further.
    """
    if stage not in COLUMNS:
        return ""
    facts = (("talking", has_talked), ("proposed", has_sent), ("researched", has_kept_problem))
    reached = next((one for one, is_so in facts if is_so), stage)
    return reached if COLUMNS.index(reached) > COLUMNS.index(stage) else ""


def what_is_known(problem: str, about: str, why: str, *, stage: str) -> str:
    """Return what a ticket says of a target: its problem first; one merely seen says that none was noted."""
    if problem or stage != COLUMNS[0]:
        return problem or about or why
    return " ".join(filter(None, (about, why or NOTHING_NOTED)))


def place_among(keys: Sequence[int], key: int, step: int) -> int | None:
    """Return the key before which a ticket goes when moved up or down its column.

    Args:
        keys: the column, in order.
        key: the ticket.
        step: -1 up, 1 down.

    Returns:
        A key; None for the bottom.
    """
    others = [one for one in keys if one != key]
    at = max(0, keys.index(key) + step)
    return others[at] if at < len(others) else None
