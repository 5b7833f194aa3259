"""The files a PDF carries: Europass hides its XML in one."""

from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tremplin.stories.cv.reading.bounds import LARGEST_FILE, MOST_ATTACHMENTS
from tremplin.stories.cv.reading.outcome import UnreadableResume


def opened_pdf(content: bytes) -> Any:
    """Open a PDF.

    Raises:
        UnreadableResume: protected, cut or damaged.
    """
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as problem:
        if getattr(problem, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise UnreadableResume(
                "Ce PDF est protégé par un mot de passe. Imprimez-le en PDF, puis donnez cette copie."
            ) from problem
        raise UnreadableResume("Ce PDF est abîmé ou incomplet. Téléchargez-le de nouveau.") from problem


def attachments_of(pdf: Any) -> Iterator[tuple[str, bytes]]:
    """Give the name and the content of each file a PDF carries; one that cannot be read is passed over."""
    for place in range(min(pdf.count_attachments(), MOST_ATTACHMENTS)):
        try:
            attached = pdf.get_attachment(place)
            name, content = attached.get_name(), bytes(attached.get_data())
        except pdfium.PdfiumError:
            continue
        if len(content) <= LARGEST_FILE:
            yield name, content
