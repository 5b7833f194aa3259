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
from tremplin.kit.revisions import save_revision


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
def change_impact(impact: Impact, values: ImpactValues, *, revision: int, at: datetime | None) -> Impact:
    """Replace the values of a figure, if nobody saved it since `revision`.

    Args:
        impact: the impact.
        values: its new typed values.
        revision: the revision the form was made from.
        at: when the student confirmed them; None when still to confirm.

    Returns:
        The impact as saved.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    kept = save_revision(impact, revision=revision, changes={**columns(values), "confirmed_at": at})
    search.index(kept.entry)
    return kept


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
