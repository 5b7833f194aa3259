"""The sections of Europass made of blocks with a title: projects, interests, one's own sections."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from tremplin.stories.cv.reading.europass_values import EuropassDraft, name_of, period_of, told_of, when_of
from tremplin.stories.cv.reading.long_texts import Told
from tremplin.stories.cv.reading.trees import bare_name, child, children, text
from tremplin.stories.cv.reading.words import section_like
from tremplin.stories.cv.resume import (
    Award,
    Certificate,
    Interest,
    Period,
    Post,
    Project,
    Publication,
    Reference,
    Skill,
)


@dataclass(frozen=True, slots=True)
class _Titled:
    """A block with a title: project, hobby, voluntary work, anything of one's own."""

    title: str
    told: Told
    period: Period
    url: str
    organization: str
    place: str

    @property
    def line(self) -> str:
        """All of it in one line: « Conférence X (2024) : ce qui y fut dit »."""
        start = self.period.start.text if self.period.start else ""
        head = f"{self.title} ({start})" if start and self.title else self.title or start
        rest = " ".join(self.told.whole.split("\n"))
        return f"{head}\u00a0: {rest}" if head and rest else head or rest


def _titled(one: Element, draft: EuropassDraft) -> _Titled:
    title = text(one, "Title", "Name", "CertificationName", "PublicationTitle")
    dates = next((found for name in DATED if (found := child(one, name)) is not None), None)
    if dates is not None and child(dates, "StartDate") is None and child(dates, "EndDate") is None:
        only = when_of(dates, title or bare_name(one), draft.gathering)
        period = Period(only, only)
    else:
        period = period_of(dates, title or bare_name(one), draft.gathering)
    return _Titled(
        title,
        told_of(one, "Description", "Abstract", "Reference"),
        period,
        text(one, "Link", "URL", "URI") or text(child(one, "Communication"), "URI"),
        text(one, "OrganizationName", "Organization", "IssuingAuthorityName", "Publisher")
        or text(child(one, "IssuingAuthority"), "Name"),
        text(one, "Location", "City"),
    )


DATED: Final = (
    "Date",
    "Period",
    "EmploymentPeriod",
    "AttendancePeriod",
    "Year",
    "CertificationDate",
    "FirstIssuedDate",
)


def read_projects(part: Element, draft: EuropassDraft) -> None:
    """Read the projects."""
    for one in children(part):
        _project(_titled(one, draft), draft)


def _project(one: _Titled, draft: EuropassDraft) -> None:
    gathering = draft.gathering
    draft.projects.append(
        Project(
            source=gathering.source,
            name=one.title,
            description=gathering.line(one.told.summary),
            location=one.place,
            url=one.url,
            period=one.period,
            highlights=gathering.lines_of(one.told.points),
            entity=one.organization,
        )
    )


def read_voluntary(part: Element, draft: EuropassDraft) -> None:
    """Read the voluntary works."""
    for one in children(part):
        _volunteer(_titled(one, draft), draft)


def _volunteer(one: _Titled, draft: EuropassDraft) -> None:
    gathering = draft.gathering
    draft.volunteer.append(
        Post(
            source=gathering.source,
            organization=one.organization,
            position=one.title,
            location=one.place,
            url=one.url,
            period=one.period,
            summary=gathering.line(one.told.summary),
            highlights=gathering.lines_of(one.told.points),
        )
    )


def read_certifications(part: Element, draft: EuropassDraft) -> None:
    """Read certifications, and courses that end with one."""
    for one in children(part):
        _certificate(_titled(one, draft), draft)


def _certificate(one: _Titled, draft: EuropassDraft) -> None:
    name = one.title or " ".join(one.told.whole.split("\n"))
    if name:
        source = draft.source
        draft.certificates.append(Certificate(source, name, one.period.start, one.organization, one.url))


def read_publications(part: Element, draft: EuropassDraft) -> None:
    """Read the publications."""
    for one in children(part):
        told = _titled(one, draft)
        source, summary = draft.source, draft.gathering.line(told.told.whole)
        draft.publications.append(
            Publication(source, told.title, told.organization, told.period.start, told.url, summary)
        )


def read_interests(part: Element, draft: EuropassDraft) -> None:
    """Read hobbies and interests."""
    for one in children(part):
        _interest(_titled(one, draft), draft)


def _interest(one: _Titled, draft: EuropassDraft) -> None:
    name, more = one.title or one.told.whole, one.told.whole
    if name:
        keywords = (more,) if more and more != name else ()
        draft.interests.append(Interest(draft.source, name, keywords))


def read_references(part: Element, draft: EuropassDraft) -> None:
    """Read who recommends the student."""
    for one in children(part):
        name = name_of(child(one, "PersonName")) or text(one, "FormattedName", "Title")
        said = told_of(one, "Description", "Comment").whole or text(one, "PositionTitle")
        if name or said:
            draft.references.append(Reference(draft.source, name, said))


def read_own_section(part: Element, draft: EuropassDraft) -> None:
    """Read a section of the student's own: its title says where it goes."""
    title = text(part, "Title")
    kind = section_like(title)
    place = {
        "projects": _project,
        "volunteer": _volunteer,
        "work": _volunteer,
        "interests": _interest,
        "certificates": _certificate,
    }.get(kind)
    for one in children(part):
        if bare_name(one) in {"Title", "Order"}:
            continue
        block = _titled(one, draft)
        if place:
            place(block, draft)
        elif kind == "awards":
            when, said = block.period.start, draft.gathering.line(block.told.whole)
            draft.awards.append(Award(draft.source, block.title, when, block.organization, said))
        elif kind == "references":
            draft.references.append(Reference(draft.source, block.title, block.told.whole))
        elif kind == "skills":
            draft.skills.append(Skill(draft.source, block.title or block.told.whole))
        else:
            draft.also(title or "Divers", block.line)


def read_licences(part: Element, draft: EuropassDraft) -> None:
    """Read driving licences, and any other."""
    for one in children(part):
        if code := text(one, "LicenseTypeCode", "LicenseName", "Title"):
            draft.also("Permis", f"Permis {code}" if len(code) <= 3 else code)


def read_under(title: str) -> Callable[[Element, EuropassDraft], None]:
    """Return what reads a section whose blocks become lines under a title."""

    def read(part: Element, draft: EuropassDraft) -> None:
        for one in children(part):
            draft.also(title, _titled(one, draft).line)

    return read
