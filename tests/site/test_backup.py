"""`tremplin backup` and `tremplin restore`, each in a process and a folder of its own."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.site.processes import environment, run

NAME = "print(*Student.objects.values_list('first_name', flat=True))"


def tremplin(home: Path, *arguments: str | Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "tremplin", *map(str, arguments)],
        env=environment(home),
        input=typed,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Alice's data folder."""
    run("Student.objects.create(first_name='Alice')", tmp_path / "home")
    return tmp_path / "home"


def test_a_backup_is_described_and_comes_back_elsewhere(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "sauvegarde.zip"

    said = json.loads(tremplin(home, "backup", "--out", out, "--json").stdout)
    done = json.loads(tremplin(tmp_path / "other", "restore", out, "--json").stdout)

    assert said["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert (said["bytes"], said["encrypted"]) == (out.stat().st_size, False)
    assert said["rows"]["accounts_student"] == done["rows"]["accounts_student"] == 1
    assert Path(done["before"]).exists()
    assert run(NAME, tmp_path / "other").strip() == "Alice"


def test_a_sealed_backup_takes_its_phrase_from_a_file_or_the_input(home: Path, tmp_path: Path) -> None:
    out, phrase = tmp_path / "sauvegarde.tremplin", tmp_path / "phrase"
    phrase.write_text("quatre mots au hasard\n", "utf-8")

    assert tremplin(home, "backup", "--out", out, "--passphrase-file", phrase).returncode == 0
    without = tremplin(tmp_path / "other", "restore", out)
    wrong = tremplin(tmp_path / "other", "restore", out, "--passphrase-file", "-", typed="autre\n")
    right = tremplin(
        tmp_path / "other", "restore", out, "--passphrase-file", "-", typed="quatre mots au hasard\n"
    )

    assert (without.returncode, wrong.returncode, right.returncode) == (2, 1, 0)
    assert "--passphrase-file" in without.stderr
    assert "n’ouvre pas cette sauvegarde" in wrong.stderr
    assert run(NAME, tmp_path / "other").strip() == "Alice"


def test_a_file_already_there_is_kept_unless_told_otherwise(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "sauvegarde.zip"
    out.write_bytes(b"mine")

    refused = tremplin(home, "backup", "--out", out)

    assert refused.returncode == 2
    assert "existe déjà" in refused.stderr
    assert out.read_bytes() == b"mine"
    assert tremplin(home, "backup", "--out", out, "--replace").returncode == 0
    assert "manifest.json" in ZipFile(out).namelist()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut", b"notes"])
def test_a_file_that_is_no_backup_is_refused_and_nothing_changes(
    home: Path, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "notes.zip"
    file.write_bytes(content)

    refused = tremplin(home, "restore", file)

    assert refused.returncode == 1
    assert refused.stderr.strip()
    assert "Traceback" not in refused.stderr
    assert run(NAME, home).strip() == "Alice"


@pytest.mark.parametrize("arguments", [("backup",), ("restore",), ("restore", "absent.zip")])
def test_a_command_badly_written_creates_nothing(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    refused = tremplin(tmp_path / "home", *arguments)

    assert refused.returncode == 2
    assert not (tmp_path / "home").exists()
