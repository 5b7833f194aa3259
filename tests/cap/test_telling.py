"""What Récits brings to Cap: a task of the week, and its stories in the search."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.people import make_student
from tests.stories.made import make_story, prove
from tremplin.cap.telling import interview_tasks, telling_tasks
from tremplin.stories.operations.interview import add_interview

pytestmark = pytest.mark.django_db


def test_without_a_story_a_first_one_is_proposed() -> None:
    make_student(first_name="Alice")

    assert [task.url for task in telling_tasks()] == ["/recits/raconter/"]


def test_a_figure_without_note_is_asked_about_until_it_has_one() -> None:
    kept = make_story()
    before = [(task.title, task.url) for task in telling_tasks()]

    prove(kept, "context", "result")

    assert before == [("Dire d’où vient «\u00a05\u00a0000 membres\u00a0»", f"/recits/{kept.pk}/")]
    assert list(telling_tasks()) == []


def test_the_search_finds_a_story_by_its_words(client: Client) -> None:
    kept = make_story()

    page = client.get("/chercher/", {"q": "moderer conflits"}).content.decode()

    assert f'href="/recits/{kept.pk}/"' in page


@pytest.mark.parametrize(("ahead", "is_near"), [(-1, False), (0, True), (7, True), (8, False)])
def test_an_interview_of_the_week_is_to_be_prepared(ahead: int, is_near: bool) -> None:
    today = date(2026, 4, 2)
    kept = add_interview(facts={"employer": "Nordelle", "on": today + timedelta(days=ahead)})

    assert [task.url for task in interview_tasks(on=today)] == [f"/recits/entretien/{kept.pk}/"] * is_near
