"""The age band that sets an apprentice's pay, and the day it changes."""

from datetime import date
from enum import StrEnum

from tremplin.law.ages import anniversary, first_of_next_month, raises_pay
from tremplin.law.certainty import figure_doubts
from tremplin.law.outcome import Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import labour_code
from tremplin.law.words import day
from tremplin.law.words import month as month_name

PAY_BY_AGE = labour_code("D. 6222-26")
AGE_CHANGE = labour_code("D. 6222-31")


class AgeBand(StrEnum):
    """A column of the pay grid, from the youngest to the oldest."""

    UNDER_18 = "under_18"
    AGE_18_20 = "age_18_20"
    AGE_21_25 = "age_21_25"
    AGE_26_PLUS = "age_26_plus"


FRENCH = {
    AgeBand.UNDER_18: "moins de 18 ans",
    AgeBand.AGE_18_20: "de 18 à 20 ans",
    AgeBand.AGE_21_25: "de 21 à 25 ans",
    AgeBand.AGE_26_PLUS: "26 ans et plus",
}


def age_band(
    *, birth_date: date | None, contract_start: date, month: date, figures: Figures = OFFICIAL
) -> Outcome[AgeBand]:
    """Return the age band that applies to the pay of a month.

    A higher band counts from the first day of the month after the birthday, except
    when the age is already reached on the first day of the contract.

    Args:
        birth_date: the apprentice's; None if unknown.
        contract_start: first day of the contract.
        month: any day of the month paid.
        figures: the figures to use.

    Returns:
        One band.

    Raises:
        NoValueInForce: the contract starts before the first known ages.

    Sources: Code du travail, art. D. 6222-26, D. 6222-31.
    Limits: a birthday on the first of a month counts from the next month, by a strict reading.
    """
    if birth_date is None:
        return unknown(birth_date=birth_date)
    starts = figures.get("apprenticeship", "age_band_starts", on=contract_start)
    reached = [
        age
        for age in starts.value
        if raises_pay(birth_date=birth_date, age=age, contract_start=contract_start, month=month)
    ]
    band = tuple(AgeBand)[len(reached)]
    steps = [Step(f"Votre tranche d’âge pour {month_name(month)}\u00a0: {FRENCH[band]}.", PAY_BY_AGE)]
    for age in starts.value[len(reached) :][:1]:
        steps.append(_next_change(birth_date, age))
    return Holds(band, tuple(steps), figure_doubts(starts), (starts,))


def _next_change(birth_date: date, age: int) -> Step:
    birthday = anniversary(of=birth_date, years=age)
    says = (
        f"Vous aurez {age} ans le {day(birthday)}\u00a0: la tranche suivante s’applique "
        f"à partir du {day(first_of_next_month(birthday))}."
    )
    return Step(says, AGE_CHANGE)
