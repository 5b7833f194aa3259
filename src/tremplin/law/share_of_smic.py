"""A share of the minimum wage, or of the conventional minimum when that one is higher."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tremplin.law.outcome import Doubt, Step
from tremplin.law.parameters import Figure, Figures
from tremplin.law.reference_pay import (
    MINIMUM_WAGE,
    MONTHS_PER_YEAR,
    WEEKS_PER_YEAR,
    SmicTerritory,
    monthly_smic,
)
from tremplin.law.sources import Source
from tremplin.law.words import cents, euros, hours, number


@dataclass(frozen=True, slots=True)
class Week:
    """Where and how long one works, and what the branch promises for a full-time month."""

    on: date
    weekly_hours: Decimal | None = None
    territory: SmicTerritory = "national"
    conventional_minimum: Decimal | None = None


@dataclass(frozen=True, slots=True)
class MonthlyShare:
    """Euros for a month, to the cent, with the reasoning."""

    amount: Decimal
    steps: tuple[Step, ...]
    doubts: tuple[Doubt, ...]
    figures: tuple[Figure, ...]


def monthly_share(
    *,
    percent: Decimal,
    week: Week,
    because: Source,
    conventional_percent: Decimal | None = None,
    figures: Figures,
) -> MonthlyShare:
    """Return a percentage of the monthly minimum wage (*SMIC mensuel*), for the week worked.

    Where the branch counts, the same month is computed from the conventional minimum
    (*salaire minimum conventionnel*) and the higher amount is kept.

    Args:
        percent: percentage of the minimum wage.
        week: the day, the weekly hours, the territory and the branch's minimum.
        because: the article that sets the percentage.
        conventional_percent: percentage of the branch's minimum; None when it does not count.
        figures: the figures to use.

    Returns:
        Euros per month, rounded once.

    Raises:
        NoValueInForce: no minimum wage is known that day.

    Sources: Code du travail, art. D. 6222-26, D. 6325-15; décrets portant relèvement du SMIC.
    Limits: a week longer than the legal one is counted as the legal one: overtime is not computed.
    """
    legal = Decimal(figures.get("general", "legal_weekly_hours", on=week.on).value)
    worked = legal if week.weekly_hours is None else min(week.weekly_hours, legal)
    smic = monthly_smic(on=week.on, territory=week.territory, figures=figures)
    hourly = smic.figures[0]
    # Divided once, at the end, so that half a cent stays half a cent.
    amount = cents(percent * hourly.value * worked * WEEKS_PER_YEAR / (100 * MONTHS_PER_YEAR))
    steps = [
        Step(f"SMIC mensuel pour {hours(legal)} par semaine\u00a0: {euros(smic.value)}.", MINIMUM_WAGE),
        Step(f"{_points(percent)}\u00a0% du SMIC{_prorated(worked, legal)} font {euros(amount)}.", because),
    ]
    if week.conventional_minimum is not None and conventional_percent is not None:
        branch = cents(conventional_percent * week.conventional_minimum * worked / (100 * legal))
        says = f"{_points(conventional_percent)}\u00a0% du minimum conventionnel font {euros(branch)}"
        steps.append(Step(f"{says}\u00a0: le plus élevé des deux s’applique.", because))
        amount = max(amount, branch)
    return MonthlyShare(amount, tuple(steps), smic.doubts, (hourly,))


def _prorated(worked: Decimal, legal: Decimal) -> str:
    return "" if worked == legal else f", pour {hours(worked)} par semaine,"


def _points(percent: Decimal) -> str:
    return number(percent if percent == percent.to_integral_value() else cents(percent))
