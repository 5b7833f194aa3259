"""How many interns may a host have at the same time?"""

from dataclasses import replace
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from tremplin.law.certainty import figure_doubts
from tremplin.law.outcome import DoesNotHold, Doubt, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figure, Figures
from tremplin.law.sources import Source, education_code
from tremplin.law.words import counted, number, percent

PRINCIPLE = education_code("L. 124-8")
ORDINARY = education_code("R. 124-10")
BY_ORDER = education_code("R. 124-11")
HEADCOUNT = education_code("R. 124-12")
WHOLE_LEGAL_PERSON = Source("Réponse ministérielle, AN, 9 janvier 2018, n° 3043")


def quota_headcount(*, at_month_end: int | None, yearly_average: Decimal | None) -> Outcome[Decimal]:
    """Return the headcount the quota is taken on (*effectif*).

    The higher of the persons employed on the last day of the month before, and of the
    average of that number over the twelve months before.

    Args:
        at_month_end: persons employed on the last day of the civil month before.
        yearly_average: average over the previous twelve months, not rounded.

    Returns:
        Persons, not rounded; what is known when only one is.

    Sources: Code de l'éducation, art. R. 124-12.
    Limits: apprentices are counted, as the article says "persons employed": a doubt.
    """
    known = [Decimal(fact) for fact in (at_month_end, yearly_average) if fact is not None]
    if not known:
        return unknown(at_month_end=at_month_end, yearly_average=yearly_average)
    value = max(known)
    says = f"L’effectif retenu est {number(value)}, le plus élevé du dernier jour du mois et de la moyenne."
    return Holds(value, (Step(says, HEADCOUNT),), (APPRENTICES,))


APPRENTICES = Doubt(
    "A17.apprentices",
    "Le décret compte les personnes employées sans renvoyer aux règles du code du travail : les apprentis "
    "sont "
    "comptés ici, faute de texte qui les écarte.",
    (HEADCOUNT,),
)


PUBLIC_GUIDANCE = Doubt(
    "A17.order_guidance",
    "Service-public.fr écrit « au plus 30 salariés : 20 %, jamais plus de 5 ». Le décret dit 20 % à partir "
    "de "
    "30 personnes, 5 stagiaires en dessous, et seulement si un arrêté le prévoit.",
    (BY_ORDER,),
)


def intern_quota(
    *,
    headcount: Decimal | int | None,
    on: date,
    vocational_placement: bool = False,
    academic_order: bool | None = False,
    figures: Figures = OFFICIAL,
) -> Outcome[int]:
    """Return how many agreements may be in progress in one week (*quota de stagiaires*).

    Three when the host has fewer than twenty people; otherwise 15 % of them, rounded up,
    all establishments together. For compulsory vocational placements (*PFMP*), an order
    of the academic authority may raise it.

    Args:
        headcount: people of the whole host, not rounded; None if unknown.
        on: day the agreement is concluded.
        vocational_placement: a compulsory placement of a vocational or technological
            secondary diploma.
        academic_order: the authority issued such an order; None if unknown, which is
            answered as without.
        figures: published figures.

    Returns:
        Interns at the same time, per civil week.

    Raises:
        NoValueInForce: the day is earlier than 29 October 2015.

    Sources: Code de l'éducation, art. L. 124-8, R. 124-10, R. 124-11, R. 124-12.
    Limits: the rounding of the 20 % is not stated: rounded down, with a doubt; agreements
        lengthened under article L. 124-15 are not counted by the caller.
    """
    if headcount is None:
        return unknown(headcount=headcount)
    return _quota(Decimal(headcount), on, vocational_placement, academic_order, figures)


