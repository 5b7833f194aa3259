"""What was saved comes back identical, whatever the slices hold."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from random import Random
from zipfile import ZipFile

from django.core.management import call_command
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.keeping.places import AT, LATER, documents, empty, everything, put
from tests.keeping.rows import all_models, fill
from tests.people import make_student
from tests.site.processes import environment
from tremplin.keeping.operations import back_up, restore
from tremplin.keeping.place import Place

SHARED = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking restores thousands of times
)
NAMES = st.from_regex(r"[a-z0-9]{1,8}(/[a-z0-9é]{1,8})?", fullmatch=True)
KEPT = st.dictionaries(NAMES, st.binary(max_size=200), max_size=3)


def wipe(place: Place) -> None:
    call_command("flush", interactive=False, verbosity=0)
    empty(place.files)


@SHARED
@given(
    draw=st.randoms(use_true_random=True), kept=st.dictionaries(NAMES, st.binary(max_size=200), max_size=3)
)
def test_any_rows_and_documents_come_back_identical(
    place: Place, draw: Random, kept: dict[str, bytes]
) -> None:
    wipe(place)
    fill(draw)
    for number, (name, content) in enumerate(kept.items()):
        put(place, f"{number}/{name}", content)
    before = everything(place)
    backup = back_up(place.backups / "tout.zip", place=place, at=AT)
    wipe(place)
    fill(draw)
    put(place, "autre", b"venu entre-temps")

    with backup.path.open("rb") as source:
        restore(source, place=place, at=LATER)

    assert everything(place) == before


def test_no_model_of_the_registry_is_left_out(place: Place) -> None:
    backup = back_up(place.backups / "tout.zip", place=place, at=AT)

    assert {model._meta.db_table for model in all_models()} <= set(backup.manifest.rows)


def test_a_sealed_backup_comes_back_identical(place: Place) -> None:
    make_student(first_name="Zoé")
    put(place, "agreements/abc", b"%PDF")
    before = everything(place)
    backup = back_up(place.backups / "tout.tremplin", place=place, at=AT, passphrase="quatre mots au hasard")
    wipe(place)

    with backup.path.open("rb") as source:
        restore(source, place=place, at=LATER, passphrase="quatre mots au hasard")

    assert everything(place) == before
    sealed = backup.path.read_bytes()
    assert "Zoé".encode() not in sealed
    assert b"agreements/abc" not in sealed


def test_another_machine_gets_the_same(place: Place, tmp_path: Path) -> None:
    make_student(first_name="Zoé")
    put(place, "agreements/abc", b"%PDF")
    backup = back_up(place.backups / "tout.zip", place=place, at=AT)

    done = subprocess.run(
        [sys.executable, "-m", "tremplin", "restore", str(backup.path)],
        env=environment(tmp_path / "elsewhere"),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    with (
        closing(sqlite3.connect(tmp_path / "elsewhere" / "tremplin.sqlite3")) as there,
        closing(sqlite3.connect(place.database)) as here,
    ):
        assert _dump(there) == _dump(here)
    assert (tmp_path / "elsewhere" / "files" / "agreements" / "abc").read_bytes() == b"%PDF"


def test_the_data_of_before_can_be_brought_back(place: Place) -> None:
    make_student(first_name="Avant")
    put(place, "a", b"avant")
    old = back_up(place.backups / "vieux.zip", place=place, at=AT)
    wipe(place)
    make_student(first_name="Après")
    put(place, "b", b"apres")
    present = everything(place)

    with old.path.open("rb") as source:
        done = restore(source, place=place, at=LATER)
    assert documents(place) == {"a": b"avant"}
    with done.before.open("rb") as source:
        restore(source, place=place, at=LATER)

    assert everything(place) == present


def test_the_rows_can_be_read_without_tremplin(place: Place) -> None:
    make_student(first_name="Zoé")
    backup = back_up(place.backups / "tout.zip", place=place, at=AT)

    with ZipFile(backup.path) as archive:
        lines = archive.read("tables/accounts_student.jsonl").decode().splitlines()

    assert [json.loads(line)["first_name"] for line in lines] == ["Zoé"]


def _dump(database: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    names = database.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    ).fetchall()
    return {
        name: database.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall()  # noqa: S608
        for (name,) in names
        if name not in ("sqlite_schema", "sqlite_sequence", "django_migrations")
    }
