"""The least an apprentice must be paid for a month (*rémunération minimale de l'apprenti*)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tremplin.law.apprenticeship.age_band import PAY_BY_AGE, AgeBand, age_band
from tremplin.law.apprenticeship.contract_year import MidMonth, YearPart, years_in_month
from tremplin.law.apprenticeship.grid import grid_percentage
from tremplin.law.outcome import DoesNotHold, Doubt, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.reference_pay import SmicTerritory
from tremplin.law.share_of_smic import Week, monthly_share
from tremplin.law.sources import labour_code
from tremplin.law.words import day, euros, month

CONVENTIONAL_MINIMUM = labour_code("D. 6222-27")
YEARS_OF_CONTRACT = labour_code("D. 6222-31")

WITH_CONVENTIONAL_MINIMUM = (AgeBand.AGE_21_25, AgeBand.AGE_26_PLUS)


@dataclass(frozen=True, slots=True)
class ApprenticePay:
    """A month's minimum pay, with the band, year and percentage it comes from.

    When the anniversary of the contract falls inside the month, `contract_year` and
    `percent` are those of its first day and `parts` says how its days are shared.
    """

    amount: Decimal
    age_band: AgeBand
    contract_year: int
    percent: Decimal
    parts: tuple[YearPart, ...] = ()


def minimum_pay(
    *,
    age_band: AgeBand | None,
    contract_year: int | None,
    on: date,
    concluded_on: date | None = None,
    weekly_hours: Decimal | None = None,
    territory: SmicTerritory = "national",
    conventional_minimum: Decimal | None = None,
    figures: Figures = OFFICIAL,
) -> Outcome[ApprenticePay]:
    """Return the least an apprentice (*apprenti*) must be paid for a month.

    A percentage of the SMIC, by age band and year of contract. From 21, the same
    percentage of the conventional minimum (*salaire minimum conventionnel*) of the
    job when it gives more.

    Args:
        age_band: the band that applies to the month; None if unknown.
        contract_year: 1 for the first year; None if unknown.
        on: any day of the month worked; its SMIC applies.
        concluded_on: the day the contract was signed, which chooses the grid; the
            grid of the month when unknown.
        weekly_hours: hours of the company's week; the legal week when None.
        territory: "mayotte" has its own minimum wage.
        conventional_minimum: euros a month, full time, for the job held; None if there is none.
        figures: the figures to use.

    Returns:
        Euros for the month, gross, to the cent, with band, year and percentage.

    Raises:
        NoValueInForce: no grid or minimum wage is known that day.

    Sources: Code du travail, art. L. 6222-27, D. 6222-26, D. 6222-27, L. 6222-24.
    Limits: knows no collective agreement beyond the minimum given; overtime is left out.
    """
    if age_band is None or contract_year is None:
        return unknown(age_band=age_band, contract_year=contract_year)
    if contract_year < 1:
        return _not_started(on)
    rate = grid_percentage(
        age_band=age_band, contract_year=contract_year, concluded_on=concluded_on or on, figures=figures
    )
    week = Week(on, weekly_hours, territory, conventional_minimum)
    paid = pay_at(percent=rate, age_band=age_band, week=week, figures=figures)
    value = ApprenticePay(paid.value, age_band, contract_year, rate.value)
    return Holds(value, paid.steps, paid.doubts, paid.figures)


def pay_at(
    *, percent: Holds[Decimal], age_band: AgeBand, week: Week, figures: Figures = OFFICIAL
) -> Holds[Decimal]:
    """Return the month's pay at a percentage already known, ordinary or special.

    Args:
        percent: what `grid_percentage` or a rule of `special_rates` answered.
        age_band: the band that applies; the conventional minimum counts from 21.
        week: the day, the weekly hours, the territory and the branch's minimum.
        figures: the figures to use.

    Returns:
        Euros for the month, gross, to the cent.

    Raises:
        NoValueInForce: no minimum wage is known that day.

    Sources: Code du travail, art. D. 6222-26, D. 6222-27.
    Limits: as `minimum_pay`.
    """
    counts = age_band in WITH_CONVENTIONAL_MINIMUM
    share = monthly_share(
        percent=percent.value,
        week=week,
        because=PAY_BY_AGE,
        conventional_percent=percent.value if counts else None,
        figures=figures,
    )
    steps = (*percent.steps, *share.steps)
    if week.conventional_minimum is not None and not counts:
        says = "Avant 21 ans, seul le SMIC compte\u00a0: le minimum conventionnel n’intervient pas."
        steps += (Step(says, CONVENTIONAL_MINIMUM),)
    return Holds(share.amount, steps, (*percent.doubts, *share.doubts), (*percent.figures, *share.figures))


def minimum_pay_by_birth_date(
    *,
    birth_date: date | None,
    contract_start: date,
    on: date,
    contract_end: date | None = None,
    concluded_on: date | None = None,
    weekly_hours: Decimal | None = None,
    territory: SmicTerritory = "national",
    conventional_minimum: Decimal | None = None,
    mid_month: MidMonth = "days",
    figures: Figures = OFFICIAL,
) -> Outcome[ApprenticePay]:
    """Return a month's minimum pay, the age band and the year being worked out from dates.

    The band moves on the first of the month after the birthday; years of contract
    done before count. When the anniversary of the contract falls inside the month,
    the days before it are paid at the former year's rate and the others at the new one.

    Args:
        birth_date: the apprentice's; None if unknown.
        contract_start: first day of the contract.
        on: any day of the month paid.
        contract_end: last day of the contract, included: the year after it never begins.
        concluded_on: the day of signature, which chooses the grid; the start when unknown.
        weekly_hours: hours of the company's week; the legal week when None.
        territory: "mayotte" has its own minimum wage.
        conventional_minimum: euros a month, full time, for the job held; None if there is none.
        mid_month: how to treat the month of the anniversary.
        figures: the figures to use.

    Returns:
        Euros for a whole month, gross, to the cent, with band, year and percentage.

    Raises:
        NoValueInForce: no grid or minimum wage is known that day.

    Sources: Code du travail, art. D. 6222-26, D. 6222-27, D. 6222-31.
    Limits: a first or last month worked in part is given whole, not by days.
    """
    band = age_band(birth_date=birth_date, contract_start=contract_start, month=on, figures=figures)
    if not isinstance(band, Holds):
        return band
    parts = years_in_month(
        contract_start=contract_start, month=on, contract_end=contract_end, mid_month=mid_month
    )
    if not parts:
        return _not_started(on)
    week = Week(on, weekly_hours, territory, conventional_minimum)
    signed = concluded_on or contract_start
    rates = [
        grid_percentage(
            age_band=band.value, contract_year=part.contract_year, concluded_on=signed, figures=figures
        )
        for part in parts
    ]
    days = sum(part.days for part in parts)
    weighted = sum((rate.value * part.days for rate, part in zip(rates, parts, strict=True)), Decimal(0))
    steps = (*band.steps, *(step for rate in rates for step in rate.steps))
    mixed = Holds(
        weighted / days, steps, (*band.doubts, *rates[0].doubts), (*band.figures, *rates[0].figures)
    )
    paid = pay_at(percent=mixed, age_band=band.value, week=week, figures=figures)
    value = ApprenticePay(paid.value, band.value, parts[0].contract_year, rates[0].value, parts)
    doubts = (*paid.doubts, *_mid_month_doubt(parts, contract_start))
    return Holds(value, (*paid.steps, *_shared_days(parts, paid.value)), doubts, paid.figures)


def _not_started(on: date) -> DoesNotHold:
    return DoesNotHold((Step(f"Le contrat n’a pas commencé en {month(on)}.", YEARS_OF_CONTRACT),))


def _shared_days(parts: tuple[YearPart, ...], amount: Decimal) -> tuple[Step, ...]:
    if len(parts) == 1:
        return ()
    before, after = parts
    says = (
        f"L’année du contrat change en cours de mois\u00a0: {before.days} jours en année "
        f"{before.contract_year}, {after.days} en année {after.contract_year}, soit {euros(amount)}."
    )
    return (Step(says, YEARS_OF_CONTRACT),)


def _mid_month_doubt(parts: tuple[YearPart, ...], contract_start: date) -> tuple[Doubt, ...]:
    if len(parts) == 1:
        return ()
    says = (
        f"Le contrat a commencé le {day(contract_start)}\u00a0: aucun texte ne dit comment payer le mois où "
        "l’année change. Nous partageons le mois par jours."
    )
    return (Doubt("B3.mid_month", says, (YEARS_OF_CONTRACT,)),)
