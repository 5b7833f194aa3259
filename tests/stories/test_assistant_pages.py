"""The assistant: off first, what leaves is shown to the letter, what comes back is checked."""

import json
import re
from collections.abc import Iterator
from html import unescape

import pytest
from django.test import Client

from tests.companies.stand_in import Reply, StandIn, standing_in
from tests.people import make_student
from tests.typography import faults
from tremplin.stories.domain.assistant import Unreadable, address_fault, reply_of
from tremplin.stories.models import Assistant
from tremplin.stories.operations.assistant import plug_in

HOME = "/recits/assistant/"
NAME = "assistant"
KEY = "sk-abcdefghijklmnop"
SENTENCE = "J’ai cartographié 14 flux avec Paul pendant le stage."


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    with standing_in() as served:
        yield served


@pytest.fixture
def plugged(stand_in: StandIn, db: None) -> StandIn:
    make_student()
    plug_in(revision=0, address=f"{stand_in.address}/{NAME}/v1", model="petit", key=KEY)
    return stand_in


def says(text: str, *, status: int = 200) -> Reply:
    return Reply(json.dumps({"choices": [{"message": {"content": text}}]}).encode(), status=status)


def shown(client: Client, **typed: str) -> tuple[str, dict[str, str]]:
    """Return the preview of a sentence, and what its button posts."""
    page = str(client.post(f"{HOME}apercu/", {"sentence": SENTENCE, **typed}).content, "utf-8")
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
    return page, {name: unescape(value) for name, value in fields.items()}


def sent(client: Client, **typed: str) -> str:
    return str(client.post(f"{HOME}envoyer/", shown(client, **typed)[1]).content, "utf-8")


@pytest.mark.django_db
def test_it_is_off_until_plugged_in(client: Client) -> None:
    make_student()
    page = str(client.get(HOME).content, "utf-8")

    assert "Éteint" in page
    assert faults(page) == []
    assert client.post(f"{HOME}apercu/", {"sentence": SENTENCE})["Location"] == HOME


def test_nothing_leaves_before_the_button(client: Client, plugged: StandIn) -> None:
    page, _ = shown(client)

    assert faults(page) == []
    assert plugged.asked == []


def test_what_is_sent_is_what_was_shown(client: Client, plugged: StandIn) -> None:
    plugged.always(NAME, says("J’ai dressé la carte de 14 flux avec Paul."))
    page, fields = shown(client)
    client.post(f"{HOME}envoyer/", fields)
    (asked,) = plugged.asked

    assert asked.body in unescape(page)
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["authorization"] == f"Bearer {KEY}"


def test_a_sentence_changed_after_the_preview_is_shown_again_and_not_sent(
    client: Client, plugged: StandIn
) -> None:
    _, fields = shown(client)
    page = client.post(f"{HOME}envoyer/", {**fields, "sentence": "Autre chose."})

    assert "rien n’est parti" in str(page.content, "utf-8")
    assert plugged.asked == []


def test_hidden_words_stay_here_and_come_back(client: Client, plugged: StandIn) -> None:
    plugged.always(NAME, says("J’ai dressé la carte de [chiffre 1] flux avec [nom 1]."))
    page = sent(client, hide_names="on", hide_figures="on")

    assert "J’ai dressé la carte de 14 flux avec Paul." in page
    assert "14" not in plugged.asked[0].body
    assert "Paul" not in plugged.asked[0].body


@pytest.mark.parametrize(
    "reply",
    ["J’ai cartographié 40 flux avec Paul.", "J’ai cartographié 14 flux avec Pierre.", "En mars, 14 flux."],
)
def test_an_altered_reply_is_refused_shown_and_not_to_be_copied(
    client: Client, plugged: StandIn, reply: str
) -> None:
    plugged.always(NAME, says(reply))
    page = sent(client)

    assert "Refusée" in page
    assert reply in page
    assert "data-tremplin-copy" not in page
    assert faults(page) == []


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(b"{}"), "illisible"),
        (Reply(b"<html>"), "illisible"),
        (Reply(b"{}", status=401), "clé"),
        (Reply(b"{}", status=404), "a répondu 404"),
        (Reply(b"{}", status=500), "en panne"),
        (Reply(reset=True), "coupé la connexion"),
    ],
)
def test_a_failure_is_said_and_the_sentence_kept(
    client: Client, plugged: StandIn, reply: Reply, said: str
) -> None:
    plugged.always(NAME, reply)
    page = sent(client)

    assert said in page
    assert "tout le reste de Récits marche" in page
    assert SENTENCE in unescape(page)
    assert len(plugged.asked) == 1


def test_the_key_is_never_shown_nor_kept_in_clear(client: Client, plugged: StandIn) -> None:
    pages = str(client.get(HOME).content, "utf-8") + shown(client)[0]
    kept = Assistant.objects.get().sealed_key

    assert KEY not in pages + kept
    client.post(f"{HOME}oublier/")
    assert not Assistant.objects.get().sealed_key


def test_a_second_window_does_not_overwrite_the_address(client: Client, plugged: StandIn) -> None:
    typed = {"revision": "0", "address": "http://127.0.0.1:9/v1", "model": "grand"}
    refused = client.post(f"{HOME}brancher/", typed)

    assert refused.status_code == 409
    assert Assistant.objects.get().model == "petit"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["http://exemple.fr/v1", "ftp://exemple.fr", "exemple", "https://a:b@c.fr/v1"]
)
def test_an_address_that_would_leave_in_clear_is_refused_and_kept_typed(client: Client, address: str) -> None:
    make_student()
    refused = client.post(f"{HOME}brancher/", {"revision": "0", "address": address, "model": "petit"})

    assert refused.status_code == 422
    assert address in str(refused.content, "utf-8")
    assert address_fault(address)
    assert not Assistant.objects.exists()


def test_turned_off_it_is_asked_nothing(client: Client, plugged: StandIn) -> None:
    _, fields = shown(client)
    client.post(f"{HOME}eteindre/")
    client.post(f"{HOME}envoyer/", fields)

    assert plugged.asked == []


@pytest.mark.parametrize("answer", [None, [], {"choices": []}, {"choices": [{"message": {"content": 3}}]}])
def test_an_answer_of_another_shape_is_unreadable(answer: object) -> None:
    with pytest.raises(Unreadable):
        reply_of(answer)
