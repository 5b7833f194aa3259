"""`tremplin rights gratification`: the page's steps, on one line of command."""

import json

import pytest
from click.testing import CliRunner, Result

from tremplin.rights.cli import rights
from tremplin.rights.simulation.cli import gratification


def run(*words: str) -> Result:
    return CliRunner().invoke(gratification, words)


def test_the_official_example_of_2020_is_written_in_full() -> None:
    said = run("--hours", "441", "--signed", "2020-01-01").output

    assert said.startswith("Au moins 1\u00a0719,90\u00a0€.")
    assert "Code de l’éducation, art. L. 124-6" in said


def test_json_keeps_the_amount_exact_and_the_articles() -> None:
    answer = json.loads(run("--hours", "441", "--signed", "2020-01-01", "--json").output)

    assert (answer["answer"], answer["total"]) == ("holds", "1719.90")
    assert any(step["because"] for step in answer["steps"])


def test_308_hours_owe_nothing_and_half_an_hour_more_does() -> None:
    assert run("--hours", "308", "--signed", "2026-01-02").output.startswith("Aucune gratification")
    assert run("--hours", "308,5", "--signed", "2026-01-02").output.startswith("Au moins")


def test_dates_give_both_readings_of_a_ceiling_that_changes() -> None:
    straddling = ("--hours", "371", "--signed", "2025-11-10", "--from", "2025-12-01", "--to", "15/02/2026")

    said = run(*straddling).output

    assert said.startswith("Au moins 1\u00a0613,85\u00a0€.")
    assert "1\u00a0646,40\u00a0€" in said
    assert "Sans --from" not in said


def test_without_dates_what_they_could_change_is_said() -> None:
    words = ("--hours", "441", "--signed", "2025-12-20")

    assert "Sans --from ni --to" in run(*words).output
    assert "cli.no_dates" in {doubt["rule"] for doubt in json.loads(run(*words, "--json").output)["doubts"]}


def test_a_branch_minimum_and_a_rural_school_change_the_answer() -> None:
    assert "2\u00a0000,00" in run("--hours", "400", "--signed", "2026-01-02", "--branch", "5").output
    assert run("--hours", "400", "--signed", "2026-01-02", "--rural").output.startswith("Aucune")


@pytest.mark.parametrize(
    "words",
    [
        ("--hours", "beaucoup", "--signed", "2026-01-02"),
        ("--hours", "-1", "--signed", "2026-01-02"),
        ("--hours", "nan", "--signed", "2026-01-02"),
        ("--hours", "1e400", "--signed", "2026-01-02"),
        ("--hours", "400", "--signed", "2026-01-02", "--branch", "1e400"),
        ("--hours", "400", "--signed", "9999-12-31"),
        ("--hours", "400", "--signed", "2026-01-02", "--from", "2026-02-02"),
        ("--hours", "400", "--signed", "2026-01-02", "--from", "2026-02-02", "--to", "2026-01-02"),
        ("--hours", "400", "--signed", "2026-01-02", "--from", "2001-02-02", "--to", "2001-06-01"),
        ("--hours", "400", "--signed", "2001-01-02"),
        ("--hours", "400"),
    ],
)
def test_a_mistake_is_said_and_exits_with_2(words: tuple[str, ...]) -> None:
    result = run(*words)

    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_the_command_belongs_to_droits() -> None:
    assert "gratification" in rights.commands
