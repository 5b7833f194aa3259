"""From the slides kept to the deck that documents print: each sentence tied to its figures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tremplin.documents import deck as paper
from tremplin.documents.deck import Body, Given
from tremplin.evidence.figures import Figure
from tremplin.evidence.guard import unsupported_numbers
from tremplin.law.words import NBSP, day
from tremplin.value import queries
from tremplin.value.domain.internship import Followed
from tremplin.value.domain.results import ENOUGH_FIGURES, Result, Words, confirmed_count
from tremplin.value.domain.support import supported
from tremplin.value.models import Deck, Line, LineRole, Slide, SlideKind

BEFORE = "Avant"
LOST_PROOF = "Une ligne a perdu son entrée\u00a0: retirée du journal, privée ou décochée."


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the chosen entries give: figures by key, words by key, then everything, sums included."""

    figures: Mapping[int, Figure]
    quotes: Mapping[int, paper.Quote]
    whole: tuple[Given, ...]
    results: tuple[Result, ...]

    def tie(self, says: str, entry_id: int | None) -> paper.Sentence:
        """Tie a sentence to its figures, those of its own entry first."""
        own = next((one.figures for one in self.results if one.entry == entry_id), ())
        return supported(says.strip(), own=own, others=self.whole)

    def holds(self, entry_id: int | None) -> bool:
        """Say whether a line made from an entry may be shown; one the student added comes from none."""
        return entry_id is None or any(one.entry == entry_id for one in self.results)


def evidence_of(deck: Deck, internship: Followed, found: Iterable[Result] | None = None) -> Evidence:
    """Read again what the chosen entries prove today.

    Args:
        deck: the deck.
        internship: its internship.
        found: results already read; None to read them.

    Returns:
        Only entries that are still in the journal and that the company may read.
    """
    chosen = {entry.pk for entry in deck.entries.all()}
    every = queries.results(internship) if found is None else found
    kept = tuple(one for one in every if one.entry in chosen)
    said: list[tuple[Words, int | None]] = [(words, one.entry) for one in kept for words in one.words]
    said += [(words, None) for words in queries.words_at_large(internship)]
    figures = {proof.impact: proof.figure for one in kept for proof in one.proofs}
    return Evidence(
        figures=figures,
        quotes={words.feedback: _quote(words, entry) for words, entry in said if words.quotable},
        whole=(*figures.values(), *queries.sums(internship, kept)),
        results=kept,
    )


def _quote(words: Words, entry: int | None) -> paper.Quote:
    return paper.Quote(words.says, words.author, words.role, words.on, entry)


def composed(
    deck: Deck, internship: Followed, *, student: str, on: date, found: Iterable[Result] | None = None
) -> paper.Deck:
    """Return a deck as documents print it; nothing is checked here, every export checks.

    Args:
        deck: the deck.
        internship: its internship.
        student: name of the student; may be empty.
        on: the day written in the file.
        found: results already read; None to read them.

    Returns:
        Slides in order, without those dropped and without the lines whose entry, figure or words are no
        longer chosen, or left the journal.
    """
    evidence = evidence_of(deck, internship, found)
    shown = [slide for slide in deck.slides.all() if slide.dropped_at is None]
    slides = tuple(compose_slide(slide, evidence, internship) for slide in shown)
    return paper.Deck(internship.subject_of(student), slides, produced_on=on, author=student)


def compose_slide(slide: Slide, evidence: Evidence, internship: Followed) -> paper.Slide:
    """Return one slide as documents print it.

    Args:
        slide: the slide, with its lines.
        evidence: what the chosen entries prove.
        internship: the internship.

    Returns:
        The slide with what still has to be confirmed.
    """
    body = _body(slide, evidence, internship)
    return paper.Slide(
        title=slide.title.strip(),
        body=body,
        source=slide.source.strip(),
        to_confirm=to_confirm(slide, body, evidence),
        notes=tuple(text.strip() for text in slide.notes.splitlines() if text.strip()),
    )


def kept_lines(slide: Slide) -> list[Line]:
    """Return the lines of a slide that were not dropped."""
    return [line for line in slide.lines.all() if line.dropped_at is None]


def has_lost_proof(line: Line, evidence: Evidence) -> bool:
    """Say whether what a line was made from is gone, private now, or no longer chosen."""
    if line.role in {LineRole.FIGURE, LineRole.BAR}:
        return figure_of(line, evidence) is None
    if line.role == LineRole.QUOTE:
        return quote_of(line, evidence) is None
    return not evidence.holds(line.entry_id)


def figure_of(line: Line, evidence: Evidence) -> Figure | None:
    """Return the confirmed figure of a line; None once no chosen entry gives it."""
    return evidence.figures.get(line.impact_id or 0)


def quote_of(line: Line, evidence: Evidence) -> paper.Quote | None:
    """Return the words of a line; None once no chosen entry gives them or they may not be quoted."""
    return evidence.quotes.get(line.feedback_id or 0)


