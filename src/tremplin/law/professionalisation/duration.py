"""How long the contract or its training action lasts, and how much of it is training."""

from datetime import date
from decimal import Decimal
from typing import Literal

from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import labour_code
from tremplin.law.words import counted, hours, percent

DURATION = labour_code("L. 6325-11")
BY_AGREEMENT = labour_code("L. 6325-12")
TRAINING = labour_code("L. 6325-13")
MORE_TRAINING = labour_code("L. 6325-14")

Extension = Literal["priority_public", "branch_agreement"]
LONGEST = {
    None: ("maximum_months", DURATION),
    "priority_public": ("maximum_months_priority_public", DURATION),
    "branch_agreement": ("maximum_months_by_agreement", BY_AGREEMENT),
}


def allowed_duration(
    *,
    months: int | None,
    on: date,
    days_over: int = 0,
    extension: Extension | None = None,
    figures: Figures = OFFICIAL,
) -> Outcome[int]:
    """Tell whether the training action (*action de professionnalisation*) has a lawful length.

    Six to twelve months; longer for priority publics or by branch agreement.

    Args:
        months: whole months of the fixed-term contract, or of the action at the start of an
            open-ended one; None if unknown.
        on: first day of the contract.
        days_over: days beyond those whole months.
        extension: what allows more than the ordinary length; None for nothing.
        figures: the figures to use.

    Returns:
        The most months allowed.

    Raises:
        NoValueInForce: the contract is earlier than the first known figures.

    Sources: Code du travail, art. L. 6325-5, L. 6325-11, L. 6325-12, L. 6325-1-1.
    Limits: does not know which branches signed an agreement; one renewal is possible in
        listed cases (L. 6325-7).
    """
    if months is None:
        return unknown(months=months)
    name, source = LONGEST[extension]
    shortest = figures.get("professionalisation", "minimum_months", on=on)
    longest = figures.get("professionalisation", name, on=on)
    lasts = f"{months} mois" + (f" et {counted(days_over, 'jour')}" if days_over else "")
    says = f"L’action dure de {shortest.value} à {longest.value} mois\u00a0; la vôtre dure {lasts}."
    step = Step(says, source)
    if months < shortest.value or months + bool(days_over) > longest.value:
        return DoesNotHold((step,), figures=(shortest, longest))
    return Holds(longest.value, (step,), figures=(shortest, longest))


def enough_training(
    *,
    training_hours: Decimal | None,
    total_hours: Decimal | None,
    on: date,
    branch_allows_more: bool = False,
    figures: Figures = OFFICIAL,
) -> Outcome[Decimal]:
    """Tell whether the training hours are within their bounds.

    From 15 % of the contract, and 150 hours, to 25 %, more by branch agreement.

    Args:
        training_hours: hours of training; None if unknown.
        total_hours: hours of the whole contract or action; None if unknown.
        on: first day of the contract.
        branch_allows_more: whether a branch agreement lifts the upper bound.
        figures: the figures to use.

    Returns:
        The least hours of training required.

    Raises:
        NoValueInForce: the contract is earlier than the first known figures.

    Sources: Code du travail, art. L. 6325-13, L. 6325-14.
    Limits: when a quarter of the contract is below the least hours, the least hours prevail.
    """
    if training_hours is None or total_hours is None:
        return unknown(training_hours=training_hours, total_hours=total_hours)
    least, floor, most = (
        figures.get("professionalisation", name, on=on)
        for name in ("training_minimum_share", "training_minimum_hours", "training_maximum_share")
    )
    required = max(least.value * total_hours, Decimal(floor.value))
    upper = max(most.value * total_hours, required)
    says = (
        f"Au moins {percent(least.value)} du contrat et {hours(floor.value)}, soit {hours(required)}\u00a0; "
        f"le vôtre prévoit {hours(training_hours)}."
    )
    step = Step(says, TRAINING)
    used = (least, floor, most)
    if training_hours < required:
        return DoesNotHold((step,), figures=used)
    if training_hours > upper and not branch_allows_more:
        over = f"Sans accord de branche, la formation ne dépasse pas {percent(most.value)} du contrat."
        return DoesNotHold((step, Step(over, MORE_TRAINING)), figures=used)
    return Holds(required, (step,), figures=used)
