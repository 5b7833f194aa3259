"""Questions on what comes after: trial period, seniority, pension."""

from datetime import date
from decimal import Decimal
from typing import Any

from tremplin.law.internship.hire_after_stage import seniority_after_stage, trial_period_after_stage
from tremplin.law.internship.placement import Placement
from tremplin.law.internship.retirement import retirement_deadline, retirement_trimesters
from tremplin.law.outcome import DoesNotHold, Holds, NeedsFacts, Outcome, unknown
from tremplin.law.words import counted, day, euros
from tremplin.rights.answers.domain.answer import Answer, lacking, yes_or_no


def trial_period(
    *,
    trial_months: Decimal | None,
    internship_months: Decimal | None,
    hired_within_months: Decimal | None,
    final_year: bool | None,
    same_activities: bool | None,
    on: date,
) -> Answer:
    """Tell how much trial period is left after an internship (*période d'essai*).

    Args:
        trial_months: months in the contract; None if unknown.
        internship_months: calendar months of the internship; None if unknown.
        hired_within_months: months between its end and the hire; None if unknown.
        final_year: it belongs to the final year of studies; None if unknown.
        same_activities: the job matches it; None if unknown.
        on: day of the hire.

    Returns:
        Months left.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code du travail, art. L. 1221-24.
    Limits: those of the rule it asks.
    """
    outcome = trial_period_after_stage(
        trial_months=trial_months,
        internship_months=internship_months,
        hired_within_months=hired_within_months,
        final_year=final_year,
        same_activities=same_activities,
        on=on,
    )
    if isinstance(outcome, NeedsFacts):
        return lacking(outcome)
    if isinstance(outcome, Holds) and not outcome.value:
        return Answer("Il ne reste aucune période d’essai", (outcome,))
    left = counted(outcome.value, "mois", "mois") if isinstance(outcome, Holds) else ""
    return Answer(f"Il reste {left} de période d’essai", (outcome,))


def seniority(*, hours_present: Decimal | None, hired_at_the_end: bool | None, on: date) -> Answer:
    """Tell whether the internship counts for seniority (*ancienneté*).

    Args:
        hours_present: hours of presence; None if unknown.
        hired_at_the_end: hired when it ended; None if unknown.
        on: last day of the internship.

    Returns:
        Whether it counts.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code du travail, art. L. 1221-24.
    Limits: those of the rule it asks.
    """
    return yes_or_no(
        seniority_after_stage(hours_present=hours_present, hired_at_the_end=hired_at_the_end, on=on),
        yes="Oui, le stage compte dans votre ancienneté",
        no="Non, le stage ne compte pas dans votre ancienneté",
    )


def pension(
    *,
    starts_on: date | None,
    ends_on: date | None,
    hours_present: Decimal | None,
    birth_date: date | None,
    on: date,
) -> Answer:
    """Tell how many trimesters an internship lets one buy, at what price, until when.

    Args:
        starts_on: first day of the internship; None if unknown.
        ends_on: last day; None if unknown.
        hours_present: hours of presence; None if unknown.
        birth_date: the student's; None if unknown.
        on: day of the request.

    Returns:
        Trimesters and price, then the deadline.

    Raises:
        NoValueInForce: a day is earlier than the known figures.

    Sources: Code de la sécurité sociale, art. L. 351-17, D. 351-16 to D. 351-19.
    Limits: one internship; those of the rules it asks.
    """
    if starts_on is None or ends_on is None or hours_present is None:
        return lacking(unknown(starts_on=starts_on, ends_on=ends_on, hours_present=hours_present))
    bought = retirement_trimesters(
        placements=(Placement(starts_on, ends_on, hours_present),), requested_on=on
    )
    deadline = retirement_deadline(birth_date=birth_date, internship_ends_on=ends_on, requested_on=on)
    found: tuple[Outcome[Any], ...] = (bought, deadline)
    if not isinstance(bought, Holds):
        return Answer("Non, ce stage ne donne pas de trimestre", (bought,), "bad")
    if isinstance(deadline, DoesNotHold):
        return Answer("Trop tard pour demander ce trimestre", found, "bad")
    price = f"{counted(bought.value.count, 'trimestre')} à racheter pour {euros(bought.value.total)}"
    if isinstance(deadline, Holds):
        return Answer(f"{price}, jusqu’au {day(deadline.value)}", found)
    return Answer(price, found, "ask")
