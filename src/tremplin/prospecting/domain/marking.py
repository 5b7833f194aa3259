"""A text cut into pieces to be shown: what is proved is highlighted, what is pointed out is underlined."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from tremplin.documents.characters import glued

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a text; `remark` is the number of the first remark on them, 0 when none."""

    says: str
    proof: bool = False
    remark: int = 0


def pieces(text: str, *, proofs: Iterable[Span], remarks: Iterable[tuple[int, Span]]) -> tuple[Piece, ...]:
    """Cut a text where something starts or ends.

    Args:
        text: as typed.
        proofs: spans to highlight.
        remarks: number and span of each remark; an empty span underlines nothing.

    Returns:
        Pieces in order; joined, they are the text with its no-break spaces.
    """
    marks, noted = tuple(proofs), tuple(remarks)
    spans = (*marks, *(span for _, span in noted))
    shown, length = glued(text), len(text)
    cuts = sorted({0, length, *(min(max(at, 0), length) for span in spans for at in span)})
    found = []
    for start, end in pairwise(cuts):
        number = next((number for number, span in noted if _covers(span, start, end)), 0)
        proof = any(_covers(span, start, end) for span in marks)
        found.append(Piece(shown[start:end], proof, number))
    return tuple(found)


def _covers(span: Span, start: int, end: int) -> bool:
    return span[0] <= start and end <= span[1]
