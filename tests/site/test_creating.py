"""A database made at once has the shape its migrations give."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.site.processes import run

Read = Callable[[str], list[tuple[Any, ...]]]
RULE = re.compile(r'CONSTRAINT "(\w+)" (.*?)(?=, CONSTRAINT|, FOREIGN KEY|\)$)', re.DOTALL)


def shape(read: Read) -> dict[str, Any]:
    """Return what a database holds, whatever the order in which its columns were added."""
    everything = read("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master")
    tables = {name: sql for kind, name, _, sql in everything if kind == "table" and name != "sqlite_sequence"}
    return {
        "tables": {
            name: {
                "columns": {column[1:] for column in read(f'PRAGMA table_info("{name}")')},
                "references": {tuple(one[2:]) for one in read(f'PRAGMA foreign_key_list("{name}")')},
                "rules": {rule for rule, _ in RULE.findall(sql) if not rule.endswith("_uniq")},
            }
            for name, sql in tables.items()
        },
        "others": {(kind, name, on) for kind, name, on, sql in everything if kind != "table" and sql},
        "applied": set(read("SELECT app, name FROM django_migrations")),
    }


def of_the_tests(sql: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [tuple(row) for row in cursor.fetchall()]


@pytest.mark.django_db
def test_it_is_the_same_as_through_every_migration(tmp_path: Path) -> None:
    run("", tmp_path)

    with closing(sqlite3.connect(tmp_path / "tremplin.sqlite3")) as database:
        made = shape(lambda sql: database.execute(sql).fetchall())

    migrated = shape(of_the_tests)
    assert len(migrated["tables"]) > 50
    assert made["applied"] == migrated["applied"]
    assert made["others"] == migrated["others"]
    assert made["tables"] == migrated["tables"]


def test_it_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    cut = """
    from tremplin.site.database import CannotMigrate
    from tremplin.site import creating
    class Cut(Exception): pass
    def stop(*_): raise Cut
    creating.RunSQL.database_forwards = stop
    try:
        bring_up_to_date(home, copies_kept=2, now=datetime(2026, 4, 3))
    except Cut:
        print("cut", connection.introspection.table_names())
    """
    from_start = "from tremplin.site.database import bring_up_to_date\n"

    assert run(from_start + cut.replace("\n    ", "\n"), tmp_path, up_to_date=False).strip() == "cut []"
    run("Student.objects.create(first_name='Zoé')", tmp_path)
