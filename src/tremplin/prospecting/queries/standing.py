"""How far a target is, from what was written of it."""

from tremplin.prospecting.domain.gestures import Standing
from tremplin.prospecting.models import Position, Target
from tremplin.prospecting.queries.research import Research


def standing_of(target: Target, research: Research) -> Standing:
    """Return what is known of a target, to choose its next gesture.

    Args:
        target: the target.
        research: what research gave on it.

    Returns:
        Facts, each read from the rows.
    """
    kept = research.kept
    in_view = {"deleted_at": None}
    return Standing(
        signals=len(research.signals),
        has_problem=kept is not None,
        has_proof=kept is not None and kept.weight.is_enough,
        has_proposal=target.proposals.filter(**in_view).exclude(finding="").exists(),
        has_manager=target.contacts.filter(**in_view, position=Position.OPERATIONAL).exists(),
        has_sent=target.approaches.filter(**in_view, sent_on__isnull=False).exists(),
    )
