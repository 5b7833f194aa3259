"""The one next gesture of a target, and what was already done towards it."""

from dataclasses import dataclass
from datetime import date

from tremplin.law.words import NBSP
from tremplin.prospecting.domain.days import for_day, near_day
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
        has_proposal: its text is whole, nothing of an example is left.
        has_manager: someone operational is known there.
        manager: their name; empty without one.
        writing_at: where a first message to them is begun; empty without one.
        waits_for_dates: an agreement was given, its internship has no dates yet.
    """

    signals: int = 0
    hypotheses: int = 0
    has_problem: bool = False
    has_proof: bool = False
    has_proposal: bool = False
    has_manager: bool = False
    has_sent: bool = False
    manager: str = ""
    writing_at: str = ""
    waits_for_dates: bool = False


@dataclass(frozen=True, slots=True)
class Gesture:
    """The next gesture; `page` names where its button leads when it has no address of its own."""

    title: str
    why: str
    label: str
    page: str = ""
    address: str = ""
    takes: str = ""


def gesture_of(
    *, due: Due | None, step: str, standing: Standing, today: date, step_on: date | None = None
) -> Gesture:
    """Choose the next gesture of a target: what is due, then what the student wrote, then what is missing.

    Args:
        due: what waits first there; None without a day.
        step: the gesture the student wrote; may be empty.
        standing: what is known of the target.
        today: the day.
        step_on: the day the student gave that gesture; None without one.

    Returns:
        One gesture, always.
    """
    if standing.waits_for_dates:
        why = "Premier et dernier jour, et la suite s’ouvre dans Cap avec ses jalons."
        return Gesture("Noter les deux dates de l’accord", why, "Noter les dates", page="agree")
    if due is not None and due.kind != Kind.STEP and due.address and (due.on <= today or not step):
        when = near_day(due.on, today=today)
        why = ". ".join(filter(None, (when[:1].upper() + when[1:], due.detail)))
        return Gesture(due.title, f"{why}.", due.action, address=due.address, takes=f"5{NBSP}min")
    if step:
        when = f"{for_day(step_on, today=today)}." if step_on else "Vous n’avez pas fixé de jour."
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
        return _problem(standing)
    if not standing.has_proof:
        why = "Une seule source peut se tromper. Une deuxième, datée, rend le problème solide."
        return Gesture("Trouver une deuxième source", why, "Noter un signal", page="signal-add")
    if not standing.has_proposal:
        why = "Le constat, une idée, ce que vous livrez, vingt minutes demandées."
        return Gesture("Écrire la proposition", why, "Écrire", page="proposal", takes=f"40{NBSP}min")
    if not standing.has_manager:
        why = "La page est prête. Il lui faut un lecteur que ce problème gêne chaque semaine."
        return Gesture("Trouver qui a le problème", why, "Ajouter une personne", page="people")
    if not standing.has_sent and standing.writing_at:
        title, why = f"Écrire à {standing.manager}", "Le problème est vérifié, la page est prête."
        return Gesture(title, why, "Écrire", address=standing.writing_at, takes=f"10{NBSP}min")
    why = "Une cible sans prochain geste s’endort."
    return Gesture("Écrire le prochain geste", why, "L’écrire", page="edit", takes=f"1{NBSP}min")


def _problem(standing: Standing) -> Gesture:
    if standing.hypotheses:
        why = "Pesez vos signaux, puis gardez l’hypothèse que deux sources soutiennent."
        return Gesture("Retenir une hypothèse", why, "Comparer les hypothèses", address="#h-hypotheses")
    if standing.signals:
        why = "Dites en une phrase le problème que vos signaux suggèrent."
        return Gesture("Choisir le problème à résoudre", why, "Écrire une hypothèse", page="hypothesis-add")
    why = "Un vrai problème ouvre plus de portes qu’un CV. Les sources à ouvrir sont prêtes."
    title = "Chercher un problème"
    return Gesture(title, why, "Lancer la recherche", page="session", takes=f"30{NBSP}min")
