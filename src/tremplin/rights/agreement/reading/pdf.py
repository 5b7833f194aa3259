"""PDF: words with their boxes, form fields and check-boxes in place; image pages go to recognition."""

import ctypes
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from math import degrees
from statistics import median
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tremplin.rights.agreement.pages import Document, Line, Page, UnreadableFile
from tremplin.rights.agreement.reading.columns import Scale, Word
from tremplin.rights.agreement.reading.drawings import Drawings, drawings_of
from tremplin.rights.agreement.reading.forms import field_words, open_forms
from tremplin.rights.agreement.reading.grids import lay_out_with_grids
from tremplin.rights.agreement.reading.limits import Limits
from tremplin.rights.agreement.reading.marks import SYMBOL_FONT, clean
from tremplin.rights.agreement.reading.repeats import move_repeats

_WORD = re.compile(r"[^\s\x00\x02\ufffe]+[\x02\ufffe]?")
"""A word ends at white, or at the mark that PDFium puts where a line breaks a word."""
_TOO_LITTLE = 40
_USUAL_HEIGHT = 9.5
_MOST_CHARACTERS = 60_000


@dataclass(frozen=True, slots=True)
class _Frame:
    """Turns the coordinates of a page into a reader's: origin at the top left, upright."""

    left: float
    bottom: float
    width: float
    height: float
    turn: int

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return left, right, top, bottom as a reader sees them."""
        a, b = left - self.left, right - self.left
        c, d = bottom - self.bottom, top - self.bottom
        if self.turn == 0:
            return a, b, self.height - d, self.height - c
        if self.turn == 90:
            return c, d, a, b
        if self.turn == 180:
            return self.width - b, self.width - a, c, d
        return self.height - d, self.height - c, self.width - b, self.width - a

    @property
    def seen(self) -> tuple[float, float]:
        """Width and height as a reader sees them."""
        return (self.height, self.width) if self.turn in (90, 270) else (self.width, self.height)


def read_pdf(data: bytes, name: str, tell: Callable[[int, int], None], limits: Limits) -> Document:
    """Return the pages of a PDF.

    Args:
        data: the whole file.
        name: its name, for sentences.
        tell: called with the page just read and the number of pages.
        limits: what may be asked.

    Returns:
        The document, of kind "pdf".

    Raises:
        UnreadableFile: protected, damaged, without page, or with too many.
    """
    with _opened(data, name) as pdf:
        count = len(pdf)
        _check_count(count, name, limits)
        forms = open_forms(pdf)
        with ThreadPoolExecutor(limits.recognisers) as recognisers:
            asked = [_read_page(pdf, number, forms, limits, recognisers) for number in range(1, count + 1)]
            results = []
            for number, one in enumerate(asked, 1):
                results.append(one.result() if isinstance(one, Future) else one)
                tell(number, count)
    pages = [result for result in results if isinstance(result, Page)]
    unreadable = [(number, why) for number, why in enumerate(results, 1) if isinstance(why, str)]
    return Document(name, "pdf", move_repeats(pages), tuple(unreadable), count)


def _opened(data: bytes, name: str) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise UnreadableFile(
                f"« {name} » est protégé par un mot de passe. Ouvrez-le, enregistrez-en une copie sans mot "
                "de passe (par exemple en l’imprimant en PDF), puis déposez cette copie."
            ) from None
        raise UnreadableFile(
            f"« {name} » est un PDF abîmé ou incomplet : il n’a pas pu être ouvert. "
            "Téléchargez-le ou demandez-le de nouveau."
        ) from None


def _check_count(count: int, name: str, limits: Limits) -> None:
    if count == 0:
        raise UnreadableFile(f"« {name} » est un PDF sans page : il n’y a rien à lire.")
    if count > limits.pages:
        raise UnreadableFile(
            f"« {name} » compte {count} pages ; Tremplin en lit {limits.pages} au plus. "
            "Déposez la convention seule, sans les autres documents."
        )


_Result = Page | str


def _read_page(
    pdf: Any, number: int, forms: Any, limits: Limits, recognisers: ThreadPoolExecutor
) -> "_Result | Future[_Result]":
    """Return the page, the sentence that says why not, or either of them later."""
    try:
        page = pdf[number - 1]
    except pdfium.PdfiumError:
        return f"La page {number} est abîmée : elle n’a pas pu être ouverte."
    try:
        frame, words = _framed_words(page)
        drawings = drawings_of(page, frame)
        fields = field_words(page, forms, frame, _height_of(words))
        if _needs_eyes(words, drawings, frame) and not fields:
            return _looked_at(page, number, limits, recognisers)
        return Page(number, _lines(words + fields, drawings, frame))
    finally:
        page.close()


def _looked_at(
    page: Any, number: int, limits: Limits, recognisers: ThreadPoolExecutor
) -> "_Result | Future[_Result]":
    from tremplin.rights.agreement.reading import ocr

    if ocr.engine() is None:
        return ocr.no_engine(number)
    return recognisers.submit(ocr.recognise, ocr.drawn(page), number, limits)


def _lines(words: list[Word], drawings: Drawings, frame: _Frame) -> tuple[Line, ...]:
    if not words:
        return ()
    width, height = frame.seen
    return lay_out_with_grids(words, drawings, width=width, height=height, scale=scale_of(words))


def scale_of(words: Sequence[Word]) -> Scale:
    """Return how white is measured, told from the height of the words."""
    tall = _height_of(words)
    return Scale(space=0.26 * tall, height=1.15 * tall)


def _height_of(words: Sequence[Word]) -> float:
    return (median(word.bottom - word.top for word in words) if words else 0.0) or _USUAL_HEIGHT


def _frame_of(page: Any, text_page: Any, text: str) -> _Frame:
    left, bottom, right, top = page.get_cropbox(fallback_ok=True)
    turn = _turn_of(text_page, text)
    if turn is None:
        turn = page.get_rotation()
    return _Frame(left, bottom, max(1.0, right - left), max(1.0, top - bottom), turn)


def _turn_of(text_page: Any, text: str) -> int | None:
    """Return by how many degrees to turn the page so that most letters stand; None without letters."""
    places = [place for place in range(0, len(text), max(1, len(text) // 60)) if text[place].isalpha()]
    angles = [
        -round(degrees(raw.FPDFText_GetCharAngle(text_page, place)) / 90) * 90 % 360 for place in places
    ]
    return max(set(angles), key=angles.count) if angles else None


def _framed_words(page: Any) -> tuple[_Frame, list[Word]]:
    """Return the words of a page, and the way to look at it that sets them upright."""
    text_page = page.get_textpage()
    try:
        count = min(text_page.count_chars(), _MOST_CHARACTERS)
        text = text_page.get_text_range(0, count) if count > 0 else ""
        if len(text) != count:
            text = "".join(chr(raw.FPDFText_GetUnicode(text_page, place) or 32) for place in range(count))
        frame = _frame_of(page, text_page, text)
        return frame, _stood(list(_marks(text_page, text, frame)))
    finally:
        text_page.close()


@dataclass(frozen=True, slots=True)
class _Mark:
    """A word's ink, and the height of the line it is written on."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    base: float


