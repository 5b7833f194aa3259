"""`tremplin value` from the terminal."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.value import made
from tremplin.value.cli import value

pytestmark = pytest.mark.django_db


def run(*words: str) -> tuple[int, str]:
    """Run a command and return its code and all it wrote."""
    answer = CliRunner().invoke(value, words, obj=lambda: None)
    return answer.exit_code, answer.output


@pytest.mark.parametrize(("name", "start"), [("valeur.pptx", b"PK"), ("valeur.pdf", b"%PDF")])
def test_the_deck_is_written_in_both_formats(tmp_path: Path, name: str, start: bytes) -> None:
    made.full(made.make_followed())

    code, said = run("deck", "--out", str(tmp_path / name))

    assert (code, "5 diapos" in said) == (0, True)
    assert (tmp_path / name).read_bytes().startswith(start)


def test_what_is_to_confirm_is_said(tmp_path: Path) -> None:
    made.make_followed()

    code, said = run("deck", "--out", str(tmp_path / "valeur.pptx"), "--json")

    told = json.loads(said)
    assert (code, told["slides"]) == (0, 3)
    assert "Le besoin de départ reste à écrire." in told["to_confirm"]


def test_an_unknown_format_and_a_missing_internship_are_refused(tmp_path: Path) -> None:
    assert "Choisissez .pptx ou .pdf" in run("deck", "--out", str(tmp_path / "valeur.odp"))[1]

    code, said = run("deck", "--out", str(tmp_path / "valeur.pptx"))

    assert code == 2
    assert "Aucun stage." in said


def test_a_folder_that_does_not_exist_is_said_without_losing_anything(tmp_path: Path) -> None:
    made.make_followed()

    code, said = run("deck", "--out", str(tmp_path / "nulle-part" / "valeur.pptx"))

    assert code == 1
    assert "n’a pas pu être écrit" in said


def test_the_gauge_and_the_unshown_results_are_listed() -> None:
    made.full(made.make_followed())

    told = json.loads(run("gauge", "--json")[1])
    shown = json.loads(run("unshown", "--json")[1])

    assert len(told["checks"]) == 10
    assert told["percent"] <= 50
    assert "4\u00a0fiches" not in str(shown)
    assert "Deux témoins indépendants" in run("gauge")[1]
    assert "inventaire tournant" in run("unshown")[1]
