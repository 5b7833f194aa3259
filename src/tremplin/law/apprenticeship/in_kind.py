"""What may be taken from an apprentice's pay for food and lodging (*avantages en nature*)."""

from datetime import date
from decimal import Decimal

from tremplin.law.in_kind import deduction
from tremplin.law.outcome import Outcome
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import labour_code

BOTH_LIMITS = labour_code("D. 6222-33")


def in_kind_deduction(
    *,
    ordinary_deduction: Decimal | None,
    gross_monthly: Decimal | None,
    on: date,
    figures: Figures = OFFICIAL,
) -> Outcome[Decimal]:
    """Return the most that may be deducted from an apprentice's pay for a month.

    Args:
        ordinary_deduction: euros that may be deducted for another worker that month.
        gross_monthly: the month's gross pay, in euros.
        on: any day of the month.
        figures: the figures to use.

    Returns:
        Euros, to the cent.

    Raises:
        NoValueInForce: the day is earlier than the first known figures.

    Sources: Code du travail, art. D. 6222-33.
    Limits: does not know the ordinary deductions; service-public.fr prints only the second limit.
    """
    return deduction(
        ordinary_deduction=ordinary_deduction,
        gross_monthly=gross_monthly,
        share=figures.get("apprenticeship", "in_kind_deduction_share", on=on),
        ceiling=figures.get("apprenticeship", "in_kind_salary_share", on=on),
        because=BOTH_LIMITS,
    )
