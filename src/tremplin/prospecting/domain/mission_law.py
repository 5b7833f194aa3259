"""Is the mission one proposes lawful, and what would it owe? The law answers, with its articles."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final, Literal

from tremplin.law.apprenticeship.duration import allowed_duration
from tremplin.law.internship.attendance import attendance
from tremplin.law.internship.forbidden_uses import FORBIDDEN, FORBIDDEN_USES
from tremplin.law.internship.gratification import Gratification, minimum_gratification
from tremplin.law.internship.maximum_duration import maximum_duration
from tremplin.law.internship.placement import Placement
from tremplin.law.outcome import DoesNotHold, Doubt, Holds, Outcome, Step
from tremplin.law.parameters import Figure, NoValueInForce
from tremplin.law.sources import labour_code
from tremplin.law.words import NBSP, counted, euros, hours
from tremplin.rights.agreement.mission import mission_findings
from tremplin.rights.agreement.values import Finding

Tone = Literal["ok", "bad", "ask"]
WORKDAYS: Final = range(1, 6)
WEEK: Final = 7
APPRENTICE_PAY: Final = labour_code("L. 6222-27")
PRACTICAL_TRAINING: Final = labour_code("L. 6211-2")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a mission would be: an internship or an apprenticeship, its length and its first day.

    Attributes:
        weeks: whole weeks; None when not said.
        weekly_hours: hours of presence a week.
        starts_on: first day; None when not said.
    """

    is_internship: bool
    weeks: int | None = None
    weekly_hours: Decimal = Decimal(35)
    starts_on: date | None = None


