"""Plain builders of experiences and entries."""

from datetime import UTC, date, datetime
from typing import Any

from tremplin.journal.models import Entry, Experience
from tremplin.journal.operations import add_entry, add_experience

NOW = datetime(2026, 4, 3, 16, 0, tzinfo=UTC)
TODAY = date(2026, 4, 3)


def make_internship(**changes: Any) -> Experience:
    """Save an internship of twenty-two weeks from Monday 2 February 2026."""
    facts: dict[str, Any] = {
        "kind": "internship",
        "title": "Stage à l’atelier",
        "starts_on": date(2026, 2, 2),
        "ends_on": date(2026, 7, 3),
    }
    return add_experience(**{**facts, **changes})


def make_entry(action: str = "J’ai rédigé la fiche panne", **changes: Any) -> Entry:
    """Save an entry of Tuesday 31 March 2026."""
    return add_entry(**{"action": action, "on": date(2026, 3, 31), "at": NOW, **changes})
