"""A résumé, whatever it came from: every line says where it comes from, and nothing read is lost."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Literal

From = Literal["evidence", "import", "hand"]
Extra = Mapping[str, Any]
"""What a format carried that no page shows: JSON values by their own names, written back as they were."""

SHAPE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
FIRST_YEAR: Final = 1900
STILL: Final = (9999, 12)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a line comes from: dated evidence, a file, or the student's own hand.

    Attributes:
        keys: what proves it, when it is evidence: « entry:12 », « impact:5 », « story:3 ».
        file: the bare name of the file, when it was imported.
    """

    kind: From
    keys: tuple[str, ...] = ()
    file: str = ""

    def __post_init__(self) -> None:
        if self.kind == "evidence" and not any(self.keys):
            raise ValueError("a line from evidence names its evidence")
        if self.kind == "import" and not self.file:
            raise ValueError("an imported line names its file")

    def __str__(self) -> str:
        if self.kind == "import":
            return f"importé de {self.file}"
        return "écrit à la main" if self.kind == "hand" else ", ".join(self.keys)


BY_HAND: Final = Source("hand")


def proved_by(*keys: str) -> Source:
    """Return the source of a line that evidence proves."""
    return Source("evidence", keys)


def imported_from(file: str) -> Source:
    """Return the source of a line that a file gave."""
    return Source("import", file=file)


@dataclass(frozen=True, slots=True)
class Line:
    """A text to be printed; without a source it does not exist."""

    text: str
    source: Source

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class When:
    """A year, a month or a day, as `YYYY[-MM[-DD]]`; any other words are kept as they were given."""

    text: str

    @property
    def parts(self) -> tuple[int, ...] | None:
        """The year, then the month and the day when told; None when the words are no date."""
        found = SHAPE.fullmatch(self.text)
        if found is None:
            return None
        parts = tuple(int(one) for one in found.groups() if one)
        try:
            date(*(*parts, 1, 1)[:3])
        except ValueError:
            return None
        return parts if parts[0] >= FIRST_YEAR else None

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Period:
    """From when to when; `is_current` when it still goes on, which a missing end alone does not say."""

    start: When | None = None
    end: When | None = None
    is_current: bool = False

    @property
    def rank(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """What it is put in order by: when it ends, what still goes on last of all, then when it begins."""
        begins = (self.start.parts if self.start else None) or ()
        ends = (self.end.parts if self.end else None) or begins
        return (STILL if self.is_current else ends), begins


@dataclass(frozen=True, slots=True)
class Location:
    """Where someone lives: `country_code` in two capital letters, `region` as written."""

    address: str = ""
    postal_code: str = ""
    city: str = ""
    country_code: str = ""
    region: str = ""
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Profile:
    """An account elsewhere: « LinkedIn », « GitHub »."""

    network: str = ""
    username: str = ""
    url: str = ""
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Basics:
    """Who the student is; `image` is an address or a `data:` one, never a path to be opened."""

    name: str = ""
    label: Line | None = None
    image: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    summary: Line | None = None
    location: Location | None = None
    profiles: tuple[Profile, ...] = ()
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Post:
    """A post held somewhere, paid or not: `work` and `volunteer` hold the same thing.

    `description` says what the organization is; `summary` what the post was.
    """

    source: Source
    organization: str = ""
    position: str = ""
    location: str = ""
    description: str = ""
    url: str = ""
    period: Period = Period()
    summary: Line | None = None
    highlights: tuple[Line, ...] = ()
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Education:
    """A course of study: `study_type` is the diploma (« Master 1 »), `area` its field."""

    source: Source
    institution: str = ""
    area: str = ""
    study_type: str = ""
    location: str = ""
    url: str = ""
    period: Period = Period()
    score: str = ""
    summary: Line | None = None
    courses: tuple[Line, ...] = ()
    highlights: tuple[Line, ...] = ()
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Project:
    """Something made; `entity` is who it was for, `kind` what it is: « application », « association »."""

    source: Source
    name: str = ""
    description: Line | None = None
    location: str = ""
    url: str = ""
    period: Period = Period()
    highlights: tuple[Line, ...] = ()
    keywords: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    entity: str = ""
    kind: str = ""
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill, or a family of skills whose `keywords` are the members."""

    source: Source
    name: str = ""
    level: str = ""
    keywords: tuple[str, ...] = ()
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Language:
    """A language and how well it is spoken, as written: « B2 (TOEIC 845) »."""

    source: Source
    language: str = ""
    fluency: str = ""
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Interest:
    """Something the student likes doing."""

    source: Source
    name: str = ""
    keywords: tuple[str, ...] = ()
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate, and who gave it."""

    source: Source
    name: str = ""
    on: When | None = None
    issuer: str = ""
    url: str = ""
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Award:
    """A prize, and who gave it."""

    source: Source
    title: str = ""
    on: When | None = None
    awarder: str = ""
    summary: Line | None = None
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Publication:
    """Something published."""

    source: Source
    name: str = ""
    publisher: str = ""
    on: When | None = None
    url: str = ""
    summary: Line | None = None
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reference:
    """What someone says of the student."""

    source: Source
    name: str = ""
    reference: str = ""
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a title that no other section holds: « Permis », « Divers »."""

    title: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Resume:
    """A whole résumé, close to JSON Resume 1.x; the order of each section is the one to print.

    Attributes:
        others: sections JSON Resume does not know.
        meta: what the file says of itself.
        extra: what formats carried beside, by its own names.
    """

    basics: Basics = Basics()
    work: tuple[Post, ...] = ()
    volunteer: tuple[Post, ...] = ()
    education: tuple[Education, ...] = ()
    projects: tuple[Project, ...] = ()
    skills: tuple[Skill, ...] = ()
    languages: tuple[Language, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    awards: tuple[Award, ...] = ()
    publications: tuple[Publication, ...] = ()
    interests: tuple[Interest, ...] = ()
    references: tuple[Reference, ...] = ()
    others: tuple[Section, ...] = ()
    meta: Extra = field(default_factory=dict)
    extra: Extra = field(default_factory=dict)
