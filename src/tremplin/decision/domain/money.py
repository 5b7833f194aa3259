"""Month by month over the whole period: gross, net, what is refunded, what is spent, what is left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from tremplin.decision.domain.cells import NOTHING, Cell, Earned, figures_once, from_outcome, share_of
from tremplin.decision.domain.options import Kind, Living, Option, Student
from tremplin.decision.domain.pay import paid_by_option, with_job
from tremplin.law.internship.benefits import PUBLIC_INTERNS, transport_refund
from tremplin.law.internship.tax_exemption import IncomeTax, tax_exemption
from tremplin.law.outcome import Doubt, Holds, Outcome, Step
from tremplin.law.parameters import Figure
from tremplin.law.words import cents, euros

HYPOTHESES: Final = (
    "Un mois commencé ou fini en cours de route est compté par jours de calendrier ; un stage, à ses heures "
    "prévues dans l’organisme, école et jours fériés retirés.",
    "Le net est donné avant impôt sur le revenu, sans prévoyance.",
    "Les dépenses sont celles que vous avez écrites, au prorata des mois incomplets.",
    "La moyenne par mois divise le total par la durée en mois.",
)


@dataclass(frozen=True, slots=True)
class Pointer:
    """An effect that is not computed: what it is, and whom to ask."""

    title: str
    says: str
    ask: str


POINTERS: Final = (
    Pointer(
        "Bourse",
        "Un contrat de travail ou une gratification peut changer vos droits. Rien n’est compté ici.",
        "le Crous de votre académie, avant de signer",
    ),
    Pointer(
        "Aide au logement",
        "Vos revenus et votre adresse changent le calcul. Rien n’est compté ici.",
        "la Caf, avec son simulateur",
    ),
    Pointer(
        "Impôt de vos parents",
        "Être rattaché à leur foyer ou déclarer seul change leur impôt et le vôtre. Rien n’est compté ici.",
        "le service des impôts de vos parents",
    ),
)


@dataclass(frozen=True, slots=True)
class Month:
    """One month of one option; every cell says how it was computed."""

    month: date
    gross: Cell
    net: Cell
    refund: Cell
    costs: Cell

    @property
    def left(self) -> Decimal | None:
        """Euros left after costs; None while the net is unknown."""
        return None if self.net.value is None else self.net.value + self.refund.amount - self.costs.amount

    @property
    def named(self) -> tuple[tuple[str, Cell], ...]:
        """The cells with their French names, gross first: the net starts from it."""
        return (
            ("Brut", self.gross),
            ("Net", self.net),
            ("Remboursé", self.refund),
            ("Dépenses", self.costs),
        )


@dataclass(frozen=True, slots=True)
class TaxYear:
    """A calendar year of pay that is exempt up to a ceiling, and the part above it."""

    year: int
    received: Decimal
    outcome: Outcome[IncomeTax]


@dataclass(frozen=True, slots=True)
class Money:
    """An option's months, and what they add up to.

    Attributes:
        below: the offer is under the legal minimum in some month.
        job_below: what the student job pays is under the minimum wage in some month.
        taxed: the pay that no exemption covers, such as a professionalisation contract's.
    """

    option: Option
    months: tuple[Month, ...]
    years: tuple[TaxYear, ...]
    below: bool
    job_below: bool
    taxed: bool

    @property
    def is_known(self) -> bool:
        """Tell whether every month has its net."""
        return all(month.net.value is not None for month in self.months)

    @property
    def stops(self) -> str:
        """Why the net is not computed, when no fact would change it; empty otherwise."""
        reasons = [month.net.stops for month in self.months if month.net.value is None]
        return reasons[0] if reasons and all(reasons) else ""

    @property
    def unknown_because(self) -> Literal["", "rule_stops", "facts_missing"]:
        """Why the net is not known, as a code; empty when it is."""
        if self.is_known:
            return ""
        return "rule_stops" if self.stops else "facts_missing"

    @property
    def unknown(self) -> str:
        """What is written instead of an amount that is not known; empty when all are."""
        return {"": "", "rule_stops": "non calculé", "facts_missing": "à compléter"}[self.unknown_because]

    @property
    def duration(self) -> Decimal:
        """Months covered, incomplete ones in proportion."""
        return sum((self.option.share_of(month.month) for month in self.months), Decimal(0))

    @property
    def gross(self) -> Decimal:
        """Gross euros over the whole period."""
        return sum((month.gross.amount for month in self.months), Decimal(0))

    @property
    def net(self) -> Decimal | None:
        """Net euros over the whole period; None when a month is unknown."""
        return sum((month.net.amount for month in self.months), Decimal(0)) if self.is_known else None

    @property
    def left(self) -> Decimal | None:
        """Euros left after costs over the whole period; None when a month is unknown."""
        if not self.is_known:
            return None
        return sum((month.left or Decimal(0) for month in self.months), Decimal(0))

    @property
    def monthly_net(self) -> Decimal | None:
        """Net euros of an average month."""
        return None if self.net is None else cents(self.net / self.duration)

    @property
    def monthly_left(self) -> Decimal | None:
        """Euros left after costs in an average month."""
        return None if self.left is None else cents(self.left / self.duration)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What the law leaves uncertain in the whole table, each doubt once."""
        cells = (cell for month in self.months for cell in (month.gross, month.net, month.refund))
        every = [doubt for cell in cells for doubt in cell.doubts]
        every += [doubt for year in self.years for doubt in year.outcome.doubts]
        return tuple(dict.fromkeys(every))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures the table rests on, each once."""
        cells = (cell for month in self.months for cell in (month.gross, month.net, month.refund))
        return figures_once(figure for cell in cells for figure in cell.figures)


def money_of(student: Student, option: Option) -> Money:
    """Return the money of one option.

    Args:
        student: age, territory, local health scheme.
        option: dates, pay, job, rhythm and costs.

    Returns:
        Gross, net, refund and costs month by month, with formulas and doubts.

    Raises:
        NoValueInForce: a day is earlier than the known figures.
    """
    alone = paid_by_option(student, option)
    earned = with_job(student, option, alone)
    tuition = _tuition(option)
    months = tuple(
        Month(month, paid.gross, paid.net, _refund(option, month), _costs(option, month, tuition[month]))
        for month, paid in earned.items()
    )
    return Money(
        option,
        months,
        _tax_years(option, alone),
        any(paid.below for paid in earned.values()),
        any(paid.job_below for paid in earned.values()),
        option.kind is Kind.PROFESSIONALISATION or option.job is not None,
    )


def _refund(option: Option, month: date) -> Cell:
    """Return the employer's share of the transport pass."""
    if not option.living.transport:
        return NOTHING
    outcome = transport_refund(
        monthly_price=option.living.transport,
        public_host=option.public_employer or False,
        weekly_hours=option.week,
        on=month,
    )
    cell = share_of(from_outcome(outcome), option.share_of(month))
    if option.is_internship:
        return cell
    return replace(cell, doubts=tuple(doubt for doubt in cell.doubts if doubt != PUBLIC_INTERNS))


