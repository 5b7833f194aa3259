"""One agreement ready to be judged: what was read, the student's corrections, the law's figures."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tremplin.law.internship.attendance import attendance, share_by_month
from tremplin.law.internship.placement import MonthlyHours, Placement
from tremplin.law.outcome import Holds
from tremplin.law.parameters import Figures, NoValueInForce
from tremplin.rights.agreement.clauses import Unit
from tremplin.rights.agreement.facts import Reading
from tremplin.rights.agreement.terms.totals import days_present
from tremplin.rights.agreement.values import Fact, Facts, Gratification

LONGEST = timedelta(days=800)


@dataclass(frozen=True, slots=True)
class Case:
    """Everything the findings are made from."""

    reading: Reading
    units: tuple[Unit, ...]
    facts: Facts
    on: date
    figures: Figures
    complete: bool
    """False when a page could not be read: nothing can then be called missing for sure."""

    def value(self, name: str) -> Any:
        """Return the value of a fact, corrected by the student, or None."""
        return self.facts.value(name)

    def fact(self, name: str) -> Fact | None:
        """Return a fact, corrected by the student, or None."""
        return self.facts.get(name)

    @property
    def gratification(self) -> Gratification | None:
        """What the agreement promises."""
        value: Gratification | None = self.value("gratification")
        return value

    @property
    def starts_on(self) -> date | None:
        """First day of the internship."""
        value: date | None = self.value("start_date")
        return value

    @property
    def ends_on(self) -> date | None:
        """Last day of the internship."""
        value: date | None = self.value("end_date")
        return value

    @property
    def day(self) -> date:
        """The day whose figures apply: signature, else first day, else the day of the audit."""
        return self.value("signature_date") or self.starts_on or self.on

    @property
    def hours(self) -> Decimal | None:
        """Hours of presence: as printed, else by days printed, else by dates and weeks."""
        printed = self.value("total_hours")
        if printed is not None:
            return Decimal(printed)
        days = days_present(self.reading.text, self.reading.signing)
        if days is not None:
            return days.value * Decimal(self.figures.get("internship", "hours_per_day", on=self.day).value)
        return self.expected_hours

    @property
    def expected_hours(self) -> Decimal | None:
        """Hours that the dates and the weekly presence amount to, public holidays left out."""
        weekly = self.value("weekly_hours")
        if weekly is None or not self._dates_make_sense:
            return None
        pattern = dict.fromkeys(range(1, 6), Decimal(weekly) / 5)
        try:
            outcome = attendance(starts_on=self.starts_on, ends_on=self.ends_on, weekly=pattern)
        except NoValueInForce:
            return None
        return outcome.value.total if isinstance(outcome, Holds) else None

    def hours_by_month(self, hours: Decimal) -> MonthlyHours | None:
        """Share hours of presence among months by the days planned; None without both dates."""
        if self.starts_on is None or self.ends_on is None or not self._dates_make_sense:
            return None
        try:
            return share_by_month(hours=hours, starts_on=self.starts_on, ends_on=self.ends_on)
        except NoValueInForce:
            return None

    @property
    def _dates_make_sense(self) -> bool:
        first, last = self.starts_on, self.ends_on
        return first is not None and last is not None and timedelta(0) <= last - first <= LONGEST

    @property
    def placement(self) -> Placement | None:
        """The internship as the law counts it, when enough is known."""
        hours = self.hours
        if hours is None:
            return None
        first = self.starts_on or self.ends_on or self.day
        last = self.ends_on or first
        by_month = self.hours_by_month(hours)
        return Placement(min(first, last), max(first, last), hours, hours_by_month=by_month)

    @property
    def age(self) -> int | None:
        """Age on the first day, when the date of birth is known."""
        born: date | None = self.value("birth_date")
        first = self.starts_on or self.day
        if born is None or not timedelta(days=365 * 12) < first - born < timedelta(days=365 * 80):
            return None
        return first.year - born.year - ((first.month, first.day) < (born.month, born.day))
