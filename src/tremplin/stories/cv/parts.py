"""What may go on a résumé, each line with its source, and what one version keeps of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any, Final, Literal

from tremplin.evidence.guard import Evidence
from tremplin.stories.cv.resume import (
    BY_HAND,
    Award,
    Certificate,
    Education,
    Interest,
    Language,
    Line,
    Post,
    Project,
    Publication,
    Reference,
    Section,
    Skill,
    Source,
)

Item = (
    Post
    | Education
    | Project
    | Skill
    | Language
    | Certificate
    | Award
    | Publication
    | Interest
    | Reference
    | Section
)
Place = Literal[
    "work",
    "volunteer",
    "education",
    "projects",
    "skills",
    "languages",
    "certificates",
    "awards",
    "publications",
    "interests",
    "references",
    "others",
]
POSTS: Final = ("work", "volunteer", "projects")
ASIDE: Final = frozenset({"source", "extra", "url", "location", "period", "on"})
LINES_OF_A_POST: Final = frozenset({"summary", "description", "highlights"})


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a line comes from, as a page says it: « journal, 19 mars 2026 », and what it leads to."""

    says: str
    entry: int | None = None
    story: int | None = None
    note: int | None = None
    resilience: int | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """A line that may stand under a part of the résumé; `given` are the figures it answers to.

    `action` is what the journal says of it, word for word; `is_trouble` when it tells a pain that nothing
    has changed yet, which no first version takes.
    """

    key: str
    says: str
    source: Source
    origin: Origin
    given: tuple[Evidence, ...] = ()
    action: str = ""
    is_trouble: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A post, a diploma, a skill: something that is on the résumé or not, and the lines it offers.

    `given` are figures its own title answers to; `stands_alone` when it says something without a line.
    """

    key: str
    place: Place
    item: Item
    origin: Origin
    options: tuple[Option, ...] = ()
    given: tuple[Evidence, ...] = ()
    stands_alone: bool = True

    @property
    def title(self) -> str:
        """What a page calls it."""
        return title_of(self.item)

    @property
    def name(self) -> str:
        """What the student may word otherwise: the post or the project, without who it was for."""
        if isinstance(self.item, Post):
            return self.item.position
        return self.item.name if isinstance(self.item, Project) else ""

    @property
    def is_post(self) -> bool:
        """Whether it stands among experiences, with lines of its own."""
        return self.place in POSTS


@dataclass(frozen=True, slots=True)
class ChosenLine:
    """A line chosen, and its text as the student wants it."""

    key: str
    says: str


@dataclass(frozen=True, slots=True)
class ChosenPart:
    """A part chosen, its lines in order, and its title when the student words it otherwise."""

    key: str
    lines: tuple[ChosenLine, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One version of the résumé: what it says on top, and its parts in order."""

    headline: str = ""
    summary: str = ""
    parts: tuple[ChosenPart, ...] = ()

    def as_json(self) -> list[Any]:
        """Return the parts as plain values, ready to be kept."""
        return [[one.key, [[line.key, line.says] for line in one.lines], one.title] for one in self.parts]

    @property
    def keys(self) -> frozenset[str]:
        """Keys of every line chosen."""
        return frozenset(line.key for one in self.parts for line in one.lines)


def parts_from_json(kept: Iterable[Any]) -> tuple[ChosenPart, ...]:
    """Return the parts kept by `Choice.as_json`; what has another shape is left out."""
    return tuple(
        ChosenPart(str(key), tuple(ChosenLine(str(one[0]), str(one[1])) for one in lines), str(title))
        for key, lines, title in kept
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """A part that stays, its chosen lines and the option each one comes from."""

    part: Part
    lines: tuple[tuple[ChosenLine, Option], ...] = ()
    title: str = ""


def texts_in(item: Item) -> Iterator[str]:
    """Give every text of something of a résumé that may state a figure; the lines of a post are apart.

    Args:
        item: a post, a diploma, a skill…

    Returns:
        Its name, its level, its keywords…; neither dates, places, nor addresses.
    """
    apart = ASIDE | LINES_OF_A_POST if isinstance(item, Post | Project) else ASIDE
    for one in fields(item):
        if one.name not in apart:
            yield from _each_text(getattr(item, one.name))


def _each_text(value: object) -> Iterator[str]:
    for one in value if isinstance(value, tuple) else (value,):
        text = one.text if isinstance(one, Line) else one
        if isinstance(text, str) and text.strip():
            yield text.strip()


def source_of(item: Item) -> Source:
    """Return where something of a résumé comes from."""
    if isinstance(item, Section):
        return item.lines[0].source if item.lines else BY_HAND
    return item.source


def title_of(item: Item) -> str:
    """Return what a page calls something of a résumé."""
    if isinstance(item, Post):
        return ", ".join(filter(None, (item.position, item.organization)))
    if isinstance(item, Education):
        diploma = " ".join(filter(None, (item.study_type, item.area)))
        return ", ".join(filter(None, (diploma, item.institution)))
    if isinstance(item, Language):
        return ", ".join(filter(None, (item.language, item.fluency)))
    if isinstance(item, Award | Section):
        return item.title
    return item.name
