"""A month's gratification and net of an internship, on the hours really spent in the host."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from tremplin.decision.domain.cells import NOTHING, Cell, Earned
from tremplin.decision.domain.options import Option, Student
from tremplin.decision.domain.presence import ALTERNATING, days_at_school, usual_week
from tremplin.law.internship.gratification import HOURLY_AMOUNT, MAYOTTE_CEILING, rate_signed_on
from tremplin.law.internship.public_body_cap import BELOW_THE_THRESHOLD, CAP, public_body_cap
from tremplin.law.outcome import Doubt, Holds, Outcome, Step
from tremplin.law.words import euros
from tremplin.rights.simulation.domain.scenario import Agreed, Scenario, Stage
from tremplin.rights.simulation.domain.simulate import Simulation, simulate

RATE_DATE: Final = "A9.rate_date"
SIGNATURE_ASSUMED: Final = Doubt(
    "decision.signature",
    "Le jour de signature n’est pas indiqué : le premier jour du stage est pris à sa place. Le taux est "
    "celui du jour de signature. Indiquez-le pour un montant exact.",
    (HOURLY_AMOUNT,),
)
NO_HOUR: Final = Step("Aucune heure dans l’organisme ce mois-ci.")
MAYBE_PUBLIC: Final = Doubt(
    "decision.maybe_public",
    "L’offre dépasse le minimum. Un organisme public n’a pas le droit de verser plus : vérifiez que le vôtre "
    "est privé.",
    (CAP,),
)


@dataclass(frozen=True, slots=True)
class _Offer:
    """Euros by the hour that may be counted, and why they are not those offered."""

    hourly: Decimal | None
    steps: tuple[Step, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def gratified(student: Student, option: Option) -> dict[date, Earned]:
    """Return what an internship pays, month by month, for the hours spent in the host.

    Args:
        student: birth date and territory.
        option: an internship; without a signature, its first day stands for it.

    Returns:
        Gross and net by month, with the doubts of the law and of what was not said.

    Raises:
        NoValueInForce: a day is earlier than the known figures.
    """
    offer = _countable(option)
    found = simulate(_scenario(student, option, offer), today=option.starts_on)
    below = found.gap is not None and found.gap < 0
    doubts = (*offer.doubts, *_doubts(student, option, found))
    earned = {month: Earned(NOTHING, NOTHING) for month in option.months}
    for line in found.months:
        steps = line.formula if line.payable else (NO_HOUR,) if found.is_due else found.due.steps
        gross = Cell(
            line.payable,
            (*steps, *_offer_steps(option, offer, below)),
            found.figures,
            (*doubts, *line.doubts),
        )
        earned[line.month] = Earned(gross, _net(line.net, line.charges, line.doubts), below)
    return earned


def over_public_cap(option: Option) -> Outcome[Decimal]:
    """Tell whether a public host may pay what is offered; it does not know the threshold.

    Args:
        option: an internship with an hourly offer; its first day stands for a signature not said.

    Returns:
        What `public_body_cap` answers for a public host.

    Raises:
        NoValueInForce: the day is earlier than the known ceilings.
    """
    return public_body_cap(
        public_body=True, hourly_paid=option.offered, signed_on=option.signed_on or option.starts_on
    )


def _countable(option: Option) -> _Offer:
    """Hold an offer against the maximum of public hosts: more cannot be paid, so it is not counted."""
    if option.offered is None or option.public_employer is False:
        return _Offer(option.offered)
    outcome = over_public_cap(option)
    if isinstance(outcome, Holds):
        return _Offer(option.offered)
    if option.public_employer is None:
        return _Offer(option.offered, (), (MAYBE_PUBLIC,))
    signed_on = option.signed_on or option.starts_on
    most = rate_signed_on(signed_on=signed_on, ceiling_on=signed_on)
    counted = Step("Le maximum est compté, pas l’offre.", CAP)
    return _Offer(most.value, (*outcome.steps, counted), outcome.doubts)


def _scenario(student: Student, option: Option, offer: _Offer) -> Scenario:
    signed_on = option.signed_on or option.starts_on
    return Scenario(
        stages=(Stage(option.starts_on, option.ends_on, usual_week(option), signed_on),),
        signature_is_known=option.signed_on is not None,
        closures=days_at_school(option),
        agreed=None if offer.hourly is None else Agreed(offer.hourly, "hour"),
        public_body=option.public_employer,
        birth_on=student.birth_on,
    )


def _doubts(student: Student, option: Option, found: Simulation) -> tuple[Doubt, ...]:
    """Return what is not sure of the gross: the reading of the rate, the signature, the days."""
    alternating = (ALTERNATING,) if option.rhythm.alternation != "full" else ()
    if not found.is_due:
        capped = option.public_employer and found.promised
        return (*found.due.doubts, *alternating, *((BELOW_THE_THRESHOLD,) if capped else ()))
    lawful = tuple(doubt for each in found.worths for doubt in each.doubts)
    if found.promised is not None and found.promised >= found.by_presence and not found.presence_is_unknown:
        lawful = tuple(doubt for doubt in lawful if doubt.rule != RATE_DATE)
    return (
        *found.due.doubts,
        *lawful,
        *(() if option.signed_on else (SIGNATURE_ASSUMED,)),
        *((MAYOTTE_CEILING,) if student.territory == "mayotte" else ()),
        *alternating,
    )


def _net(value: Decimal | None, steps: tuple[Step, ...], doubts: tuple[Doubt, ...]) -> Cell:
    reasons = [*(doubt.says for doubt in doubts), *(step.says for step in steps[-1:])]
    return Cell(value, steps, (), doubts, stops=reasons[0] if value is None and reasons else "")


def _offer_steps(option: Option, offer: _Offer, below: bool) -> tuple[Step, ...]:
    if option.offered is None or offer.steps:
        return offer.steps
    ending = "est sous ce minimum : le minimum est compté" if below else "est comptée si elle donne plus"
    return (Step(f"L’offre, {euros(option.offered)} par heure, {ending}."),)
