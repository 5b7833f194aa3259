"""What the message of an approach is written from, and what it is read against."""

from collections.abc import Iterator
from typing import TypeVar

from django.db.models import QuerySet

from tremplin.accounts.queries import current_student
from tremplin.evidence.guard import Evidence
from tremplin.journal import queries as journal
from tremplin.law.words import counted, day
from tremplin.prospecting.domain.addressing import Signature, signature_in
from tremplin.prospecting.domain.message_review import Reader
from tremplin.prospecting.domain.messages import Facts, Hook
from tremplin.prospecting.models import (
    Approach,
    ExchangeKind,
    PersonalProject,
    ProblemHypothesis,
    Proposal,
    Signal,
    Sought,
    Standing,
)
from tremplin.prospecting.queries.approaches import civility_of, position_of

SOUGHT = {Sought.INTERNSHIP: "un stage", Sought.APPRENTICESHIP: "une alternance"}
MOST_ENTRIES = 400
Row = TypeVar("Row", Proposal, PersonalProject)


def signals_of(approach: Approach) -> QuerySet[Signal]:
    """Return the signals a message may quote, latest first."""
    return Signal.objects.filter(target=approach.target_id, deleted_at=None).exclude(target=None)


def proposals_of(approach: Approach) -> QuerySet[Proposal]:
    """Return the proposals of the target, latest first."""
    return Proposal.objects.filter(target=approach.target_id, deleted_at=None).exclude(target=None)


def projects_of(approach: Approach) -> QuerySet[PersonalProject]:
    """Return the personal projects a message may show: those of the target, and those of none."""
    rows = PersonalProject.objects.filter(deleted_at=None).exclude(stage="dropped")
    return rows.filter(target=approach.target_id) | rows.filter(target=None)


def facts_of(approach: Approach) -> Facts:
    """Return what the message of an approach is written from.

    Args:
        approach: with its choices: signal, proposal, project, medium.

    Returns:
        Facts; whatever is unknown is empty.
    """
    met = approach.encounter
    proposal, project = _kept(approach.proposal), _kept(approach.project)
    return Facts(
        channel=approach.channel,
        medium=approach.medium,
        premium=approach.premium,
        position=position_of(approach),
        civility=civility_of(approach.person_id),
        full_name=str(approach.person or ""),
        function=_function(approach),
        company=company_of(approach),
        hook=_hook(approach.hook),
        problem=_problem(approach),
        idea=proposal.promise if proposal else "",
        search=_search(proposal),
        any_search=SOUGHT[Sought(approach.target.sought)] if approach.target else SOUGHT[Sought.INTERNSHIP],
        project=project.title if project else "",
        link=project.link if project else "",
        limits=project.limits if project else "",
        proof=_proof(proposal),
        event=met.event.name if met else "",
        met_on=met.event.on if met else None,
        said=met.said if met else "",
        is_speaker=met.is_speaker if met else False,
        promised=met.promised if met else "",
        replied=has_replied(approach),
        student=_signature(),
    )


def reader_of(approach: Approach, *, is_follow_up: bool = False) -> Reader:
    """Return whom a message is read for, and what its figures may rest on.

    Args:
        approach: the approach.
        is_follow_up: the message follows another.

    Returns:
        The reader; figures may come from signals, from what was said, from the journal or the student's plan.
    """
    met = approach.encounter
    said = (met.said, met.event.name) if met else ()
    return Reader(
        channel=approach.channel,
        medium=approach.medium,
        premium=approach.premium,
        full_name=str(approach.person or ""),
        names=tuple(filter(None, (company_of(approach), met.event.name if met else ""))),
        quotes=tuple(filter(None, (*_quotes(approach), *said))),
        journal=tuple(_journal()),
        plan=tuple(filter(None, _plan(approach))),
        replied=has_replied(approach),
        is_follow_up=is_follow_up,
    )


def company_of(approach: Approach) -> str:
    """Return the name of the company of an approach; empty when unknown."""
    if approach.target:
        return str(approach.target)
    met = approach.encounter
    return str(met.organization) if met and met.organization else ""


def has_replied(approach: Approach) -> bool:
    """Say whether the person answered already."""
    theirs = (ExchangeKind.REPLY, ExchangeKind.TALK)
    return any(one.kind in theirs and one.deleted_at is None for one in approach.exchanges.all())


def _kept(row: Row | None) -> Row | None:
    """Return a row a message may speak of: none once it is removed."""
    return row if row is not None and row.deleted_at is None else None


def _hook(signal: Signal | None) -> Hook | None:
    if signal is None or signal.deleted_at is not None:
        return None
    return Hook(signal.kind, signal.source, signal.seen_on, signal.quote)


def _problem(approach: Approach) -> str:
    """Return the hypothesis kept; the only one open when none is kept yet."""
    rows = ProblemHypothesis.objects.filter(target=approach.target_id, deleted_at=None).exclude(target=None)
    kept = rows.filter(standing=Standing.KEPT).first()
    if kept is not None:
        return kept.problem
    still_open = list(rows.filter(standing=Standing.OPEN)[:2])
    return still_open[0].problem if len(still_open) == 1 else ""


def _search(proposal: Proposal | None) -> str:
    if proposal is None:
        return ""
    length = f" de {counted(proposal.weeks, 'semaine')}" if proposal.weeks else ""
    start = f", à partir du {day(proposal.starts_on)}" if proposal.starts_on else ""
    return f"{SOUGHT[Sought(proposal.sought)]}{length}{start}"


def _proof(proposal: Proposal | None) -> str:
    entry = proposal.proofs.first() if proposal else None
    return entry.action.split("\n")[0] if entry else ""


def _function(approach: Approach) -> str:
    role = approach.person.roles.exclude(title="").first() if approach.person else None
    return role.title if role else ""


def _quotes(approach: Approach) -> Iterator[str]:
    for signal in signals_of(approach):
        yield signal.quote
    if project := _kept(approach.project):
        yield from (one.says for one in project.sources.filter(deleted_at=None))


def _journal() -> Iterator[Evidence]:
    yield from journal.figures()
    yield from journal.entries().values_list("action", flat=True)[:MOST_ENTRIES]


def _plan(approach: Approach) -> Iterator[str]:
    proposal, project = _kept(approach.proposal), _kept(approach.project)
    if proposal is not None:
        yield from (_search(proposal), proposal.promise, proposal.mission, proposal.deliverables)
    if project is not None:
        yield from (project.title, project.link)
    yield from (current_student().studies, current_student().phone)


def _signature() -> Signature:
    """Return who signs: as told in the settings, else at the top of the latest proposal."""
    student = current_student()
    sender = Proposal.objects.filter(deleted_at=None).exclude(sender="").values_list("sender", flat=True)
    typed = signature_in(sender.first() or "")
    if student.full_name and student.full_name != typed.name:
        return Signature(student.full_name, student.studies, student.phone)
    return Signature(
        student.full_name or typed.name, student.studies or typed.studies, student.phone or typed.phone
    )
