"""The outline of the internship report as a Word file: real styles, contents, links to the proofs."""

import io
from collections.abc import Callable, Iterable
from typing import Any, Final

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from tremplin.documents.characters import NBSP, unbroken
from tremplin.documents.report_outline import (
    KIND,
    ReportEntry,
    ReportOutline,
    figures_in_words,
    proofs_in_words,
    quotes_in_words,
)
from tremplin.law.words import day

INK: Final = RGBColor(0x17, 0x1D, 0x37)
FAINT: Final = RGBColor(0x60, 0x65, 0x7B)
HAIRLINE: Final = "DFDEEA"
FONT: Final = "Calibri"
SMALL: Final = 11
SIZES: Final = {"Title": 30, "Heading 1": 20, "Heading 2": 14}
APPENDIX: Final = "Annexe : preuves du journal de bord"
HEADINGS: Final = ("Date", "Action", "Chiffres", "Retours reçus")
WIDTHS: Final = (2.9, 5.4, 4.4, 3.3)
NO_ENTRY: Final = "Aucune entrée du journal ne s’y rattache."
NO_PROOF: Final = "Aucune preuve notée dans le journal."
PROMPTS: Final = {
    "Remerciements": "qui vous a aidé, et à quoi.",
    "Introduction": "le sujet du stage, la question que vous vous posiez, l’annonce du plan.",
    "L’organisme d’accueil": "son activité, son secteur, l’équipe où vous étiez et ce qu’elle cherchait.",
    "mission": "ce qui était attendu, vos choix, les obstacles, ce que vous feriez autrement.",
    "skill": "comment vous l’avez apprise, et ce qu’il vous reste à apprendre.",
    "Bilan": "ce que ce stage a changé pour l’équipe, et pour votre projet.",
    "Conclusion": "la réponse à la question de départ, et la suite.",
}


