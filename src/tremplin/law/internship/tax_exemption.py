"""Is the gratification taxable? Only the part above the yearly minimum wage is."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tremplin.law.certainty import figure_doubts
from tremplin.law.outcome import Doubt, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import Source, tax_code
from tremplin.law.words import cents, euros

EXEMPTION = tax_code("81 bis")
DOCTRINE = Source("BOFiP, BOI-RSA-CHAMP-20-50-50")
MONTHS_PER_YEAR = 12


@dataclass(frozen=True, slots=True)
class IncomeTax:
    """What is exempt that year and what is not, in euros.

    Attributes:
        ceiling: most that is exempt over a whole year.
        taxable: part received above it.
        prorated_ceiling: the ceiling shared by months of activity, as doctrine does.
        prorated_taxable: part received above that one.
    """

    ceiling: Decimal
    taxable: Decimal
    prorated_ceiling: Decimal
    prorated_taxable: Decimal


def tax_exemption_ceiling(*, year: int, figures: Figures = OFFICIAL) -> Holds[Decimal]:
    """Return what is exempt from income tax that year (*exonération d'impôt sur le revenu*).

    It is the yearly minimum wage: the sum of its twelve months, rounded to the euro.

    Args:
        year: year the income is received.
        figures: published figures, completed by the student's.

    Returns:
        Euros per year.

    Raises:
        NoValueInForce: the year is earlier than the known figures.

    Sources: Code général des impôts, art. 81 bis; BOI-RSA-CHAMP-20-50-50.
    Limits: covers gratifications and apprentices' pay, not professionalisation contracts.
    """
    figure = figures.get("general", "income_tax_exemption", on=date(year, 1, 1))
    value = Decimal(figure.value)
    says = f"{euros(value)} sont exonérés d’impôt sur le revenu en {year} : le montant annuel du SMIC."
    return Holds(value, (Step(says, EXEMPTION),), figure_doubts(figure), (figure,))


def tax_exemption(
    *, year: int, received: Decimal | None, months: int = MONTHS_PER_YEAR, figures: Figures = OFFICIAL
) -> Outcome[IncomeTax]:
    """Return the part of the year's gratification that is taxable (*part imposable*).

    Args:
        year: year the income is received.
        received: euros received over the year, apprentice's pay included; None if unknown.
        months: calendar months of activity in the year, 1 to 12.
        figures: published figures, completed by the student's.

    Returns:
        Ceiling and taxable part, whole and shared by months.

    Raises:
        NoValueInForce: the year is earlier than the known figures.

    Sources: Code général des impôts, art. 81 bis; BOI-RSA-CHAMP-20-50-50.
    Limits: the sharing by months comes from doctrine on apprentices (2006): a doubt.
    """
    if received is None:
        return unknown(received=received)
    ceiling = tax_exemption_ceiling(year=year, figures=figures)
    prorated = cents(ceiling.value * months / MONTHS_PER_YEAR)
    value = IncomeTax(
        ceiling.value,
        max(received - ceiling.value, Decimal(0)),
        prorated,
        max(received - prorated, Decimal(0)),
    )
    says = f"{euros(received)} reçus en {year} : {euros(value.taxable)} imposables."
    doubts = ceiling.doubts
    if value.prorated_taxable != value.taxable:
        doubts += (_prorating(value, months),)
    return Holds(value, (*ceiling.steps, Step(says, EXEMPTION)), doubts, ceiling.figures)


def _prorating(value: IncomeTax, months: int) -> Doubt:
    says = (
        f"Une doctrine de 2006 sur les apprentis partage ce montant selon les mois d’activité : pour "
        f"{months} mois, {euros(value.prorated_ceiling)} exonérés et {euros(value.prorated_taxable)} "
        "imposables."
    )
    return Doubt("A13.prorating", says, (DOCTRINE,))
