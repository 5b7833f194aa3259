"""A copy counts only when it holds what the database holds."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from tremplin.kit.copies import CopyFailed, copy_database, is_faithful, keep_last

AT = datetime(2026, 4, 2, 9, 30)  # noqa: DTZ001 the student's own clock


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A small database in use, its last write still in the write-ahead log."""
    path = tmp_path / "tremplin.sqlite3"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE note (words)")
        connection.executemany("INSERT INTO note VALUES (?)", [("un",), ("deux",)])
    return path


def test_the_copy_holds_every_row_and_bears_its_date(database: Path, tmp_path: Path) -> None:
    copy = copy_database(database, tmp_path / "copies", at=AT)

    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT words FROM note").fetchall() == [("un",), ("deux",)]
    assert copy.name == "tremplin-2026-04-02-09h3000-000000.sqlite3"
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


def test_a_row_short_is_not_a_copy(database: Path, tmp_path: Path) -> None:
    copy = copy_database(database, tmp_path / "copies", at=AT)

    with closing(sqlite3.connect(copy)) as copied, closing(sqlite3.connect(database)) as original:
        copied.execute("DELETE FROM note WHERE words = 'un'")

        assert not is_faithful(original, copied)


def test_a_damaged_database_gives_no_copy(database: Path, tmp_path: Path) -> None:
    content = bytearray(database.read_bytes())
    content[4096:4700] = b"\xff" * 604
    database.write_bytes(content)

    with pytest.raises(CopyFailed):
        copy_database(database, tmp_path / "copies", at=AT)

    assert list((tmp_path / "copies").iterdir()) == []


def test_only_the_last_copies_stay(tmp_path: Path) -> None:
    names = [f"tremplin-2026-04-0{day}-09h0000-000000.sqlite3" for day in (1, 2, 3)]
    for name in [*names, "autre.txt"]:
        (tmp_path / name).touch()

    keep_last(tmp_path, 2)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["autre.txt", *names[1:]]
