"""What is compared: an internship, a work-study contract, a gap year, with or without a student job."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final, Literal

from tremplin.law.ages import first_of_next_month
from tremplin.law.professionalisation.pay import Diploma
from tremplin.law.reference_pay import SmicTerritory

LONGEST_YEARS: Final = 4
"""The longest contract the law knows, with a recognised disability: nothing longer is read."""
FULL_WEEK: Final = Decimal(35)

Nationality = Literal["french", "european", "other"]
Alternation = Literal["full", "days", "weeks"]


class Kind(StrEnum):
    """The legal form of an option."""

    INTERNSHIP = "internship"
    APPRENTICESHIP = "apprenticeship"
    PROFESSIONALISATION = "professionalisation"
    GAP_YEAR = "gap_year"


FRENCH: Final = {
    Kind.INTERNSHIP: "stage",
    Kind.APPRENTICESHIP: "apprentissage",
    Kind.PROFESSIONALISATION: "professionnalisation",
    Kind.GAP_YEAR: "césure en stage",
}
INTERNSHIPS: Final = (Kind.INTERNSHIP, Kind.GAP_YEAR)


@dataclass(frozen=True, slots=True)
class Student:
    """What the law asks of the person; None where it was not said."""

    birth_on: date | None = None
    nationality: Nationality | None = None
    territory: SmicTerritory = "national"
    alsace_moselle: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """An ordinary student job beside the option; the SMIC when no hourly pay is given."""

    weekly_hours: Decimal
    hourly: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Living:
    """What the option costs, in euros a month; `tuition` is for the whole period, paid by the student."""

    transport: Decimal = Decimal(0)
    meals: Decimal = Decimal(0)
    rent: Decimal = Decimal(0)
    tuition: Decimal = Decimal(0)
    housing_given: bool = False


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How work and school alternate.

    Attributes:
        alternation: full time in the company, so many days a week, or so many weeks in turn.
        company, school: days of the week, or weeks in a row; unused when full time.
        school_hours: hours of classes in a week spent at school.
        commute_minutes: one way, to the company.
    """

    alternation: Alternation = "full"
    company: int = 5
    school: int = 0
    school_hours: Decimal = Decimal(0)
    commute_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Option:
    """One way to spend the period.

    Attributes:
        offered: gross euros offered: by the month for a contract, by the hour for an internship.
        conventional_minimum: euros a month of the branch, full time; None if unknown.
        years_done: years of the cycle that the contract leaves out, for an apprentice.
        validated: whether the school said yes; None if it was not asked.
        teaching_hours: hours of teaching of the year an internship belongs to; None if unknown.
    """

    key: str
    name: str
    kind: Kind
    starts_on: date
    ends_on: date
    signed_on: date | None = None
    weekly_hours: Decimal | None = None
    offered: Decimal | None = None
    conventional_minimum: Decimal | None = None
    diploma: Diploma | None = None
    years_done: int = 0
    public_employer: bool | None = False
    health_cover: Decimal = Decimal(0)
    validated: bool | None = None
    teaching_hours: Decimal | None = None
    job: Job | None = None
    living: Living = Living()
    rhythm: Rhythm = Rhythm()

    @property
    def week(self) -> Decimal:
        """Hours of a whole week in the company: the legal week when it was not said."""
        return FULL_WEEK if self.weekly_hours is None else self.weekly_hours

    @property
    def is_internship(self) -> bool:
        """Tell whether a *convention de stage* governs it, not an employment contract."""
        return self.kind in INTERNSHIPS

    @property
    def months(self) -> tuple[date, ...]:
        """First day of every calendar month covered."""
        return tuple(_months(self.starts_on, self.ends_on))

    def share_of(self, month: date) -> Decimal:
        """Return how much of a month is covered, by calendar days: 1 for a whole month."""
        after = first_of_next_month(month)
        first, last = max(month, self.starts_on), min(after - timedelta(days=1), self.ends_on)
        return Decimal((last - first).days + 1) / (after - month).days


def _months(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = first_of_next_month(month)
