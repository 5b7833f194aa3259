"""Saving a target, moving it along, setting it aside."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Max

from tremplin.companies.company import Company
from tremplin.internships.operations.internships import Details, create_internship
from tremplin.internships.queries import AgreementOffer, internships
from tremplin.kit.revisions import save_revision
from tremplin.network.operations import find_or_add_organization, rename_organization
from tremplin.prospecting.domain.hosts import kind_of_activity
from tremplin.prospecting.models import Establishment, HostKind, PastStage, Stage, Target


@transaction.atomic
def save_target(name: str, *, on: date, next_step: str = "", next_on: date | None = None) -> Target:
    """Keep a company in view with one next step; a company already in view stays one.

    Args:
        name: the organization's, as typed.
        on: today.
        next_step: the next gesture; kept as it was when empty.
        next_on: its day; None if not set.

    Returns:
        The target, new or known; one that was removed or set aside comes back.

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
    return reopen_target(target, on=on) if target.stage == Stage.CLOSED else target


@transaction.atomic
def change_target(target: Target, *, revision: int, changes: Mapping[str, Any], name: str = "") -> Target:
    """Save what the student says of a target.

    Args:
        target: the target.
        revision: the revision the form was made from.
        changes: new values by field name.
        name: how its organization is written from now on; the same as before when empty.

    Returns:
        The target, one revision further.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
        ValueError: another organization bears this name; nothing is written.
    """
    kept = save_revision(target, revision=revision, changes=changes)
    if name:
        rename_organization(kept.organization, name)
    return kept


@transaction.atomic
def move_target(target: Target, *, stage: str, on: date, before: int | None = None) -> Target:
    """Put a target in a column of the board, at a place, and keep the day it came there.

    Args:
        target: the target.
        stage: the column; « closed » is reached through `close_target`.
        on: today.
        before: key of the target it is put above; None for the bottom of the column.

    Returns:
        The target as saved; its revision does not change, a move loses nobody's text.
    """
    moved: dict[str, Any] = {"stage": stage, "closed_reason": "", "closed_note": "", "closed_on": None}
    if stage == Stage.AGREED:
        moved["agreed_on"] = target.agreed_on or on
    Target.objects.filter(pk=target.pk).update(**moved)
    if stage != target.stage:
        PastStage.objects.create(target=target, stage=stage, on=on)
    _put(target.pk, stage, before)
    return Target.objects.select_related("organization").get(pk=target.pk)


@transaction.atomic
def close_target(target: Target, *, reason: str, note: str = "", on: date) -> None:
    """Set a target aside with its reason; its research and its exchanges stay.

    Args:
        target: the target.
        reason: one of the reasons to close.
        note: said more precisely; may be empty.
        on: today.
    """
    closed = {"closed_reason": reason, "closed_note": note, "closed_on": on}
    Target.objects.filter(pk=target.pk).update(stage=Stage.CLOSED, **closed)
    if target.stage != Stage.CLOSED:
        PastStage.objects.create(target=target, stage=Stage.CLOSED, on=on)


@transaction.atomic
def reopen_target(target: Target, *, on: date) -> Target:
    """Put a target that was set aside back in the column it came from.

    Args:
        target: the target.
        on: today.

    Returns:
        The target in its last open column.
    """
    past = target.past_stages.exclude(stage=Stage.CLOSED).last()
    return move_target(target, stage=past.stage if past else Stage.IDEA, on=on)


@transaction.atomic
def set_target_aside(target: Target, *, at: datetime | None) -> None:
    """Take a target out of sight, or bring it back; what calendars hold of it takes a new revision.

    Args:
        target: the target.
        at: now; None to bring it back.
    """
    Target.objects.filter(pk=target.pk).update(deleted_at=at)
    for rows in (target.approaches, target.conversations):
        rows.update(revision=F("revision") + 1)


def has_internship(target: Target) -> bool:
    """Say whether the internship agreed at a target is there, and in sight."""
    key = Target.objects.filter(pk=target.pk).values_list("internship_id", flat=True).first()
    return key is not None and internships().filter(pk=key).exists()


