"""All of a backup takes the place of the present data, or nothing does, while others read."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.keeping.places import AT, LATER, documents, everything, put
from tests.people import make_student
from tests.site.processes import start
from tremplin.accounts.models import Student
from tremplin.keeping import replacing
from tremplin.keeping.operations import back_up, restore
from tremplin.keeping.place import Place
from tremplin.keeping.refusals import CannotWrite
from tremplin.keeping.replacing import replace_data


@pytest.fixture
def backup(place: Place) -> Path:
    """A backup with two documents, one of which is then replaced and one more added."""
    make_student(first_name="Avant")
    put(place, "same", b"same")
    put(place, "changed", b"before")
    path = back_up(place.backups / "tout.zip", place=place, at=AT).path
    Student.objects.update(first_name="Après")
    put(place, "changed", b"after")
    put(place, "folder/more", b"more")
    return path


def test_documents_come_back_and_those_since_go(place: Place, backup: Path) -> None:
    with backup.open("rb") as source:
        restore(source, place=place, at=LATER)

    assert documents(place) == {"same": b"same", "changed": b"before"}


def test_someone_reading_keeps_what_they_were_reading(place: Place, backup: Path) -> None:
    with closing(sqlite3.connect(place.database)) as reader:
        reader.execute("BEGIN")
        assert reader.execute("SELECT first_name FROM accounts_student").fetchone() == ("Après",)

        with backup.open("rb") as source:
            restore(source, place=place, at=LATER)

        assert reader.execute("SELECT first_name FROM accounts_student").fetchone() == ("Après",)
        reader.rollback()
        assert reader.execute("SELECT first_name FROM accounts_student").fetchone() == ("Avant",)


def test_a_writer_who_never_ends_stops_the_restoration_and_nothing_has_changed(
    place: Place, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replacing, "PATIENCE_SECONDS", 0.2)
    before = everything(place)
    with closing(sqlite3.connect(place.database, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")

        with backup.open("rb") as source, pytest.raises(CannotWrite, match="trop longtemps"):
            restore(source, place=place, at=LATER)

        writer.rollback()
    assert everything(place) == before


def test_rows_that_cannot_be_written_leave_the_documents_as_they_were(place: Place, tmp_path: Path) -> None:
    make_student()
    put(place, "changed", b"after")
    staged, aside = tmp_path / "staged", tmp_path / "aside"
    for folder in (staged, aside):
        folder.mkdir()
    (staged / "changed").write_bytes(b"before")
    (staged / "added").write_bytes(b"added")
    broken = tmp_path / "broken.sqlite3"
    broken.write_bytes(b"no database " * 400)
    before = everything(place)

    with pytest.raises(sqlite3.DatabaseError):
        replace_data(
            database=place.database, files=place.files, by_database=broken, by_files=staged, aside=aside
        )

    assert everything(place) == before


DISK_FULL = """
    import resource
    from datetime import UTC
    from tremplin.keeping.operations import back_up, copy_of_the_day, restore
    from tremplin.keeping.place import Place
    from tremplin.keeping.refusals import CannotWrite
    at = datetime(2026, 4, 2, 9, 30, tzinfo=UTC)
    place = Place.here()
    Student.objects.create(first_name="Alice")
    (place.files / "large").write_bytes(os.urandom(2_000_000))
    whole = back_up(home.folder / "whole.zip", place=place, at=at).path
    Student.objects.update(first_name="Alix")
    def attempt(act):
        try:
            act()
        except CannotWrite as refused:
            print(refused)
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_BYTES, MOST_BYTES))
    with whole.open("rb") as source:
        attempt(lambda: back_up(home.folder / "second.zip", place=place, at=at))
        attempt(lambda: restore(source, place=place, at=at))
    print(Student.objects.get().first_name)
    print(*sorted(path.name for path in home.folder.glob("*.zip")), *home.incoming.iterdir())
"""


@pytest.mark.parametrize("limit", [1_000_000, 100_000])
def test_a_full_disk_is_said_and_nothing_changes(tmp_path: Path, limit: int) -> None:
    process = start(DISK_FULL.replace("MOST_BYTES", str(limit)), tmp_path)
    printed, _ = process.communicate(timeout=60)

    *said, name, files = printed.splitlines()
    assert process.returncode == 0
    assert len(said) == 2
    assert all("place" in sentence and "Rien n’a changé" in sentence for sentence in said)
    assert (name, files) == ("Alix", "whole.zip")
