"""From rows to the values the rules take."""

from datetime import date

from tremplin.internships.domain.planning import Course
from tremplin.internships.domain.presence import Presence, Span
from tremplin.internships.models import Internship


def last_day(internship: Internship) -> date:
    """Return the last day of an internship.

    Args:
        internship: the internship.

    Returns:
        The day its experience ends; its first day while the end is unknown.
    """
    return internship.experience.ends_on or internship.experience.starts_on


def presence_of(internship: Internship) -> Presence:
    """Return the days planned at the host's.

    Args:
        internship: the internship.

    Returns:
        Its dates and weekdays, less its school periods.
    """
    away = tuple(Span(period.starts_on, period.ends_on) for period in internship.school_periods.all())
    span = Span(internship.experience.starts_on, last_day(internship))
    return Presence(span, frozenset(int(day) for day in internship.weekdays), away)


def course_of(internship: Internship) -> Course:
    """Return an internship as the rules of milestones take it.

    Args:
        internship: the internship.

    Returns:
        Its nature, presence and hours.
    """
    return Course(
        apprenticeship=internship.is_apprenticeship,
        presence=presence_of(internship),
        weekly_hours=internship.weekly_hours,
    )
