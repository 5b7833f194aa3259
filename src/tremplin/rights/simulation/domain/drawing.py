"""The line of hours: where presence stands each day, and where it passes the thresholds."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tremplin.law.words import MONTHS, hours
from tremplin.rights.simulation.domain.milestones import Milestone, Progress
from tremplin.rights.simulation.domain.scenario import Scenario

WIDTH, HEIGHT = 720, 220
LEFT, RIGHT, TOP, BOTTOM = 0, 720, 22, 190
HEADROOM = Decimal("1.08")


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a month on the axis."""

    x: float
    label: str

    @property
    def last(self) -> bool:
        """Tell whether the label would leave the picture on the right."""
        return self.x > RIGHT - 80


@dataclass(frozen=True, slots=True)
class Limit:
    """One threshold: the height of its line, and where presence passes it."""

    key: str
    y: float
    label: str
    x: float | None

    @property
    def above(self) -> float:
        """Where the label stands, just over the line."""
        return self.y - 6


@dataclass(frozen=True, slots=True)
class Line:
    """Everything the picture needs, in units of its box."""

    width: int
    height: int
    base: int
    points: str
    ticks: tuple[Tick, ...]
    limits: tuple[Limit, ...]
    now: float | None


def line_of_hours(scenario: Scenario, progress: Progress, today: date) -> Line:
    """Return the picture of hours adding up.

    Args:
        scenario: its first and last days.
        progress: hours counted day by day, and the thresholds.
        today: drawn when it falls inside.

    Returns:
        Coordinates; time runs to the right, hours upwards.
    """
    box = _Box(scenario.starts_on, scenario.ends_on, max(progress.total, progress.six_months.hours))
    inside = scenario.starts_on <= today <= scenario.ends_on
    return Line(
        width=WIDTH,
        height=HEIGHT,
        base=BOTTOM,
        points=_points(box, progress),
        ticks=tuple(Tick(box.x(first), _month(first)) for first in _firsts(scenario)),
        limits=(_limit("pay", progress.pay, box), _limit("six-months", progress.six_months, box)),
        now=box.x(today) if inside else None,
    )


@dataclass(frozen=True, slots=True)
class _Box:
    first: date
    last: date
    most: Decimal

    def x(self, on: date) -> float:
        whole = max((self.last - self.first).days + 1, 1)
        return round(LEFT + (RIGHT - LEFT) * (on - self.first).days / whole, 1)

    def y(self, total: Decimal) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * float(total / (self.most * HEADROOM)), 1)


def _points(box: _Box, progress: Progress) -> str:
    corners = [(box.x(box.first), box.y(Decimal(0)))]
    corners += [(box.x(on), box.y(total)) for on, total in progress.totals.items()]
    corners.append((float(RIGHT), box.y(progress.total)))
    return " ".join(f"{x},{y}" for x, y in corners)


def _limit(key: str, milestone: Milestone, box: _Box) -> Limit:
    x = box.x(milestone.on) if milestone.on else None
    return Limit(key, box.y(milestone.hours), hours(milestone.hours), x)


def _firsts(scenario: Scenario) -> list[date]:
    count = (scenario.ends_on.year - scenario.starts_on.year) * 12
    count += scenario.ends_on.month - scenario.starts_on.month
    months = [scenario.starts_on.month - 1 + after for after in range(1, count + 1)]
    return [date(scenario.starts_on.year + number // 12, number % 12 + 1, 1) for number in months]


def _month(first: date) -> str:
    name = MONTHS[first.month - 1]
    return f"{name} {first.year}" if first.month == 1 else name
