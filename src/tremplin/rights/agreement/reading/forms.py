"""Form fields and typed annotations of a PDF: what was filled in, where it stands."""

import ctypes
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


def field_words(page: Any, forms: Any, frame: Frame) -> list[Word]:
    """Return the words of filled fields and typed notes, and every check-box, in place."""
    words: list[Word] = []
    for place in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
        note = raw.FPDFPage_GetAnnot(page, place)
        if not note:
            continue
        try:
            if not raw.FPDFAnnot_GetFlags(note) & raw.FPDF_ANNOT_FLAG_HIDDEN:
                words.extend(_words_of(note, forms, frame))
        finally:
            raw.FPDFPage_CloseAnnot(note)
    return words


def _words_of(note: Any, forms: Any, frame: Frame) -> list[Word]:
    box = _box_of(note, frame)
    kind = raw.FPDFAnnot_GetSubtype(note)
    if box is None:
        return []
    if kind == raw.FPDF_ANNOT_FREETEXT:
        return _spread(_string(raw.FPDFAnnot_GetStringValue, note, b"Contents"), box)
    if kind != raw.FPDF_ANNOT_WIDGET or not forms:
        return []
    field = raw.FPDFAnnot_GetFormFieldType(forms, note)
    if field in _BOXES:
        mark = CHECKED if raw.FPDFAnnot_IsChecked(forms, note) else EMPTY
        return [Word(mark, *box)]
    if field in _TEXT:
        return _spread(_string(raw.FPDFAnnot_GetFormFieldValue, forms, note), box)
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


def _spread(text: str, box: tuple[float, float, float, float]) -> list[Word]:
    """Place the words of a field inside its box, line by line, as a viewer would."""
    left, right, top, bottom = box
    lines = _wrapped(clean(text.replace("\r\n", "\n").replace("\r", "\n")), right - left, bottom - top)
    if not lines:
        return []
    tall = min((bottom - top) / len(lines), 14.0) if len(lines) > 1 else bottom - top
    words = []
    for row, line in enumerate(lines):
        step = min(0.45 * min(tall, 14.0), (right - left) / max(1, len(line)))
        at = 0
        for piece in line.split():
            at = line.index(piece, at)
            start = left + at * step
            at += len(piece)
            words.append(Word(piece, start, left + at * step, top + row * tall, top + (row + 1) * tall))
    return words


def _wrapped(text: str, width: float, height: float) -> list[str]:
    import textwrap

    lines = [line for line in text.split("\n") if line.strip()]
    if height < 24:
        return [" ".join(lines)] if lines else []
    letters = max(12, int(width / 5.0))
    return [part for line in lines for part in textwrap.wrap(line, letters)]
