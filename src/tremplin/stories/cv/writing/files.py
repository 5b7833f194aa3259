"""One door for every file a résumé may leave as."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from tremplin.documents.curriculum import Design, Proof, curriculum_to_pdf
from tremplin.documents.curriculum_docx import curriculum_to_docx
from tremplin.stories.cv.resume import Resume
from tremplin.stories.cv.writing.europass import to_europass
from tremplin.stories.cv.writing.json_resume import write_json_resume
from tremplin.stories.cv.writing.plain_text import to_text
from tremplin.stories.cv.writing.printing import curriculum_of
from tremplin.stories.cv.writing.rendercv import to_rendercv


class Format(StrEnum):
    """What a résumé may leave as; the value is the end of the file's name."""

    PDF = "pdf"
    WORD = "docx"
    JSON_RESUME = "json"
    RENDERCV = "yaml"
    EUROPASS = "xml"
    TEXT = "txt"

    @property
    def label(self) -> str:
        """« Europass XML »."""
        return LABELS[self]

    @property
    def mime(self) -> str:
        """The media type a browser is told."""
        return MIMES[self]


LABELS = {
    Format.PDF: "PDF",
    Format.WORD: "Word",
    Format.JSON_RESUME: "JSON Resume",
    Format.RENDERCV: "RenderCV YAML",
    Format.EUROPASS: "Europass XML",
    Format.TEXT: "Texte",
}
MIMES = {
    Format.PDF: "application/pdf",
    Format.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.JSON_RESUME: "application/json",
    Format.RENDERCV: "application/yaml",
    Format.EUROPASS: "application/xml",
    Format.TEXT: "text/plain; charset=utf-8",
}


def write(
    resume: Resume,
    format: Format,
    *,
    on: date,
    design: Design = Design.CLASSIC,
    photo: bytes = b"",
    proofs: Sequence[Proof] = (),
) -> bytes:
    """Write a résumé as a file.

    Args:
        resume: what to write, in its order.
        format: of the file.
        on: the day written in it.
        design: how a PDF or a Word file looks.
        photo: a JPEG or PNG file, for the formats that show one; empty for none.
        proofs: figures set large on a page, three at most.

    Returns:
        The bytes of the file.

    Raises:
        TooLong: it does not hold on one page; nothing longer leaves as PDF or Word.
    """
    page = curriculum_of(resume, on=on, design=design, photo=photo, proofs=proofs)
    match format:
        case Format.PDF:
            return curriculum_to_pdf(page)
        case Format.WORD:
            return curriculum_to_docx(page)
        case Format.TEXT:
            return to_text(page)
        case Format.RENDERCV:
            return to_rendercv(resume)
        case Format.EUROPASS:
            return to_europass(resume, photo=photo)
        case Format.JSON_RESUME:
            return write_json_resume(resume).encode()
