"""A file goes in, its page comes out; what cannot be read is said on the same page."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

URL = "/droits/convention/"
CORPUS = Path(__file__).parent / "agreement" / "corpus" / "documents"


@pytest.mark.django_db(transaction=True)
def test_a_dropped_agreement_is_read_and_its_page_shown(client: Client) -> None:
    data = (CORPUS / "d01_mut02.pdf").read_bytes()

    page = client.post(URL, {"file": SimpleUploadedFile("d01.pdf", data)}, follow=True)

    assert page.redirect_chain[-1][0].endswith("/1/")
    assert "Ce que nous avons lu" in page.content.decode()
