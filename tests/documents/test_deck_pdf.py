import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from tests.documents.decks import DECK, MARKUP_DECK, TO_CONFIRM, TOO_MUCH
from tests.documents.reading import catalog, fonts, letters, pages, roles
from tremplin.documents import deck_layout
from tremplin.documents.deck import Deck
from tremplin.documents.deck_pdf import deck_to_pdf
from tremplin.documents.deck_words import shown

EVERY = pytest.mark.parametrize("deck", [DECK, TO_CONFIRM, TOO_MUCH], ids=["rich", "bare", "too-much"])


@EVERY
def test_the_file_is_tagged_french_titled_and_archivable(deck: Deck) -> None:
    root = catalog(deck_to_pdf(deck))
    metadata = root["/Metadata"].get_data().decode()

    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712  (a PDF boolean, not Python's)
    assert root["/Lang"] in {"fr", "fr-FR"}
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


@EVERY
def test_there_is_one_sixteen_ninths_page_and_one_heading_a_slide(deck: Deck) -> None:
    pdf = deck_to_pdf(deck)
    sheets = PdfReader(io.BytesIO(pdf)).pages
    laid_out = deck_layout.pages(shown(deck))

    assert {(float(sheet.mediabox.width), float(sheet.mediabox.height)) for sheet in sheets} == {(960, 540)}
    assert len(sheets) == len(laid_out) == roles(pdf).count("H1")
    assert all(letters(page.title) in letters(text) for page, text in zip(laid_out, pages(pdf), strict=True))


def test_the_chart_has_a_text_alternative_and_the_skills_are_a_real_table() -> None:
    tags = roles(deck_to_pdf(DECK))

    assert tags.count("Figure") == 1
    assert tags.count("TH") == 3
    assert tags.count("TR") == 5


def test_a_figure_prints_the_day_and_the_witness_of_its_entry() -> None:
    (printed,) = [letters(text) for text in pages(deck_to_pdf(replace(DECK, slides=(DECK.slides[1],))))]

    assert letters("31 mars 2026, Yann Le Goff") in printed
    assert letters("5 mars 2026, Samia Kaddour") in printed


def test_fonts_travel_and_the_same_deck_gives_the_same_bytes() -> None:
    pdf = deck_to_pdf(DECK)

    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts(pdf))
    assert pdf == deck_to_pdf(DECK)


def test_what_looks_like_markup_is_printed_as_it_is() -> None:
    assert letters("<b>&amp; {x} #gras") in letters("".join(pages(deck_to_pdf(MARKUP_DECK))))


def test_an_estimate_stands_apart_from_its_figure_and_before_the_full_stop() -> None:
    printed = " ".join("".join(pages(deck_to_pdf(DECK))).replace("\u00a0", " ").split())

    assert "à 168 h (estimation)." in printed
