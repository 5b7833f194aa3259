"""What an amendment that lengthens the internship changes: the threshold, the months already worked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from tremplin.law.internship.gratification import Amendment, Gratification, minimum_gratification
from tremplin.law.internship.gratification_due import OWED_WHEN, gratification_due
from tremplin.law.internship.payment import MonthlyEuros
from tremplin.law.internship.placement import Placement
from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.words import day, euros


@dataclass(frozen=True, slots=True)
class BackPay:
    """What is owed for months already worked (`due`), out of the whole gratification (`owed`)."""

    owed: Gratification
    due: Decimal


def back_pay_after_amendment(
    *,
    before: Placement | None,
    amendment: Amendment | None,
    signed_on: date | None,
    others: Sequence[Placement] = (),
    received: MonthlyEuros | None = None,
    rural_family_school: bool = False,
    figures: Figures = OFFICIAL,
) -> Outcome[BackPay]:
    """Return the back pay of an amendment that crosses the threshold (*rappel de gratification*).

    When an amendment (*avenant*) brings presence above the threshold, the gratification is
    owed from the first day, months already worked included.

    Args:
        before: the internship as first agreed, by month; None if unknown.
        amendment: its signature and the hours it adds; None if unknown.
        signed_on: day the first agreement was concluded; None if unknown.
        others: the intern's other internships.
        received: euros already received by month.
        rural_family_school: see `gratification_due`.
        figures: published figures, completed by the student's.

    Returns:
        The whole gratification, and what is owed for the months before the amendment's.

    Raises:
        NoValueInForce: a day is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-6, D. 124-6, D. 124-8.
    Limits: hours of the amendment follow its own signature.
    """
    if before is None or amendment is None or signed_on is None:
        return unknown(before=before, amendment=amendment, signed_on=signed_on)
    first = gratification_due(
        placements=(before, *others), rural_family_school=rural_family_school, figures=figures
    )
    if isinstance(first, Holds) and before in first.value.placements:
        return DoesNotHold(
            (Step("La gratification était due avant l’avenant : rien à rattraper.", OWED_WHEN),)
        )
    owed = minimum_gratification(
        placement=lengthened(before=before, amendment=amendment),
        signed_on=signed_on,
        others=others,
        rural_family_school=rural_family_school,
        amendments=(amendment,),
        figures=figures,
    )
    if not isinstance(owed, Holds):
        return owed
    worked = [due.amount for due in owed.value.months if due.month < amendment.signed_on.replace(day=1)]
    paid = [paid for month, paid in (received or {}).items() if month < amendment.signed_on.replace(day=1)]
    due = sum(worked, Decimal(0)) - sum(paid, Decimal(0))
    says = (
        f"L’avenant du {day(amendment.signed_on)} fait franchir le seuil : {euros(due)} sont dus pour avant."
    )
    steps = (*owed.steps, Step(says, OWED_WHEN))
    return Holds(BackPay(owed.value, due), steps, owed.doubts, owed.figures)


def lengthened(*, before: Placement, amendment: Amendment) -> Placement:
    """Return the internship as an amendment lengthens it (*prolongation*).

    Args:
        before: the internship as first agreed.
        amendment: the hours it adds.

    Returns:
        The internship with all hours, to the end of the amendment's last month.

    Sources: Code de l'éducation, art. L. 124-6.
    Limits: the exact last day is not kept by an amendment.
    """
    by_month = dict(before.hours_by_month or {before.starts_on.replace(day=1): before.hours})
    for month, added in amendment.hours_by_month.items():
        by_month[month] = by_month.get(month, Decimal(0)) + added
    return Placement(
        starts_on=before.starts_on,
        ends_on=max(before.ends_on, *(_last_day(month) for month in amendment.hours_by_month)),
        hours=sum(by_month.values(), Decimal(0)),
        host=before.host,
        school=before.school,
        hours_by_month=by_month,
    )


def _last_day(month: date) -> date:
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
