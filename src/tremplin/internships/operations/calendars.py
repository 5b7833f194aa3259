"""School calendars and periods away from the host."""

from datetime import date, datetime, timedelta
from hashlib import sha256

from django.db import transaction

from tremplin.internships.calendars.periods import periods
from tremplin.internships.calendars.reading import read_calendar, why_nothing_was_read
from tremplin.internships.calendars.values import Reading, UnreadableCalendar
from tremplin.internships.matching import last_day
from tremplin.internships.models import (
    CalendarEvent,
    CalendarFile,
    CalendarPurpose,
    Internship,
    SchoolPeriod,
)
from tremplin.internships.models import PeriodKind as PeriodKind
from tremplin.internships.operations.milestones import refresh_milestones
from tremplin.kit.revisions import save_revision

KEPT_FOR = timedelta(days=1)


@transaction.atomic
def import_calendar(
    internship: Internship, data: bytes, *, name: str, purpose: CalendarPurpose, at: datetime
) -> CalendarFile:
    """Keep what a calendar says of the days of an internship, and move what must be.

    Read again, a calendar of the same name and maker replaces what it said before.

    Args:
        internship: the internship.
        data: the file.
        name: of the file; used when the calendar names itself nowhere.
        purpose: lessons make school periods, the student's own diary does not.
        at: now.

    Returns:
        The calendar, with what was refused in French.

    Raises:
        UnreadableCalendar: the file is not a calendar, or holds no date of the internship; nothing changes.
    """
    first, last = internship.experience.starts_on, last_day(internship)
    reading = read_calendar(data, first=first, last=last)
    if not reading.occurrences:
        raise UnreadableCalendar(why_nothing_was_read(reading.problems, first=first, last=last))
    title = reading.name or name[:200]
    internship.calendars.filter(name=title, maker=reading.maker, purpose=purpose).delete()
    calendar = internship.calendars.create(
        purpose=purpose,
        name=title,
        maker=reading.maker,
        digest=sha256(data).hexdigest(),
        imported_at=at,
        problems=list(reading.problems),
    )
    _keep_events(calendar, reading)
    if purpose == CalendarPurpose.LESSONS:
        _keep_periods(calendar, reading, first, last)
    _changed(internship)
    return calendar


@transaction.atomic
def forget_calendar(calendar: CalendarFile, *, at: datetime) -> None:
    """Take a calendar out of sight with its events and periods; what was forgotten a day ago is erased.

    Args:
        calendar: the calendar.
        at: now.
    """
    CalendarFile.ever.filter(forgotten_at__lt=at - KEPT_FOR).delete()
    CalendarFile.objects.filter(pk=calendar.pk).update(forgotten_at=at)
    _changed(calendar.internship)


@transaction.atomic
def take_calendar_back(calendar: CalendarFile) -> None:
    """Bring back a calendar just forgotten; the same one, read again meanwhile, gives way to it.

    Args:
        calendar: the calendar.
    """
    internship = calendar.internship
    internship.calendars.filter(name=calendar.name, maker=calendar.maker, purpose=calendar.purpose).delete()
    CalendarFile.ever.filter(pk=calendar.pk).update(forgotten_at=None)
    _changed(internship)


@transaction.atomic
def add_period(
    internship: Internship,
    *,
    kind: PeriodKind,
    starts_on: date,
    ends_on: date,
    label: str = "",
    calendar_id: int | None = None,
) -> SchoolPeriod:
    """Add days at school or on leave; the very same days of that kind are there once.

    Args:
        internship: the internship.
        kind: school or leave.
        starts_on: first day.
        ends_on: last day, included; not before the first.
        label: a name; may be empty.
        calendar_id: the calendar they were read in, if it still stands; None when typed.

    Returns:
        The period.
    """
    days = {"kind": kind, "starts_on": starts_on, "ends_on": ends_on}
    if (there := internship.school_periods.filter(**days).first()) is not None:
        return there
    read_in = internship.calendars.filter(pk=calendar_id).first() if calendar_id else None
    period = internship.school_periods.create(**days, label=label, calendar=read_in)
    _changed(internship)
    return period


@transaction.atomic
def drop_period(period: SchoolPeriod) -> None:
    """Take a period away.

    Args:
        period: the period.
    """
    internship = period.internship
    period.delete()
    _changed(internship)


def _keep_events(calendar: CalendarFile, reading: Reading) -> None:
    CalendarEvent.objects.bulk_create(
        CalendarEvent(
            calendar=calendar,
            uid=one.uid,
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            all_day=one.all_day,
            summary=one.title,
            location=one.place,
        )
        for one in reading.occurrences
    )


def _keep_periods(calendar: CalendarFile, reading: Reading, first: date, last: date) -> None:
    SchoolPeriod.objects.bulk_create(
        SchoolPeriod(
            internship=calendar.internship,
            calendar=calendar,
            kind=PeriodKind.HOLIDAY if period.holiday else PeriodKind.SCHOOL,
            starts_on=max(period.starts_on, first),
            ends_on=min(period.ends_on, last),
            label=period.label[:200],
        )
        for period in periods(reading.occurrences)
    )


def _changed(internship: Internship) -> None:
    """Make calendars that hold ours take the change: the weekly slot skips school weeks."""
    kept = Internship.objects.get(pk=internship.pk)
    save_revision(kept, revision=kept.revision, changes={})
    refresh_milestones(Internship.objects.get(pk=internship.pk))
