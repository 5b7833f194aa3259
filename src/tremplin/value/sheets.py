"""The pages on paper of a check-in and of the plan: each sentence tied to the figures of the journal."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from tremplin.accounts.queries import current_student
from tremplin.documents.check_in import CheckIn as CheckInPaper
from tremplin.documents.deck import Given, PlanStep, Sentence
from tremplin.documents.ninety_days import NinetyDayPlan
from tremplin.internships import queries as internships
from tremplin.value import queries
from tremplin.value.domain.drafting import TITLES
from tremplin.value.domain.internship import Followed
from tremplin.value.domain.support import supported
from tremplin.value.models import CheckInKind, Commitment

PLACES: Final = {
    "Réussites": "wins",
    "Promis": "promised",
    "Fait": "done",
    "Prouvé": "proved",
    "Bloqué": "blocked",
    "Question": "question",
}


def check_in_paper(
    internship: Followed, kind: str, columns: Mapping[str, str], *, on: date, held_on: date | None = None
) -> CheckInPaper:
    """Return the one-pager of a check-in.

    Args:
        internship: the internship.
        kind: « mid_term » or « three_quarters ».
        columns: its texts by name of column, one line a sentence.
        on: the day written at the top.
        held_on: the day of the talk; None when unknown.

    Returns:
        The page, not checked yet: `refusals` says which figures the journal does not support.
    """
    given = _given(internship)

    def tied(name: str) -> tuple[Sentence, ...]:
        return tuple(supported(line, own=(), others=given) for line in _lines(columns[name]))

    return CheckInPaper(
        subject=internship.subject_of(current_student().first_name),
        title=str(CheckInKind(kind).label),
        produced_on=on,
        with_whom=internship.tutor,
        on=held_on,
        wins=tied("wins"),
        promised=tuple(_lines(columns["promised"])),
        agreed=_agreed(internship),
        done=tied("done"),
        proved=tied("proved"),
        blocked=tied("blocked"),
        next=tuple(_lines(columns["next"])),
        question=columns["question"].strip(),
        author=current_student().first_name,
    )


def _agreed(internship: Followed) -> tuple[str, ...]:
    """Return everything promised so far, done or not: what a check-in may say again."""
    kept = Commitment.objects.filter(check_in__internship_id=internship.pk)
    row = internships.internship(internship.pk)
    goals = tuple(goal.text for goal in internships.goals(row)) if row else ()
    return (*(one.text for one in kept), *goals)


def _given(internship: Followed) -> tuple[Given, ...]:
    found = queries.results(internship)
    return (*(figure for one in found for figure in one.figures), *queries.sums(internship, found))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def plan_paper(internship: Followed, *, on: date) -> NinetyDayPlan:
    """Return the 90-day plan on one page.

    Args:
        internship: the internship.
        on: the day written at the top.

    Returns:
        The page; steps not written yet are left out.
    """
    case = queries.case_of(internship)
    steps = tuple(
        PlanStep(step.days, step.deliverable, step.indicator, step.help)
        for step in queries.plan_steps(case)
        if step.deliverable
    )
    student = current_student().first_name
    return NinetyDayPlan(
        subject=internship.subject_of(student),
        title=TITLES["plan"],
        produced_on=on,
        steps=steps,
        needs=tuple(_lines(case.plan_needs)),
        author=student,
    )
