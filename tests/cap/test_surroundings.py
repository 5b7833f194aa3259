"""The journal learns from the internship what only it knows."""

from datetime import date

import pytest

from tests.internships.made import make_internship
from tests.journal.entries import make_internship as make_experience
from tremplin.cap import surroundings

pytestmark = pytest.mark.django_db


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
