"""Rows by their address, or a page that says they are not there."""

from typing import Any

from django.http import Http404, HttpRequest, QueryDict

from tremplin.prospecting.models import (
    Approach,
    Contact,
    Conversation,
    Encounter,
    Event,
    Exchange,
    NamedPerson,
    PersonalProject,
    PreparedQuestion,
    ProjectSource,
    ProjectStep,
    Target,
)
from tremplin.prospecting.queries import approaches, conversations, events, personal_projects, targets


def target_at(target_id: int, *, removed: bool = False) -> Target:
    """Return a target in view, or answer 404."""
    found = targets.target(target_id, removed=removed)
    if found is None:
        raise Http404
    return found


def contact_at(contact_id: int, *, removed: bool = False) -> Contact:
    """Return someone of a target, or answer 404."""
    found = approaches.contact(contact_id, removed=removed)
    if found is None:
        raise Http404
    return found


def approach_at(approach_id: int, *, removed: bool = False) -> Approach:
    """Return an approach, or answer 404."""
    found = approaches.approach(approach_id, removed=removed)
    if found is None:
        raise Http404
    return found


def exchange_at(exchange_id: int, *, removed: bool = False) -> Exchange:
    """Return an exchange, or answer 404."""
    found = approaches.exchange(exchange_id, removed=removed)
    if found is None:
        raise Http404
    return found


def conversation_at(conversation_id: int, *, removed: bool = False) -> Conversation:
    """Return a conversation, or answer 404."""
    found = conversations.conversation(conversation_id, removed=removed)
    if found is None:
        raise Http404
    return found


def question_at(question_id: int, *, removed: bool = False) -> PreparedQuestion:
    """Return a question of a conversation in sight, or answer 404."""
    found = conversations.prepared_question(question_id, removed=removed)
    if found is None:
        raise Http404
    return found


def named_at(named_id: int, *, removed: bool = False) -> NamedPerson:
    """Return someone named during a conversation in sight, or answer 404."""
    found = conversations.named_person(named_id, removed=removed)
    if found is None:
        raise Http404
    return found


def event_at(event_id: int, *, removed: bool = False) -> Event:
    """Return an event, or answer 404."""
    found = events.event(event_id, removed=removed)
    if found is None:
        raise Http404
    return found


def encounter_at(encounter_id: int, *, removed: bool = False) -> Encounter:
    """Return someone heard or met at an event, or answer 404."""
    found = events.encounter(encounter_id, removed=removed)
    if found is None:
        raise Http404
    return found


def project_at(project_id: int, *, removed: bool = False) -> PersonalProject:
    """Return a personal project, or answer 404."""
    found = personal_projects.project(project_id, removed=removed)
    if found is None:
        raise Http404
    return found


def step_at(step_id: int, *, removed: bool = False) -> ProjectStep:
    """Return a step of a personal project in sight, or answer 404."""
    found = personal_projects.step(step_id, removed=removed)
    if found is None:
        raise Http404
    return found


def source_at(source_id: int, *, removed: bool = False) -> ProjectSource:
    """Return where a figure of a personal project comes from, or answer 404."""
    found = personal_projects.source(source_id, removed=removed)
    if found is None:
        raise Http404
    return found


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was posted; None when the page is only asked for."""
    return request.POST if request.method == "POST" else None


def status(form: Any) -> int:
    """Return 422 for a form sent back with what to change, else 200."""
    return 422 if form.is_bound and not form.is_valid() else 200
