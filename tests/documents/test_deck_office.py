"""A free office program opens the deck and draws it: what a jury without PowerPoint will see."""

import os
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from tests.documents.decks import DECK, TO_CONFIRM, TOO_MUCH
from tests.documents.drawn import outside
from tests.documents.reading import letters
from tests.documents.reading import pages as words_of_pages
from tests.documents.report_models import OUTLINE
from tremplin.documents.deck import Deck
from tremplin.documents.deck_layout import pages
from tremplin.documents.deck_words import shown
from tremplin.documents.pptx import to_pptx
from tremplin.documents.report_docx import report_to_docx

OFFICE = shutil.which("soffice")
DECKS = {"rich": DECK, "bare": TO_CONFIRM, "too-much": TOO_MUCH}
EVERY = pytest.mark.parametrize("name", DECKS)

pytestmark = pytest.mark.skipif(
    OFFICE is None and "CI" not in os.environ, reason="no office program on this machine"
)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    assert OFFICE, "install libreoffice-impress-nogui and libreoffice-writer-nogui"
    folder = tmp_path_factory.mktemp("office")
    for name, deck in DECKS.items():
        (folder / f"{name}.pptx").write_bytes(to_pptx(deck))
    (folder / "report.docx").write_bytes(report_to_docx(OUTLINE))
    files = sorted([*folder.glob("*.pptx"), *folder.glob("*.docx")])
    _convert(OFFICE, files, folder)
    return {file.stem: file.with_suffix(".pdf").read_bytes() for file in files}


def _convert(office: str, files: list[Path], folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def laid_out(deck: Deck) -> list[str]:
    return [page.title for page in pages(shown(deck))]


@EVERY
def test_no_text_leaves_its_box_with_the_fonts_of_this_machine(drawn: dict[str, bytes], name: str) -> None:
    assert outside(drawn[name], pages(shown(DECKS[name]))) == []


@EVERY
def test_every_slide_is_drawn(drawn: dict[str, bytes], name: str) -> None:
    with pypdfium2.PdfDocument(drawn[name]) as document:
        assert len(document) == len(laid_out(DECKS[name]))
        assert all(
            page.get_width() * 9 == pytest.approx(page.get_height() * 16, rel=0.001) for page in document
        )


def test_the_chart_is_drawn_with_its_labels(drawn: dict[str, bytes]) -> None:
    with pypdfium2.PdfDocument(drawn["rich"]) as document:
        words = document[2].get_textpage().get_text_range()

    assert all(label in words.replace("\u00a0", " ") for label in ("S3", "S9", "4 h 15", "50 min"))


def test_the_outline_of_the_report_opens_with_its_proofs(drawn: dict[str, bytes]) -> None:
    words = letters("".join(words_of_pages(drawn["report"])))

    assert all(letters(entry.action) in words for entry in OUTLINE.entries)
    assert letters("témoin : Yann Le Goff") in words
