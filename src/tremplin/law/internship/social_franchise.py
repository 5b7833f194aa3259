"""Which part of the gratification bears contributions, what is left, and who insures accidents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from tremplin.law.certainty import figure_doubts
from tremplin.law.internship.gratification import rate_signed_on
from tremplin.law.outcome import Doubt, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import social_security_code
from tremplin.law.words import cents, euros, hours, percent

EXEMPT = social_security_code("L. 136-1-1")
AT_SIGNATURE = social_security_code("D. 136-1")
CSG_BASE = social_security_code("L. 136-2")
PENSION = social_security_code("D. 242-4")
ACCIDENTS = social_security_code("R. 412-4")

SHARES = ("ee_pension_capped", "ee_pension_uncapped", "csg_rate", "crds_rate", "csg_base_share")


@dataclass(frozen=True, slots=True)
class Franchise:
    """One month of gratification before contributions, in euros to the cent.

    Attributes:
        exempt: most that may be paid that month without contributions (*franchise*).
        base: part that bears contributions.
            accident_employer: who stands as employer for work accidents.
    """

    exempt: Decimal
    base: Decimal
    accident_employer: Literal["school", "host"]


def social_franchise(
    *,
    paid: Decimal | None,
    hours_present: Decimal | None,
    signed_on: date | None,
    in_kind: Decimal = Decimal(0),
    signed_later: Mapping[date, Decimal] | None = None,
    figures: Figures = OFFICIAL,
) -> Outcome[Franchise]:
    """Return the part of a month's gratification that bears contributions (*franchise*).

    For each civil month, what does not exceed the legal rate for the hours of that month
    is exempt; the ceiling is that of the day of signature. Benefits in kind count.

    Args:
        paid: euros paid for the month; None if unknown.
        hours_present: hours of presence of the month; None if unknown.
        signed_on: day the agreement was concluded; None if unknown.
        in_kind: euros of benefits in kind of the month.
        signed_later: which of these hours were agreed another day, by amendment (*avenant*) or
            another agreement: hours by day of signature.
        figures: published figures, completed by the student's.

    Returns:
        Exempt part and base, to the cent, and who insures accidents.

    Raises:
        NoValueInForce: a signature is earlier than the known figures.

    Sources: Code de la sécurité sociale, art. L. 136-1-1, D. 136-1, R. 412-4.
    Limits: what the intern pays on the excess is asked of `contributions_on_excess`.
    """
    if paid is None or hours_present is None or signed_on is None:
        return unknown(paid=paid, hours_present=hours_present, signed_on=signed_on)
    later = dict(signed_later or {})
    first = {signed_on: hours_present - sum(later.values(), Decimal(0))}
    parts = [(on, present) for on, present in (*first.items(), *later.items()) if present]
    rates = [
        (present, rate_signed_on(signed_on=on, ceiling_on=on, figures=figures))
        for on, present in parts or [(signed_on, Decimal(0))]
    ]
    exempt = cents(sum((present * rate.value for present, rate in rates), Decimal(0)))
    received = cents(paid + in_kind)
    value = Franchise(exempt, max(received - exempt, Decimal(0)), "host" if received > exempt else "school")
    steps = (Step(_limit(rates, exempt), AT_SIGNATURE), _excess_step(value, received), _accident_step(value))
    doubts = tuple(dict.fromkeys(doubt for _present, rate in rates for doubt in rate.doubts))
    doubts += (LATER_SIGNATURE,) if len({rate.value for _present, rate in rates}) > 1 else ()
    used = tuple(dict.fromkeys(figure for _present, rate in rates for figure in rate.figures))
    return Holds(value, steps, doubts if value.base else (*doubts, ACCIDENT_PAYER), used)


LATER_SIGNATURE = Doubt(
    "A12.later_signature",
    "Ce mois réunit des heures signées avant et après un changement de plafond. Chaque signature garde ici "
    "son plafond : le code parle du jour de la convention, sans nommer l’avenant.",
    (AT_SIGNATURE,),
)


def _limit(rates: Sequence[tuple[Decimal, Holds[Decimal]]], exempt: Decimal) -> str:
    sums = " + ".join(f"{hours(present)} × {euros(rate.value)}" for present, rate in rates)
    return f"{sums} = {euros(exempt)} sans cotisation."


def _excess_step(value: Franchise, received: Decimal) -> Step:
    if value.base:
        return Step(f"L’excédent de {euros(value.base)} porte des cotisations.", EXEMPT)
    return Step(f"{euros(received)} ne dépassent pas ce montant : aucune cotisation.", EXEMPT)


ACCIDENT_PAYER = Doubt(
    "A12.accident_payer",
    "Une fiche de Service-public.fr de 2020 fait payer la cotisation d’accident du travail à l’organisme "
    "d’accueil dans tous les cas. Le code la met à la charge de l’école sous la franchise.",
    (ACCIDENTS,),
)


def contributions_on_excess(
    *, base: Decimal | None, month: date, figures: Figures = OFFICIAL
) -> Outcome[Decimal]:
    """Return what the intern pays on the part above the franchise (*cotisations salariales*).

    Only old-age contributions, CSG and CRDS: no unemployment, no complementary pension.

    Args:
        base: euros above the franchise; None if unknown.
        month: any day of the month.
        figures: published figures, completed by the student's.

    Returns:
        Euros withheld from the gratification, to the cent.

    Raises:
        NoValueInForce: the month is earlier than the known shares.

    Sources: Code de la sécurité sociale, art. L. 136-1-1, L. 136-2, D. 242-4.
    Limits: Alsace-Moselle's local contribution is left out; no doctrine specific to
        interns was found for the abatement of the CSG: a doubt says so.
    """
    if base is None:
        return unknown(base=base)
    shares = tuple(figures.get("contributions", name, on=month) for name in SHARES)
    capped, uncapped, csg, crds, abated = (share.value for share in shares)
    charged = cents(base * (capped + uncapped) + base * abated * (csg + crds))
    pension = f"{percent(capped + uncapped)} pour la retraite"
    tax = f"{percent(csg + crds)} de CSG et CRDS sur {percent(abated)}"
    says = f"Sur {euros(base)}, à votre charge : {pension} et {tax}, soit {euros(charged)}."
    return Holds(charged, (Step(says, PENSION),), (CSG_ON_INTERNS, *figure_doubts(*shares)), shares)


CSG_ON_INTERNS = Doubt(
    "A12.csg_abatement",
    "Les cotisations sur l’excédent sont une estimation : le texte sur la CSG vise les revenus d’activité et "
    "aucune doctrine propre aux stagiaires n’a été trouvée.",
    (CSG_BASE,),
)


def _accident_step(value: Franchise) -> Step:
    if value.accident_employer == "school":
        says = "Accidents du travail : l’établissement d’enseignement cotise (le rectorat s’il est public)."
    else:
        says = "Accidents du travail : l’organisme d’accueil cotise, sur l’excédent."
    return Step(
        f"{says} La déclaration d’un accident survenu chez lui revient à l’organisme d’accueil.", ACCIDENTS
    )
