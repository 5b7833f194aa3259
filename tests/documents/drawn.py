"""Where the letters of a printed deck really stand, against the boxes the layout kept for them."""

import unicodedata
from collections.abc import Iterator

import pypdfium2

from tremplin.documents.deck_layout import HEIGHT, Page
from tremplin.documents.deck_pieces import Bars, Box, Grid, Paragraph, Text, Value

Letter = tuple[str, Box]


def boxed_words(page: Page) -> Iterator[tuple[str, Box]]:
    """Give the words of a slide with the box each must stay in; a chart labels itself."""
    for item in page.items:
        match item:
            case Text(box=box, paragraphs=paragraphs):
                yield "".join(map(said, paragraphs)), box
            case Value(box=box, before=before, value=value):
                yield from ((words, box) for words in (before, value) if words)
            case Grid():
                yield from _cells(item)
            case Bars():
                pass


def said(paragraph: Paragraph) -> str:
    """Return the words of a paragraph."""
    return "".join(run.says for run in paragraph)


def outside(pdf: bytes, laid_out: tuple[Page, ...], *, slack: float = 3) -> list[str]:
    """Return the words drawn outside their boxes, or not drawn at all.

    Args:
        pdf: one page a slide, printed by us or by an office program.
        laid_out: the slides.
        slack: points by which a descender, an accent or a slanted letter may stand out.

    Returns:
        « slide 2: words », in order.
    """
    faults = []
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == len(laid_out)
        for number, (sheet, page) in enumerate(zip(document, laid_out, strict=True), 1):
            letters = list(_letters(sheet))
            faults += [
                f"slide {number}: {words}"
                for words, box in boxed_words(page)
                if not _holds(words, box, letters, slack)
            ]
    return faults


def _cells(grid: Grid) -> Iterator[tuple[str, Box]]:
    top = grid.box.top
    for row, height in zip(grid.rows, grid.heights, strict=True):
        left = grid.box.left
        for cell, width in zip(row, grid.widths, strict=True):
            yield said(cell), Box(left, top, width, height)
            left += width
        top += height


def _letters(sheet: pypdfium2.PdfPage) -> Iterator[Letter]:
    """Give each visible letter and where it stands, in points from the top of a slide of 540."""
    text = sheet.get_textpage()
    scale = HEIGHT / sheet.get_height()
    for index in range(text.count_chars()):
        left, bottom, right, top = (edge * scale for edge in text.get_charbox(index))
        box = Box(left, HEIGHT - top, right - left, top - bottom)
        for letter in _visible(text.get_text_range(index, 1)):
            yield letter, box


def _visible(words: str) -> str:
    """Keep what is drawn: no space, no hyphen the reader of the file may have added or lost."""
    plain = unicodedata.normalize("NFKC", words)
    return "".join(one for one in plain if not one.isspace() and one not in "-\ufffe\ufffd\u00ad\x02")


def _holds(words: str, box: Box, letters: list[Letter], slack: float) -> bool:
    """Say whether some drawing of these words stands wholly in this box."""
    sought, drawn = _visible(words), "".join(letter for letter, _ in letters)
    start = drawn.find(sought)
    while start >= 0:
        if all(_inside(where, box, slack) for _, where in letters[start : start + len(sought)]):
            return True
        start = drawn.find(sought, start + 1)
    return not sought


def _inside(letter: Box, box: Box, slack: float) -> bool:
    return (
        letter.left >= box.left - slack
        and letter.top >= box.top - slack
        and letter.left + letter.width <= box.left + box.width + slack
        and letter.top + letter.height <= box.top + box.height + slack
    )
