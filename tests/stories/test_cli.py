"""The résumé from the terminal: what is read, what is kept, what leaves."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.stories.cv.people import MALO
from tremplin.stories.cli import stories
from tremplin.stories.queries.cv_rows import imports

DATA = Path(__file__).parent / "cv" / "data"


def asked(*arguments: str | Path) -> Result:
    return CliRunner().invoke(stories, [str(one) for one in arguments], obj=lambda: None)


def reported(*arguments: str | Path) -> dict[str, Any]:
    said = json.loads(asked("import", *arguments, "--json", "--dry-run").stdout)
    assert isinstance(said, dict)
    return said


def test_a_report_says_what_was_read_and_what_was_not() -> None:
    said = reported(DATA / "broken" / "resume_dates_invalides.json")
    assert (said["kind"], said["unreadable"], said["stored"]) == ("JSON Resume", False, False)
    assert said["kept"] == {"work": 3, "skills": 2, "languages": 1}
    assert {"work[1].startDate"} <= {one["where"] for one in said["warnings"]}
    assert said["resume"]["work"][1]["startDate"] == "2024-13"


def test_an_unreadable_file_says_why_and_ends_with_2() -> None:
    ended = asked("import", DATA / "broken" / "rendercv_tabulation.yaml", "--json")
    said = json.loads(ended.stdout)
    assert ended.exit_code == 2
    assert said["unreadable"]
    assert "tabulations" in said["refused"][0]["reason"]


def test_several_files_are_told_one_by_one() -> None:
    said = reported(DATA / "resume_minimal.json", DATA / "absent.json")
    assert [one["unreadable"] for one in said["files"]] == [False, True]
    assert "n’existe pas" in said["files"][1]["refused"][0]["reason"]


def test_a_report_is_said_in_words() -> None:
    said = asked("import", DATA / "linkedin_profile_fr.pdf", "--dry-run").stdout
    assert "3\u00a0expériences, 2\u00a0formations" in said
    assert "1\u00a0certification." in said


@pytest.mark.django_db
def test_an_import_is_kept_with_every_value_of_its_file(tmp_path: Path) -> None:
    file = tmp_path / "malo.json"
    file.write_text(json.dumps(MALO))
    assert asked("import", file).exit_code == 0
    kept = imports()
    assert [one.name for one in kept] == ["malo.json"]
    assert kept[0].content == MALO


@pytest.mark.django_db
def test_an_imported_cv_leaves_again(tmp_path: Path) -> None:
    asked("import", DATA / "europass_candidate.xml")
    out = tmp_path / "cv.txt"
    ended = asked("cv", "--out", out)
    assert ended.exit_code == 0, ended.output
    assert "Transports Bellerive" in out.read_text()


@pytest.mark.django_db
def test_nothing_to_write_is_said(tmp_path: Path) -> None:
    ended = asked("cv", "--out", tmp_path / "cv.pdf")
    assert ended.exit_code == 1
    assert "tremplin stories import" in ended.output


@pytest.mark.django_db
def test_an_unknown_version_is_said(tmp_path: Path) -> None:
    assert "s’appelle" in asked("cv", "--out", tmp_path / "cv.pdf", "--version", "zz").output


@pytest.mark.parametrize("suffix", ["json", "yaml", "xml", "txt"])
def test_a_cv_is_converted_without_touching_the_data(tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"cv.{suffix}"
    ended = asked("cv", "--from", DATA / "resume.json", "--out", out)
    assert ended.exit_code == 0, ended.output
    assert "Transports Bellerive" in out.read_text()


def test_converting_json_resume_to_itself_changes_only_what_is_told(tmp_path: Path) -> None:
    out = tmp_path / "cv.json"
    asked("cv", "--from", DATA / "resume.json", "--out", out)
    before, after = json.loads((DATA / "resume.json").read_text()), json.loads(out.read_text())
    old = before["work"][2]
    old["name"], old["url"] = old.pop("company"), old.pop("website")
    assert after == before


def test_what_a_page_cannot_hold_is_told(tmp_path: Path) -> None:
    long = {"basics": {"name": "Zoé"}, "work": [{"name": f"Employeur {at}"} for at in range(90)]}
    file, out = tmp_path / "long.json", tmp_path / "cv.pdf"
    file.write_text(json.dumps(long))
    ended = asked("cv", "--from", file, "--out", out)
    assert ended.exit_code == 1
    assert "ne tient pas sur une page" in ended.output
    assert "Employeur 60" in ended.output
    assert not out.exists()


@pytest.mark.parametrize("name", ["cv.odt", "cv"])
def test_an_unknown_format_is_a_mistake(tmp_path: Path, name: str) -> None:
    assert asked("cv", "--out", tmp_path / name).exit_code == 2


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    ended = asked("cv", "--from", DATA / "resume_minimal.json", "--out", tmp_path / "no" / "cv.json")
    assert ended.exit_code == 1
    assert "n’a pas pu être écrit" in ended.output
