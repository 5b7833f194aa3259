"""One internship as the law counts it: dates, hours, host; and the teaching year it falls in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from tremplin.law.ages import anniversary, completed_years
from tremplin.law.parameters import OFFICIAL, Figures

HUNDREDTH = Decimal("0.01")
LEAP_YEAR = 2000
"""A year that has every day, 29 February included."""
MonthlyHours = Mapping[date, Decimal]
"""Hours of presence by month, the month written as its first day."""


@dataclass(frozen=True, slots=True)
class Placement:
    """One internship (*stage*) in one host organization (*organisme d'accueil*).

    Attributes:
        starts_on, ends_on: first and last days, both included.
        hours: presence planned by the agreement and its amendments (*avenants*).
        host: what tells hosts apart; the same for all placements in one host.
        school: what tells schools apart.
        hours_by_month: the same hours, month by month, when they are known.
    """

    starts_on: date
    ends_on: date
    hours: Decimal
    host: str = ""
    school: str = ""
    hours_by_month: MonthlyHours | None = None


@dataclass(frozen=True, slots=True, order=True)
class TeachingYear:
    """One teaching year (*année d'enseignement*), both days included."""

    starts_on: date
    ends_on: date

    def __str__(self) -> str:
        """Return « 2025-2026 », or « 2026 » when it follows the calendar."""
        first, last = self.starts_on.year, self.ends_on.year
        return str(first) if first == last else f"{first}-{last}"

    def holds(self, on: date) -> bool:
        """Tell whether the day falls inside."""
        return self.starts_on <= on <= self.ends_on


@dataclass(frozen=True, slots=True, order=True)
class YearCount:
    """Hours of presence in one host over one teaching year.

    Attributes:
        hours: presence counted in that year.
        shared: a placement overlaps two years and its hours were shared by calendar days.
    """

    host: str
    year: TeachingYear
    hours: Decimal
    shared: bool = False


def teaching_year(
    *, on: date, starts: tuple[int, int] | None = None, figures: Figures = OFFICIAL
) -> TeachingYear:
    """Return the teaching year (*année d'enseignement*) a day falls in.

    Args:
        on: the day.
        starts: month and day the school's year starts; None for the usual 1 September.
        figures: published figures.

    Returns:
        First and last days of that year.

    Raises:
        NoValueInForce: the day is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-5.
    Limits: no text sets one calendar: the school's own prevails.
    """
    month, day = starts or figures.get("internship", "teaching_year_start", on=on).value
    began = date(LEAP_YEAR, month, day)
    years = completed_years(since=began, on=on)
    following = anniversary(of=began, years=years + 1)
    return TeachingYear(anniversary(of=began, years=years), following - timedelta(days=1))


def years_of(
    placement: Placement, starts: tuple[int, int] | None, figures: Figures
) -> tuple[TeachingYear, ...]:
    """Return every teaching year a placement touches, in order."""
    years = [teaching_year(on=placement.starts_on, starts=starts, figures=figures)]
    while years[-1].ends_on < placement.ends_on:
        after = years[-1].ends_on + timedelta(days=1)
        years.append(teaching_year(on=after, starts=starts, figures=figures))
    return tuple(years)


def yearly_counts(
    *,
    placements: Sequence[Placement],
    year_starts: tuple[int, int] | None = None,
    figures: Figures = OFFICIAL,
) -> tuple[YearCount, ...]:
    """Return the hours of presence by host and teaching year, whatever the school.

    Args:
        placements: every internship of one intern.
        year_starts: month and day the teaching year starts; None for 1 September.
        figures: published figures.

    Returns:
        One count per host and year, sorted.

    Raises:
        NoValueInForce: a placement is earlier than the known figures.

    Sources: Code de l'éducation, art. L. 124-5, D. 124-6.
    Limits: hours of a placement that overlaps two years are shared by calendar days
        unless they are known month by month.
    """
    totals: dict[tuple[str, TeachingYear], YearCount] = {}
    for placement in placements:
        for year in years_of(placement, year_starts, figures):
            hours, shared = hours_in(placement, year)
            before = totals.get((placement.host, year), YearCount(placement.host, year, Decimal(0)))
            totals[placement.host, year] = YearCount(
                placement.host, year, before.hours + hours, before.shared or shared
            )
    return tuple(sorted(totals.values()))


def hours_in(placement: Placement, year: TeachingYear) -> tuple[Decimal, bool]:
    """Return the hours of a placement inside a year, and whether they had to be shared."""
    if year.holds(placement.starts_on) and year.holds(placement.ends_on):
        return placement.hours, False
    if placement.hours_by_month is not None and year.starts_on.day == 1:
        inside = (hours for month, hours in placement.hours_by_month.items() if year.holds(month))
        return sum(inside, Decimal(0)), False
    first = max(placement.starts_on, year.starts_on)
    last = min(placement.ends_on, year.ends_on)
    whole = (placement.ends_on - placement.starts_on).days + 1
    share = placement.hours * ((last - first).days + 1) / whole
    return share.quantize(HUNDREDTH), True
