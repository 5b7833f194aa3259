"""`tremplin rights audit` from the outside."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.rights.agreement.reading.papers import docx, p, pdf
from tremplin.rights.batch import audit_files, files_in
from tremplin.rights.cli import human, rights

KEYS = {"file", "facts", "findings", "details", "unreadable_pages"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.pdf").write_bytes(pdf("Convention de stage. Durée totale : 210 heures."))
    (tmp_path / "b.docx").write_bytes(docx(p("Convention de stage.") + p("Tuteur : Alice Martin")))
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7 broken")
    (tmp_path / "d.txt").write_text("Convention de stage", encoding="utf-8")
    (tmp_path / "e.exe").write_bytes(b"MZ")
    (tmp_path / ".cache.pdf").write_bytes(b"hidden")
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(rights, ["audit", *arguments])
    return result.exit_code, result.stdout


def test_one_line_of_json_for_each_file_in_the_order_given(folder: Path) -> None:
    names = [str(folder / name) for name in ("d.txt", "a.pdf", "b.docx")]

    code, out = run("--json", "--on", "2026-01-05", *names)

    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [line["file"] for line in lines] == names
    assert all(line.keys() >= KEYS for line in lines)


def test_a_broken_file_gets_a_sentence_and_stops_nothing(folder: Path) -> None:
    code, out = run("--json", str(folder))

    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [Path(line["file"]).name for line in lines] == ["a.pdf", "b.docx", "c.pdf", "d.txt"]
    assert "« c.pdf » est un PDF abîmé" in lines[2]["error"]
    assert all(line.keys() >= KEYS for line in lines)
    assert "error" not in lines[3]


def test_a_missing_file_gets_a_sentence(folder: Path) -> None:
    code, out = run(str(folder / "z.pdf"))

    assert code == 1
    assert "« z.pdf » est introuvable" in out


def test_no_file_at_all_is_a_usage_error(folder: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    bare.mkdir()

    assert run(str(bare))[0] == 2
    assert run()[0] == 2


def test_a_folder_gives_the_files_it_knows_how_to_read(folder: Path) -> None:
    assert [Path(name).name for name in files_in([str(folder)])] == ["a.pdf", "b.docx", "c.pdf", "d.txt"]


def test_a_pattern_is_expanded_and_each_file_kept_once(folder: Path) -> None:
    found = files_in([str(folder / "*.pdf"), str(folder / "a.pdf")])

    assert [Path(name).name for name in found] == [".cache.pdf", "a.pdf", "c.pdf"]


def test_progress_follows_the_pages_of_a_lone_file(folder: Path) -> None:
    from datetime import date

    told: list[tuple[int, int]] = []

    list(audit_files([str(folder / "a.pdf")], on=date(2026, 1, 5), progress=lambda *page: told.append(page)))

    assert told == [(1, 1)]


def test_people_read_verdict_quote_page_and_article() -> None:
    result = {
        "file": "convention.pdf",
        "verdict": "Votre convention a un point contraire à la loi",
        "unreadable": [{"page": 3, "why": "La page 3 est une image."}],
        "details": [
            {
                "level": "à corriger", "title": "Gratification trop basse", "quote": "3,90 € par heure",
                "page": 2, "searched": [], "why": "Le minimum est de 4,35 €.", "doubts": ["Selon la date."],
                "sources": ["Code de l’éducation, art. L. 124-6"],
            },
            {
                "level": "à préciser", "title": "Les absences manquent", "quote": "", "page": None,
                "searched": ["absence", "congé"], "why": "", "doubts": [], "sources": [],
            },
            {"level": "conforme", "title": "x"},
        ],
    }  # fmt: skip

    said = human(result)

    for words in (
        "convention.pdf", "un point contraire à la loi.", "! La page 3 est une image.", "À corriger (1)",
        "« 3,90 € par heure » (page 2)", "Doute : Selon la date.", "art. L. 124-6",
        "Cherché sans le trouver : absence, congé", "Conforme : 1 point.",
    ):  # fmt: skip
        assert words in said


def test_the_command_imports_no_django() -> None:
    asked = "import sys, tremplin.rights.cli, tremplin.rights.auditing; print('django' in sys.modules)"

    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout

    assert said.strip() == "False"
