"""Error pages say in French what happened and where to go."""

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from tests.typography import faults
from tremplin.kit.errors import bad_request, csrf_failure, forbidden, not_found, server_error


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("status", "said"),
    [
        (400, "n’est pas lisible"),
        (403, "n’est pas permise"),
        (404, "n’existe pas"),
    ],
)
def test_a_refusal_says_what_to_do_next(rf: RequestFactory, status: int, said: str) -> None:
    handler = {400: bad_request, 403: forbidden, 404: not_found}[status]

    answer = handler(rf.get("/"), Exception())

    page = answer.content.decode()
    assert answer.status_code == status
    assert said in page
    assert "Revenir à Cap" in page
    assert faults(page) == []


@pytest.mark.django_db
def test_a_form_that_is_too_old_says_nothing_was_saved(rf: RequestFactory) -> None:
    page = csrf_failure(rf.post("/")).content.decode()

    assert "Rien n’a été enregistré" in page
    assert faults(page) == []


def test_our_own_error_needs_no_database(rf: RequestFactory) -> None:
    answer: HttpResponse = server_error(rf.get("/"))

    assert answer.status_code == 500
    assert "Tremplin s’est trompé" in answer.content.decode()


@pytest.mark.django_db
def test_an_unknown_address_offers_the_search(client: Client) -> None:
    answer = client.get("/nulle-part/")

    assert answer.status_code == 404
    assert 'href="/chercher/"' in answer.content.decode()
