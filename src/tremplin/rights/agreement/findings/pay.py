"""Is the gratification due, is it enough, and is it paid each month?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from tremplin.law.ages import first_of_next_month
from tremplin.law.internship.attendance import attendance
from tremplin.law.internship.gratification import Gratification as Minimum
from tremplin.law.internship.gratification import (
    gratification_for_hours,
    hourly_minimum,
    minimum_gratification,
)
from tremplin.law.internship.gratification_due import gratification_due
from tremplin.law.internship.payment import monthly_payment
from tremplin.law.internship.public_body_cap import public_body_cap
from tremplin.law.outcome import DoesNotHold, Holds
from tremplin.law.parameters import NoValueInForce
from tremplin.law.words import cents, euros, hours
from tremplin.rights.agreement.case import Case
from tremplin.rights.agreement.clauses import Unit
from tremplin.rights.agreement.findings.made import breach, doubts_of, quoted, sources_of
from tremplin.rights.agreement.values import Finding, Level

NOT_MONTHLY = re.compile(
    r"(?:vers\w*|pa[yi]\w*|mandat\w*|acquitt\w*|touch\w*|regl\w*|remise?\b|solde|somme|periodicite|virement|montant|gratification|"
    r"allowance|"
    r"gratuity|stipend|"
    r"paid|payment|"
    r"payable)[^.\n]{0,150}?"
    r"(?:en (?:une|un) (?:seule |seul )?(?:fois|versement)|versement unique|unique,|a l'issue d[ue]|(?:en|"
    r"a la) fin d[ue] (?:stage|la periode|la convention)|au terme d[ue]|trimestriel\w*|par trimestre|en "
    r"totalite|integralement|en bloc|"
    r"chaque trimestre|semestriel\w*|"
    r"le dernier jour d[ue] stage|apres (?:la fin d[ue] stage|la soutenance|remise du rapport)|lump sum|"
    r"(?:at|after|upon) (?:the )?(?:end|completion) of the (?:internship|placement)|single (?:payment|"
    r"instal\w+)|quarterly|one[- ]off|in one (?:go|payment|instal\w+)|"
    r"en deux (?:fois|versements)|two instal\w+|a mi-parcours et)|☒ ?(?:trimestriel\w*|a la fin|en fin de "
    r"stage|unique|en une fois)"
)
MONTHLY = re.compile(
    r"mensuel\w*|chaque mois|par mois|mensualit\w*|(?:fin|dernier jour)[a-z ]{0,14} (?:de chaque|du|de) "
    r"mois|tous les mois|monthly|(?:each|every|per) month|terme echu|le \d{1,2} d[ue] (?:chaque )?mois|"
    r"end of (?:the|each) month"
)
ABOUT_PAY = re.compile(
    r"gratifi|somme|euros|€|mandate|acquitte|la regle|la verse|indemni|allowance|gratuity|stipend|versement|"
    r"versee?s?\b|"
    r"paiement|paid|"
    r"payment|montant|periodicite"
)
CERTIFIED = re.compile(r"duree (?:effective|reelle)\b.{0,30}(?:montant|total|somme)|actual duration")
"""What the certificate states, which is handed over at the end and is no payment."""
NOT_ABOUT_PAY = re.compile(
    r"attestation|attestée|cotisation|rapport de stage|frais|regularis|prorat|cumul|transport|certificate"
)


@dataclass(frozen=True, slots=True)
class Promise:
    """What the agreement promises, in euros for the whole internship and for one hour."""

    total: Decimal
    hourly: Decimal


def owed(case: Case) -> bool:
    """Tell whether a gratification must be paid, as far as is known."""
    if case.value("abroad") or case.placement is None:
        return False
    outcome = gratification_due(
        placements=[case.placement],
        rural_family_school=bool(case.value("rural_family_school")),
        figures=case.figures,
    )
    return isinstance(outcome, Holds)


def pay(case: Case) -> Iterator[Finding]:
    """Yield findings on the gratification."""
    promise = case.gratification
    if not owed(case):
        yield from not_owed(case)
    elif promise is not None and promise.unit == "none":
        yield unpaid(case)
    elif promise is not None:
        yield from amount(case)
    yield from schedule(case)


def not_owed(case: Case) -> Iterator[Finding]:
    """Yield the point that no gratification is due, when the duration is known."""
    if case.placement is None or case.value("abroad"):
        return
    outcome = gratification_due(
        placements=[case.placement],
        rural_family_school=bool(case.value("rural_family_school")),
        figures=case.figures,
    )
    if isinstance(outcome, DoesNotHold):
        quote, page = quoted(case.fact("total_hours"))
        yield Finding(
            id="gratification_not_due",
            level=Level.COMPLIANT,
            title="Aucune gratification n’est obligatoire",
            why=" ".join(step.says for step in outcome.steps),
            sources=sources_of(outcome.steps),
            quote=quote,
            page=page,
            doubts=outcome.doubts,
        )


def minimum(case: Case) -> Holds[Minimum] | None:
    """Return the least owed for the whole internship, when it can be computed."""
    if case.placement is None:
        return None
    try:
        outcome = minimum_gratification(
            placement=case.placement,
            signed_on=case.day,
            rural_family_school=bool(case.value("rural_family_school")),
            figures=case.figures,
        )
        if isinstance(outcome, Holds):
            return outcome
        first = case.placement.starts_on.replace(day=1)
        spread = gratification_for_hours(
            hours_by_month=case.placement.hours_by_month or {first: case.placement.hours},
            signed_on=case.day,
            figures=case.figures,
        )
    except NoValueInForce:
        return None
    return spread if isinstance(spread, Holds) else None


def unpaid(case: Case) -> Finding:
    """Return the finding of an internship that should be paid and is not."""
    least = minimum(case)
    quote, page = quoted(case.fact("gratification"))
    stake = least.value.total if least else None
    due = f" Sur {hours(case.hours)}, il vous manque {euros(stake)}." if stake and case.hours else ""
    return Finding(
        id="gratification_missing",
        level=Level.TO_CORRECT,
        title="Aucune gratification n’est prévue alors qu’elle est due",
        why=f"Au-delà de deux mois de présence, une gratification est due dès la première heure.{due}",
        sources=sources_of(least.steps) if least else (),
        quote=quote,
        page=page,
        stake=stake,
        ask="La durée du stage ouvre droit à une gratification dès la première heure. Pouvez-vous en "
        "inscrire le montant dans la convention ?",
        doubts=least.doubts if least else (),
        steps=tuple(step.says for step in least.steps) if least else (),
    )


def hourly_least(case: Case) -> Holds[Decimal] | None:
    """Return the minimum for one hour on the day of signature."""
    try:
        outcome = hourly_minimum(signed_on=case.day, figures=case.figures)
    except NoValueInForce:
        return None
    return outcome if isinstance(outcome, Holds) else None


def promised(case: Case) -> Promise | None:
    """Return what the agreement promises by hour and in all.

    A monthly sum is counted over the calendar months covered, the first and the last in
    proportion.
    """
    value, worked = case.gratification, case.hours
    least = hourly_least(case)
    if value is None or worked is None or worked <= 0:
        return None
    if value.unit == "hour":
        return Promise(cents(value.amount * worked), value.amount)
    if value.unit == "percent_ceiling":
        if least is None:
            return None
        ceiling = next(figure.value for figure in least.figures if "ceiling" in figure.name)
        rate = value.amount / 100 * ceiling
        return Promise(cents(rate * worked), rate)
    if value.unit == "total":
        return Promise(value.amount, value.amount / worked)
    months = months_covered(case)
    total = cents(value.amount * months)
    return Promise(total, total / worked)


def months_covered(case: Case) -> Decimal:
    """Return how many monthly sums are promised, the first and last months in proportion."""
    first, last = case.starts_on, case.ends_on
    if first is None or last is None or case.hours_by_month(Decimal(1)) is None:
        return Decimal(1)
    week = dict.fromkeys(range(1, 6), Decimal(1))
    planned = attendance(starts_on=first, ends_on=last, weekly=week)
    end = first_of_next_month(last) - timedelta(days=1)
    whole = attendance(starts_on=first.replace(day=1), ends_on=end, weekly=week)
    if not isinstance(planned, Holds) or not isinstance(whole, Holds):
        return Decimal(1)
    days = planned.value.hours_by_month
    return sum((days[month] / total for month, total in whole.value.hours_by_month.items()), Decimal(0))


def amount(case: Case) -> Iterator[Finding]:
    """Yield whether the promise reaches the minimum, and whether a public body may pay it."""
    least, promise, rate = minimum(case), promised(case), hourly_least(case)
    if least is None or promise is None or rate is None:
        return
    fact = case.fact("gratification")
    quote, page = quoted(fact)
    if promise.hourly < rate.value and short_of(case, promise, least):
        stake = cents(least.value.total - promise.total)
        yield Finding(
            id="gratification_below_minimum",
            level=Level.TO_CORRECT,
            title="La gratification est sous le minimum",
            why=f"Pour une convention signée à cette date, le minimum est de {euros(rate.value)} par heure "
            f"de présence. Sur {hours(case.hours or 0)}, il vous manque {euros(stake)}.",
            sources=sources_of((*rate.steps, *least.steps)),
            quote=quote,
            page=page,
            stake=stake,
            ask=f"Pouvez-vous porter la gratification à {euros(rate.value)} par heure de présence, le "
            f"minimum pour une convention signée à cette date ?",
            doubts=doubts_of(least.doubts, rate.doubts),
            steps=tuple(step.says for step in least.steps),
        )
        return
    yield Finding(
        id="gratification_amount",
        level=Level.COMPLIANT,
        title="Gratification au moins égale au minimum",
        why=f"Le minimum est de {euros(rate.value)} par heure de présence.",
        sources=sources_of(rate.steps),
        quote=quote,
        page=page,
        doubts=doubts_of(least.doubts, rate.doubts),
        steps=tuple(step.says for step in least.steps),
    )
    yield from above_public_cap(case, promise)
    yield from ceiling_changes(case, least)


def short_of(case: Case, promise: Promise, least: Holds[Minimum]) -> bool:
    """Tell whether a promise is short of the minimum under every fair way of counting it."""
    value = case.gratification
    if value is None or value.unit != "month":
        return promise.total < least.value.total
    month = (
        case.figures.get("internship", "days_per_month", on=case.day).value
        * case.figures.get("internship", "hours_per_day", on=case.day).value
    )
    weekly = case.value("weekly_hours")
    rate = least.value.total / (case.hours or Decimal(1))
    usual = Decimal(weekly) * 4 if weekly else Decimal(month)
    return promise.total < least.value.total and value.amount < cents(rate * min(Decimal(month), usual))


def above_public_cap(case: Case, promise: Promise) -> Iterator[Finding]:
    """Yield a doubt when a public body promises more than it may."""
    if not case.value("host_public"):
        return
    outcome = public_body_cap(
        public_body=True, hourly_paid=cents(promise.hourly), signed_on=case.day, figures=case.figures
    )
    if (
        isinstance(outcome, DoesNotHold)
        and case.gratification
        and case.gratification.unit in ("hour", "percent_ceiling")
    ):
        yield breach(
            case,
            outcome,
            id="above_public_cap",
            level=Level.TO_CHECK,
            title="Un organisme public ne peut pas verser plus que le taux légal",
            ask="La gratification dépasse le taux prévu pour un organisme de droit public. Pouvez-vous "
            "confirmer le montant retenu ?",
            fact="gratification",
        )


def ceiling_changes(case: Case, least: Holds[Minimum]) -> Iterator[Finding]:
    """Yield a point to check when the two readings of the law give different totals."""
    value = case.gratification
    if not least.value.difference or value is None or value.unit != "hour":
        return
    promise = promised(case)
    if promise is None or promise.total >= least.value.by_presence:
        return
    quote, page = quoted(case.fact("gratification"))
    gap = least.value.by_presence - promise.total
    yield Finding(
        id="ceiling_change",
        level=Level.TO_CHECK,
        title="Le plafond change pendant le stage",
        why=f"Le minimum augmente le 1er janvier. Selon la lecture retenue, {euros(gap)} de plus peuvent "
        f"vous être dus.",
        sources=sources_of(least.steps),
        quote=quote,
        page=page,
        ask="Le plafond horaire change pendant mon stage. Pouvez-vous prévoir que la gratification suive "
        "le nouveau montant au 1er janvier ?",
        doubts=least.doubts,
        steps=tuple(step.says for step in least.steps),
    )


def schedule(case: Case) -> Iterator[Finding]:
    """Yield whether payment is monthly."""
    promise = case.gratification
    if not owed(case) or (promise is not None and promise.unit == "none"):
        return
    unit = paid_otherwise(case)
    outcome = monthly_payment(paid="at_the_end")
    if unit is None or not isinstance(outcome, DoesNotHold):
        return
    text = case.reading.text
    yield Finding(
        id="gratification_not_monthly",
        level=Level.TO_CORRECT,
        title="La gratification n’est pas versée chaque mois",
        why=" ".join(step.says for step in outcome.steps),
        sources=sources_of(outcome.steps),
        quote=text.quote(unit.start, unit.end),
        page=text.page_at(unit.start),
        ask="Pouvez-vous prévoir un versement à la fin de chaque mois, comme le demande le code de "
        "l’éducation ?",
        steps=tuple(step.says for step in outcome.steps),
    )


def paid_otherwise(case: Case) -> Unit | None:
    """Return the sentence or field that pays the gratification otherwise than each month."""
    for unit in case.units:
        found = NOT_MONTHLY.search(unit.words)
        if found is None or not ABOUT_PAY.search(unit.words) or MONTHLY.search(unit.words):
            continue
        certified = CERTIFIED.search(unit.words, found.start())
        if not certified and not NOT_ABOUT_PAY.search(
            unit.words[max(0, found.start() - 40) : found.end() + 20]
        ):
            return unit
    return None
