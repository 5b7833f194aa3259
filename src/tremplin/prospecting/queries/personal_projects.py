"""Personal projects, their two weeks, and where their figures come from."""

from datetime import date

from django.db.models import Prefetch, QuerySet

from tremplin.documents import personal_project as paper
from tremplin.documents.proposal import Source
from tremplin.prospecting.domain.personal_projects import Asked, Verdict, criteria, unproved, verdict
from tremplin.prospecting.models import PersonalProject, ProjectSource, ProjectStep, Target

WRITTEN = ("title", "question", "finding", "limits")
PLANNED = ("method", "offer")


def projects() -> QuerySet[PersonalProject]:
    """Return the personal projects in sight, latest first.

    Returns:
        Projects with their target, and the steps and sources in sight.
    """
    rows = PersonalProject.objects.filter(deleted_at=None).select_related("target__organization")
    return rows.prefetch_related(
        Prefetch("steps", ProjectStep.objects.filter(deleted_at=None)),
        Prefetch("sources", ProjectSource.objects.filter(deleted_at=None)),
    )


def project(key: int, *, removed: bool = False) -> PersonalProject | None:
    """Return one personal project.

    Args:
        key: its key.
        removed: look among those taken out of sight instead.

    Returns:
        The project; None without one.
    """
    if removed:
        return PersonalProject.objects.filter(pk=key, deleted_at__isnull=False).first()
    return projects().filter(pk=key).first()


def projects_of(target: Target) -> QuerySet[PersonalProject]:
    """Return the personal projects made for a target.

    Args:
        target: the target.

    Returns:
        Latest first.
    """
    return projects().filter(target=target)


def step(key: int, *, removed: bool = False) -> ProjectStep | None:
    """Return one step.

    Args:
        key: its key.
        removed: look among those taken out instead.

    Returns:
        The step, of a project in sight; None without one.
    """
    rows = ProjectStep.objects.filter(pk=key, project__deleted_at=None, deleted_at__isnull=not removed)
    return rows.select_related("project").first()


def source(key: int, *, removed: bool = False) -> ProjectSource | None:
    """Return one source.

    Args:
        key: its key.
        removed: look among those taken out instead.

    Returns:
        The source, of a project in sight; None without one.
    """
    rows = ProjectSource.objects.filter(pk=key, project__deleted_at=None, deleted_at__isnull=not removed)
    return rows.select_related("project").first()


def verdict_of(project: PersonalProject) -> Verdict:
    """Judge a project from its marks.

    Args:
        project: the project.

    Returns:
        The verdict in words, with its reasons.
    """
    return verdict({one.name: getattr(project, one.name) for one in criteria()})


def figures_asked(project: PersonalProject) -> tuple[Asked, ...]:
    """Return the figures of a project that nobody could trace.

    Args:
        project: the project, its sources fetched.

    Returns:
        Each with its sentence; empty when every figure has a dated source.
    """
    given = [words for one in project.sources.all() for words in (one.says, one.where)]
    planned = [*(getattr(project, name) for name in PLANNED), _about(project)]
    return unproved([getattr(project, name) for name in WRITTEN], given, planned=planned)


def page_of(project: PersonalProject, *, author: str, on: date) -> paper.PersonalProject:
    """Return a project as it is printed.

    Args:
        project: the project, its sources fetched.
        author: the student's name.
        on: the day written on the page.

    Returns:
        The page, not checked yet.
    """
    sources = [Source(one.where, one.on, one.says) for one in project.sources.all()]
    return paper.PersonalProject(
        title=project.title,
        produced_on=on,
        about=_about(project),
        question=project.question,
        method=project.method,
        finding=project.finding,
        limits=project.limits,
        offer=project.offer,
        link=project.link,
        sources=tuple(sources),
        author=author,
    )


def _about(project: PersonalProject) -> str:
    return f"Pour {project.target}" if project.target else project.sector
