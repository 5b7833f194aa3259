"""Decisions made plainly, for the tests of Choisir."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from tremplin.decision.models import Criterion, Decision, Kind, Option
from tremplin.decision.operations import Given, add_option, fix_weights, give_scores, start_decision

TODAY = date(2026, 4, 2)
FIXED_AT = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)


def make_decision(**said: Any) -> Decision:
    """Open a decision of Alice, a French student."""
    return start_decision(**{"title": "Mon M2", "nationality": "french", **said})


def make_option(decision: Decision, name: str = "Apprentissage", **facts: Any) -> Option:
    """Add an option: a year of apprenticeship accepted by the school, changed where a test looks."""
    known: dict[str, Any] = {
        "name": name,
        "kind": Kind.APPRENTICESHIP,
        "starts_on": date(2026, 9, 1),
        "ends_on": date(2027, 8, 31),
        "public_employer": False,
        "validated": True,
        **facts,
    }
    return add_option(decision, facts=known)


def make_internship(decision: Decision, name: str = "Stage", **facts: Any) -> Option:
    """Add an option: five months of internship."""
    dates = {"starts_on": date(2027, 2, 1), "ends_on": date(2027, 6, 30)}
    return make_option(
        decision, name, **{"kind": Kind.INTERNSHIP, "teaching_hours": Decimal(400), **dates, **facts}
    )


def weighed(decision: Decision, **points: int) -> Decision:
    """Fix the weights, by key of criterion; the others have none."""
    rows = Criterion.objects.filter(decision=decision)
    weights = {row.pk: points.get(row.key, 0) for row in rows}
    return fix_weights(decision, revision=decision.revision, weights=weights, at=FIXED_AT)


def scored(decision: Decision, scores: dict[Option, dict[str, int]]) -> Decision:
    """Give scores, by option and key of criterion."""
    keys = {row.key: row.pk for row in Criterion.objects.filter(decision=decision)}
    given = {
        (option.pk, keys[key]): Given(value)
        for option, values in scores.items()
        for key, value in values.items()
    }
    return give_scores(decision, revision=decision.revision, scores=given)
