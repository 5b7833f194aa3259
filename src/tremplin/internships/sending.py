"""The calendar of an internship as other calendars take it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from tremplin.documents.calendar import Occasion, calendar_file
from tremplin.internships.calendars.values import PARIS
from tremplin.internships.domain.planned import Kind
from tremplin.internships.domain.presence import Presence
from tremplin.internships.matching import last_day, presence_of
from tremplin.internships.models import Internship, Milestone

JOURNAL_MINUTES = 15
WEEK = timedelta(weeks=1)
DAY_BEFORE_AT_NINE = 15 * 60
WITH_THE_TUTOR = (
    Kind.EXPECTATIONS.value, Kind.MID_TERM.value, Kind.THREE_QUARTERS.value, Kind.DEFENCE.value,
)  # fmt: skip


def occasions(internship: Internship) -> Iterator[Occasion]:
    """Yield what an internship puts in a calendar.

    Identifiers never change; the sequence of an event grows when it, or the internship,
    is changed, so that reading the file again moves it instead of doubling it.

    Args:
        internship: the internship.

    Yields:
        The weekly slot of the journal, then each milestone; cancelled ones too, marked so.
    """
    slot = _weekly_slot(internship)
    if slot is not None:
        yield slot
    for milestone in internship.milestones.all():
        yield _occasion(internship, milestone)


def _occasion(internship: Internship, milestone: Milestone) -> Occasion:
    timed = milestone.at is not None
    return Occasion(
        uid=f"{milestone.uid}@tremplin",
        sequence=internship.revision + milestone.revision - 2,
        title=_title(internship, milestone),
        starts=datetime.combine(milestone.on, milestone.at, PARIS) if milestone.at else milestone.on,
        minutes=milestone.minutes,
        details=milestone.why,
        place=_place(internship) if milestone.kind in WITH_THE_TUTOR else "",
        cancelled=milestone.cancelled,
        reminder_minutes=24 * 60 if timed else DAY_BEFORE_AT_NINE,
    )


def _title(internship: Internship, milestone: Milestone) -> str:
    if milestone.kind in WITH_THE_TUTOR and internship.tutor is not None:
        return f"{milestone.name} avec {internship.tutor.full_name}"
    return milestone.name


def _place(internship: Internship) -> str:
    host = internship.experience.organization
    return ", ".join(part for part in (host.name if host else "", internship.city) if part)


def _weekly_slot(internship: Internship) -> Occasion | None:
    """Return the fifteen minutes of the journal, every week spent at the host's; cancelled without any."""
    presence = presence_of(internship)
    days = _slots(internship, presence)
    at_host = [day for day in days if not presence.is_away_all_week(_monday(day))]
    if not days:
        return None
    cancelled, at_host = not at_host, at_host or days
    at = internship.journal_time
    return Occasion(
        uid=f"{internship.uid}-journal@tremplin",
        sequence=internship.revision - 1,
        title="Noter la semaine dans le journal",
        starts=datetime.combine(at_host[0], at, PARIS),
        minutes=JOURNAL_MINUTES,
        details="Ce qui a été fait, un chiffre, un retour reçu.",
        cancelled=cancelled,
        reminder_minutes=None if cancelled else 10,
        weekly_until=datetime.combine(at_host[-1], at, PARIS).astimezone(UTC),
        except_on=tuple(
            datetime.combine(day, at, PARIS)
            for day in days
            if at_host[0] < day < at_host[-1] and day not in at_host
        ),
    )


def _slots(internship: Internship, presence: Presence) -> list[date]:
    """List the day of the journal in each week of the internship."""
    first = presence.span.starts_on
    day = first + timedelta(days=(internship.journal_weekday - first.weekday()) % 7)
    found = []
    while day <= last_day(internship):
        found.append(day)
        day += WEEK
    return found


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def calendar_of(internship: Internship, *, at: datetime) -> bytes:
    """Return the calendar file of an internship.

    Args:
        internship: the internship.
        at: the instant of the export, aware.

    Returns:
        An iCalendar file.
    """
    return calendar_file(occasions(internship), name=str(internship.experience), at=at)
