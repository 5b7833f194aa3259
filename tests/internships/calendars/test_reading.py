"""Calendars of schools and of other software are read with their faults."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tremplin.internships.calendars.reading import read_calendar
from tremplin.internships.calendars.values import Reading, UnreadableCalendar

SAMPLES = Path(__file__).parent / "samples"
SYNTAX = st.text(alphabet=":;=,\r\n TZ0123456789", max_size=20).map(str.encode)
SEPTEMBER, JANUARY = date(2026, 9, 1), date(2027, 1, 31)


def reading(name: str, *, first: date = SEPTEMBER, last: date = JANUARY) -> Reading:
    """Read a sample file between two days."""
    return read_calendar((SAMPLES / name).read_bytes(), first=first, last=last)


def written(*lines: str) -> bytes:
    """Write a calendar of one event."""
    body = ("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:a", *lines, "END:VEVENT", "END:VCALENDAR")
    return "\r\n".join(body).encode()


def starts(data: bytes) -> list[str]:
    """Return the starts found in the school term, short."""
    found = read_calendar(data, first=SEPTEMBER, last=JANUARY).occurrences
    return [f"{one.starts_at:%d/%m %H:%M}" for one in found]


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("google_flux.ics", 13),
        ("fins_de_ligne_lf_sans_pliage.ics", 13),
        ("ics_sans_vtimezone.ics", 13),
        ("outlook_exchange.ics", 8),
        ("ecole_ade.ics", 3),
        ("apple_icloud.ics", 2),
    ],
)
def test_each_maker_s_occurrences_of_the_term_are_all_found(name: str, count: int) -> None:
    found = reading(name)

    assert len(found.occurrences) == count
    assert found.problems == ()


def test_universal_time_is_shown_in_paris_time() -> None:
    first = reading("ecole_ade.ics").occurrences[0]

    assert (first.title, first.place) == ("CM Droit du travail", "Amphi A")
    assert first.starts_at.isoformat() == "2026-11-23T08:00:00+01:00"


def test_nine_o_clock_stays_nine_o_clock_across_the_change_of_hour() -> None:
    found = [one for one in reading("outlook_exchange.ics").occurrences if not one.all_day]

    assert {f"{one.starts_at:%H:%M}" for one in found} == {"09:00"}
    assert {one.starts_at.utcoffset() for one in found} == {timedelta(hours=1), timedelta(hours=2)}


def test_a_moved_occurrence_replaces_the_one_it_stands_for_and_excluded_days_go() -> None:
    weekly = [one for one in reading("google_flux.ics").occurrences if one.uid.startswith("hebdo")]

    days = [one.first_day for one in weekly]
    assert date(2026, 11, 2) not in days
    assert [one.title for one in weekly if one.first_day == date(2026, 11, 9)] == ["Point hebdo (déplacé)"]


def test_an_all_day_event_ends_the_day_before_its_written_end() -> None:
    forum = next(one for one in reading("google_flux.ics").occurrences if one.all_day)

    assert (forum.first_day, forum.last_day) == (date(2026, 12, 1), date(2026, 12, 2))


def test_a_time_without_zone_is_the_student_s_own() -> None:
    floating = reading("apple_icloud.ics").occurrences[1]

    assert floating.starts_at.isoformat() == "2026-12-10T18:00:00+01:00"
    assert floating.ends_at - floating.starts_at == timedelta(hours=1, minutes=30)


def test_the_night_of_the_change_of_hour_lasts_three_real_hours() -> None:
    night = reading("apple_icloud.ics").occurrences[0]

    assert night.ends_at.astimezone(UTC) - night.starts_at.astimezone(UTC) == timedelta(hours=3)


def test_a_letter_cut_by_a_folded_line_is_whole_again() -> None:
    assert reading("ics_pliage_coupe_utf8.ics").occurrences[0].title.startswith("Réunion coupée")


def test_a_login_page_is_refused_with_what_to_do() -> None:
    with pytest.raises(UnreadableCalendar, match="page de connexion"):
        reading("ics_page_de_connexion.ics")


@pytest.mark.parametrize("data", [b"", b"  \r\n", b"nom;prenom\r\n", b"PK\x03\x04"])
def test_what_is_not_a_calendar_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableCalendar):
        read_calendar(data, first=SEPTEMBER, last=JANUARY)


def test_of_a_truncated_file_whole_events_are_kept_and_the_rest_is_told() -> None:
    whole = (SAMPLES / "google_flux.ics").read_bytes()
    cut = whole[: whole.index(b"UID:forum-2j")]

    found = read_calendar(cut, first=SEPTEMBER, last=JANUARY)

    assert len(found.occurrences) == 12
    assert "coupé" in found.problems[0]
    assert "coupé" in reading("ics_tronque.ics").problems[0]


def test_broken_rules_and_dates_are_told_one_by_one() -> None:
    found = reading("ics_rrule_invalide.ics")

    assert [one.title for one in found.occurrences] == ["règle inconnue", "sans UID et fin avant début"]
    told = "\n".join(found.problems)
    assert "«\u00a0date ISO non conforme\u00a0»" in told
    assert "règle de répétition n’est pas comprise" in told
    assert "finit avant de commencer" in told
    assert "pas d’identifiant" in told


def test_an_endless_repetition_keeps_one_date_and_says_so() -> None:
    found = reading("ics_recurrence_infinie.ics", first=date(1970, 1, 1), last=JANUARY)

    assert len(found.occurrences) == 1
    assert "une fois par jour" in found.problems[0]


def test_a_daily_repetition_of_a_lifetime_is_capped() -> None:
    data = written("DTSTART:20080101T080000Z", "RRULE:FREQ=DAILY", "SUMMARY:Tous les jours")

    found = read_calendar(data, first=date(2010, 1, 1), last=date(2026, 1, 1))

    assert len(found.occurrences) == 750
    assert "750" in found.problems[0]


def test_a_repetition_begun_long_ago_is_still_found_this_term() -> None:
    data = written("DTSTART:20100104T080000Z", "RRULE:FREQ=WEEKLY;UNTIL=20260914T080000Z", "SUMMARY:Point")

    assert starts(data) == ["07/09 09:00", "14/09 09:00"]


def test_added_dates_count_and_cancelled_events_do_not() -> None:
    data = written("DTSTART:20260907T080000Z", "RRULE:FREQ=WEEKLY;COUNT=1", "RDATE:20260909T080000Z")

    assert starts(data) == ["07/09 10:00", "09/09 10:00"]
    assert starts(written("DTSTART:20260907T080000Z", "STATUS:CANCELLED")) == []


@pytest.mark.parametrize(
    "line", ["DTSTART:00010101T000000Z", "DTSTART:99991231T235959Z", "SUMMARY:Sans début"]
)
def test_a_start_out_of_any_life_is_left_out_and_told(line: str) -> None:
    found = read_calendar(written(line), first=SEPTEMBER, last=JANUARY)

    assert found.occurrences == ()
    assert "pas lisible" in found.problems[0]


def test_an_unreadable_end_keeps_the_start() -> None:
    data = written("DTSTART:20260907T080000Z", "DTEND:demain", "SUMMARY:Cours")

    found = read_calendar(data, first=SEPTEMBER, last=JANUARY)

    assert found.occurrences[0].starts_at == found.occurrences[0].ends_at
    assert "sa fin" in found.problems[0]


def test_old_encodings_are_converted_and_told() -> None:
    data = written("DTSTART:20260907T080000Z", "SUMMARY:Économie").decode().encode("cp1252")

    found = read_calendar(data, first=SEPTEMBER, last=JANUARY)

    assert found.occurrences[0].title == "Économie"
    assert "ancien codage" in found.problems[0]


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.glob("*.ics")))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_calendar_is_read_or_refused_never_a_crash(name: str, data: st.DataObject) -> None:
    whole = (SAMPLES / name).read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    noise = data.draw(st.binary(max_size=20) | SYNTAX)
    damaged = whole[:start] + noise + whole[end:]

    try:
        found = read_calendar(damaged, first=SEPTEMBER, last=JANUARY)
    except UnreadableCalendar:
        return
    assert all(isinstance(one.starts_at, datetime) for one in found.occurrences)
