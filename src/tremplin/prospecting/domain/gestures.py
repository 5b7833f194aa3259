"""The one next gesture of a target, and what was already done towards it."""

from dataclasses import dataclass
from datetime import date

from tremplin.law.words import NBSP
from tremplin.prospecting.domain.days import near_day
from tremplin.prospecting.domain.dues import Due, Kind


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the way to an agreement, done or not."""

    text: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a target, to choose its next gesture.

    Attributes:
        has_proof: the problem kept rests on two dated sources.
        has_manager: someone operational is known there.
    """

    signals: int = 0
    has_problem: bool = False
    has_proof: bool = False
    has_proposal: bool = False
    has_manager: bool = False
    has_sent: bool = False


@dataclass(frozen=True, slots=True)
class Gesture:
    """The next gesture; `page` names where its button leads when it has no address of its own."""

    title: str
    why: str
    label: str
    page: str = ""
    address: str = ""
    takes: str = ""


def gesture_of(*, due: Due | None, step: str, standing: Standing, today: date) -> Gesture:
    """Choose the next gesture of a target: what is due, then what the student wrote, then what is missing.

    Args:
        due: what waits first there; None without a day.
        step: the gesture the student wrote; may be empty.
        standing: what is known of the target.
        today: the day.

    Returns:
        One gesture, always.
    """
    if due is not None and due.kind != Kind.STEP and due.address and (due.on <= today or not step):
        when = near_day(due.on, today=today)
        why = ". ".join(filter(None, (when[:1].upper() + when[1:], due.detail)))
        return Gesture(due.title, f"{why}.", due.action, address=due.address, takes=f"5{NBSP}min")
    if step:
        has_day = due is not None and due.kind == Kind.STEP
        when = (
            f"Pour {near_day(due.on, today=today)}." if due and has_day else "Vous n’avez pas fixé de jour."
        )
        return Gesture(step, when, "Changer le geste", page="edit")
    return _missing(standing)


def steps_of(standing: Standing) -> tuple[Step, ...]:
    """Return the way to an agreement, with what is done of it."""
    return (
        Step("Problème vérifié sur deux sources", standing.has_proof),
        Step("Un manager opérationnel trouvé", standing.has_manager),
        Step("Proposition d’une page écrite", standing.has_proposal),
        Step("Premier message envoyé", standing.has_sent),
    )


def _missing(standing: Standing) -> Gesture:
    if not standing.has_problem:
        why = "Un vrai problème ouvre plus de portes qu’un CV. Les sources à ouvrir sont prêtes."
        title = "Chercher un problème" if not standing.signals else "Choisir le problème à résoudre"
        return Gesture(title, why, "Lancer la recherche", page="session", takes=f"30{NBSP}min")
    if not standing.has_proof:
        why = "Une seule source peut se tromper. Une deuxième, datée, rend le problème solide."
        return Gesture("Trouver une deuxième source", why, "Noter un signal", page="signal-add")
    if not standing.has_proposal:
        why = "Le constat, une idée, ce que vous livrez, vingt minutes demandées."
        return Gesture("Écrire la proposition", why, "Écrire", page="proposal", takes=f"40{NBSP}min")
    why = "Une cible sans prochain geste s’endort."
    return Gesture("Écrire le prochain geste", why, "L’écrire", page="edit", takes=f"1{NBSP}min")
