from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.documents.decks import DECK, TO_CONFIRM, TOO_MUCH
from tests.documents.drawn import boxed_words, outside
from tests.documents.french import decks
from tests.documents.reading import letters
from tremplin.documents.deck import Deck
from tremplin.documents.deck_layout import FOOT_BOTTOM, RULE_AT, WIDTH, Page, pages
from tremplin.documents.deck_pdf import deck_to_pdf
from tremplin.documents.deck_pieces import Box
from tremplin.documents.deck_splitting import texts
from tremplin.documents.deck_words import shown

EVERY = pytest.mark.parametrize("deck", [DECK, TO_CONFIRM, TOO_MUCH], ids=["rich", "bare", "too-much"])
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def laid_out(deck: Deck) -> tuple[Page, ...]:
    return pages(shown(deck))


def overlap(one: Box, other: Box) -> bool:
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return across > 0.01 and down > 0.01


def stands_on_the_slide(box: Box) -> bool:
    across = box.left >= RULE_AT and box.left + box.width <= WIDTH - 40
    return across and box.top > 0 and box.top + box.height <= FOOT_BOTTOM + 0.01


@FEW
@given(decks())
def test_no_box_leaves_the_slide_nor_covers_another(deck: Deck) -> None:
    for page in laid_out(deck):
        boxes = [item.box for item in page.items]

        assert [box for box in boxes if not stands_on_the_slide(box)] == []
        assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []


@settings(FEW, max_examples=15)
@given(decks())
def test_no_french_text_however_long_leaves_its_box_in_print(deck: Deck) -> None:
    assert outside(deck_to_pdf(deck), laid_out(deck)) == []


@EVERY
def test_examples_are_printed_inside_their_boxes(deck: Deck) -> None:
    assert outside(deck_to_pdf(deck), laid_out(deck)) == []


def test_a_usual_deck_keeps_one_page_a_slide() -> None:
    assert len(laid_out(DECK)) == len(DECK.slides)


def test_a_slide_that_holds_too_much_goes_on_and_loses_no_word() -> None:
    kept = "".join(said for page in laid_out(TOO_MUCH) for said in (*shown_words(page), *page.notes))

    missing = [
        says for slide in shown(TOO_MUCH) for says in texts(slide) if letters(says) not in letters(kept)
    ]

    assert missing == []


def test_a_title_too_long_is_shortened_on_the_slide_and_whole_in_the_notes() -> None:
    first = laid_out(TOO_MUCH)[0]

    assert first.title.endswith("…")
    assert f"Titre entier\u00a0: {shown(TOO_MUCH)[0].title}" in first.notes


def shown_words(page: Page) -> list[str]:
    return [words for words, _ in boxed_words(page)]
