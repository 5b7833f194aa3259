"""A personal project from the idea to the page: marks, two weeks, words, sources."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from django.db import transaction

from tremplin.kit.revisions import save_revision
from tremplin.prospecting.domain.personal_projects import criteria, plan
from tremplin.prospecting.models import PersonalProject, ProjectSource, ProjectStage, ProjectStep, Target

Line = TypeVar("Line", ProjectStep, ProjectSource)


@transaction.atomic
def add_project(
    *,
    title: str,
    kind: str,
    sector: str = "",
    question: str = "",
    target: Target | None = None,
    idea: str = "",
) -> PersonalProject:
    """Keep a project as an idea.

    Args:
        title: what it is called.
        kind: the form it takes.
        sector: in words; may be empty.
        question: what it asks; may be empty.
        target: for whom; None for nobody yet.
        idea: key of the idea of the bank it starts from.

    Returns:
        The project, without marks nor steps.
    """
    return PersonalProject.objects.create(
        title=title, kind=kind, sector=sector, question=question, target=target, idea=idea
    )


@transaction.atomic
def change_project(project: PersonalProject, *, revision: int, changes: Mapping[str, Any]) -> PersonalProject:
    """Save what is said of a project: its words, its target, how far it is.

    Args:
        project: the project.
        revision: the revision the form was made from.
        changes: new values by field name.

    Returns:
        The project as saved.

    Raises:
        StaleRevision: another window saved it meanwhile; nothing is written.
    """
    return save_revision(project, revision=revision, changes=changes)


@transaction.atomic
def mark_project(
    project: PersonalProject, *, revision: int, marks: Mapping[str, int | None]
) -> PersonalProject:
    """Save the marks of a project.

    Args:
        project: the project.
        revision: the revision the form was made from.
        marks: from 1 to 5 by name of criterion; None takes a mark away; other names are passed over.

    Returns:
        The project as saved.

    Raises:
        StaleRevision: another window saved it meanwhile.
    """
    known = {one.name for one in criteria()}
    kept = {name: mark for name, mark in marks.items() if name in known}
    return save_revision(project, revision=revision, changes=kept)


@transaction.atomic
def start_project(project: PersonalProject, *, on: date) -> PersonalProject:
    """Start the two weeks; the steps of its kind are written when it has none.

    Args:
        project: the project.
        on: the first day.

    Returns:
        The project, under way; starting again only moves the days.
    """
    if not project.steps.filter(deleted_at=None).exists():
        steps = (ProjectStep(project=project, day=day, text=text) for day, text in plan(project.kind))
        ProjectStep.objects.bulk_create(steps)
    changes: dict[str, Any] = {"starts_on": on}
    if project.stage == ProjectStage.IDEA:
        changes["stage"] = ProjectStage.UNDER_WAY
    return save_revision(project, revision=project.revision, changes=changes)


@transaction.atomic
def add_step(project: PersonalProject, *, day: int, text: str) -> ProjectStep:
    """Add a step to the plan.

    Args:
        project: the project.
        day: from 1 to 14.
        text: what is done.

    Returns:
        The step.
    """
    return ProjectStep.objects.create(project=project, day=day, text=text)


@transaction.atomic
def change_step(step: ProjectStep, *, revision: int, changes: Mapping[str, Any]) -> ProjectStep:
    """Save a step again.

    Args:
        step: the step.
        revision: the revision the form was made from.
        changes: new values by field name.

    Returns:
        The step as saved.

    Raises:
        StaleRevision: another window saved it meanwhile.
    """
    return save_revision(step, revision=revision, changes=changes)


@transaction.atomic
def finish_step(step: ProjectStep, *, on: date | None) -> ProjectStep:
    """Say that a step is done, or take that back.

    Args:
        step: the step.
        on: the day it was done; None to take it back.

    Returns:
        The step as saved.
    """
    return save_revision(step, revision=step.revision, changes={"done_on": on})


@transaction.atomic
def add_source(project: PersonalProject, *, says: str, where: str, on: date, url: str = "") -> ProjectSource:
    """Say where a figure comes from (*d’où vient ce chiffre*).

    Args:
        project: the project.
        says: what was counted or read, with its numbers.
        where: the place someone else would look.
        on: the day it was read.
        url: its address; may be empty.

    Returns:
        The source.
    """
    return ProjectSource.objects.create(project=project, says=says, where=where, on=on, url=url)


@transaction.atomic
def change_source(source: ProjectSource, *, revision: int, changes: Mapping[str, Any]) -> ProjectSource:
    """Save a source again.

    Args:
        source: the source.
        revision: the revision the form was made from.
        changes: new values by field name.

    Returns:
        The source as saved.

    Raises:
        StaleRevision: another window saved it meanwhile.
    """
    return save_revision(source, revision=revision, changes=changes)


@transaction.atomic
def set_line_aside(line: Line, *, at: datetime | None) -> None:
    """Take a step or a source out of a project, or put it back.

    Args:
        line: the row.
        at: now; None to put it back.
    """
    type(line)._default_manager.filter(pk=line.pk).update(deleted_at=at)


@transaction.atomic
def set_project_aside(project: PersonalProject, *, at: datetime | None) -> None:
    """Take a project out of sight, or bring it back.

    Args:
        project: the project.
        at: now; None to bring it back.
    """
    PersonalProject.objects.filter(pk=project.pk).update(deleted_at=at)
