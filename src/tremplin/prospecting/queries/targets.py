"""Targets in view, for the board and for other rooms."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import DateField, Exists, OuterRef, Prefetch, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from tremplin.network.queries import find_organization
from tremplin.prospecting.domain.board import Column, Ticket, suggested_stage, what_is_known
from tremplin.prospecting.domain.days import gesture_said
from tremplin.prospecting.domain.dues import Due
from tremplin.prospecting.models import (
    Approach,
    Establishment,
    Exchange,
    ExchangeKind,
    PastStage,
    ProblemHypothesis,
    Stage,
    Standing,
    Target,
)
from tremplin.prospecting.queries.cadence import agenda, silences

LONG_AGO = Value(date(1900, 1, 1))
ANSWERS = (ExchangeKind.REPLY, ExchangeKind.TALK)


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target as other rooms show it."""

    key: int
    name: str
    said: str
    has_next_step: bool


def targets() -> QuerySet[Target]:
    """Return the targets in view.

    Returns:
        Targets with their organization, in column order.
    """
    return Target.objects.filter(deleted_at=None).select_related("organization")


def target(key: int, *, removed: bool = False) -> Target | None:
    """Return one target.

    Args:
        key: its key.
        removed: look among those taken out of sight instead.

    Returns:
        The target; None without one.
    """
    rows = Target.objects.filter(pk=key, deleted_at__isnull=not removed)
    return rows.select_related("organization").first()


def target_of_name(name: str) -> Target | None:
    """Return the target in view whose organization bears a name.

    Args:
        name: accents, capitals and punctuation do not matter.

    Returns:
        The target, closed or not; None when the organization is no target.
    """
    organization = find_organization(name)
    return targets().filter(organization=organization).first() if organization else None


def establishment(target: Target) -> Establishment | None:
    """Return what a register says of a target.

    Args:
        target: the target.

    Returns:
        The establishment; None when nothing was copied nor typed.
    """
    return Establishment.objects.filter(target=target).first()


def columns(*, on: date) -> tuple[Column, ...]:
    """Return the board: every open target in its column.

    Args:
        on: today.

    Returns:
        The five columns in order, each with its tickets in the student's order.
    """
    waiting, silent = _waiting(on), silences(on)
    rows = _rows().exclude(stage=Stage.CLOSED)
    tickets = tuple(_ticket(row, waiting.get(row.pk), silent.get(row.pk, ""), on) for row in rows)
    return tuple(
        Column(stage.value, str(stage.label), tuple(one for one in tickets if one.stage == stage))
        for stage in Stage
        if stage != Stage.CLOSED
    )


def ticket(target: Target, *, on: date) -> Ticket:
    """Return what the board says of one target.

    Args:
        target: the target.
        on: today.

    Returns:
        Its ticket.
    """
    silent = silences(on).get(target.pk, "")
    return _ticket(_rows().get(pk=target.pk), first_due(target, on=on), silent, on)


def first_due(target: Target, *, on: date) -> Due | None:
    """Return what waits first at a target, late, due or to come.

    Args:
        target: the target.
        on: today.

    Returns:
        The earliest; None when nothing has a day.
    """
    return _waiting(on).get(target.pk)


def closed_targets() -> QuerySet[Target]:
    """Return the targets set aside, the latest first.

    Returns:
        Targets with their organization.
    """
    return targets().filter(stage=Stage.CLOSED).order_by("-closed_on", "-pk")


def without_next_step(*, on: date) -> QuerySet[Target]:
    """Return the open targets that have no next gesture.

    Args:
        on: today.

    Returns:
        Targets not agreed yet, in column order.
    """
    waiting = [one.target for one in agenda(on) if one.target is not None]
    open_ones = targets().exclude(stage__in=(Stage.CLOSED, Stage.AGREED)).exclude(pk__in=waiting)
    return open_ones.filter(next_step="")


def target_lines() -> Iterator[TargetLine]:
    """Yield every target in view, for the search across rooms.

    Yields:
        Its name and all that is said of it.
    """
    for row in _rows():
        known = _problem(row), row.about, row.why, row.next_step, str(row.organization.city)
        said = " ".join(filter(None, known))
        yield TargetLine(row.pk, str(row), said, bool(row.next_step))


def _rows() -> QuerySet[Target]:
    """Return the targets with what proposes a move: facts at least as recent as the student's last one.

    A target that was never moved since it was added is told by all its facts.
    """
    earlier = PastStage.objects.filter(target=OuterRef("target"), pk__lt=OuterRef("pk"))
    moves = PastStage.objects.filter(Exists(earlier), target=OuterRef("pk")).order_by("-on", "-pk")
    moved = Coalesce(Subquery(moves.values("on")[:1]), LONG_AGO, output_field=DateField())
    posts = Approach.objects.filter(target=OuterRef("pk"), deleted_at=None).exclude(table=None)
    post = Coalesce(Subquery(posts.values("subject")[:1]), Value(""))
    since = OuterRef("moved_on")
    sent = Approach.objects.filter(target=OuterRef("pk"), deleted_at=None, sent_on__gte=since)
    answers = Exchange.objects.filter(
        approach__target=OuterRef("pk"),
        approach__deleted_at=None,
        deleted_at=None,
        kind__in=ANSWERS,
        on__gte=since,
    )
    problems = ProblemHypothesis.objects.filter(deleted_at=None).exclude(standing=Standing.DROPPED)
    kept = problems.filter(target=OuterRef("pk"), standing=Standing.KEPT)
    dated = targets().annotate(moved_on=moved, post=post)
    told = dated.annotate(has_kept=Exists(kept), has_sent=Exists(sent), has_talked=Exists(answers))
    return told.prefetch_related(Prefetch("hypotheses", queryset=problems, to_attr="problems"))


def _waiting(on: date) -> dict[int, Due]:
    """Return the first thing that waits at each target."""
    return {one.target: one for one in reversed(agenda(on)) if one.target is not None}


def _ticket(row: Target, waits: Due | None, silent: str, on: date) -> Ticket:
    about = row.about or row.post  # type: ignore[attr-defined]  # annotated by _rows
    return Ticket(
        key=row.pk,
        name=str(row),
        stage=row.stage,
        known=what_is_known(_problem(row), about, row.why, stage=row.stage),
        next=gesture_said(waits, today=on) if waits else row.next_step or silent,
        is_due=waits is not None and waits.on <= on,
        waits_for_dates=row.stage == Stage.AGREED and row.internship_id is None,
        suggested=suggested_stage(
            row.stage,
            has_kept_problem=row.has_kept,  # type: ignore[attr-defined]  # annotated by _rows
            has_sent=row.has_sent,  # type: ignore[attr-defined]
            has_talked=row.has_talked,  # type: ignore[attr-defined]
        ),
    )


def _problem(row: Target) -> str:
    """Return the problem of a target: the one kept, else the first one written."""
    problems: list[ProblemHypothesis] = row.problems  # type: ignore[attr-defined]  # prefetched by _rows
    kept = (one for one in problems if one.standing == Standing.KEPT)
    return next((one.problem for one in (*kept, *problems)), "")
