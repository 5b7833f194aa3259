"""The command line speaks French, answers fast and refuses bad usage with status 2."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.processes import environment
from tremplin.site.environment import KNOWN

LOADED = """
import sys
from tremplin.site.cli import tremplin
try:
    tremplin(["--help"])
except SystemExit:
    print(*sorted(name for name in sys.modules if name in {"django", "pypdfium2", "waitress", "typst"}))
"""


def tremplin(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "tremplin", *arguments],
        env={**environment(home), "LANG": "en_US.UTF-8"},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_the_help_is_in_french_and_names_every_command(tmp_path: Path) -> None:
    said = tremplin(tmp_path, "--help").stdout

    assert "Emploi" in said
    assert all(f"\n  {command} " in said for command in ("run", "rights", "law", "version"))
    assert "Usage" not in said


def test_the_help_loads_nothing_heavy() -> None:
    loaded = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True).stdout

    assert loaded.splitlines()[-1] == ""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("rum",), "La commande rum n’existe pas"),
        (("--foo",), "L’option --foo n’existe pas"),
        (("run", "--port", "99999"), "n’est pas dans l’intervalle"),
        (("run", "--host", "0.0.0.0"), "serait visible du réseau"),  # noqa: S104 it is refused
    ],
)
def test_bad_usage_says_what_is_wrong_in_french_with_status_2(
    tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    done = tremplin(tmp_path / "Tremplin", *arguments)

    assert done.returncode == 2
    assert sentence in done.stderr
    assert not (tmp_path / "Tremplin").exists()


def test_a_wrong_setting_is_a_usage_error(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tremplin"],
        env={**environment(tmp_path), "TREMPLIN_DEBUG": "perhaps"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert "perhaps" in done.stderr


def test_the_compiled_sentences_are_those_of_the_source() -> None:
    folder = Path(sys.modules["tremplin"].__path__[0]) / "site" / "locale" / "fr" / "LC_MESSAGES"
    compiled = (folder / "messages.mo").read_bytes().decode("utf-8", "ignore")
    written = [
        line.split('"')[1]
        for line in (folder / "messages.po").read_text("utf-8").splitlines()
        if line.startswith("msgstr") and len(line.split('"')[1]) > 1
    ]

    assert len(written) > 40
    assert [sentence for sentence in written if sentence not in compiled] == []


def test_every_setting_is_explained_where_it_is_looked_for(tmp_path: Path) -> None:
    said = tremplin(tmp_path, "run", "--help").stdout

    assert [name for name in KNOWN if f"{name} " not in said] == []


@pytest.mark.parametrize("words", [("rights",), ("journal", "add"), ("prospecting", "search"), ("law",)])
def test_the_help_of_each_command_names_its_values_in_french(tmp_path: Path, words: tuple[str, ...]) -> None:
    said = tremplin(tmp_path, *words, "--help").stdout

    assert not re.search(r"TEXT\b|FLOAT|INTEGER|COMMAND |ARGS|%Y", said)
