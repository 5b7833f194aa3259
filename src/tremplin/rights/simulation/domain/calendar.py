"""The months as a calendar: which days are worked, off, closed or public holidays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from tremplin.law.words import hours
from tremplin.rights.simulation.domain.hours import StageHours
from tremplin.rights.simulation.domain.scenario import Scenario

Kind = Literal["outside", "rest", "work", "holiday", "absence", "closure", "pause"]
KIND_WORDS: Mapping[Kind, str] = {
    "outside": "hors du stage",
    "rest": "repos",
    "work": "présence",
    "holiday": "férié",
    "absence": "absence",
    "closure": "fermeture",
    "pause": "stage interrompu",
}
DAYS_PER_WEEK = 7


@dataclass(frozen=True, slots=True)
class Day:
    """One square of the calendar; `may_be_marked` when presence was planned that day."""

    on: date
    kind: Kind
    says: str
    may_be_marked: bool


@dataclass(frozen=True, slots=True)
class CalendarMonth:
    """One month, in weeks from Monday to Sunday; None outside the month."""

    first: date
    weeks: tuple[tuple[Day | None, ...], ...]


def calendar(scenario: Scenario, stages: Sequence[StageHours]) -> tuple[CalendarMonth, ...]:
    """Return every month of the internships, day by day.

    Args:
        scenario: absences, closures and break.
        stages: hours of its internships.

    Returns:
        Months in order.
    """
    planned = {on: present for stage in stages for on, present in stage.planned.items()}
    holidays = {on: name for stage in stages for on, name in stage.holidays.items()}
    days = _Days(scenario, planned, holidays)
    months = sorted({month for stage in stages for month in stage.months})
    return tuple(CalendarMonth(month, _weeks(month, days)) for month in months)


@dataclass(frozen=True, slots=True)
class _Days:
    scenario: Scenario
    planned: Mapping[date, Decimal]
    holidays: Mapping[date, str]

    def day(self, on: date) -> Day:
        kind = self._kind(on)
        return Day(on, kind, self._says(on, kind), kind in ("work", "absence", "closure"))

    def _kind(self, on: date) -> Kind:
        if not any(stage.starts_on <= on <= stage.last_on for stage in self.scenario.stages):
            return "outside"
        if on in self.scenario.closures:
            return "closure"
        if on in self.holidays:
            return "holiday"
        if on not in self.planned:
            return "rest"
        if self.scenario.pause and self.scenario.pause.covers(on):
            return "pause"
        return "absence" if on in self.scenario.absences else "work"

    def _says(self, on: date, kind: Kind) -> str:
        if kind == "holiday":
            return f"férié, {self.holidays[on]}"
        return hours(self.planned[on]) if kind == "work" else KIND_WORDS[kind]


def _weeks(month: date, days: _Days) -> tuple[tuple[Day | None, ...], ...]:
    first = month - timedelta(days=month.weekday())
    weeks = []
    while first < month or first.month == month.month:
        week = [first + timedelta(days=after) for after in range(DAYS_PER_WEEK)]
        weeks.append(tuple(days.day(on) if on.month == month.month else None for on in week))
        first += timedelta(days=DAYS_PER_WEEK)
    return tuple(weeks)
