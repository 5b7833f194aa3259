"""The type of each fact: how it is stored, and how a student reads it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from tremplin.law.words import NBSP, day, euros, hours, number
from tremplin.rights.agreement.values import FACT_LABELS, Gratification, GratificationUnit
from tremplin.rights.domain.passages import tidy
from tremplin.rights.domain.spacing import spaced


class Kind(Enum):
    """What a fact is made of."""

    TEXT = "text"
    DAY = "day"
    HOURS = "hours"
    COUNT = "count"
    YES_NO = "yes or no"
    PASSAGES = "passages"
    PAY = "pay"
    PERIOD = "period"


KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(FACT_LABELS, Kind.TEXT),
    **dict.fromkeys(("birth_date", "start_date", "end_date", "signature_date"), Kind.DAY),
    **dict.fromkeys(("total_hours", "weekly_hours", "training_hours"), Kind.HOURS),
    **dict.fromkeys(("headcount", "interns_present", "tutor_interns", "referent_interns"), Kind.COUNT),
    **dict.fromkeys(
        ("host_public", "gap_year", "abroad", "rural_family_school", "secondary_school"), Kind.YES_NO
    ),
    **dict.fromkeys(("schedule", "missions", "skills", "benefits", "leave"), Kind.PASSAGES),
    "gratification": Kind.PAY,
    "previous_end": Kind.PERIOD,
}
"""The kind of every fact of `FACT_LABELS`."""

PAY_UNITS: Mapping[GratificationUnit, str] = {
    "hour": "par heure",
    "month": "par mois",
    "percent_ceiling": "% du plafond horaire",
    "total": "au total",
    "none": "aucune gratification",
}
"""What a gratification may be counted by, in the words of the page."""


def to_plain(name: str, value: Any) -> Any:
    """Return a fact's value as JSON can carry it.

    Args:
        name: a key of `KINDS`.
        value: as an audit gives or takes it; None when the agreement is silent.

    Returns:
        Text, number, boolean, list, mapping or None.
    """
    if value is None:
        return None
    match KINDS[name]:
        case Kind.DAY:
            return value.isoformat()
        case Kind.HOURS:
            return str(value)
        case Kind.PASSAGES:
            return list(value)
        case Kind.PAY:
            return {"amount": str(value.amount), "unit": value.unit}
        case Kind.PERIOD:
            return [None if end is None else end.isoformat() for end in value]
    return value


def from_plain(name: str, plain: Any) -> Any:
    """Return the value that `to_plain` wrote.

    Args:
        name: a key of `KINDS`.
        plain: what was stored.

    Returns:
        The value, typed as an audit takes it.
    """
    if plain is None:
        return None
    match KINDS[name]:
        case Kind.DAY:
            return date.fromisoformat(plain)
        case Kind.HOURS:
            return Decimal(plain)
        case Kind.PASSAGES:
            return tuple(plain)
        case Kind.PAY:
            return Gratification(Decimal(plain["amount"]), plain["unit"])
        case Kind.PERIOD:
            return tuple(None if end is None else date.fromisoformat(end) for end in plain)
    return plain


def shown(name: str, value: Any) -> str:
    """Write a fact's value for the student.

    Args:
        name: a key of `KINDS`.
        value: as an audit gives it; None when the agreement is silent.

    Returns:
        French words with their unit; empty for None.
    """
    if value is None:
        return ""
    match KINDS[name]:
        case Kind.DAY:
            return day(value)
        case Kind.HOURS:
            return hours(value)
        case Kind.COUNT:
            return number(value)
        case Kind.YES_NO:
            return "oui" if value else "non"
        case Kind.PASSAGES:
            return spaced(f"{NBSP}; ".join(tidy(name, value)))
        case Kind.PAY:
            return pay(value)
        case Kind.PERIOD:
            return period(*value)
    return spaced(str(value))


def pay(value: Gratification) -> str:
    """Write a gratification: « 4,35 € par heure », « 15 % du plafond horaire »."""
    if value.unit == "none":
        return PAY_UNITS["none"]
    amount = number(value.amount) if value.unit == "percent_ceiling" else euros(value.amount)
    space = NBSP if value.unit == "percent_ceiling" else " "
    return f"{amount}{space}{PAY_UNITS[value.unit]}"


def period(first: date | None, last: date | None) -> str:
    """Write an earlier internship: « du 1er mars au 30 juin 2025 », or its last day alone."""
    if first is None or last is None:
        return "" if last is None else day(last)
    return f"du {day(first)} au {day(last)}"
