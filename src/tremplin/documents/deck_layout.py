"""Where everything stands on a slide, and how large: the same for PowerPoint and for PDF.

The largest size that fits is taken; what fits at none goes on to a next slide, and one text too
long for a slide by itself is shortened there and kept whole in the notes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from tremplin.documents.characters import NBSP
from tremplin.documents.deck_bodies import ROOM, body
from tremplin.documents.deck_pieces import Box, Item, Look, Paragraph, Piece, Run, text
from tremplin.documents.deck_splitting import CONTINUED, cut_slide, halves, shortened, texts
from tremplin.documents.deck_words import ShownChip, ShownSlide

WIDTH: Final = 960.0
HEIGHT: Final = 540.0
RULE_AT: Final = 76.8
NUMBER: Final = Box(14.0, 51.0, 50.0, 26.0)
LEFT: Final = 110.0
TOP: Final = 44.0
FOOT_BOTTOM: Final = 506.0
AFTER_TITLE: Final = 20.0
BEFORE_FOOT: Final = 14.0
TITLES: Final = ((36.0, 2), (32.0, 2), (28.0, 3), (24.0, 4))
TITLE_LEADING: Final = 1.14
TITLE_SHARES: Final = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52)
FOOT_SIZES: Final = (13.0, 12.0, 11.0)
FOOT_LINES: Final = 3
SCALES: Final = (1.6, 1.45, 1.3, 1.2, 1.1, 1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
LARGEST: Final = {"need": 1.6, "change": 1.2, "chart": 1.2, "skills": 1.1, "plan": 1.2}
FALL: Final = {"need": 0.42, "change": 0.42, "chart": 0.3, "skills": 0.12, "plan": 0.36}
LENGTHS: Final = (900, 600, 400, 260, 160, 90, 40)


@dataclass(frozen=True, slots=True)
class Page:
    """One slide, laid out: items in reading order, title first, foot last."""

    title: str
    items: tuple[Item, ...]
    notes: tuple[str, ...]


def pages(slides: Iterable[ShownSlide]) -> tuple[Page, ...]:
    """Lay slides out; a title too long for four lines is shortened, and whole in the notes.

    Args:
        slides: what `deck_words.shown` gives.

    Returns:
        One page a slide, more when a slide holds too much.
    """
    return tuple(page for slide in slides for page in _pages(_with_short_title(slide)))


def _pages(slide: ShownSlide) -> Iterator[Page]:
    page = _page(slide)
    if page is not None:
        yield page
        return
    shared = halves(slide)
    if shared is None:
        yield _shortened(slide)
        return
    for half in shared:
        yield from _pages(half)


def _page(slide: ShownSlide) -> Page | None:
    """Set a slide at the largest scale that fits and cuts no word, or merely fits; None when none does."""
    title, foot = _title(slide.title), _foot(slide)
    if title is None:
        return None
    top = TOP + title.height + AFTER_TITLE
    foot_top = FOOT_BOTTOM - foot.height
    room = foot_top - BEFORE_FOOT - top
    below_title = _fitting(slide, room)
    if below_title is None:
        return None
    fall = (room - below_title.height) * FALL[slide.kind]
    items = (*title.at(LEFT, TOP), *below_title.at(LEFT, top + fall), *foot.at(LEFT, foot_top))
    return Page(slide.title, items, slide.notes)


def _fitting(slide: ShownSlide, room: float) -> Piece | None:
    largest = None
    for scale in (scale for scale in SCALES if scale <= LARGEST[slide.kind]):
        piece = body(slide, scale=scale, room=room)
        if piece.height <= room and not piece.cuts:
            return piece
        if piece.height <= room and largest is None:
            largest = piece
    return largest


def _shortened(slide: ShownSlide) -> Page:
    """Set a slide whose only text is too long: shortened, and whole in the notes."""
    for length in LENGTHS:
        page = _page(cut_slide(slide, length=length))
        if page is not None:
            return replace(page, notes=(*slide.notes, f"Texte entier{NBSP}: {' '.join(texts(slide))}"))
    raise AssertionError("the shortest texts fit on a slide")


def _with_short_title(slide: ShownSlide) -> ShownSlide:
    says = slide.title
    while _title(f"{says} {CONTINUED}") is None:
        says = shortened(says, len(says) * 9 // 10)
    if says == slide.title:
        return slide
    return replace(slide, title=says, notes=(*slide.notes, f"Titre entier{NBSP}: {slide.title}"))


def _title(says: str) -> Piece | None:
    """Set a title as large as its lines allow, in the narrowest box: lines of about one length."""
    for size, lines in TITLES:
        pieces = [_set_title(says, size, ROOM * share) for share in TITLE_SHARES]
        if pieces[0].height <= lines * size * TITLE_LEADING + 1:
            alike = [
                piece for piece in pieces if (piece.height, piece.cuts) == (pieces[0].height, pieces[0].cuts)
            ]
            return alike[-1]
    return None


def _set_title(says: str, size: float, width: float) -> Piece:
    return text([(Run(says, "display"),)], look=Look("title", size, TITLE_LEADING), width=width)


def _foot(slide: ShownSlide) -> Piece:
    said = (slide.source, _sums(slide), _proofs(_foot_chips(slide)))
    lines: list[Paragraph] = [(Run(says, tone="faint"),) for says in said if says]
    if not lines:
        return Piece(0, lambda _left, _top: ())
    for size in FOOT_SIZES:
        piece = text(lines, look=Look("foot", size, 1.3, 0.15), width=ROOM)
        if piece.height <= FOOT_LINES * size * 1.3 + size:
            return piece
    cut = [(Run(shortened(run.says, 190), tone="faint"),) for (run,) in lines]
    return text(cut, look=Look("foot", FOOT_SIZES[-1], 1.3, 0.15), width=ROOM)


def _sums(slide: ShownSlide) -> str:
    """Return how derived figures were computed, save those that say it beside them."""
    sentences = (*slide.sentences, *(row.proof for row in slide.skills))
    formulas = dict.fromkeys(formula for sentence in sentences for formula in sentence.formulas)
    return f"Calcul{NBSP}: {f'{NBSP}; '.join(formulas)}" if formulas else ""


def _foot_chips(slide: ShownSlide) -> tuple[ShownChip, ...]:
    """Return the proofs not already printed beside their figure."""
    if slide.kind != "change":
        return slide.chips
    return tuple(dict.fromkeys(chip for sentence in slide.sentences for chip in sentence.chips))


def _proofs(chips: tuple[ShownChip, ...]) -> str:
    if not chips:
        return ""
    name = "Preuves" if len(chips) > 1 else "Preuve"
    said = f"{NBSP}; ".join(dict.fromkeys(chip.says for chip in chips))
    return f"{name}{NBSP}: journal, {said}"
