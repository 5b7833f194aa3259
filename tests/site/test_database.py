"""The database follows the program, after a copy that was verified."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.site.processes import run

GO_BACK = """
from django.core.management import call_command
Student.objects.create(first_name="Inès")
connection.cursor().execute("CREATE TABLE kept (word)")
connection.cursor().execute("INSERT INTO kept VALUES ('gardé')")
call_command("migrate", "accounts", "zero", verbosity=0)
"""
LIST_COPIES = "print(*sorted(path.name for path in home.copies.glob('*')))"


def test_a_new_folder_needs_no_copy(tmp_path: Path) -> None:
    run("", tmp_path)

    assert not (tmp_path / "copies").exists()


def test_a_copy_is_kept_before_the_database_changes(tmp_path: Path) -> None:
    run(GO_BACK, tmp_path)

    copies = run(LIST_COPIES, tmp_path).split()

    assert copies == ["tremplin-2026-04-02-08h0000-000000.sqlite3"]
    with closing(sqlite3.connect(tmp_path / "copies" / copies[0])) as copy:
        assert copy.execute("SELECT word FROM kept").fetchone() == ("gardé",)


def test_nothing_is_copied_when_nothing_is_pending(tmp_path: Path) -> None:
    run(GO_BACK, tmp_path)
    before = run(LIST_COPIES, tmp_path)

    assert run(LIST_COPIES, tmp_path) == before


ROWS = """
import sqlite3
def rows():
    with sqlite3.connect(home.database) as database:
        return list(database.iterdump())
"""
FAIL_TO_FOLLOW = """
before = rows()
from tremplin.site.database import CannotMigrate
try:
    bring_up_to_date(home, copies_kept=2, now=datetime(2026, 4, 3))
except CannotMigrate as problem:
    print(rows() == before, problem)
"""


def test_when_a_later_migration_fails_the_earlier_ones_are_undone(tmp_path: Path) -> None:
    printed = run(
        ROWS
        + GO_BACK
        + """
call_command("migrate", "rights", "zero", verbosity=0)
connection.cursor().execute("CREATE TABLE rights_simulation (word)")
"""
        + FAIL_TO_FOLLOW,
        tmp_path,
    )

    assert printed.startswith("True La mise à jour de la base a échoué")
    assert "tremplin-2026-04-03-00h0000-000000.sqlite3" in printed


def test_a_migration_whose_own_code_fails_is_said_and_undone(tmp_path: Path) -> None:
    printed = run(
        ROWS
        + GO_BACK
        + """
from importlib import import_module
from django.db.migrations import RunPython
def fail(apps, schema_editor):
    raise ValueError("ligne 12")
first = import_module("tremplin.accounts.migrations.0001_initial").Migration
first.operations = [*first.operations, RunPython(fail)]
"""
        + FAIL_TO_FOLLOW,
        tmp_path,
    )

    assert printed.startswith("True La mise à jour de la base a échoué (ligne 12)")


def test_data_from_a_newer_program_are_left_alone(tmp_path: Path) -> None:
    run("", tmp_path)
    with closing(sqlite3.connect(tmp_path / "tremplin.sqlite3")) as database, database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES (?, ?, ?)",
            ("accounts", "9999_later", "2030-01-01"),
        )
    refused = """
        from tremplin.site.database import CannotMigrate, bring_up_to_date
        try:
            bring_up_to_date(home, copies_kept=2, now=datetime(2026, 4, 2))
        except CannotMigrate as problem:
            print(problem)
        """

    said = run(refused, tmp_path, up_to_date=False)

    assert "plus récente" in said
    assert "accounts.9999_later" in said
