"""The files of Valeur: the deck as PowerPoint and as PDF."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from tremplin.accounts.queries import current_student
from tremplin.documents import deck as paper
from tremplin.documents.deck_pdf import deck_to_pdf
from tremplin.documents.pptx import CONTENT_TYPE, to_pptx
from tremplin.value.composing import composed
from tremplin.value.domain.internship import Followed
from tremplin.value.models import Deck


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file; `write` raises `UnsupportedFigures` rather than print an unsupported figure."""

    content_type: str
    write: Callable[[paper.Deck], bytes]


FORMATS: Final = {
    "pptx": Format(CONTENT_TYPE, to_pptx),
    "pdf": Format("application/pdf", deck_to_pdf),
}


def paper_deck(deck: Deck, internship: Followed, *, on: date) -> paper.Deck:
    """Return a deck as documents print it, signed with the student's first name.

    Args:
        deck: the deck.
        internship: its internship.
        on: the day written in the file.

    Returns:
        The deck, not checked yet.
    """
    return composed(deck, internship, student=current_student().first_name, on=on)
