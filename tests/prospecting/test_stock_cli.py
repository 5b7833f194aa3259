"""`tremplin prospecting import-sirene` and `search` from the terminal."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pytest_django import Settings

from tests.companies.sirene.made import BROKEN, STOCK, WHOLE
from tests.typography import faults
from tremplin.prospecting.cli import prospecting
from tremplin.prospecting.queries import stock
from tremplin.site.home import Home


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Settings) -> Path:
    """Give each test a data folder of its own."""
    settings.HOME = Home(tmp_path / "home")
    return stock.folder()


def run(*words: str) -> Result:
    """Run a command and return what it answered."""
    return CliRunner().invoke(prospecting, words, obj=lambda: None)


def imported() -> None:
    """Import the three samples."""
    answer = run("import-sirene", *map(str, WHOLE))
    assert answer.exit_code == 0, answer.output


def test_the_report_is_json_on_one_side_and_progress_in_french_on_the_other() -> None:
    answer = run("import-sirene", *map(str, WHOLE), "--json")

    report = json.loads(answer.stdout)
    assert (answer.exit_code, report["kept"], report["hidden"]) == (0, 31, 2)
    assert report["as_of"] == "2026-09-27"
    assert "Lecture des établissements\u00a0: 100\u00a0%" in answer.stderr


def test_the_report_in_french_says_every_count_and_every_fault() -> None:
    answer = run("import-sirene", str(BROKEN / "StockEtablissement_valeurs_invalides.csv"))

    assert "Lignes écartées\u00a0: 1\n" in answer.stdout
    assert "ligne 3" in answer.stdout
    assert "0018-06-01" in answer.stdout
    assert not faults("".join(f"<p>{line}</p>" for line in answer.stdout.splitlines()))


@pytest.mark.parametrize(
    "words",
    [
        ("import-sirene", str(BROKEN / "StockEtablissement_resauve_excel.csv")),
        ("import-sirene", "absent.csv"),
        ("import-sirene",),
        ("search", "vermeil"),
        ("search", "--limit", "0"),
    ],
)
def test_a_mistake_is_told_in_french_with_status_2(words: tuple[str, ...]) -> None:
    answer = run(*words)

    assert answer.exit_code == 2
    assert "Traceback" not in answer.output


def test_results_come_as_json_with_their_wordings() -> None:
    imported()

    answer = run("search", "--place", "Lyon", "--km", "30", "--limit", "2", "--json")

    found = json.loads(answer.stdout)
    assert (len(found["results"]), found["total"]) == (2, 4)
    assert found["results"][0]["commune"] == "Lyon 3e"
    assert found["results"][0]["activity_label"]
    assert found["results"][0]["distance_km"] <= found["results"][1]["distance_km"]
    assert isinstance(found["notes"], list)


def test_words_may_come_alone_or_by_their_option() -> None:
    imported()

    alone = json.loads(run("search", "ateliers", "vermeil", "--json").stdout)
    option = json.loads(run("search", "--words", "ateliers vermeil", "--json").stdout)

    assert alone == option
    assert alone["results"][0]["name"] == "ATELIERS VERMEIL"


def test_a_whole_code_alone_is_an_activity() -> None:
    imported()

    alone = json.loads(run("search", "62.01Z", "--json").stdout)

    assert alone == json.loads(run("search", "--activity", "62.01Z", "--json").stdout)
    assert alone["total"] == 2


def test_every_filter_narrows() -> None:
    imported()

    def total(*words: str) -> int:
        return int(json.loads(run("search", *words, "--json").stdout)["total"])

    everything = total()
    for words in (
        ("--headcount", "12"),
        ("--min-age", "20"),
        ("--max-age", "10"),
        ("--exclude", "agence"),
        ("--exclude", "000101014"),
        ("--exclude", "62"),
    ):
        assert 0 < total(*words) < everything, words


def test_the_terminal_shows_companies_and_says_notes_apart() -> None:
    imported()

    answer = run("search", "--place", "Nantes", "--km", "5")

    assert "ATELIERS VERMEIL" in answer.stdout
    assert "20 à 49 salariés" in answer.stdout
    assert "Insee" in answer.stderr


def test_the_stock_alone_is_enough() -> None:
    answer = run("import-sirene", str(STOCK), "--json")

    assert answer.exit_code == 0
    assert any("StockUniteLegale" in warning for warning in json.loads(answer.stdout)["warnings"])