def _marks(text_page: Any, text: str, frame: _Frame) -> Iterator[_Mark]:
    """Yield the words of a page; the places PDFium fills in are made once, for speed."""
    first, last = raw.FS_RECTF(), raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    for found in _WORD.finditer(text):
        start, end = found.span()
        letters = _letters(text_page, found.group(), start)
        placed = (
            letters
            and raw.FPDFText_GetLooseCharBox(text_page, start, first)
            and raw.FPDFText_GetLooseCharBox(text_page, end - 1, last)
            and raw.FPDFText_GetCharOrigin(text_page, start, x, y)
        )
        if placed:
            box = frame.box(
                min(first.left, last.left),
                min(first.bottom, last.bottom),
                max(first.right, last.right),
                max(first.top, last.top),
            )
            yield _Mark(letters, *box, frame.box(x.value, y.value, x.value, y.value)[2])


def _letters(text_page: Any, written: str, start: int) -> str:
    letters = clean(written)
    if len(written) == 1 and letters in SYMBOL_FONT and _is_symbol_font(text_page, start):
        return SYMBOL_FONT[letters]
    return letters


def _stood(marks: Sequence[_Mark]) -> list[Word]:
    """Return words that stand on their line, as tall as their letters usually are."""
    if not marks:
        return []
    heights = sorted(mark.bottom - mark.top for mark in marks)
    usual = heights[len(heights) * 3 // 4]
    words = []
    for mark in marks:
        tall = mark.bottom - mark.top
        tall = tall if tall > 1.3 * usual else usual
        words.append(Word(mark.text, mark.left, mark.right, mark.base - 0.8 * tall, mark.base + 0.2 * usual))
    return words


def _is_symbol_font(text_page: Any, place: int) -> bool:
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text_page, place, buffer, 128, flags)
    name = buffer.value.decode("latin-1").lower()
    return "dings" in name or "symbol" in name


def _needs_eyes(words: list[Word], drawings: Drawings, frame: _Frame) -> bool:
    """Whether the page is a picture, or its letters are no letters, so that it must be looked at."""
    letters = "".join(word.text for word in words)
    width, height = frame.seen
    covered = drawings.pictured / (width * height)
    if len(letters) < _TOO_LITTLE:
        return covered > 0.3 or drawings.strokes > 400
    if covered > 0.6 and len(letters) < 250:
        return True
    return _is_garbage(letters)


def _is_garbage(letters: str) -> bool:
    strange = sum(
        1 for letter in letters if letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" or letter < " "
    )
    if strange > 0.2 * len(letters):
        return True
    words = [letter for letter in letters.lower() if letter.isalpha()]
    if len(words) < 200:
        return len(letters) > 200 and len(words) < 0.3 * len(letters)
    vowels = sum(1 for letter in words if letter in "aeiouyàâéèêëîïôûùœ")
    return not 0.28 <= vowels / len(words) <= 0.62
