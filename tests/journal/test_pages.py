"""The journal's pages work as plain pages."""

from datetime import date

import pytest
from django.test import Client

from tests.typography import faults
from tremplin.journal.models import Entry, Experience, Feedback, Impact
from tremplin.site.demo import load_demo

pytestmark = pytest.mark.django_db


@pytest.fixture
def example() -> None:
    load_demo(on=date(2026, 4, 2))


def text(client: Client, path: str) -> str:
    """Return a page that must be well and written in French typography."""
    answer = client.get(path)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert faults(page) == []
    return page


@pytest.mark.usefixtures("example")
def test_every_page_of_the_example_is_written_in_french_typography(client: Client) -> None:
    entry = Entry.objects.exclude(feedback=None).first()
    assert entry is not None
    paths = [
        "",
        "semaine/",
        "tableau/",
        "tableau/?lecteur=public",
        "importer/",
        "competences/",
        "experiences/",
        "?q=tableau",
        f"entree/{entry.pk}/",
        f"entree/{entry.pk}/modifier/",
        f"entree/{entry.pk}/chiffre/",
        f"entree/{entry.pk}/retour/",
        f"entree/{entry.pk}/demander/",
        f"chiffre/{Impact.objects.all()[0].pk}/",
        f"retour/{Feedback.objects.all()[0].pk}/",
        f"experiences/{Experience.objects.get(kind='internship').pk}/temps/",
        f"experiences/{Experience.objects.get(kind='association').pk}/",
    ]
    for path in paths:
        text(client, f"/journal/{path}")
