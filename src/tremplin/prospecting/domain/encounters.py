"""People met at an event: what the page finds, and what became of each line typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tremplin.law.words import in_letters, letters
from tremplin.prospecting.domain.person_lines import MOST_LINES, RefusedLine

MOST_CHOSEN: Final = 2
TOO_MANY_CHOSEN: Final = (
    "Deux personnes au plus\u00a0: une question préparée vaut mieux que dix messages. Décochez les autres."
)


class Became(StrEnum):
    """What a line typed became."""

    NEW = "new"
    KNOWN = "known"
    COMPLETED = "completed"


@dataclass(frozen=True, slots=True)
class Added:
    """Someone a line added to an event, and whether the student knew them; `lines` made into one."""

    name: str
    became: Became
    lines: int = 1


def event_title(people: int, *, chosen: int) -> str:
    """Say what an event gave.

    Args:
        people: heard or met there.
        chosen: to write to.

    Returns:
        « Douze personnes, deux à qui écrire ».
    """
    if not people:
        return "Qui avez-vous entendu\u00a0?"
    found = in_letters(people, "personne").capitalize()
    if not chosen:
        return f"{found}, choisissez à qui écrire"
    return f"{found}, {letters(chosen)} à qui écrire"


def what_was_added(added: Sequence[Added]) -> str:
    """Say what the lines typed became, naming whom the student already knew.

    Args:
        added: one entry a line kept.

    Returns:
        A few sentences.
    """
    new = sum(one.became == Became.NEW for one in added)
    known = [one.name for one in added if one.became == Became.KNOWN]
    completed = [one.name for one in added if one.became == Became.COMPLETED]
    said = []
    if new:
        said.append(f"{in_letters(new, 'personne').capitalize()} {'ajoutées' if new > 1 else 'ajoutée'}.")
    if known:
        said.append(f"Déjà dans votre réseau\u00a0: {', '.join(known)}.")
    if completed:
        said.append(f"Complété\u00a0: {', '.join(completed)}.")
    if twice := [one.name for one in added if one.lines > 1]:
        said.append(f"Même nom sur plusieurs lignes, réuni en une personne\u00a0: {', '.join(twice)}.")
    return " ".join(said) or "Rien à ajouter."


def refused_said(refused: Sequence[RefusedLine]) -> str:
    """Say how many lines were left in the field."""
    if len(refused) == 1:
        return "Une ligne n’a pas été ajoutée. Elle reste ci-dessous, corrigez-la."
    return f"{letters(len(refused)).capitalize()} lignes n’ont pas été ajoutées. Elles restent ci-dessous."


def room_left(people: int) -> int:
    """Return how many people an event may still take."""
    return max(0, MOST_LINES - people)
