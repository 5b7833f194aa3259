"""A file that is not a whole backup changes nothing, and a sentence says why."""

import hashlib
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.keeping.places import AT, LATER, everything, put
from tests.people import make_student
from tremplin.accounts.models import Student
from tremplin.keeping.operations import back_up, restore
from tremplin.keeping.packing import pack
from tremplin.keeping.place import Place
from tremplin.keeping.refusals import Damaged, NotABackup, Refused, TooRecent, WrongPassphrase

Parts = dict[str, bytes]


@pytest.fixture
def backup(place: Place) -> bytes:
    """A backup of Alice and one document; meanwhile she changed her name and her document."""
    student = make_student()
    put(place, "agreements/abc", b"%PDF signed")
    content = back_up(place.backups / "tout.zip", place=place, at=AT).path.read_bytes()
    student.first_name = "Alix"
    student.save()
    put(place, "agreements/abc", b"%PDF later")
    return content


def refused(place: Place, content: bytes, *, passphrase: str = "") -> Refused:
    before = everything(place)
    with pytest.raises(Refused) as caught:
        restore(io.BytesIO(content), place=place, at=LATER, passphrase=passphrase)
    assert everything(place) == before
    assert list(place.incoming.iterdir()) == []
    assert [path.name for path in place.backups.iterdir()] == ["tout.zip"]
    return caught.value


def rewritten(content: bytes, change: Callable[[Parts], object]) -> bytes:
    with ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    target = io.BytesIO()
    with ZipFile(target, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def with_manifest(content: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    def rewrite(parts: Parts) -> None:
        manifest = json.loads(parts["manifest.json"])
        change(manifest)
        parts["manifest.json"] = json.dumps(manifest).encode()

    return rewritten(content, rewrite)


def with_database(place: Place, tmp_path: Path, change: Callable[[sqlite3.Connection], object]) -> bytes:
    """A backup whose sums are right and whose database was changed before."""
    path = tmp_path / "changed.sqlite3"
    with closing(sqlite3.connect(place.database)) as source, closing(sqlite3.connect(path)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        change(copy)
        copy.commit()
    target = io.BytesIO()
    pack(target, database=path, files=place.files, at=AT, program="9.9")
    return target.getvalue()


@pytest.mark.parametrize("content", [b"", b"notes", b"%PDF-1.7 not a backup", bytes(100)])
def test_another_file_is_not_a_backup(place: Place, backup: bytes, content: bytes) -> None:
    assert isinstance(refused(place, content), NotABackup)


def test_another_archive_is_not_a_backup(place: Place, backup: bytes) -> None:
    content = rewritten(backup, lambda parts: parts.pop("manifest.json"))

    assert isinstance(refused(place, content), NotABackup)


@given(kept=st.floats(0.001, 0.999))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_cut_anywhere_is_refused(place: Place, backup: bytes, kept: float) -> None:
    assert isinstance(refused(place, backup[: int(len(backup) * kept)]), Damaged | NotABackup)


@pytest.mark.parametrize(
    "change",
    [
        lambda parts: parts.update({"files/agreements/abc": b"%PDF forged"}),
        lambda parts: parts.update({"tables/accounts_student.jsonl": b""}),
        lambda parts: parts.update({"tremplin.sqlite3": parts["tremplin.sqlite3"] + b" "}),
        lambda parts: parts.pop("files/agreements/abc"),
        lambda parts: parts.pop("tremplin.sqlite3"),
        lambda parts: parts.update({"files/more": b"added"}),
        lambda parts: parts.update({"manifest.json": b"[]"}),
        lambda parts: parts.update({"manifest.json": b"{"}),
    ],
)
def test_an_altered_part_is_refused(place: Place, backup: bytes, change: Callable[[Parts], object]) -> None:
    assert "abîmée" in str(refused(place, rewritten(backup, change)))


@pytest.mark.parametrize("name", ["files/../../escaped", "/etc/escaped", "files/a\\b", "files/C:/x", "other"])
def test_a_part_placed_elsewhere_is_refused(place: Place, backup: bytes, name: str) -> None:
    def add(manifest: dict[str, Any]) -> None:
        manifest["parts"][name] = manifest["parts"]["files/agreements/abc"]

    placed = rewritten(with_manifest(backup, add), lambda parts: parts.update({name: b"%PDF signed"}))

    assert isinstance(refused(place, placed), Damaged)


def test_a_later_format_is_refused(place: Place, backup: bytes) -> None:
    content = with_manifest(backup, lambda manifest: manifest.update(format_version=2, program="7.0"))

    said = refused(place, content)

    assert isinstance(said, TooRecent)
    assert "plus récente de Tremplin (7.0)" in str(said)


def test_a_later_schema_is_refused(place: Place, backup: bytes, tmp_path: Path) -> None:
    content = with_database(
        place,
        tmp_path,
        lambda database: database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES (?, ?, ?)",
            ("accounts", "9999_later", "2030-01-01"),
        ),
    )

    said = refused(place, content)

    assert isinstance(said, TooRecent)
    assert "accounts.9999_later" in str(said)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER spy AFTER INSERT ON accounts_student BEGIN DELETE FROM rights_agreement; END",
        "CREATE VIEW spy AS SELECT * FROM accounts_student",
        "DROP TABLE accounts_student",
    ],
)
def test_a_database_that_is_not_ours_is_refused(
    place: Place, backup: bytes, tmp_path: Path, statement: str
) -> None:
    content = with_database(place, tmp_path, lambda database: database.execute(statement))

    assert isinstance(refused(place, content), Damaged)


@pytest.mark.parametrize("database", [b"", b"no database " * 400])
def test_something_else_in_place_of_the_database_is_refused(
    place: Place, backup: bytes, database: bytes
) -> None:
    part = {"bytes": len(database), "sha256": hashlib.sha256(database).hexdigest(), "rows": None}
    described = with_manifest(backup, lambda manifest: manifest["parts"].update({"tremplin.sqlite3": part}))

    content = rewritten(described, lambda parts: parts.update({"tremplin.sqlite3": database}))

    assert isinstance(refused(place, content), Damaged)


def test_a_sealed_file_asks_for_its_passphrase(place: Place, backup: bytes) -> None:
    sealed = place.incoming / "sealed"
    back_up(sealed, place=place, at=AT, passphrase="quatre mots au hasard")
    content = sealed.read_bytes()
    sealed.unlink()

    assert "chiffrée" in str(refused(place, content))
    assert isinstance(refused(place, content, passphrase="cinq mots au hasard"), WrongPassphrase)


def test_an_older_backup_is_migrated_before_it_comes_back(place: Place, tmp_path: Path) -> None:
    make_student(first_name="Ancienne")
    call_command("migrate", "journal", "zero", verbosity=0)
    try:
        old = back_up(place.backups / "vieux.zip", place=place, at=AT)
    finally:
        call_command("migrate", verbosity=0)
    Student.objects.all().delete()

    with old.path.open("rb") as source:
        restore(source, place=place, at=LATER)

    assert "journal" not in old.manifest.schema
    assert Student.objects.get().first_name == "Ancienne"
    call_command("migrate", check_unapplied=True, verbosity=0)