@dataclass(frozen=True, slots=True)
class LawPoint:
    """One answer of the law on a mission.

    Attributes:
        title: the answer, no full stop.
        why: what it means; empty when the title says it.
        quote: the words of the mission it comes from; empty when none.
        answer: slug of the question of Droits that goes further; empty for the simulator.
    """

    title: str
    tone: Tone
    why: str = ""
    quote: str = ""
    steps: tuple[Step, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    figures: tuple[Figure, ...] = ()
    answer: str = ""


def law_of(mission: str, *, frame: Frame, on: date) -> tuple[LawPoint, ...]:
    """Check a mission against the law before it is proposed.

    Args:
        mission: what the student proposes to do and to deliver.
        frame: its kind, its length and its first day.
        on: today: the figures in force for an agreement signed today.

    Returns:
        Purpose, length, then pay; for an apprenticeship, what applies instead.

    Sources: Code de l'éducation, art. L. 124-5, L. 124-6, L. 124-7, D. 124-6, D. 124-8;
        Code du travail, art. L. 6222-7-1, L. 6222-27, L. 6211-2.
    Limits: reads words, not what will be asked; knows no other internship in the same host.
    """
    if frame.is_internship:
        return (*_purposes(mission, on), *_dated(_placed, frame, on))
    return tuple(_dated(_apprenticeship, frame, on))


def ends_on(frame: Frame, *, on: date) -> date | None:
    """Return the last day of a mission: the Friday of its last week when it starts on a Monday.

    Args:
        frame: its length and its first day.
        on: the first day when none is said.

    Returns:
        The last day, included; None without a length.
    """
    first = frame.starts_on or on
    return first + timedelta(days=frame.weeks * WEEK - 1) if frame.weeks else None


def _purposes(mission: str, on: date) -> Iterator[LawPoint]:
    """Say each forbidden purpose the words reveal, or that none is."""
    found = mission_findings(mission, on=on)
    yield from (_purpose(one) for one in found)
    if not found and mission.strip():
        step = Step(f"Un stage ne sert ni à {', ni à '.join(FORBIDDEN_USES.values())}.", FORBIDDEN)
        why = "Tremplin lit vos mots, pas ce qu’on vous demandera vraiment sur place."
        yield LawPoint("Aucun mot de la mission ne trahit un usage interdit", "ok", why, steps=(step,))


def _purpose(finding: Finding) -> LawPoint:
    steps = tuple(Step(finding.title + ".", source) for source in finding.sources)
    return LawPoint(finding.title, "bad", finding.why, finding.quote, steps)


def _dated(points: Callable[[Frame, date], Iterator[LawPoint]], frame: Frame, on: date) -> Iterator[LawPoint]:
    """Give the points of a frame; a first day beyond the calendar is asked again."""
    try:
        yield from points(frame, on)
    except OverflowError:
        why = "Vérifiez l’année du premier jour\u00a0: le dernier jour dépasse tout calendrier."
        yield LawPoint("La date de début est trop lointaine", "ask", why)


def _placed(frame: Frame, on: date) -> Iterator[LawPoint]:
    last = ends_on(frame, on=on)
    if last is None:
        why = "Indiquez la durée en semaines\u00a0: elle décide de la gratification et de la durée permise."
        yield LawPoint("La durée n’est pas dite", "ask", why, answer="duree")
        return
    first = frame.starts_on or on
    weekly = dict.fromkeys(WORKDAYS, frame.weekly_hours / len(WORKDAYS))
    try:
        presence = attendance(starts_on=first, ends_on=last, weekly=weekly)
        if isinstance(presence, Holds):
            value = presence.value
            placement = Placement(first, last, value.total, hours_by_month=value.hours_by_month)
            yield _length(placement, is_dated=frame.starts_on is not None)
            yield _pay(placement, on)
    except NoValueInForce as unknown:
        yield LawPoint("Aucun chiffre n’est connu pour ces dates", "ask", str(unknown))


def _length(placement: Placement, *, is_dated: bool) -> LawPoint:
    outcome = maximum_duration(placements=(placement,))
    holds = isinstance(outcome, Holds)
    title = f"{hours(placement.hours)} de présence{NBSP}: {'durée permise' if holds else 'trop long'}"
    shorten = "" if holds else "Réduisez le nombre de semaines, ou les heures par semaine. "
    undated = "" if is_dated else "Sans date de début, le calcul part d’aujourd’hui."
    why = (shorten + undated).strip()
    return _told(title, "ok" if holds else "bad", outcome, why, answer="duree")


def _pay(placement: Placement, on: date) -> LawPoint:
    outcome: Outcome[Gratification] = minimum_gratification(placement=placement, signed_on=on)
    if isinstance(outcome, Holds):
        total = euros(outcome.value.total)
        why = "L’entreprise le sait ou l’apprendra\u00a0: ayez ce montant en tête avant l’échange."
        return _told(f"Gratification due\u00a0: au moins {total} en tout", "ok", outcome, why)
    title = "Aucune gratification obligatoire"
    why = "L’entreprise peut en verser une. Rien ne l’y oblige sous ce seuil."
    tone: Tone = "ok" if isinstance(outcome, DoesNotHold) else "ask"
    return _told(title, tone, outcome, why)


def _told(title: str, tone: Tone, outcome: Outcome[Any], why: str = "", answer: str = "") -> LawPoint:
    return LawPoint(
        title,
        tone,
        why,
        steps=outcome.steps,
        doubts=outcome.doubts,
        figures=outcome.figures,
        answer=answer,
    )


def _apprenticeship(frame: Frame, on: date) -> Iterator[LawPoint]:
    """Say what applies to an apprenticeship instead of the rules of internships."""
    why = (
        "Ce n’est pas un stage\u00a0: ses règles, dont la gratification, ne s’appliquent pas. Ce qui suit "
        "vaut pour l’apprentissage\u00a0; le contrat de professionnalisation a ses propres règles."
    )
    steps = (
        Step("La paie est un salaire, fixé selon l’âge et l’année du contrat.", APPRENTICE_PAY),
        Step("Une part du temps est en formation, au centre de formation d’apprentis.", PRACTICAL_TRAINING),
    )
    yield LawPoint("En alternance, c’est un salaire", "ask", why, steps=steps)
    last = ends_on(frame, on=on)
    if last is None:
        yield LawPoint("La durée n’est pas dite", "ask", "Indiquez-la en semaines, si vous la connaissez.")
        return
    try:
        outcome = allowed_duration(starts_on=frame.starts_on or on, ends_on=last)
    except NoValueInForce as unknown:
        yield LawPoint("Aucun chiffre n’est connu pour ces dates", "ask", str(unknown))
        return
    holds = isinstance(outcome, Holds)
    title = (
        f"{counted(frame.weeks or 0, 'semaine')}{NBSP}: {'durée permise' if holds else 'durée non permise'}"
    )
    yield _told(
        title, "ok" if holds else "bad", outcome, "" if holds else "C’est la règle de l’apprentissage."
    )