def report_to_docx(outline: ReportOutline) -> bytes:
    """Write the outline of a report.

    Args:
        outline: what is known of the internship.

    Returns:
        A .docx file in French, on A4, to be completed by the student.
    """
    document = Document()
    _prepare(document, outline)
    _cover(document, outline)
    _contents(document, outline)
    _opening(document, outline)
    _missions(document, outline)
    _skills(document, outline)
    _section(document, "Bilan")
    _section(document, "Conclusion")
    _appendix(document, outline)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _prepare(document: Any, outline: ReportOutline) -> None:
    """Set the page, the styles, the language and the properties."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.5)
    for name in ("Normal", *SIZES):
        _style(document.styles[name], SIZES.get(name, SMALL))
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    properties = document.core_properties
    properties.title, properties.author = f"{KIND} · {outline.subject}", outline.author
    properties.language, properties.comments = "fr-FR", ""
    _field(page.footer.paragraphs[0], "PAGE", "1")


def _style(style: Any, size: int) -> None:
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), INK
    style.font.bold = size > SMALL
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    _child(style.element.rPr, "w:lang", val="fr-FR")
    for border in style.element.xpath(".//w:pBdr"):
        border.getparent().remove(border)


def _cover(document: Any, outline: ReportOutline) -> None:
    kind = document.add_paragraph(KIND)
    kind.paragraph_format.space_before = Pt(150)
    document.add_paragraph(unbroken(outline.subject), style="Title")
    for line in filter(None, (outline.author, *outline.cover)):
        document.add_paragraph(unbroken(line))
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _contents(document: Any, outline: ReportOutline) -> None:
    """Write the contents as links; the field lets the program put page numbers."""
    document.add_paragraph("Sommaire").runs[0].bold = True
    titles = ["Remerciements", "Introduction", "L’organisme d’accueil", "Mes missions"]
    if any(outline.by_skill()):
        titles.append("Mes compétences")
    titles += ["Bilan", "Conclusion", APPENDIX]
    first = document.add_paragraph()
    _field_start(first, 'TOC \\o "1-2" \\h \\z \\u')
    for number, title in enumerate(titles):
        paragraph = first if number == 0 else document.add_paragraph()
        paragraph.add_run(unbroken(title))
    _field_end(paragraph)


def _opening(document: Any, outline: ReportOutline) -> None:
    _section(document, "Remerciements", new_page=True)
    for person in outline.people:
        document.add_paragraph(unbroken(person), style="List Bullet")
    _section(document, "Introduction")
    _section(document, "L’organisme d’accueil")


def _missions(document: Any, outline: ReportOutline) -> None:
    document.add_heading("Mes missions", 1)
    if not outline.missions and not outline.entries:
        _prompt(document, "mission")
    for mission, entries in outline.by_mission():
        document.add_heading(unbroken(mission), 2)
        _entries(document, entries, NO_ENTRY, _add_mission_line)
        _prompt(document, "mission")


def _skills(document: Any, outline: ReportOutline) -> None:
    skills = list(outline.by_skill())
    if skills:
        document.add_heading("Mes compétences", 1)
    for skill, entries in skills:
        document.add_heading(unbroken(skill), 2)
        _entries(document, entries, NO_PROOF, _add_skill_line)
        _prompt(document, "skill")


def _entries(
    document: Any, entries: Iterable[ReportEntry], nothing: str, add: Callable[[Any, ReportEntry], None]
) -> None:
    written = False
    for entry in entries:
        add(document.add_paragraph(style="List Bullet"), entry)
        written = True
    if not written:
        document.add_paragraph(nothing)


def _add_mission_line(paragraph: Any, entry: ReportEntry) -> None:
    paragraph.add_run(unbroken(entry.action))
    for figure in figures_in_words(entry):
        paragraph.add_run(f" {figure[0].upper()}{figure[1:]}.").bold = True
    for quote in quotes_in_words(entry):
        paragraph.add_run(f" {quote}.").italic = True
    _proof(paragraph, entry)


def _add_skill_line(paragraph: Any, entry: ReportEntry) -> None:
    paragraph.add_run(unbroken(entry.action))
    _proof(paragraph, entry)


def _proof(paragraph: Any, entry: ReportEntry) -> None:
    """Link to the proof, as « (preuve du 31 mars 2026) »."""
    paragraph.add_run(" (")
    link = _child(paragraph._p, "w:hyperlink", anchor=_bookmark(entry), history="1")
    run = paragraph.add_run(unbroken(f"preuve du {day(entry.on)}"))
    run.font.color.rgb, run.underline = FAINT, True
    link.append(run._r)
    paragraph.add_run(")")


def _section(document: Any, title: str, *, new_page: bool = False) -> None:
    heading = document.add_heading(title, 1)
    heading.paragraph_format.page_break_before = new_page
    _prompt(document, title)


def _prompt(document: Any, name: str) -> None:
    run = document.add_paragraph().add_run(f"À écrire{NBSP}: {PROMPTS[name]}")
    run.italic, run.font.color.rgb = True, FAINT


def _appendix(document: Any, outline: ReportOutline) -> None:
    heading = document.add_heading(unbroken(APPENDIX), 1)
    heading.paragraph_format.page_break_before, heading.paragraph_format.space_after = True, Pt(10)
    if not outline.entries:
        document.add_paragraph(NO_PROOF)
        return
    table = document.add_table(rows=1, cols=len(HEADINGS))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    _child(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
    for cell, name in zip(table.rows[0].cells, HEADINGS, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Cm(width)
    for number, entry in enumerate(outline.entries):
        _add_proof(table.add_row(), entry, number)
    for row in table.rows:
        _finish(row)


def _add_proof(row: Any, entry: ReportEntry, number: int) -> None:
    when, action, figures, quotes = row.cells
    _mark(when.paragraphs[0], _bookmark(entry), number)
    when.paragraphs[0].add_run(unbroken(day(entry.on)))
    action.paragraphs[0].add_run(unbroken(entry.action))
    _fill(figures, proofs_in_words(entry))
    _fill(quotes, quotes_in_words(entry))


def _fill(cell: Any, lines: Iterable[str]) -> None:
    for number, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.add_run(line)


def _finish(row: Any) -> None:
    """Give a row its widths and its hairline, and keep it on one page."""
    _child(row._tr.get_or_add_trPr(), "w:cantSplit")
    for cell, width in zip(row.cells, WIDTHS, strict=True):
        cell.width = Cm(width)
        borders = _child(cell._tc.get_or_add_tcPr(), "w:tcBorders")
        _child(borders, "w:bottom", val="single", sz="6", color=HAIRLINE)
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.space_after = Pt(3)


def _bookmark(entry: ReportEntry) -> str:
    return f"preuve_{entry.entry}"


def _mark(paragraph: Any, name: str, number: int) -> None:
    _child(paragraph._p, "w:bookmarkStart", id=str(number), name=name)
    _child(paragraph._p, "w:bookmarkEnd", id=str(number))


def _field(paragraph: Any, code: str, shown: str) -> None:
    _field_start(paragraph, code)
    paragraph.add_run(shown)
    _field_end(paragraph)


def _field_start(paragraph: Any, code: str) -> None:
    _child(paragraph.add_run()._r, "w:fldChar", fldCharType="begin")
    instruction = _child(paragraph.add_run()._r, "w:instrText")
    instruction.text = f" {code} "
    _child(paragraph.add_run()._r, "w:fldChar", fldCharType="separate")


def _field_end(paragraph: Any) -> None:
    _child(paragraph.add_run()._r, "w:fldChar", fldCharType="end")


def _child(parent: Any, tag: str, **attributes: str) -> Any:
    child = OxmlElement(tag)
    for name, value in attributes.items():
        child.set(qn(f"w:{name}"), value)
    parent.append(child)
    return child
