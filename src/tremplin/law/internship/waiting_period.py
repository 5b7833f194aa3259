"""When may the next internship on the same post start (*délai de carence*)?"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from tremplin.law.outcome import DoesNotHold, Doubt, Holds, NeedsFacts, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figures
from tremplin.law.sources import Source, education_code
from tremplin.law.words import counted, day, number

ONE_THIRD = education_code("L. 124-11")
PRESENCE = education_code("D. 124-6")
IN_MONTHS = Source("Cass. soc., 7 janvier 2026, n° 24-12.244")


@dataclass(frozen=True, slots=True)
class WaitingPeriod:
    """First days the post may take an intern again, by each way of counting.

    Attributes:
        earliest: first day that no way of counting forbids.
        days: calendar days to wait; zero when there is nothing to wait for.
        by_days: first day, counting one third of the calendar days.
        by_months: first day, counting one third of the months the agreement states.
    """

    earliest: date
    days: int
    by_days: date
    by_months: date | None = None


def waiting_months(
    *, previous_months: Decimal | int | None, on: date, figures: Figures = OFFICIAL
) -> Outcome[Decimal]:
    """Return the months to wait after an internship counted in months (*délai de carence*).

    Args:
        previous_months: calendar months of the previous internship; None if unknown.
        on: day the previous internship ended.
        figures: published figures.

    Returns:
        Months, one third of the previous internship, not rounded.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-11.
    Limits: the unit is not defined by the article.
    """
    if previous_months is None:
        return unknown(previous_months=previous_months)
    divisor = figures.get("internship", "waiting_divisor", on=on)
    value = Decimal(previous_months) / divisor.value
    says = (
        f"Un tiers de {counted(previous_months, 'mois', 'mois')} : {number(round(value, 2))} mois de carence."
    )
    return Holds(value, (Step(says, ONE_THIRD),), (UNIT,), (divisor,))


def waiting_period(
    *,
    previous_starts_on: date | None,
    previous_ends_on: date | None,
    next_starts_on: date | None = None,
    stated_months: int | None = None,
    same_post: bool = True,
    ended_by_intern: bool = False,
    figures: Figures = OFFICIAL,
) -> Outcome[WaitingPeriod]:
    """Return when the post may take an intern again (*délai de carence*).

    On one post, a new internship waits one third of the previous one, whoever the intern
    is, unless the previous intern cut it short.

    Args:
        previous_starts_on: first day of the previous internship; None if unknown.
        previous_ends_on: its last day, included; None if unknown.
        next_starts_on: first day of the next one; None to ask only when it may start.
        stated_months: whole months the previous agreement states, if it does.
        same_post: the next internship is on the same post.
        ended_by_intern: the previous intern cut it short.
        figures: published figures.

    Returns:
        The first days possible; `DoesNotHold` when the next one starts before all; dates in
        the wrong order are asked for again.

    Raises:
        NoValueInForce: the previous internship is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-11; Cass. soc., 7 janvier 2026, n° 24-12.244.
    Limits: the unit is not defined: calendar days, and months when stated; a month left
        over after dividing by three is shared in days.
    """
    if previous_starts_on is None or previous_ends_on is None:
        return unknown(previous_starts_on=previous_starts_on, previous_ends_on=previous_ends_on)
    if previous_ends_on < previous_starts_on:
        says = f"Le stage précédent finirait le {day(previous_ends_on)}, avant son début. Vérifiez ces dates."
        return NeedsFacts(("previous_starts_on", "previous_ends_on"), (Step(says),))
    after = previous_ends_on + timedelta(days=1)
    if not same_post or ended_by_intern:
        why = (
            "Le stage précédent a été interrompu par le stagiaire"
            if ended_by_intern
            else "Le poste est différent"
        )
        return Holds(WaitingPeriod(after, 0, after), (Step(f"{why} : aucun délai de carence.", ONE_THIRD),))
    divisor = figures.get("internship", "waiting_divisor", on=previous_ends_on)
    duration = (after - previous_starts_on).days
    wait = -(-duration // int(divisor.value))
    by_days = after + timedelta(days=wait)
    by_months = _after_months(previous_ends_on, stated_months, int(divisor.value)) if stated_months else None
    value = WaitingPeriod(max(by_days, by_months or by_days), wait, by_days, by_months)
    steps = (
        Step(
            f"Le stage précédent a duré {duration} jours : un tiers, arrondi, fait {wait} jours.", ONE_THIRD
        ),
        Step(f"Le poste peut accueillir un stage à partir du {day(value.earliest)}.", ONE_THIRD),
    )
    doubts = (UNIT, *_between(value, next_starts_on))
    if next_starts_on is not None and next_starts_on < min(by_days, by_months or by_days):
        says = f"Le stage qui commence le {day(next_starts_on)} vient trop tôt."
        return DoesNotHold((*steps, Step(says, ONE_THIRD)), doubts, (divisor,))
    return Holds(value, steps, doubts, (divisor,))


UNIT = Doubt(
    "A18.waiting_unit",
    "L’article ne dit pas si le tiers se compte en jours de calendrier, en mois ou en jours de présence. "
    "L’administration et la Cour de cassation raisonnent en mois.",
    (ONE_THIRD, PRESENCE, IN_MONTHS),
)


def _between(value: WaitingPeriod, next_starts_on: date | None) -> tuple[Doubt, ...]:
    """Warn of the days one way of counting allows and the other forbids."""
    if value.by_months is None or value.by_months == value.by_days:
        return ()
    says = f"En jours, le poste est libre le {day(value.by_days)} ; en mois, le {day(value.by_months)}."
    if next_starts_on is not None and next_starts_on < value.earliest:
        says += f" Commencer le {day(next_starts_on)} est donc discutable."
    return (Doubt("A18.waiting_dates", says, (ONE_THIRD,)),)


def _after_months(ends_on: date, months: int, divisor: int) -> date:
    whole, left = divmod(months, divisor)
    year, month = divmod(ends_on.year * 12 + ends_on.month - 1 + whole, 12)
    length = monthrange(year, month + 1)[1]
    shared = -(-left * length // divisor)
    return date(year, month + 1, min(ends_on.day, length)) + timedelta(days=shared + 1)
