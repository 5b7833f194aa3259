"""The people of a target and what is exchanged with them, wherever a page shows them."""

from dataclasses import dataclass

from django import template
from django.utils import timezone

from tremplin.prospecting.domain import dues
from tremplin.prospecting.domain.cadence import Next
from tremplin.prospecting.domain.positions import what_is_missing
from tremplin.prospecting.models import Approach, Contact, Target
from tremplin.prospecting.queries import approaches, cadence

register = template.Library()


@dataclass(frozen=True)
class Someone:
    """A person of a target as a page shows them."""

    contact: Contact
    title: str
    approach: Approach | None


@dataclass(frozen=True)
class Attempt:
    """An approach as a page shows it: what it waits for, and whether that is late."""

    approach: Approach
    step: Next | None
    why: str
    is_due: bool


@register.simple_tag
def people_of(target: Target) -> list[Someone]:
    """List the people of a target, each with the last approach to them."""
    last = {one.person_id: one for one in reversed(approaches.approaches_of(target))}
    return [
        Someone(one, approaches.title_of(one), last.get(one.person_id)) for one in approaches.contacts(target)
    ]


@register.simple_tag
def missing_people(target: Target) -> str:
    """Say who is missing among the people of a target; nothing when someone has the problem."""
    return what_is_missing(target.contacts.filter(deleted_at=None).values_list("position", flat=True))


@register.simple_tag
def attempts_of(target: Target) -> list[Attempt]:
    """List the approaches of a target, latest first."""
    return [attempt(one) for one in approaches.approaches_of(target)]


def attempt(approach: Approach) -> Attempt:
    """Show an approach with what it waits for."""
    step, today = cadence.next_for(approach), timezone.localdate()
    if step is not None and cadence.is_past_application(approach, step, on=today):
        return Attempt(approach, None, dues.silence(step, on=today), is_due=False)
    late = step is not None and step.on <= today
    return Attempt(approach, step, dues.why(step) if step else "", late)
