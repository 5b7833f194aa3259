"""A deck as a PowerPoint file: real titles, texts, tables, charts and speaker notes.

Fonts and colours go by the names of the theme, so that changing the theme changes the deck.
"""

import io
import zipfile
from collections.abc import Iterable
from copy import deepcopy
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Length, Pt

from tremplin.documents.deck import KIND, Deck
from tremplin.documents.deck_bodies import CHIP_INDENT
from tremplin.documents.deck_layout import Page, pages
from tremplin.documents.deck_pieces import (
    Bars,
    Box,
    Grid,
    Item,
    Paragraph,
    Run,
    Text,
    Tone,
    Value,
    cell_padding,
)
from tremplin.documents.deck_words import shown
from tremplin.documents.measure import Face

TEMPLATE: Final = Path(__file__).parent / "office" / "deck"
CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
TONES: Final[dict[Tone, str]] = {"ink": "tx1", "soft": "tx2", "faint": "accent6", "warn": "accent5"}
WASH: Final = RGBColor(0xFD, 0xF3, 0xDE)
HAIRLINE: Final = RGBColor(0xDF, 0xDE, 0xEA)
HIGHLIGHTER: Final = RGBColor(0xFA, 0xEE, 0x73)
ARROW: Final = "→"
PAD: Final = "\u202f"
NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
DECORATIVE: Final = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
NUMBER: Final = 10
SOURCE: Final = 11
CHIP_BAR: Final = 2.5


def to_pptx(deck: Deck) -> bytes:
    """Write a deck as PowerPoint.

    Args:
        deck: the deck.

    Returns:
        A .pptx file in 16:9.

    Raises:
        UnsupportedFigures: a sentence says a number that nothing supports.
    """
    presentation = Presentation(io.BytesIO(_template()))
    for number, page in enumerate(pages(shown(deck)), 1):
        _add_slide(presentation, page, number)
    properties = presentation.core_properties
    properties.title = f"{KIND} · {deck.subject}"
    properties.author = deck.author
    file = io.BytesIO()
    presentation.save(file)
    return file.getvalue()


@cache
def _template() -> bytes:
    """Zip the empty presentation kept as readable XML: theme, master and layout."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for part in sorted(path for path in TEMPLATE.rglob("*") if path.is_file()):
            package.writestr(str(part.relative_to(TEMPLATE)), part.read_bytes())
    return file.getvalue()


def _add_slide(presentation: Any, page: Page, number: int) -> None:
    slide = presentation.slides.add_slide(presentation.slide_layouts[0])
    source = next(one for one in slide.placeholders if one.placeholder_format.idx == SOURCE)
    for item in page.items:
        _add(slide, item, source)
    if not source.has_text_frame or not source.text_frame.text:
        source._element.getparent().remove(source._element)
    else:
        slide.shapes._spTree.append(source._element)
    _number(slide, number)
    slide.notes_slide.notes_text_frame.text = "\n".join(page.notes)


def _add(slide: Any, item: Item, source: Any) -> None:
    match item:
        case Text(role="title"):
            _fill(slide.shapes.title, item)
        case Text(role="foot"):
            _fill(source, item)
        case Text():
            _add_text(slide.shapes, item)
        case Value():
            _add_value(slide.shapes, item)
        case Bars():
            _add_bars(slide.shapes, item)
        case Grid():
            _add_grid(slide.shapes, item)


def _number(slide: Any, number: int) -> None:
    """Put the number in the margin: a field, so that it follows when slides move."""
    model = next(one for one in slide.slide_layout.placeholders if one.placeholder_format.idx == NUMBER)
    slide.shapes.clone_placeholder(model)
    paragraph = slide.shapes[-1].text_frame.paragraphs[0]._p
    for field in model.text_frame.paragraphs[0]._p.iterchildren(qn("a:fld")):
        copied = deepcopy(field)
        copied.find(qn("a:t")).text = str(number)
        paragraph.append(copied)


def _place(shape: Any, box: Box) -> None:
    shape.left, shape.top = Pt(box.left), Pt(box.top)
    shape.width, shape.height = Pt(box.width), Pt(box.height)


def _add_text(shapes: Any, item: Text) -> None:
    box = item.box
    if item.role in {"estimate", "alert"}:
        shape = shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *_emu(box))
        shape.adjustments[0] = min(4 / box.height, 0.5)
        shape.fill.solid()
        shape.fill.fore_color.rgb = WASH
        shape.line.fill.background()
        shape.shadow.inherit = False
    else:
        shape = shapes.add_textbox(*_emu(box))
    if item.role == "chip":
        bar = shapes.add_shape(
            MSO_SHAPE.RECTANGLE, *_emu(Box(box.left - CHIP_INDENT, box.top, CHIP_BAR, box.height))
        )
        _decorate(bar, MSO_THEME_COLOR.ACCENT_4)
    _fill(shape, item)


def _fill(shape: Any, item: Text) -> None:
    """Write paragraphs in a shape, at the size and line height measured."""
    _place(shape, item.box)
    frame = shape.text_frame
    inset = item.inset
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(inset)
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    frame.vertical_anchor = MSO_ANCHOR.TOP
    for number, runs in enumerate(item.paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.CENTER if item.role == "estimate" else PP_ALIGN.LEFT
        if number:
            paragraph.space_before = Pt(item.gap)
        _write(paragraph, runs, size=item.size, line=item.line)


def _write(paragraph: Any, runs: Paragraph, *, size: float, line: float) -> None:
    paragraph.line_spacing = Pt(line)
    for run in runs:
        paragraph._p.append(_written(run, size))


def _written(run: Run, size: float, *, marked: bool = False) -> Any:
    """Copy a run of this look and give it its words: python-pptx sets one property at a time, slowly."""
    written = deepcopy(_run_like(run.face, run.tone, round(size * 100, -1), marked))
    written.find(qn("a:t")).text = run.says
    return written


@lru_cache(maxsize=256)
def _run_like(face: Face, tone: Tone, hundredths: float, marked: bool) -> Any:
    bold, italic = int(face in {"display", "strong"}), int(face == "italic")
    mark = f'<a:highlight><a:srgbClr val="{HIGHLIGHTER}"/></a:highlight>' if marked else ""
    typeface = "+mj-lt" if face == "display" else "+mn-lt"
    return parse_xml(
        f'<a:r {nsdecls("a")}><a:rPr lang="fr-FR" sz="{hundredths:.0f}" b="{bold}" i="{italic}" dirty="0">'
        f'<a:solidFill><a:schemeClr val="{TONES[tone]}"/></a:solidFill>{mark}'
        f'<a:latin typeface="{typeface}"/></a:rPr><a:t/></a:r>'
    )


def _add_value(shapes: Any, item: Value) -> None:
    """Set a large figure on one line of real text, so that it stands whatever the font."""
    shape = shapes.add_textbox(*_emu(item.box))
    before = (Run(item.before, "display"), Run(f" {ARROW} ", tone="faint")) if item.before else ()
    figure = Run(f"{PAD}{item.value}{PAD}" if item.proved else item.value, "display")
    _fill(shape, Text("figure", item.box, (before,), item.size, item.box.height))
    shape.text_frame.paragraphs[0]._p.append(_written(figure, item.size, marked=item.proved))
    shape.text_frame.word_wrap = False
    _describe(shape, f"{item.before}, puis {item.value}" if item.before else item.value)


def _decorate(shape: Any, colour: MSO_THEME_COLOR) -> None:
    """Colour a shape that says nothing: no outline, no shadow, skipped when read aloud."""
    shape.fill.solid()
    shape.fill.fore_color.theme_color = colour
    shape.line.fill.background()
    shape.shadow.inherit = False
    _describe(shape, "")


def _describe(shape: Any, says: str) -> None:
    """Give a shape its text alternative; an empty one marks it decorative."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    if says:
        properties.set("descr", says)
    else:
        properties.append(parse_xml(DECORATIVE))


