"""Cap speaks of one agreement at a time, in the same counts everywhere."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.people import make_student
from tests.rights.kept import CORPUS, RECEIVED, RECEIVED_AT, keep
from tests.typography import faults
from tremplin.internships.models import Internship
from tremplin.rights.models import Agreement, Version

pytestmark = pytest.mark.django_db
LATER = RECEIVED_AT + timedelta(days=3)


def main_of(client: Client, path: str = "/") -> str:
    """Return what a page says, its shell left out."""
    return client.get(path).content.decode().split('id="contenu"')[1].split("</main>")[0]


@pytest.fixture
def two_agreements() -> tuple[Version, Version]:
    """Alice's two agreements: the one of the example, then another one, dropped last."""
    make_student()
    return keep(RECEIVED), keep(CORPUS / "d01_mut04.txt", at=LATER)


def test_cap_speaks_of_the_agreement_that_is_followed_not_of_the_last_file(
    client: Client, two_agreements: tuple[Version, Version]
) -> None:
    followed, other = two_agreements
    client.post(f"/stage/convention/{followed.pk}/")

    page = main_of(client)

    assert Internship.objects.get().agreement_version == followed
    assert f'href="/droits/convention/{followed.agreement_id}/"' in page
    assert f'href="/droits/convention/{other.agreement_id}/"' not in page


def test_the_latest_agreement_is_shown_when_the_followed_one_was_removed(
    client: Client, two_agreements: tuple[Version, Version]
) -> None:
    followed, other = two_agreements
    client.post(f"/stage/convention/{followed.pk}/")
    Agreement.objects.filter(pk=followed.agreement_id).update(deleted_at=LATER)

    assert f'href="/droits/convention/{other.agreement_id}/"' in main_of(client)


def test_the_same_agreement_has_the_same_counts_on_cap_and_in_the_list(
    client: Client, two_agreements: tuple[Version, Version]
) -> None:
    client.post(f"/stage/convention/{two_agreements[0].pk}/")

    cap, listed = main_of(client), main_of(client, "/droits/convention/")

    assert "2\u00a0points à corriger" in cap
    assert "2\u00a0points à corriger" in listed
    assert "4\u00a0points" not in cap
    assert faults(cap) == []


def test_once_its_dates_are_read_an_agreement_asks_for_no_dates(client: Client) -> None:
    make_student()
    keep(RECEIVED)

    page = main_of(client)

    assert "Deux dates suffisent" not in page
    assert "Les dates de votre convention suffisent\u00a0: un clic crée le stage et ses jalons." in page


def test_without_any_agreement_two_dates_are_asked_for(client: Client) -> None:
    make_student()

    assert "Deux dates suffisent pour calculer les jalons." in main_of(client)
