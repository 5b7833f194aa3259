"""What stands below the title of each kind of slide, at a given scale."""

from collections.abc import Callable
from typing import Final

from tremplin.documents.characters import NBSP
from tremplin.documents.deck_pieces import (
    VALUE_LEADING,
    Bars,
    Box,
    Item,
    Look,
    Paragraph,
    Piece,
    Run,
    below,
    beside,
    moved,
    table,
    tall,
    text,
    value,
)
from tremplin.documents.deck_words import (
    ESTIMATED,
    TO_ASK,
    TO_CONFIRM,
    ShownChip,
    ShownFigure,
    ShownQuote,
    ShownSentence,
    ShownSlide,
    ShownStep,
)
from tremplin.documents.measure import width_in_ems

ROOM: Final = 792.0
COLUMN_GAP: Final = 36.0
BODY: Final = 20.0
FIGURES_IN_ROW: Final = 3
LARGE: Final = 54.0
NARROWEST: Final = 0.84
WIDEST: Final = 1.32
LEAST_VALUE: Final = 22.0
CHIP_INDENT: Final = 9.0
LEAST_CHART: Final = 150.0
HIGHEST_CHART: Final = 300.0
CHART_GAP: Final = 14.0
SKILL_SHARES: Final = (0.27, 0.42, 0.31)
SKILL_HEADINGS: Final = ("Compétence", "Preuve", "Retour reçu")
MISSING: Final = "Ce qui manquerait sans moi"
NEEDED: Final = "Ce qu’il me faut"


def body(slide: ShownSlide, *, scale: float, room: float) -> Piece:
    """Set what a slide shows below its title.

    Args:
        slide: what it shows.
        scale: of every size.
        room: the height there is; a chart fills it.

    Returns:
        The piece; higher than `room` when this scale is too large.
    """
    bodies: dict[str, Callable[[ShownSlide, float, float], Piece]] = {
        "need": _need, "change": _change, "chart": _chart, "skills": _skills, "plan": _plan,
    }  # fmt: skip
    alert = _alert(slide.to_confirm, scale)
    left = room - alert.height - BODY * scale if alert else room
    return below((bodies[slide.kind](slide, scale, left), alert), gap=BODY * scale)


def _need(slide: ShownSlide, scale: float, _room: float) -> Piece:
    widths = (ROOM * 0.58, ROOM * 0.42 - COLUMN_GAP)
    said = _said(slide.sentences, scale * 1.1, widths[0])
    if said is None or slide.quote is None:
        alone = _quote(slide.quote, scale * 1.2, ROOM * 0.9) if slide.quote else None
        return below((alone or _said(slide.sentences, scale * 1.15, ROOM * 0.9),), gap=0)
    pieces = (said, _quote(slide.quote, scale, widths[1]))
    return beside(pieces, widths=widths, gap=COLUMN_GAP, centred=True)


def _change(slide: ShownSlide, scale: float, _room: float) -> Piece:
    rows = [slide.figures[at : at + FIGURES_IN_ROW] for at in range(0, len(slide.figures), FIGURES_IN_ROW)]
    pieces = [_figures(row, scale) for row in rows]
    return below((*pieces, _said(slide.sentences, scale, ROOM)), gap=BODY * 1.4 * scale)


def _figures(row: tuple[ShownFigure, ...], scale: float) -> Piece:
    """Set figures side by side: one size, and what stands under them at the same heights."""
    widths = _columns(row)
    placed = list(zip(row, widths, strict=True))
    size = min(_figure_size(one, LARGE * scale, width) for one, width in placed)
    heads = _level([_large(one, size, scale, width) for one, width in placed])
    words = _level([_under(one, scale, width) for one, width in placed])
    proofs = [
        below([_chip(chip, scale, width) for chip in one.chips], gap=4 * scale) for one, width in placed
    ]
    sets = [below(parts, gap=7 * scale) for parts in zip(heads, words, proofs, strict=True)]
    return beside(sets, widths=widths, gap=COLUMN_GAP)


