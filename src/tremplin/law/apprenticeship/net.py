"""What an apprentice receives: gross pay, exempt part, contributions, CSG and CRDS."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from tremplin.law.certainty import figure_doubts
from tremplin.law.contributions import NetPay, Rates, ceiling_step, employee_rates, taken_from
from tremplin.law.outcome import DoesNotHold, Doubt, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figure, Figures
from tremplin.law.reference_pay import exact_monthly_smic
from tremplin.law.sources import Source, labour_code, social_security_code
from tremplin.law.words import day, euros, percent

EXEMPTION = labour_code("L. 6243-2")
EXEMPT_SHARE = labour_code("D. 6243-5")
CSG_EXEMPTION = social_security_code("L. 136-1-1")
BOSS = Source("Bulletin officiel de la sécurité sociale, exonérations, apprentissage (10 avril 2025)")
REFORM = Source("Loi n° 2025-199 du 28 février 2025, art. 23")

RegimeDateBasis = Literal["execution_start", "conclusion"]
"""Which day of the contract chooses the regime: its first day (BOSS) or its signature (law)."""


@dataclass(frozen=True, slots=True)
class Exemption:
    """Euros of a month's pay free of contributions and of CSG, not rounded; None: all of it."""

    contributions: Decimal
    csg: Decimal | None
    figures: tuple[Figure, ...]
    steps: tuple[Step, ...]


def net_pay(
    *,
    gross_monthly: Decimal | None,
    on: date,
    contract_start: date | None,
    concluded_on: date | None = None,
    regime_date_basis: RegimeDateBasis = "execution_start",
    weekly_hours: Decimal | None = None,
    alsace_moselle: bool = False,
    health_cover: Decimal = Decimal(0),
    figures: Figures = OFFICIAL,
) -> Outcome[NetPay]:
    """Return an apprentice's pay after contributions and before income tax (*salaire net*).

    Contracts from 1 March 2025 are exempt up to half of the month's SMIC, for
    contributions and for CSG and CRDS. Earlier ones keep their exemption to the end:
    79 % of the SMIC, and no CSG or CRDS at all.

    Args:
        gross_monthly: the month's gross pay, in euros; None if unknown.
        on: any day of the month worked.
        contract_start: first day of the contract; None if unknown.
        concluded_on: the day it was signed; None if unknown.
        regime_date_basis: which of the two days chooses the regime.
        weekly_hours: hours of the contract's week; the legal week when None.
        alsace_moselle: whether the local health scheme applies.
        health_cover: monthly price of the company's *mutuelle*, both shares, in euros.
        figures: the figures to use.

    Returns:
        Net pay, bases, contributions, CSG and CRDS, in euros to the cent.

    Raises:
        NoValueInForce: the contract is earlier than 2019, or no SMIC is known that month.

    Sources: Code du travail, art. L. 6243-2, D. 6243-5; Code de la sécurité sociale,
        art. L. 136-1-1, L. 136-2; loi n° 2025-199, art. 23.
    Limits: below the monthly ceiling; no *prévoyance*, no Apec; before income tax,
        from which an apprentice is exempt up to the annual SMIC; nothing of Mayotte's own.
    """
    if gross_monthly is None or contract_start is None:
        return unknown(gross_monthly=gross_monthly, contract_start=contract_start)
    by_signature = regime_date_basis == "conclusion"
    if by_signature and concluded_on is None:
        return unknown(concluded_on=concluded_on)
    over, ceiling = ceiling_step(gross_monthly=gross_monthly, on=on, figures=figures)
    if over is not None:
        return DoesNotHold((over,), figures=(ceiling,))
    keyed_by = concluded_on if by_signature and concluded_on else contract_start
    exempt = exemption(keyed_by=keyed_by, on=on, weekly_hours=weekly_hours, figures=figures)
    rates = employee_rates(on=on, alsace_moselle=alsace_moselle, figures=figures)
    base = max(gross_monthly - exempt.contributions, Decimal(0))
    pay = taken_from(
        gross=gross_monthly,
        base=base,
        csg_base=_csg_base(gross_monthly, exempt, rates, health_cover),
        health_cover=health_cover,
        rates=rates,
    )
    steps = (*exempt.steps, *_steps(pay, rates))
    doubts = (
        *rates.doubts,
        *figure_doubts(*exempt.figures),
        *_regime_doubt(contract_start, concluded_on, figures),
    )
    return Holds(pay, steps, doubts, (*exempt.figures, *rates.figures, ceiling))


