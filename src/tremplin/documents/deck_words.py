"""The words of a deck, ready to be shown: on paper, in a presentation program, or in a browser."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal

from tremplin.documents.characters import NBSP, unbroken
from tremplin.documents.deck import (
    Bar,
    BigFigure,
    Body,
    Change,
    Chart,
    Chip,
    Deck,
    Given,
    Need,
    Plan,
    PlanStep,
    Quote,
    Sentence,
    SkillProof,
    Skills,
    Slide,
    checked,
    chips,
    figures,
    given_to,
    is_estimated,
)
from tremplin.evidence.derived import Derived
from tremplin.evidence.figures import Figure
from tremplin.evidence.wording import amount, worded
from tremplin.law.words import day

SlideKind = Literal["need", "change", "chart", "skills", "plan"]
ESTIMATED: Final = "estimation"
TO_ASK: Final = "à demander"
TO_CONFIRM: Final = "À confirmer"
METHODS: Final = {"measured": "mesuré", "estimated": "estimé", "witnessed": "constaté"}


@dataclass(frozen=True, slots=True)
class ShownChip:
    """A proof: the entry it opens, and « 31 mars 2026, Yann Le Goff »."""

    entry: int
    says: str
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """A sentence, its proofs, the sums behind it, and whether « estimation » follows it."""

    says: str
    estimated: bool = False
    chips: tuple[ShownChip, ...] = ()
    formulas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """Words between French quotation marks, and « Yann Le Goff, chef d’atelier »."""

    words: str
    author: str


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A large figure: `before` is empty when it is no passage, `formula` when it is not derived."""

    before: str
    value: str
    says: str
    formula: str = ""
    estimated: bool = False
    chips: tuple[ShownChip, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownBar:
    """A bar: its label, its value, and the value in words."""

    label: str
    value: float
    says: str


@dataclass(frozen=True, slots=True)
class ShownSkill:
    """A line of the table of skills; `feedback` may be « à demander »."""

    skill: str
    proof: ShownSentence
    feedback: str


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A column of the plan: « 30 jours », and what follows, empty when unsaid."""

    after: str
    deliverable: str
    indicator: str
    help: str


@dataclass(frozen=True, slots=True)
class ShownSlide:
    """Everything one slide shows; lists that its kind has not are empty.

    Attributes:
        kind: « need », « change », « chart », « skills », « plan ».
        says: what a chart shows, or what a plan needs.
        chips: every proof of the slide, each entry once.
        notes: what the speaker reads, then the proofs, one line each.
    """

    kind: SlideKind
    title: str
    sentences: tuple[ShownSentence, ...] = ()
    quote: ShownQuote | None = None
    figures: tuple[ShownFigure, ...] = ()
    bars: tuple[ShownBar, ...] = ()
    skills: tuple[ShownSkill, ...] = ()
    steps: tuple[ShownStep, ...] = ()
    says: str = ""
    estimated: bool = False
    source: str = ""
    to_confirm: tuple[str, ...] = ()
    chips: tuple[ShownChip, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def chart_in_words(self) -> str:
        """Read the chart aloud: « S3, 4 h 30 ; S9, 50 min »."""
        return f"{NBSP}; ".join(f"{bar.label}, {bar.says}" for bar in self.bars)


def shown(deck: Deck) -> tuple[ShownSlide, ...]:
    """Return what each slide of a deck shows, in words.

    Args:
        deck: the deck.

    Returns:
        One a slide, every text printable.

    Raises:
        UnsupportedFigures: a sentence says a number that nothing supports.
    """
    return tuple(_slide(slide) for slide in checked(deck).slides)


def chip_in_words(chip: Chip) -> str:
    """Return « 31 mars 2026, Yann Le Goff »: the day of the entry and its witness, if any."""
    return unbroken(", ".join(filter(None, (day(chip.on), chip.witness))))


def shown_sentences(sentences: Iterable[Sentence]) -> tuple[ShownSentence, ...]:
    """Return sentences in words with their proofs, blank ones left out; numbers are not checked here."""
    return tuple(_sentence(one) for one in sentences if one.says.strip())


def _slide(slide: Slide) -> ShownSlide:
    given = given_to(slide)
    return replace(
        _body(unbroken(slide.title), slide.body),
        source=unbroken(slide.source),
        to_confirm=tuple(map(unbroken, filter(None, slide.to_confirm))),
        chips=_chips(given),
        notes=(*map(unbroken, slide.notes), *_notes(given, slide.body)),
    )


def _body(title: str, body: Body) -> ShownSlide:
    match body:
        case Need(sentences, quote):
            return ShownSlide("need", title, shown_sentences(sentences), _quote(quote))
        case Change(large, sentences):
            return ShownSlide("change", title, shown_sentences(sentences), figures=tuple(map(_figure, large)))
        case Chart():
            return _chart(title, body)
        case Skills(rows, missing):
            return ShownSlide("skills", title, shown_sentences(missing), skills=tuple(map(_skill, rows)))
        case Plan(steps, needs):
            return ShownSlide("plan", title, steps=tuple(map(_step, steps)), says=unbroken(needs))


def _chart(title: str, chart: Chart) -> ShownSlide:
    return ShownSlide(
        "chart",
        title,
        shown_sentences(chart.sentences),
        _quote(chart.quote),
        bars=tuple(map(_bar, chart.bars)),
        says=unbroken(chart.says),
        estimated=is_estimated(bar.given for bar in chart.bars),
    )


def _sentence(sentence: Sentence) -> ShownSentence:
    given = sentence.given
    formulas = tuple(f"{unbroken(one.formula)} = {one}" for one in given if isinstance(one, Derived))
    return ShownSentence(unbroken(sentence.says), is_estimated(given), _chips(given), formulas)


def _quote(quote: Quote | None) -> ShownQuote | None:
    if quote is None:
        return None
    author = ", ".join(filter(None, (quote.author, quote.role)))
    return ShownQuote(f"«{NBSP}{unbroken(quote.words)}{NBSP}»", unbroken(author))


def _figure(large: BigFigure) -> ShownFigure:
    given = large.given
    before, value = _value(given)
    return ShownFigure(
        before=unbroken(before),
        value=unbroken(value),
        says=unbroken(large.says),
        formula=unbroken(given.formula) if isinstance(given, Derived) else "",
        estimated=is_estimated((given,)),
        chips=_chips((given, *large.also)),
    )


def _value(given: Given) -> tuple[str, str]:
    """Return what a figure was, if it is a passage, and what it is."""
    if isinstance(given, Derived):
        return "", str(given)
    if given.before is not None and given.after is not None:
        return amount(given.before, given.unit), amount(given.after, given.unit)
    if given.value is None:
        return "", worded(given)
    return "", amount(given.value, given.unit, signed=given.kind == "percent")


def _bar(bar: Bar) -> ShownBar:
    return ShownBar(unbroken(bar.label), float(bar.value), unbroken(amount(bar.value, bar.given.unit)))


def _skill(row: SkillProof) -> ShownSkill:
    feedback = TO_ASK
    if row.feedback:
        feedback = f"«{NBSP}{unbroken(row.feedback.words)}{NBSP}» {unbroken(row.feedback.author)}".rstrip()
    return ShownSkill(unbroken(row.skill), _sentence(row.proof), feedback)


def _step(step: PlanStep) -> ShownStep:
    return ShownStep(
        after=f"{step.days}{NBSP}jours",
        deliverable=unbroken(step.deliverable),
        indicator=unbroken(step.indicator),
        help=unbroken(step.help),
    )


def _chips(given: Iterable[Given]) -> tuple[ShownChip, ...]:
    return tuple(ShownChip(one.entry, chip_in_words(one), one.estimated) for one in chips(given))


def _notes(given: tuple[Given, ...], body: Body) -> tuple[str, ...]:
    """Return one line for each proof: its day, its figure, its method and its witness."""
    proofs = tuple(_proof(figure) for figure in figures(given))
    sums = tuple(_sum(one) for one in given if isinstance(one, Derived))
    return (*proofs, *sums, *(_said(quote) for quote in _dated_quotes(body)))


def _proof(figure: Figure) -> str:
    method = METHODS.get(figure.method, "méthode à préciser")
    witness = f", témoin{NBSP}: {figure.witness}" if figure.witness else ""
    missing = f". À préciser{NBSP}: {', '.join(figure.missing)}" if figure.missing else ""
    mark = f" ({ESTIMATED})" if figure.estimated else ""
    text = f"Preuve{NBSP}: entrée du {day(figure.on)}, {worded(figure)}{mark}, {method}{witness}{missing}."
    return unbroken(text)


def _sum(derived: Derived) -> str:
    days = ", ".join(dict.fromkeys(day(figure.on) for figure in derived.sources))
    return unbroken(f"Calcul{NBSP}: {derived.formula} = {derived} ({ESTIMATED}). Entrées{NBSP}: {days}.")


def _dated_quotes(body: Body) -> tuple[Quote, ...]:
    match body:
        case Need(quote=Quote() as quote) | Chart(quote=Quote() as quote):
            return (quote,)
        case Skills(rows):
            return tuple(row.feedback for row in rows if row.feedback)
    return ()


def _said(quote: Quote) -> str:
    on = f" le {day(quote.on)}" if quote.on else ""
    author = ", ".join(filter(None, (quote.author, quote.role)))
    return unbroken(f"Retour reçu{on}{NBSP}: «{NBSP}{quote.words}{NBSP}» {author}")
