"""The calendar file is accepted elsewhere, and read again it updates."""

from datetime import UTC, date, datetime, time
from typing import Any

import icalendar
import pytest
import vobject

from tests.internships.made import details, make_internship
from tremplin.internships.models import Internship, PeriodKind
from tremplin.internships.operations.calendars import add_period
from tremplin.internships.operations.internships import change_internship
from tremplin.internships.operations.milestones import move_milestone
from tremplin.internships.queries import internship as internship_again
from tremplin.internships.sending import calendar_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 2, 1, 8, 0, tzinfo=UTC)


def exported(internship: Internship) -> Any:
    """Export an internship as it is kept, and read the file."""
    kept = internship_again(internship.pk)
    assert kept
    return icalendar.Calendar.from_ical(calendar_of(kept, at=NOW))


def sequences(calendar: Any) -> dict[str, int]:
    """Return the sequence of each event by identifier."""
    return {str(event["UID"]): int(event["SEQUENCE"]) for event in calendar.walk("VEVENT")}


def test_an_independent_library_reads_every_event() -> None:
    internship = make_internship()

    read: Any = vobject.readOne(calendar_of(internship, at=NOW).decode())

    assert len(read.vevent_list) == internship.milestones.count() + 1
    assert all(event.uid.value and event.dtstamp.value for event in read.vevent_list)


def test_the_file_carries_the_full_rules_of_paris_time() -> None:
    zone = exported(make_internship()).walk("VTIMEZONE")[0]

    assert zone["TZID"] == "Europe/Paris"
    assert {part.name for part in zone.subcomponents} == {"DAYLIGHT", "STANDARD"}
    assert all(part["DTSTART"].dt.year == 1970 and "RRULE" in part for part in zone.subcomponents)


def test_lines_end_with_crlf_and_never_pass_75_octets() -> None:
    content = calendar_of(make_internship(tutor="Maëlle-Éléonore " * 6), at=NOW)

    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_two_exports_of_the_same_thing_are_the_same_file() -> None:
    internship = make_internship()

    assert calendar_of(internship, at=NOW) == calendar_of(internship, at=NOW)


def test_a_change_keeps_the_identifiers_and_raises_the_sequences() -> None:
    internship = make_internship()
    before = sequences(exported(internship))

    change_internship(internship, details(ends_on=date(2026, 7, 31)), revision=1)

    after = sequences(exported(internship))
    assert after.keys() == before.keys()
    assert all(after[uid] > before[uid] for uid in before)


def test_a_moved_milestone_alone_rises_and_takes_its_hour() -> None:
    internship = make_internship()
    before = sequences(exported(internship))
    stone = internship.milestones.get(kind="mid_term")

    move_milestone(stone, revision=1, on=date(2026, 4, 14), at=time(14, 0))

    calendar = exported(internship)
    risen = {uid for uid, sequence in sequences(calendar).items() if sequence > before[uid]}
    assert risen == {f"{stone.uid}@tremplin"}
    event = next(one for one in calendar.walk("VEVENT") if str(one["UID"]) in risen)
    assert event["DTSTART"].dt.isoformat() == "2026-04-14T14:00:00+02:00"


def test_a_milestone_no_longer_planned_is_sent_as_cancelled() -> None:
    internship = make_internship()

    change_internship(internship, details(ends_on=date(2026, 2, 20)), revision=1)

    cancelled = {str(e["SUMMARY"]) for e in exported(internship).walk("VEVENT") if e["STATUS"] == "CANCELLED"}
    assert "Soutenance de Valeur avec Samia Kaddour" in cancelled


def test_the_weekly_slot_skips_weeks_at_school() -> None:
    internship = make_internship()
    add_period(internship, kind=PeriodKind.SCHOOL, starts_on=date(2026, 3, 2), ends_on=date(2026, 3, 8))

    slot = next(e for e in exported(internship).walk("VEVENT") if "RRULE" in e)

    assert slot["DTSTART"].dt.isoformat() == "2026-02-06T16:30:00+01:00"
    assert [one.dt.date() for one in slot["EXDATE"].dts] == [date(2026, 3, 6)]
    assert slot["RRULE"]["UNTIL"][0].date() == date(2026, 7, 3)


def test_the_weekly_slot_is_cancelled_and_not_lost_when_every_week_is_away() -> None:
    internship = make_internship()
    uid = next(uid for uid in sequences(exported(internship)) if uid.endswith("-journal@tremplin"))

    add_period(internship, kind=PeriodKind.SCHOOL, starts_on=date(2026, 2, 2), ends_on=date(2026, 7, 3))

    slot = next(e for e in exported(internship).walk("VEVENT") if str(e["UID"]) == uid)
    assert slot["STATUS"] == "CANCELLED"
