"""What two facts say together is reported only when no other reading is possible."""

import pytest

from tests.rights.agreement.builder import audited, reported
from tremplin.rights.agreement.values import Audit


@pytest.mark.parametrize(
    "earlier",
    [
        "The position was last held by an intern from 5 January 2026 to 27 February 2026.",
        "Le poste a été auparavant occupé par une étudiante du 5 janvier 2026 au 20 février 2026.",
    ],
)
def test_the_dates_of_an_earlier_intern_are_not_those_of_the_internship(earlier: str) -> None:
    result = audited(host=f"Organisme d’accueil : Ateliers Morvandiaux SARL\n{earlier}")

    assert str(result.facts.value("start_date")) == "2026-03-02"
    assert not {"incoherent_dates", "incoherent_duration", "signed_after_start"} & ids(result)


def test_a_later_amendment_leaves_duration_and_signature_to_check() -> None:
    result = audited(
        total="Durée totale : 568 heures de présence effective. Par un avenant n° 1, la durée totale est "
        "portée à 1 400 heures de présence effective."
    )

    assert "incoherent_duration" not in ids(result)


def test_signatures_that_general_conditions_follow_are_found() -> None:
    conditions = "\n".join(
        f"C{number}. Le stagiaire suit les règles de la maison et prévient son tuteur de chaque retard."
        for number in range(1, 40)
    )

    found = reported(end=f"CONDITIONS GÉNÉRALES\n{conditions}")

    assert not {name for name in found if name.startswith("missing_signature_block")}


def test_a_blank_before_a_name_that_holds_the_other_role_names_nobody() -> None:
    result = audited(
        referent="L’enseignant référent sera : …………………… Monsieur Loïc BRÉHAUT, chef de projet, est désigné "
        "comme tuteur.",
        tutor="",
    )

    assert result.facts.value("referent") != "Loïc BRÉHAUT"


@pytest.mark.parametrize(
    ("total", "hours"),
    [
        ("En tout 868 h (124 jours de présence).", 868),
        (
            "La formation compte quatre cent quatre-vingts heures (480 h) par année d’enseignement. Sa durée "
            "totale, calculée sur la présence effective, sera de deux cent quatre-vingts heures (280 h).",
            280,
        ),
    ],
)
def test_the_hours_of_the_internship_are_told_from_those_of_the_year(total: str, hours: int) -> None:
    assert audited(total=total).facts.value("total_hours") == hours


@pytest.mark.parametrize(
    ("host", "count"),
    [
        ("L’étude déclare employer 14 personnes.", 14),
        ("5. Effectif / stagiaires présents : 61 CDI, 3 stagiaires avec celui-ci", 61),
        ("EFFECTIF DE LA STRUCTURE\n78", 78),
    ],
)
def test_the_headcount_is_read_in_a_sentence_a_question_or_a_cell(host: str, count: int) -> None:
    result = audited(host=f"Organisme d’accueil : Ateliers Morvandiaux SARL\n{host}")

    assert result.facts.value("headcount") == count


def test_a_question_left_blank_does_not_take_the_answer_to_the_next_one() -> None:
    result = audited(total="22. Durée totale de présence :", weekly="23. Présence par semaine : 35 h")

    assert result.facts.value("total_hours") is None
    assert result.facts.value("weekly_hours") == 35


def test_an_address_after_a_dash_is_no_part_of_the_name() -> None:
    result = audited(
        host="Organisme d’accueil : Laiterie du Vallon – ZA des Forrières, 27300 Bernay – "
        "représentée par Yvan LE TELLIER, directeur général",
        host_address=None,
    )

    assert result.facts.value("company") == "Laiterie du Vallon"


def ids(result: Audit) -> set[str]:
    """Return the ids that an audit reports as faults."""
    return {one.id for one in result.reported}
