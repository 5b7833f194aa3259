"""A file is told by what it holds, and no file takes more than its share."""

import zlib
from io import BytesIO

import pytest
from pypdf import PdfWriter

from tremplin.stories.cv.reading.bounds import LARGEST_FILE, LARGEST_STREAM
from tremplin.stories.cv.reading.files import read_resume
from tremplin.stories.cv.reading.outcome import UnreadableResume, place_said


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("cv.json", b"", "vide"),
        ("cv.json", b"\xef\xbb\xbf \n", "vide"),
        ("cv.docx", b"PK\x03\x04 word/document.xml", "document de bureau"),
        ("cv.txt", b"Mon CV", "Tremplin lit"),
        ("moi.vcf", b"BEGIN:VCARD\nFN:Zo\nEND:VCARD", "dans Réseau"),
        ("Connections.csv", b"First Name,Last Name,Connected On\nA,B,01 Jan 2026\n", "dans Réseau"),
        ("cv.pdf", b"%PDF-1.7 rien d'autre", "abîmé"),
        ("cv.xml", b"<!-- x --><!DOCTYPE html><html/>", "page web"),
        ("cv.json", b"x" * (LARGEST_FILE + 1), "trop gros"),
    ],
)
def test_what_is_no_resume_says_what_to_do(name: str, content: bytes, says: str) -> None:
    with pytest.raises(UnreadableResume, match=says):
        read_resume(content, name=name)


@pytest.mark.parametrize("name", ["cv.txt", "cv", "cv.yaml.bak", ""])
def test_the_name_of_a_file_does_not_decide(name: str) -> None:
    assert read_resume(b'{"basics": {"name": "Zo"}}', name=name).kind == "JSON Resume"
    assert read_resume(b"cv:\n  name: Zo\n", name=name).kind == "RenderCV"


def packed(layers: int) -> bytes:
    """Pack more blanks than any résumé holds, once or several times over."""
    found = bytes(LARGEST_STREAM + 1)
    for _ in range(layers):
        found = zlib.compress(found)
    return found


@pytest.mark.parametrize("layers", [1, 2])
def test_a_pdf_that_unpacks_without_end_is_not_opened(layers: int) -> None:
    content = b"%PDF-1.7\n1 0 obj <</Filter /FlateDecode>>\nstream\n" + packed(layers) + b"\nendstream"
    with pytest.raises(UnreadableResume, match="sans fin"):
        read_resume(content, name="cv.pdf")


def test_a_pdf_of_nothing_but_streams_is_not_searched_for_ever() -> None:
    with pytest.raises(UnreadableResume, match="sans fin"):
        read_resume(b"%PDF-1.7\n" + b"stream\nx\x9c" * 100_000, name="cv.pdf")


def carrying(*attached: bytes) -> bytes:
    """Return a PDF of one blank page that carries files."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    for rank, content in enumerate(attached):
        writer.add_attachment(f"{rank}.xml", content)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def test_an_invoice_carried_by_a_pdf_hides_no_cv() -> None:
    passport = (
        b"<SkillsPassport><LearnerInfo><Identification><PersonName><FirstName>Zo</FirstName>"
        b"</PersonName></Identification></LearnerInfo></SkillsPassport>"
    )

    found = read_resume(carrying(b"<Invoice/>", b"<Invoice", passport), name="cv.pdf")

    assert found.resume.basics.name == "Zo"


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("work[2].startDate", "Expérience 3, début"),
        ("languages", "Langues"),
        ("basics.email", "Adresse e-mail"),
        ("cv.phone", "Téléphone"),
        ("cv.sections.Divers[0]", "cv.sections.Divers[0]"),
        ("Positions.csv", "Positions.csv"),
        ("interests[0]", "Centre d’intérêt 1"),
        ("", ""),
    ],
)
def test_a_page_names_a_place_in_plain_french(where: str, says: str) -> None:
    assert place_said(where) == says