def _body(slide: Slide, evidence: Evidence, internship: Followed) -> Body:
    lines = [line for line in kept_lines(slide) if not has_lost_proof(line, evidence)]
    sentences = tuple(_ties(lines, LineRole.SENTENCE, evidence))
    quotes = (quote_of(line, evidence) for line in lines if line.role == LineRole.QUOTE)
    quote = next(filter(None, quotes), None)
    match slide.kind:
        case SlideKind.CHANGE:
            return paper.Change(tuple(_large(lines, evidence)), sentences)
        case SlideKind.CHART:
            bars = tuple(_bars(lines, evidence))
            return paper.Chart(bars, slide.says, sentences, quote) if bars else paper.Need(sentences, quote)
        case SlideKind.SKILLS:
            rows = tuple(_skills(lines, evidence))
            return paper.Skills(rows, tuple(_ties(lines, LineRole.MISSING, evidence)))
        case SlideKind.PLAN:
            return _plan(internship)
    return paper.Need(sentences, quote)


def _ties(lines: Iterable[Line], role: LineRole, evidence: Evidence) -> Iterable[paper.Sentence]:
    return (
        evidence.tie(line.says, line.entry_id) for line in lines if line.role == role and line.says.strip()
    )


def _large(lines: Iterable[Line], evidence: Evidence) -> Iterable[paper.BigFigure]:
    for line in lines:
        if line.role == LineRole.FIGURE and (figure := figure_of(line, evidence)):
            said = evidence.tie(line.says, line.entry_id)
            also = tuple(one for one in said.given if one != figure)
            yield paper.BigFigure(
                figure, said.says, also if unsupported_numbers(said.says, (figure,)) else ()
            )


def _bars(lines: Iterable[Line], evidence: Evidence) -> Iterable[paper.Bar]:
    """Draw the start of a passage, then its end; the label says which."""
    drawn: set[int | None] = set()
    for line in lines:
        if line.role != LineRole.BAR or (figure := figure_of(line, evidence)) is None:
            continue
        value = _bar_value(figure, is_first=line.impact_id not in drawn)
        drawn.add(line.impact_id)
        if value is not None and value >= 0:
            yield paper.Bar(line.label, value, figure)


def _bar_value(figure: Figure, *, is_first: bool) -> Decimal | None:
    if figure.before is None or figure.after is None:
        return figure.value
    return figure.before if is_first else figure.after


def _skills(lines: Iterable[Line], evidence: Evidence) -> Iterable[paper.SkillProof]:
    for line in lines:
        if line.role == LineRole.SKILL and line.label.strip():
            proof = evidence.tie(line.says, line.entry_id)
            yield paper.SkillProof(line.label.strip(), proof, quote_of(line, evidence))


def _plan(internship: Followed) -> paper.Plan:
    case = queries.case_of(internship)
    steps = tuple(
        paper.PlanStep(step.days, step.deliverable, step.indicator, step.help)
        for step in queries.plan_steps(case)
    )
    return paper.Plan(steps, case.plan_needs)


def to_confirm(slide: Slide, body: Body, evidence: Evidence) -> tuple[str, ...]:
    """Return what a slide still lacks, one short sentence each, without any number.

    Args:
        slide: the slide.
        body: what it shows.
        evidence: what the chosen entries prove.

    Returns:
        Sentences; empty when the slide is ready.
    """
    lost = [LOST_PROOF] if any(has_lost_proof(line, evidence) for line in kept_lines(slide)) else []
    return tuple(dict.fromkeys([*lost, *_lacking(body, evidence)]))


def _lacking(body: Body, evidence: Evidence) -> Sequence[str]:
    match body:
        case paper.Need(sentences, quote):
            return [] if sentences or quote else ["Le besoin de départ reste à écrire."]
        case paper.Change():
            return _to_measure(evidence)
        case paper.Skills(rows, missing):
            unsaid = [] if missing else ["Ce qui manquerait sans moi reste à écrire."]
            return [*unsaid, *([] if rows else ["Aucune compétence n’est reliée aux entrées choisies."])]
        case paper.Plan(steps):
            return [] if all(step.deliverable for step in steps) else ["Le plan reste à compléter."]
    return []


def _to_measure(evidence: Evidence) -> list[str]:
    waiting = [
        f"Entrée du {day(one.on)}{NBSP}: un chiffre attend votre confirmation."
        for one in evidence.results
        if one.unconfirmed
    ]
    incomplete = [
        f"Entrée du {day(one.on)}{NBSP}: à préciser, {' et '.join(lacking)}."
        for one in evidence.results
        if (lacking := dict.fromkeys(name for figure in one.figures for name in figure.missing))
    ]
    few = confirmed_count(evidence.results) < ENOUGH_FIGURES
    scarce = ["Peu de chiffres sont confirmés dans le journal."] if few else []
    return [*scarce, *waiting, *incomplete][:ENOUGH_FIGURES]
