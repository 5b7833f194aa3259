"""The register of projects: the indispensable and the ghost."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tremplin.internships.models import Internship, Project, ProjectKind
from tremplin.kit.revisions import save_revision


@transaction.atomic
def add_project(internship: Internship, *, kind: ProjectKind, title: str, **fields: Any) -> Project:
    """Add a project to the register.

    Args:
        internship: the internship.
        kind: indispensable, born of a pain; ghost, which nobody asked for.
        title: its name.
        fields: other columns of the project.

    Returns:
        The project.
    """
    return internship.projects.create(kind=kind, title=title.strip(), **fields)


@transaction.atomic
def change_project(project: Project, *, revision: int, **changes: Any) -> Project:
    """Save a changed project.

    Args:
        project: the project.
        revision: the revision the form was made from.
        changes: new values by column.

    Returns:
        The project as saved.

    Raises:
        StaleRevision: another window saved it meanwhile.
    """
    return save_revision(project, revision=revision, changes=changes)


@transaction.atomic
def set_project_aside(project: Project, *, at: datetime | None) -> None:
    """Take a project out of sight, or bring it back.

    Args:
        project: the project.
        at: now; None brings it back.
    """
    Project.objects.filter(pk=project.pk).update(deleted_at=at)
