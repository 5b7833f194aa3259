"""The monthly minimum wage and the yearly ceiling, computed from the hourly and monthly figures."""

from datetime import date
from decimal import Decimal
from typing import Literal

from tremplin.law.certainty import figure_doubts
from tremplin.law.outcome import Doubt, Holds, Step
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import Source, social_security_code
from tremplin.law.words import cents, euros, hours

SmicTerritory = Literal["national", "mayotte"]
MINIMUM_WAGE = Source("Décrets portant relèvement du SMIC")
CEILING = social_security_code("D. 242-19")
WEEKS_PER_YEAR = 52
MONTHS_PER_YEAR = 12
MAYOTTE_35_HOURS = date(2018, 1, 1)


def hourly_smic_name(territory: SmicTerritory) -> str:
    """Return the identifier of the hourly minimum wage of a territory."""
    return "smic_hourly_mayotte" if territory == "mayotte" else "smic_hourly"


def exact_monthly_smic(
    *,
    on: date,
    weekly_hours: Decimal | None = None,
    territory: SmicTerritory = "national",
    figures: Figures = OFFICIAL,
) -> Decimal:
    """Return the monthly minimum wage (*SMIC mensuel*) before any rounding.

    Args:
        on: a day of the month worked.
        weekly_hours: hours of the contract's week; None for the legal week.
        territory: "mayotte" has its own minimum wage.
        figures: published figures, completed by the student's.

    Returns:
        Euros per month, not rounded: thresholds and shares are taken from it.

    Raises:
        NoValueInForce: no minimum wage is known that day.

    Sources: Décrets portant relèvement du SMIC.
    Limits: before 2018 the Mayotte figure belonged to a 39-hour week.
    """
    hourly: Decimal = figures.get("general", hourly_smic_name(territory), on=on).value
    week = weekly_hours if weekly_hours is not None else Decimal(_legal_week(on, figures))
    return hourly * week * WEEKS_PER_YEAR / MONTHS_PER_YEAR


def monthly_smic(
    *,
    on: date,
    weekly_hours: Decimal | None = None,
    territory: SmicTerritory = "national",
    figures: Figures = OFFICIAL,
) -> Holds[Decimal]:
    """Return the monthly minimum wage (*SMIC mensuel*).

    The month is 52 weeks shared over 12 months, not a rounded number of hours.

    Args:
        on: a day of the month worked.
        weekly_hours: hours of the contract's week; None for the legal week.
        territory: "mayotte" has its own minimum wage.
        figures: published figures, completed by the student's.

    Returns:
        Euros per month, to the cent.

    Raises:
        NoValueInForce: no minimum wage is known that day.

    Sources: Décrets portant relèvement du SMIC.
    Limits: before 2018 the Mayotte figure belonged to a 39-hour week: a doubt says so.
    """
    hourly = figures.get("general", hourly_smic_name(territory), on=on)
    week = weekly_hours if weekly_hours is not None else Decimal(_legal_week(on, figures))
    exact = exact_monthly_smic(on=on, weekly_hours=week, territory=territory, figures=figures)
    says = f"{euros(hourly.value)} × {hours(week)} × {WEEKS_PER_YEAR} / {MONTHS_PER_YEAR} = {euros(exact)}."
    doubts = figure_doubts(hourly)
    if territory == "mayotte" and on < MAYOTTE_35_HOURS:
        doubts += (Doubt("D.mayotte_39_hours", "Avant 2018, Mayotte comptait 39 h par semaine."),)
    return Holds(cents(exact), (Step(says, MINIMUM_WAGE),), doubts, (hourly,))


def annual_ceiling(*, on: date, figures: Figures = OFFICIAL) -> Holds[Decimal]:
    """Return the yearly social security ceiling (*plafond annuel de la sécurité sociale*).

    Args:
        on: a day of the year.
        figures: published figures, completed by the student's.

    Returns:
        Euros per year.

    Raises:
        NoValueInForce: no ceiling is known that day.

    Sources: Code de la sécurité sociale, art. D. 242-19.
    Limits: national ceiling only.
    """
    monthly = figures.get("general", "monthly_ceiling", on=on)
    value = Decimal(monthly.value) * MONTHS_PER_YEAR
    step = Step(f"{euros(monthly.value)} × {MONTHS_PER_YEAR} = {euros(value)}.", CEILING)
    return Holds(value, (step,), figure_doubts(monthly), (monthly,))


def _legal_week(on: date, figures: Figures) -> int:
    week: int = figures.get("general", "legal_weekly_hours", on=on).value
    return week
