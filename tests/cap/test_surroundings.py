"""The journal learns from the internship what only it knows."""

from datetime import UTC, date, datetime

import pytest

from tests.internships.made import make_internship
from tests.journal.entries import make_internship as make_experience
from tremplin.cap import surroundings
from tremplin.internships.models import PeriodKind
from tremplin.internships.operations.calendars import add_period

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


def test_days_off_and_milestones_reach_the_journal() -> None:
    internship = make_internship()
    stone = internship.milestones.exclude(kind="legal")[0]
    key = internship.experience_id

    happened = surroundings.happenings(key, since=stone.on, until=stone.on)

    assert stone.name in {one.title for one in happened}
    assert surroundings.days_off(key)[date(2026, 4, 6)] == "jour férié"


def test_an_experience_that_is_no_internship_has_none_of_it() -> None:
    association = make_experience(kind="association")

    assert surroundings.days_off(association.pk) == {}
    assert surroundings.happenings(association.pk, since=date(2026, 2, 1), until=date(2026, 7, 1)) == ()
    assert surroundings.referent(association.pk) == ""


def test_neither_lessons_nor_days_away_are_asked_about() -> None:
    internship = make_internship()
    add_period(internship, kind=PeriodKind.SCHOOL, starts_on=date(2026, 3, 4), ends_on=date(2026, 3, 4))
    for purpose in ("lessons", "own"):
        calendar = internship.calendars.create(name=purpose, purpose=purpose, imported_at=AT)
        for number in (3, 4):
            at = AT.replace(day=number)
            calendar.events.create(starts_at=at, ends_at=at, summary=f"{purpose} {number}")

    key = internship.experience_id
    asked = surroundings.happenings(key, since=date(2026, 3, 2), until=date(2026, 3, 6))

    assert [one.title for one in asked if one.title[-1].isdigit()] == ["own 3"]
