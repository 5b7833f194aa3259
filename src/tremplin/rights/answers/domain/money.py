"""Questions on money: is pay owed, how much an hour, what is refunded."""

from datetime import date
from decimal import Decimal
from typing import Any

from tremplin.law.internship.benefits import meal_vouchers, meals, social_activities, transport_refund
from tremplin.law.internship.gratification import gratification_for_hours
from tremplin.law.internship.gratification_due import gratification_due
from tremplin.law.internship.placement import Placement
from tremplin.law.internship.public_body_cap import public_body_cap, public_pay_cumulation
from tremplin.law.outcome import DoesNotHold, Holds, NeedsFacts, Outcome, unknown
from tremplin.law.words import euros, hours
from tremplin.rights.answers.domain.answer import Answer, lacking


def gratification(
    *, hours_present: Decimal | None, signed_on: date | None, rural_family_school: bool, on: date
) -> Answer:
    """Tell whether a gratification must be paid, and how much at least.

    Args:
        hours_present: hours of presence in one host and school year; None if unknown.
        signed_on: day the agreement was concluded; None for `on`.
        rural_family_school: upper-secondary course of a *maison familiale rurale*.
        on: the day whose figures apply.

    Returns:
        The least owed for these hours, or that none is.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-6, D. 124-6, D. 124-8.
    Limits: all hours at the ceiling of the day of signature; the simulator goes further.
    """
    if hours_present is None:
        return lacking(unknown(hours_present=None))
    signature = signed_on or on
    due = gratification_due(
        placements=(Placement(signature, signature, hours_present),), rural_family_school=rural_family_school
    )
    if not isinstance(due, Holds):
        return Answer(f"Non, {hours(hours_present)} ne suffisent pas à la rendre obligatoire", (due,), "ask")
    amount = gratification_for_hours(
        hours_by_month={signature.replace(day=1): hours_present}, signed_on=signature
    )
    least = euros(amount.value.total) if isinstance(amount, Holds) else ""
    return Answer(f"Oui, au moins {least} pour {hours(hours_present)}", (due, amount))


def above_minimum(
    *, public_body: bool | None, hourly_paid: Decimal | None, paid_by_same_host: bool | None, on: date
) -> Answer:
    """Tell whether a host may pay that much (*organisme de droit public*).

    Args:
        public_body: the host is governed by public law; None if unknown.
        hourly_paid: euros per hour; None if unknown.
        paid_by_same_host: the host already pays the intern for the same period; None if unknown.
        on: day the agreement is concluded.

    Returns:
        Whether it may.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. D. 124-8.
    Limits: those of the rule it asks.
    """
    both = public_pay_cumulation(public_body=public_body, paid_by_same_host=paid_by_same_host)
    if isinstance(both, DoesNotHold):
        return Answer("Non, un organisme public ne verse pas deux payes pour la même période", (both,), "bad")
    outcome = public_body_cap(public_body=public_body, hourly_paid=hourly_paid, signed_on=on)
    if isinstance(outcome, NeedsFacts):
        return lacking(outcome)
    if isinstance(outcome, DoesNotHold):
        return Answer("Non, un organisme public ne peut pas verser autant", (outcome,), "bad")
    return Answer("Oui, ce montant est permis", (outcome,))


def transport(
    *,
    monthly_price: Decimal | None,
    public_host: bool | None,
    weekly_hours: Decimal | None,
    yearly_pass: bool,
    on: date,
) -> Answer:
    """Tell what is refunded of a transport pass (*frais de transport*).

    Args:
        monthly_price: euros of the pass; None if unknown.
        public_host: the host is an administration; None if unknown.
        weekly_hours: hours of presence per week; None if unknown.
        yearly_pass: the price is for a year.
        on: a day of the month.

    Returns:
        Euros per month.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-13; Code du travail, art. L. 3261-2, R. 3261-1,
        R. 3261-9; Décret n° 2010-676.
    Limits: those of the rule it asks.
    """
    outcome = transport_refund(
        monthly_price=monthly_price,
        public_host=public_host,
        weekly_hours=weekly_hours,
        on=on,
        yearly_pass=yearly_pass,
    )
    if isinstance(outcome, Holds):
        return Answer(f"{euros(outcome.value)} remboursés par mois", (outcome,))
    return lacking(outcome) if isinstance(outcome, NeedsFacts) else Answer("", (outcome,), "bad")


BENEFITS = {
    "canteen": "Oui, la cantine comme les salariés",
    "vouchers": "Oui, des titres-restaurant comme les salariés",
    "nothing": "Non, si les salariés n’ont ni cantine ni titre",
}


def benefits(
    *,
    canteen: bool | None,
    vouchers: bool | None,
    meals_in_schedule: int | None,
    works_council: bool | None,
    on: date,
) -> Answer:
    """Tell which benefits interns share with employees (*restauration, activités du CSE*).

    Args:
        canteen: employees have a canteen; None if unknown.
        vouchers: employees have meal vouchers; None if unknown.
        meals_in_schedule: meals inside the daily hours over the month; None if unknown.
        works_council: the host has a *comité social et économique*; None if unknown.
        on: not used: the rule has no date.

    Returns:
        What the intern has.

    Sources: Code de l'éducation, art. L. 124-13, L. 124-16; Code du travail, art. L. 2312-78,
        R. 3262-7.
    Limits: those of the rules it asks.
    """
    meal = meals(canteen=canteen, vouchers=vouchers)
    found: list[Outcome[Any]] = [meal]
    if vouchers and meals_in_schedule is not None:
        found.append(meal_vouchers(meals_in_schedule=meals_in_schedule))
    if works_council is not None:
        found.append(social_activities(works_council=works_council))
    if isinstance(meal, NeedsFacts):
        return Answer(lacking(meal).title, tuple(found), "ask")
    title = BENEFITS[meal.value] if isinstance(meal, Holds) else ""
    return Answer(title, tuple(found))
