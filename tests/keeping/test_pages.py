"""Réglages › Sauvegarde: one file out, one file in, a way back."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.keeping.places import AT, put
from tests.people import make_student
from tests.typography import faults
from tremplin.accounts.models import Student
from tremplin.keeping.operations import back_up
from tremplin.keeping.place import Place

URL = "/reglages/sauvegarde/"
PHRASE = "quatre mots au hasard"


def saved(client: Client, **typed: str) -> bytes:
    answer = client.post(f"{URL}creer/", typed)
    assert answer.status_code == 200
    return b"".join(answer)


def brought_back(client: Client, content: bytes, **typed: str) -> str:
    file = SimpleUploadedFile("tremplin.zip", content)
    return client.post(f"{URL}rouvrir/", {"file": file, **typed}, follow=True).content.decode()


def test_the_page_says_what_would_be_saved(client: Client, home: Place) -> None:
    make_student()

    page = client.get(URL).content.decode()

    assert "1 étudiant" in page
    assert "Aucune copie gardée ici" in page
    assert faults(page) == []


def test_a_saved_file_brings_everything_back_and_the_way_back_too(client: Client, home: Place) -> None:
    make_student(first_name="Avant")
    put(home, "agreements/abc", b"%PDF")
    content = saved(client)
    Student.objects.update(first_name="Après")

    page = brought_back(client, content, sure="on")

    assert "Vos données sont celles de la sauvegarde" in page
    assert Student.objects.get().first_name == "Avant"
    (before,) = home.backups.iterdir()
    assert f'action="{URL}copies/{before.name}/retablir/"' in page
    client.post(f"{URL}copies/{before.name}/retablir/")
    assert Student.objects.get().first_name == "Après"


def test_a_sealed_file_needs_its_phrase(client: Client, home: Place) -> None:
    make_student(first_name="Avant")
    content = saved(client, passphrase=PHRASE, again=PHRASE)
    Student.objects.update(first_name="Après")

    without = brought_back(client, content, sure="on")
    wrong = brought_back(client, content, sure="on", passphrase="cinq mots au hasard")

    assert "Donnez sa phrase secrète" in without
    assert "n’ouvre pas cette sauvegarde" in wrong
    assert Student.objects.get().first_name == "Après"
    brought_back(client, content, sure="on", passphrase=PHRASE)
    assert Student.objects.get().first_name == "Avant"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"passphrase": PHRASE, "again": "autre"}, "Les deux phrases diffèrent"),
        ({"passphrase": "court", "again": "court"}, "au moins 10 caractères"),
    ],
)
def test_a_slip_in_the_phrase_is_refused(
    client: Client, home: Place, typed: dict[str, str], sentence: str
) -> None:
    answer = client.post(f"{URL}creer/", typed)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "autre" not in answer.content.decode().split("<form")[1]


def test_restoring_needs_a_deliberate_yes_and_a_file(client: Client, home: Place) -> None:
    make_student(first_name="Avant")
    content = saved(client)
    Student.objects.update(first_name="Après")

    page = brought_back(client, content)
    empty = client.post(f"{URL}rouvrir/", {"sure": "on"}).content.decode()

    assert "Cochez la case" in page
    assert "Choisissez le fichier" in empty
    assert Student.objects.get().first_name == "Après"


def test_another_file_changes_nothing_and_says_why(client: Client, home: Place) -> None:
    make_student()

    page = brought_back(client, b"%PDF-1.7", sure="on")

    assert "n’est pas une sauvegarde" in page
    assert faults(page) == []
    assert Student.objects.exists()


def test_a_kept_copy_says_what_it_holds_and_comes_back(client: Client, home: Place) -> None:
    home.backups.mkdir(exist_ok=True)
    make_student(first_name="Avant")
    back_up(home.backups / "auto-1.zip", place=home, at=AT)
    Student.objects.update(first_name="Après")

    assert "copie du jour, auto-1.zip" in client.get(URL).content.decode()
    page = client.get(f"{URL}copies/auto-1.zip/").content.decode()
    refused = client.post(f"{URL}copies/auto-1.zip/")
    client.post(f"{URL}copies/auto-1.zip/", {"sure": "on"})

    assert "1 étudiant" in page
    assert faults(page) == []
    assert refused.status_code == 422
    assert Student.objects.get().first_name == "Avant"


def test_a_kept_copy_can_be_taken_away(client: Client, home: Place) -> None:
    home.backups.mkdir(exist_ok=True)
    kept = back_up(home.backups / "auto-1.zip", place=home, at=AT + timedelta(days=1))

    answer = client.get(f"{URL}copies/auto-1.zip/fichier/")

    assert io.BytesIO(b"".join(answer)).getvalue() == kept.path.read_bytes()


@pytest.mark.parametrize("name", ["absent.zip", "..", "..%2Ftremplin.sqlite3", ".hidden.zip"])
def test_no_other_file_can_be_reached(client: Client, home: Place, name: str) -> None:
    home.backups.mkdir(exist_ok=True)
    (home.backups / ".hidden.zip").write_bytes(b"PK")

    assert client.get(f"{URL}copies/{name}/fichier/").status_code == 404


def test_a_damaged_copy_says_so(client: Client, home: Place) -> None:
    home.backups.mkdir(exist_ok=True)
    (home.backups / "auto-1.zip").write_bytes(b"PK\x03\x04 cut")

    answer = client.get(f"{URL}copies/auto-1.zip/")

    assert answer.status_code == 422
    assert "abîmée" in answer.content.decode()
