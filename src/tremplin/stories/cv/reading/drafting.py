"""A résumé being read: its sections fill up in the order of the file."""

from dataclasses import dataclass, field
from typing import Any

from tremplin.stories.cv.reading.outcome import Gathering
from tremplin.stories.cv.resume import (
    Award,
    Basics,
    Certificate,
    Education,
    Interest,
    Language,
    Post,
    Project,
    Publication,
    Reference,
    Resume,
    Section,
    Skill,
    Source,
)


@dataclass(slots=True)
class Draft:
    """The sections being filled.

    Attributes:
        gathering: where sentences go.
        summary: what stands above the sections.
        others: lines by the title of their own section.
        aside: what no page shows, by the name its format gives it.
    """

    gathering: Gathering
    summary: list[str] = field(default_factory=list)
    work: list[Post] = field(default_factory=list)
    volunteer: list[Post] = field(default_factory=list)
    education: list[Education] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)
    skills: list[Skill] = field(default_factory=list)
    languages: list[Language] = field(default_factory=list)
    certificates: list[Certificate] = field(default_factory=list)
    awards: list[Award] = field(default_factory=list)
    publications: list[Publication] = field(default_factory=list)
    interests: list[Interest] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    others: dict[str, list[str]] = field(default_factory=dict)
    aside: dict[str, Any] = field(default_factory=dict)

    @property
    def source(self) -> Source:
        """Where every line comes from."""
        return self.gathering.source

    def also(self, title: str, *says: str) -> None:
        """Add lines to a section of its own title."""
        if lines := [line for line in says if line.strip()]:
            self.others.setdefault(title, []).extend(lines)

    def keep_aside(self, name: str, value: Any, label: str) -> None:
        """Keep what no page shows, and name it; what says nothing is not kept."""
        if value:
            self.aside[name] = value
            self.gathering.unshown.append(label)

    def resume(self, basics: Basics, *, aside: str) -> Resume:
        """Return the résumé, what no page shows under the key `aside`."""
        return Resume(
            basics=basics,
            work=tuple(self.work),
            volunteer=tuple(self.volunteer),
            education=tuple(self.education),
            projects=tuple(self.projects),
            skills=tuple(self.skills),
            languages=tuple(self.languages),
            certificates=tuple(self.certificates),
            awards=tuple(self.awards),
            publications=tuple(self.publications),
            interests=tuple(self.interests),
            references=tuple(self.references),
            others=tuple(
                Section(title, self.gathering.lines_of(lines)) for title, lines in self.others.items()
            ),
            extra={aside: self.aside} if self.aside else {},
        )
