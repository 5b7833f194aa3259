"""The CV as a Word file of one page: real styles, one column, the order of the PDF.

Dates stand under the title and nothing is in a table, save the photo: whoever reads the file by machine
finds the words in order. The size is the largest that holds with the widest font that
may replace ours.
"""

import io
from collections.abc import Iterator
from typing import Any, Final

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Cm

from tremplin.documents.characters import unbroken
from tremplin.documents.curriculum import Curriculum, Design, Entry, Labelled, Proof, Section, paragraphs
from tremplin.documents.word_page import (
    BULLET,
    CONTACTS,
    ENTRY,
    HEAD,
    HEADLINE,
    NAME,
    SECTION,
    SEPARATOR,
    SIDE_CM,
    TEXT,
    TEXT_WIDTH_PT,
    UNDER,
    Paragraph,
    Setting,
    blank_page,
    falling_off,
    height_of,
    plain,
    saved,
    set_paragraph,
    settled,
)
from tremplin.law.words import NBSP

SETTINGS: Final = (
    (11.0, 1.5),
    (11.0, 1.2),
    (10.5, 1.1),
    (10.5, 0.9),
    (10.0, 0.9),
    (9.5, 0.8),
    (9.0, 0.75),
    (8.5, 0.7),
    (8.0, 0.6),
    (8.0, 0.4),
)
STYLES: Final = (*HEAD, TEXT, SECTION, ENTRY, UNDER, BULLET)
PHOTO_HEIGHT_CM: Final = 3.3
PHOTO_COLUMN_CM: Final = 3.2
POINTS: Final = 72 / 2.54
"""In a centimetre."""


def curriculum_to_docx(curriculum: Curriculum) -> bytes:
    """Write a CV as a Word file of one page.

    Args:
        curriculum: the CV.

    Returns:
        A .docx file in French, on A4.

    Raises:
        TooLong: it does not hold on one page in the smallest type, were its font replaced by a wide one.
    """
    head, body = _cut(curriculum)
    document = blank_page(
        title=f"{curriculum.kind} · {curriculum.subject}",
        author=curriculum.author,
        design=curriculum.design,
        setting=settled(SETTINGS, lambda setting: _beyond(curriculum, setting)),
        styles=STYLES,
        centred=curriculum.design is Design.CLASSIC and not curriculum.photo,
    )
    place = _beside_photo(document, curriculum) if curriculum.photo else document
    for number, paragraph in enumerate(head):
        reused = place is not document and number == 0
        set_paragraph(place.paragraphs[0] if reused else place.add_paragraph(), paragraph, document)
    for paragraph in body:
        set_paragraph(document.add_paragraph(), paragraph, document)
    return saved(document)


def _beyond(curriculum: Curriculum, setting: Setting) -> Iterator[str]:
    """Give the paragraphs that would fall off the page."""
    head, body = _cut(curriculum)
    beside = TEXT_WIDTH_PT - (PHOTO_COLUMN_CM * POINTS if curriculum.photo else 0)
    least = PHOTO_HEIGHT_CM * POINTS if curriculum.photo else 0.0
    top = max(sum(height_of(one, setting, width=beside) for one in head), least)
    return falling_off(body, setting, at=top)


def _cut(curriculum: Curriculum) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return what stands beside the photo, then the rest."""
    contacts = SEPARATOR.join(one.says for one in curriculum.contacts)
    said = ((NAME, curriculum.name), (HEADLINE, curriculum.headline), (CONTACTS, contacts))
    head = tuple(plain(style, text) for style, text in said if text.strip())
    return head, tuple(_body(curriculum))


def _body(curriculum: Curriculum) -> Iterator[Paragraph]:
    for text in paragraphs(curriculum.summary):
        yield plain(TEXT, text)
    if curriculum.proofs:
        yield Paragraph(TEXT, tuple(_proofs(curriculum.proofs)))
    for section in curriculum.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[Paragraph]:
    yield plain(SECTION, section.name)
    for entry in section.entries:
        yield from _entry(entry)
    for line in section.lines:
        yield Paragraph(TEXT, _labelled(line))


def _entry(entry: Entry) -> Iterator[Paragraph]:
    title, organization = unbroken(entry.title), unbroken(entry.organization)
    named = ((title, "bold"), (", " if title and organization else "", ""), (organization, "italic"))
    yield Paragraph(ENTRY, tuple(run for run in named if run[0]))
    under = SEPARATOR.join(filter(None, (entry.period, entry.note, entry.address.says)))
    if under:
        yield plain(UNDER, under)
    for text in paragraphs(entry.about):
        yield plain(TEXT, text)
    for line in entry.lines:
        yield plain(BULLET, line)


def _labelled(line: Labelled) -> tuple[tuple[str, str], ...]:
    if not line.label or not line.says:
        return ((unbroken(line.label or line.says), ""),)
    return ((unbroken(line.label), "bold"), (f"{NBSP}: {unbroken(line.says)}", ""))


def _proofs(proofs: tuple[Proof, ...]) -> Iterator[tuple[str, str]]:
    for number, proof in enumerate(proofs):
        before = f"{unbroken(proof.before)} puis " if proof.before else ""
        yield f"{SEPARATOR if number else ''}{before}", ""
        yield unbroken(proof.value), "bold"
        yield f" {unbroken(proof.says)}", "italic"


def _beside_photo(document: Any, curriculum: Curriculum) -> Any:
    """Return the cell where the name goes, the photo on its right."""
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    widths = (21 - 2 * SIDE_CM - PHOTO_COLUMN_CM, PHOTO_COLUMN_CM)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    words, picture = table.rows[0].cells
    words.width, picture.width = Cm(widths[0]), Cm(widths[1])
    paragraph = picture.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    run = paragraph.add_run()
    drawn = run.add_picture(io.BytesIO(curriculum.photo), height=Cm(PHOTO_HEIGHT_CM))
    drawn._inline.docPr.set("descr", f"Portrait de {curriculum.name}")
    return words
