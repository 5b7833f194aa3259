import io
import zipfile
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Pt

from tests.documents.decks import DECK, MARKUP_DECK, TO_CONFIRM, TOO_MUCH
from tests.documents.reading import letters
from tremplin.documents.deck import Deck
from tremplin.documents.deck_layout import pages
from tremplin.documents.deck_words import shown
from tremplin.documents.pptx import to_pptx

EVERY = pytest.mark.parametrize("deck", [DECK, TO_CONFIRM, TOO_MUCH], ids=["rich", "bare", "too-much"])


def slides(deck: Deck) -> list[Any]:
    return list(Presentation(io.BytesIO(to_pptx(deck))).slides)


def texts(slide: Any) -> Iterator[str]:
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)


def charts(slide: Any) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


@EVERY
def test_slides_are_sixteen_ninths_with_a_real_title_and_a_number(deck: Deck) -> None:
    presentation = Presentation(io.BytesIO(to_pptx(deck)))

    assert (presentation.slide_width, presentation.slide_height) == (Pt(960), Pt(540))
    for slide in presentation.slides:
        kinds = [shape.placeholder_format.type for shape in slide.placeholders]
        assert slide.shapes.title.text_frame.text
        assert kinds.count(PP_PLACEHOLDER.SLIDE_NUMBER) == 1
        assert all(shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame)


@EVERY
def test_every_word_laid_out_is_text_that_can_be_edited(deck: Deck) -> None:
    for slide, page in zip(slides(deck), pages(shown(deck)), strict=True):
        written = letters("".join(texts(slide)))
        drawn = [item for item in page.items if hasattr(item, "paragraphs")]

        assert all(
            letters(run.says) in written
            for item in drawn
            for paragraph in item.paragraphs
            for run in paragraph
        )


def test_the_proof_is_a_native_chart_whose_workbook_holds_the_values() -> None:
    (chart,) = charts(slides(DECK)[2])
    workbook = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))

    rows = list(workbook.worksheets[0].iter_rows(min_row=2, values_only=True))

    assert list(chart.plots[0].categories) == ["S3", "S4", "S5", "S7", "S8", "S9"]
    assert list(chart.plots[0].series[0].values) == [270, 270, 255, 150, 80, 50]
    assert rows == [("S3", 270), ("S4", 270), ("S5", 255), ("S7", 150), ("S8", 80), ("S9", 50)]


def test_the_skills_are_a_native_table_with_a_heading_row() -> None:
    (table,) = [shape.table for shape in slides(DECK)[3].shapes if shape.has_table]

    assert table.first_row
    assert [cell.text for cell in table.rows[0].cells] == ["Compétence", "Preuve", "Retour reçu"]
    assert table.cell(2, 2).text == "à demander"


def test_an_estimate_says_so_beside_its_figure() -> None:
    (table,) = [shape.table for shape in slides(DECK)[3].shapes if shape.has_table]

    assert table.cell(4, 1).text.endswith("(estimation)")
    assert "estimation" in list(texts(slides(TO_CONFIRM)[1]))


def test_a_measured_figure_is_highlighted_and_an_estimate_is_not() -> None:
    marked = [slide._element.xpath(".//a:highlight") for slide in (*slides(DECK), *slides(TO_CONFIRM))]

    assert list(map(len, marked)) == [0, 3, 0, 0, 0, 0, 0, 0]


def test_what_is_to_confirm_is_said_on_the_slide() -> None:
    (said,) = [words for words in texts(slides(TO_CONFIRM)[1]) if words.startswith("À confirmer")]

    assert "Le temps gagné n’est pas encore mesuré." in said


def test_speaker_notes_hold_what_to_say_then_every_source() -> None:
    notes = slides(DECK)[0].notes_slide.notes_text_frame.text.split("\n")

    assert notes[0] == "Commencer par la scène du lundi."
    assert any("31mars2026" in letters(note) and "témoin\u00a0: Yann Le Goff" in note for note in notes)
    assert any("9février2026" in letters(note) and "210\u00a0vélos-cargos" in note for note in notes)
    assert letters(notes[-1]).startswith("Retourreçule9février2026:«Lelundi")


def test_a_derived_figure_prints_its_sum_and_its_entries() -> None:
    proof = slides(DECK)[2]

    formula = letters("Calcul : 3 h 40 × 44 à 46 semaines = 162 à 168 h")
    assert any(formula in letters(words) for words in texts(proof))
    assert letters("Entrées : 31 mars 2026") in letters(proof.notes_slide.notes_text_frame.text)


@EVERY
def test_a_text_edited_later_shrinks_rather_than_overflows(deck: Deck) -> None:
    frames = [shape.text_frame for slide in slides(deck) for shape in slide.shapes if shape.has_text_frame]

    assert {frame.auto_size for frame in frames if frame.text} <= {MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE, None}


@EVERY
def test_every_drawing_is_described_or_said_decorative(deck: Deck) -> None:
    for slide in slides(deck):
        for shape in slide.shapes:
            properties = shape._element.xpath(".//p:cNvPr")[0]
            silent = not (shape.has_text_frame and shape.text_frame.text)
            assert not silent or properties.get("descr") or "decorative" in str(properties.xml)


def test_the_title_comes_first_when_read_aloud() -> None:
    assert all(slide.shapes[0] == slide.shapes.title for slide in slides(DECK))


def test_colours_and_fonts_go_by_the_theme() -> None:
    with zipfile.ZipFile(io.BytesIO(to_pptx(DECK))) as package:
        written = package.read("ppt/slides/slide1.xml").decode()

    assert "Bricolage" not in written
    assert "+mj-lt" in written
    assert 'lang="fr-FR"' in written


def test_the_file_names_its_author_and_subject() -> None:
    properties = Presentation(io.BytesIO(to_pptx(DECK))).core_properties

    assert properties.title == "Soutenance de Valeur · Stage d’Inès Marchetti chez Cargolière"
    assert properties.author == "Inès Marchetti"


def test_what_looks_like_markup_is_text() -> None:
    (slide,) = slides(MARKUP_DECK)

    assert any("<b>&amp; {x} #gras" in words for words in texts(slide))
