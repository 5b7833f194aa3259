"""The data folder is private, its key stays, and one process at a time prepares it."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tremplin.site.home import Home, locked, prepare, secret_key


def test_the_key_is_made_once_and_kept(tmp_path: Path) -> None:
    home = Home(tmp_path / "données")

    prepare(home)
    first = secret_key(home)
    prepare(home)

    assert len(first) > 50
    assert secret_key(home) == first
    assert [path.name for path in home.folder.iterdir() if "secret" in path.name] == ["secret-key"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_the_folder_and_the_key_are_for_the_student_alone(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")

    prepare(home)

    assert home.folder.stat().st_mode & 0o777 == 0o700
    assert home.key.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_the_rows_are_for_the_student_alone_even_in_an_older_folder(tmp_path: Path) -> None:
    new, old = Home(tmp_path / "new"), Home(tmp_path / "old")
    prepare(old)
    old.database.unlink(missing_ok=True)
    with closing(sqlite3.connect(old.database)) as before, before:
        before.execute("CREATE TABLE word (said)")
    old.database.chmod(0o644)

    for home in (new, old):
        prepare(home)
        with closing(sqlite3.connect(home.database)) as database, database:
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("CREATE TABLE other (said)")
            files = list(home.folder.glob("tremplin.sqlite3*"))
            assert len(files) == 3
            assert {path.stat().st_mode & 0o777 for path in files} == {0o600}


def test_without_a_folder_the_key_serves_one_process_and_nothing_is_written(tmp_path: Path) -> None:
    home = Home(tmp_path / "absent")

    assert secret_key(home) != secret_key(home)
    assert not home.folder.exists()


def test_the_example_lives_beside_never_inside(tmp_path: Path) -> None:
    home = Home(tmp_path / "Tremplin")

    assert home.beside("demo").folder == tmp_path / "Tremplin-demo"


def test_a_second_process_waits_for_the_first(tmp_path: Path) -> None:
    home = Home(tmp_path)

    with locked(home):
        other = sqlite3.connect(home.lock, timeout=0, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN EXCLUSIVE")
        other.close()

    with locked(home):
        pass
