"""A month's gross and net for each kind of option, from the rules of the law alone."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from tremplin.decision.domain.cells import Cell, Earned, added, from_outcome, share_of
from tremplin.decision.domain.gratification import gratified
from tremplin.decision.domain.options import FULL_WEEK, Job, Kind, Option, Student
from tremplin.law.apprenticeship.age_band import age_band
from tremplin.law.apprenticeship.contract_year import years_in_month
from tremplin.law.apprenticeship.net import net_pay as apprentice_net
from tremplin.law.apprenticeship.pay import ApprenticePay, minimum_pay_by_birth_date, pay_at
from tremplin.law.apprenticeship.special_rates import SHORTER_CONTRACT, shorter_contract_rate
from tremplin.law.certainty import figure_doubts
from tremplin.law.contributions import NetPay
from tremplin.law.outcome import Doubt, Holds, NeedsFacts, Outcome, Step
from tremplin.law.parameters import OFFICIAL
from tremplin.law.professionalisation import pay as professionalisation
from tremplin.law.professionalisation.net import net_pay as employee_net
from tremplin.law.reference_pay import (
    MINIMUM_WAGE,
    MONTHS_PER_YEAR,
    WEEKS_PER_YEAR,
    hourly_smic_name,
)
from tremplin.law.share_of_smic import Week
from tremplin.law.words import cents, euros, hours

MORE_HOURS: Final = Doubt(
    "decision.overtime",
    "Plus de 35 heures par semaine : les heures supplémentaires ne sont pas comptées ici. "
    "Demandez à l’employeur comment elles sont payées.",
)
OWN_PAY: Final = Doubt(
    "decision.years_done",
    "Les années déjà faites comptent quand le contrat est plus court que le cycle. Faites-le confirmer par "
    "le CFA : tout dépend du diplôme.",
    (SHORTER_CONTRACT,),
)
MAYOTTE_NET: Final = Doubt(
    "decision.mayotte_net",
    "À Mayotte, le net est compté avec les taux, le plafond et la part exonérée du reste de la France : les "
    "règles propres à Mayotte ne sont pas connues ici. Demandez le net à l’employeur.",
)


def paid_by_option(student: Student, option: Option) -> dict[date, Earned]:
    """Return what an option itself pays, month by month over its whole period.

    A month worked in part is paid by calendar days, an internship by its real hours.

    Args:
        student: age, territory, local health scheme.
        option: dates and pay offered; its job beside is left out.

    Returns:
        Gross and net by month.

    Raises:
        NoValueInForce: a day is earlier than the known figures.
    """
    if option.is_internship:
        return _where(student, gratified(student, option))
    return _where(student, {month: _contract(student, option, month) for month in option.months})


def with_job(student: Student, option: Option, paid: Mapping[date, Earned]) -> dict[date, Earned]:
    """Add the student job to what the option pays.

    Args:
        student: territory and local health scheme.
        option: its job and its dates.
        paid: what `paid_by_option` answered.

    Returns:
        Gross and net by month, both added; unchanged without a job.

    Raises:
        NoValueInForce: a month is earlier than the known minimum wage.
    """
    if option.job is None:
        return dict(paid)
    beside = _where(student, {month: _job(student, option, option.job, month) for month in paid})
    return {month: _both(earned, beside[month]) for month, earned in paid.items()}


def _where(student: Student, paid: Mapping[date, Earned]) -> dict[date, Earned]:
    """Doubt every net of Mayotte: no text read settles its contributions."""
    if student.territory != "mayotte":
        return dict(paid)
    return {
        month: replace(earned, net=replace(earned.net, doubts=(*earned.net.doubts, MAYOTTE_NET)))
        if earned.net.value
        else earned
        for month, earned in paid.items()
    }


def _contract(student: Student, option: Option, month: date) -> Earned:
    minimum = _minimum(student, option, month)
    gross, below = _at_least(option, minimum)
    if option.weekly_hours is not None and option.weekly_hours > FULL_WEEK:
        gross = replace(gross, doubts=(*gross.doubts, MORE_HOURS))
    net = _net(student, option, gross, month)
    share = option.share_of(month)
    return Earned(share_of(gross, share), share_of(net, share), below)


def _minimum(student: Student, option: Option, month: date) -> Cell:
    if option.kind is Kind.PROFESSIONALISATION:
        return _professionalisation(student, option, month)
    if option.years_done:
        return from_outcome(_after_years_done(student, option, month))
    pay = minimum_pay_by_birth_date(
        birth_date=student.birth_on,
        contract_start=option.starts_on,
        on=month,
        contract_end=option.ends_on,
        concluded_on=option.signed_on,
        weekly_hours=option.weekly_hours,
        territory=student.territory,
        conventional_minimum=option.conventional_minimum,
    )
    return _amount(pay)


def _amount(pay: Outcome[ApprenticePay] | Outcome[professionalisation.ProfessionalisationPay]) -> Cell:
    if isinstance(pay, Holds):
        return Cell(pay.value.amount, pay.steps, pay.figures, pay.doubts)
    return from_outcome(pay)


def _professionalisation(student: Student, option: Option, month: date) -> Cell:
    diploma = professionalisation.opens_higher_rate(diploma=option.diploma)
    qualifies = None if isinstance(diploma, NeedsFacts) else isinstance(diploma, Holds)
    pay = professionalisation.minimum_pay_by_birth_date(
        birth_date=student.birth_on,
        contract_start=option.starts_on,
        on=month,
        qualifying_diploma=qualifies,
        weekly_hours=option.weekly_hours,
        territory=student.territory,
        branch_minimum=option.conventional_minimum,
        concluded_on=option.signed_on,
    )
    cell = _amount(pay)
    return replace(cell, doubts=(*diploma.doubts, *cell.doubts))


def _after_years_done(student: Student, option: Option, month: date) -> Outcome[Decimal]:
    """Return the minimum of a contract shorter than its cycle; the days of two years share a month."""
    band = age_band(birth_date=student.birth_on, contract_start=option.starts_on, month=month)
    if not isinstance(band, Holds):
        return band
    parts = years_in_month(contract_start=option.starts_on, month=month, contract_end=option.ends_on)
    rates = [
        shorter_contract_rate(
            age_band=band.value,
            contract_year=part.contract_year,
            years_spared=option.years_done,
            concluded_on=option.signed_on or option.starts_on,
        )
        for part in parts
    ]
    known = [rate for rate in rates if isinstance(rate, Holds)]
    days = sum(part.days for part in parts)
    mixed = sum((rate.value * part.days for rate, part in zip(known, parts, strict=True)), Decimal(0)) / days
    steps = (*band.steps, *(step for rate in known for step in rate.steps))
    percent = Holds(mixed, steps, (*band.doubts, OWN_PAY), (*band.figures, *known[0].figures))
    week = Week(month, option.weekly_hours, student.territory, option.conventional_minimum)
    return pay_at(percent=percent, age_band=band.value, week=week)


def _at_least(option: Option, minimum: Cell) -> tuple[Cell, bool]:
    """Return the offer when it reaches the minimum, else the minimum and True."""
    if option.offered is None or minimum.value is None:
        return minimum, False
    if option.offered >= minimum.value:
        says = f"L’offre, {euros(option.offered)} brut par mois, atteint ce minimum : elle est comptée."
        return replace(minimum, value=option.offered, steps=(*minimum.steps, Step(says))), False
    says = (
        f"L’offre, {euros(option.offered)} brut par mois, est sous ce minimum de "
        f"{euros(minimum.value - option.offered)} : le minimum est compté."
    )
    return replace(minimum, steps=(*minimum.steps, Step(says))), True


def _net(student: Student, option: Option, gross: Cell, month: date) -> Cell:
    if gross.value is None:
        return Cell(None, stops=gross.stops)
    if option.kind is Kind.APPRENTICESHIP:
        outcome = apprentice_net(
            gross_monthly=gross.value,
            on=month,
            contract_start=option.starts_on,
            concluded_on=option.signed_on,
            weekly_hours=option.weekly_hours,
            alsace_moselle=student.alsace_moselle,
            health_cover=option.health_cover,
        )
    else:
        outcome = _employee(student, gross.value, month, option.health_cover)
    return _net_cell(outcome)


def _employee(student: Student, gross: Decimal, month: date, cover: Decimal = Decimal(0)) -> Outcome[NetPay]:
    return employee_net(
        gross_monthly=gross, on=month, alsace_moselle=student.alsace_moselle, health_cover=cover
    )


def _net_cell(outcome: Outcome[NetPay]) -> Cell:
    if isinstance(outcome, Holds):
        return Cell(outcome.value.net, outcome.steps, outcome.figures, outcome.doubts)
    return from_outcome(outcome)


def _job(student: Student, option: Option, job: Job, month: date) -> Earned:
    smic = OFFICIAL.get("general", hourly_smic_name(student.territory), on=month)
    below = job.hourly is not None and job.hourly < smic.value
    hourly = max(job.hourly or smic.value, smic.value)
    whole = cents(hourly * job.weekly_hours * WEEKS_PER_YEAR / MONTHS_PER_YEAR)
    says = (
        f"Petit emploi : {hours(job.weekly_hours)} par semaine à {euros(hourly)} font {euros(whole)} "
        f"brut par mois ({WEEKS_PER_YEAR} semaines sur {MONTHS_PER_YEAR} mois)."
    )
    raised = (
        (Step(_raised(job.hourly, smic.value), MINIMUM_WAGE),) if job.hourly is not None and below else ()
    )
    gross = Cell(whole, (*raised, Step(says, MINIMUM_WAGE)), (smic,), figure_doubts(smic))
    net = _net_cell(_employee(student, whole, month))
    share = option.share_of(month)
    return Earned(share_of(gross, share), share_of(net, share), job_below=below)


def _raised(hourly: Decimal, smic: Decimal) -> str:
    return (
        f"La paie du petit emploi, {euros(hourly)} par heure, est sous le SMIC : {euros(smic)} sont comptés."
    )


def _both(earned: Earned, job: Earned) -> Earned:
    gross, net = added((earned.gross, job.gross)), added((earned.net, job.net))
    return Earned(gross, net, earned.below, job.job_below)
