"""The deck of the *Soutenance de Valeur*: a few slides, each sentence tied to what proves it.

A number that nothing given supports cannot leave: every export calls `checked` first. The steps of the
90-day plan and what they need are the student's own promise, hence free; the rest of their slide is not.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from tremplin.documents.claims import unproved
from tremplin.evidence.derived import Derived
from tremplin.evidence.figures import Figure
from tremplin.evidence.guard import Unsupported, unsupported_values

Given = Figure | Derived
KIND: Final = "Soutenance de Valeur"
MOST_SLIDES: Final = 5
PLAN_DAYS: Final = 90
MONTH: Final = 30


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the student wrote it, and the figures that support its numbers."""

    says: str
    given: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Someone's exact words, without quotation marks; their author agreed to be quoted."""

    words: str
    author: str
    role: str = ""
    on: date | None = None
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class BigFigure:
    """A figure set large, and what it measures in a few words; `also` supports the numbers of those words."""

    given: Given
    says: str
    also: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: a value that its figure holds, and a label of a few letters."""

    label: str
    value: Decimal
    given: Figure


@dataclass(frozen=True, slots=True)
class SkillProof:
    """A skill, what proves it, and the words received about it; no words prints « à demander »."""

    skill: str
    proof: Sentence
    feedback: Quote | None = None


@dataclass(frozen=True, slots=True)
class PlanStep:
    """What will exist after so many days in the post; the student's own plan."""

    days: int
    deliverable: str
    indicator: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """The initial need: what it was like before, and someone's words about it."""

    sentences: tuple[Sentence, ...]
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What changed: three large figures at most, then sentences."""

    figures: tuple[BigFigure, ...]
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """The proof: bars of one unit, what they show, and someone's words about it."""

    bars: tuple[Bar, ...]
    says: str
    sentences: tuple[Sentence, ...] = ()
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Skills:
    """The skills, each with its proof and feedback, and what would be missing without the student."""

    rows: tuple[SkillProof, ...]
    missing: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The first ninety days, and what they need."""

    steps: tuple[PlanStep, ...]
    needs: str = ""


Body = Need | Change | Chart | Skills | Plan


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide.

    Attributes:
        title: states the point, no full stop.
        body: what it shows.
        source: the line at the foot; when empty, the entries' dates and witnesses stand there.
        to_confirm: what still lacks proof, one short sentence each; printed as such.
        notes: what the student will say, for the speaker notes.
    """

    title: str
    body: Body
    source: str = ""
    to_confirm: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deck:
    """Everything a deck shows.

    Attributes:
        subject: « Stage d’Inès Marchetti chez Cargolière ».
        slides: five at most, in the order shown.
        produced_on: written in the file's properties.
        author: name of the student.
    """

    subject: str
    slides: tuple[Slide, ...]
    produced_on: date
    author: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """The proof of a figure as paper prints it; on a screen it opens the entry."""

    entry: int
    on: date
    witness: str = ""
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A number of a slide, counted from 1, that nothing given supports."""

    slide: int
    says: str
    number: Unsupported


class UnsupportedFigures(ValueError):
    """The deck says numbers that no entry proves; `refusals` holds each with its reason."""

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        """Keep the refusals, and say them all."""
        said = (f"Diapo {one.slide}\u00a0: {one.number.reason}" for one in refusals)
        super().__init__(" ".join(dict.fromkeys(said)))
        self.refusals = refusals


def chips(given: Iterable[Given]) -> tuple[Chip, ...]:
    """Return the proofs to print beside figures, each entry once, in order.

    Args:
        given: figures and derived figures.

    Returns:
        One chip an entry; estimated when one of its figures is.
    """
    found: dict[int, Chip] = {}
    for figure in figures(given):
        known = found.get(figure.entry)
        witness = figure.witness or (known.witness if known else "")
        estimated = figure.estimated or bool(known and known.estimated)
        found[figure.entry] = Chip(figure.entry, figure.on, witness, estimated)
    return tuple(found.values())


def figures(given: Iterable[Given]) -> tuple[Figure, ...]:
    """Return the figures of entries behind figures and derived figures, each once."""
    held = (figure for one in given for figure in (one.sources if isinstance(one, Derived) else (one,)))
    return tuple(dict.fromkeys(held))


def is_estimated(given: Iterable[Given]) -> bool:
    """Say whether to mark « estimation »: one is derived, incomplete, or not measured."""
    return any(isinstance(one, Derived) or one.estimated for one in given)


def given_to(slide: Slide) -> tuple[Given, ...]:
    """Return every figure a slide rests on, each once, in the order shown."""
    return tuple(dict.fromkeys(_given(slide.body)))


def refusals(deck: Deck) -> tuple[Refusal, ...]:
    """Return the numbers of a deck that nothing supports, in digits or in French words.

    A sentence answers to its own figures; a title, a source line, a note or what a chart shows to all
    those of the slide, and there a count answers only for what it counts. A quote is evidence: it prints
    exact words. The steps of the plan are the student's own; around them every figure of the deck may stand.

    Args:
        deck: the deck.

    Returns:
        What to refuse, in order; empty when every number is given.
    """
    whole = tuple(dict.fromkeys(given for slide in deck.slides for given in given_to(slide)))
    return tuple(
        refusal
        for place, slide in enumerate(deck.slides, 1)
        for refusal in _refused(place, slide, whole if isinstance(slide.body, Plan) else given_to(slide))
    )


def checked(deck: Deck) -> Deck:
    """Return the deck itself if every number of it is given.

    Args:
        deck: about to be exported.

    Returns:
        The same deck.

    Raises:
        UnsupportedFigures: a sentence or a bar says a number that nothing supports.
    """
    refused = refusals(deck)
    if refused:
        raise UnsupportedFigures(refused)
    return deck


def _given(body: Body) -> Iterator[Given]:
    match body:
        case Need(sentences):
            yield from _given_to_sentences(sentences)
        case Change(large, sentences):
            yield from (given for one in large for given in (one.given, *one.also))
            yield from _given_to_sentences(sentences)
        case Chart(bars, _, sentences):
            yield from (bar.given for bar in bars)
            yield from _given_to_sentences(sentences)
        case Skills(rows, missing):
            yield from _given_to_sentences(row.proof for row in rows)
            yield from _given_to_sentences(missing)


def _given_to_sentences(sentences: Iterable[Sentence]) -> Iterator[Given]:
    return (one for sentence in sentences for one in sentence.given)


def _quotes(body: Body) -> Iterator[Quote]:
    match body:
        case Need(quote=Quote() as quote) | Chart(quote=Quote() as quote):
            yield quote
        case Skills(rows):
            yield from (row.feedback for row in rows if row.feedback)


def _refused(place: int, slide: Slide, given: tuple[Given, ...]) -> Iterator[Refusal]:
    around = (*given, *(quote.words for quote in _quotes(slide.body)), *_planned(slide.body))
    counted = (*around, *_counted(slide.body))
    texts = (slide.source, *slide.to_confirm, *slide.notes, *_labels(slide.body))
    found = [(slide.title, number) for number in unproved(slide.title, counted, same_noun=True)]
    found += [(says, number) for says in texts for number in unproved(says, around, same_noun=True)]
    found += [
        (one.says, number) for one in _sentences(slide.body) for number in unproved(one.says, one.given)
    ]
    yield from (Refusal(place, says, number) for says, number in found)
    if isinstance(slide.body, Chart):
        yield from _refused_bars(place, slide.body)


def _refused_bars(place: int, chart: Chart) -> Iterator[Refusal]:
    for bar in chart.bars:
        for value in unsupported_values([bar.value], [bar.given]):
            words = f"{value}"
            yield Refusal(place, bar.label, Unsupported(0, len(words), words))


def _labels(body: Body) -> Iterator[str]:
    match body:
        case Chart(bars, says):
            yield from (says, *(bar.label for bar in bars))
        case Skills(rows):
            yield from (row.skill for row in rows)


def _planned(body: Body) -> Iterator[str]:
    """Give what a plan promises, in the words that may be said again around it."""
    if isinstance(body, Plan):
        days = (PLAN_DAYS, *(step.days for step in body.steps))
        yield from (f"{count} jours" for count in days)
        yield from (f"{count // MONTH} mois" for count in days if count % MONTH == 0)
        yield from (words for step in body.steps for words in (step.deliverable, step.indicator, step.help))
        yield body.needs


def _sentences(body: Body) -> Iterator[Sentence]:
    match body:
        case Need(sentences) | Chart(sentences=sentences):
            yield from sentences
        case Change(large, sentences):
            yield from (Sentence(one.says, (one.given, *one.also)) for one in large)
            yield from sentences
        case Skills(rows, missing):
            yield from (row.proof for row in rows)
            yield from missing


def _counted(body: Body) -> Iterator[str]:
    """Give what a title may count: the rows of its slide, under a name that claims nothing else."""
    match body:
        case Change(items) | Chart(items):
            yield from (f"{len(items)} {name}" for name in ("résultats", "chiffres"))
        case Skills(rows):
            yield f"{len(rows)} compétences"
