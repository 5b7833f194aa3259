"""A first draft of a LinkedIn profile: the line under the name (*titre*) and the presentation (*Infos*).

Neither the e-mail nor the telephone is in it: anyone may read a profile.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tremplin.law.words import NBSP, counted, number
from tremplin.stories.cv.resume import Education, Line, Post, Resume, Source
from tremplin.stories.cv.writing.printing import by_date, diploma, with_commas

MOST_HEADLINE: Final = 220
MOST_ABOUT: Final = 2600
SEPARATOR: Final = " | "
DONE: Final = f"Ce que j’ai fait{NBSP}:"
KNOW_HOW: Final = f"Ce que je sais faire{NBSP}:"
MOST_POINTS: Final = 6


@dataclass(frozen=True, slots=True)
class Counted:
    """A text and how many characters LinkedIn lets it have."""

    text: str
    most: int

    @property
    def used(self) -> int:
        """Characters as a browser counts them: a pictogram counts for two."""
        return len(self.text.encode("utf-16-le", "surrogatepass")) // 2

    @property
    def left(self) -> int:
        """How many may still be added; negative when some must go."""
        return self.most - self.used

    @property
    def holds(self) -> bool:
        """Whether LinkedIn takes it."""
        return self.left >= 0

    @property
    def says(self) -> str:
        """« 180 caractères sur 220 », then how many are too many."""
        said = f"{counted(self.used, 'caractère')} sur {number(self.most)}"
        return said if self.holds else f"{said}{NBSP}: {number(-self.left)} de trop"


@dataclass(frozen=True, slots=True)
class About:
    """The presentation: its text, where each of its sentences comes from, and what did not fit."""

    counted: Counted
    lines: tuple[Line, ...]
    left_out: tuple[Line, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where its sentences come from, each once."""
        return tuple(dict.fromkeys(line.source for line in self.lines))


def headline(resume: Resume) -> Counted:
    """Draft the line under the name: what is sought or studied, then skills while they fit.

    Args:
        resume: the CV it is drawn from.

    Returns:
        At most 220 characters, unless the CV's own headline is longer.
    """
    opening = resume.basics.label.text.strip() if resume.basics.label else _studies(resume.education)
    said = [opening] if opening else []
    for name in _skills(resume):
        longer = SEPARATOR.join((*said, name))
        if Counted(longer, MOST_HEADLINE).holds:
            said.append(name)
    return Counted(SEPARATOR.join(said), MOST_HEADLINE)


def about(resume: Resume, stories: Sequence[Line] = ()) -> About:
    """Draft the presentation: the summary, the stories, what was done, what is known.

    Args:
        resume: the CV it is drawn from.
        stories: in the order told, each with its source.

    Returns:
        At most 2,600 characters; a sentence that does not fit is left out whole, and told.
    """
    blocks = tuple(block for block in _blocks(resume, stories) if block.lines)
    kept: list[_Block] = []
    left_out: list[Line] = []
    for block in blocks:
        taken = _as_much(kept, block)
        left_out += block.lines[len(taken.lines) :]
        if taken.lines:
            kept.append(taken)
    lines = tuple(line for block in kept for line in block.lines)
    return About(Counted(_joined(kept), MOST_ABOUT), lines, tuple(left_out))


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines under one title, set as points when there is one."""

    lines: tuple[Line, ...]
    title: str = ""

    @property
    def text(self) -> str:
        """What is written."""
        if not self.title:
            return "\n\n".join(line.text.strip() for line in self.lines)
        return "\n".join((self.title, *(f"- {line.text.strip()}" for line in self.lines)))


def _as_much(kept: Sequence[_Block], block: _Block) -> _Block:
    """Return the block with as many of its first lines as fit after the others."""
    for count in range(len(block.lines), 0, -1):
        shorter = _Block(block.lines[:count], block.title)
        if Counted(_joined((*kept, shorter)), MOST_ABOUT).holds:
            return shorter
    return _Block(())


def _joined(blocks: Iterable[_Block]) -> str:
    return "\n\n".join(block.text for block in blocks)


def _blocks(resume: Resume, stories: Sequence[Line]) -> Iterator[_Block]:
    summary = resume.basics.summary
    yield _Block((summary,) if summary and summary.text.strip() else ())
    yield _Block(tuple(line for line in stories if line.text.strip()))
    yield _Block(tuple(_points(by_date(resume.work, resume.volunteer)))[:MOST_POINTS], DONE)
    yield _Block(tuple(_know_how(resume)), KNOW_HOW)


def _points(posts: Iterable[Post]) -> Iterator[Line]:
    """Give the first result of each post, where it was after it."""
    for post in posts:
        for line in post.highlights[:1]:
            where = f" ({post.organization.strip()})" if post.organization.strip() else ""
            yield Line(f"{line.text.strip().rstrip('.')}{where}", line.source)


def _know_how(resume: Resume) -> Iterator[Line]:
    for skill in resume.skills:
        named = with_commas(*skill.keywords)
        says = f"{skill.name.strip()}{NBSP}: {named}" if named and skill.name.strip() else skill.name or named
        if says.strip():
            yield Line(says.strip(), skill.source)


def _skills(resume: Resume) -> Iterator[str]:
    names = (one.name.strip() or with_commas(*one.keywords) for one in resume.skills)
    yield from dict.fromkeys(filter(None, names))


def _studies(education: Sequence[Education]) -> str:
    return with_commas(diploma(education[0]), education[0].institution) if education else ""
