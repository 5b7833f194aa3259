"""The ten questions: an answer one can come back to, and what a grave one holds back."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.people import make_student
from tests.typography import faults
from tremplin.stories.domain.bodies import bodies
from tremplin.stories.domain.triage import found, found_by_number, law_on, numbered, trouble_at, troubles


def test_the_numbers_of_an_answer_find_its_troubles_again() -> None:
    answered = found(["boredom", "danger", "unpaid"])

    assert found_by_number(numbered(answered)) == answered
    assert not any(one.key in numbered(answered) for one in troubles())
    assert found_by_number("0-11-danger-") == ()


def test_an_overload_says_the_longest_day_and_the_rest() -> None:
    overload = trouble_at("surcharge")
    assert overload is not None

    told = " ".join(step.says for step in law_on(overload, on=date(2026, 11, 29)).steps)

    assert "48 h par semaine" in told.replace("\u00a0", " ")
    assert "10 h par jour" in told.replace("\u00a0", " ")
    assert "11 h de repos" in told.replace("\u00a0", " ")
    assert "35 h de repos de suite" in told.replace("\u00a0", " ")


def test_who_cannot_speak_writes_and_never_calls() -> None:
    assert [key for key, one in bodies().items() if one.by_text] == ["text_emergency"]


@pytest.mark.django_db
def test_the_answer_has_an_address_to_come_back_to(client: Client) -> None:
    make_student()

    answer = client.post(reverse("stories:hardship"), {"yes": ["harassment", "left_alone"]})
    page = client.get(answer.headers["Location"]).content.decode()

    assert answer.status_code == 302
    assert "harassment" not in answer.headers["Location"]
    assert "D’abord, vous mettre à l’abri" in page
    assert 'href="sms:114"' in page
    assert "tel:114" not in page
    assert faults(page) == []


@pytest.mark.django_db
def test_a_grave_answer_never_sends_back_to_the_tutor(client: Client) -> None:
    make_student()
    every = {"yes": [one.key for one in troubles()]}

    grave = client.post(reverse("stories:hardship"), every, follow=True).content.decode()
    mild = client.get(reverse("stories:trouble", args=["a-l-ecart"])).content.decode()

    assert "Votre tuteur\u00a0:" not in grave
    assert "Le reste attend" in grave
    assert "Votre tuteur\u00a0:" in mild
    assert "Le reste attend" not in mild
