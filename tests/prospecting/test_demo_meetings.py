"""The example's conversations, events and project hold together."""

from datetime import date

import pytest
from django.test import Client

from tests.typography import faults
from tremplin.prospecting.models import Conversation, Event, PersonalProject
from tremplin.prospecting.queries.insights import insights
from tremplin.prospecting.queries.personal_projects import figures_asked, project
from tremplin.site.demo import load_demo

pytestmark = pytest.mark.django_db
PLAYED_ON = date(2026, 4, 2)


@pytest.fixture(autouse=True)
def example() -> None:
    """Inès on 2 April 2026."""
    load_demo(on=PLAYED_ON)


def test_the_page_of_the_example_s_project_is_printed(client: Client) -> None:
    found = project(PersonalProject.objects.get().pk)
    assert found is not None

    assert figures_asked(found) == ()
    assert client.get(f"/trouver/projets/{found.pk}/page.pdf").content.startswith(b"%PDF")


def test_an_insider_already_answered(client: Client) -> None:
    talk = Conversation.objects.get(debriefed_at__isnull=False)
    assert talk.target is not None

    assert {one.goal for one in insights(talk.target)} == {"recruiting", "job", "problem"}


@pytest.mark.parametrize("model", [Conversation, Event, PersonalProject])
def test_every_page_of_the_example_is_well_written(client: Client, model: type[Conversation]) -> None:
    paths = {Conversation: "conversations", Event: "evenements", PersonalProject: "projets"}

    for one in model.objects.all():
        answer = client.get(f"/trouver/{paths[model]}/{one.pk}/")
        assert answer.status_code == 200
        assert faults(answer.content.decode()) == []
