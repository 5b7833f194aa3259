"""The proposal in one page: a problem proved by dated signals, a mission, and why this student.

Two promises: a number of the problem is in a signal with its source and its day, a number of « Pourquoi
moi » is in an entry of the journal. The plan is the student's own: its lengths and its handfuls are free, a
number it says of the company is not.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from tremplin.documents.characters import printable, unbroken
from tremplin.documents.claims import Claim, RefusedClaim, UnsupportedClaims, refused_claims
from tremplin.documents.plan import facts_said
from tremplin.evidence.figures import Figure
from tremplin.evidence.guard import Evidence, Unsupported, unsupported_numbers
from tremplin.law.words import NBSP, day

MOST_WORDS: Final = 300
TITLE: Final = "Le titre"
PROBLEM: Final = "Le problème"
COST: Final = "Ce qu’il coûte"
MISSION: Final = "La mission"
DELIVERABLES: Final = "Livrables"
INDICATORS: Final = "Indicateurs"
WHY_ME: Final = "Pourquoi moi"
NEEDS: Final = "Ce qu’il me faut"
ASK: Final = "La demande"
SENDER: Final = "L’en-tête"
RECIPIENT: Final = "Le destinataire"
WRITTEN_AT: Final = "Le lieu"
SHARE: Final = re.compile(r"(?<![\d,.])(\d{1,6})(?:\s+[^\W\d_][\w’'-]*){0,3}\s+sur\s+(\d{1,6})(?![\d,.]*\d)")
NUMBER_SPACE: Final = re.compile(r"(?<=\d)[\s\u202f](?=\d{3}(?!\d))")
CLOCK: Final = re.compile(r"\d{1,3}\s?h(?:\s?\d\d)?\s(?:à|contre)\s$")
DIGITS: Final = re.compile(r"\d+(?:[\s.,]\d+)*")
END: Final = " \u00a0.,;:?!"
BETWEEN: Final = re.compile(r"\s?(?:[^\W\d_][\w’'-]*\s){0,2}(?:sur|à|contre)\s|[\s]")


@dataclass(frozen=True, slots=True)
class Source:
    """Where something of the company was read or seen: its words, which support numbers, and its day.

    `key` is whatever the caller finds it again by; it is not printed.
    """

    label: str
    on: date
    quote: str
    key: int | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a text; a proof is highlighted."""

    says: str
    proof: bool = False


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A row of the page: its name, its paragraphs, and whether they are a list."""

    name: str
    lines: tuple[tuple[Run, ...], ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """Everything the page prints; an empty text leaves no heading.

    Attributes:
        company: « Troquinette ».
        title: what changes for the company.
        problem: the finding, each number of it in a source.
        cost: what it costs them, under the same guard.
        mission: what the student proposes to do.
        frame: « Stage de 16 semaines, à partir du 4 mai 2026. »
        deliverables: one a line, with its week.
        indicators: how one will see that it worked.
        why_me: each number of it in a figure of the journal.
        needs: what the student needs to do it.
        ask: the last words: twenty minutes, and when.
        sender: name first, then course, e-mail.
        recipient: « Hélène Quintard, responsable e-commerce ».
        place: where it is written; may be empty.
        sources: signals chosen, which support the problem.
        figures: confirmed ones of the entries chosen, which support « Pourquoi moi ».
    """

    template: ClassVar[str] = "proposal"
    kind: ClassVar[str] = "Proposition de mission"

    company: str
    title: str
    produced_on: date
    problem: str = ""
    cost: str = ""
    mission: str = ""
    frame: str = ""
    deliverables: tuple[str, ...] = ()
    indicators: str = ""
    why_me: str = ""
    needs: str = ""
    ask: str = ""
    sender: tuple[str, ...] = ()
    recipient: str = ""
    place: str = ""
    sources: tuple[Source, ...] = ()
    figures: tuple[Figure, ...] = ()

    @property
    def subject(self) -> str:
        """The company it is written for."""
        return self.company

    @property
    def author(self) -> str:
        """Name of the student."""
        return self.sender[0] if self.sender else ""

    @property
    def addressed(self) -> str:
        """« À l’attention d’Hélène Quintard, responsable e-commerce, Troquinette »."""
        whom = ", ".join(filter(None, (self.recipient, self.company)))
        elided = printable(whom)[:1].lower() in "aeiouyhàâéèêëîïôöù"
        return f"À l’attention {'d’' if elided else 'de '}{whom}" if whom else ""

    @property
    def cited(self) -> str:
        """The sources at the foot of the page, each once, with its day."""
        said = dict.fromkeys(f"{one.label}, {day(one.on).replace(' ', NBSP)}" for one in self.sources)
        joined = "\u00a0; ".join(said)
        return f"Sources\u00a0: {joined}." if joined else ""

    def support(self) -> Mapping[str, tuple[Evidence, ...]]:
        """Return what may support the numbers of each place that must be proved."""
        found = self._found()
        around = (*found, *self.figures, *self.deliverables, self.frame)
        return {TITLE: around, PROBLEM: found, COST: found, WHY_ME: self.figures}

    def refusals(self) -> tuple[RefusedClaim, ...]:
        """Return the numbers that no signal and no entry supports, and shares made of two of them."""
        return (*refused_claims(self._claims()), *self._mixed(), *self._facts())

    def words(self) -> int:
        """Return how many words are on the page, names and sources included."""
        return sum(map(count_words, self._printed()))

    def parts(self) -> tuple[ShownPart, ...]:
        """Return the rows of the page in order, numbers that are proofs highlighted."""
        found, proved = self._found(), self.figures
        mission = " ".join(filter(None, (self.mission.strip(), self.frame)))
        rows = (
            ShownPart(PROBLEM, _paragraphs(self.problem, found)),
            ShownPart(COST, _paragraphs(self.cost, found)),
            ShownPart(MISSION, _paragraphs(mission, ())),
            ShownPart(DELIVERABLES, tuple((Run(unbroken(one)),) for one in self.deliverables), listed=True),
            ShownPart(INDICATORS, _paragraphs(self.indicators, ())),
            ShownPart(WHY_ME, _paragraphs(self.why_me, proved)),
            ShownPart(NEEDS, _paragraphs(self.needs, ())),
        )
        return tuple(row for row in rows if row.lines)

    def data(self) -> Mapping[str, object]:
        """Return what the template prints.

        Raises:
            UnsupportedClaims: a text says a number that nothing supports, or a share that no one signal
                or entry gives whole.
        """
        if refused := self.refusals():
            raise UnsupportedClaims(refused)
        return self.laid_out()

    def laid_out(self) -> Mapping[str, object]:
        """Return what the template prints, nothing checked: only to measure it."""
        return {
            "measured": False,
            "proposal": {
                "sender": self.sender,
                "addressed": unbroken(self.addressed),
                "place": self.place,
                "title": unbroken(self.title),
                "parts": [_set(part) for part in self.parts()],
                "ask": unbroken(self.ask),
                "cited": unbroken(self.cited),
            },
        }

    def _claims(self) -> Iterator[Claim]:
        said = {TITLE: self.title, PROBLEM: self.problem, COST: self.cost, WHY_ME: self.why_me}
        for place, given in self.support().items():
            yield Claim(place, said[place], given, same_noun=place == TITLE)

    def _mixed(self) -> Iterator[RefusedClaim]:
        """Give each passage or share whose numbers come from different places: « 5 sur 140 »."""
        signals = tuple((one.quote, *shares(one.quote)) for one in self.sources)
        entries = tuple((one,) for one in self.figures)
        for place, text, each in (
            (PROBLEM, self.problem, signals),
            (COST, self.cost, signals),
            (WHY_ME, self.why_me, entries),
        ):
            for start, end in proof_spans(text, tuple(one for given in each for one in given)):
                words = text[start:end]
                if all(unsupported_numbers(words, given) for given in each):
                    yield RefusedClaim(place, text, Unsupported(start, end, words))

    def _facts(self) -> Iterator[RefusedClaim]:
        """Give each number of the plan and of the heading that says something of a company."""
        given: tuple[Evidence, ...] = (*self._found(), *self.figures)
        promised = (*given, *self.deliverables, self.frame)
        delivered = "\n".join(self.deliverables)
        for place, text, refused in (
            (MISSION, self.mission, facts_said(self.mission, promised)),
            (DELIVERABLES, delivered, facts_said(delivered, given, counts=True)),
            (INDICATORS, self.indicators, facts_said(self.indicators, promised, aims=True)),
            (NEEDS, self.needs, facts_said(self.needs, promised)),
            (ASK, self.ask, facts_said(self.ask, promised)),
            (SENDER, (sender := "\n".join(self.sender)), facts_said(sender, self.figures, counts=True)),
            (RECIPIENT, self.recipient, facts_said(self.recipient, given, counts=True)),
            (WRITTEN_AT, self.place, facts_said(self.place, given, counts=True)),
        ):
            yield from (RefusedClaim(place, text, one) for one in refused)

    def _found(self) -> tuple[Evidence, ...]:
        """Return what the signals support: their words, and the shares their counts make."""
        return tuple(given for one in self.sources for given in (one.quote, *shares(one.quote)))

    def _printed(self) -> Iterator[str]:
        yield from (*self.sender, self.addressed, self.place, day(self.produced_on), self.title, self.ask)
        yield self.cited
        for part in self.parts():
            yield part.name
            yield from ("".join(run.says for run in line) for line in part.lines)


def count_words(text: str) -> int:
    """Return how many words a reader counts, as word processors do.

    « l’écart » and « savoir-faire » are one word, « 1 200 » is one, a sign alone is none.
    """
    joined = NUMBER_SPACE.sub("", text)
    return sum(any(letter.isalnum() for letter in word) for word in joined.split())


def shares(quote: str) -> tuple[str, ...]:
    """Return the shares that the counts of a quote make: « 38 avis sur 140 » is « 27 % ».

    Args:
        quote: the words of a signal.

    Returns:
        Whole percents, rounded half up, one for each pair whose second count is the larger.
    """
    pairs = ((int(part), int(whole)) for part, whole in SHARE.findall(quote))
    return tuple(f"{(200 * part + whole) // (2 * whole)} %" for part, whole in pairs if 0 < part <= whole)


def highlighted(text: str, given: Iterable[Evidence]) -> tuple[Run, ...]:
    """Cut a text so that each number something supports stands apart, « 38 avis sur 140 » in one piece.

    Args:
        text: one paragraph.
        given: what supports its numbers.

    Returns:
        The runs of the text as printed, in order; joined, they are the whole text.
    """
    printed = unbroken(text)
    runs: list[Run] = []
    at = 0
    for start, end in proof_spans(printed, given):
        runs += [Run(printed[at:start]), Run(printed[start:end], proof=True)]
        at = end
    return tuple(run for run in (*runs, Run(printed[at:])) if run.says)


def proof_spans(text: str, given: Iterable[Evidence]) -> tuple[tuple[int, int], ...]:
    """Return where the numbers that something supports stand in a text.

    Args:
        text: one paragraph, composed (NFC).
        given: what supports its numbers; nothing is a proof without it.

    Returns:
        Spans in order, without overlap; the two ends of a passage make one.
    """
    evidence = tuple(given)
    if not evidence:
        return ()
    refused = {one.words for one in unsupported_numbers(text, evidence)}
    proofs = (
        (_from_clock(text, one.start), one.start + len(one.words.rstrip(END)))
        for one in unsupported_numbers(text, ())
        if one.words not in refused and text[one.start : one.end] == one.words
    )
    return tuple(_joined(text, sorted(proofs)))


def _from_clock(text: str, start: int) -> int:
    """Take the start of « 4 h 30 à 50 min », which alone would be a time of day."""
    before = CLOCK.search(text, 0, start)
    return before.start() if before else start


def _joined(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join the two numbers of one passage, and those of one share without the word that follows."""
    held: tuple[int, int] | None = None
    for start, end in spans:
        between = BETWEEN.fullmatch(text, held[1], start) if held else None
        is_share = between is not None and between.group().strip().endswith("sur")
        if held and between and not (is_share and text[held[1] - 1] == "%"):
            held = (held[0], _end_of_number(text, start, end) if is_share else end)
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held


def _end_of_number(text: str, start: int, end: int) -> int:
    """« 140 citent » ends at its number; a number in letters keeps the word it counts."""
    number = DIGITS.match(text, start, end)
    return number.end() if number else end


def _set(part: ShownPart) -> Mapping[str, object]:
    """Write a row for the template; a text sent alone would lose the spaces at its ends."""
    lines = [[_set_run(run) for run in line] for line in part.lines]
    return {"name": part.name, "listed": part.listed, "lines": lines}


def _set_run(run: Run) -> Mapping[str, object]:
    says = run.says
    ends = {"before": says[:1] == " ", "after": len(says) > 1 and says[-1:] == " "}
    return {"says": says, "proof": run.proof, **ends}


def _paragraphs(text: str, given: Iterable[Evidence]) -> tuple[tuple[Run, ...], ...]:
    evidence = tuple(given)
    return tuple(highlighted(line, evidence) for line in text.splitlines() if line.strip())
