"""The percentages of the minimum wage owed to an apprentice, by age and year of contract."""

from datetime import date
from decimal import Decimal

from tremplin.law.apprenticeship.age_band import FRENCH, PAY_BY_AGE, AgeBand
from tremplin.law.certainty import figure_doubts
from tremplin.law.outcome import Holds, Step
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import labour_code

LONGER_CONTRACT = labour_code("D. 6222-28-2")


def grid_percentage(
    *, age_band: AgeBand, contract_year: int, concluded_on: date, figures: Figures = OFFICIAL
) -> Holds[Decimal]:
    """Return the minimum percentage of the SMIC for an age band and a year of contract.

    After the last year of the grid, the rate of that last year goes on: the contract
    is then longer than the cycle, or extended after a failure.

    Args:
        age_band: the band that applies to the month.
        contract_year: 1 for the first year.
        concluded_on: the day the contract was signed.
        figures: the figures to use.

    Returns:
        A percentage of the SMIC.

    Raises:
        NoValueInForce: the contract is earlier than the first known grid.

    Sources: Code du travail, art. D. 6222-26, D. 6222-27, D. 6222-28, D. 6222-28-2.
    Limits: the grid before 2019 is from memory, and says so.
    """
    grid = figures.get("apprenticeship", "apprentice_grid", on=concluded_on)
    row = grid.value[age_band]
    percent = Decimal(row[min(contract_year, len(row)) - 1])
    steps = [
        Step(
            f"Année {contract_year} du contrat, {FRENCH[age_band]}\u00a0: {percent}\u00a0% du SMIC.",
            PAY_BY_AGE,
        )
    ]
    if contract_year > len(row):
        longer = "Au-delà de la dernière année du cycle, le taux de cette dernière année continue."
        steps.append(Step(longer, LONGER_CONTRACT))
    return Holds(percent, tuple(steps), figure_doubts(grid), (grid,))
