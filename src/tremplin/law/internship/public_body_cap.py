"""May this host pay more than the minimum? Bodies governed by public law may not."""

from datetime import date
from decimal import Decimal

from tremplin.law.internship.gratification import rate_signed_on
from tremplin.law.outcome import DoesNotHold, Doubt, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import education_code
from tremplin.law.words import euros

CAP = education_code("D. 124-8")


def public_body_cap(
    *,
    public_body: bool | None,
    hourly_paid: Decimal | None,
    signed_on: date | None,
    gratification_due: bool = True,
    figures: Figures = OFFICIAL,
) -> Outcome[Decimal]:
    """Tell whether a host may pay that much (*plafond des organismes de droit public*).

    The State, public establishments and other bodies governed by public law may not pay
    more than the legal rate: for them the minimum is also the maximum.

    Args:
        public_body: the host is governed by public law; None if unknown.
        hourly_paid: euros per hour planned; None if unknown.
        signed_on: day the agreement was concluded; None if unknown.
        gratification_due: presence is above the threshold.
        figures: published figures, completed by the student's.

    Returns:
        The most that may be paid per hour; what is paid when no cap applies.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. D. 124-8.
    Limits: below the threshold the wording seems to cap too: a doubt says so.
    """
    if public_body is None or hourly_paid is None or signed_on is None:
        return unknown(public_body=public_body, hourly_paid=hourly_paid, signed_on=signed_on)
    if not public_body:
        return Holds(
            hourly_paid, (Step("Un organisme de droit privé peut verser plus que le minimum.", CAP),)
        )
    rate = rate_signed_on(signed_on=signed_on, ceiling_on=signed_on, figures=figures)
    doubts = rate.doubts if gratification_due else (*rate.doubts, BELOW_THE_THRESHOLD)
    cap = euros(rate.value)
    if hourly_paid > rate.value:
        says = f"{euros(hourly_paid)} par heure dépassent {cap}, maximum d’un organisme de droit public."
        return DoesNotHold((Step(says, CAP),), doubts, rate.figures)
    says = f"Un organisme de droit public ne peut pas verser plus de {cap} par heure."
    return Holds(rate.value, (Step(says, CAP),), doubts, rate.figures)


BELOW_THE_THRESHOLD = Doubt(
    "A11.below_threshold",
    "En dessous du seuil, la gratification est facultative. Le texte semble plafonner aussi ce que verse "
    "alors un organisme public, sans le dire nettement.",
    (CAP,),
)


def public_pay_cumulation(*, public_body: bool | None, paid_by_same_host: bool | None) -> Outcome[bool]:
    """Tell whether the gratification may add to other pay (*non-cumul*).

    It does not add to another pay from the same public host for the same period.

    Args:
        public_body: the host is governed by public law; None if unknown.
        paid_by_same_host: the same host already pays the intern for the same period.

    Returns:
        True when both may be received.

    Sources: Code de l'éducation, art. D. 124-8.
    Limits: says nothing of pay from another host.
    """
    if public_body is None or paid_by_same_host is None:
        return unknown(public_body=public_body, paid_by_same_host=paid_by_same_host)
    if public_body and paid_by_same_host:
        says = "Un même organisme public ne verse pas à la fois une rémunération et une gratification."
        return DoesNotHold((Step(says, CAP),))
    return Holds(True, (Step("Rien n’interdit de recevoir la gratification.", CAP),))
