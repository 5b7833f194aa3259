"""The year drawn week by week: company, school, exams, and what a week weighs in hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, Literal

from tremplin.decision.domain.options import Option
from tremplin.decision.domain.presence import WEEK, WORKDAYS, days_in_week

Where = Literal["company", "school", "both", "off"]

MINUTES: Final = 60


@dataclass(frozen=True, slots=True)
class Period:
    """Days, both included, such as exams; `name` says what they are."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Week:
    """One week of an option: where it is spent, exams in it, and its load in hours."""

    monday: date
    where: Where
    exams: str
    work: Decimal
    classes: Decimal
    travel: Decimal
    job: Decimal

    @property
    def load(self) -> Decimal:
        """Hours of work, classes, travel and job together."""
        return self.work + self.classes + self.travel + self.job


def weeks_of(option: Option, *, exams: Sequence[Period] = ()) -> tuple[Week, ...]:
    """Return every week an option covers.

    Args:
        option: its dates, alternation, hours, commute and job.
        exams: periods of exams, whatever the option.

    Returns:
        Weeks in order; the first and last may be incomplete and are given whole.
    """
    monday = option.starts_on - timedelta(days=option.starts_on.weekday())
    found: list[Week] = []
    while monday <= option.ends_on:
        found.append(_week(option, monday, len(found), exams))
        monday += WEEK
    return tuple(found)


def usual_load(weeks: Sequence[Week]) -> Decimal:
    """Return the hours of an average week, zero without weeks."""
    return sum((week.load for week in weeks), Decimal(0)) / len(weeks) if weeks else Decimal(0)


def heaviest(weeks: Sequence[Week]) -> Week:
    """Return the heaviest week, exams first when the load is the same."""
    return max(weeks, key=lambda week: (week.load, bool(week.exams), -week.monday.toordinal()))


def exams_at_work(weeks: Sequence[Week]) -> tuple[Week, ...]:
    """Return the weeks that hold both exams and days in the company."""
    return tuple(week for week in weeks if week.exams and week.where in ("company", "both"))


def _week(option: Option, monday: date, position: int, exams: Sequence[Period]) -> Week:
    company, school = days_in_week(option, position)
    where: Where = "both" if company and school else "company" if company else "school" if school else "off"
    return Week(
        monday,
        where,
        ", ".join(each.name for each in exams if each.first < monday + WEEK and monday <= each.last),
        option.week * company / WORKDAYS,
        option.rhythm.school_hours * school / WORKDAYS,
        Decimal(2 * option.rhythm.commute_minutes * company) / MINUTES,
        option.job.weekly_hours if option.job else Decimal(0),
    )
