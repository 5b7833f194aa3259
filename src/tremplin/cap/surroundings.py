"""What the journal asks of the internship it is written in."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.timezone import localdate

from tremplin.internships import queries
from tremplin.journal.domain.prompts import Happening


def days_off(experience_id: int) -> Mapping[date, str]:
    """Return the days of an experience when no entry is expected.

    Args:
        experience_id: key of the experience.

    Returns:
        Public holidays, school and leave; nothing when it is no internship.
    """
    internship = queries.internships().filter(experience_id=experience_id).first()
    return queries.days_off(internship) if internship else {}


def happenings(experience_id: int, *, since: date, until: date) -> Sequence[Happening]:
    """Return what the milestones and the student's own diary say of the days spent at the host's.

    Args:
        experience_id: key of the experience.
        since: first day.
        until: last day, included.

    Returns:
        Milestones and events, each once and in time order; neither lessons nor days off are asked about.
    """
    internship = queries.internships().filter(experience_id=experience_id).first()
    if internship is None:
        return ()
    stones = queries.milestones(internship).exclude(kind="legal").filter(on__range=(since, until))
    off = queries.days_off(internship)
    events = queries.events(internship, since=since, until=until).exclude(calendar__purpose="lessons")
    found = [Happening(stone.on, stone.name) for stone in stones]
    found += [Happening(localdate(event.starts_at), event.summary) for event in events if event.summary]
    kept = dict.fromkeys(one for one in found if one.on not in off and since <= one.on <= until)
    return tuple(sorted(kept, key=lambda one: (one.on, one.title)))


def referent(experience_id: int) -> str:
    """Return who follows the student for the school.

    Args:
        experience_id: key of the experience.

    Returns:
        A name; empty when unknown.
    """
    internship = queries.internships().filter(experience_id=experience_id).first()
    return internship.referent.full_name if internship and internship.referent else ""
