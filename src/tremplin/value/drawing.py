"""Slides on the screen: the very layout of PowerPoint and PDF, as shapes that a template draws."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from tremplin.documents import deck as paper
from tremplin.documents.deck import UnsupportedFigures
from tremplin.documents.deck_layout import HEIGHT, NUMBER, RULE_AT, WIDTH, Page, pages
from tremplin.documents.deck_pieces import Bars, Box, Grid, Item, Paragraph, Text, Value
from tremplin.documents.deck_words import ShownChip, shown

BAR_SHARE: Final = 0.62
LABEL_ROOM: Final = 1.7


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one look, its face and tone being names of classes."""

    says: str
    face: str
    tone: str


@dataclass(frozen=True, slots=True)
class Shape:
    """One thing to draw; numbers are written with a point, whatever the language."""

    kind: str
    role: str
    x: str
    y: str
    width: str
    height: str
    size: str
    looks: str = ""
    paragraphs: tuple[tuple[Words, ...], ...] = ()
    more: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One slide on the screen; without shapes when `refused` says why it cannot be shown."""

    title: str
    number: int = 0
    shapes: tuple[Shape, ...] = ()
    notes: tuple[str, ...] = ()
    chips: tuple[ShownChip, ...] = ()
    refused: tuple[str, ...] = ()


WIDTH_SAID: Final = f"{WIDTH:g}"
HEIGHT_SAID: Final = f"{HEIGHT:g}"
RULE_SAID: Final = f"{RULE_AT:g}"


def drawn_deck(deck: paper.Deck) -> tuple[tuple[Drawn, ...], ...]:
    """Draw every slide of a deck, each as one screen or more.

    Args:
        deck: the deck.

    Returns:
        Screens by slide; a slide that says an unsupported figure gives its reasons instead.
    """
    number, drawn = 0, []
    for slide in deck.slides:
        screens = drawn_slide(slide, deck, after=number)
        number += len(screens)
        drawn.append(screens)
    return tuple(drawn)


def drawn_slide(slide: paper.Slide, deck: paper.Deck, *, after: int = 0) -> tuple[Drawn, ...]:
    """Draw one slide.

    Args:
        slide: the slide.
        deck: its deck.
        after: how many screens come before.

    Returns:
        One screen, more when it holds too much.
    """
    alone = paper.Deck(deck.subject, (slide,), deck.produced_on, deck.author)
    try:
        words = shown(alone)
    except UnsupportedFigures as problem:
        reasons = tuple(dict.fromkeys(one.number.reason for one in problem.refusals))
        return (Drawn(slide.title, number=after + 1, refused=reasons),)
    chips = words[0].chips
    return tuple(
        Drawn(page.title, number, tuple(_shapes(page, chips)), page.notes, chips)
        for number, page in enumerate(pages(words), after + 1)
    )


def _shapes(page: Page, chips: Iterable[ShownChip]) -> Iterable[Shape]:
    entries = {chip.says: chip.entry for chip in chips}
    return (_shape(item, entries) for item in page.items)


def _shape(item: Item, entries: Mapping[str, int]) -> Shape:
    match item:
        case Text():
            looks = f"l{item.line / item.size * 100:.0f} g{item.gap / item.size * 100:.0f}"
            inset = f" i{item.inset / item.size * 100:.0f}" if item.inset else ""
            said = "".join(run.says for runs in item.paragraphs for run in runs)
            opens: dict[str, Any] = {"entry": entries.get(said)} if item.role == "chip" else {}
            paragraphs = _paragraphs(item.paragraphs)
            return _at(item.box, "text", item.role, item.size, looks + inset, paragraphs, opens)
        case Value():
            more = {"before": item.before, "value": item.value, "proved": item.proved}
            return _at(item.box, "value", "figure", item.size, more=more)
        case Bars():
            return _at(item.box, "bars", "chart", item.size, more=_bars(item))
        case Grid():
            return _at(item.box, "grid", "table", item.size, more=_grid(item))


def _at(
    box: Box,
    kind: str,
    role: str,
    size: float,
    looks: str = "",
    paragraphs: tuple[tuple[Words, ...], ...] = (),
    more: dict[str, Any] | None = None,
) -> Shape:
    x, y, width, height = (_said(value) for value in (box.left, box.top, box.width, box.height))
    return Shape(kind, role, x, y, width, height, _said(size), looks, paragraphs, more or {})


def _said(value: float) -> str:
    return f"{value:.1f}"


def _paragraphs(paragraphs: Iterable[Paragraph]) -> tuple[tuple[Words, ...], ...]:
    return tuple(tuple(Words(run.says, run.face, run.tone) for run in runs) for runs in paragraphs)


def _bars(item: Bars) -> dict[str, Any]:
    """Place bars as shapes: values above, labels under, the last one darker."""
    box, size = item.box, item.size
    top = box.top + LABEL_ROOM * size
    bottom = box.top + box.height - LABEL_ROOM * size
    step = box.width / max(len(item.values), 1)
    highest = max((abs(value) for value in item.values), default=0) or 1
    drawn = []
    for place, value in enumerate(item.values):
        tall = max((bottom - top) * abs(value) / highest, 1)
        left, middle = box.left + step * (place + (1 - BAR_SHARE) / 2), box.left + step * (place + 0.5)
        drawn.append(
            {
                "x": _said(left),
                "y": _said(bottom - tall),
                "width": _said(step * BAR_SHARE),
                "height": _said(tall),
                "middle": _said(middle),
                "above": _said(bottom - tall - 0.5 * size),
                "under": _said(bottom + 1.25 * size),
                "says": item.says[place],
                "label": item.labels[place],
                "last": place == len(item.values) - 1,
            }
        )
    return {
        "bars": drawn,
        "base": _said(bottom),
        "right": _said(box.left + box.width),
        "aloud": item.aloud,
    }


def _grid(item: Grid) -> dict[str, Any]:
    rows = [tuple(_paragraphs(cells)) for cells in item.rows]
    return {
        "widths": [_said(width) for width in item.widths],
        "heads": rows[0],
        "rows": rows[1:],
        "looks": f"l{item.line / item.size * 100:.0f}",
    }


def frame() -> dict[str, str]:
    """Return the size of a slide and where its margin and number stand."""
    return {
        "width": WIDTH_SAID,
        "height": HEIGHT_SAID,
        "rule": RULE_SAID,
        "number_x": _said(NUMBER.left + NUMBER.width),
        "number_y": _said(NUMBER.top + NUMBER.height * 0.75),
    }
