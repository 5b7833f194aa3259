"""Form fields and typed annotations of a PDF: what was filled in, where it stands."""

import ctypes
import textwrap
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tremplin.rights.agreement.reading.columns import Word
from tremplin.rights.agreement.reading.drawings import Frame
from tremplin.rights.agreement.reading.marks import CHECKED, EMPTY, clean

_MOST_ANNOTATIONS = 2_000
_MOST_LETTERS = 20_000
_TEXT = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
_BOXES = (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON)


def open_forms(pdf: Any) -> Any:
    """Return what is needed to read form fields, or the document itself when it has no form."""
    try:
        if pdf.get_formtype() != raw.FORMTYPE_NONE:
            pdf.init_forms()
            return pdf.formenv
    except pdfium.PdfiumError:
        return None
    return None


def field_words(page: Any, forms: Any, frame: Frame, tall: float) -> list[Word]:
    """Return the words of filled fields and typed notes, and every check-box, in place.

    Args:
        page: the page of PDFium.
        forms: what `open_forms` gave.
        frame: turns coordinates into a reader's.
        tall: height of the words around.

    Returns:
        Words that stand on the same line as the label beside them.
    """
    words: list[Word] = []
    for place in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
        note = raw.FPDFPage_GetAnnot(page, place)
        if not note:
            continue
        try:
            if not raw.FPDFAnnot_GetFlags(note) & raw.FPDF_ANNOT_FLAG_HIDDEN:
                words.extend(_words_of(note, forms, frame, tall))
        finally:
            raw.FPDFPage_CloseAnnot(note)
    return words


def _words_of(note: Any, forms: Any, frame: Frame, tall: float) -> list[Word]:
    box = _box_of(note, frame)
    kind = raw.FPDFAnnot_GetSubtype(note)
    if box is None:
        return []
    if kind == raw.FPDF_ANNOT_FREETEXT:
        return _spread(_string(raw.FPDFAnnot_GetStringValue, note, b"Contents"), box, tall)
    if kind != raw.FPDF_ANNOT_WIDGET or not forms:
        return []
    field = raw.FPDFAnnot_GetFormFieldType(forms, note)
    if field in _BOXES:
        mark = CHECKED if raw.FPDFAnnot_IsChecked(forms, note) else EMPTY
        return _spread(mark, box, tall)
    if field in _TEXT:
        return _spread(_string(raw.FPDFAnnot_GetFormFieldValue, forms, note), box, tall)
    return []


def _box_of(note: Any, frame: Frame) -> tuple[float, float, float, float] | None:
    rect = raw.FS_RECTF()
    if not raw.FPDFAnnot_GetRect(note, rect):
        return None
    return frame.box(rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top))


def _string(call: Any, *arguments: Any) -> str:
    size = call(*arguments, None, 0)
    if size <= 2 or size > _MOST_LETTERS * 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    call(*arguments, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def _spread(text: str, box: tuple[float, float, float, float], tall: float) -> list[Word]:
    """Place the words of a field inside its box, line by line, as a viewer would."""
    left, right, top, bottom = box
    lines = _lines(clean(text.replace("\r\n", "\n").replace("\r", "\n")), right - left, bottom - top, tall)
    middle = (top + bottom) / 2 if len(lines) == 1 else top + 0.65 * tall
    words = []
    for row, line in enumerate(lines):
        step = min(0.45 * tall, (right - left) / len(line))
        foot = middle + 0.5 * tall + row * 1.2 * tall
        at = 0
        for piece in line.split():
            at = line.index(piece, at)
            start = left + at * step
            at += len(piece)
            words.append(Word(piece, start, left + at * step, foot - tall, foot))
    return words


def _lines(text: str, width: float, height: float, tall: float) -> list[str]:
    lines = [line for line in text.split("\n") if line.strip()]
    if height < 2.2 * tall:
        return [" ".join(lines)] if lines else []
    letters = max(12, int(width / (0.5 * tall)))
    return [part for line in lines for part in textwrap.wrap(line, letters)]
