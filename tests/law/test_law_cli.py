import json
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from tremplin.law.cli import law
from tremplin.law.freshness import freshness

PUBLIC_TABLE = Path(__file__).parent / "cases" / "oracle_public.csv"
HEADER = "case_id,kind,inputs_json,expected_json,tolerance\n"
WRONG = (
    'W1,parameters,"{""date"": ""2026-06-01"", ""sky"": ""blue""}","{""smic_hourly"": 12.3}",0\n'
    "W2,unheard_of,{},{},0\n"
    'W3,parameters,"{""date"": ""2026-06-01""}","{""\\ud800"": [1, {}]}",0\n'
)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(law, arguments)


def wrong_table(folder: Path) -> str:
    path = folder / "table.csv"
    path.write_text(HEADER + WRONG, encoding="utf-8")
    return str(path)


def test_the_public_table_agrees_entirely() -> None:
    result = run("check", str(PUBLIC_TABLE))

    assert result.output == "72 agree, 0 differ\n"
    assert result.exit_code == 0


def test_each_difference_shows_expected_got_and_the_reasoning(tmp_path: Path) -> None:
    result = run("check", wrong_table(tmp_path))

    assert "smic_hourly\u00a0: attendu 12.3, obtenu 12.31" in result.output
    assert "faits non utilisés\u00a0: sky" in result.output
    assert "Décrets portant relèvement du SMIC" in result.output
    assert result.output.endswith("0 agree, 3 differ\n")
    assert result.exit_code == 1


def test_differences_are_readable_by_a_program(tmp_path: Path) -> None:
    result = run("check", wrong_table(tmp_path), "--json")

    found = json.loads(result.output)
    assert (found["agree"], found["differ"]) == (0, 3)
    assert found["differences"][0]["values"] == [{"key": "smic_hourly", "expected": 12.3, "got": 12.31}]
    assert result.exit_code == 1


def test_names_and_dates_of_a_difference_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    inputs = '"{""age_band"": ""<21"", ""qualifying_diploma"": true, ""pay_date"": ""2026-07-01""}"'
    path.write_text(
        f'{HEADER}A,professionalisation_min_gross,{inputs},"{{""age_band"": ""26+""}}",0\n', encoding="utf-8"
    )

    assert "<21" in run("check", str(path)).output
    assert "<21" in run("check", str(path), "--json").output


def test_an_unreadable_file_is_a_sentence_and_exit_code_2(tmp_path: Path) -> None:
    result = run("check", str(tmp_path / "nowhere.csv"))

    assert "n’existe pas" in result.output
    assert result.exit_code == 2


def test_freshness_lists_every_figure_oldest_check_first() -> None:
    every = freshness()

    assert [each.last_checked for each in every] == sorted(each.last_checked for each in every)
    assert {each.table for each in every} >= {"general", "internship", "apprenticeship", "contributions"}


def test_freshness_says_through_which_day_a_figure_is_known() -> None:
    result = run("freshness")

    assert "connu jusqu’au 31/12/2026    SMIC horaire brut" in result.output
    assert result.exit_code == 0


def test_freshness_is_readable_by_a_program() -> None:
    names = {each["name"]: each for each in json.loads(run("freshness", "--json").output)}

    assert names["smic_hourly"]["known_through"] == "2026-12-31"
    assert names["csg_rate"]["known_through"] is None


def test_the_law_answers_without_the_web() -> None:
    code = "import sys, tremplin.law.cli, tremplin.law.cases.run; sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
