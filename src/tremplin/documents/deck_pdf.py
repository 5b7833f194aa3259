"""A deck as a tagged PDF in 16:9, to be projected or printed: the same layout as PowerPoint's."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import ClassVar

from tremplin.documents.deck import KIND, Deck
from tremplin.documents.deck_bodies import CHIP_INDENT
from tremplin.documents.deck_layout import HEIGHT, NUMBER, RULE_AT, WIDTH, Page, pages
from tremplin.documents.deck_pieces import Grid, Item, cell_padding
from tremplin.documents.deck_words import shown
from tremplin.documents.pdf import to_pdf


def deck_to_pdf(deck: Deck) -> bytes:
    """Print a deck, one slide a page.

    Args:
        deck: the deck.

    Returns:
        The bytes of a tagged PDF.

    Raises:
        UnsupportedFigures: a sentence says a number that nothing supports.
        TypesettingFailed: the template is wrong.
    """
    return to_pdf(_Slides(deck, pages(shown(deck))))


@dataclass(frozen=True, slots=True)
class _Slides:
    """A deck laid out, as `to_pdf` prints it."""

    template: ClassVar[str] = "deck"
    kind: ClassVar[str] = KIND

    deck: Deck
    pages: tuple[Page, ...]

    @property
    def subject(self) -> str:
        """What the deck is about."""
        return self.deck.subject

    @property
    def author(self) -> str:
        """Name of the student."""
        return self.deck.author

    @property
    def produced_on(self) -> date:
        """The day of the deck."""
        return self.deck.produced_on

    def data(self) -> Mapping[str, object]:
        """Return what the template prints."""
        return {
            "deck": {
                "width": WIDTH,
                "height": HEIGHT,
                "rule": RULE_AT,
                "number": NUMBER,
                "indent": CHIP_INDENT,
                "pages": [[_item(item) for item in page.items] for page in self.pages],
            }
        }


def _item(item: Item) -> Mapping[str, object]:
    held = {field.name.replace("_", "-"): getattr(item, field.name) for field in fields(item)}
    if isinstance(item, Grid):
        held["after"], held["above"] = cell_padding(item.size)
    return {"kind": type(item).__name__, **held}
