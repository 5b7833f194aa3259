"""A file goes in, its page comes out; what cannot be read is said on the same page."""

from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils import timezone

from tests.rights.kept import CORPUS, HTMX, RECEIVED, SIGNED, keep, page_of
from tests.typography import faults
from tremplin.rights import kept_files
from tremplin.rights.agreement.reading.limits import LIMITS
from tremplin.rights.models import Agreement, State, Version
from tremplin.rights.operations import RefusedFile, receive, throw_away

URL = "/droits/convention/"


def drop(client: Client, data: bytes, name: str, *, to: str = URL) -> str:
    """Drop a file and return the page the student ends on."""
    return client.post(to, {"file": SimpleUploadedFile(name, data)}, follow=True).content.decode()


@pytest.mark.django_db
def test_the_empty_room_offers_to_drop_a_file_or_try_an_example(client: Client) -> None:
    page = client.get(URL).content.decode()

    assert 'enctype="multipart/form-data"' in page
    assert "Lire une convention inventée" in page
    assert faults(page) == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", ["d01_mut02.pdf", "d01_mut03.docx", "d01_mut07.odt", "d01_mut01.txt"])
def test_a_dropped_agreement_is_read_and_its_page_shown(client: Client, name: str) -> None:
    page = drop(client, (CORPUS / name).read_bytes(), name)

    version = Version.objects.get()
    assert version.state == State.READ
    assert version.seconds > 0
    assert kept_files.digest_now(version.digest) == version.digest
    assert "Ce que nous avons lu" in page


@pytest.mark.django_db(transaction=True)
def test_the_invented_agreement_is_one_click_away(client: Client) -> None:
    page = client.post("/droits/convention/exemple/", follow=True).content.decode()

    assert "Cargolière SAS" in page
    assert "La gratification est sous le minimum" in page


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("casse.pdf", b"%PDF-1.7\nrien de lisible", "«\u00a0casse.pdf\u00a0»"),
    ],
)
def test_an_unreadable_file_is_refused_in_french_beside_the_drop_zone(
    client: Client, name: str, data: bytes, says: str
) -> None:
    page = drop(client, data, name)

    assert 'role="alert"' in page
    assert says in page
    assert "data-tremplin-drop" in page
    assert "Relire le même fichier" in page


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("photo.heic", b"\x00\x00\x00\x18ftypheic" + b"\x00" * 200, "«\u00a0photo.heic\u00a0»"),
        ("notes.zip", b"PK\x05\x06" + b"\x00" * 18, "«\u00a0notes.zip\u00a0»"),
        ("setup.exe", b"MZ\x90\x00" + b"\x00" * 200, "est un programme, pas une convention"),
    ],
)
def test_a_file_of_a_wrong_kind_is_thrown_away_at_once_and_the_page_says_so(
    client: Client, name: str, data: bytes, says: str
) -> None:
    page = drop(client, data, name)

    assert "Ce fichier n’a pas été gardé." in page
    assert says in page
    assert all(words not in page for words in ("Relire", "Reprendre", "gardé ici"))
    assert not Agreement.objects.exists()
    assert kept_files.digest_now(sha256(data).hexdigest()) == ""


@pytest.mark.django_db(transaction=True)
def test_a_wrong_file_dropped_as_a_new_version_leaves_the_agreement_as_it_was(client: Client) -> None:
    first = keep(RECEIVED)

    page = drop(client, b"MZ" + b"\x00" * 90, "setup.exe", to=f"{URL}{first.agreement_id}/ajouter/")

    assert "Ce fichier n’a pas été gardé." in page
    assert list(Version.objects.all()) == [first]


@pytest.mark.django_db
def test_a_file_thrown_away_while_the_page_waited_is_said_once(client: Client) -> None:
    version = keep(RECEIVED)
    Version.objects.update(content=None, state=State.READING)
    throw_away(version.pk, "C’est un programme.")

    page = client.get(page_of(version))

    assert page.status_code == 422
    assert "C’est un programme." in page.content.decode()
    assert not Agreement.objects.exists()


@pytest.mark.django_db
def test_an_empty_file_is_refused_and_not_kept(client: Client) -> None:
    page = drop(client, b"", "vide.pdf")

    assert "est vide" in page
    assert not Version.objects.exists()
    assert faults(page) == []