def _columns(row: tuple[ShownFigure, ...]) -> tuple[float, ...]:
    """Share the width: more to a passage than to a single value, within bounds."""
    columns = max(len(row), 2)
    room = ROOM - COLUMN_GAP * (columns - 1)
    if len(row) < columns:
        return (room / columns,) * len(row)
    ems = [width_in_ems(f"{one.before} {one.value}", "display") for one in row]
    shares = [min(max(one / sum(ems), NARROWEST / columns), WIDEST / columns) for one in ems]
    return tuple(room * share / sum(shares) for share in shares)


def _level(pieces: list[Piece]) -> list[Piece]:
    highest = max(piece.height for piece in pieces)
    return [tall(piece, highest) for piece in pieces]


def _figure_size(figure: ShownFigure, largest: float, width: float) -> float:
    """Return the size at which a figure fills its column, so that a row may share the smallest."""
    piece = value(figure.before, figure.value, size=largest, least=LEAST_VALUE, width=width, proved=True)
    return piece.height / VALUE_LEADING if piece else LEAST_VALUE


def _large(figure: ShownFigure, size: float, scale: float, width: float) -> Piece:
    proved = not figure.estimated
    on_a_line = value(figure.before, figure.value, size=size, least=LEAST_VALUE, width=width, proved=proved)
    in_full = f"de {figure.before} à {figure.value}" if figure.before else figure.value
    look = Look("figure", LEAST_VALUE * scale, 1.2)
    return on_a_line or text([(Run(in_full, "display"),)], look=look, width=width)


def _under(figure: ShownFigure, scale: float, width: float) -> Piece:
    says = text([(Run(figure.says),)], look=_body_look(scale * 0.92), width=width)
    formula = _small(f"Calcul{NBSP}: {figure.formula}", scale, width) if figure.formula else None
    estimate = _estimate(scale) if figure.estimated else None
    return below((says if figure.says else None, formula, estimate), gap=7 * scale)


def _chart(slide: ShownSlide, scale: float, room: float) -> Piece:
    if not slide.bars and not slide.says:
        return _need(slide, scale, room)
    words = [one for one in (_said(slide.sentences, scale, ROOM * 0.36),) if one]
    if slide.quote:
        words.append(_quote(slide.quote, scale, ROOM * 0.36))
    width = ROOM * 0.64 - COLUMN_GAP if words else ROOM
    drawn = _drawing(slide, scale, width, room)
    if not words:
        return drawn
    beside_it = below(words, gap=BODY * scale)
    return beside((drawn, beside_it), widths=(width, ROOM * 0.36), gap=COLUMN_GAP, centred=True)


def _drawing(slide: ShownSlide, scale: float, width: float, room: float) -> Piece:
    said = _small(slide.says, scale * 1.1, width) if slide.says else None
    estimate = _estimate(scale) if slide.estimated else None
    heading = below((said, estimate), gap=6)
    if not slide.bars:
        return heading
    height = max(LEAST_CHART, min(room - heading.height - CHART_GAP, HIGHEST_CHART))
    return below((heading, _bars(slide, scale, width, height)), gap=CHART_GAP)


def _bars(slide: ShownSlide, scale: float, width: float, height: float) -> Piece:
    def at(left: float, top: float) -> tuple[Item, ...]:
        return (
            Bars(
                Box(left, top, width, height),
                tuple(bar.label for bar in slide.bars),
                tuple(bar.value for bar in slide.bars),
                tuple(bar.says for bar in slide.bars),
                slide.says,
                slide.chart_in_words,
                min(15 * scale, 1.4 * width / max(len(slide.bars), 1) / 6),
            ),
        )

    return Piece(height, at)


def _skills(slide: ShownSlide, scale: float, _room: float) -> Piece:
    grid = None
    if slide.skills:
        headings = tuple((Run(name, tone="faint"),) for name in SKILL_HEADINGS)
        lines = [
            ((Run(row.skill, "strong"),), _sentence(row.proof), (_feedback(row.feedback),))
            for row in slide.skills
        ]
        grid = table([headings, *lines], shares=SKILL_SHARES, size=BODY * 0.86 * scale, width=ROOM)
    return below((grid, _labelled(MISSING, slide.sentences, scale)), gap=BODY * scale)


