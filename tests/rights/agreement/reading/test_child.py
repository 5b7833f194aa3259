"""Reading apart: the caller survives whatever happens there."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest

from tests.rights.agreement.reading.papers import pdf
from tremplin.rights.agreement.pages import UnreadableFile
from tremplin.rights.agreement.reading import LIMITS, read, read_in_child
from tremplin.rights.agreement.reading.child import Child, ChildLost, ask_to_read

ROGUE = "tests.rights.agreement.reading.rogue"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "convention.pdf"
    path.write_bytes(pdf("Nom : Alice #pagebreak() Signé le 3 mars 2026."))
    return path


def test_the_child_gives_what_reading_here_gives(paper: Path) -> None:
    assert read_in_child(paper) == read(paper)


def test_progress_is_told_page_by_page(paper: Path) -> None:
    told: list[tuple[int, int]] = []

    read_in_child(paper, progress=lambda page, pages: told.append((page, pages)))

    assert told == [(1, 2), (2, 2)]


def test_a_refusal_crosses_with_its_sentence(tmp_path: Path) -> None:
    empty = tmp_path / "vide.pdf"
    empty.touch()

    with pytest.raises(UnreadableFile, match=r"« vide\.pdf » est vide"):
        read_in_child(empty)


def test_the_name_in_sentences_may_differ_from_the_path(tmp_path: Path) -> None:
    empty = tmp_path / "4f2a"
    empty.touch()

    with pytest.raises(UnreadableFile, match=r"« Ma convention\.pdf » est vide"):
        read_in_child(empty, name="Ma convention.pdf")


@pytest.mark.parametrize("deed", ["abort", "exit"])
def test_a_child_that_dies_gives_a_sentence_and_the_next_question_is_answered(deed: str) -> None:
    with Child(module=ROGUE) as child:
        with pytest.raises(UnreadableFile, match=r"« a\.pdf » a fait échouer la lecture"):
            ask_to_read(child, deed, "a.pdf")

        assert ask_to_read(child, "well", "b.pdf") == {"did": "well"}


def test_a_file_that_meets_a_worn_out_child_is_read_by_a_fresh_one() -> None:
    with Child(module=ROGUE) as child:
        ask_to_read(child, "well", "a.pdf")

        assert ask_to_read(child, "tire", "b.pdf") == {"did": "tire"}


def test_an_error_of_ours_is_not_blamed_on_the_file_and_leaves_a_trace(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with Child(module=ROGUE) as child, pytest.raises(UnreadableFile, match="erreur de Tremplin"):
        ask_to_read(child, "crash", "a.pdf")

    assert "RuntimeError: a bug" in caplog.text


def test_what_a_reader_prints_is_not_taken_for_its_answer() -> None:
    with Child(module=ROGUE) as child:
        assert ask_to_read(child, "babble", "a.pdf") == {"did": "babble"}


def test_a_child_that_hangs_is_killed_in_time() -> None:
    limits = replace(LIMITS, seconds=1)
    start = monotonic()

    with Child(module=ROGUE, limits=limits) as child, pytest.raises(UnreadableFile, match="trop long à lire"):
        ask_to_read(child, "sleep", "a.pdf", limits=limits)

    assert monotonic() - start < 5


def test_the_caller_may_stop_the_child() -> None:
    start = monotonic()

    with Child(module=ROGUE) as child, pytest.raises(ChildLost):
        child.ask({"path": "sleep", "name": "a", "bounds": {}}, stop=lambda: monotonic() - start > 0.3)

    assert monotonic() - start < 5


@pytest.mark.skipif(sys.platform != "linux", reason="only this system bounds the memory of a process")
def test_a_child_that_eats_memory_is_stopped() -> None:
    limits = replace(LIMITS, memory=400_000_000)

    with Child(module=ROGUE, limits=limits) as child, pytest.raises(UnreadableFile, match="trop de mémoire"):
        ask_to_read(child, "eat", "a.pdf", limits=limits)


def test_the_child_does_not_import_django() -> None:
    asked = "import sys, tremplin.rights.agreement.reading.worker; print('django' in sys.modules)"

    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout

    assert said.strip() == "False"
