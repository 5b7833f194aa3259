"""How far a target is, from what was written of it."""

from django.urls import reverse

from tremplin.prospecting.domain.examples import TO_REPLACE
from tremplin.prospecting.domain.gestures import Standing
from tremplin.prospecting.domain.remarks import FIELDS, NEEDED, PLANNED
from tremplin.prospecting.models import Position, Proposal, Stage, Target
from tremplin.prospecting.models import Standing as Judged
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
    known = target.contacts.filter(**in_view, position=Position.OPERATIONAL).select_related("person")
    manager = known.first()
    return Standing(
        signals=len(research.signals),
        hypotheses=sum(one.row.standing != Judged.DROPPED for one in research.hypotheses),
        has_problem=kept is not None,
        has_proof=kept is not None and kept.weight.is_enough,
        has_proposal=any(_is_written(one) for one in target.proposals.filter(**in_view)),
        has_manager=manager is not None,
        has_sent=target.approaches.filter(**in_view, sent_on__isnull=False).exists(),
        waits_for_dates=target.stage == Stage.AGREED and target.internship_id is None,
        manager=manager.person.full_name if manager else "",
        writing_at=f"{reverse('prospecting:approach-new')}?personne={manager.pk}" if manager else "",
    )


def _is_written(proposal: Proposal) -> bool:
    """Whether every needed text is there and none is still that of an example."""
    texts = [getattr(proposal, name) for name in (*FIELDS.values(), *PLANNED.values()) if name != "recipient"]
    has_all = all(getattr(proposal, name).strip() for name in NEEDED)
    return has_all and not any(TO_REPLACE.search(text) for text in texts)
