"""A calendar as a file that Google, Apple and Outlook accept and update (*iCalendar*, RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Alarm, Event, Timezone, vRecur
from icalendar import Calendar as Component

MAKER = "-//Tremplin//Tremplin//FR"
PARIS = "\r\n".join(
    (
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Paris",
        "X-LIC-LOCATION:Europe/Paris",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700329T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19701025T030000",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "END:VTIMEZONE",
    )
)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One line of a calendar; a `date` in `starts` means the whole day.

    `sequence` grows at each change, so that a calendar that holds `uid` already updates it.
    Times are of Paris and aware.
    """

    uid: str
    sequence: int
    title: str
    starts: date | datetime
    minutes: int = 0
    details: str = ""
    place: str = ""
    address: str = ""
    cancelled: bool = False
    reminder_minutes: int | None = None
    weekly_until: datetime | None = None
    except_on: tuple[datetime, ...] = ()


def calendar_file(occasions: Iterable[Occasion], *, name: str, at: datetime) -> bytes:
    """Write a calendar to be imported or subscribed to.

    Args:
        occasions: what happens, in any order; each `uid` once.
        name: shown by the calendar that reads it.
        at: the instant of the export, aware.

    Returns:
        The file: CRLF, lines of 75 octets at most, the full rules of Paris time.
    """
    calendar = Component()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", "Europe/Paris")
    calendar.add_component(Timezone.from_ical(PARIS))
    for occasion in sorted(occasions, key=lambda one: (one.starts.isoformat(), one.uid)):
        calendar.add_component(_event(occasion, at))
    return bytes(calendar.to_ical(sorted=False))


def _event(occasion: Occasion, at: datetime) -> Event:
    event = Event()
    event.add("uid", occasion.uid)
    event.add("dtstamp", at)
    event.add("sequence", occasion.sequence)
    event.add("summary", occasion.title)
    _add_times(event, occasion)
    for field, text in (
        ("description", occasion.details), ("location", occasion.place), ("url", occasion.address),
    ):  # fmt: skip
        if text:
            event.add(field, text)
    event.add("status", "CANCELLED" if occasion.cancelled else "CONFIRMED")
    if occasion.reminder_minutes is not None and not occasion.cancelled:
        event.add_component(_reminder(occasion))
    return event


def _add_times(event: Event, occasion: Occasion) -> None:
    event.add("dtstart", occasion.starts)
    if isinstance(occasion.starts, datetime):
        event.add("dtend", occasion.starts + timedelta(minutes=occasion.minutes))
        event.add("transp", "OPAQUE")
    else:
        event.add("dtend", occasion.starts + ONE_DAY)
        event.add("transp", "TRANSPARENT")
    if occasion.weekly_until is not None:
        event.add("rrule", vRecur(freq="WEEKLY", until=occasion.weekly_until))
    for skipped in occasion.except_on:
        event.add("exdate", skipped)


def _reminder(occasion: Occasion) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", occasion.title)
    alarm.add("trigger", timedelta(minutes=-(occasion.reminder_minutes or 0)))
    return alarm
