"""Posts and studies of Europass."""

from xml.etree.ElementTree import Element

from tremplin.stories.cv.reading.europass_values import (
    EXTRA,
    EuropassDraft,
    period_of,
    place_of,
    site_of,
    told_of,
)
from tremplin.stories.cv.reading.long_texts import read_rich
from tremplin.stories.cv.reading.outcome import Gathering
from tremplin.stories.cv.reading.trees import child, children, text
from tremplin.stories.cv.resume import Education, Post


def read_employers(part: Element, draft: EuropassDraft) -> None:
    """Read the posts, employer by employer."""
    for employer in children(part, "EmployerHistory"):
        places = list(children(employer, "PositionHistory")) or [employer]
        draft.work += [_post(employer, one, draft.gathering) for one in places]


def _post(employer: Element, position: Element, gathering: Gathering) -> Post:
    organization = text(employer, "OrganizationName", "EmployerName")
    title = text(position, "PositionTitle")
    where = " · ".join(part for part in (organization, title) if part) or "EmployerHistory"
    told = told_of(position, "Description", "JobDescription")
    dates = child(position, "EmploymentPeriod")
    if dates is None:
        dates = child(employer, "EmploymentPeriod")
    sector = text(employer, "IndustryCode")
    return Post(
        source=gathering.source,
        organization=organization,
        position=title,
        location=place_of(position) or place_of(employer),
        url=site_of(employer),
        period=period_of(dates, where, gathering),
        summary=gathering.line(told.summary),
        highlights=gathering.lines_of(told.points),
        extra={EXTRA: {"IndustryCode": sector}} if sector else {},
    )


def read_studies(part: Element, draft: EuropassDraft) -> None:
    """Read the studies."""
    draft.education += [
        _study(one, draft.gathering) for one in children(part, "EducationOrganizationAttendance")
    ]


def _study(one: Element, gathering: Gathering) -> Education:
    school, degree = text(one, "OrganizationName"), child(one, "EducationDegree")
    diploma = text(degree, "DegreeName") or text(one, "ProgramName")
    where = " · ".join(part for part in (school, diploma) if part) or "EducationHistory"
    told = told_of(degree, "OccupationalSkillsCovered", "Description")
    level, thesis = text(one, "EducationLevelCode"), text(degree, "Thesis")
    points = (*told.points, f"Mémoire\u00a0: {read_rich(thesis).whole}") if thesis else told.points
    return Education(
        source=gathering.source,
        institution=school,
        area=_field(degree),
        study_type=diploma,
        location=place_of(one),
        url=site_of(one),
        period=period_of(child(one, "AttendancePeriod"), where, gathering),
        score=text(degree, "FinalGrade/ScoreText"),
        summary=gathering.line(told.summary),
        highlights=gathering.lines_of(points),
        extra={EXTRA: {"EducationLevelCode": level}} if level else {},
    )


def _field(degree: Element | None) -> str:
    """Return a field of study in words; a code or an address says nothing to a reader."""
    words = text(degree, "DegreeMajor/ProgramConcentration", "DegreeMajor") or text(degree, "FieldOfStudy")
    return "" if "/" in words or words.isdigit() else words
