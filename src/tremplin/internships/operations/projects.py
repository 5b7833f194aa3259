"""The register of projects: the indispensable and the ghost."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tremplin.internships.models import Internship, Project, ProjectKind, ProjectStage
from tremplin.internships.surroundings import known_person_id
from tremplin.kit.revisions import save_revision


@transaction.atomic
def add_project(internship: Internship, *, kind: ProjectKind, title: str, **fields: Any) -> Project:
    """Add a project to the register.

    Args:
        internship: the internship.
        kind: indispensable, born of a pain; ghost, which nobody asked for.
        title: its name.
        fields: other columns of the project; `shown_to` may be a name, which is found or added.

    Returns:
        The project.
    """
    return internship.projects.create(kind=kind, title=title.strip(), **_settled(fields))


@transaction.atomic
def change_project(project: Project, *, revision: int, **changes: Any) -> Project:
    """Save a changed project; one with a day of proposal counts as proposed, even if never used.

    Args:
        project: the project.
        revision: the revision the form was made from.
        changes: new values by column; `shown_to` may be a name, which is found or added.

    Returns:
        The project as saved.

    Raises:
        StaleRevision: another window saved it meanwhile.
    """
    return save_revision(project, revision=revision, changes=_settled(changes))


@transaction.atomic
def set_project_aside(project: Project, *, at: datetime | None) -> None:
    """Take a project out of sight, or bring it back.

    Args:
        project: the project.
        at: now; None brings it back.
    """
    Project.objects.filter(pk=project.pk).update(deleted_at=at)


def _settled(typed: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns that what was typed amounts to."""
    columns = dict(typed)
    if isinstance(columns.get("shown_to"), str):
        columns["shown_to_id"] = known_person_id(columns.pop("shown_to"))
    early = columns.get("stage", ProjectStage.IDEA) in (ProjectStage.IDEA, ProjectStage.UNDER_WAY)
    if columns.get("proposed_on") and early:
        columns["stage"] = ProjectStage.PROPOSED
    return columns