def _tuition(option: Option) -> dict[date, Decimal]:
    """Share the tuition by days; the last month takes the cents of rounding."""
    whole = sum(option.share_of(month) for month in option.months)
    parts = {month: cents(option.living.tuition * option.share_of(month) / whole) for month in option.months}
    parts[option.months[-1]] += option.living.tuition - sum(parts.values())
    return parts


def _costs(option: Option, month: date, part: Decimal) -> Cell:
    share = option.share_of(month)
    spent = _spent_monthly(option.living)
    steps = [Step(f"{name} : {euros(amount)} par mois.") for name, amount in spent if amount]
    whole = share_of(Cell(sum((amount for _, amount in spent), Decimal(0)), tuple(steps)), share)
    if not option.living.tuition:
        return whole
    tuition = option.living.tuition
    says = f"Frais de scolarité : {euros(tuition)} partagés sur la période, {euros(part)} ce mois-ci."
    return replace(whole, value=whole.amount + part, steps=(*whole.steps, Step(says)))


def _spent_monthly(living: Living) -> tuple[tuple[str, Decimal], ...]:
    rent = Decimal(0) if living.housing_given else living.rent
    return (("Transports", living.transport), ("Repas", living.meals), ("Loyer", rent))


def _tax_years(option: Option, paid: Mapping[date, Earned]) -> tuple[TaxYear, ...]:
    """Hold each year's exempt pay against its ceiling; neither a job nor a professionalisation pay is."""
    if option.kind is Kind.PROFESSIONALISATION:
        return ()
    found = []
    for year in dict.fromkeys(month.year for month in paid):
        inside = [earned.gross for month, earned in paid.items() if month.year == year]
        received = sum((gross.amount for gross in inside), Decimal(0))
        found.append(TaxYear(year, received, tax_exemption(year=year, received=received, months=len(inside))))
    return tuple(found)


def taxable(years: Sequence[TaxYear]) -> Decimal:
    """Return the euros above the exemption, all years together, without sharing by months."""
    return sum((year.outcome.value.taxable for year in years if isinstance(year.outcome, Holds)), Decimal(0))
