"""Plain builders of figures for tests."""

from datetime import date
from decimal import Decimal
from typing import Any

from tremplin.evidence.figures import Figure

ON = date(2026, 3, 31)


def reporting(**changes: Any) -> Figure:
    """Ten hours a week that became two, measured."""
    facts: dict[str, Any] = {
        "kind": "before_after",
        "before": Decimal(10),
        "after": Decimal(2),
        "unit": "h",
        "period": "semaine",
        "method": "measured",
    }
    return Figure(**{"entry": 1, "on": ON, **facts, **changes})


def newsletters(**changes: Any) -> Figure:
    """Twelve newsletters."""
    facts = {"kind": "quantity", "value": Decimal(12), "unit": "newsletters"}
    return Figure(**{"entry": 2, "on": ON, **facts, **changes})


def saving(**changes: Any) -> Figure:
    """Fifteen percent less of a budget."""
    facts = {"kind": "percent", "value": Decimal(-15), "unit": "%", "subject": "budget"}
    return Figure(**{"entry": 3, "on": ON, **facts, **changes})


def of(one: object, *names: str) -> list[object]:
    """Read several attributes at once, to compare them with plain numbers."""
    return [getattr(one, name) for name in names]
