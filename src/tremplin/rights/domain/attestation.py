"""The end-of-stage certificate (*attestation de stage*) read, and compared with what really happened."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from tremplin.evidence.quantities import Quantity, quantities
from tremplin.law.internship.attestation import attestation
from tremplin.law.internship.presence import presence_equivalence
from tremplin.law.outcome import Holds, Outcome
from tremplin.law.parameters import OFFICIAL, Figures

LEAD: Final = 90
DURATION: Final = re.compile(r"dur[ée]e|pr[ée]sence|effectu|repr[ée]sentant", re.IGNORECASE)
PAY: Final = re.compile(r"gratifi|per[çc]u|vers[ée]|montant", re.IGNORECASE)
IN_ALL: Final = re.compile(r"total|global|\ben tout\b|ensemble", re.IGNORECASE)
OF_THE_LAW: Final = re.compile(r"au moins [ée]gale|[ée]quivalente?|consid[ée]r[ée]e?", re.IGNORECASE)
RATE: Final = re.compile(r"\W{0,3}(?:par|/|de l[’'])\s?(?:jour|semaine|mois|heure|h\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StatedAttestation:
    """What a certificate states; None where it states nothing that could be read.

    Attributes:
        hours: total duration in hours.
        months: whole months, when it counts in months and days.
        days: days, beyond those months if any.
        gratification: euros paid in all.
    """

    hours: Decimal | None = None
    months: int | None = None
    days: int | None = None
    gratification: Decimal | None = None


def read_attestation(text: str) -> StatedAttestation:
    """Read the total duration and the total gratification of a certificate.

    The sentence of the official form on seven hours and twenty-two days is no duration, and an amount
    per hour or per month is no total.

    Args:
        text: of the whole document, in reading order.

    Returns:
        What it states.
    """
    words = re.sub(r"\s+", " ", text)
    durations = [
        one for one in quantities(words) if _leads(words, one, DURATION) and not _of_the_law(words, one)
    ]
    amounts = [one for one in quantities(words) if one.unit.dimension == "money" and _leads(words, one, PAY)]
    in_all = [one for one in amounts if IN_ALL.search(_before(words, one))]
    return StatedAttestation(
        hours=_first(durations, "h"),
        months=_whole(_first(durations, "mois")),
        days=_whole(_first(durations, "jours")),
        gratification=_first(in_all or amounts, "€"),
    )


def audited_attestation(
    stated: StatedAttestation,
    *,
    hours_present: Decimal | None,
    gratification_paid: Decimal | None,
    on: date,
    figures: Figures = OFFICIAL,
) -> Outcome[tuple[str, ...]]:
    """Compare a certificate with the presence and the pay of the internship.

    A duration in days or in months is right when the hours amount to it, at seven hours a day and
    twenty-two days a month.

    Args:
        stated: what `read_attestation` gives, or what the student types.
        hours_present: hours really done; None if unknown.
        gratification_paid: euros paid in all, zero if none; None if unknown.
        on: a day of the internship.
        figures: published figures.

    Returns:
        Sentences the certificate states, or every point to have corrected.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. D. 124-9, D. 124-6.
    Limits: a duration in weeks has no equivalence in the texts, and is read as none.
    """
    hours = stated.hours
    if hours is None and hours_present is not None and _amounts_to(stated, hours_present, on, figures):
        hours = hours_present
    return attestation(
        hours_present=hours_present,
        gratification_paid=gratification_paid,
        stated_hours=hours,
        stated_gratification=stated.gratification,
    )


def _amounts_to(stated: StatedAttestation, hours: Decimal, on: date, figures: Figures) -> bool:
    found = presence_equivalence(hours_present=hours, on=on, figures=figures)
    if not isinstance(found, Holds) or (stated.months, stated.days) == (None, None):
        return False
    if stated.months is None:
        return stated.days == found.value.days
    rest = found.value.days - found.value.months * int(
        figures.get("internship", "days_per_month", on=on).value
    )
    return stated.months == found.value.months and (stated.days or 0) == rest


def _before(words: str, one: Quantity) -> str:
    return words[max(one.start - LEAD, 0) : one.start]


def _leads(words: str, one: Quantity, sought: re.Pattern[str]) -> bool:
    rate = one.period or RATE.match(words, one.end)
    return bool(sought.search(_before(words, one))) and not rate


def _of_the_law(words: str, one: Quantity) -> bool:
    return bool(OF_THE_LAW.search(words[max(one.start - LEAD, 0) : one.end + LEAD // 2]))


def _first(found: list[Quantity], unit: str) -> Decimal | None:
    values = (one.value for one in found if one.unit.shown == unit)
    value = next(values, None)
    return None if value is None else Decimal(value.numerator) / value.denominator


def _whole(value: Decimal | None) -> int | None:
    return None if value is None else int(value)
