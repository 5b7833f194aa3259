"""What one receives in a professionalisation contract: an ordinary employee's net pay."""

from datetime import date
from decimal import Decimal

from tremplin.law.contributions import NetPay, ceiling_step, employee_rates, taken_from
from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import social_security_code
from tremplin.law.words import euros, percent

CONTRIBUTIONS = social_security_code("L. 242-1")
CSG = social_security_code("L. 136-2")


def net_pay(
    *,
    gross_monthly: Decimal | None,
    on: date,
    alsace_moselle: bool = False,
    health_cover: Decimal = Decimal(0),
    figures: Figures = OFFICIAL,
) -> Outcome[NetPay]:
    """Return the pay after contributions and before income tax (*salaire net*).

    An ordinary employee's contributions, on the whole pay. The exemption of interns
    and apprentices from income tax does not apply.

    Args:
        gross_monthly: the month's gross pay, in euros; None if unknown.
        on: any day of the month worked.
        alsace_moselle: whether the local health scheme applies.
        health_cover: monthly price of the company's *mutuelle*, both shares, in euros.
        figures: the figures to use.

    Returns:
        Net pay, bases, contributions, CSG and CRDS, in euros to the cent.

    Raises:
        NoValueInForce: the month is earlier than the first known rates.

    Sources: Code de la sécurité sociale, art. L. 242-1, L. 136-1, L. 136-2.
    Limits: below the monthly ceiling; no *prévoyance*, no Apec; before income tax; nothing of
        Mayotte's own.
    """
    if gross_monthly is None:
        return unknown(gross_monthly=gross_monthly)
    over, ceiling = ceiling_step(gross_monthly=gross_monthly, on=on, figures=figures)
    if over is not None:
        return DoesNotHold((over,), figures=(ceiling,))
    rates = employee_rates(on=on, alsace_moselle=alsace_moselle, figures=figures)
    employer_cover = health_cover * (1 - rates.health_cover_employee_share)
    pay = taken_from(
        gross=gross_monthly,
        base=gross_monthly,
        csg_base=rates.csg_base_share * gross_monthly + employer_cover,
        health_cover=health_cover,
        rates=rates,
    )
    steps = (
        Step(
            f"Cotisations\u00a0: {percent(rates.contributions)} du brut font {euros(pay.contributions)}.",
            CONTRIBUTIONS,
        ),
        Step(
            f"CSG et CRDS\u00a0: {percent(rates.csg_crds)} de {euros(pay.csg_base)} font "
            f"{euros(pay.csg_crds)}.",
            CSG,
        ),
        Step(f"Il reste {euros(pay.net)} avant impôt sur le revenu.", CONTRIBUTIONS),
    )
    return Holds(pay, steps, rates.doubts, (*rates.figures, ceiling))
