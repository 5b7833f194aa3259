"""The month table: hours, minimum, what must be paid, contributions, what was received."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from tremplin.law.internship.payment import BY_THE_HOUR, TWO_METHODS
from tremplin.law.internship.social_franchise import (
    EXEMPT,
    LATER_SIGNATURE,
    Franchise,
    contributions_on_excess,
    social_franchise,
)
from tremplin.law.outcome import DoesNotHold, Doubt, Holds, Outcome, Step
from tremplin.law.parameters import NoValueInForce
from tremplin.law.words import euros
from tremplin.rights.simulation.domain.coverage import part_months
from tremplin.rights.simulation.domain.hours import StageHours
from tremplin.rights.simulation.domain.pay import Worth
from tremplin.rights.simulation.domain.promised import promised_payments
from tremplin.rights.simulation.domain.scenario import Scenario

State = Literal["past", "current", "to come"]


@dataclass(frozen=True, slots=True)
class Month:
    """One month of the table.

    Attributes:
        real, smoothed: the minimum under each way of paying, in euros.
        payable: what must be paid that month: the promise when it is higher.
        formula: how `real` is computed.
        estimated: the ceiling of that month is not published yet.
        franchise: what bears no contribution; None for a month without hours.
        net: what is left of `payable` after contributions; None when it is unknown or doubtful.
        claimable: what may be claimed as late: `payable`, or only the minimum when a monthly
            sum is promised and the month is not complete.
        late: `claimable` minus what was received; None when nothing was said of that month.
    """

    month: date
    days: int
    hours: Decimal
    real: Decimal
    smoothed: Decimal
    payable: Decimal
    claimable: Decimal
    state: State
    formula: tuple[Step, ...] = ()
    estimated: bool = False
    franchise: Franchise | None = None
    withheld: Decimal | None = Decimal(0)
    charges: tuple[Step, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    worked: Decimal | None = None
    received: Decimal | None = None

    @property
    def net(self) -> Decimal | None:
        """Euros left after contributions."""
        return None if self.withheld is None else self.payable - self.withheld

    @property
    def late(self) -> Decimal | None:
        """Euros still to be paid; negative when more was paid."""
        return None if self.received is None else self.claimable - self.received


def month_table(
    scenario: Scenario, stages: Sequence[StageHours], worths: Sequence[Worth], today: date
) -> tuple[Month, ...]:
    """Return one line for each calendar month covered, in order.

    Args:
        scenario: way of paying, promise, benefits in kind, sums received.
        stages: hours of its internships.
        worths: the minimum of each internship that has hours.
        today: the day that parts past months from months to come.

    Returns:
        Months of all internships; two in one month are added up.

    Raises:
        NoValueInForce: a day is earlier than the known figures.
    """
    hours = _added([stage.owed_hours for stage in stages])
    days = _days(stages)
    real = _added([each.paid("real") for each in worths])
    smoothed = _added([each.paid("smoothed") for each in worths])
    tables = payable_by_stage(scenario, stages, worths)
    payable = _added(tables)
    parts = _part_months(scenario, stages, worths, tables)
    lines = [
        Month(
            month=month,
            days=days.get(month, 0),
            hours=hours[month],
            real=real.get(month, Decimal(0)),
            smoothed=smoothed.get(month, Decimal(0)),
            payable=payable.get(month, Decimal(0)),
            claimable=payable.get(month, Decimal(0)) - parts.get(month, Decimal(0)),
            doubts=(PART_MONTH,) if month in parts else (),
            state=_state(month, today),
            formula=tuple(step for each in worths for step in each.formulas.get(month, ())),
            estimated=any(month in each.estimated for each in worths),
            worked=scenario.worked.get(month),
            received=scenario.received.get(month),
        )
        for month in sorted(hours)
    ]
    charged = [_with_charges(scenario, line, _signed(stages, line.month)) for line in lines]
    return tuple(_without_firm_net(scenario, charged))


def payable_by_stage(
    scenario: Scenario, stages: Sequence[StageHours], worths: Sequence[Worth]
) -> list[Mapping[date, Decimal]]:
    """Return what must be paid each month for each internship.

    The promise is that of the first internship; it counts when it is worth more than the
    minimum owed.

    Args:
        scenario: way of paying and promise.
        stages: hours of its internships.
        worths: the minimum of each internship that has hours.

    Returns:
        Euros by month, one table for each internship with a minimum owed or a promise.

    Raises:
        NoValueInForce: the signature is earlier than the known ceilings.
    """
    tables: list[Mapping[date, Decimal]] = []
    for stage in stages:
        owed = next((each for each in worths if each.hours is stage and each.owed), None)
        least = owed.paid(scenario.method) if owed else {}
        promised = promised_payments(scenario, stage) if stage is stages[0] else {}
        tables.append(promised if _total(promised) > _total(least) else least)
    return tables


PART_MONTH = Doubt(
    "A10.part_month",
    "La convention promet une somme par mois, et un mois n’est pas complet. Le premier et le dernier mois "
    "sont comptés au prorata des heures prévues. Aucun texte ne le règle : lisez votre convention. Pour un "
    "mois incomplet, seul le minimum légal est réclamé.",
    (BY_THE_HOUR,),
)


def _part_months(
    scenario: Scenario,
    stages: Sequence[StageHours],
    worths: Sequence[Worth],
    tables: Sequence[Mapping[date, Decimal]],
) -> dict[date, Decimal]:
    """Return, for each month not complete, how much of a monthly promise may not be claimed."""
    first, promised = stages[0], tables[0]
    if scenario.agreed is None or scenario.agreed.unit != "month":
        return {}
    owed = next((each for each in worths if each.hours is first and each.owed), None)
    if promised == (owed.paid(scenario.method) if owed else {}):
        return {}
    real = owed.paid("real") if owed else {}
    return {
        month: max(promised.get(month, Decimal(0)) - real.get(month, Decimal(0)), Decimal(0))
        for month in part_months(scenario, first)
    }


def _total(table: Mapping[date, Decimal]) -> Decimal:
    return sum(table.values(), Decimal(0))


def _added(tables: Sequence[Mapping[date, Decimal]]) -> dict[date, Decimal]:
    totals: dict[date, Decimal] = {}
    for table in tables:
        for month, value in table.items():
            totals[month] = totals.get(month, Decimal(0)) + value
    return totals


def _days(stages: Sequence[StageHours]) -> dict[date, int]:
    days: dict[date, int] = {}
    for on in {on for stage in stages for on in stage.present}:
        month = on.replace(day=1)
        days[month] = days.get(month, 0) + 1
    return days


def _state(month: date, today: date) -> State:
    current = today.replace(day=1)
    if month == current:
        return "current"
    return "past" if month < current else "to come"


def _signed(stages: Sequence[StageHours], month: date) -> dict[date, Decimal]:
    """Return the hours of a month by day of signature, the first agreement of the month first."""
    inside = [stage for stage in stages if month in stage.months]
    signed = {inside[0].stage.signed_on: Decimal(0)}
    for part in (part for stage in inside for part in stage.parts):
        hours = part.hours_by_month.get(month, Decimal(0))
        signed[part.signed_on] = signed.get(part.signed_on, Decimal(0)) + hours
    return signed


def _with_charges(scenario: Scenario, line: Month, signed: Mapping[date, Decimal]) -> Month:
    """Add what bears contributions; a share unknown at that date leaves the net unknown."""
    first, *later = signed
    franchise = social_franchise(
        paid=line.payable,
        hours_present=line.hours,
        signed_on=first,
        in_kind=scenario.extras.in_kind,
        signed_later={on: signed[on] for on in later},
        figures=scenario.figures,
    )
    if not isinstance(franchise, Holds):
        return line
    later_signature = tuple(doubt for doubt in franchise.doubts if doubt == LATER_SIGNATURE)
    line = replace(line, doubts=line.doubts + later_signature)
    if not franchise.value.base:
        return replace(line, franchise=franchise.value, charges=franchise.steps)
    charged = _charged(scenario, franchise.value.base, line.month)
    return replace(
        line,
        franchise=franchise.value,
        withheld=charged.value if isinstance(charged, Holds) else None,
        charges=franchise.steps + charged.steps,
        doubts=line.doubts + charged.doubts,
    )


def _charged(scenario: Scenario, base: Decimal, month: date) -> Outcome[Decimal]:
    try:
        return contributions_on_excess(base=base, month=month, figures=scenario.figures)
    except NoValueInForce as unknown:
        return DoesNotHold((Step(str(unknown)),))


def _without_firm_net(scenario: Scenario, lines: Sequence[Month]) -> list[Month]:
    """Leave the net open where equal payments alone exceed what a month exempts."""
    monthly = scenario.agreed is not None and scenario.agreed.unit == "month"
    if scenario.method != "smoothed" and not monthly:
        return list(lines)
    known = [(line.payable + scenario.extras.in_kind, line.franchise) for line in lines if line.franchise]
    withheld = sum((line.withheld for line in lines if line.withheld), Decimal(0))
    if not withheld or sum(paid - each.exempt for paid, each in known) > 0:
        return list(lines)
    doubt = _smoothing_doubt(withheld)
    return [
        replace(line, withheld=None, doubts=(*line.doubts, doubt)) if line.withheld else line
        for line in lines
    ]


def _smoothing_doubt(withheld: Decimal) -> Doubt:
    says = (
        "L’exonération se compte mois par mois, sur les heures du mois. Un versement égal chaque mois la "
        f"dépasse quand le mois compte moins d’heures : à la lettre, {euros(withheld)} seraient retenus. "
        "Pourtant le total versé ne dépasse pas le total exonéré. Aucun texte lu ne le tranche : le net de "
        "ces mois reste à confirmer avec l’organisme."
    )
    return Doubt("A12.smoothed", says, (EXEMPT, TWO_METHODS))
