"""From an internship and its amendments to the hours of each day, and to whom they are owed under."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from tremplin.law.internship.attendance import Attendance, WeeklyPattern, attendance
from tremplin.law.internship.gratification import Amendment
from tremplin.law.internship.placement import MonthlyHours, Placement
from tremplin.law.outcome import Holds
from tremplin.rights.simulation.domain.scenario import Change, Scenario, Stage, days_between

HoursByDay = Mapping[date, Decimal]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days, both included, that follow one week."""

    first: date
    last: date
    weekly: WeeklyPattern


@dataclass(frozen=True, slots=True)
class Part:
    """Hours that were agreed the same day, by month."""

    signed_on: date
    hours_by_month: MonthlyHours

    @property
    def total(self) -> Decimal:
        """Hours of all months."""
        return sum(self.hours_by_month.values(), Decimal(0))


@dataclass(frozen=True, slots=True)
class StageHours:
    """The hours of one internship.

    Attributes:
        planned: hours by day that the agreement and its amendments foresee.
        present: the same without absences and break; months with hours entered aside.
        counted: hours that count for the thresholds.
        parts: hours a gratification is counted on, by day of signature, in order.
        months: first day of each calendar month covered.
        holidays: public holidays that fell on a planned day.
    """

    stage: Stage
    planned: HoursByDay
    present: HoursByDay
    counted: HoursByDay
    parts: tuple[Part, ...]
    months: tuple[date, ...]
    holidays: Mapping[date, str]

    @property
    def placement(self) -> Placement:
        """The internship as the thresholds count it."""
        return Placement(
            self.stage.starts_on,
            self.stage.last_on,
            sum(self.counted.values(), Decimal(0)),
            school=self.stage.school,
            hours_by_month=by_month(self.counted),
        )

    @property
    def owed_hours(self) -> MonthlyHours:
        """Hours a gratification is counted on, by month."""
        totals = dict.fromkeys(self.months, Decimal(0))
        for part in self.parts:
            for month, hours in part.hours_by_month.items():
                totals[month] += hours
        return totals

    @property
    def first_agreement(self) -> MonthlyHours:
        """Hours of the first signature."""
        return self.parts[0].hours_by_month

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        """Hours that amendments added, as the law takes them."""
        return tuple(Amendment(part.signed_on, part.hours_by_month) for part in self.parts[1:] if part.total)


def hours_of(scenario: Scenario) -> tuple[StageHours, ...]:
    """Return the hours of each internship, day by day and month by month.

    Hours entered for a month replace those planned; two internships of one month share
    them, the first up to what it planned.

    Args:
        scenario: internships, holidays, closures, absences, break and hours entered.

    Returns:
        Hours planned, present, counted, and what each signature agreed.

    Raises:
        NoValueInForce: the dates are earlier than the known holidays.
    """
    left = dict(scenario.worked)
    found = []
    for position, stage in enumerate(scenario.stages):
        later = {month for other in scenario.stages[position + 1 :] for month in _months(other)}
        hours = _stage_hours(stage, scenario, left, later)
        for month in set(left) & set(hours.months):
            left[month] -= hours.owed_hours[month]
        found.append(hours)
    return tuple(found)


def _months(stage: Stage) -> set[date]:
    return {on.replace(day=1) for on in days_between(stage.starts_on, stage.last_on)}


def _stage_hours(
    stage: Stage, scenario: Scenario, worked: MonthlyHours, shared: Collection[date]
) -> StageHours:
    plans = [_plan(stage, count, scenario) for count in range(len(stage.changes) + 1)]
    planned = plans[-1].hours_by_day
    present = {on: hours for on, hours in planned.items() if not _away(on, scenario)}
    months = plans[-1].months
    layers = _layers([plan.hours_by_day for plan in plans])
    kept = [{on: hours for on, hours in layer.items() if on in present} for layer in layers]
    signatures = [stage.signed_on, *(change.signed_on for change in stage.changes)]
    usual = by_month(present)
    done = {
        month: min(hours, usual.get(month, Decimal(0))) if month in shared else hours
        for month, hours in worked.items()
    }
    return StageHours(
        stage=stage,
        planned=planned,
        present=present,
        counted=planned if scenario.leave_counts else present,
        parts=_parts(signatures, [by_month(layer) for layer in kept], months, done),
        months=months,
        holidays=plans[-1].holidays,
    )


