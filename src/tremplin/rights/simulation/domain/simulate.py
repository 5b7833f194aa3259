"""The whole answer: what is owed, when, net of what, and what else the law gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tremplin.law.internship.gratification_due import GratificationDue
from tremplin.law.internship.payment import Balance, arrears
from tremplin.law.internship.tax_exemption import IncomeTax, tax_exemption
from tremplin.law.outcome import Doubt, Holds, Outcome, Step
from tremplin.law.parameters import OFFICIAL, Figure
from tremplin.rights.simulation.domain.beside import Point, broken_off, extras, limits
from tremplin.rights.simulation.domain.hours import StageHours, hours_of
from tremplin.rights.simulation.domain.milestones import Progress, progress
from tremplin.rights.simulation.domain.months import Month, month_table
from tremplin.rights.simulation.domain.pay import Worth, due, worth
from tremplin.rights.simulation.domain.promised import promised_payments
from tremplin.rights.simulation.domain.scenario import Scenario


@dataclass(frozen=True, slots=True)
class YearOfTax:
    """One calendar year of income tax, and the euros counted in it."""

    year: int
    received: Decimal
    outcome: Outcome[IncomeTax]


@dataclass(frozen=True, slots=True)
class Simulation:
    """What the page shows.

    Attributes:
        due: the law's answer on whether a gratification must be paid.
        promised: euros the agreement promises; None when it was not said.
        balance: what remains to be paid; None when no sum received was entered.
        points: limits, extras and break, rule by rule.
    """

    scenario: Scenario
    stages: tuple[StageHours, ...]
    worths: tuple[Worth, ...]
    due: Outcome[GratificationDue]
    months: tuple[Month, ...]
    progress: Progress
    promised: Decimal | None
    years: tuple[YearOfTax, ...]
    balance: Outcome[Balance] | None
    points: tuple[Point, ...]

    @property
    def is_due(self) -> bool:
        """Tell whether a gratification must be paid."""
        return isinstance(self.due, Holds)

    @property
    def hours(self) -> Decimal:
        """Hours a gratification is counted on."""
        return sum((month.hours for month in self.months), Decimal(0))

    @property
    def days(self) -> int:
        """Days of presence."""
        return sum(month.days for month in self.months)

    @property
    def minimum(self) -> Decimal:
        """Euros the law gives for all hours, owed or not."""
        return sum((each.gratification.total for each in self.worths), Decimal(0))

    @property
    def by_signature(self) -> Decimal:
        """The minimum with the ceiling of the day of signature."""
        return sum((each.gratification.by_signature for each in self.worths), Decimal(0))

    @property
    def by_presence(self) -> Decimal:
        """The minimum with the ceiling in force when each hour is worked."""
        return sum((each.gratification.by_presence for each in self.worths), Decimal(0))

    @property
    def difference(self) -> Decimal:
        """Euros between the two readings of the ceiling."""
        return abs(self.by_presence - self.by_signature)

    @property
    def presence_is_unknown(self) -> bool:
        """Tell whether the reading by presence needs a ceiling that is not published yet."""
        lines = [line.month for each in self.worths for line in each.gratification.months if line.hours]
        ceilings = (self.scenario.figures.get("general", "hourly_ceiling", on=month) for month in lines)
        return any(ceiling.estimated for ceiling in ceilings)

    @property
    def payable(self) -> Decimal:
        """Euros to be paid in all: the minimum owed, or the promise when it is higher."""
        return sum((month.payable for month in self.months), Decimal(0))

    @property
    def withheld(self) -> Decimal | None:
        """Contributions of all months; None when a month's are unknown or doubtful."""
        every = [month.withheld for month in self.months]
        return None if None in every else sum((each for each in every if each), Decimal(0))

    @property
    def net(self) -> Decimal | None:
        """Euros left after contributions; None when they are unknown or doubtful."""
        return None if self.withheld is None else self.payable - self.withheld

    @property
    def gap(self) -> Decimal | None:
        """Promise minus minimum of the first internship; None unless both are known."""
        first = self.worths[0] if self.worths else None
        if self.promised is None or first is None or not first.owed:
            return None
        return self.promised - first.gratification.total

    @property
    def hourly(self) -> tuple[Decimal, ...]:
        """Different minimum rates of the months, in order."""
        rates = (line.hourly for each in self.worths for line in each.gratification.months if line.hours)
        return tuple(dict.fromkeys(rates))

    @property
    def estimated(self) -> bool:
        """Tell whether any amount rests on an unpublished ceiling."""
        return any(month.estimated for month in self.months)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The reasoning on the threshold and the amount, each sentence once."""
        every = (self.due.steps, *(each.steps for each in self.worths))
        return tuple(dict.fromkeys(step for steps in every for step in steps))

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What the law leaves uncertain, each doubt once."""
        every = (
            self.due.doubts,
            *(each.doubts for each in self.worths),
            *(month.doubts for month in self.months),
            *(point.outcome.doubts for point in self.points),
            *(year.outcome.doubts for year in self.years),
        )
        return tuple(dict.fromkeys(doubt for doubts in every for doubt in doubts))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in force that the amount rests on, each once."""
        every = (self.due.figures, *(each.figures for each in self.worths))
        return tuple(dict.fromkeys(figure for figures in every for figure in figures))


def simulate(scenario: Scenario, *, today: date) -> Simulation:
    """Return what the law gives a student for their internships in one host.

    Args:
        scenario: all that is known.
        today: the day that parts past months from months to come.

    Returns:
        The threshold, the months, both readings, contributions, tax and arrears.

    Raises:
        NoValueInForce: a day is earlier than the known figures.
    """
    stages = hours_of(scenario)
    answer = due(scenario, stages)
    owed = answer.value.placements if isinstance(answer, Holds) else ()
    worths = tuple(
        found for stage in stages if (found := worth(scenario, stage, stage.placement in owed)) is not None
    )
    months = month_table(scenario, stages, worths, today)
    first = worths[0].gratification if worths else None
    promised = promised_payments(scenario, stages[0])
    return Simulation(
        scenario=scenario,
        stages=stages,
        worths=worths,
        due=answer,
        months=months,
        progress=progress(scenario, stages),
        promised=sum(promised.values(), Decimal(0)) if scenario.agreed else None,
        years=_years(scenario, months),
        balance=_balance(scenario, months),
        points=(*limits(scenario, stages), *extras(scenario), *broken_off(scenario, first, months)),
    )


def unpublished_years(starts_on: date, ends_on: date) -> tuple[int, ...]:
    """Return the years whose hourly ceiling the student may enter.

    Args:
        starts_on: first day of the internships, or their signature when it comes first.
        ends_on: last day of the internships.

    Returns:
        Years after the last published one, between the two days.

    Limits: a ceiling entered for a year already published is not used.
    """
    ceiling = OFFICIAL.find("general", "hourly_ceiling", on=ends_on)
    if ceiling is None or ceiling.known_through is None:
        return ()
    return tuple(range(max(ceiling.known_through.year + 1, starts_on.year), ends_on.year + 1))


def _years(scenario: Scenario, months: Sequence[Month]) -> tuple[YearOfTax, ...]:
    """Tax each calendar year on what is paid for its months."""
    years = dict.fromkeys(month.month.year for month in months if month.payable)
    found = []
    for year in years:
        inside = [month for month in months if month.month.year == year and month.payable]
        received = sum((month.payable for month in inside), Decimal(0))
        outcome = tax_exemption(year=year, received=received, months=len(inside), figures=scenario.figures)
        found.append(YearOfTax(year, received, outcome))
    return tuple(found)


def _balance(scenario: Scenario, months: Sequence[Month]) -> Outcome[Balance] | None:
    """Compare the months of which a sum received was said, with what may be claimed for them."""
    if not scenario.received:
        return None
    said = [month for month in months if month.received is not None]
    if not said:
        return None
    return arrears(
        owed={month.month: month.claimable for month in said},
        received={month.month: month.received or Decimal(0) for month in said},
        through=said[-1].month,
    )
