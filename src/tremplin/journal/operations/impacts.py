"""The figures of an entry: kept only once the student says so."""

from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from tremplin.evidence.proposals import Proposal
from tremplin.journal import search
from tremplin.journal.models import (
    Confidence,
    Entry,
    Impact,
    ImpactKind,
    Method,
)
from tremplin.journal.models import ExperienceKind as ExperienceKind


@dataclass(frozen=True, slots=True)
class ImpactValues:
    """A typed impact, as the student confirms it: a quantity, or a passage from before to after."""

    kind: ImpactKind
    quantity: Decimal | None = None
    unit: str = ""
    before: Decimal | None = None
    after: Decimal | None = None
    period: str = ""
    subject: str = ""
    against: str = ""
    method: Method | str = ""
    confidence: Confidence | str = ""
    witness_id: int | None = None
    words: str = ""


@transaction.atomic
def keep_impact(entry: Entry, values: ImpactValues, *, at: datetime | None) -> Impact:
    """Keep a figure of an entry.

    Args:
        entry: the entry.
        values: its typed values.
        at: when the student confirmed it; None keeps it as still to confirm.

    Returns:
        The impact.
    """
    impact = entry.impacts.create(**columns(values), confirmed_at=at)
    search.index(entry)
    return impact


@transaction.atomic
def change_impact(impact: Impact, values: ImpactValues, *, at: datetime | None) -> Impact:
    """Replace the values of a figure.

    Args:
        impact: the impact.
        values: its new typed values.
        at: when the student confirmed them; None when still to confirm.

    Returns:
        The impact as saved.
    """
    Impact.objects.filter(pk=impact.pk).update(**columns(values), confirmed_at=at)
    impact.refresh_from_db()
    search.index(impact.entry)
    return impact


@transaction.atomic
def drop_impact(impact: Impact) -> ImpactValues:
    """Remove a figure.

    Args:
        impact: the impact.

    Returns:
        Its values, so that undoing can keep it again.
    """
    values = ImpactValues(
        kind=ImpactKind(impact.kind),
        quantity=impact.quantity,
        unit=impact.unit,
        before=impact.before,
        after=impact.after,
        period=impact.period,
        subject=impact.subject,
        against=impact.against,
        method=impact.method,
        confidence=impact.confidence,
        witness_id=impact.witness_id,
        words=impact.words,
    )
    entry = impact.entry
    impact.delete()
    search.index(entry)
    return values


def as_values(proposal: Proposal) -> ImpactValues:
    """Return a figure found in a sentence as the student may keep it.

    Args:
        proposal: what the recogniser found.

    Returns:
        Values without method: only the student knows how it was measured.
    """
    return ImpactValues(
        kind=ImpactKind(proposal.kind),
        quantity=proposal.quantity,
        unit=proposal.unit,
        before=proposal.before,
        after=proposal.after,
        period=proposal.period,
        subject=proposal.subject,
        against=proposal.against,
        words=proposal.words,
    )


def columns(values: ImpactValues) -> dict[str, Any]:
    """Return values by column, cut to what a column holds.

    Args:
        values: typed values.

    Returns:
        One value per field name.
    """
    kept = asdict(values)
    longest = {column.name: getattr(column, "max_length", None) for column in Impact._meta.get_fields()}
    return {
        name: value[: longest[name]] if isinstance(value, str) and longest.get(name) else value
        for name, value in kept.items()
    }
