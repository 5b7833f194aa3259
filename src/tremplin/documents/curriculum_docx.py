"""The CV as a Word file of one page: real styles, one column, the order of the PDF.

Dates stand under the title and nothing is in a table, save the photo: whoever reads the file by machine
finds the words in order. Lines have a fixed height, so that another font in place of ours changes only where
they break; the size is the largest that holds with the widest of them.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from tremplin.documents.characters import unbroken
from tremplin.documents.curriculum import Curriculum, Design, Entry, Labelled, Proof, Section, paragraphs
from tremplin.documents.measure import Face, count_lines
from tremplin.documents.one_page import TooLong
from tremplin.law.words import NBSP

SEPARATOR: Final = f"{NBSP}· "
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
LEADING: Final = 1.22
SIDE_CM: Final = 2.0
TOP_CM: Final = 1.5
TEXT_WIDTH_PT: Final = (21 - 2 * SIDE_CM) / 2.54 * 72
TEXT_HEIGHT_PT: Final = (29.7 - 2 * TOP_CM) / 2.54 * 72
PHOTO_CM: Final = (2.6, 3.3)
PHOTO_COLUMN_CM: Final = 3.2
BULLET_PT: Final = 12


@dataclass(frozen=True, slots=True)
class Look:
    """The fonts and colours of a design, among those an office program has or replaces well."""

    font: str
    ink: RGBColor
    faint: RGBColor
    accent: RGBColor
    is_serif: bool


LOOKS: Final = {
    Design.CLASSIC: Look(
        "Garamond", RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x56, 0x56, 0x56), RGBColor(0x5B, 0x1F, 0x2B), True
    ),
    Design.MARGIN: Look(
        "Calibri", RGBColor(0x17, 0x1D, 0x37), RGBColor(0x45, 0x4C, 0x63), RGBColor(0x1F, 0x3F, 0xAD), False
    ),
}


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of paragraph is set; sizes and spaces are shares of the size of the text."""

    name: str
    size: float = 1.0
    before: float = 0.0
    face: Face = "text"


NAME: Final = Style("Title", 2.3, face="display")
HEADLINE: Final = Style("Subtitle", 1.1, before=0.2)
CONTACTS: Final = Style("Coordonnées", 0.92, before=0.3)
TEXT: Final = Style("Normal", before=0.3)
SECTION: Final = Style("Heading 1", 1.12, before=1.1, face="strong")
ENTRY: Final = Style("Heading 2", before=0.6, face="strong")
UNDER: Final = Style("Dates", 0.94, before=0.05)
BULLET: Final = Style("List Bullet", before=0.12)
STYLES: Final = (NAME, HEADLINE, CONTACTS, TEXT, SECTION, ENTRY, UNDER, BULLET)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph to be set: its style, then runs of text, bold or italic."""

    style: Style
    runs: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(says for says, _ in self.runs)


def curriculum_to_docx(curriculum: Curriculum) -> bytes:
    """Write a CV as a Word file of one page.

    Args:
        curriculum: the CV.

    Returns:
        A .docx file in French, on A4.

    Raises:
        TooLong: it does not hold on one page in the smallest type, were its font replaced by a wide one.
    """
    setting = _setting(curriculum)
    document = Document()
    _prepare(document, curriculum, *setting)
    head, body = _cut(curriculum)
    place = _beside_photo(document, curriculum) if curriculum.photo else document
    for number, paragraph in enumerate(head):
        reused = place is not document and number == 0
        _set(place.paragraphs[0] if reused else place.add_paragraph(), paragraph, document)
    for paragraph in body:
        _set(document.add_paragraph(), paragraph, document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _setting(curriculum: Curriculum) -> tuple[float, float]:
    """Return the most generous size and spaces with which the whole holds, whatever the font."""
    for size, air in SETTINGS:
        excess = tuple(_beyond(curriculum, size, air))
        if not excess:
            return size, air
    raise TooLong(excess)


def _beyond(curriculum: Curriculum, size: float, air: float) -> Iterator[str]:
    """Give the paragraphs that would fall off the page."""
    head, body = _cut(curriculum)
    beside = TEXT_WIDTH_PT - (PHOTO_COLUMN_CM / 2.54 * 72 if curriculum.photo else 0)
    least = PHOTO_CM[1] / 2.54 * 72 if curriculum.photo else 0.0
    at = max(sum(_height(one, size, air, beside) for one in head), least)
    for one in body:
        at += _height(one, size, air, TEXT_WIDTH_PT)
        if at > TEXT_HEIGHT_PT:
            yield one.text


def _height(paragraph: Paragraph, size: float, air: float, width: float) -> float:
    style = paragraph.style
    own = _points(size * style.size)
    room = width - (BULLET_PT if style is BULLET else 0)
    lines = count_lines(paragraph.text, face=style.face, size=own, width=room)
    return lines * own * LEADING + size * air * style.before


def _points(size: float) -> float:
    """Word counts sizes in half points."""
    return round(size * 2) / 2


def _cut(curriculum: Curriculum) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return what stands beside the photo, then the rest."""
    contacts = SEPARATOR.join(one.says for one in curriculum.contacts)
    said = ((NAME, curriculum.name), (HEADLINE, curriculum.headline), (CONTACTS, contacts))
    head = tuple(_plain(style, text) for style, text in said if text.strip())
    return head, tuple(_body(curriculum))


