"""What employees pay from their gross: contributions (*cotisations salariales*), CSG and CRDS."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tremplin.law.certainty import figure_doubts
from tremplin.law.outcome import Doubt, Step
from tremplin.law.parameters import Figure, Figures
from tremplin.law.sources import social_security_code
from tremplin.law.words import cents, euros

CEILING = social_security_code("L. 241-3")

EMPLOYEE = ("ee_pension_capped", "ee_pension_uncapped", "ee_agirc_arrco_t1", "ee_ceg_t1")


@dataclass(frozen=True, slots=True)
class Rates:
    """Shares that apply in one month, with the figures that prove them."""

    contributions: Decimal
    csg_crds: Decimal
    csg_base_share: Decimal
    health_cover_employee_share: Decimal
    figures: tuple[Figure, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class NetPay:
    """A month's pay after contributions and before income tax, in euros to the cent."""

    net: Decimal
    contribution_base: Decimal
    contributions: Decimal
    csg_base: Decimal
    csg_crds: Decimal
    health_cover: Decimal
    """What the employee pays for the company's health cover (*mutuelle*)."""


def employee_rates(*, on: date, alsace_moselle: bool, figures: Figures) -> Rates:
    """Return the shares taken from pay below the monthly ceiling.

    Args:
        on: any day of the month worked.
        alsace_moselle: whether the local health scheme (*régime local*) applies.
        figures: the figures to use.

    Returns:
        Shares of the contribution base and of the CSG base, with their figures.

    Raises:
        NoValueInForce: the month is earlier than the first known rates.

    Sources: Code de la sécurité sociale, art. D. 242-4, L. 136-2, L. 136-8;
        ordonnance n° 96-50; Agirc-Arrco, tranche 1.
    Limits: pay below the monthly ceiling (*plafond mensuel de la sécurité sociale*) only;
        no Apec, no *prévoyance*.
    """
    local = ("ee_health_alsace_moselle",) if alsace_moselle else ()
    shares = [figures.get("contributions", name, on=on) for name in (*EMPLOYEE, *local)]
    csg, crds, base, cover = (
        figures.get("contributions", name, on=on)
        for name in ("csg_rate", "crds_rate", "csg_base_share", "health_cover_employee_share")
    )
    return Rates(
        contributions=sum((share.value for share in shares), Decimal(0)),
        csg_crds=csg.value + crds.value,
        csg_base_share=base.value,
        health_cover_employee_share=cover.value,
        figures=(*shares, csg, crds, base),
        doubts=figure_doubts(*shares),
    )


def taken_from(
    *, gross: Decimal, base: Decimal, csg_base: Decimal, health_cover: Decimal, rates: Rates
) -> NetPay:
    """Take contributions, CSG, CRDS and the employee's health cover from a month's gross.

    Args:
        gross: the month's gross pay, in euros.
        base: the part that bears contributions, not rounded.
        csg_base: the part that bears CSG and CRDS, not rounded.
        health_cover: monthly price of the *mutuelle*, both shares.
        rates: what `employee_rates` answered.

    Returns:
        Euros to the cent; the net is rounded once, from exact parts.

    Sources: Code de la sécurité sociale, art. L. 136-2, D. 242-4.
    Limits: no income tax.
    """
    contributions = rates.contributions * base
    csg_crds = rates.csg_crds * csg_base
    cover = health_cover * rates.health_cover_employee_share
    return NetPay(
        net=cents(gross - contributions - csg_crds - cover),
        contribution_base=cents(base),
        contributions=cents(contributions),
        csg_base=cents(csg_base),
        csg_crds=cents(csg_crds),
        health_cover=cents(cover),
    )


def ceiling_step(*, gross_monthly: Decimal, on: date, figures: Figures) -> tuple[Step | None, Figure]:
    """Say that pay is above the monthly ceiling, where these rates stop being enough.

    Args:
        gross_monthly: the month's gross pay, in euros.
        on: any day of the month worked.
        figures: the figures to use.

    Returns:
        The sentence, None below the ceiling; and the ceiling.

    Raises:
        NoValueInForce: no ceiling is known that day.

    Sources: Code de la sécurité sociale, art. L. 241-3.
    Limits: none known.
    """
    ceiling = figures.get("general", "monthly_ceiling", on=on)
    if gross_monthly <= ceiling.value:
        return None, ceiling
    says = f"Ce calcul vaut jusqu’au plafond de la sécurité sociale, {euros(ceiling.value)} par mois."
    return Step(says, CEILING), ceiling
