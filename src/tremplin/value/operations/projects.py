"""The indispensable project: born of a pain point, scored, documented."""

from datetime import date
from typing import Any

from django.db import transaction

from tremplin.internships import queries as internships
from tremplin.internships.operations.projects import add_project, change_project
from tremplin.value.domain.internship import Followed
from tremplin.value.domain.results import Result

LONGEST_TITLE = 120


@transaction.atomic
def start_project(internship: Followed, pain: Result, *, stop_on: date | None = None) -> Any:
    """Make an indispensable project of a pain point.

    Args:
        internship: the internship.
        pain: the entry that tells of it.
        stop_on: the day to stop at the latest; None leaves it open.

    Returns:
        The project of the register, tied to the entry.
    """
    row = internships.internship(internship.pk)
    if row is None:
        raise ValueError("the internship is gone")
    kind: Any = "indispensable"
    project = add_project(row, kind=kind, title=_title(pain.action), stop_on=stop_on)
    project.pain_points.add(pain.entry)
    return project


@transaction.atomic
def score_project(project: Any, *, revision: int, **changes: Any) -> Any:
    """Save the scores, the measure and the documentation of a project.

    Args:
        project: the project of the register.
        revision: the revision the form was made from.
        changes: new values by column.

    Returns:
        The project as saved.

    Raises:
        StaleRevision: another window saved it meanwhile.
    """
    return change_project(project, revision=revision, **changes)


def _title(action: str) -> str:
    line = " ".join(action.split()).rstrip(".")
    return line if len(line) <= LONGEST_TITLE else line[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