def interns_within_quota(
    *,
    interns: int | None,
    headcount: Decimal | int | None,
    on: date,
    vocational_placement: bool = False,
    academic_order: bool | None = False,
    figures: Figures = OFFICIAL,
) -> Outcome[int]:
    """Tell whether the host may have that many interns this week (*respect du quota*).

    Args:
        interns: agreements in progress in the civil week, this one included.
        headcount: people of the whole host, not rounded; None if unknown.
        on: day the agreement is concluded.
        vocational_placement: see `intern_quota`.
        academic_order: see `intern_quota`.
        figures: published figures.

    Returns:
        How many more interns could come.

    Raises:
        NoValueInForce: the day is earlier than 29 October 2015.

    Sources: Code de l'éducation, art. L. 124-8, R. 124-10 to R. 124-12.
    Limits: those of `intern_quota`.
    """
    if interns is None or headcount is None:
        return unknown(interns=interns, headcount=headcount)
    quota = _quota(Decimal(headcount), on, vocational_placement, academic_order, figures)
    if interns > quota.value:
        says = f"{counted(interns, 'stagiaire')} en même temps, pour {quota.value} au plus."
        return DoesNotHold((*quota.steps, Step(says, PRINCIPLE)), quota.doubts, quota.figures)
    says = f"{counted(interns, 'stagiaire')} en même temps, dans la limite de {quota.value}."
    return Holds(quota.value - interns, (*quota.steps, Step(says, PRINCIPLE)), quota.doubts, quota.figures)


def _quota(
    people: Decimal, on: date, vocational_placement: bool, academic_order: bool | None, figures: Figures
) -> Holds[int]:
    if vocational_placement and academic_order:
        return _by_order(people, on, figures)
    ordinary = _ordinary(people, on, figures)
    if vocational_placement and not academic_order:
        ordinary = replace(ordinary, doubts=(PUBLIC_GUIDANCE,))
    if vocational_placement and academic_order is None:
        by_order = _by_order(people, on, figures)
        says = (
            f"Un arrêté de l’autorité académique peut porter ce nombre à {by_order.value}. Vérifiez s’il "
            "existe."
        )
        doubt = Doubt("A17.academic_order", says, (BY_ORDER,))
        return Holds(ordinary.value, ordinary.steps, (*ordinary.doubts, doubt), ordinary.figures)
    return ordinary


def _ordinary(people: Decimal, on: date, figures: Figures) -> Holds[int]:
    bound = figures.get("internship", "quota_small_headcount", on=on)
    few = figures.get("internship", "quota_small_interns", on=on)
    share = figures.get("internship", "quota_share", on=on)
    used: tuple[Figure, ...] = (bound, few, share)
    if people < bound.value:
        says = f"Effectif inférieur à {bound.value} : {few.value} stagiaires au plus en même temps."
        return Holds(int(few.value), (Step(says, ORDINARY),), (), used)
    exact = share.value * people
    limit = int(exact.to_integral_value(rounding=ROUND_CEILING))
    says = f"{percent(share.value)} de {number(people)} font {number(exact)}, arrondi à {limit} stagiaires."
    whole = Step("Tous les établissements de l’organisme comptent ensemble.", WHOLE_LEGAL_PERSON)
    return Holds(limit, (Step(says, ORDINARY), whole), (), used)


def _by_order(people: Decimal, on: date, figures: Figures) -> Holds[int]:
    bound = figures.get("internship", "quota_pfmp_headcount", on=on)
    few = figures.get("internship", "quota_pfmp_small_interns", on=on)
    share = figures.get("internship", "quota_pfmp_share", on=on)
    used: tuple[Figure, ...] = (bound, few, share)
    if people < bound.value:
        says = (
            f"Par arrêté, effectif inférieur à {bound.value} : {few.value} stagiaires au plus en même temps."
        )
        return Holds(int(few.value), (Step(says, BY_ORDER),), (PUBLIC_GUIDANCE,), used)
    exact = share.value * people
    limit = int(exact.to_integral_value(rounding=ROUND_FLOOR))
    says = (
        f"Par arrêté, {percent(share.value)} de {number(people)} font {number(exact)} : {limit} stagiaires."
    )
    doubts = (PUBLIC_GUIDANCE, *(figure_doubts(share) if exact != limit else ()))
    return Holds(limit, (Step(says, BY_ORDER),), doubts, used)
