"""What reading a file gives: a résumé, and a sentence for each thing left out, repaired or doubtful."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields

from tremplin.stories.cv.reading.bounds import SHOWN
from tremplin.stories.cv.resume import Line, Resume, Source, imported_from


class UnreadableResume(ValueError):
    """A file that gives no résumé at all; the message says why and what to do, in French."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something left out, repaired or doubtful: why, and where in the file.

    Attributes:
        where: as the file names it: « work[1].startDate », « Positions.csv », « page 2 »; may be empty.
        line: from 1; 0 when the format has no lines.
    """

    why: str
    where: str = ""
    line: int = 0

    def __str__(self) -> str:
        place = f"ligne {self.line}" if self.line else ""
        told = ", ".join(part for part in (self.where, place) if part)
        return f"{told}\u00a0: {self.why}" if told else self.why

    @property
    def says(self) -> str:
        """The same with its place in plain French: « Expérience 3, début : … »."""
        told = place_said(self.where)
        return f"{told}\u00a0: {self.why}" if told else self.why


SECTIONS = {
    "work": "expériences",
    "volunteer": "engagements",
    "education": "formations",
    "projects": "projets",
    "skills": "compétences",
    "languages": "langues",
    "certificates": "certifications",
    "awards": "prix",
    "publications": "publications",
    "interests": "centres d’intérêt",
    "references": "recommandations",
    "others": "autres rubriques",
}
"""What each section of a résumé is called in French, in the order they are told."""
ONE = {"interests": "centre d’intérêt", "others": "autre rubrique", "awards": "prix"}
"""What one entry is called, when it is not the same without its final letter."""


FIELDS = {
    "startDate": "début",
    "endDate": "fin",
    "date": "date",
    "email": "adresse e-mail",
    "phone": "téléphone",
    "url": "lien",
    "company": "entreprise",
    "website": "lien",
    "name": "nom",
}
"""What a field is called on a page; any other is not named, its place is enough."""
PLACED = re.compile(r"(?:(?P<section>\w+)(?:\[(?P<at>\d+)\])?)?\.?(?P<field>\w+)?(?:\[\d+\])?")


def place_said(where: str) -> str:
    """Return a place of a file in plain French.

    Args:
        where: « work[2].startDate », « cv.phone », « Positions.csv ».

    Returns:
        « Expérience 3, début », « Téléphone »; as given when it is no field.
    """
    found = PLACED.fullmatch(where)
    if not where or found is None or found["section"] not in {*SECTIONS, "basics", "cv"}:
        return where
    section, field = found["section"], FIELDS.get(found["field"] or "", "")
    if section in SECTIONS:
        at = int(found["at"] or 0) + 1
        one = f"{ONE.get(section, SECTIONS[section].removesuffix('s'))} {at}"
        named = one if found["at"] else SECTIONS[section]
        said = ", ".join(filter(None, (named, field)))
    else:
        said = field or "vos coordonnées"
    return said[:1].upper() + said[1:]


def counted(section: str, count: int) -> str:
    """Return how many entries a section has: « 1 formation », « 3 expériences »."""
    many = SECTIONS[section]
    return f"{count}\u00a0{many if count > 1 else ONE.get(section, many.removesuffix('s'))}"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one file says.

    Attributes:
        kind: the format, as the student would name it: « JSON Resume », « Europass ».
        file: the bare name of the file.
        warnings: kept, but to be looked at.
        refused: left out.
        unshown: what is kept for the formats that know it, and shown nowhere: « date de naissance ».
    """

    kind: str
    file: str
    resume: Resume
    warnings: tuple[Problem, ...] = ()
    refused: tuple[Problem, ...] = ()
    unshown: tuple[str, ...] = ()

    @property
    def aside(self) -> tuple[str, ...]:
        """What is kept and shown nowhere, in plain French: « permis »."""
        return tuple(re.sub(r"^(?:\w+\.)*x-", "", one) for one in self.unshown)

    @property
    def kept(self) -> dict[str, int]:
        """How many entries of each section were kept; a section without any is left out."""
        counts = {name: len(getattr(self.resume, name)) for name in SECTIONS}
        return {name: count for name, count in counts.items() if count}

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was kept, not even a name."""
        basics = self.resume.basics
        said = (getattr(basics, one.name) for one in fields(basics) if one.name != "extra")
        return not self.kept and not any(said)


@dataclass(slots=True)
class Gathering:
    """A reading in progress."""

    file: str
    warnings: list[Problem] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    unshown: list[str] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)

    @property
    def source(self) -> Source:
        """Where everything read comes from."""
        return imported_from(self.file)

    def warn(self, why: str, where: str = "", line: int = 0) -> None:
        """Keep something, and say what is odd in it."""
        self.warnings.append(Problem(why, where, line or self._line_of(where)))

    def refuse(self, why: str, where: str = "", line: int = 0) -> None:
        """Leave something out, and say why."""
        self.refused.append(Problem(why, where, line or self._line_of(where)))

    def _line_of(self, where: str) -> int:
        return self.lines.get(where, 0) if where else 0

    def line(self, text: str) -> Line | None:
        """Return a text with its source; None when it is blank."""
        return Line(text.strip(), self.source) if text.strip() else None

    def lines_of(self, texts: Iterable[str]) -> tuple[Line, ...]:
        """Return the texts that say something, each with its source."""
        return tuple(self._lines(texts))

    def _lines(self, texts: Iterable[str]) -> Iterator[Line]:
        for text in texts:
            if line := self.line(text):
                yield line

    def done(self, kind: str, resume: Resume) -> Reading:
        """Return what was gathered."""
        return Reading(
            kind,
            self.file,
            resume,
            tuple(dict.fromkeys(self.warnings)),
            tuple(dict.fromkeys(self.refused)),
            tuple(dict.fromkeys(self.unshown)),
        )


def quoted(value: object) -> str:
    """Return a value between French quotes, cut short."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    words = " ".join(text.split())
    short = words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"
    return f"«\u00a0{short}\u00a0»"