@transaction.atomic
def agree(target: Target, details: Details, *, on: date) -> Target:
    """Write down an agreement: the internship is created, with its milestones, and tied to the target.

    Args:
        target: the target.
        details: title and dates; the host is the target's organization.
        on: the day of the agreement.

    Returns:
        The target, in the last column, with its internship; the one it has already, when it has one.
    """
    if has_internship(target):
        return target
    return tie_to_internship(target, create_internship(details).pk, on=on)


@transaction.atomic
def agree_as_read(target: Target, offer: AgreementOffer, *, title: str, on: date) -> Target:
    """Write down an agreement whose convention was already read: its dates and people are those read.

    Args:
        target: the target.
        offer: what was read.
        title: name of the internship.
        on: the day of the agreement.

    Returns:
        The target, in the last column, with its internship; the one it has already, when it has one.
    """
    if has_internship(target):
        return target
    same = {field.name for field in fields(offer)} & {field.name for field in fields(Details)}
    details = Details(title=title, **{name: getattr(offer, name) for name in same})
    created = create_internship(details, missions=offer.missions, agreement_version_id=offer.version_id)
    return tie_to_internship(target, created.pk, on=on)


@transaction.atomic
def tie_to_internship(target: Target, internship_id: int, *, on: date) -> Target:
    """Say that an internship is the one agreed at a target.

    Args:
        target: the target.
        internship_id: key of the internship.
        on: the day of the agreement.

    Returns:
        The target, in the last column, with its internship.
    """
    Target.objects.filter(pk=target.pk).update(internship_id=internship_id, agreed_on=on)
    return move_target(target, stage=Stage.AGREED, on=on)


@transaction.atomic
def change_establishment(target: Target, *, revision: int, changes: Mapping[str, Any]) -> Establishment:
    """Save what the student typed of the establishment of a target.

    Args:
        target: the target.
        revision: the revision the form was made from; 0 when there was nothing yet.
        changes: values by field name.

    Returns:
        The establishment.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    known, _ = Establishment.objects.get_or_create(target=target, defaults={"revision": revision})
    return save_revision(known, revision=revision, changes=changes)


@transaction.atomic
def copy_company(target: Target, company: Company) -> Establishment:
    """Copy what a register says of a target, with the register's name and day.

    Args:
        target: the target.
        company: the establishment chosen by the student.

    Returns:
        The establishment, replaced by what the register says; a kind not yet said is told by its activity.
    """
    same = {field.attname for field in Establishment._meta.concrete_fields} - {"id", "target_id", "revision"}
    said = {name: getattr(company, name) for name in same if hasattr(company, name)}
    kept, is_new = Establishment.objects.get_or_create(target=target, defaults=said)
    replaced = {} if is_new else {name: _plain(getattr(kept, name)) for name in said}
    if target.kind == HostKind.OTHER and (kind := kind_of_activity(company.activity)):
        Target.objects.filter(pk=target.pk).update(kind=kind)
        target.kind = kind
    find_or_add_organization(str(target.organization), siren=company.siren, city=company.commune)
    return save_revision(kept, revision=kept.revision, changes={**said, "replaced": replaced})


@transaction.atomic
def forget_establishment(target: Target) -> None:
    """Erase what was copied from a register, when it was another company; what it replaced comes back.

    Args:
        target: the target.
    """
    kept = Establishment.objects.filter(target=target).first()
    if kept is None:
        return
    if kept.replaced:
        save_revision(kept, revision=kept.revision, changes={**kept.replaced, "replaced": {}})
    else:
        kept.delete()


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _put(key: int, stage: str, before: int | None) -> None:
    """Give a target its place in a column; at the bottom, no other target changes its rank."""
    column = Target.objects.filter(stage=stage, deleted_at=None).exclude(pk=key)
    if before is None:
        last = column.aggregate(last=Max("rank"))["last"] or 0
        Target.objects.filter(pk=key).update(rank=last + 1)
        return
    rows = list(column.only("rank"))
    places = [one.pk for one in rows]
    at = places.index(before) if before in places else len(places)
    rows.insert(at, Target.objects.only("rank").get(pk=key))
    _number(rows)


def _number(rows: Sequence[Target]) -> None:
    """Write the ranks that changed, in one statement."""
    changed = [(one, rank) for rank, one in enumerate(rows, 1) if one.rank != rank]
    for one, rank in changed:
        one.rank = rank
    Target.objects.bulk_update([one for one, _rank in changed], ["rank"], batch_size=200)
