"""Settings are saved once, stale saves are refused with both texts."""

import pytest
from django.test import Client

from tremplin.accounts.models import Student, Theme
from tremplin.accounts.queries import current_student

URL = "/reglages/"
FILLED = {
    "revision": "0",
    "first_name": "Alice",
    "last_name": "",
    "studies": "",
    "phone": "",
    "birth_on": "12/05/2004",
    "school_year_from": "1er septembre 2025",
    "theme": "dark",
    "single_key_shortcuts": "on",
}


@pytest.mark.django_db
def test_reading_the_page_creates_nothing(client: Client) -> None:
    page = client.get(URL)

    assert page.status_code == 200
    assert not Student.objects.exists()


@pytest.mark.django_db
def test_settings_are_saved_and_said(client: Client) -> None:
    page = client.post(URL, FILLED, follow=True).content.decode()

    assert "Réglages enregistrés." in page
    assert 'data-theme="dark"' in page
    assert Student.objects.get().first_name == "Alice"
    assert current_student().theme == Theme.DARK


@pytest.mark.django_db
def test_single_keys_can_be_turned_off(client: Client) -> None:
    page = client.post(
        URL, {key: value for key, value in FILLED.items() if key != "single_key_shortcuts"}, follow=True
    )

    assert "data-tremplin-keys" not in page.content.decode()


@pytest.mark.django_db
def test_a_wrong_date_keeps_the_text_and_says_what_is_wrong(client: Client) -> None:
    page = client.post(URL, {**FILLED, "birth_on": "31/02/2004"})

    assert page.status_code == 422
    assert "Février 2004 s’arrête au 29." in page.content.decode()
    assert 'value="31/02/2004"' in page.content.decode()


@pytest.mark.django_db
def test_a_stale_save_is_refused_and_both_texts_are_shown(client: Client) -> None:
    client.post(URL, FILLED)
    client.post(URL, {**FILLED, "revision": "1", "first_name": "Alix"})

    refused = client.post(URL, {**FILLED, "revision": "1", "first_name": "Alicia", "theme": "light"})

    page = refused.content.decode()
    assert refused.status_code == 409
    assert refused["HX-Retarget"] == "#contenu"
    assert '<td data-l="Votre texte">Alicia</td>' in page
    assert '<td data-l="Texte enregistré">Alix</td>' in page
    assert "Clair, le cahier" in page
    assert Student.objects.get().first_name == "Alix"


@pytest.mark.django_db
def test_the_refused_text_can_be_saved_from_the_page_that_shows_both(client: Client) -> None:
    client.post(URL, FILLED)
    client.post(URL, {**FILLED, "revision": "1", "first_name": "Alix"})
    refused = client.post(URL, {**FILLED, "revision": "1", "first_name": "Alicia"})
    shown = refused.context["form"]

    client.post(URL, {field.name: field.value() for field in shown})

    assert Student.objects.get().first_name == "Alicia"


@pytest.mark.django_db
def test_a_save_from_before_the_first_one_is_stale_too(client: Client) -> None:
    client.post(URL, FILLED)

    assert client.post(URL, {**FILLED, "first_name": "Alix"}).status_code == 409