def _add_bars(shapes: Any, item: Bars) -> None:
    data = CategoryChartData()
    data.categories = item.labels
    data.add_series(item.title or "Valeur", item.values)
    frame = shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *_emu(item.box), data)
    _describe(frame, f"Graphique : {item.aloud}".replace(" :", "\u00a0:"))
    chart = frame.chart
    chart.has_legend = chart.has_title = False
    chart.font.size, chart.font.name = Pt(round(item.size, 1)), "+mn-lt"
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
    _quiet_axes(chart)
    plot = chart.plots[0]
    plot.gap_width = 34
    series = plot.series[0]
    series.format.fill.solid()
    series.format.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    _label_points(series, item)


def _quiet_axes(chart: Any) -> None:
    value, category = chart.value_axis, chart.category_axis
    value.visible = value.has_major_gridlines = False
    value.minimum_scale = 0
    category.has_major_gridlines = False
    category.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_6


def _label_points(series: Any, item: Bars) -> None:
    """Print each value above its bar, as French says it; the last bar stands out."""
    for number, says in enumerate(item.says):
        last = number == len(item.says) - 1
        point = series.points[number]
        run = point.data_label.text_frame.paragraphs[0].add_run()
        run.text = says
        run.font.size = Pt(round(item.size * (1.15 if last else 1), 1))
        run.font.bold = last
        run.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
        if last:
            point.format.fill.solid()
            point.format.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_2


def _add_grid(shapes: Any, item: Grid) -> None:
    rows, columns = len(item.rows), len(item.widths)
    frame = shapes.add_table(rows, columns, *_emu(item.box))
    table = frame.table
    table.horz_banding = False
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = NO_STYLE
    for column, width in zip(table.columns, item.widths, strict=True):
        column.width = Pt(width)
    for row, height, cells in zip(table.rows, item.heights, item.rows, strict=True):
        row.height = Pt(height)
        for cell, runs in zip(row.cells, cells, strict=True):
            _fill_cell(cell, runs, item)
    _describe(frame, "Tableau : " + ", ".join(run.says for cell in item.rows[0] for run in cell))


def _fill_cell(cell: Any, runs: Paragraph, item: Grid) -> None:
    after, above = cell_padding(item.size)
    cell.margin_left, cell.margin_right = Pt(0), Pt(after)
    cell.margin_top = cell.margin_bottom = Pt(above)
    cell.vertical_anchor = MSO_ANCHOR.TOP
    cell.text_frame.word_wrap = True
    _write(cell.text_frame.paragraphs[0], runs, size=item.size, line=item.line)
    line = _append(cell._tc.get_or_add_tcPr(), "a:lnB", w="9525")
    _append(_append(line, "a:solidFill"), "a:srgbClr", val=str(HAIRLINE))


def _append(parent: Any, tag: str, **attributes: str) -> Any:
    child = OxmlElement(tag)
    for name, value in attributes.items():
        child.set(name, value)
    parent.append(child)
    return child


def _emu(box: Box) -> Iterable[Length]:
    return (Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height))