@pytest.mark.django_db
def test_a_file_too_large_is_refused_and_leaves_nothing_behind(client: Client) -> None:
    page = drop(client, b"%PDF" + b" " * LIMITS.bytes, "gros.pdf")

    assert "dépasse 30 Mo" in page
    assert not Version.objects.exists()
    assert list(kept_files.cupboard().folder.glob(".*.part")) == []


@pytest.mark.django_db(transaction=True)
def test_a_readable_file_takes_the_place_of_one_that_was_not(client: Client) -> None:
    drop(client, b"%PDF-1.7 illisible", "casse.pdf")
    refused = Version.objects.get()

    drop(client, RECEIVED.read_bytes(), RECEIVED.name, to=f"{URL}{refused.agreement_id}/ajouter/")

    version = Version.objects.get()
    assert (version.state, version.agreement_id) == (State.READ, refused.agreement_id)
    assert kept_files.digest_now(refused.digest) == ""


@pytest.mark.django_db(transaction=True)
def test_another_agreement_does_not_erase_the_file_that_was_not_read(client: Client) -> None:
    drop(client, b"%PDF-1.7 illisible", "casse.pdf")
    refused = Version.objects.get()

    drop(client, RECEIVED.read_bytes(), RECEIVED.name)

    refused.refresh_from_db()
    assert kept_files.digest_now(refused.digest) == refused.digest
    room = client.get(URL).content.decode()
    assert f'href="{URL}{refused.agreement_id}/">casse.pdf</a>' in room
    assert faults(room) == []


@pytest.mark.django_db(transaction=True)
def test_a_file_with_corrections_stays_beside_the_one_that_follows(client: Client) -> None:
    first = keep(RECEIVED)
    client.post(f"{page_of(first)}fait/tutor_interns/", {"value": "2", "revision": "0"})
    Version.objects.update(state=State.REFUSED, refusal="abîmé")

    drop(client, SIGNED.read_bytes(), SIGNED.name, to=f"{URL}{first.agreement_id}/ajouter/")

    assert [one.name for one in Version.objects.get(number=1).corrections.all()] == ["tutor_interns"]


@pytest.mark.django_db(transaction=True)
def test_what_was_read_is_never_emptied_to_be_read_again(client: Client) -> None:
    version = keep(RECEIVED)
    kept_files.cupboard().forget(version.digest)

    client.post(f"{page_of(version)}relire/")

    again = Version.objects.get()
    assert (again.state, again.content) == (State.READ, version.content)


@pytest.mark.django_db
def test_a_file_erased_by_another_window_while_it_arrives_leaves_no_row() -> None:
    def other_window(execute: Any, *question: Any) -> Any:
        for digest in kept_files.cupboard().digests():
            kept_files.cupboard().forget(digest)
        return execute(*question)

    with connection.execute_wrapper(other_window), pytest.raises(RefusedFile, match="Déposez-le de nouveau"):
        receive([b"%PDF-1.7"], name="convention.pdf", at=timezone.now())

    assert not Version.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_no_text_states_is_not_asked_again_for_a_new_version(client: Client) -> None:
    first = keep(RECEIVED)
    client.post(f"{page_of(first)}fait/tutor_interns/", {"value": "2", "revision": "0"})
    client.post(f"{page_of(first)}fait/gratification/", {"amount": "6", "unit": "hour", "revision": "0"})

    drop(client, SIGNED.read_bytes(), SIGNED.name, to=f"{URL}{first.agreement_id}/ajouter/")

    second = Version.objects.get(number=2)
    assert [one.name for one in second.corrections.all()] == ["tutor_interns"]


@pytest.mark.django_db
def test_sending_no_file_says_so_on_the_page(client: Client) -> None:
    answer = client.post(URL)

    assert answer.status_code == 422
    assert "Choisissez d’abord un fichier." in answer.content.decode()


@pytest.mark.django_db(transaction=True)
def test_the_same_file_dropped_twice_opens_the_one_already_there(client: Client) -> None:
    version = keep(RECEIVED)

    page = drop(client, RECEIVED.read_bytes(), "autre-nom.pdf")

    assert Version.objects.get() == version
    assert "Ce fichier est déjà ici." in page


