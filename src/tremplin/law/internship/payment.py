"""When and how the gratification is paid: month by month, real or smoothed, and what is late."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from tremplin.law.internship.gratification import Gratification
from tremplin.law.outcome import DoesNotHold, Doubt, Holds, Outcome, Step, unknown
from tremplin.law.sources import Source, education_code
from tremplin.law.words import cents, counted, euros, hours, month

Method = Literal["real", "smoothed"]
MonthlyEuros = Mapping[date, Decimal]
"""Euros by month, the month written as its first day."""

MONTHLY = education_code("L. 124-6", "LEGIARTI000029234400")
BY_THE_HOUR = education_code("D. 124-8")
TWO_METHODS = Source("Service-public.fr, fiche F32131")


@dataclass(frozen=True, slots=True)
class Schedule:
    """What is paid at the end of each month, in order; payments add up to the total owed."""

    method: Method
    payments: MonthlyEuros

    @property
    def total(self) -> Decimal:
        """Euros of all months."""
        return sum(self.payments.values(), Decimal(0))


@dataclass(frozen=True, slots=True)
class Balance:
    """What was owed and received up to a month, both included, and what is still due.

    Attributes:
        late: owed minus received by month, only months where they differ.
        due: euros still to pay; negative when too much was paid.
    """

    owed: Decimal
    received: Decimal
    late: MonthlyEuros

    @property
    def due(self) -> Decimal:
        """Euros still to pay; negative when too much was paid."""
        return self.owed - self.received


def monthly_payment(*, paid: Literal["monthly", "at_the_end"] | None) -> Outcome[str]:
    """Tell whether the gratification is paid when the law says (*versement mensuel*).

    It is paid at the end of each month, never in one sum at the end.

    Args:
        paid: how the agreement says it is paid; None if it does not say.

    Returns:
        "monthly" when lawful.

    Sources: Code de l'éducation, art. L. 124-6, D. 124-8.
    Limits: does not know the day of the month chosen by the host.
    """
    if paid is None:
        return unknown(paid=paid)
    if paid == "monthly":
        return Holds("monthly", (Step("La gratification est versée chaque mois.", MONTHLY),))
    says = "La gratification se verse à la fin de chaque mois, jamais en une fois à la fin du stage."
    return DoesNotHold((Step(says, MONTHLY),))


def payment_schedule(*, owed: Gratification | None, method: Method) -> Outcome[Schedule]:
    """Return what is paid at the end of each month (*échéancier*).

    Real: the hours of the month at the hourly rate. Smoothed (*lissage*): the total
    shared equally over the calendar months covered. The total is the same.

    Args:
        owed: the gratification, by month; None if unknown.
        method: "real" or "smoothed".

    Returns:
        Euros by month, to the cent; the last month takes the cents of rounding.

    Sources: Code de l'éducation, art. L. 124-6, D. 124-8; Service-public.fr.
    Limits: months covered run from the first to the last month of `owed`.
    """
    if owed is None:
        return unknown(owed=owed)
    real = {due.month: due.amount for due in owed.months}
    months = _months_between(min(real), max(real))
    if method == "real":
        payments = {each: real.get(each, Decimal(0)) for each in months}
        says = "Chaque mois est payé selon ses heures de présence."
    else:
        payments = _equal_shares(owed.total, months)
        share = euros(payments[months[0]])
        says = f"{euros(owed.total)} sur {counted(len(months), 'mois', 'mois')} font {share} par mois."
    return Holds(Schedule(method, payments), (Step(says, TWO_METHODS),), (FLAT_OR_HOURLY,))


FLAT_OR_HOURLY = Doubt(
    "A10.flat_or_hourly",
    "La fin de l’article L. 124-6 dit que le minimum ne dépend pas du nombre de jours du mois ; l’article "
    "D. 124-8 le compte par heure de présence. Les montants officiels suivent l’heure.",
    (MONTHLY, BY_THE_HOUR),
)


def arrears(
    *, owed: MonthlyEuros | None, received: MonthlyEuros | None, through: date | None
) -> Outcome[Balance]:
    """Return what the host still owes (*arriéré de gratification*).

    Args:
        owed: euros owed by month, from the hours really worked or the schedule.
        received: euros received by month.
        through: any day of the last month that should have been paid.

    Returns:
        A balance with something due; `DoesNotHold` when nothing is.

    Sources: Code de l'éducation, art. L. 124-6, D. 124-8.
    Limits: adds no interest for late payment.
    """
    if owed is None or received is None or through is None:
        return unknown(owed=owed, received=received, through=through)
    months = sorted(each for each in {*owed, *received} if each <= through)
    differences = {each: owed.get(each, Decimal(0)) - received.get(each, Decimal(0)) for each in months}
    balance = Balance(
        sum((owed.get(each, Decimal(0)) for each in months), Decimal(0)),
        sum((received.get(each, Decimal(0)) for each in months), Decimal(0)),
        {each: left for each, left in differences.items() if left},
    )
    says = f"{euros(balance.owed)} dus et {euros(balance.received)} reçus à la fin de {month(through)}."
    if balance.due <= 0:
        return DoesNotHold((Step(says, BY_THE_HOUR),))
    return Holds(
        balance, (Step(says, BY_THE_HOUR), Step(f"Il reste {euros(balance.due)} à verser.", MONTHLY))
    )


def settlement_on_interruption(
    *, done: Gratification | None, paid: MonthlyEuros | None, definitive: bool | None
) -> Outcome[Decimal]:
    """Return what settles a smoothed payment when the internship stops (*régularisation*).

    A pause brings the payment back to the hours done; a definitive end settles them all.
    The gratification stays owed for every hour done.

    Args:
        done: the gratification for the hours really done; None if unknown.
        paid: euros already paid by month; None if unknown.
        definitive: the internship ends (True) or pauses (False); None if unknown.

    Returns:
        Euros to pay now; negative when more was paid than the hours done are worth.

    Sources: Code de l'éducation, art. L. 124-6, L. 124-15, D. 124-8; Service-public.fr.
    Limits: does not say how an overpayment is given back.
    """
    if done is None or paid is None or definitive is None:
        return unknown(done=done, paid=paid, definitive=definitive)
    already = sum(paid.values(), Decimal(0))
    left = cents(done.total - already)
    when = "La fin définitive" if definitive else "L’interruption"
    says = f"{when} ramène le compte aux heures faites : {hours(done.hours)}, soit {euros(done.total)}."
    return Holds(
        left,
        (
            Step(says, TWO_METHODS),
            Step(f"{euros(already)} déjà versés : solde de {euros(left)}.", BY_THE_HOUR),
        ),
    )


def _equal_shares(total: Decimal, months: list[date]) -> dict[date, Decimal]:
    shares = dict.fromkeys(months, cents(total / len(months)))
    shares[months[-1]] += total - sum(shares.values(), Decimal(0))
    return shares


def _months_between(first: date, last: date) -> list[date]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    numbers = (first.month - 1 + after for after in range(count))
    return [date(first.year + number // 12, number % 12 + 1, 1) for number in numbers]
