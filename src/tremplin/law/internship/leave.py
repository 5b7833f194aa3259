"""May the intern be absent, and must the agreement say so?"""

from datetime import date
from decimal import Decimal
from typing import Literal

from tremplin.law.internship.gratification_due import COUNTED_IN_HOURS
from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import education_code, labour_code
from tremplin.law.words import hours

LEAVE = education_code("L. 124-13")
BY_THE_HOUR = education_code("D. 124-8")
FAMILY_ARTICLES = {
    "pregnancy": labour_code("L. 1225-16 à L. 1225-28"),
    "paternity": labour_code("L. 1225-35"),
    "adoption": labour_code("L. 1225-37, L. 1225-46"),
}
FAMILY_WORDS = {"pregnancy": "la grossesse", "paternity": "la paternité", "adoption": "l’adoption"}
FamilyReason = Literal["pregnancy", "paternity", "adoption"]


def leave_clause(
    *,
    hours_present: Decimal | None,
    clause_present: bool | None,
    on: date,
    figures: Figures = OFFICIAL,
) -> Outcome[bool]:
    """Tell whether the agreement deals with leave as it must (*congés et autorisations d'absence*).

    Above two months of presence the agreement must foresee possible leave and absences;
    their number is free and paying them is optional.

    Args:
        hours_present: hours of presence planned; None if unknown.
        clause_present: the agreement has such a clause; None if unknown.
        on: a day of the internship.
        figures: published figures.

    Returns:
        True when the clause was compulsory and is there, False when it is optional.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-13, D. 124-6.
    Limits: does not judge the number of days.
    """
    if hours_present is None or clause_present is None:
        return unknown(hours_present=hours_present, clause_present=clause_present)
    threshold = figures.get("internship", "gratification_threshold", on=on)
    if hours_present <= threshold.value:
        says = (
            f"{hours(hours_present)} ne dépassent pas {hours(threshold.value)} : la clause est facultative."
        )
        return Holds(False, (Step(says, COUNTED_IN_HOURS),), (), (threshold,))
    if clause_present:
        return Holds(True, (Step("La convention prévoit congés et absences.", LEAVE),), (), (threshold,))
    says = "Au-delà de deux mois, la convention prévoit la possibilité de congés et d’absences."
    return DoesNotHold((Step(says, LEAVE),), (), (threshold,))


def paid_absence(*, kept_by_agreement: bool | None) -> Outcome[bool]:
    """Tell whether an absence is paid (*absence non rémunérée*).

    Leave, sickness, closures and public holidays not worked give no gratification, unless
    the agreement keeps it.

    Args:
        kept_by_agreement: the agreement keeps the gratification; None if unknown.

    Returns:
        True when the absence is paid.

    Sources: Code de l'éducation, art. L. 124-13, D. 124-8.
    Limits: says nothing of the daily benefits of social security.
    """
    if kept_by_agreement is None:
        return unknown(kept_by_agreement=kept_by_agreement)
    if kept_by_agreement:
        return Holds(True, (Step("La convention maintient la gratification pendant l’absence.", LEAVE),))
    says = "Une absence n’est pas payée : la gratification se compte par heure de présence."
    return DoesNotHold((Step(says, BY_THE_HOUR),))


def family_leave(*, reason: FamilyReason) -> Holds[bool]:
    """Tell that family leave is due to interns too (*grossesse, paternité, adoption*).

    Args:
        reason: what the leave is for.

    Returns:
        True: leave and absences as long as employees'.

    Sources: Code de l'éducation, art. L. 124-13; Code du travail, art. L. 1225-16 to
        L. 1225-28, L. 1225-35, L. 1225-37, L. 1225-46.
    Limits: no gratification is owed for the time away unless the agreement keeps it.
    """
    says = f"Pour {FAMILY_WORDS[reason]}, vous avez les mêmes congés et absences que les salariés."
    return Holds(
        True, (Step(says, LEAVE), Step("Leur durée est celle du code du travail.", FAMILY_ARTICLES[reason]))
    )
