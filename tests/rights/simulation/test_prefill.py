"""The simulator opens on the agreement read last."""

import pytest
from django.test import Client

from tests.rights.kept import RECEIVED, keep

pytestmark = pytest.mark.django_db


def test_the_agreement_read_last_fills_the_fields_and_is_named(client: Client) -> None:
    version = keep(RECEIVED)

    page = client.get("/droits/gratification/").content.decode()

    assert 'name="starts_on" value="02/02/2026"' in page
    assert 'name="agreed" value="4,35"' in page
    assert f'href="/droits/convention/{version.agreement_id}/">repris de la convention' in page
    assert "<h1>Au moins 3\u00a0307,50\u00a0€ sur cinq mois</h1>" in page
    assert "110,25\u00a0€" in page
