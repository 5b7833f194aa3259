"""Answers kept on this machine: fewer calls, and something to show when a service is down."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.companies.connectors.conftest import NOW
from tests.companies.stand_in import ALTERNANCE, SEARCH, Reply, StandIn, recorded
from tremplin.companies.company import Query
from tremplin.companies.connectors.failures import Refused, Unavailable
from tremplin.companies.connectors.kept_answers import KeptAnswers
from tremplin.companies.connectors.services import Doors, ask

VERMEIL = Query("vermeil")
BROKEN = [
    recorded("broken/search_tronque.json"),
    recorded("broken/reponse_html_au_lieu_de_json.json"),
    Reply(status=503),
    Reply(b"[]"),
    Reply(reset=True),
    Reply(wait=5),
]


def test_the_same_question_is_asked_once_a_day(doors: Doors, answers: KeptAnswers, stand_in: StandIn) -> None:
    service = doors.recherche_entreprises()

    first = ask(service, VERMEIL, answers=answers, now=NOW)
    again = ask(service, VERMEIL, answers=answers, now=NOW + timedelta(hours=23))
    ask(service, Query("autre chose"), answers=answers, now=NOW)
    ask(service, VERMEIL, answers=answers, now=NOW + timedelta(hours=25))

    assert again.companies == first.companies
    assert again.notes == ("Réponse gardée depuis le 24/11/2026.",)
    assert len(stand_in.asked) == 3


def test_an_answer_cut_on_the_way_is_asked_again(
    doors: Doors, answers: KeptAnswers, stand_in: StandIn
) -> None:
    whole = recorded("recherche_entreprises/search_texte.json")
    many = Reply(json.dumps({**json.loads(whole.body), "total_pages": 2}).encode())
    stand_in.next(SEARCH, many, Reply(b"<html>"))
    service = doors.recherche_entreprises()

    first = ask(service, VERMEIL, answers=answers, now=NOW)
    stand_in.always(SEARCH, whole)
    again = ask(service, VERMEIL, answers=answers, now=NOW)

    assert first.is_partial
    assert not again.is_partial
    assert len(stand_in.asked) == 3


@pytest.mark.parametrize("broken", BROKEN, ids=["cut", "page", "down", "shape", "reset", "slow"])
def test_a_service_that_fails_leaves_the_answer_kept_with_its_day(
    doors: Doors, answers: KeptAnswers, stand_in: StandIn, broken: Reply
) -> None:
    service = doors.recherche_entreprises()
    first = ask(service, VERMEIL, answers=answers, now=NOW)
    stand_in.always(SEARCH, broken)

    later = ask(service, VERMEIL, answers=answers, now=NOW + timedelta(days=6))
    again = ask(service, VERMEIL, answers=answers, now=NOW + timedelta(days=6))

    assert later.companies == first.companies == again.companies
    assert later.notes[0].startswith("Service indisponible")
    assert later.notes[1] == "Réponse gardée depuis le 24/11/2026."


@pytest.mark.parametrize("broken", BROKEN, ids=["cut", "page", "down", "shape", "reset", "slow"])
def test_without_a_kept_answer_the_failure_is_said(
    doors: Doors, answers: KeptAnswers, stand_in: StandIn, broken: Reply
) -> None:
    stand_in.always(SEARCH, broken)

    with pytest.raises(Unavailable, match="Service indisponible"):
        ask(doors.recherche_entreprises(), VERMEIL, answers=answers, now=NOW)


def test_past_a_week_nothing_is_left(doors: Doors, answers: KeptAnswers, stand_in: StandIn) -> None:
    service = doors.recherche_entreprises()
    ask(service, VERMEIL, answers=answers, now=NOW)
    stand_in.always(SEARCH, Reply(status=503))

    with pytest.raises(Unavailable):
        ask(service, VERMEIL, answers=answers, now=NOW + timedelta(days=8))

    stand_in.always(SEARCH, recorded("recherche_entreprises/search_vide.json"))
    ask(service, Query("autre"), answers=answers, now=NOW + timedelta(days=8))
    assert b"VERMEIL" not in answers.path.read_bytes()


def test_a_refused_question_is_not_answered_from_what_is_kept(
    doors: Doors, answers: KeptAnswers, stand_in: StandIn
) -> None:
    service = doors.recherche_entreprises()
    ask(service, VERMEIL, answers=answers, now=NOW)
    stand_in.always(SEARCH, recorded("recherche_entreprises/erreur_400.json", status=400))

    with pytest.raises(Refused):
        ask(service, VERMEIL, answers=answers, now=NOW + timedelta(days=2))


def test_neither_key_nor_words_nor_directors_are_in_the_file(
    doors: Doors, answers: KeptAnswers, stand_in: StandIn
) -> None:
    box = doors.la_bonne_boite(client_id="PAR_me", client_secret="s3cret")
    ask(box, Query("secretaire medicale"), answers=answers, now=NOW)
    ask(doors.recherche_entreprises(), Query("zinzolin"), answers=answers, now=NOW)

    kept = answers.path.read_bytes()

    assert b"VERMEIL" in kept
    secrets = (b"s3cret", b"PAR_me", b"JETON", b"secretaire", b"zinzolin", b"QUENTREC", b"1979-04")
    assert not [one for one in secrets if one in kept]
    assert answers.path.stat().st_mode & 0o077 == 0


def test_each_service_has_its_own_answers(doors: Doors, answers: KeptAnswers, stand_in: StandIn) -> None:
    near = Query(latitude=47.2, longitude=-1.5, km=30)
    ask(doors.recherche_entreprises(), near, answers=answers, now=NOW)

    ask(doors.api_alternance(key="k"), near, answers=answers, now=NOW)
    assert stand_in.asked[-1].host == ALTERNANCE

    answers.forget("api_alternance")
    assert answers.find("recherche_entreprises", near, now=NOW)
    assert not answers.find("api_alternance", near, now=NOW)


@pytest.mark.parametrize("content", [b"", b"this is no database at all" * 50])
def test_a_damaged_file_is_made_anew(doors: Doors, stand_in: StandIn, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "answers.sqlite3"
    path.write_bytes(content)
    answers = KeptAnswers(path)

    ask(doors.recherche_entreprises(), VERMEIL, answers=answers, now=NOW)

    assert answers.find("recherche_entreprises", VERMEIL, now=NOW)


def test_a_disk_that_keeps_nothing_still_shows_the_answer(
    doors: Doors, stand_in: StandIn, tmp_path: Path
) -> None:
    missing = KeptAnswers(tmp_path / "answers.sqlite3")
    missing.path.mkdir()

    answer = ask(doors.recherche_entreprises(), VERMEIL, answers=missing, now=NOW)

    assert answer.companies


def test_winter_and_summer_hours_sort_as_instants(doors: Doors, answers: KeptAnswers) -> None:
    summer = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Paris"))
    ask(doors.recherche_entreprises(), VERMEIL, answers=answers, now=summer)

    week = timedelta(days=7)
    assert answers.find("recherche_entreprises", VERMEIL, now=(summer.astimezone(UTC) + week))
    assert not answers.find(
        "recherche_entreprises", VERMEIL, now=(summer.astimezone(UTC) + week + timedelta(minutes=1))
    )