def exemption(*, keyed_by: date, on: date, weekly_hours: Decimal | None, figures: Figures) -> Exemption:
    """Return the part of a month's pay that an apprentice's contributions leave out.

    Args:
        keyed_by: the day of the contract that chooses the regime.
        on: any day of the month worked.
        weekly_hours: hours of the contract's week; the legal week when None.
        figures: the figures to use.

    Returns:
        Euros, not rounded, for contributions and for CSG; None when CSG is not owed at all.

    Raises:
        NoValueInForce: the contract is earlier than 2019, or no SMIC is known that month.

    Sources: Code du travail, art. L. 6243-2, D. 6243-5; Code de la sécurité sociale, art. L. 136-1-1.
    Limits: contracts concluded before 2019 followed another computation, not given; the SMIC
        is the national one, in Mayotte too.
    """
    share = figures.get("contributions", "apprentice_exempt_share_of_smic", on=keyed_by)
    csg_share = figures.get("contributions", "apprentice_csg_exempt_share_of_smic", on=keyed_by)
    hourly = figures.get("general", "smic_hourly", on=on)
    legal = Decimal(figures.get("general", "legal_weekly_hours", on=on).value)
    week = legal if weekly_hours is None else min(weekly_hours, legal)
    smic = exact_monthly_smic(on=on, weekly_hours=week, figures=figures)
    exempt = share.value * smic
    says = f"{percent(share.value)} du SMIC du mois ({euros(smic)}) sont exonérés\u00a0: {euros(exempt)}."
    steps = [Step(says, EXEMPT_SHARE)]
    free_of_csg = None if isinstance(csg_share.value, str) else csg_share.value * smic
    if free_of_csg is None:
        says = f"Contrat du régime d’avant le 1er mars 2025 ({day(keyed_by)})\u00a0: ni CSG ni CRDS."
    else:
        says = f"La CSG et la CRDS portent sur la part au-delà de {euros(free_of_csg)}."
    steps.append(Step(says, CSG_EXEMPTION))
    return Exemption(exempt, free_of_csg, (share, csg_share, hourly), tuple(steps))


def _csg_base(gross: Decimal, exempt: Exemption, rates: Rates, health_cover: Decimal) -> Decimal:
    if exempt.csg is None or gross <= exempt.csg:
        return Decimal(0)
    employer_cover = health_cover * (1 - rates.health_cover_employee_share)
    return rates.csg_base_share * (gross - exempt.csg) + employer_cover


def _steps(pay: NetPay, rates: Rates) -> tuple[Step, ...]:
    return (
        Step(
            f"Cotisations\u00a0: {percent(rates.contributions)} de {euros(pay.contribution_base)} font "
            f"{euros(pay.contributions)}.",
            EXEMPTION,
        ),
        Step(
            f"CSG et CRDS\u00a0: {percent(rates.csg_crds)} de {euros(pay.csg_base)} font "
            f"{euros(pay.csg_crds)}.",
            CSG_EXEMPTION,
        ),
        Step(f"Il reste {euros(pay.net)} avant impôt sur le revenu.", EXEMPTION),
    )


def _regime_doubt(start: date, concluded_on: date | None, figures: Figures) -> tuple[Doubt, ...]:
    if concluded_on is None:
        return ()
    signed, started = (
        figures.get("contributions", "apprentice_exempt_share_of_smic", on=on).since
        for on in (concluded_on, start)
    )
    if signed == started:
        return ()
    says = (
        f"La loi vise les contrats conclus à partir du {day(started)}, l’administration ceux qui commencent "
        "à partir de ce jour. Le vôtre, signé avant et commencé après, suit l’un ou l’autre régime selon la "
        "lecture. Nous suivons la date de début, sauf si vous choisissez la signature."
    )
    return (Doubt("B6.regime_date", says, (REFORM, BOSS)),)
