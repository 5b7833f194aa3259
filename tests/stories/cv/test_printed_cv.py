"""The CV on paper: one page, tagged, its text in reading order whoever takes it out."""

import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from tests.documents.reading import catalog, fonts, letters, overflowing, pages, roles
from tests.stories.cv.written import INES, ON, TOO_LONG, portrait
from tremplin.documents.curriculum import Curriculum, Design, Proof
from tremplin.documents.one_page import TooLong
from tremplin.stories.cv.resume import Basics, Resume
from tremplin.stories.cv.writing.files import Format, write
from tremplin.stories.cv.writing.printing import curriculum_of

OFFICE = shutil.which("soffice")
PDFTOTEXT = shutil.which("pdftotext")
PROOFS = (Proof("50 min", "point du lundi", "4 h 30"), Proof("6 %", "écarts d’inventaire", "18 %"))
EVERY_DESIGN = pytest.mark.parametrize("design", list(Design))


def page(design: Design) -> Curriculum:
    """Return what the page of Inès says."""
    return curriculum_of(INES, on=ON, design=design, proofs=PROOFS)


@cache
def printed(design: Design) -> bytes:
    """Return the CV of Inès, printed once."""
    return write(INES, Format.PDF, on=ON, design=design, proofs=PROOFS)


def assert_in_order(texts: Iterable[str], whole: str) -> None:
    """Find each text after the one before."""
    at = 0
    for text in texts:
        found = whole.find(letters(text), at)
        assert found >= 0, text
        at = found


def read_in_order(design: Design) -> list[str]:
    """Return the texts in the order a reader meets them: in the margin, a date comes before its title."""
    texts = []
    shown = page(design)
    heads = {
        (one.title, one.organization): one.period for section in shown.sections for one in section.entries
    }
    for text in shown.texts():
        periods = [
            period for (title, _), period in heads.items() if title == text and design is Design.MARGIN
        ]
        texts += [*periods, text]
    return [text for at, text in enumerate(texts) if text not in texts[max(0, at - 3) : at]]


@EVERY_DESIGN
def test_taking_the_text_out_gives_the_cv_in_order(design: Design) -> None:
    by_pdfium, by_pypdf = letters(pages(printed(design))[0]), PdfReader(io.BytesIO(printed(design))).pages[0]

    assert_in_order(read_in_order(design), by_pdfium)
    assert_in_order(read_in_order(design), letters(by_pypdf.extract_text()))


@EVERY_DESIGN
@pytest.mark.skipif(PDFTOTEXT is None and "CI" not in os.environ, reason="pdftotext is not installed")
def test_a_reader_that_looks_for_columns_finds_the_same_order(design: Design, tmp_path: Path) -> None:
    assert PDFTOTEXT, "install poppler-utils"
    file = tmp_path / "cv.pdf"
    file.write_bytes(printed(design))

    found = subprocess.run([PDFTOTEXT, str(file), "-"], capture_output=True, check=True)

    assert_in_order(read_in_order(design), letters(found.stdout.decode()))


@EVERY_DESIGN
def test_a_screen_reader_finds_its_headings(design: Design) -> None:
    tags = roles(printed(design))
    shown = page(design)

    assert tags.count("H1") == 1
    assert tags.count("H2") == len(shown.sections)
    assert tags.count("H3") == sum(len(one.entries) for one in shown.sections)
    assert catalog(printed(design))["/Lang"] in ("fr", "fr-FR")
    assert catalog(printed(design))["/MarkInfo"]["/Marked"]


@EVERY_DESIGN
def test_every_font_travels_and_nothing_leaves_the_paper(design: Design) -> None:
    embedded = fonts(printed(design))

    assert embedded
    assert all("/FontFile2" in font or "/FontFile3" in font for font in embedded)
    assert any("Garamond" in font["/FontName"] for font in embedded) is (design is Design.CLASSIC)
    assert overflowing(printed(design)) == []


def test_the_file_says_whose_it_is() -> None:
    metadata = PdfReader(io.BytesIO(printed(Design.CLASSIC))).metadata

    assert metadata is not None
    assert (metadata.title, metadata.author) == ("CV · Inès Marchetti", "Inès Marchetti")


@EVERY_DESIGN
def test_a_photo_is_described_and_changes_no_word(design: Design) -> None:
    with_photo = write(INES, Format.PDF, on=ON, design=design, proofs=PROOFS, photo=portrait())

    said = (letters(pages(pdf)[0]).replace("·", "") for pdf in (with_photo, printed(design)))
    assert len(set(said)) == 1
    assert "Figure" in roles(with_photo)


@EVERY_DESIGN
@pytest.mark.parametrize("format", [Format.PDF, Format.WORD])
def test_what_is_too_long_does_not_leave_and_says_the_lines_in_excess(design: Design, format: Format) -> None:
    with pytest.raises(TooLong) as refused:
        write(TOO_LONG, format, on=ON, design=design)

    excess = letters("".join(refused.value.excess))
    assert letters("Samia Kaddour") in excess
    assert letters("Inès Marchetti") not in excess


@EVERY_DESIGN
def test_an_empty_or_a_hostile_name_still_prints(design: Design) -> None:
    nobody = write(Resume(), Format.PDF, on=ON, design=design)
    endless = replace(INES, basics=Basics("#let x = [" + "W" * 90, email="w" * 80 + "@exemple.fr"))

    assert len(pages(nobody)) == 1
    assert overflowing(write(endless, Format.PDF, on=ON, design=design)) == []


@EVERY_DESIGN
def test_the_word_file_has_real_styles_in_the_order_of_the_page(design: Design) -> None:
    written = Document(io.BytesIO(write(INES, Format.WORD, on=ON, design=design, proofs=PROOFS)))
    paragraphs = [(one.style.name if one.style else "", one.text) for one in written.paragraphs]

    assert ("Title", "Inès Marchetti") in paragraphs
    assert [text for style, text in paragraphs if style == "Heading 1"] == [
        one.name for one in page(design).sections
    ]
    assert_in_order(page(design).texts(), letters("\n".join(text for _, text in paragraphs)))
    assert written.core_properties.author == "Inès Marchetti"


def test_the_photo_of_a_word_file_is_described() -> None:
    file = write(INES, Format.WORD, on=ON, photo=portrait())

    with zipfile.ZipFile(io.BytesIO(file)) as package:
        assert 'descr="Portrait de Inès Marchetti"' in package.read("word/document.xml").decode()


@pytest.mark.skipif(OFFICE is None and "CI" not in os.environ, reason="LibreOffice is not installed")
def test_an_office_program_lays_the_word_file_on_one_page(tmp_path: Path) -> None:
    assert OFFICE, "install libreoffice-writer-nogui"
    full = replace(INES, work=(*INES.work, *(INES.work[:1] * 3)))
    for design in Design:
        content = write(full, Format.WORD, on=ON, design=design, proofs=PROOFS, photo=portrait())
        (tmp_path / f"{design}.docx").write_bytes(content)

    files = [str(tmp_path / f"{design}.docx") for design in Design]
    command = [OFFICE, f"-env:UserInstallation=file://{tmp_path / 'profile'}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(tmp_path), *files],
        capture_output=True,
        check=True,
        timeout=120,
    )

    assert [len(pages((tmp_path / f"{design}.pdf").read_bytes())) for design in Design] == [1, 1]
