"""The mail, the comparison, the report, the sheet: what the student takes away."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils import timezone

from tests.rights.kept import CORPUS, HTMX, RECEIVED, SIGNED, keep, live_in_january, page_of
from tests.typography import faults
from tremplin.rights.models import Version

EVERY = {"choisi": "1", "point": ["1", "2", "3", "4", "5"]}


@pytest.fixture(autouse=True)
def _in_january(monkeypatch: pytest.MonkeyPatch) -> None:
    live_in_january(monkeypatch)


@pytest.fixture
def received(db: None) -> Version:
    """The example as received."""
    return keep(RECEIVED)


@pytest.fixture
def signed(received: Version) -> Version:
    """The same agreement as signed a week later."""
    return keep(SIGNED, agreement=received.agreement, at=datetime(2026, 1, 15, tzinfo=UTC))


def test_the_mail_holds_every_point_with_its_article(client: Client, received: Version) -> None:
    page = client.get(f"{page_of(received)}mail/", EVERY).content.decode()

    message = page.split('id="message"')[1].split("</textarea>")[0]
    assert "1. La gratification est sous le minimum (page 2)." in message
    assert "5. " in message
    assert "Référence\u00a0: Code de l’éducation, art." in message
    assert message.rstrip().endswith("Inès Marchetti")
    assert faults(page) == []


def test_once_over_the_pages_speak_of_what_is_owed_and_no_more_of_signing(
    client: Client, received: Version, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 7, 4, 12, tzinfo=UTC))

    page = client.get(page_of(received)).content.decode()
    mail = client.get(f"{page_of(received)}mail/").content.decode()

    assert "Le stage est terminé. Ce qui n’a pas été versé se réclame encore" in page
    assert "Il manque 110,25\u00a0€ par rapport au minimum légal." in mail
    assert all("avant de signer" not in text.lower() for text in (page, mail))
    assert faults(page) == faults(mail) == []


def test_points_can_be_left_out_and_htmx_gets_the_mail_alone(client: Client, received: Version) -> None:
    chosen = {"choisi": "1", "point": ["2"]}
    page = client.get(f"{page_of(received)}mail/", chosen).content.decode()
    fragment = client.get(f"{page_of(received)}mail/", chosen, headers=HTMX).content.decode()

    assert fragment.strip() in page
    assert "<html" not in fragment
    assert "1 point à revoir" in fragment.replace("\u00a0", " ")
    assert "sous le minimum" not in fragment


def test_a_short_mail_opens_whole_and_a_long_one_with_its_subject(client: Client, received: Version) -> None:
    short = client.get(f"{page_of(received)}mail/", {"choisi": "1", "point": "2"}).content.decode()
    long = client.get(f"{page_of(received)}mail/", EVERY).content.decode()

    assert "&amp;body=Bonjour" in short
    assert 'href="mailto:?subject=' in long
    assert "&amp;body=" not in long


def test_no_point_chosen_says_so(client: Client, received: Version) -> None:
    page = client.get(f"{page_of(received)}mail/", {"choisi": "1"}).content.decode()

    assert "Choisissez au moins un point." in page


def test_the_comparison_says_what_was_corrected_and_which_facts_changed(
    client: Client, received: Version, signed: Version
) -> None:
    page = client.get(f"/droits/convention/{received.agreement_id}/comparer/").content.decode()

    corrected = page.split('id="h-corrected"')[1].split("</section>")[0]
    assert "La gratification est sous le minimum" in corrected
    assert "Aucun congé n’est prévu" in corrected
    assert '<td data-l="Version\u00a02">4,50\u00a0€ par heure</td>' in page
    assert faults(page) == []


def test_each_version_s_page_leads_to_the_comparison(
    client: Client, received: Version, signed: Version
) -> None:
    page = client.get(page_of(received)).content.decode()

    assert "La version 2 corrige" in page
    assert "Comparer les deux versions" in page


@pytest.mark.usefixtures("db")
def test_a_version_that_brings_a_new_point_is_never_said_to_correct_all(client: Client) -> None:
    first = keep(CORPUS / "d02_mut01.txt")
    keep(CORPUS / "d02_mut03.txt", agreement=first.agreement)

    page = client.get(page_of(first)).content.decode()
    compared = client.get(f"/droits/convention/{first.agreement_id}/comparer/").content.decode()

    news = page.split("Comparer les deux versions")[0].rpartition('<div class="alert" data-s=')[2]
    assert news.startswith('"warn"')
    assert "1\u00a0point réglé, 1 nouveau." in news
    assert "La nouvelle version\u00a0: 1\u00a0point réglé, 1 nouveau</h1>" in compared
    assert faults(compared) == []


def test_one_version_alone_has_nothing_to_compare(client: Client, received: Version) -> None:
    assert client.get(f"/droits/convention/{received.agreement_id}/comparer/").status_code == 404


@pytest.mark.parametrize("path", ["rapport.pdf", "negocier.pdf"])
def test_documents_come_as_pdf_to_keep(client: Client, received: Version, path: str) -> None:
    answer = client.get(f"{page_of(received)}{path}")

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    assert answer.content.startswith(b"%PDF")


def test_the_sheet_says_the_gap_and_what_may_be_asked(client: Client, received: Version) -> None:
    page = client.get(f"{page_of(received)}negocier/").content.decode()

    assert "Il manque 110,25\u00a0€ pour atteindre le minimum" in page
    for topic in ("Gratification", "Transport", "Repas", "Congés", "Télétravail", "Mission"):
        assert f'<th scope="row">{topic}' in page
    assert faults(page) == []
