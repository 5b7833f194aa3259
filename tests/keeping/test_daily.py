"""One dated copy a day when something changed, a few of them kept, none lost before the next is right."""

import os
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.keeping.places import AT, everything
from tests.people import make_student
from tremplin.accounts.models import Student
from tremplin.keeping.operations import Backup, copy_of_the_day, restore
from tremplin.keeping.place import Place
from tremplin.keeping.queries import kept_backups
from tremplin.keeping.refusals import CannotWrite
from tremplin.site.daily_copy import make_copy


def copy(place: Place, *, days: int = 0, hours: int = 0, kept: int = 3) -> Backup | None:
    return copy_of_the_day(place=place, at=AT + timedelta(days=days, hours=hours), kept=kept)


def age(path: Path) -> None:
    """Make a copy older than any change."""
    long_ago = datetime(2020, 1, 1).timestamp()  # noqa: DTZ001
    os.utime(path, (long_ago, long_ago))


def test_the_first_copy_bears_its_date_and_brings_everything_back(place: Place) -> None:
    make_student(first_name="Avant")
    before = everything(place)

    made = copy(place)

    assert made
    assert made.path.name.startswith("auto-2026-04-02-09h3000")
    Student.objects.update(first_name="Après")
    with made.path.open("rb") as source:
        restore(source, place=place, at=AT)
    assert everything(place) == before


def test_a_second_copy_waits_for_another_day(place: Place) -> None:
    copy(place)
    make_student()

    assert copy(place, hours=9) is None
    assert copy(place, days=1) is not None


def test_nothing_is_copied_when_nothing_changed(place: Place) -> None:
    make_student()
    copy(place)

    assert copy(place, days=1) is None


def test_the_oldest_copies_go(place: Place) -> None:
    other = place.backups / "à garder.zip"
    other.write_bytes(b"")
    for day in range(5):
        made = copy(place, days=day)
        assert made
        age(made.path)

    names = sorted(path.name[:15] for path in place.backups.iterdir())

    assert names == ["auto-2026-04-04", "auto-2026-04-05", "auto-2026-04-06", other.name]


def test_what_a_power_cut_left_is_swept_and_what_is_being_written_stays(place: Place) -> None:
    left, living = place.incoming / "backup-left", place.incoming / "backup-living"
    for folder in (left, living):
        folder.mkdir()
    age(left)

    copy(place)

    assert list(place.incoming.iterdir()) == [living]


def test_when_the_new_copy_fails_the_old_ones_stay(place: Place, tmp_path: Path) -> None:
    made = copy(place)
    assert made
    age(made.path)
    broken = tmp_path / "broken.sqlite3"
    broken.write_bytes(b"no database " * 400)

    with pytest.raises(CannotWrite):
        copy_of_the_day(
            place=Place(broken, place.files, place.incoming, place.backups),
            at=AT + timedelta(days=1),
            kept=1,
        )

    assert [path.name for path in place.backups.iterdir()] == [made.path.name]


def test_a_copy_that_vanishes_while_it_is_looked_at_stops_nothing(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    (place.backups / "auto-2026-04-01-09h300000-000000.zip").symlink_to(place.backups / "absente.zip")

    make_copy(place, kept=3, at=AT)

    assert "Copie du jour non faite" in caplog.text


def test_a_folder_of_backups_that_cannot_be_made_is_said(place: Place, tmp_path: Path) -> None:
    (tmp_path / "occupied").touch()

    with pytest.raises(CannotWrite):
        copy(replace(place, backups=tmp_path / "occupied"))


def test_a_copy_of_the_day_is_dated_by_its_name(place: Place) -> None:
    made = copy(place)
    assert made
    age(made.path)
    odd = made.path.rename(made.path.with_name("auto-2026-02-31-09h3000-000000.zip"))

    assert kept_backups(place)[0].kept_at.year == 2020

    odd.rename(made.path)
    assert (kept_backups(place)[0].kept_at.date(), kept_backups(place)[0].kept_at.hour) == (AT.date(), 9)