def _feedback(says: str) -> Run:
    return Run(says, "text", "warn") if says == TO_ASK else Run(says, "italic")


def _labelled(label: str, sentences: tuple[ShownSentence, ...], scale: float) -> Piece | None:
    said = _said(sentences, scale * 0.9, ROOM)
    if said is None:
        return None
    heading = text([(Run(label, "display"),)], look=Look("label", BODY * 0.95 * scale, 1.2), width=ROOM)
    return below((heading, said), gap=4 * scale)


def _plan(slide: ShownSlide, scale: float, _room: float) -> Piece:
    rows = [slide.steps[at : at + FIGURES_IN_ROW] for at in range(0, len(slide.steps), FIGURES_IN_ROW)]
    needs = (ShownSentence(slide.says),) if slide.says else ()
    pieces = [_steps(row, scale) for row in rows]
    return below((*pieces, _labelled(NEEDED, needs, scale)), gap=BODY * 1.5 * scale)


def _steps(row: tuple[ShownStep, ...], scale: float) -> Piece:
    columns = max(len(row), 2)
    width = (ROOM - COLUMN_GAP * (columns - 1)) / columns
    pieces = [_step(step, scale, width) for step in row]
    return beside(pieces, widths=(width,) * len(row), gap=COLUMN_GAP)


def _step(step: ShownStep, scale: float, width: float) -> Piece:
    after = text([(Run(step.after, "display"),)], look=Look("figure", 38 * scale, 1.2), width=width)
    deliverable = text([(Run(step.deliverable),)], look=_body_look(scale), width=width)
    more = [
        _small(f"{name}{NBSP}: {says}", scale, width)
        for name, says in (("Indicateur", step.indicator), ("Aide", step.help))
        if says
    ]
    return below((after, deliverable if step.deliverable else None, *more), gap=7 * scale)


def _body_look(scale: float) -> Look:
    return Look("body", BODY * scale)


def _said(sentences: tuple[ShownSentence, ...], scale: float, width: float) -> Piece | None:
    if not sentences:
        return None
    return text([_sentence(one) for one in sentences], look=_body_look(scale), width=width)


def _sentence(sentence: ShownSentence) -> Paragraph:
    if not sentence.estimated:
        return (Run(sentence.says),)
    stop = "." if sentence.says.endswith(".") else ""
    mark = Run(f" ({ESTIMATED})", "strong", "warn")
    return (Run(sentence.says.removesuffix(".")), mark, *((Run(stop),) if stop else ()))


def _quote(quote: ShownQuote, scale: float, width: float) -> Piece:
    words = text([(Run(quote.words, "italic"),)], look=Look("quote", BODY * 1.1 * scale), width=width)
    author = _small(quote.author, scale, width, tone_faint=True) if quote.author else None
    return below((words, author), gap=4 * scale)


def _small(says: str, scale: float, width: float, *, tone_faint: bool = False) -> Piece:
    run = Run(says, tone="faint" if tone_faint else "soft")
    return text([(run,)], look=Look("label", BODY * 0.78 * scale, 1.3), width=width)


def _estimate(scale: float) -> Piece:
    look = Look("estimate", BODY * 0.7 * scale, 1.2, inset=0.35)
    width = (width_in_ems(ESTIMATED, "strong") + 2 * look.inset + 0.4) * look.size
    return text([(Run(ESTIMATED, "strong", "warn"),)], look=look, width=width)


def _chip(chip: ShownChip, scale: float, width: float) -> Piece:
    look = Look("chip", BODY * 0.64 * scale, 1.3)
    return moved(text([(Run(chip.says, tone="soft"),)], look=look, width=width - CHIP_INDENT), CHIP_INDENT)


def _alert(sentences: tuple[str, ...], scale: float) -> Piece | None:
    if not sentences:
        return None
    size = BODY * 0.8 * scale
    first = (Run(f"{TO_CONFIRM}{NBSP}:{NBSP}", "strong", "warn"), Run(sentences[0]))
    rest = [(Run(says),) for says in sentences[1:]]
    return text([first, *rest], look=Look("alert", size, 1.32, 0.25, inset=0.7), width=ROOM)
