"""The proposal as a Word file of one page, for whoever wants to change a word before sending it."""

import io
from collections.abc import Iterable
from typing import Any, Final

from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from tremplin.documents.characters import unbroken
from tremplin.documents.proposal import Proposal, Run, ShownPart
from tremplin.law.words import day

INK: Final = RGBColor(0x17, 0x1D, 0x37)
FAINT: Final = RGBColor(0x60, 0x65, 0x7B)
FONT: Final = "Calibri"
SIZE: Final = 10
SMALL: Final = 9
TITLE_SIZE: Final = 18
WIDTHS: Final = (3.2, 13.8)


def proposal_to_docx(proposal: Proposal) -> bytes:
    """Write a proposal; nothing is checked here, `proposal_fit.proposal_to_word` does.

    Args:
        proposal: the page.

    Returns:
        A .docx file in French, on A4.
    """
    document = Document()
    _prepare(document, proposal)
    _head(document, proposal)
    table = document.add_table(rows=0, cols=2)
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Cm(width)
    for part in proposal.parts():
        _part(table.add_row(), part)
    ask = document.add_paragraph()
    ask.paragraph_format.space_before = Pt(8)
    ask.add_run(unbroken(proposal.ask)).bold = True
    if proposal.cited:
        _small(document.add_paragraph(), unbroken(proposal.cited))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _prepare(document: Any, proposal: Proposal) -> None:
    """Set the page, the styles, the language and the properties."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    page.top_margin = page.bottom_margin = Cm(1.6)
    for name, size in (("Normal", SIZE), ("Title", TITLE_SIZE)):
        _style(document.styles[name], size)
    properties = document.core_properties
    properties.title = f"{proposal.kind} · {proposal.subject}"
    properties.author, properties.language, properties.comments = proposal.author, "fr-FR", ""


def _style(style: Any, size: int) -> None:
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), INK
    style.font.bold = size > SIZE
    style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.space_after = Pt(2 if size == SIZE else 8)
    style.paragraph_format.line_spacing = 1.0
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "fr-FR")
    style.element.rPr.append(language)
    for border in style.element.xpath(".//w:pBdr"):
        border.getparent().remove(border)


def _head(document: Any, proposal: Proposal) -> None:
    for number, line in enumerate(proposal.sender):
        document.add_paragraph().add_run(unbroken(line)).bold = number == 0
    place = f"{proposal.place}, le " if proposal.place else ""
    _small(document.add_paragraph(), unbroken(f"{place}{day(proposal.produced_on)}"))
    if proposal.addressed:
        _small(document.add_paragraph(), unbroken(proposal.addressed))
    document.add_paragraph(unbroken(proposal.title or proposal.kind), style="Title")


def _small(paragraph: Any, says: str) -> None:
    run = paragraph.add_run(says)
    run.font.size, run.font.color.rgb = Pt(SMALL), FAINT


def _part(row: Any, part: ShownPart) -> None:
    """Fill a row: the name of the part, then its lines."""
    for cell, width in zip(row.cells, WIDTHS, strict=True):
        cell.width = Cm(width)
    name, said = row.cells
    _small(name.paragraphs[0], part.name)
    for number, line in enumerate(part.lines):
        paragraph = said.paragraphs[0] if number == 0 else said.add_paragraph()
        if part.listed:
            paragraph.add_run("–\u00a0")
        _runs(paragraph, line)
    said.paragraphs[-1].paragraph_format.space_after = Pt(6)


def _runs(paragraph: Any, runs: Iterable[Run]) -> None:
    for one in runs:
        run = paragraph.add_run(one.says)
        if one.proof:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
