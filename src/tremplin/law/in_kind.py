"""What may be taken from pay for food and lodging (*avantages en nature*)."""

from decimal import Decimal

from tremplin.law.outcome import Holds, Outcome, Step, unknown
from tremplin.law.parameters import Figure
from tremplin.law.sources import Source
from tremplin.law.words import cents, euros, percent


def deduction(
    *,
    ordinary_deduction: Decimal | None,
    gross_monthly: Decimal | None,
    share: Figure,
    ceiling: Figure,
    because: Source,
) -> Outcome[Decimal]:
    """Return the most an employer may deduct from a month's pay for benefits in kind.

    Two limits apply together: a share of the deduction allowed for other workers,
    and a share of the month's pay.

    Args:
        ordinary_deduction: euros that may be deducted for another worker that month.
        gross_monthly: the month's gross pay, in euros.
        share: the share of the ordinary deduction.
        ceiling: the share of the month's pay.
        because: the article that sets both.

    Returns:
        Euros, to the cent.

    Sources: Code du travail, art. D. 6222-33, D. 6325-17.
    Limits: does not know the ordinary deductions themselves.
    """
    if ordinary_deduction is None or gross_monthly is None:
        return unknown(ordinary_deduction=ordinary_deduction, gross_monthly=gross_monthly)
    by_share = share.value * ordinary_deduction
    by_pay = ceiling.value * gross_monthly
    amount = cents(min(by_share, by_pay))
    return Holds(
        amount,
        (
            Step(
                f"{percent(share.value)} de la déduction ordinaire de {euros(ordinary_deduction)} "
                f"font {euros(by_share)}.",
                because,
            ),
            Step(
                f"Les déductions ne dépassent pas {percent(ceiling.value)} du salaire du mois, "
                f"soit {euros(by_pay)}.",
                because,
            ),
            Step(f"Le plus petit des deux montants s’applique\u00a0: {euros(amount)} au plus.", because),
        ),
        figures=(share, ceiling),
    )
