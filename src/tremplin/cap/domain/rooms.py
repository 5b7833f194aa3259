"""What the rooms propose for the week, and what slips, in plain sentences."""

from collections.abc import Iterator
from datetime import timedelta

from tremplin.cap.domain.agreement import AgreementSummary, what_to_ask
from tremplin.cap.domain.journey import Journey
from tremplin.cap.domain.project import Place, Project
from tremplin.cap.domain.week import Task
from tremplin.law.words import NBSP, counted, day, one_line

HALF, THREE_QUARTERS = 0.5, 0.75
LONGEST_ACTION = 60
NOTE_MINUTES = 15
A_FULL_WEEK = 5
TIME_TO_ANSWER = timedelta(days=3)
SOON = timedelta(days=7)
MUCH_OUTSIDE = 30
ENOUGH_TO_SHOW = 3


def tasks(project: Project, path: Journey, *, agreement: AgreementSummary | None = None) -> Iterator[Task]:
    """Yield what could be done this week, each with its duration.

    Args:
        project: the internship and its journal.
        path: the internship in time.
        agreement: what was read in Droits; None before any.

    Yields:
        Tasks; the weightier come first once chosen.
    """
    yield from _writing(project, path)
    yield from _completing(project, path)
    yield from _milestones(project, path)
    yield from _rights(agreement)
    if path.is_over:
        yield from _telling(project)
    else:
        yield from _showing(project)
    if path.share >= HALF:
        for mission in project.unsaid_missions[:2]:
            yield Task(
                f"Dire ce que vous gardez de {_quoted(mission.title)}",
                "Ou pourquoi vous n’en gardez rien.",
                3,
                mission.url,
                40,
            )
    if path.share >= THREE_QUARTERS:
        for hypothesis in project.open_hypotheses[:1]:
            why = "Vous la testez depuis le début\u00a0: qu’en dites-vous maintenant\u00a0?"
            yield Task(f"Conclure l’hypothèse {_quoted(hypothesis.title)}", why, 3, hypothesis.url, 30)
    if not project.goals and not path.is_over:
        yield Task(
            "Écrire un objectif", "Ce que vous voulez tirer de ces semaines.", 5, project.goals_url, 60
        )


def slipping(project: Project, path: Journey) -> tuple[Place, ...]:
    """Return what is slipping, without blame.

    Args:
        project: the internship and its journal.
        path: the internship in time.

    Returns:
        Past milestones neither noted nor moved, but the latest which is the next move;
        projects past their stop date, goals not reached near the end, and time spent
        outside the missions agreed. Nothing once it is over: nothing can be moved any more.
    """
    if path.is_over:
        return ()
    late = [stone for stone in project.stones if stone.on < path.on and stone.waits][:-1]
    found = [
        Place(f"{stone.name}\u00a0: prévu le {day(stone.on)}, à noter ou à déplacer.", stone.url)
        for stone in reversed(late)
    ]
    found += [
        Place(f"{one.title}\u00a0: la date d’arrêt est passée.", one.url) for one in project.overdue_projects
    ]
    if path.share >= THREE_QUARTERS:
        found += [Place(f"{goal.title}\u00a0: pas encore atteint.", goal.url) for goal in project.open_goals]
    outside = project.notebook.outside_percent
    if outside is not None and outside >= MUCH_OUTSIDE:
        share = f"{outside}{NBSP}%"
        found.append(
            Place(f"{share} de vos entrées sont hors des missions convenues.", project.notebook.outside_url)
        )
    return tuple(found)


def missions_to_say(project: Project, path: Journey) -> tuple[Place, ...]:
    """Return the missions of which nothing is kept yet, from half way on.

    Args:
        project: the internship and its journal.
        path: the internship in time.

    Returns:
        Where to say it, in the order of the agreement; none before half way.
    """
    return project.unsaid_missions if path.share >= HALF else ()


def _writing(project: Project, path: Journey) -> Iterator[Task]:
    notebook = project.notebook
    current = next((week for week in path.weeks if week.is_current), None)
    if not notebook.url or current is None or current.is_away or notebook.this_week >= A_FULL_WEEK:
        return
    there = counted(notebook.this_week, "entrée")
    why = f"{there} cette semaine. Une de plus suffit." if notebook.this_week else "Une phrase suffit."
    url = notebook.session_url or notebook.url
    yield Task(f"Noter la semaine {path.week}", why, NOTE_MINUTES, url, 100)


def _completing(project: Project, path: Journey) -> Iterator[Task]:
    """Yield what one entry lacks: its end, someone's words, a figure; a draft is finished first."""
    notebook = project.notebook
    for line in notebook.drafts[:1]:
        yield Task(f"Finir l’entrée {_quoted(line.action)}", f"Brouillon du {day(line.on)}.", 2, line.url, 80)
    asked = [
        line for line in notebook.finished(notebook.without_feedback) if path.on - line.on >= TIME_TO_ANSWER
    ]
    for line in asked[:1]:
        why = f"Entrée du {day(line.on)}, sans retour pour l’instant."
        yield Task(f"Demander un retour sur {_quoted(line.action)}", why, 2, line.url, 70)
    for line in notebook.finished(notebook.without_figure)[:1]:
        why = f"Entrée du {day(line.on)}, sans chiffre pour l’instant."
        yield Task(f"Chiffrer {_quoted(line.action)}", why, 3, line.url, 50)


def _milestones(project: Project, path: Journey) -> Iterator[Task]:
    for stone in project.stones:
        if not stone.is_talk and not stone.is_done and path.on <= stone.on <= path.on + SOON:
            yield Task(stone.name, f"{day(stone.on)}.", stone.minutes, stone.url, 90)


def _rights(agreement: AgreementSummary | None) -> Iterator[Task]:
    if agreement is not None and agreement.to_correct + agreement.to_clarify:
        yield Task(what_to_ask(agreement), "Le mail est prêt.", 10, agreement.url, 95)


def _showing(project: Project) -> Iterator[Task]:
    unshown, url = project.case.unshown, project.case.unshown_url
    if url and len(unshown) >= ENOUGH_TO_SHOW:
        who = f" à {project.tutor}" if project.tutor else ""
        title = f"Montrer {counted(len(unshown), 'résultat')}{who}"
        yield Task(title, f"Dix minutes, en commençant par {_quoted(unshown[0])}.", 10, url, 75)


def _telling(project: Project) -> Iterator[Task]:
    if project.tell_url:
        why = "Trois questions, une ligne de CV. Les résultats du journal sont déjà prouvés."
        yield Task("Raconter ce stage", why, 5, project.tell_url, 85)


def _quoted(text: str) -> str:
    line = one_line(text).rstrip(".")
    short = line if len(line) <= LONGEST_ACTION else line[:LONGEST_ACTION].rsplit(" ", 1)[0] + "…"
    return f"«{NBSP}{short}{NBSP}»"
