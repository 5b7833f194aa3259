"""Starting a proposal, saving it, keeping its versions."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tremplin.kit.revisions import save_revision
from tremplin.prospecting.models import Proposal, ProposalVersion, Target


@transaction.atomic
def start_proposal(target: Target, *, fields: Mapping[str, Any], signals: Iterable[int] = ()) -> Proposal:
    """Begin the proposal of a target.

    Args:
        target: the target.
        fields: first values by column.
        signals: keys of the signals it starts from.

    Returns:
        The proposal; an older one of the same target stays behind it.
    """
    proposal = Proposal.objects.create(target=target, **fields)
    proposal.signals.set(signals)
    return proposal


@transaction.atomic
def save_proposal(
    proposal: Proposal,
    *,
    revision: int,
    changes: Mapping[str, Any],
    signals: Iterable[int],
    proofs: Iterable[int],
) -> Proposal:
    """Save what was typed and chosen.

    Args:
        proposal: the proposal.
        revision: the revision the form was made from.
        changes: new values by column.
        signals: keys of the signals that prove the finding.
        proofs: keys of the journal entries that prove « Pourquoi moi ».

    Returns:
        The proposal, one revision further.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    kept = save_revision(proposal, revision=revision, changes=changes)
    kept.signals.set(signals)
    kept.proofs.set(proofs)
    return kept


@transaction.atomic
def keep_version(
    proposal: Proposal, *, content: Mapping[str, Any], why: str, at: datetime
) -> ProposalVersion:
    """Freeze a proposal as it is.

    Args:
        proposal: the proposal.
        content: everything it says and rests on, as plain values.
        why: « imprimée en PDF », or what the student wrote.
        at: the instant.

    Returns:
        The new version; the latest one when nothing changed since.
    """
    latest = proposal.versions.first()
    if latest is not None and latest.content == content:
        return latest
    number = latest.number + 1 if latest else 1
    return ProposalVersion.objects.create(
        proposal=proposal, number=number, kept_at=at, why=why, content=content
    )


@transaction.atomic
def remove_proposal(proposal: Proposal, *, at: datetime) -> None:
    """Take a proposal out of sight; its versions stay with it.

    Args:
        proposal: the proposal.
        at: the instant.
    """
    Proposal.objects.filter(pk=proposal.pk).update(deleted_at=at)


@transaction.atomic
def restore_proposal(proposal: Proposal) -> None:
    """Bring back a proposal taken out of sight.

    Args:
        proposal: the proposal.
    """
    Proposal.objects.filter(pk=proposal.pk).update(deleted_at=None)
