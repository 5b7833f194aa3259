"""A file of contacts in pages: a look, the import, its undo, doubles, and someone forgotten."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.people import make_student
from tests.typography import faults
from tremplin.network.kept_files import waiting_files
from tremplin.network.models import DistinctPair, ImportBatch, Person
from tremplin.network.operations import find_or_add_person

CONNECTIONS = """Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Karim,Benyahia,https://www.linkedin.com/in/karim-benyahia,,Troquinette,Analyste stock,12 Mar 2025
Julie,Rousseau,https://www.linkedin.com/in/julie-rousseau,,Troquinette,Responsable de boutique,3 Jan 2024
,,,,,,
"""


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path, db: None) -> Iterator[None]:
    """Give files of their own folder, and a student."""
    settings.MEDIA_ROOT = tmp_path / "files"
    make_student()
    yield
    assert len(waiting_files().digests()) <= 1


def _archive() -> SimpleUploadedFile:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("Connections.csv", CONNECTIONS)
    return SimpleUploadedFile("export.zip", packed.getvalue())


def _looked(client: Client) -> dict[str, str]:
    page = client.post("/reseau/importer/", {"contacts": _archive()}).content.decode()
    return dict(re.findall(r'name="(digest|name)" value="([^"]+)"', page))


def test_a_look_says_what_would_come_and_writes_nothing(client: Client) -> None:
    answer = client.post("/reseau/importer/", {"contacts": _archive()})

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Deux\u00a0personnes à ajouter" in page
    assert "Karim Benyahia" in page
    assert faults(page) == []
    assert not Person.objects.exists()


def test_the_import_adds_people_and_leaves_no_file_behind(client: Client) -> None:
    answer = client.post("/reseau/importer/ajouter/", _looked(client))

    assert answer.headers["Location"] == "/reseau/"
    assert {one.full_name for one in Person.objects.all()} == {"Karim Benyahia", "Julie Rousseau"}
    assert waiting_files().digests() == frozenset()
    assert "Une poignée de main" in client.get("/reseau/", {"chez": "Troquinette"}).content.decode()


def test_an_import_is_undone(client: Client) -> None:
    client.post("/reseau/importer/ajouter/", _looked(client))

    page = client.get("/reseau/importer/").content.decode()
    client.post(f"/reseau/importer/{ImportBatch.objects.get().pk}/annuler/")

    assert "export.zip" in page
    assert not Person.objects.exists()


@pytest.mark.parametrize("digest", ["", "../../tremplin.sqlite3", "0" * 64])
def test_a_file_that_does_not_wait_is_asked_again(client: Client, digest: str) -> None:
    answer = client.post("/reseau/importer/ajouter/", {"digest": digest, "name": "x"}, follow=True)

    assert "Choisissez-le à nouveau" in answer.content.decode()
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"), [("vide.csv", b" "), ("notes.txt", b"rien ici"), ("image.png", b"\x89PNG\r\n\x1a\n")]
)
def test_a_file_without_contacts_is_refused_with_its_reason(
    client: Client, name: str, content: bytes
) -> None:
    answer = client.post("/reseau/importer/", {"contacts": SimpleUploadedFile(name, content)})

    assert answer.status_code == 422
    assert 'class="err"' in answer.content.decode()
    assert waiting_files().digests() == frozenset()


def _alike() -> tuple[Person, Person]:
    one, other = find_or_add_person("Jean Martin"), find_or_add_person("J. Martin")
    return one, other


def test_two_people_made_one_are_made_two_again(client: Client) -> None:
    one, other = _alike()

    page = client.post(f"/reseau/doublons/{one.pk}/{other.pk}/une/", follow=True).content.decode()

    assert list(Person.objects.all()) == [one]
    client.post(re.findall(r'action="(/reseau/doublons/\d+/separer/)"', page)[-1])
    assert set(Person.objects.all()) == {one, other}


def test_two_people_told_apart_are_asked_again_on_demand(client: Client) -> None:
    one, other = _alike()

    page = client.post(f"/reseau/doublons/{one.pk}/{other.pk}/deux/", follow=True).content.decode()

    assert DistinctPair.objects.exists()
    client.post(re.findall(r'action="(/reseau/doublons/[^"]+/reposer/)"', page)[-1])
    assert not DistinctPair.objects.exists()


def test_a_suggestion_gives_its_reason(client: Client) -> None:
    _alike()

    page = client.get("/reseau/doublons/").content.decode()

    assert "Une\u00a0paire à regarder" in page
    assert faults(page) == []


def test_one_click_forgets_someone(client: Client, transactional_db: None) -> None:
    one = find_or_add_person("Karim Benyahia")

    page = client.get(f"/reseau/personnes/{one.pk}/").content.decode()
    client.post(f"/reseau/personnes/{one.pk}/oublier/")

    assert f"/reseau/personnes/{one.pk}/oublier/" in page
    assert not Person.everyone.exists()
    assert client.get(f"/reseau/personnes/{one.pk}/").status_code == 404