def _body(curriculum: Curriculum) -> Iterator[Paragraph]:
    for text in paragraphs(curriculum.summary):
        yield _plain(TEXT, text)
    if curriculum.proofs:
        yield Paragraph(TEXT, tuple(_proofs(curriculum.proofs)))
    for section in curriculum.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[Paragraph]:
    yield _plain(SECTION, section.name)
    for entry in section.entries:
        yield from _entry(entry)
    for line in section.lines:
        yield Paragraph(TEXT, _labelled(line))


def _entry(entry: Entry) -> Iterator[Paragraph]:
    organization = f", {entry.organization}" if entry.title else entry.organization
    named = ((entry.title, "bold"), (organization if entry.organization else "", "italic"))
    yield Paragraph(ENTRY, tuple((unbroken_ends(says), how) for says, how in named if says))
    under = SEPARATOR.join(filter(None, (entry.period, entry.note, entry.address.says)))
    if under:
        yield _plain(UNDER, under)
    for text in paragraphs(entry.about):
        yield _plain(TEXT, text)
    for line in entry.lines:
        yield _plain(BULLET, line)


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


def unbroken_ends(text: str) -> str:
    """Write a text for print, the comma it may begin with kept."""
    return f", {unbroken(text[2:])}" if text.startswith(", ") else unbroken(text)


def _plain(style: Style, text: str) -> Paragraph:
    return Paragraph(style, ((unbroken(text), ""),))


def _set(paragraph: Any, said: Paragraph, document: Any) -> None:
    paragraph.style = document.styles[said.style.name]
    for says, how in said.runs:
        run = paragraph.add_run(says)
        run.bold, run.italic = (True if how == "bold" else None), (True if how == "italic" else None)


def _prepare(document: Any, curriculum: Curriculum, size: float, air: float) -> None:
    """Set the page, the styles, the language and the properties."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(SIDE_CM)
    page.top_margin = page.bottom_margin = Cm(TOP_CM)
    for style in STYLES:
        _style(document, style, LOOKS[curriculum.design], size, air)
    centred = curriculum.design is Design.CLASSIC and not curriculum.photo
    for style in (NAME, HEADLINE, CONTACTS):
        alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
        document.styles[style.name].paragraph_format.alignment = alignment
    properties = document.core_properties
    properties.title = f"{curriculum.kind} · {curriculum.subject}"
    properties.author, properties.language, properties.comments = curriculum.author, "fr-FR", ""


def _style(document: Any, style: Style, look: Look, size: float, air: float) -> None:
    names = {one.name for one in document.styles}
    known = style.name in names
    made = (
        document.styles[style.name]
        if known
        else document.styles.add_style(style.name, WD_STYLE_TYPE.PARAGRAPH)
    )
    own = _points(size * style.size)
    made.font.name, made.font.size = look.font, Pt(own)
    made.font.bold = not look.is_serif and style in (NAME, SECTION)
    made.font.italic = look.is_serif and style is HEADLINE
    made.font.color.rgb = _colour(style, look)
    made.font.small_caps = look.is_serif and style in (NAME, SECTION)
    shape = made.paragraph_format
    shape.space_before, shape.space_after = Pt(size * air * style.before), Pt(0)
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(own * LEADING)
    if style is BULLET:
        shape.left_indent, shape.first_line_indent = Pt(BULLET_PT), Pt(-BULLET_PT)
    _own_font(made)
    _ruled(made, section=style is SECTION)


def _colour(style: Style, look: Look) -> RGBColor:
    if style in (HEADLINE, SECTION):
        return look.accent
    return look.faint if style in (CONTACTS, UNDER) else look.ink


def _own_font(style: Any) -> None:
    """Drop the theme's fonts, which would win over ours, and say that the words are French."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for spacing in style.element.xpath(".//w:rPr/w:spacing | .//w:rPr/w:kern"):
        spacing.getparent().remove(spacing)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "fr-FR")
    style.element.rPr.append(language)


def _ruled(style: Any, *, section: bool) -> None:
    """Leave a hairline under the name of a section, and under nothing else."""
    for border in style.element.xpath(".//w:pBdr"):
        border.getparent().remove(border)
    if not section:
        return
    borders, under = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "B9B2AB")):
        under.set(qn(f"w:{name}"), value)
    borders.append(under)
    style.element.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


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
    drawn = run.add_picture(io.BytesIO(curriculum.photo), height=Cm(PHOTO_CM[1]))
    drawn._inline.docPr.set("descr", f"Portrait de {curriculum.name}")
    return words
