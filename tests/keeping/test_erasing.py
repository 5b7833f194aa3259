"""Everything can go, and no copy under way brings it back."""

import threading
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from tests.keeping.places import AT, put
from tests.people import make_student
from tremplin.accounts.models import Student
from tremplin.keeping.erasing import erase_everything
from tremplin.keeping.operations import back_up
from tremplin.keeping.place import Place
from tremplin.kit.locks import held

URL = "/reglages/effacer/"


@pytest.fixture
def kept_file() -> Path:
    """A document in the student's folder."""
    settings.HOME.files.mkdir(parents=True, exist_ok=True)
    path: Path = settings.HOME.files / "signée.pdf"
    path.write_bytes(b"%PDF")
    return path


@pytest.mark.django_db(transaction=True)
def test_erasing_needs_a_deliberate_yes(client: Client, kept_file: Path) -> None:
    make_student()

    refused = client.post(URL, {})

    assert refused.status_code == 422
    assert "Cochez la case" in refused.content.decode()
    assert Student.objects.exists()
    assert kept_file.exists()


@pytest.mark.django_db(transaction=True)
def test_erasing_leaves_nothing_not_even_in_the_browser(client: Client, kept_file: Path) -> None:
    make_student(first_name="Introuvable")

    done = client.post(URL, {"sure": "on"})

    assert done.status_code == 200
    assert done["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert not Student.objects.exists()
    assert not kept_file.exists()
    database = Path(connection.settings_dict["NAME"])
    for path in database.parent.glob(f"{database.name}*"):
        assert b"Introuvable" not in path.read_bytes()


def test_a_copy_under_way_is_over_before_anything_goes(place: Place) -> None:
    make_student()
    put(place, "agreements/abc", b"%PDF")

    def erase() -> None:
        erase_everything(place=place, folders=(place.files, place.incoming, place.backups))
        connection.close()

    erasing = threading.Thread(target=erase)
    with held(place.lock):
        erasing.start()
        erasing.join(0.3)
        assert erasing.is_alive()
        (place.backups / "auto-2026-04-02.zip").write_bytes(b"what it copies")
    erasing.join(20)

    assert not erasing.is_alive()
    assert not Student.objects.exists()
    assert [path for folder in (place.files, place.backups) for path in folder.iterdir()] == []


def test_a_copy_waits_for_the_end_of_an_erasure(place: Place) -> None:
    made: list[Path] = []
    copying = threading.Thread(
        target=lambda: made.append(back_up(place.backups / "copie.zip", place=place, at=AT).path)
    )
    with held(place.lock):
        copying.start()
        copying.join(0.3)
        assert not made
    copying.join(20)

    assert made == [place.backups / "copie.zip"]


def test_what_goes_by_itself_meanwhile_does_not_stop_an_erasure(place: Place) -> None:
    (place.backups / "copie.zip").symlink_to(place.backups / "absente.zip")
    put(place, "a/b/c", b"mot")

    erase_everything(place=place, folders=(place.files, place.backups))

    assert [*place.files.iterdir(), *place.backups.iterdir()] == []
