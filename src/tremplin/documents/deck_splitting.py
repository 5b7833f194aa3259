"""What does not fit on a slide: shared between two, or shortened."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, TypeVar

from tremplin.documents.deck_words import ShownQuote, ShownSlide

CONTINUED: Final = "(suite)"
T = TypeVar("T")


def halves(slide: ShownSlide) -> tuple[ShownSlide, ShownSlide] | None:
    """Share what a slide shows between two, the chart first and the quote last.

    Args:
        slide: what does not fit.

    Returns:
        Two slides, the second said to continue and without notes; None when there is one thing only.
    """
    lists = (slide.figures, slide.skills, slide.steps, slide.sentences, slide.to_confirm)
    held = sum(map(len, lists)) + bool(slide.bars) + bool(slide.quote)
    if held < 2:
        return None
    middle = (held + 1) // 2
    title = slide.title if slide.title.endswith(CONTINUED) else f"{slide.title} {CONTINUED}"
    second = replace(_part(slide, middle, held), title=title, notes=())
    return _part(slide, 0, middle), second


def _part(slide: ShownSlide, start: int, stop: int) -> ShownSlide:
    """Keep what stands between two ranks of everything a slide shows."""
    place = 0

    def kept(things: tuple[T, ...]) -> tuple[T, ...]:
        nonlocal place
        first, place = place, place + len(things)
        return things[max(start - first, 0) : max(stop - first, 0)]

    drawn = kept((slide.bars,) if slide.bars else ())
    part = replace(
        slide,
        bars=drawn[0] if drawn else (),
        figures=kept(slide.figures),
        skills=kept(slide.skills),
        steps=kept(slide.steps),
        sentences=kept(slide.sentences),
        to_confirm=kept(slide.to_confirm),
        quote=next(iter(kept((slide.quote,) if slide.quote else ())), None),
    )
    if slide.kind == "plan":
        return part if stop == place else replace(part, says="")
    return part if part.bars else replace(part, says="", estimated=False)


def texts(slide: ShownSlide) -> Iterator[str]:
    """Give every text below a slide's title, to be kept whole in its notes."""
    yield from (one.says for one in slide.sentences)
    yield from (one.says for one in slide.figures)
    yield from (says for row in slide.skills for says in (row.skill, row.proof.says, row.feedback))
    yield from (says for step in slide.steps for says in (step.deliverable, step.indicator, step.help))
    yield from slide.to_confirm
    if slide.quote:
        yield slide.quote.words
    yield slide.says


def cut_slide(slide: ShownSlide, *, length: int) -> ShownSlide:
    """Return a slide whose every text has at most `length` characters."""

    def cut(says: str) -> str:
        return shortened(says, length)

    return replace(
        slide,
        sentences=tuple(replace(one, says=cut(one.says)) for one in slide.sentences),
        figures=tuple(replace(one, says=cut(one.says), formula=cut(one.formula)) for one in slide.figures),
        skills=tuple(
            replace(
                row,
                skill=cut(row.skill),
                proof=replace(row.proof, says=cut(row.proof.says)),
                feedback=cut(row.feedback),
            )
            for row in slide.skills
        ),
        steps=tuple(
            replace(
                step, deliverable=cut(step.deliverable), indicator=cut(step.indicator), help=cut(step.help)
            )
            for step in slide.steps
        ),
        to_confirm=tuple(map(cut, slide.to_confirm)),
        quote=slide.quote and ShownQuote(cut(slide.quote.words), cut(slide.quote.author)),
        says=cut(slide.says),
    )


def shortened(says: str, length: int) -> str:
    """Return a text of at most `length` characters, cut after a word, with an ellipsis if cut."""
    if len(says) <= length:
        return says
    kept = says[: length - 1]
    return (kept.rsplit(" ", 1)[0] if " " in kept else kept).rstrip(" ,;:") + "…"