@pytest.mark.django_db(transaction=True)
def test_a_removed_agreement_does_not_prevent_dropping_its_file_again(client: Client) -> None:
    version = keep(RECEIVED)
    client.post(f"/droits/convention/{version.agreement_id}/supprimer/")

    drop(client, RECEIVED.read_bytes(), RECEIVED.name)

    assert Agreement.objects.filter(deleted_at=None).count() == 1


@pytest.fixture
def being_read() -> Version:
    """A version on its second page of five."""
    version = keep(RECEIVED)
    Version.objects.update(state=State.READING, page=2, pages=5, alive_at=timezone.now())
    return version


@pytest.mark.django_db
def test_a_page_being_read_shows_how_far_with_and_without_script(client: Client, being_read: Version) -> None:
    page = client.get(page_of(being_read)).content.decode()

    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page
    assert "Page\u00a03 sur 5" in page
    assert f'hx-get="{page_of(being_read)}lecture/"' in page


@pytest.mark.django_db
def test_the_progress_fragment_is_the_page_s_own_node(client: Client, being_read: Version) -> None:
    page = client.get(page_of(being_read)).content.decode()
    fragment = client.get(f"{page_of(being_read)}lecture/", headers=HTMX).content.decode()

    assert fragment.strip() in page
    assert "<html" not in fragment


@pytest.mark.django_db
def test_the_progress_fragment_asks_for_the_page_once_read(client: Client) -> None:
    version = keep(RECEIVED)

    answer = client.get(f"{page_of(version)}lecture/", headers=HTMX)

    assert answer["HX-Refresh"] == "true"


@pytest.mark.django_db(transaction=True)
def test_a_reading_cut_short_offers_to_read_again(client: Client, being_read: Version) -> None:
    Version.objects.update(alive_at=timezone.now() - timedelta(minutes=1))

    page = client.get(page_of(being_read)).content.decode()
    client.post(f"{page_of(being_read)}relire/")

    assert "La lecture s’est arrêtée." in page
    assert "http-equiv" not in page
    being_read.refresh_from_db()
    assert being_read.state == State.READ


@pytest.mark.django_db
def test_a_hostile_name_is_only_a_name(client: Client, tmp_path: Path) -> None:
    version = keep(RECEIVED)
    Version.objects.update(name='../../"><script>alert(1)</script>.pdf')

    page = client.get(page_of(version)).content.decode()
    answer = client.get(f"{page_of(version)}fichier/")

    assert "<script>alert" not in page
    assert answer["Content-Disposition"].startswith("attachment")
    answer.close()


@pytest.fixture
def read_in_part(client: Client) -> Version:
    """A version whose last page took too long, as it stood before."""
    version = keep(SIGNED)
    assert version.content is not None
    pages = [page for page in version.content["pages"] if page["number"] != 3]
    late = [[3, "La page 3 est une image trop longue à reconnaître : elle n’a pas été lue."]]
    Version.objects.update(content={**version.content, "pages": pages, "unreadable": late})
    version.refresh_from_db()
    return version


@pytest.mark.django_db(transaction=True)
def test_pages_left_out_are_read_again_on_demand(client: Client, read_in_part: Version) -> None:
    client.post(f"{page_of(read_in_part)}fait/tutor_interns/", {"value": "2", "revision": "0"})
    before = client.get(page_of(read_in_part)).content.decode()

    after = client.post(f"{page_of(read_in_part)}relire/", follow=True).content.decode()

    assert "Relire cette page" in before
    assert "Relire cette page" not in after
    assert Version.objects.get().corrections.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_second_reading_that_fails_leaves_the_first(client: Client, read_in_part: Version) -> None:
    kept_files.cupboard().forget(read_in_part.digest)

    client.post(f"{page_of(read_in_part)}relire/")

    again = Version.objects.get()
    assert (again.state, again.content) == (State.READ, read_in_part.content)


def test_the_address_of_the_room_leads_to_its_agreements(client: Client) -> None:
    assert client.get("/droits/").headers["Location"] == "/droits/convention/"
