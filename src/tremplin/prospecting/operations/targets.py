"""Saving a target, moving it along, setting it aside."""

from datetime import date

from django.db import transaction

from tremplin.network.operations import find_or_add_organization
from tremplin.prospecting.models import PastStage, Target


@transaction.atomic
def save_target(name: str, *, on: date, next_step: str = "", next_on: date | None = None) -> Target:
    """Keep a company in view with one next step; a company already in view stays one.

    Args:
        name: the organization's, as typed.
        on: today.
        next_step: the next gesture; kept as it was when empty.
        next_on: its day; None if not set.

    Returns:
        The target, new or known; one that was removed comes back.

    Raises:
        ValueError: the name holds no letter or digit.
    """
    organization = find_or_add_organization(name)
    target, is_new = Target.objects.get_or_create(organization=organization)
    target.next_step = next_step or target.next_step
    target.next_on = next_on or target.next_on
    target.deleted_at = None
    target.save()
    if is_new:
        PastStage.objects.create(target=target, stage=target.stage, on=on)
    return target
