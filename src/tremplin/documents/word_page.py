"""A Word page in the look of the CV: its fonts, its styles, and how much room each paragraph takes.

Lines have a fixed height, so that another font in place of ours changes only where they break.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from tremplin.documents.characters import unbroken
from tremplin.documents.curriculum import Design
from tremplin.documents.measure import Face, count_lines
from tremplin.documents.one_page import TooLong
from tremplin.law.words import NBSP

SEPARATOR: Final = f"{NBSP}· "
LEADING: Final = 1.22
SIDE_CM: Final = 2.0
TOP_CM: Final = 1.5
TEXT_WIDTH_PT: Final = (21 - 2 * SIDE_CM) / 2.54 * 72
TEXT_HEIGHT_PT: Final = (29.7 - 2 * TOP_CM) / 2.54 * 72
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
HEAD: Final = (NAME, HEADLINE, CONTACTS)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph to be set: its style, then runs of text, bold or italic."""

    style: Style
    runs: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(says for says, _ in self.runs)


Setting = tuple[float, float]
"""A size of text in points, and a share of the spaces."""


def settled(settings: Sequence[Setting], beyond: Callable[[Setting], Iterator[str]]) -> Setting:
    """Return the most generous setting with which the whole holds.

    Args:
        settings: the most generous first.
        beyond: gives the paragraphs that fall off the page.

    Returns:
        One of the settings.

    Raises:
        TooLong: none will do; it holds what falls off with the last.
    """
    excess: tuple[str, ...] = ()
    for setting in settings:
        excess = tuple(beyond(setting))
        if not excess:
            return setting
    raise TooLong(excess)


def falling_off(paragraphs: Sequence[Paragraph], setting: Setting, *, at: float = 0.0) -> Iterator[str]:
    """Give the paragraphs that fall off the page.

    Args:
        paragraphs: of full width, in order.
        setting: size and spaces.
        at: what is taken already at the top, in points.
    """
    for one in paragraphs:
        at += height_of(one, setting)
        if at > TEXT_HEIGHT_PT:
            yield one.text


def height_of(paragraph: Paragraph, setting: Setting, *, width: float = TEXT_WIDTH_PT) -> float:
    """Return the height of a paragraph, in points, set in the widest font that may replace ours."""
    size, air = setting
    style = paragraph.style
    own = _points(size * style.size)
    room = width - (BULLET_PT if style is BULLET else 0)
    lines = count_lines(paragraph.text, face=style.face, size=own, width=room)
    return lines * own * LEADING + size * air * style.before


def _points(size: float) -> float:
    """Word counts sizes in half points."""
    return round(size * 2) / 2


def plain(style: Style, text: str) -> Paragraph:
    """Return a paragraph of one run, ready to be printed."""
    return Paragraph(style, ((unbroken(text), ""),))


def set_paragraph(paragraph: Any, said: Paragraph, document: Any) -> None:
    """Fill an empty paragraph."""
    paragraph.style = document.styles[said.style.name]
    for says, how in said.runs:
        run = paragraph.add_run(says)
        run.bold, run.italic = (True if how == "bold" else None), (True if how == "italic" else None)


def blank_page(
    *, title: str, author: str, design: Design, setting: Setting, styles: Sequence[Style], centred: bool
) -> Any:
    """Return an empty page with its styles, its language and its properties.

    Args:
        title: of the file.
        author: name of the student.
        design: how it looks.
        setting: size and spaces.
        styles: all that the page uses.
        centred: whether the head stands in the middle.
    """
    document: Any = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(SIDE_CM)
    page.top_margin = page.bottom_margin = Cm(TOP_CM)
    for style in styles:
        _style(document, style, LOOKS[design], setting)
    alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
    for style in HEAD:
        document.styles[style.name].paragraph_format.alignment = alignment
    properties = document.core_properties
    properties.title, properties.author = title, author
    properties.language, properties.comments = "fr-FR", ""
    return document


def saved(document: Any) -> bytes:
    """Return the bytes of a .docx file."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _style(document: Any, style: Style, look: Look, setting: Setting) -> None:
    size, air = setting
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
