"""A PDF opened within bounds, and the files it carries: Europass hides its XML in one."""

import re
import zlib
from collections.abc import Iterator
from typing import Any, Final

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tremplin.stories.cv.reading.bounds import (
    LARGEST_FILE,
    LARGEST_STREAM,
    LARGEST_UNPACKED,
    MOST_ATTACHMENTS,
    MOST_STREAMS,
)
from tremplin.stories.cv.reading.outcome import UnreadableResume

STREAM: Final = re.compile(rb"stream\r?\n")
PIECE: Final = 1 << 20
FED: Final = 1 << 14
LAYERS: Final = 3
ENDLESS: Final = "Ce PDF se déplie sans fin\u00a0: il n’a pas été ouvert."


def opened_pdf(content: bytes) -> Any:
    """Open a PDF.

    Raises:
        UnreadableResume: protected, cut, damaged, or unpacking without end.
    """
    _require_sensible(content)
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


def _require_sensible(content: bytes) -> None:
    """Refuse a PDF whose packed streams would fill the memory once opened.

    Raises:
        UnreadableResume: one stream, or all of them, unpack beyond any true résumé.
    """
    left = LARGEST_UNPACKED
    for count, found in enumerate(STREAM.finditer(content)):
        left -= _unpacked_size(memoryview(content)[found.end() :], min(left, LARGEST_STREAM))
        if left <= 0 or count > MOST_STREAMS:
            raise UnreadableResume(ENDLESS)


def _unpacked_size(packed: bytes | memoryview, most: int) -> int:
    """Return how much a stream unpacks to, its layers one after another; 0 when it is not packed."""
    size = 0
    for _ in range(LAYERS):
        unpacked = _unpacked(packed, most)
        if not unpacked:
            break
        size, packed = max(size, len(unpacked)), unpacked
    return size


def _unpacked(packed: bytes | memoryview, most: int) -> bytes:
    reader, pieces, size = zlib.decompressobj(), [], 0
    try:
        for start in range(0, len(packed), FED):
            waiting: bytes | memoryview = packed[start : start + FED]
            while waiting and not reader.eof:
                pieces.append(reader.decompress(waiting, PIECE))
                waiting = reader.unconsumed_tail
                size += len(pieces[-1])
                if size > most:
                    raise UnreadableResume(ENDLESS)
            if reader.eof:
                break
    except zlib.error:
        pass  # what was unpacked before the fault still counts
    return b"".join(pieces)
