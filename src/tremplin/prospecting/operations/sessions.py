"""Spending thirty minutes on a target, step by step."""

from datetime import datetime

from django.db import transaction

from tremplin.prospecting.models import ResearchSession, Target


@transaction.atomic
def start_session(target: Target, *, at: datetime) -> ResearchSession:
    """Begin a research session; one left open ends there.

    Args:
        target: the target.
        at: now.

    Returns:
        The session.
    """
    target.sessions.filter(ended_at=None).update(ended_at=at)
    return ResearchSession.objects.create(target=target, started_at=at)


@transaction.atomic
def tick_step(session: ResearchSession, step: str) -> None:
    """Mark a step of a session as done, or as to do again.

    Args:
        session: the session.
        step: key of the step.
    """
    done = set(session.steps_done) ^ {step}
    ResearchSession.objects.filter(pk=session.pk).update(steps_done=sorted(done))


@transaction.atomic
def finish_step(session: ResearchSession, step: str) -> None:
    """Mark a step of a session as done, once.

    Args:
        session: the session.
        step: key of the step.
    """
    done = {*session.steps_done, step}
    ResearchSession.objects.filter(pk=session.pk).update(steps_done=sorted(done))


@transaction.atomic
def end_session(session: ResearchSession, *, at: datetime) -> None:
    """End a session; ending it twice keeps the first time.

    Args:
        session: the session.
        at: now.
    """
    ResearchSession.objects.filter(pk=session.pk, ended_at=None).update(ended_at=at)
