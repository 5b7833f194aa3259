"""A text cut so that each number leads to the note that gives it, or stands as unproved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tremplin.documents.characters import unbroken
from tremplin.documents.proposal import proof_spans
from tremplin.evidence.figures import Figure
from tremplin.evidence.guard import unsupported_numbers

END = " \u00a0.,;:?!"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text: `entry` is the note that gives its number, `is_missing` says that none does."""

    says: str
    entry: int | None = None
    is_missing: bool = False


def pieces(text: str, figures: Mapping[int, Sequence[Figure]]) -> tuple[Piece, ...]:
    """Cut a text at its numbers.

    Args:
        text: one paragraph.
        figures: confirmed figures by the key of their note.

    Returns:
        Pieces as printed, in order; joined, they are the whole text.
    """
    printed, cut, at = unbroken(text), list[Piece](), 0
    for start, end, piece in sorted(_marked(printed, figures), key=lambda one: one[0]):
        if start >= at:
            cut += [Piece(printed[at:start]), piece]
            at = end
    return tuple(one for one in (*cut, Piece(printed[at:])) if one.says)


def _marked(text: str, figures: Mapping[int, Sequence[Figure]]) -> Iterator[tuple[int, int, Piece]]:
    """Give each number and where it stands; one that no note gives comes before its highlight."""
    given = [figure for several in figures.values() for figure in several]
    for one in unsupported_numbers(text, given, same_noun=True):
        if text[one.start : one.end] == one.words:
            words = one.words.rstrip(END)
            yield one.start, one.start + len(words), Piece(words, is_missing=True)
    for start, end in proof_spans(text, given):
        yield start, end, Piece(text[start:end], _note_of(text[start:end], figures))


def _note_of(words: str, figures: Mapping[int, Sequence[Figure]]) -> int | None:
    """Return the note that gives a number by itself, else the first one that has figures."""
    known = [entry for entry, several in figures.items() if several]
    alone = (entry for entry in known if not unsupported_numbers(words, figures[entry], same_noun=True))
    return next(alone, known[0] if known else None)
