"""A month's gross and net for each kind of option, from the rules of the law alone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from tremplin.decision.domain.cells import NOTHING, Cell, added, from_outcome, share_of
from tremplin.decision.domain.options import Job, Kind, Option, Student
from tremplin.law.apprenticeship.age_band import age_band
from tremplin.law.apprenticeship.contract_year import years_in_month
from tremplin.law.apprenticeship.net import net_pay as apprentice_net
from tremplin.law.apprenticeship.pay import ApprenticePay, minimum_pay_by_birth_date, pay_at
from tremplin.law.apprenticeship.special_rates import SHORTER_CONTRACT, shorter_contract_rate
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
from tremplin.rights.simulation.domain.scenario import Agreed, Scenario, Stage, even_week
from tremplin.rights.simulation.domain.simulate import simulate

FULL_WEEK: Final = Decimal(35)
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


@dataclass(frozen=True, slots=True)
class Earned:
    """Gross and net of one month; `below` says that the offer is under the legal minimum."""

    gross: Cell
    net: Cell
    below: bool = False


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
        return _internship(student, option)
    return {month: _contract(student, option, month) for month in option.months}


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
    beside = {month: _job(student, option, option.job, month) for month in paid}
    return {month: _both(earned, beside[month]) for month, earned in paid.items()}


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
    parts = years_in_month(contract_start=option.starts_on, month=month)
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
        return Cell(None)
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


def _internship(student: Student, option: Option) -> dict[date, Earned]:
    weekly = option.weekly_hours or FULL_WEEK
    scenario = Scenario(
        stages=(
            Stage(option.starts_on, option.ends_on, even_week(weekly), option.signed_on or option.starts_on),
        ),
        signature_is_known=option.signed_on is not None,
        agreed=Agreed(option.offered, "hour") if option.offered is not None else None,
        public_body=option.public_employer,
        birth_on=student.birth_on,
    )
    found = simulate(scenario, today=option.starts_on)
    below = found.gap is not None and found.gap < 0
    earned = {month: Earned(NOTHING, NOTHING) for month in option.months}
    for line in found.months:
        steps = line.formula if line.payable else found.due.steps
        gross = Cell(line.payable, (*steps, *_offer_step(option, below)), found.figures, line.doubts)
        earned[line.month] = Earned(gross, Cell(line.net, line.charges, (), line.doubts), below)
    return earned


def _offer_step(option: Option, below: bool) -> tuple[Step, ...]:
    if option.offered is None:
        return ()
    ending = "est sous ce minimum : le minimum est compté" if below else "est comptée si elle donne plus"
    return (Step(f"L’offre, {euros(option.offered)} par heure, {ending}."),)


def _job(student: Student, option: Option, job: Job, month: date) -> Earned:
    smic = OFFICIAL.get("general", hourly_smic_name(student.territory), on=month)
    below = job.hourly is not None and job.hourly < smic.value
    hourly = max(job.hourly or smic.value, smic.value)
    whole = cents(hourly * job.weekly_hours * WEEKS_PER_YEAR / MONTHS_PER_YEAR)
    says = (
        f"Petit emploi : {hours(job.weekly_hours)} par semaine à {euros(hourly)} font {euros(whole)} "
        f"brut par mois ({WEEKS_PER_YEAR} semaines sur {MONTHS_PER_YEAR} mois)."
    )
    gross = Cell(whole, (Step(says, MINIMUM_WAGE),), (smic,))
    net = _net_cell(_employee(student, whole, month))
    share = option.share_of(month)
    return Earned(share_of(gross, share), share_of(net, share), below)


def _both(earned: Earned, job: Earned) -> Earned:
    gross, net = added((earned.gross, job.gross)), added((earned.net, job.net))
    return Earned(gross, net, earned.below or job.below)
