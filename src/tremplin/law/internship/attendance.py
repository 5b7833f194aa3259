"""The presence calendar: from dates and a weekly pattern to hours, day by day and month by month."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from tremplin.law.calendar import Territory, good_friday_doubt, holidays_in
from tremplin.law.internship.placement import HUNDREDTH, MonthlyHours
from tremplin.law.outcome import Holds, Outcome, Step, unknown
from tremplin.law.sources import education_code, labour_code
from tremplin.law.words import counted, day, hours

WeeklyPattern = Mapping[int, Decimal]
"""Hours by day of the week, Monday 1 to Sunday 7; a day left out is not worked."""

PRESENCE = education_code("D. 124-6")
HOLIDAYS = labour_code("L. 3133-1")


@dataclass(frozen=True, slots=True)
class Attendance:
    """Hours of presence of each day present, and why other pattern days are not worked.

    Attributes:
        hours_by_day: only days with hours, in order.
        months: first day of every calendar month covered, in order.
        holidays: public holidays that fell on a day of the pattern and are not worked.
        excluded: days of the pattern taken out (leave, closure), in order.
    """

    hours_by_day: Mapping[date, Decimal]
    months: tuple[date, ...]
    holidays: Mapping[date, str]
    excluded: tuple[date, ...]

    @property
    def total(self) -> Decimal:
        """Hours of all days."""
        return sum(self.hours_by_day.values(), Decimal(0))

    @property
    def hours_by_month(self) -> dict[date, Decimal]:
        """Hours by month, months without presence included."""
        totals = dict.fromkeys(self.months, Decimal(0))
        for on, present in self.hours_by_day.items():
            totals[on.replace(day=1)] += present
        return totals

    @property
    def days_by_month(self) -> dict[date, int]:
        """Days of presence by month, months without presence included."""
        totals = dict.fromkeys(self.months, 0)
        for on in self.hours_by_day:
            totals[on.replace(day=1)] += 1
        return totals

    @property
    def weeks(self) -> dict[date, Decimal]:
        """Hours by week, the week written as its Monday."""
        totals: dict[date, Decimal] = {}
        for on, present in self.hours_by_day.items():
            monday = on - timedelta(days=on.weekday())
            totals[monday] = totals.get(monday, Decimal(0)) + present
        return totals


def attendance(
    *,
    starts_on: date | None,
    ends_on: date | None,
    weekly: WeeklyPattern | None,
    territory: Territory = "metropole",
    good_friday: bool | None = None,
    holidays_worked: bool = False,
    excluded: Collection[date] = (),
    hours_on: Mapping[date, Decimal] | None = None,
) -> Outcome[Attendance]:
    """Return the hours of presence between two dates (*présence effective*).

    Each day of the pattern counts its hours, except public holidays and days taken out.

    Args:
        starts_on: first day, included; None if unknown.
        ends_on: last day, included; None if unknown.
        weekly: hours by day of the week; None if unknown.
        territory: whose public holidays apply.
        good_friday: see `tremplin.law.calendar.public_holidays`.
        holidays_worked: the intern is present on public holidays.
        excluded: days of absence or closure.
        hours_on: hours that replace those of the pattern on single days; zero takes the
            day out, and a day of rest or a holiday given hours is worked.

    Returns:
        Hours by day, and what was left out.

    Raises:
        NoValueInForce: the dates are earlier than the known holidays.

    Sources: Code de l'éducation, art. D. 124-6; Code du travail, art. L. 3133-1.
    Limits: same pattern every week; alternating weeks are given through `hours_on`.
    """
    if starts_on is None or ends_on is None or weekly is None:
        return unknown(starts_on=starts_on, ends_on=ends_on, weekly=weekly)
    single = dict(hours_on or {}) | {on: Decimal(0) for on in excluded}
    holidays = {} if holidays_worked else _holidays(starts_on, ends_on, territory, bool(good_friday))
    span = [starts_on + timedelta(days=after) for after in range((ends_on - starts_on).days + 1)]
    planned = {on: weekly[on.isoweekday()] for on in span if weekly.get(on.isoweekday())}
    present = {
        on: single.get(on, Decimal(0) if on in holidays else planned.get(on, Decimal(0))) for on in span
    }
    value = Attendance(
        hours_by_day={on: worked for on, worked in present.items() if worked},
        months=tuple(dict.fromkeys(on.replace(day=1) for on in span)),
        holidays={on: name for on, name in holidays.items() if on in planned and not present[on]},
        excluded=tuple(on for on in planned if on in single and not single[on] and on not in holidays),
    )
    return Holds(value, _steps(value, starts_on, ends_on), good_friday_doubt(territory, good_friday))


def share_by_month(*, hours: Decimal, starts_on: date, ends_on: date) -> MonthlyHours:
    """Share hours among months by their days from Monday to Friday (*présence effective*).

    Args:
        hours: hours of the whole internship.
        starts_on: first day, included.
        ends_on: last day, included, not earlier.

    Returns:
        Hours by month to the hundredth, adding up to all of them.

    Raises:
        NoValueInForce: the dates are earlier than the known holidays.

    Sources: Code de l'éducation, art. D. 124-6; Code du travail, art. L. 3133-1.
    Limits: an estimate, for hours known only in total; public holidays of metropolitan
        France are left out.
    """
    week = dict.fromkeys(range(1, 6), Decimal(1))
    planned = attendance(starts_on=starts_on, ends_on=ends_on, weekly=week)
    days = planned.value.hours_by_month if isinstance(planned, Holds) else {}
    whole = sum(days.values(), Decimal(0))
    if not whole:
        return {starts_on.replace(day=1): hours}
    shares = {month: (hours * count / whole).quantize(HUNDREDTH) for month, count in days.items()}
    shares[max(shares)] += hours - sum(shares.values(), Decimal(0))
    return shares


def _holidays(starts_on: date, ends_on: date, territory: Territory, good_friday: bool) -> dict[date, str]:
    years = range(starts_on.year, ends_on.year + 1)
    return {
        on: name
        for year in years
        for on, name in holidays_in(year, territory, good_friday).items()
        if starts_on <= on <= ends_on
    }


def _steps(value: Attendance, starts_on: date, ends_on: date) -> tuple[Step, ...]:
    present = counted(len(value.hours_by_day), "jour")
    says = f"Du {day(starts_on)} au {day(ends_on)} : {present} de présence, {hours(value.total)}."
    steps = [Step(says, PRESENCE)]
    if value.holidays:
        names = ", ".join(f"{name} ({day(on)})" for on, name in value.holidays.items())
        steps.append(Step(f"Jours fériés non travaillés : {names}.", HOLIDAYS))
    if value.excluded:
        steps.append(Step(f"{counted(len(value.excluded), 'jour retiré', 'jours retirés')}.", PRESENCE))
    return tuple(steps)
