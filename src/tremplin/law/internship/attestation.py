"""What must the host certify at the end, and what does the intern give the school?"""

from decimal import Decimal

from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.sources import education_code
from tremplin.law.words import euros, hours

CERTIFICATE = education_code("D. 124-9")
EVALUATION = education_code("L. 124-4")


def attestation(
    *,
    hours_present: Decimal | None,
    gratification_paid: Decimal | None,
    stated_hours: Decimal | None = None,
    stated_gratification: Decimal | None = None,
    issued: bool = True,
) -> Outcome[tuple[str, ...]]:
    """Tell whether the certificate states what it must (*attestation de stage*).

    The host gives every intern a certificate of the total duration really done and, if
    there was one, of the total gratification paid.

    Args:
        hours_present: hours really done; None if unknown.
        gratification_paid: euros paid in all, zero if none; None if unknown.
        stated_hours: what the certificate states; None if it does not.
        stated_gratification: what the certificate states; None if it does not.
        issued: False when the host gives no certificate, or has not yet.

    Returns:
        Sentences the certificate states.

    Sources: Code de l'éducation, art. D. 124-9, L. 124-4.
    Limits: does not check the host's stationery.
    """
    if hours_present is None or gratification_paid is None:
        return unknown(hours_present=hours_present, gratification_paid=gratification_paid)
    due = [f"Durée effective totale : {hours(hours_present)}."]
    if gratification_paid:
        due.append(f"Gratification totale versée : {euros(gratification_paid)}.")
    if not issued:
        return DoesNotHold(
            (Step("L’organisme d’accueil remet une attestation à chaque stagiaire.", CERTIFICATE),)
        )
    wrong = []
    if stated_hours != hours_present:
        wrong.append(
            Step(f"L’attestation doit indiquer la durée effective : {hours(hours_present)}.", CERTIFICATE)
        )
    if gratification_paid and stated_gratification != gratification_paid:
        says = f"L’attestation doit indiquer la gratification versée : {euros(gratification_paid)}."
        wrong.append(Step(says, CERTIFICATE))
    if wrong:
        return DoesNotHold(tuple(wrong))
    evaluation = "Vous remettez à l’école un document sur la qualité de l’accueil, qui n’est pas noté."
    return Holds(tuple(due), (*(Step(says, CERTIFICATE) for says in due), Step(evaluation, EVALUATION)))
