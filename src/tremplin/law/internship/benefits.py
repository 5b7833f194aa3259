"""What comes on top of the gratification: transport, meals, social and cultural activities."""

from datetime import date
from decimal import Decimal

from tremplin.law.certainty import figure_doubts
from tremplin.law.outcome import Doubt, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figure, Figures
from tremplin.law.sources import Source, education_code, labour_code
from tremplin.law.words import cents, euros, hours, number, percent

SAME_ACCESS = education_code("L. 124-13")
ACTIVITIES = education_code("L. 124-16")
WORKS_COUNCIL = labour_code("L. 2312-78")
MEAL_VOUCHER = labour_code("R. 3262-7")
PRIVATE_TRANSPORT = labour_code("L. 3261-2")
PRIVATE_SHARE = labour_code("R. 3261-1")
PART_TIME = labour_code("R. 3261-9")
PUBLIC_TRANSPORT = Source("Décret n° 2010-676")
MONTHS_PER_YEAR = 12


def transport_refund(
    *,
    monthly_price: Decimal | None,
    public_host: bool | None,
    weekly_hours: Decimal | None,
    on: date,
    yearly_pass: bool = False,
    figures: Figures = OFFICIAL,
) -> Outcome[Decimal]:
    """Return what the host refunds of public transport passes (*frais de transport*).

    Half of the subscriptions in second class on the shortest route, by the end of the
    following month; three quarters in public bodies. Below half of full time, in
    proportion of the hours over half of full time.

    Args:
        monthly_price: euros of the pass, per month; per year for a `yearly_pass`.
        public_host: the host is an administration; None if unknown.
        weekly_hours: hours of presence per week; None if unknown.
        on: a day of the month.
        yearly_pass: the price is for a year: it is spread by month.
        figures: published figures.

    Returns:
        Euros per month, to the cent.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-13; Code du travail, art. L. 3261-2,
        R. 3261-1, R. 3261-9; Décret n° 2010-676.
    Limits: single tickets are not refunded; that interns of administrations get the civil
        servants' share is doubtful, and their monthly cap is known for 2025 only.
    """
    if monthly_price is None or public_host is None or weekly_hours is None:
        return unknown(monthly_price=monthly_price, public_host=public_host, weekly_hours=weekly_hours)
    price = monthly_price / MONTHS_PER_YEAR if yearly_pass else monthly_price
    share = figures.get("internship", f"transport_share_{'public' if public_host else 'private'}", on=on)
    because = PUBLIC_TRANSPORT if public_host else PRIVATE_SHARE
    steps = [Step(f"{percent(share.value)} de {euros(price)} par mois.", because)]
    refund = price * share.value
    full = figures.get("internship", "full_time_weekly_hours", on=on)
    half = full.value * figures.get("internship", "transport_half_time", on=on).value
    if weekly_hours < half:
        refund *= weekly_hours / half
        says = (
            f"{hours(weekly_hours)} par semaine, moins d’un mi-temps ({hours(half)}) : part de "
            f"{hours(weekly_hours)}"
        )
        steps.append(Step(f"{says} sur {hours(half)}.", PART_TIME))
    doubts: tuple[Doubt, ...] = ()
    if public_host:
        cap = figures.find("internship", "transport_cap_public", on=on)
        refund, capped = _capped(refund, cap)
        steps.extend(capped)
        doubts = (PUBLIC_INTERNS, *_cap_doubts(cap))
    value = cents(refund)
    steps.append(
        Step(f"Remboursement : {euros(value)} par mois, avant la fin du mois suivant.", PRIVATE_TRANSPORT)
    )
    return Holds(value, tuple(steps), doubts, (share, full))


PUBLIC_INTERNS = Doubt(
    "A16.public_transport",
    "L’article L. 124-13 ne cite que le code du travail. Que les stagiaires des administrations aient la "
    "part "
    "des agents publics n’a pas été vérifié.",
    (SAME_ACCESS, PUBLIC_TRANSPORT),
)


def _capped(refund: Decimal, cap: Figure | None) -> tuple[Decimal, list[Step]]:
    if cap is None or refund <= cap.value:
        return refund, []
    return cap.value, [Step(f"Au plus {euros(cap.value)} par mois.", PUBLIC_TRANSPORT)]


def _cap_doubts(cap: Figure | None) -> tuple[Doubt, ...]:
    if cap is not None:
        return figure_doubts(cap)
    says = "Le remboursement des organismes publics est plafonné ; le montant de cette date n’est pas connu."
    return (Doubt("A16.public_cap", says, (PUBLIC_TRANSPORT,)),)


def meals(*, canteen: bool | None, vouchers: bool | None) -> Outcome[str]:
    """Tell what the intern gets for meals (*restaurant d'entreprise, titres-restaurant*).

    Interns have the canteen or the meal vouchers on the same terms as employees.

    Args:
        canteen: the host has a canteen for its employees; None if unknown.
        vouchers: the host gives its employees meal vouchers; None if unknown.

    Returns:
        "canteen", "vouchers" or "nothing": what the host's employees have.

    Sources: Code de l'éducation, art. L. 124-13; Code du travail, art. R. 3262-7.
    Limits: sets no amount: that of the employees applies.
    """
    if canteen:
        return Holds(
            "canteen", (Step("Vous avez accès au restaurant d’entreprise comme les salariés.", SAME_ACCESS),)
        )
    if vouchers:
        says = "Un titre-restaurant par repas compris dans votre journée."
        granted = Step("Vous avez droit aux titres-restaurant comme les salariés.", SAME_ACCESS)
        return Holds("vouchers", (granted, Step(says, MEAL_VOUCHER)))
    if canteen is None or vouchers is None:
        return unknown(canteen=canteen, vouchers=vouchers)
    return Holds("nothing", (Step("Rien n’est dû si les salariés n’ont ni cantine ni titre.", SAME_ACCESS),))


def meal_vouchers(*, meals_in_schedule: int | None) -> Outcome[int]:
    """Return how many meal vouchers are due (*titres-restaurant*).

    Args:
        meals_in_schedule: meals inside the daily hours over the month; None if unknown.

    Returns:
        Vouchers for the month, where the host gives them to its employees.

    Sources: Code du travail, art. R. 3262-7; Code de l'éducation, art. L. 124-13.
    Limits: says nothing of their value.
    """
    if meals_in_schedule is None:
        return unknown(meals_in_schedule=meals_in_schedule)
    says = f"Un titre par repas compris dans l’horaire : {number(meals_in_schedule)}."
    return Holds(meals_in_schedule, (Step(says, MEAL_VOUCHER),))


def social_activities(*, works_council: bool | None) -> Outcome[bool]:
    """Tell whether the works council's activities are open to the intern (*activités du CSE*).

    Args:
        works_council: the host has one (*comité social et économique*); None if unknown.

    Returns:
        True when they are, on employees' terms.

    Sources: Code de l'éducation, art. L. 124-16; Code du travail, art. L. 2312-78.
    Limits: article L. 124-16 still cites an older article of the labour code.
    """
    if works_council is None:
        return unknown(works_council=works_council)
    if not works_council:
        return Holds(False, (Step("Sans comité social et économique, rien n’est prévu.", ACTIVITIES),))
    says = "Les activités sociales et culturelles vous sont ouvertes comme aux salariés."
    return Holds(
        True, (Step(says, ACTIVITIES), Step("Le code du travail nomme les stagiaires.", WORKS_COUNCIL))
    )
