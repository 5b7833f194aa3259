"""A bad internship told as what it taught: six parts, three lengths and one line of a résumé."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal

from tremplin.documents.claims import unproved
from tremplin.evidence.figures import Figure
from tremplin.evidence.guard import Evidence
from tremplin.evidence.proposals import proposals
from tremplin.law.words import one_line
from tremplin.stories.domain.car import Car
from tremplin.stories.domain.lacks import Lack
from tremplin.stories.domain.neutral import Finding, Hidden, findings, mended_whole
from tremplin.stories.domain.telling import cv_line, spoken_seconds

Part = Literal["fact", "constraint", "decision", "effect", "learnt", "now"]
PARTS: Final[tuple[Part, ...]] = ("fact", "constraint", "decision", "effect", "learnt", "now")
NEEDED: Final[tuple[Part, ...]] = ("fact", "decision", "learnt")
SHORT_SECONDS: Final = 20
LONG_SECONDS: Final = 60
KEPT_FIRST: Final[dict[int, tuple[Part, ...]]] = {
    SHORT_SECONDS: ("decision", "learnt", "effect", "fact"),
    LONG_SECONDS: ("decision", "effect", "fact", "learnt", "now", "constraint"),
}
"""Which parts a spoken length keeps first; learning opens the short one, as one answers a recruiter."""
SPOKEN_ORDER: Final[dict[int, tuple[Part, ...]]] = {
    SHORT_SECONDS: ("learnt", "fact", "decision", "effect"),
    LONG_SECONDS: PARTS,
}
ENDS: Final = ".!?…»"
SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-ÖØ-Þ«])")
INITIATIVE: Final = re.compile(
    r"\bj[’']ai (?:pris l[’']initiative|décidé|choisi|entrepris) (?:de |d[’'])(?P<stem>[^\W\d_]+)er\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Resilience:
    """The six parts of the story, as written; any may be empty."""

    fact: str = ""
    constraint: str = ""
    decision: str = ""
    effect: str = ""
    learnt: str = ""
    now: str = ""

    def part(self, name: Part) -> str:
        """Return one part by its name."""
        return str(getattr(self, name))

    @property
    def missing(self) -> tuple[Part, ...]:
        """The parts without which nothing can be told."""
        return tuple(name for name in NEEDED if not self.part(name).strip())


@dataclass(frozen=True, slots=True)
class Told:
    """One length of the story; `seconds` is None when it is read, not said."""

    text: str
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """The three lengths and the line of a résumé; `can_leave` once nothing is left to mend."""

    short: Told
    long: Told
    written: Told
    line: str
    can_leave: bool


@dataclass(frozen=True, slots=True)
class Held:
    """A figure of a story and the dated entry that proves it."""

    words: str
    figure: Figure


def read(story: Resilience, *, hidden: Hidden, given: Iterable[Evidence]) -> dict[Part, tuple[Finding, ...]]:
    """Return what each part should not say.

    Args:
        story: the story.
        hidden: names it must not say.
        given: confirmed figures of the journal.

    Returns:
        Findings by part; parts with nothing to mend are left out.
    """
    evidence = tuple(given)
    found = {name: findings(story.part(name), hidden=hidden, given=evidence) for name in PARTS}
    return {name: each for name, each in found.items() if each}


def telling(story: Resilience, *, hidden: Hidden, given: Iterable[Evidence] = ()) -> Telling:
    """Return the three lengths of a story and its line, with whether they may leave.

    Args:
        story: the story.
        hidden: names it must not say.
        given: confirmed figures of the journal.

    Returns:
        Texts as written; they may leave once the story is complete and has nothing to mend.
    """
    evidence = tuple(given)
    short, long = spoken(story, seconds=SHORT_SECONDS), spoken(story, seconds=LONG_SECONDS)
    text = written(story)
    line = line_of(story)
    whole = " ".join((short, long, text, line))
    clean = not findings(whole, hidden=hidden, given=evidence)
    return Telling(
        Told(short, spoken_seconds(short)),
        Told(long, spoken_seconds(long)),
        Told(text),
        line,
        can_leave=clean and not story.missing,
    )


def spoken(story: Resilience, *, seconds: int) -> str:
    """Compose what is said aloud in that time.

    Args:
        story: the story.
        seconds: 20 or 60.

    Returns:
        Whole parts, those that matter most, in the order they are said; the first is kept even when it
        alone is too long.
    """
    kept: set[Part] = set()
    for name in KEPT_FIRST[seconds]:
        if not story.part(name).strip():
            continue
        tried = _composed(story, {*kept, name}, SPOKEN_ORDER[seconds])
        if not kept or spoken_seconds(tried) <= seconds:
            kept.add(name)
    return _composed(story, kept, SPOKEN_ORDER[seconds])


def written(story: Resilience) -> str:
    """Compose the whole story, to be read: what happened, what I did, what it taught."""
    pairs: tuple[tuple[Part, Part], ...] = (("fact", "constraint"), ("decision", "effect"), ("learnt", "now"))
    paragraphs = (_composed(story, set(pair), pair) for pair in pairs)
    return "\n".join(filter(None, paragraphs))


def line_of(story: Resilience) -> str:
    """Compose the line of a résumé: what was done in nouns, then the first effect said."""
    effect = SENTENCE.split(one_line(story.effect))[0]
    return cv_line(Car(action=INITIATIVE.sub(_done, story.decision), result=effect))


def drafted(story: Resilience, lacks: Iterable[Lack]) -> Resilience:
    """Fill the constraint, when it is empty, with what was missing said without blame.

    Args:
        story: as written.
        lacks: what was missing, the first one said first.

    Returns:
        The story; what only the student can say of themself stays empty.
    """
    named = tuple(lacks)[:2]
    return replace(story, constraint=story.constraint or " ".join(one.constraint for one in named))


def examples(story: Resilience, lacks: Iterable[Lack]) -> dict[Part, str]:
    """Return first words for the parts still empty, to take up only if they are true.

    Args:
        story: as written.
        lacks: what was missing, the first one said first.

    Returns:
        Sentences by part, for what was learnt and how one works now; empty without a lack.
    """
    first = next(iter(lacks), None)
    said: dict[Part, str] = {"learnt": first.learnt, "now": first.now} if first else {}
    return {name: words for name, words in said.items() if not story.part(name).strip()}


def mended_story(story: Resilience, *, hidden: Hidden) -> Resilience:
    """Return a story without names nor blame; its figures wait to be proved."""
    return Resilience(**{name: mended_whole(story.part(name), hidden=hidden) for name in PARTS})


def held(story: Resilience, *, given: Iterable[Evidence]) -> tuple[Held, ...]:
    """Return the figures of a story with the entry that proves each.

    Args:
        story: the story.
        given: confirmed figures of the journal.

    Returns:
        Figures in the order they are said, each once; those nothing proves are left out.
    """
    evidence = tuple(one for one in given if isinstance(one, Figure))
    found: dict[str, Held] = {}
    for name in PARTS:
        for number in proposals(story.part(name)):
            proof = next((one for one in evidence if not unproved(number.words, (one,))), None)
            if proof is not None:
                found.setdefault(number.words, Held(number.words, proof))
    return tuple(found.values())


def _composed(story: Resilience, kept: set[Part], order: Iterable[Part]) -> str:
    return " ".join(_ended(story.part(name)) for name in order if name in kept and story.part(name).strip())


def _ended(text: str) -> str:
    plain = one_line(text)
    return plain if not plain or plain[-1] in ENDS else f"{plain}."


def _done(initiative: re.Match[str]) -> str:
    """Write « j’ai pris l’initiative de cartographier » as the act itself: « j’ai cartographié »."""
    return f"J’ai {initiative['stem']}é"
