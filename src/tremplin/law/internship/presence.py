"""What hours of presence amount to in days and months, and which hours count."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tremplin.law.certainty import figure_doubts
from tremplin.law.outcome import Doubt, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import Source, education_code
from tremplin.law.words import counted, hours

EQUIVALENCE = education_code("D. 124-6")
LEAVE = education_code("L. 124-13")
URSSAF = Source("Urssaf, doctrine sur la durée des stages")
BRANCH = Source("Accord de branche de 2015 (KALIARTI000030901417)")


@dataclass(frozen=True, slots=True)
class Equivalence:
    """Presence in hours, and the whole days and whole months it amounts to."""

    hours: Decimal
    days: int
    months: int


def presence_equivalence(
    *, hours_present: Decimal | None, on: date, figures: Figures = OFFICIAL
) -> Outcome[Equivalence]:
    """Return the days and months that hours amount to (*équivalence de présence*).

    Seven hours of presence, consecutive or not, make a day; twenty-two days, consecutive
    or not, make a month. The calendar plays no part.

    Args:
        hours_present: hours of presence, halves allowed; None if unknown.
        on: a day of the internship.
        figures: published figures.

    Returns:
        Whole days and whole months, rounded down.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. D. 124-6.
    Limits: which absences count as presence is asked of `counted_presence`.
    """
    if hours_present is None:
        return unknown(hours_present=hours_present)
    per_day = figures.get("internship", "hours_per_day", on=on)
    per_month = figures.get("internship", "days_per_month", on=on)
    days = int(hours_present // per_day.value)
    months = days // int(per_month.value)
    says = (
        f"{hours(hours_present)} de présence à {hours(per_day.value)} par jour font {counted(days, 'jour')}, "
        f"soit {counted(months, 'mois', 'mois')} de {counted(per_month.value, 'jour')}."
    )
    value = Equivalence(hours_present, days, months)
    return Holds(value, (Step(says, EQUIVALENCE),), figure_doubts(per_day, per_month), (per_day, per_month))


def counted_presence(
    *, hours_present: Decimal | None, hours_on_leave: Decimal = Decimal(0), leave_counts: bool = True
) -> Outcome[Decimal]:
    """Return the hours that count for duration (*durée de présence effective*).

    Leave for pregnancy, paternity or adoption and the absences the agreement foresees
    count for the thresholds, though no gratification is owed for them.

    Args:
        hours_present: hours worked; None if unknown.
        hours_on_leave: hours of such leave and absences.
        leave_counts: follow the administration (True), or the branch agreement of 2015
            that leaves them out (False).

    Returns:
        Hours to compare with the thresholds of two and six months.

    Sources: Code de l'éducation, art. D. 124-6, L. 124-13; Urssaf.
    Limits: sources disagree: a doubt says so when there is leave.
    """
    if hours_present is None:
        return unknown(hours_present=hours_present)
    if not hours_on_leave:
        return Holds(hours_present, (Step(f"{hours(hours_present)} de présence.", EQUIVALENCE),))
    total = hours_present + hours_on_leave if leave_counts else hours_present
    verb = "comptent" if leave_counts else "ne comptent pas"
    says = f"{hours(hours_on_leave)} de congés {verb} dans la durée : {hours(total)}."
    doubt = Doubt(
        "A6.leave_counted",
        "L’Urssaf compte les congés dans la durée du stage ; un accord de branche de 2015 les exclut. Aucun "
        "texte ne tranche.",
        (LEAVE, URSSAF, BRANCH),
    )
    return Holds(total, (Step(says, URSSAF if leave_counts else BRANCH),), (doubt,))
