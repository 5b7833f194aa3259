"""The file itself: intact, downloadable, signed, removed, brought back."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.rights.kept import RECEIVED, SIGNED, keep, page_of
from tremplin.rights import kept_files
from tremplin.rights.models import Agreement, Version
from tremplin.rights.operations import erase_removed


@pytest.fixture
def signed(db: None, client: Client) -> Version:
    """The signed example, declared so."""
    version = keep(SIGNED)
    client.post(f"{page_of(version)}signee/")
    return version


def test_the_original_comes_back_byte_for_byte_and_never_opens_here(client: Client, signed: Version) -> None:
    answer: Any = client.get(f"{page_of(signed)}fichier/")

    assert b"".join(answer.streaming_content) == SIGNED.read_bytes()
    assert answer["Content-Disposition"] == f'attachment; filename="{SIGNED.name}"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_the_signed_version_is_said_intact_with_its_digest(client: Client, signed: Version) -> None:
    page = client.get(page_of(signed)).content.decode()

    assert "fichier intact." in page
    assert signed.digest in page


def test_a_changed_file_is_said_changed(client: Client, signed: Version) -> None:
    path = kept_files.cupboard().path_of(signed.digest)
    before = path.read_bytes()
    path.write_bytes(before + b"%")

    page = client.get(page_of(signed)).content.decode()
    path.write_bytes(before)

    assert "le fichier a changé depuis." in page


def test_declaring_it_signed_can_be_taken_back(client: Client, signed: Version) -> None:
    client.post(f"{page_of(signed)}non-signee/")

    signed.refresh_from_db()
    assert signed.signed_at is None


def test_only_one_version_is_the_signed_one(client: Client, signed: Version) -> None:
    other = keep(RECEIVED, agreement=signed.agreement)

    client.post(f"{page_of(other)}signee/")

    assert list(Version.objects.exclude(signed_at=None)) == [other]


def test_removing_asks_first_then_can_be_undone(client: Client, signed: Version) -> None:
    url = f"/droits/convention/{signed.agreement_id}/"
    asked = client.get(f"{url}supprimer/").content.decode()

    page = client.post(f"{url}supprimer/", follow=True).content.decode()
    assert client.get(url).status_code == 404
    client.post(f"{url}retablir/")

    assert "Supprimer cette convention" in asked
    assert f'action="{url}retablir/"' in page
    assert client.get(url).status_code == 200


def test_what_was_removed_long_enough_ago_is_erased_with_its_file(client: Client, signed: Version) -> None:
    client.post(f"/droits/convention/{signed.agreement_id}/supprimer/")

    erased = erase_removed(before=timezone.now() + timedelta(seconds=1))

    assert erased == 1
    assert not Agreement.objects.exists()
    assert not kept_files.cupboard().path_of(signed.digest).exists()


def test_opening_the_room_erases_what_was_removed_ten_minutes_ago(client: Client, signed: Version) -> None:
    long_ago = timezone.now() - timedelta(minutes=11)
    Agreement.objects.update(deleted_at=long_ago)

    client.get("/droits/convention/")

    assert not Agreement.objects.exists()


def test_a_file_shared_with_a_living_agreement_is_kept(client: Client, signed: Version) -> None:
    removed = Agreement.objects.create(created_at=timezone.now(), deleted_at=timezone.now())
    keep(SIGNED, agreement=removed)

    erase_removed(before=timezone.now() + timedelta(seconds=1))

    assert kept_files.digest_now(signed.digest) == signed.digest
