"""The internship and its journal, read from their rooms as Cap shows them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tremplin.cap.addresses import address
from tremplin.cap.domain.journey import Journey, Milestone, journey
from tremplin.cap.domain.project import Case, EntryLine, Notebook, Place, Project, Stone
from tremplin.cap.domain.proofs import Proof, best_proofs
from tremplin.cap.domain.week import Task
from tremplin.internships import queries as internships
from tremplin.journal import queries as journal
from tremplin.journal.domain.prompts import Prompt, catch_up_questions
from tremplin.journal.domain.weeks import Week, missed, monday_of
from tremplin.value import queries as value
from tremplin.value.standing import gauge_of

MOST_LINES = 3
CERTIFICATE = "attestation"
CAUGHT_UP_WITHIN = timedelta(weeks=4)
ON_THE_LINE = {
    "mid_term": ("Le point mi-parcours", "Mi-parcours"),
    "three_quarters": ("Le point des trois quarts", "Trois quarts"),
    "defence": ("La Soutenance de Valeur", "Soutenance"),
}
PREPARED_AT = {
    "mid_term": ("value:talk", "mi-parcours"),
    "three_quarters": ("value:talk", "trois-quarts"),
    "defence": ("value:deck",),
}


@dataclass(frozen=True)
class CatchUp:
    """A week without entry that can still be caught up, and its three questions."""

    number: int
    monday: date
    questions: tuple[Prompt, ...]


@dataclass(frozen=True)
class Following:
    """An internship seen from Cap."""

    internship_id: int
    agreement_version_id: int | None
    noun: str
    place: str
    path: Journey
    project: Project
    proofs: tuple[Proof, ...]
    catch_up: CatchUp | None


def following(*, on: date) -> Following | None:
    """Return the internship the student lives, with its journal.

    Args:
        on: the day.

    Returns:
        What Cap shows of it; None before there is one.
    """
    internship = internships.current_internship(on=on)
    if internship is None:
        return None
    experience = internship.experience
    weeks = journal.heat_map(experience, today=on, days_off=internships.days_off(internship))
    stones = _stones(internship)
    host = str(experience.organization) if experience.organization else ""
    return Following(
        internship_id=internship.pk,
        agreement_version_id=internship.agreement_version_id,
        noun="alternance" if internship.is_apprenticeship else "stage",
        place=", ".join(part for part in (host, internship.city) if part),
        path=_path(internship, weeks, on),
        project=_project(internship, stones, weeks, on),
        proofs=_proofs(experience.pk),
        catch_up=_catch_up(weeks, on),
    )


def coming(*, after: date, but: int | None) -> tuple[tuple[date, Place], ...]:
    """Return the internships that have not begun, each with its first day.

    Args:
        after: today.
        but: the one shown already; None without one.

    Returns:
        The nearest first.
    """
    rows = internships.internships().filter(experience__starts_on__gt=after)
    found = (row for row in rows.order_by("experience__starts_on") if row.pk != but)
    return tuple(
        (row.experience.starts_on, Place(str(row), address("internships:internship", row.pk)))
        for row in found
    )


def begun_tasks() -> Iterator[Task]:
    """Yield what an internship that has begun waits for, before its dates are known here.

    Yields:
        A first week of the journal, then the two dates.
    """
    if week := address("journal:week"):
        why = "Ce qui a été fait, un chiffre, un retour reçu. Une phrase suffit."
        yield Task("Noter votre semaine", why, 15, week, 99)
    if page := address("internships:home"):
        why = "Les semaines et les jalons se calculent."
        yield Task("Créer le stage\u00a0: deux dates", why, 2, page, 98)


def _path(internship: Any, weeks: tuple[Week, ...], on: date) -> Journey:
    rows = [row for row in internships.milestones(internship) if row.kind in ON_THE_LINE]
    return journey(
        starts_on=internship.experience.starts_on,
        ends_on=internships.last_day(internship),
        on=on,
        milestones=[
            Milestone(*ON_THE_LINE[row.kind], row.on, _milestone_url(row.pk), row.done_on is not None)
            for row in rows
        ],
        entries={week.monday: week.count for week in weeks},
        away={week.monday for week in weeks if not week.worked},
    )


def _project(internship: Any, stones: tuple[Stone, ...], weeks: tuple[Week, ...], on: date) -> Project:
    goals = list(internships.goals(internship))
    hypotheses = internships.hypotheses(internship).filter(verdict="open")
    overdue = internships.projects(internship).filter(stop_on__lt=on, stage__in=("idea", "under_way"))
    pk = internship.pk
    return Project(
        title=str(internship),
        url=address("internships:internship", pk),
        tutor=internship.tutor.full_name if internship.tutor else "",
        stones=stones,
        unsaid_missions=tuple(
            Place(line.title, address("internships:asset", pk, line.id))
            for line in internships.missions_without_asset(internship)
        ),
        goals=len(goals),
        open_goals=_places((goal for goal in goals if goal.reached_on is None), "objectifs"),
        open_hypotheses=_places(hypotheses, "hypotheses"),
        overdue_projects=_places(overdue, "projets"),
        goals_url=address("internships:line-add", pk, "objectifs"),
        notebook=_notebook(internship.experience, weeks, on),
        ending_url=address("value:ending"),
        tell_url=_tell_url(),
        case=_case(internship.pk),
    )


def _tell_url() -> str:
    """Return where results of the journal become stories."""
    page = address("stories:choose")
    return f"{page}#journal" if page else ""


def _notebook(experience: Any, weeks: tuple[Week, ...], on: date) -> Notebook:
    every = journal.counts(journal.Filters(experience=experience.pk))
    this_week = next((week.count for week in weeks if week.monday == monday_of(on)), 0)
    return Notebook(
        entries=every.all,
        with_figure=every.all - every.without_figure,
        this_week=this_week,
        drafts=_lines(journal.Filters(experience=experience.pk, drafts=True)),
        without_figure=_lines(journal.Filters(experience=experience.pk, without_figure=True)),
        without_feedback=_lines(
            journal.Filters(experience=experience.pk, without_feedback=True), page="journal:ask"
        ),
        outside_percent=journal.time_share(experience).outside_percent,
        url=address("journal:home"),
        session_url=address("journal:week"),
        outside_url=address("journal:time", experience.pk) or address("journal:home"),
    )


def _case(internship_id: int) -> Case:
    internship, url = value.followed_at(internship_id), address("value:home")
    if internship is None or not url:
        return Case()
    return Case(
        unshown=tuple(one.action for one in value.unshown(internship)),
        unshown_url=address("value:unshown"),
        ready_percent=gauge_of(internship).percent,
        url=url,
    )


def _lines(filters: journal.Filters, *, page: str = "journal:entry") -> tuple[EntryLine, ...]:
    rows = journal.entries(filters).prefetch_related(None)[:MOST_LINES]
    return tuple(EntryLine(row.pk, row.date, row.action, address(page, row.pk)) for row in rows)


def _proofs(experience_id: int) -> tuple[Proof, ...]:
    figures = journal.figures(journal.Filters(experience=experience_id))
    keys = {figure.entry for figure in figures}
    actions = dict(journal.entries().filter(pk__in=keys).values_list("pk", "action"))
    return best_proofs(figures, actions=actions, urls={key: address("journal:entry", key) for key in keys})


def _catch_up(weeks: tuple[Week, ...], on: date) -> CatchUp | None:
    """Return the latest missed week, while it is fresh; older ones are let go."""
    recent = (week for week in missed(weeks) if on - week.monday <= CAUGHT_UP_WITHIN)
    week = next(recent, None)
    return CatchUp(week.number, week.monday, catch_up_questions(week)) if week else None


def _stones(internship: Any) -> tuple[Stone, ...]:
    followed = value.followed_at(internship.pk)
    talks = (value.check_in(followed, kind) for kind in value.TALKS) if followed else ()
    asked = frozenset(talk.kind for talk in talks if talk and talk.question)
    return tuple(_stone(row, asked) for row in internships.milestones(internship))


def _stone(row: Any, asked: frozenset[str]) -> Stone:
    return Stone(
        kind=row.kind,
        name=row.name,
        why=row.why,
        on=row.on,
        at=row.at,
        is_done=row.done_on is not None,
        minutes=row.minutes,
        url=_milestone_url(row.pk),
        prepare_url=address(*PREPARED_AT[row.kind]) if row.kind in PREPARED_AT else "",
        has_question=row.kind in asked,
        is_certificate=row.code == CERTIFICATE,
    )


def _milestone_url(key: int) -> str:
    return address("internships:milestone", key)


def _places(rows: Iterable[Any], register: str) -> tuple[Place, ...]:
    return tuple(Place(str(row), address("internships:line", register, row.pk)) for row in rows)
