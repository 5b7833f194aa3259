"""What a student tells of their internships in one host: dates, hours, days away, promises, payments."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from tremplin.law.ages import completed_years
from tremplin.law.calendar import Territory
from tremplin.law.internship.attendance import WeeklyPattern
from tremplin.law.internship.gratification import RateBasis
from tremplin.law.internship.interruption import Reason
from tremplin.law.internship.payment import Method
from tremplin.law.parameters import OFFICIAL, Figures

Unit = Literal["hour", "month", "percent_ceiling", "total"]
LONGEST_YEARS = 3
LATEST_YEAR = 2100
WEEK = range(1, 8)
WEEKDAYS = range(1, 6)


class ImpossibleDates(ValueError):
    """Two dates cannot be those of one internship; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the agreement promises, and what the amount is counted by."""

    amount: Decimal
    unit: Unit


@dataclass(frozen=True, slots=True)
class Change:
    """One amendment (*avenant*).

    Attributes:
        signed_on: day it was concluded.
        from_on: first day it applies; None for the day after the end it replaces, or for
            its signature when the end stays.
        ends_on: new last day; None when it stays.
        weekly: new hours by day of the week; None when they stay.
    """

    signed_on: date
    from_on: date | None = None
    ends_on: date | None = None
    weekly: WeeklyPattern | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """One internship: its days, both included, its week, its signature and its amendments."""

    starts_on: date
    ends_on: date
    weekly: WeeklyPattern
    signed_on: date
    school: str = ""
    changes: tuple[Change, ...] = ()

    @property
    def last_on(self) -> date:
        """Last day, amendments included."""
        ends = [change.ends_on for change in self.changes if change.ends_on]
        return ends[-1] if ends else self.ends_on


@dataclass(frozen=True, slots=True)
class Pause:
    """A break in the internship (*interruption*); it ends it when `resumes_on` is None."""

    stops_on: date
    resumes_on: date | None = None
    reason: Reason | None = None
    school_agrees: bool | None = None

    def covers(self, on: date) -> bool:
        """Tell whether the intern is away that day."""
        return self.stops_on <= on and (self.resumes_on is None or on < self.resumes_on)


@dataclass(frozen=True, slots=True)
class Extras:
    """What comes beside the gratification; None where it is unknown."""

    transport_price: Decimal | None = None
    yearly_pass: bool = False
    canteen: bool | None = None
    vouchers: bool | None = None
    in_kind: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything a simulation starts from.

    Attributes:
        stages: internships in one host (*organisme d'accueil*), at least one, by date.
        signature_is_known: the first internship's signature was said, not supposed.
        absences: days away that were planned as presence.
        closures: days the host is closed, known when the agreement was made.
        leave_counts: absences count for the thresholds, as the administration says.
        rate_basis: the reading the student chose; None for the usual one.
        minor: stated when the birth date is not.
        worked: hours really done, by month.
        received: euros really received, by month.
        ceilings: hourly ceilings the student entered, by year.
    """

    stages: tuple[Stage, ...]
    host: str = ""
    signature_is_known: bool = True
    territory: Territory = "metropole"
    good_friday: bool | None = None
    holidays_worked: bool = False
    absences: frozenset[date] = frozenset()
    closures: frozenset[date] = frozenset()
    leave_counts: bool = True
    pause: Pause | None = None
    agreed: Agreed | None = None
    branch_hourly: Decimal | None = None
    indexation_clause: bool = False
    rate_basis: RateBasis | None = None
    public_body: bool | None = None
    rural_family_school: bool = False
    year_starts: tuple[int, int] | None = None
    birth_on: date | None = None
    minor: bool = False
    method: Method = "real"
    leave_clause: bool | None = None
    extras: Extras = Extras()
    worked: Mapping[date, Decimal] = field(default_factory=dict)
    received: Mapping[date, Decimal] = field(default_factory=dict)
    ceilings: Mapping[int, Decimal] = field(default_factory=dict)

    @property
    def starts_on(self) -> date:
        """First day of the first internship."""
        return min(stage.starts_on for stage in self.stages)

    @property
    def ends_on(self) -> date:
        """Last day of the last internship, amendments included."""
        return max(stage.last_on for stage in self.stages)

    @property
    def figures(self) -> Figures:
        """The published figures, completed by the ceilings entered."""
        typed = tuple((date(year, 1, 1), value) for year, value in sorted(self.ceilings.items()))
        return Figures({("general", "hourly_ceiling"): typed}) if typed else OFFICIAL

    @property
    def age(self) -> int | None:
        """Years when the first internship starts; None when unknown."""
        if self.birth_on is not None:
            return completed_years(since=self.birth_on, on=self.starts_on)
        if not self.minor:
            return None
        return int(self.figures.get("internship", "majority_age", on=self.starts_on).value) - 1


def even_week(weekly_hours: Decimal) -> dict[int, Decimal]:
    """Return a week with the same hours from Monday to Friday.

    Args:
        weekly_hours: hours of the week, zero or more.

    Returns:
        Hours by day of the week, Monday 1.
    """
    return {day: weekly_hours / len(WEEKDAYS) for day in WEEKDAYS}


def check_dates(*, starts_on: date, ends_on: date) -> None:
    """Refuse dates that cannot be those of one internship.

    Args:
        starts_on: first day.
        ends_on: last day, included.

    Raises:
        ImpossibleDates: the end comes first, years later, or in another century.
    """
    if ends_on.year > LATEST_YEAR:
        raise ImpossibleDates("Cette date est trop lointaine. Vérifiez l’année.")
    if ends_on < starts_on:
        raise ImpossibleDates("La fin vient avant le début. Vérifiez l’année des deux dates.")
    if (ends_on - starts_on).days > LONGEST_YEARS * 366:
        raise ImpossibleDates("Ces dates couvrent plus de trois ans. Vérifiez l’année des deux dates.")


def days_between(first: date, last: date) -> frozenset[date]:
    """Return every day of a range, both included; none when the last comes first."""
    return frozenset(first + timedelta(days=after) for after in range((last - first).days + 1))
