"""What the student states: who decides, the assumptions of the sums, the plan, the tasks held."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tremplin.kit.revisions import save_revision
from tremplin.network.operations import find_or_add_person
from tremplin.value.domain.internship import Followed
from tremplin.value.models import Case, Duty, Frequency


@transaction.atomic
def change_case(internship: Followed, *, revision: int, **changes: Any) -> Case:
    """Save what the student states of an internship, if nobody saved it since `revision`.

    Args:
        internship: the internship.
        revision: the revision the form was made from; 0 before anything was stated.
        changes: new values by column.

    Returns:
        The case as saved.

    Raises:
        StaleRevision: another window saved it meanwhile.
    """
    case, created = Case.objects.get_or_create(internship_id=internship.pk)
    if created and revision == 0:
        revision = case.revision
    return save_revision(case, revision=revision, changes=changes)


@transaction.atomic
def name_budget_holder(internship: Followed, *, revision: int, name: str) -> Case:
    """Name who decides of a budget; an empty name takes it back.

    Args:
        internship: the internship.
        revision: the revision the form was made from.
        name: first and last name; found or added in the network.

    Returns:
        The case as saved.

    Raises:
        StaleRevision: another window saved it meanwhile.
    """
    person_id = find_or_add_person(name).pk if name.strip() else None
    return change_case(internship, revision=revision, budget_holder_id=person_id)


@transaction.atomic
def write_plan(
    internship: Followed, *, revision: int, steps: Mapping[int, Mapping[str, str]], needs: str
) -> Case:
    """Write the three terms of the plan.

    Args:
        internship: the internship.
        revision: the revision the form was made from.
        steps: deliverable, indicator and help, by number of days.
        needs: what the student needs for all of it.

    Returns:
        The case as saved.

    Raises:
        StaleRevision: another window saved it meanwhile.
    """
    case = change_case(internship, revision=revision, plan_needs=needs.strip())
    for days, said in steps.items():
        case.steps.update_or_create(days=days, defaults={name: text.strip() for name, text in said.items()})
    return case


@transaction.atomic
def state_frequency(impact_id: int, *, revision: int, low: Any, high: Any, counted: bool) -> Frequency:
    """State how often a time saved comes back in a year, and whether it counts in the total.

    Args:
        impact_id: key of the figure.
        revision: the revision the form was made from; 0 before anything was stated.
        low: times a year at least; None leaves the period of the figure decide.
        high: times a year at most.
        counted: whether it counts in the total.

    Returns:
        The frequency as saved.

    Raises:
        StaleRevision: another window saved it meanwhile.
    """
    row, created = Frequency.objects.get_or_create(impact_id=impact_id)
    if created and revision == 0:
        revision = row.revision
    return save_revision(row, revision=revision, changes={"low": low, "high": high, "counted": counted})


@transaction.atomic
def add_duty(internship: Followed, *, task: str, successor: str = "", documented: str = "") -> Duty:
    """Note a task the student holds.

    Args:
        internship: the internship.
        task: what they do.
        successor: who would take it over; empty when nobody would.
        documented: where it is explained; empty when nowhere.

    Returns:
        The task.
    """
    return Duty.objects.create(
        internship_id=internship.pk,
        task=task.strip(),
        successor=successor.strip(),
        documented=documented.strip(),
    )


@transaction.atomic
def change_duty(duty: Duty, *, revision: int, **changes: Any) -> Duty:
    """Save a changed task.

    Args:
        duty: the task.
        revision: the revision the form was made from.
        changes: new values by column.

    Returns:
        The task as saved.

    Raises:
        StaleRevision: another window saved it meanwhile.
    """
    return save_revision(duty, revision=revision, changes=changes)


@transaction.atomic
def set_duty_aside(duty: Duty, *, at: datetime | None) -> None:
    """Take a task out of sight, or bring it back.

    Args:
        duty: the task.
        at: now; None brings it back.
    """
    Duty.objects.filter(pk=duty.pk).update(deleted_at=at)