def by_month(hours: HoursByDay) -> dict[date, Decimal]:
    """Add up hours by month, the month written as its first day."""
    totals: dict[date, Decimal] = {}
    for on, present in hours.items():
        month = on.replace(day=1)
        totals[month] = totals.get(month, Decimal(0)) + present
    return totals


def _away(on: date, scenario: Scenario) -> bool:
    return on in scenario.absences or (scenario.pause is not None and scenario.pause.covers(on))


def _plan(stage: Stage, count: int, scenario: Scenario) -> Attendance:
    """Return the presence foreseen by the agreement and its first amendments."""
    lived = stretches(stage, stage.changes[:count])
    plans = [attended(stretch, scenario) for stretch in lived]
    merged: dict[date, Decimal] = {}
    holidays: dict[date, str] = {}
    for plan in plans:
        merged.update(plan.hours_by_day)
        holidays.update(plan.holidays)
    covered = days_between(lived[0].first, lived[-1].last)
    months = tuple(sorted({on.replace(day=1) for on in covered}))
    return Attendance(merged, months, holidays, ())


def stretches(stage: Stage, changes: Iterable[Change]) -> list[Stretch]:
    """Return the days that follow each week, once these amendments are signed.

    Args:
        stage: the internship.
        changes: its amendments, by date.

    Returns:
        Stretches in order, at least one.
    """
    found = [Stretch(stage.starts_on, stage.ends_on, stage.weekly)]
    for change in changes:
        found = _changed(found, change, stage.starts_on)
    return found


def _changed(before: list[Stretch], change: Change, starts_on: date) -> list[Stretch]:
    current = before[-1]
    last = change.ends_on or current.last
    longer = last > current.last and change.weekly is None
    default = current.last + timedelta(days=1) if longer else change.signed_on
    first = max(change.from_on or default, starts_on)
    until = last if change.weekly is None and not longer else first - timedelta(days=1)
    found = [Stretch(each.first, min(each.last, until), each.weekly) for each in before]
    if change.weekly is not None or longer:
        found.append(Stretch(first, last, change.weekly or current.weekly))
    return [each for each in found if each.first <= each.last] or [current]


def attended(stretch: Stretch, scenario: Scenario) -> Attendance:
    """Return the presence of a stretch, holidays and closures left out.

    Args:
        stretch: its days and its week.
        scenario: holidays and closures.

    Returns:
        Hours by day.

    Raises:
        NoValueInForce: the dates are earlier than the known holidays.
    """
    outcome = attendance(
        starts_on=stretch.first,
        ends_on=stretch.last,
        weekly=stretch.weekly,
        territory=scenario.territory,
        good_friday=scenario.good_friday,
        holidays_worked=scenario.holidays_worked,
        excluded=scenario.closures,
    )
    assert isinstance(outcome, Holds)  # noqa: S101 every argument is given
    return outcome.value


def _layers(plans: list[HoursByDay]) -> list[dict[date, Decimal]]:
    """Share the final hours of each day among signatures: what one adds is its own, what one removes goes."""
    layers: list[dict[date, Decimal]] = [dict(plans[0])]
    for before, after in pairwise(plans):
        layers.append({})
        for on in sorted({*before, *after}):
            change = after.get(on, Decimal(0)) - before.get(on, Decimal(0))
            if change > 0:
                layers[-1][on] = change
            elif change:
                _take(layers, on, -change)
    return layers


def _take(layers: list[dict[date, Decimal]], on: date, hours: Decimal) -> None:
    for layer in reversed(layers):
        taken = min(hours, layer.get(on, Decimal(0)))
        if taken:
            layer[on] -= taken
            hours -= taken


def _parts(
    signatures: list[date], layers: list[dict[date, Decimal]], months: tuple[date, ...], worked: MonthlyHours
) -> tuple[Part, ...]:
    shared = [dict(layer) for layer in layers]
    for month in months:
        if month in worked:
            _replace(shared, month, worked[month])
    return tuple(
        Part(signed_on, {month: hours for month, hours in layer.items() if hours})
        for signed_on, layer in zip(signatures, shared, strict=True)
    )


def _replace(layers: list[dict[date, Decimal]], month: date, worked: Decimal) -> None:
    """Give a month the hours really done: first signature first, what exceeds to the last."""
    left = worked
    for layer in layers[:-1]:
        layer[month] = min(left, layer.get(month, Decimal(0)))
        left -= layer[month]
    layers[-1][month] = left
