"""The days on which the law changes something, as far as planned presence tells."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from tremplin.internships.domain.planned import Kind, PlannedMilestone
from tremplin.internships.domain.presence import Presence
from tremplin.law.parameters import OFFICIAL
from tremplin.law.words import NBSP, hours

DEFAULT_DAYS = 5


def legal_dates(
    presence: Presence, weekly_hours: Decimal | None, *, apprenticeship: bool
) -> Iterator[PlannedMilestone]:
    """Yield the dates set by law that planned presence reaches.

    For an internship, the day presence passes the threshold above which a *gratification*
    is owed from the first hour; for an apprenticeship, the last of the days in the
    company during which either side may end the contract freely.

    Args:
        presence: planned days at the host's.
        weekly_hours: hours of a full week; None if unknown, which leaves the threshold out.
        apprenticeship: which of the two applies.

    Yields:
        Milestones of kind « legal », by code.

    Raises:
        NoValueInForce: the dates are earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-6, D. 124-6; Code du travail, art. L. 6222-18.
    Limits: planned hours, not those really done; one host and one internship only; not
        the longer threshold of agricultural pupils.
    """
    if apprenticeship:
        yield from _free_termination(presence)
    elif weekly_hours:
        yield from _gratification(presence, weekly_hours)


def _gratification(presence: Presence, weekly_hours: Decimal) -> Iterator[PlannedMilestone]:
    threshold = OFFICIAL.get("internship", "gratification_threshold", on=presence.span.ends_on).value
    daily = weekly_hours / (len(presence.weekdays) or DEFAULT_DAYS)
    on = _day_above(presence, daily, Decimal(threshold))
    if on is None:
        return
    yield PlannedMilestone(
        Kind.LEGAL,
        "gratification",
        f"Plus de {hours(threshold)} de présence prévues",
        f"Au-delà de {hours(threshold)}, la gratification est due dès la première heure "
        f"(Code de l’éducation, art. L. 124-6 et D. 124-6). Vérifiez qu’elle est versée chaque mois.",
        on,
        5,
    )


def _day_above(presence: Presence, daily: Decimal, limit: Decimal) -> date | None:
    total = Decimal(0)
    for on in presence.days():
        total += daily
        if total > limit:
            return on
    return None


def _free_termination(presence: Presence) -> Iterator[PlannedMilestone]:
    start = presence.span.starts_on
    days = OFFICIAL.get("apprenticeship", "apprentice_free_termination_days", on=start).value
    on = next((day for count, day in enumerate(presence.days(), 1) if count == days), None)
    if on is None:
        return
    yield PlannedMilestone(
        Kind.LEGAL,
        "free_termination",
        f"{days}{NBSP}jours en entreprise",
        "Jusqu’à ce jour, vous ou l’employeur pouvez rompre le contrat librement. Les jours en CFA ne "
        "comptent pas (Code du travail, art. L. 6222-18).",
        on,
        5,
    )
