"""A decision as the pages and the sheet show it, computed anew each time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db.models import QuerySet

from tremplin.accounts.queries import current_student
from tremplin.decision.domain import options as domain
from tremplin.decision.domain.answer import Side, sides_of
from tremplin.decision.domain.blockers import blocking, checks_of
from tremplin.decision.domain.criteria import Claim, claims, offered_criteria
from tremplin.decision.domain.criteria import Criterion as Offered
from tremplin.decision.domain.matrix import CannotCompare, Matrix, Weighted
from tremplin.decision.domain.matrix import Score as Mark
from tremplin.decision.domain.rhythm import Period
from tremplin.decision.domain.weighing import Weighing, told_apart, weigh
from tremplin.decision.models import Criterion, Decision, Exam, Option, Score
from tremplin.internships.queries import agreement_offers, internships
from tremplin.law.parameters import NoValueInForce
from tremplin.prospecting.queries.insights import Insight, insider_insights
from tremplin.prospecting.queries.targets import target_lines

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Line:
    """A criterion with what informs it: its offer, figures with a source, answers of insiders."""

    row: Criterion
    offered: Offered | None
    claims: tuple[Claim, ...]
    scores: tuple[tuple[Option, Score | None], ...]
    told: tuple[tuple[Option, Insight], ...]


@dataclass(frozen=True, slots=True)
class Start:
    """Where an option may start from: its address, what it is, and the facts known."""

    key: str
    name: str
    said: str
    facts: Mapping[str, object]


def decisions() -> QuerySet[Decision]:
    """Return the decisions in sight, latest first."""
    return Decision.objects.filter(deleted_at=None).select_related("chosen")


def decision(key: int, *, removed: bool = False) -> Decision | None:
    """Return one decision.

    Args:
        key: its key.
        removed: look among those taken out of sight instead.

    Returns:
        The decision; None without one.
    """
    rows = Decision.objects.filter(deleted_at__isnull=not removed).select_related("chosen")
    return rows.filter(pk=key).first()


def options(of: Decision) -> QuerySet[Option]:
    """Return the options in sight of a decision, in the order added."""
    return of.options.filter(deleted_at=None).select_related("organization")


def criteria(of: Decision) -> QuerySet[Criterion]:
    """Return the criteria in sight of a decision, those offered first."""
    return of.criteria.filter(deleted_at=None)


def exams(of: Decision) -> QuerySet[Exam]:
    """Return the periods of exams in sight of a decision."""
    return of.exams.filter(deleted_at=None)


def option_row(key: int, *, removed: bool = False) -> Option | None:
    """Return one option of a decision in sight; None without one."""
    rows = Option.objects.filter(deleted_at__isnull=not removed, decision__deleted_at=None)
    return rows.select_related("decision", "organization").filter(pk=key).first()


def criterion_row(key: int, *, removed: bool = False) -> Criterion | None:
    """Return one criterion of a decision in sight; None without one."""
    rows = Criterion.objects.filter(deleted_at__isnull=not removed, decision__deleted_at=None)
    return rows.select_related("decision").filter(pk=key).first()


def exam_row(key: int, *, removed: bool = False) -> Exam | None:
    """Return one period of exams of a decision in sight; None without one."""
    rows = Exam.objects.filter(deleted_at__isnull=not removed, decision__deleted_at=None)
    return rows.select_related("decision").filter(pk=key).first()


def student_of(of: Decision) -> domain.Student:
    """Return what the law asks of the student, for this decision."""
    return domain.Student(
        current_student().birth_on,
        of.nationality or None,  # type: ignore[arg-type]  # the column holds one of the choices
        of.territory,  # type: ignore[arg-type]  # the column holds one of the choices
        of.alsace_moselle,
    )


def described(row: Option) -> domain.Option:
    """Return an option as the rules read it.

    Args:
        row: the option.

    Returns:
        The same, with what was not said left unknown.
    """
    job = domain.Job(row.job_weekly_hours, row.job_hourly) if row.job_weekly_hours else None
    return domain.Option(
        key=str(row.pk),
        name=row.name,
        kind=domain.Kind(row.kind),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        signed_on=row.signed_on,
        weekly_hours=row.weekly_hours,
        offered=row.offered,
        conventional_minimum=row.conventional_minimum,
        diploma=row.diploma or None,  # type: ignore[arg-type]  # the column holds one of the choices
        years_done=row.years_done,
        public_employer=row.public_employer,
        health_cover=row.health_cover or NOTHING,
        validated=row.validated,
        teaching_hours=row.teaching_hours,
        job=job,
        living=_living(row),
        rhythm=_rhythm(row),
    )


def _living(row: Option) -> domain.Living:
    return domain.Living(
        row.transport or NOTHING,
        row.meals or NOTHING,
        row.rent or NOTHING,
        row.tuition or NOTHING,
        row.housing_given,
    )


def _rhythm(row: Option) -> domain.Rhythm:
    return domain.Rhythm(
        row.alternation,  # type: ignore[arg-type]  # the column holds one of the choices
        5 if row.company_part is None else row.company_part,
        row.school_part or 0,
        row.school_hours or NOTHING,
        row.commute_minutes or 0,
    )


def sides(of: Decision, *, on: date) -> tuple[Side, ...]:
    """Return each option with its checks, money and weeks.

    Args:
        of: the decision.
        on: today.

    Returns:
        Sides in the order of the options; empty without any.

    Raises:
        NoValueInForce: a day is earlier than the known figures.
    """
    periods = [Period(each.name, each.first_on, each.last_on) for each in exams(of)]
    every = [described(row) for row in options(of)]
    return sides_of(student_of(of), every, exams=periods, today=on)


def obstacles(of: Decision, *, on: date) -> dict[str, tuple[str, ...]]:
    """Return what blocks options, those that nothing blocks left out.

    Args:
        of: the decision.
        on: today.

    Returns:
        Topics in French by key of option; empty when a day is earlier than the known figures.
    """
    student = student_of(of)
    try:
        found = {str(row.pk): blocking(checks_of(student, described(row), today=on)) for row in options(of)}
    except NoValueInForce:
        return {}
    return {key: topics for key, topics in found.items() if topics}


def matrix_of(of: Decision, *, weights: Mapping[int, int] | None = None) -> Matrix:
    """Return the matrix of a decision.

    Args:
        of: the decision.
        weights: points to try instead of those fixed, by key of criterion; nothing is saved.

    Returns:
        Criteria, options and scores in sight, by their keys as text.
    """
    tried = weights or {}
    weighted = [
        Weighted(str(row.pk), row.name, Fraction(tried.get(row.pk, row.weight))) for row in criteria(of)
    ]
    keys = tuple(str(row.pk) for row in options(of))
    rows = Score.objects.filter(option__decision=of, value__isnull=False)
    scores = {
        (str(row.option_id), str(row.criterion_id)): Mark(
            row.value or 1,
            row.confidence,  # type: ignore[arg-type]  # the column holds one of the choices
            row.note,
        )
        for row in rows
    }
    known = {each.key for each in weighted}
    kept = {pair: mark for pair, mark in scores.items() if pair[0] in keys and pair[1] in known}
    return Matrix(tuple(weighted), keys, kept)


def weighing_of(of: Decision, *, weights: Mapping[int, int] | None = None) -> Weighing | None:
    """Return all that the matrix says; None while the weights are open or the options are too few.

    Args:
        of: the decision.
        weights: points to try instead of those fixed; nothing is saved.

    Returns:
        The verdict, what tips it and what speaks against it.
    """
    if of.weights_fixed_at is None:
        return None
    try:
        return weigh(matrix_of(of, weights=weights))
    except CannotCompare:
        return None


def lines(of: Decision) -> tuple[Line, ...]:
    """Return the criteria with what informs them, option by option.

    Args:
        of: the decision.

    Returns:
        One line for each criterion in sight.
    """
    rows, offered = list(options(of)), {each.key: each for each in offered_criteria()}
    scores = {(row.option_id, row.criterion_id): row for row in Score.objects.filter(option__decision=of)}
    told = {row.pk: insider_insights(row.organization_id) if row.organization_id else () for row in rows}
    return tuple(
        Line(
            row,
            offered.get(row.key),
            tuple(claim for claim in claims() if claim.criterion == row.key),
            tuple((option, scores.get((option.pk, row.pk))) for option in rows),
            tuple(
                (option, insight)
                for option in rows
                for insight in told[option.pk]
                if row.key in offered and insight.goal in offered[row.key].told_by
            ),
        )
        for row in criteria(of)
    )


def starts(*, on: date) -> tuple[Start, ...]:
    """Return where an option may start from: agreements read, internships, targets.

    Args:
        on: the day of the audits.

    Returns:
        Agreements first, then internships, then targets; each with the facts known.
    """
    read = [
        Start(
            f"convention-{each.version_id}",
            each.host or "Convention lue",
            "convention lue dans Droits",
            {
                "name": f"Stage chez {each.host}" if each.host else "Stage",
                "employer": each.host,
                "kind": "internship",
                "starts_on": each.starts_on,
                "ends_on": each.ends_on,
                "weekly_hours": each.weekly_hours,
            },
        )
        for each in agreement_offers(on=on)
    ]
    followed = [
        Start(
            f"stage-{each.pk}",
            str(each),
            "suivi dans Cap",
            {
                "name": str(each),
                "kind": "internship",
                "starts_on": each.experience.starts_on,
                "ends_on": each.experience.ends_on,
                "weekly_hours": each.weekly_hours,
            },
        )
        for each in internships()
    ]
    aimed = [
        Start(f"cible-{each.key}", each.name, "cible de Trouver", {"employer": each.name})
        for each in target_lines()
    ]
    return (*read, *followed, *aimed)


def start_at(key: str, *, on: date) -> Start | None:
    """Return one start by its address; None without one."""
    return next((each for each in starts(on=on) if each.key == key), None)


def with_names(of: Decision) -> tuple[dict[str, str], dict[str, str]]:
    """Return the names of options, told apart, then of criteria, by the keys of the matrix."""
    return (
        told_apart({str(row.pk): row.name for row in options(of)}),
        {str(row.pk): row.name for row in criteria(of)},
    )
