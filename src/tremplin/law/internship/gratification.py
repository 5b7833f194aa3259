"""How much is the minimum gratification (*gratification minimale*)?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from tremplin.law.certainty import figure_doubts
from tremplin.law.internship.gratification_due import GratificationDue, gratification_due
from tremplin.law.internship.placement import MonthlyHours, Placement
from tremplin.law.outcome import DoesNotHold, Doubt, Holds, Outcome, Step, unknown
from tremplin.law.parameters import OFFICIAL, Figure, Figures
from tremplin.law.sources import Source, education_code, social_security_code
from tremplin.law.words import cents, euros, hours, percent

RateBasis = Literal["signature", "presence"]
READINGS: tuple[RateBasis, ...] = ("signature", "presence")

OWED_WHEN = education_code("L. 124-6", "LEGIARTI000029234400")
HOURLY_AMOUNT = education_code("D. 124-8")
CEILING = social_security_code("D. 242-19")
FRANCHISE = social_security_code("D. 136-1")
PUBLIC_GUIDANCE = Source("Service-public.fr, fiches F32131 et F16734")


@dataclass(frozen=True, slots=True)
class Amendment:
    """An amendment that lengthens the internship (*avenant*): its day and the hours it adds."""

    signed_on: date
    hours_by_month: MonthlyHours


@dataclass(frozen=True, slots=True)
class MonthDue:
    """What one month is worth: hours, euros per hour (the highest if two), euros to the cent."""

    month: date
    hours: Decimal
    hourly: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Gratification:
    """The minimum for a whole internship, under the basis chosen and under both readings.

    Attributes:
        basis: which ceiling the months and the total follow.
        months: amounts by month; they add up to the total.
        total: euros for all hours.
        by_signature: total with the ceiling in force when the agreement was signed.
        by_presence: total with the ceiling in force when each hour is worked.
    """

    basis: RateBasis
    months: tuple[MonthDue, ...]
    total: Decimal
    by_signature: Decimal
    by_presence: Decimal

    @property
    def difference(self) -> Decimal:
        """Euros that the reading by presence adds to the reading by signature."""
        return self.by_presence - self.by_signature

    @property
    def hours(self) -> Decimal:
        """Hours of all months."""
        return sum((month.hours for month in self.months), Decimal(0))


@dataclass(frozen=True, slots=True)
class _Rate:
    hourly: Decimal
    figures: tuple[Figure, Figure]


@dataclass(frozen=True, slots=True)
class _Line:
    month: date
    hours: Decimal
    rate: _Rate


def hourly_minimum(
    *,
    signed_on: date | None,
    ceiling_on: date | None = None,
    branch_hourly: Decimal | None = None,
    figures: Figures = OFFICIAL,
) -> Outcome[Decimal]:
    """Return the minimum for one hour of presence (*gratification horaire minimale*).

    It is a share of the hourly social security ceiling (*plafond horaire de la sécurité
    sociale*). The share is that of the day the agreement was concluded.

    Args:
        signed_on: day the agreement was concluded; None if unknown.
        ceiling_on: day whose ceiling applies; None for the day of signature.
        branch_hourly: euros per hour of a branch agreement (*convention de branche*).
        figures: published figures, completed by the student's.

    Returns:
        Euros per hour, not rounded.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-6, D. 124-8; Code de la sécurité sociale,
        art. D. 242-19.
    Limits: does not choose between the day of signature and the day worked.
    """
    if signed_on is None:
        return unknown(signed_on=signed_on)
    return rate_signed_on(
        signed_on=signed_on, ceiling_on=ceiling_on or signed_on, branch_hourly=branch_hourly, figures=figures
    )


def rate_signed_on(
    *, signed_on: date, ceiling_on: date, branch_hourly: Decimal | None = None, figures: Figures = OFFICIAL
) -> Holds[Decimal]:
    """Return the minimum for one hour when both days are known (see `hourly_minimum`).

    Args:
        signed_on: day the agreement was concluded.
        ceiling_on: day whose ceiling applies.
        branch_hourly: euros per hour of a branch agreement.
        figures: published figures, completed by the student's.

    Returns:
        Euros per hour, not rounded.

    Raises:
        NoValueInForce: a day is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-6, D. 124-8; Code de la sécurité sociale,
        art. D. 242-19.
    Limits: those of `hourly_minimum`.
    """
    rate = _rate(signed_on, ceiling_on, branch_hourly, figures)
    return Holds(rate.hourly, _rate_steps(rate, branch_hourly), figure_doubts(*rate.figures), rate.figures)


def gratification_for_hours(
    *,
    hours_by_month: MonthlyHours | None,
    signed_on: date | None,
    rate_basis: RateBasis | None = None,
    indexation_clause: bool = False,
    branch_hourly: Decimal | None = None,
    amendments: Sequence[Amendment] = (),
    in_mayotte: bool = False,
    figures: Figures = OFFICIAL,
) -> Outcome[Gratification]:
    """Return the minimum for hours on which a gratification is owed (*gratification minimale*).

    Both readings of the law are computed: the ceiling of the day of signature and the
    ceiling in force when the hours are worked. They differ when the ceiling changes.

    Args:
        hours_by_month: presence by month (first day of the month); None if unknown.
        signed_on: day the agreement was concluded; None if unknown.
        rate_basis: which reading the months follow; None for the signature, unless the
            agreement follows the ceiling.
        indexation_clause: the agreement says that the amount follows the ceiling.
        branch_hourly: euros per hour of a branch agreement (*convention de branche*).
        amendments: hours added later, at the rate of their own signature.
        in_mayotte: the internship takes place in Mayotte, which has its own ceiling.
        figures: published figures, completed by the student's.

    Returns:
        Euros by month and in total, to the cent, for both readings.

    Raises:
        NoValueInForce: a day is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-6, D. 124-8; Code de la sécurité sociale,
        art. D. 242-19, D. 136-1.
    Limits: applies no threshold (see `minimum_gratification`); no court has chosen
        between the two readings.
    """
    if not hours_by_month or signed_on is None:
        return unknown(hours_by_month=hours_by_month or None, signed_on=signed_on)
    basis = rate_basis or ("presence" if indexation_clause else "signature")
    parts = ((signed_on, hours_by_month), *((extra.signed_on, extra.hours_by_month) for extra in amendments))
    lines = {reading: _lines(parts, reading, branch_hourly, figures) for reading in READINGS}
    value = Gratification(
        basis,
        _months(lines[basis]),
        _total(lines[basis]),
        _total(lines["signature"]),
        _total(lines["presence"]),
    )
    used = _figures_of(lines[basis])
    every = _figures_of(lines["signature"] + lines["presence"])
    steps = (*_line_steps(lines[basis], branch_hourly), Step(f"En tout : {euros(value.total)}.", OWED_WHEN))
    mayotte = (MAYOTTE_CEILING,) if in_mayotte else ()
    return Holds(value, steps, (*_rate_date_doubt(value, lines), *mayotte, *figure_doubts(*every)), used)


MAYOTTE_CEILING = Doubt(
    "A9.mayotte_ceiling",
    "Mayotte a son propre plafond de la sécurité sociale. L’article L. 124-6 renvoie au plafond national : "
    "c’est "
    "lui qui est retenu ici.",
    (OWED_WHEN, social_security_code("L. 241-3")),
)


def minimum_gratification(
    *,
    placement: Placement,
    signed_on: date | None,
    others: Sequence[Placement] = (),
    rural_family_school: bool | None = False,
    year_starts: tuple[int, int] | None = None,
    rate_basis: RateBasis | None = None,
    indexation_clause: bool = False,
    branch_hourly: Decimal | None = None,
    amendments: Sequence[Amendment] = (),
    in_mayotte: bool = False,
    figures: Figures = OFFICIAL,
) -> Outcome[Gratification]:
    """Return the least an intern must be paid for one internship (*gratification minimale*).

    Above the threshold the gratification is owed from the first hour of presence.

    Args:
        placement: the internship, hours of amendments included, by month when known.
        signed_on: day the agreement was concluded; None if unknown.
        others: the intern's other internships, which may add up in the same host and year.
        rural_family_school: see `gratification_due`.
        year_starts: month and day the school year starts; None for 1 September.
        rate_basis: see `gratification_for_hours`.
        indexation_clause: see `gratification_for_hours`.
        branch_hourly: euros per hour of a branch agreement.
        amendments: which of these hours were added later.
        in_mayotte: see `gratification_for_hours`.
        figures: published figures, completed by the student's.

    Returns:
        Euros by month and in total, to the cent, for both readings of the rate.

    Raises:
        NoValueInForce: a day is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-6, D. 124-6, D. 124-8.
    Limits: planned presence decides; hours in one go when the months are unknown are put
        on the month the internship starts.
    """
    due = gratification_due(
        placements=(placement, *others),
        rural_family_school=rural_family_school,
        year_starts=year_starts,
        figures=figures,
    )
    if not isinstance(due, Holds):
        return due
    if placement not in due.value.placements:
        says = "Ce stage n’atteint pas le seuil, même ajouté aux autres dans le même organisme."
        return DoesNotHold((Step(says, OWED_WHEN),), due.doubts, due.figures)
    amount = gratification_for_hours(
        hours_by_month=_first_agreement(placement, amendments),
        signed_on=signed_on,
        rate_basis=rate_basis,
        indexation_clause=indexation_clause,
        branch_hourly=branch_hourly,
        amendments=amendments,
        in_mayotte=in_mayotte,
        figures=figures,
    )
    return _after(due, amount)


def _first_agreement(placement: Placement, amendments: Sequence[Amendment]) -> MonthlyHours:
    by_month = dict(placement.hours_by_month or {placement.starts_on.replace(day=1): placement.hours})
    for amendment in amendments:
        for month, added in amendment.hours_by_month.items():
            by_month[month] = by_month.get(month, Decimal(0)) - added
    return {month: left for month, left in by_month.items() if left}


def _rate(signed_on: date, ceiling_on: date, branch_hourly: Decimal | None, figures: Figures) -> _Rate:
    share = figures.get("internship", "gratification_rate", on=signed_on)
    ceiling = figures.get("general", "hourly_ceiling", on=ceiling_on)
    return _Rate(max(share.value * ceiling.value, branch_hourly or Decimal(0)), (share, ceiling))


def _rate_steps(rate: _Rate, branch_hourly: Decimal | None) -> tuple[Step, ...]:
    share, ceiling = rate.figures
    legal = share.value * ceiling.value
    estimate = " (estimation : ce plafond n’est pas encore publié)" if ceiling.estimated else ""
    says = f"{percent(share.value)} de {euros(ceiling.value)} font {euros(legal)} par heure{estimate}."
    steps = [Step(says, HOURLY_AMOUNT)]
    if branch_hourly is not None and branch_hourly > legal:
        steps.append(Step(f"L’accord de branche fixe plus : {euros(branch_hourly)} par heure.", OWED_WHEN))
    return tuple(steps)


def _lines(
    parts: Sequence[tuple[date, MonthlyHours]],
    basis: RateBasis,
    branch_hourly: Decimal | None,
    figures: Figures,
) -> list[_Line]:
    return [
        _Line(
            month,
            present,
            _rate(signed_on, signed_on if basis == "signature" else month, branch_hourly, figures),
        )
        for signed_on, by_month in parts
        for month, present in sorted(by_month.items())
    ]


def _figures_of(lines: Sequence[_Line]) -> tuple[Figure, ...]:
    return tuple(dict.fromkeys(figure for line in lines for figure in line.rate.figures))


def _total(lines: Sequence[_Line]) -> Decimal:
    return cents(sum((line.hours * line.rate.hourly for line in lines), Decimal(0)))


def _months(lines: Sequence[_Line]) -> tuple[MonthDue, ...]:
    """Round each month once; the cents the rounding loses or adds go to the last month."""
    months = sorted({line.month for line in lines})
    grouped = [[line for line in lines if line.month == month] for month in months]
    amounts = [_total(group) for group in grouped]
    amounts[-1] += _total(lines) - sum(amounts, Decimal(0))
    return tuple(
        MonthDue(
            month,
            sum((line.hours for line in group), Decimal(0)),
            max(line.rate.hourly for line in group),
            amount,
        )
        for month, group, amount in zip(months, grouped, amounts, strict=True)
    )


def _line_steps(lines: Sequence[_Line], branch_hourly: Decimal | None) -> list[Step]:
    by_rate: dict[Decimal, list[_Line]] = {}
    for line in lines:
        by_rate.setdefault(line.rate.hourly, []).append(line)
    steps: list[Step] = []
    for hourly, group in by_rate.items():
        present = sum((line.hours for line in group), Decimal(0))
        steps.extend(_rate_steps(group[0].rate, branch_hourly))
        steps.append(Step(f"{hours(present)} × {euros(hourly)} = {euros(present * hourly)}.", HOURLY_AMOUNT))
    return steps


def _rate_date_doubt(value: Gratification, lines: Mapping[RateBasis, Sequence[_Line]]) -> tuple[Doubt, ...]:
    signed_known, worked_known = (
        not any(figure.estimated for figure in _figures_of(lines[basis])) for basis in READINGS
    )
    if value.difference:
        says = (
            "Le plafond change entre la signature et la fin du stage, et les textes se lisent de deux "
            f"façons. Au plafond du jour de signature : {euros(value.by_signature)}. Au plafond du jour de "
            f"chaque heure : {euros(value.by_presence)}. La différence est de {euros(abs(value.difference))}."
        )
    elif signed_known and not worked_known:
        says = (
            "Le stage se prolonge une année dont le plafond n’est pas publié. S’il monte, les textes se "
            "lisent de "
            f"deux façons. Au plafond du jour de signature : {euros(value.by_signature)}. Au plafond du "
            "jour de "
            "chaque heure : davantage."
        )
    else:
        return ()
    return (
        Doubt("A9.rate_date", f"{says} {NO_RULING}", (OWED_WHEN, HOURLY_AMOUNT, PUBLIC_GUIDANCE, FRANCHISE)),
    )


NO_RULING = (
    "L’administration retient la signature, sauf si la convention prévoit la revalorisation ; la loi, lue "
    "à la "
    "lettre, suit le plafond en vigueur. Aucun juge n’a tranché."
)


def _after(due: Holds[GratificationDue], amount: Outcome[Gratification]) -> Outcome[Gratification]:
    """Put the threshold's reasoning before the amount's."""
    return replace(
        amount,
        steps=due.steps + amount.steps,
        doubts=due.doubts + amount.doubts,
        figures=due.figures + amount.figures,
    )
