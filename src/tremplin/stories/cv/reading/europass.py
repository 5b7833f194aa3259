"""Europass of today: the `Candidate` XML, read by bare names whatever its version."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from tremplin.stories.cv.reading.dates import ISO
from tremplin.stories.cv.reading.long_texts import Told, read_rich
from tremplin.stories.cv.reading.outcome import Gathering, Reading, UnreadableResume, quoted
from tremplin.stories.cv.reading.photos import photo_address
from tremplin.stories.cv.reading.telephones import international
from tremplin.stories.cv.reading.trees import all_text, bare_name, child, children, text
from tremplin.stories.cv.reading.values import is_before
from tremplin.stories.cv.reading.words import dimension_called, language_called, section_called
from tremplin.stories.cv.resume import (
    Award,
    Basics,
    Certificate,
    Education,
    Interest,
    Language,
    Location,
    Period,
    Post,
    Profile,
    Project,
    Publication,
    Reference,
    Resume,
    Section,
    Skill,
    When,
)

KIND: Final = "Europass"
HOME: Final = "fr"
EXTRA: Final = "x-europass"
"""Where a résumé keeps what Europass alone knows: birth date, nationality, codes."""


@dataclass(slots=True)
class _Draft:
    """The sections being filled."""

    gathering: Gathering
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
    aside: dict[str, object] = field(default_factory=dict)
    image: str = ""
    summary: str = ""

    def also(self, title: str, *says: str) -> None:
        """Add lines to a section of its own title."""
        if lines := [line for line in says if line]:
            self.others.setdefault(title, []).extend(lines)

    def keep_aside(self, name: str, value: object, label: str) -> None:
        """Keep what no page shows, and name it."""
        if value:
            self.aside[name] = value
            self.gathering.unshown.append(label)


def read_candidate(root: Element, gathering: Gathering) -> Reading:
    """Return what a Europass `Candidate` says.

    Args:
        root: its root element.
        gathering: where sentences go.

    Returns:
        The résumé; birth date, nationality and codes are in `extra`.

    Raises:
        UnreadableResume: nothing in it.
    """
    draft = _Draft(gathering)
    person = child(root, "CandidatePerson")
    profiles = list(children(root, "CandidateProfile"))
    if len(profiles) > 1:
        gathering.warn(f"Ce CV est écrit en {len(profiles)} langues\u00a0: seule la première est lue.")
    for part in children(profiles[0]) if profiles else ():
        _read_part(part, draft)
    _keep_person_aside(person, draft)
    draft.languages[:0] = _mother_tongues(person, gathering)
    reading = gathering.done(KIND, _resume(person, root, draft))
    if reading.is_empty:
        raise UnreadableResume("Ce CV Europass est vide\u00a0: aucun nom, aucune rubrique remplie.")
    return reading


def _resume(person: Element | None, root: Element, draft: _Draft) -> Resume:
    return Resume(
        basics=_basics(person, root, draft),
        work=tuple(draft.work),
        volunteer=tuple(draft.volunteer),
        education=tuple(draft.education),
        projects=tuple(draft.projects),
        skills=tuple(draft.skills),
        languages=tuple(draft.languages),
        certificates=tuple(draft.certificates),
        awards=tuple(draft.awards),
        publications=tuple(draft.publications),
        interests=tuple(draft.interests),
        references=tuple(draft.references),
        others=tuple(
            Section(title, draft.gathering.lines_of(lines)) for title, lines in draft.others.items()
        ),
        extra={EXTRA: draft.aside} if draft.aside else {},
    )


def _read_part(part: Element, draft: _Draft) -> None:
    name = bare_name(part)
    if read := PARTS.get(name):
        read(part, draft)
    elif name not in IGNORED and (words := all_text(part)):
        draft.keep_aside(name, words, name)


def _basics(person: Element | None, root: Element, draft: _Draft) -> Basics:
    gathering = draft.gathering
    name = _name(child(person, "PersonName")) or _name(
        child(root, "CandidateSupplier/PersonContact/PersonName")
    )
    if not name:
        gathering.warn("Aucun nom dans ce CV\u00a0: il sera celui de vos réglages.", "PersonName")
    channels = list(children(person, "Communication"))
    sites = [text(one, "URI") for one in channels if _channel(one) == "web"]
    return Basics(
        name=name,
        email=next((text(one, "URI") for one in channels if _channel(one) == "email"), ""),
        phone=next((_telephone(one) for one in channels if _channel(one) == "telephone"), ""),
        url=sites[0] if sites else "",
        image=draft.image,
        summary=gathering.line(draft.summary),
        location=_location(channels),
        profiles=(*_profiles(channels), *(Profile(url=one) for one in sites[1:])),
    )


def _name(element: Element | None) -> str:
    given, family = text(element, "GivenName", "FirstName"), text(element, "FamilyName", "Surname")
    return " ".join(part for part in (given, family) if part) or text(element, "FormattedName")


def _channel(one: Element) -> str:
    return text(one, "ChannelCode").casefold().replace(" ", "")


def _telephone(one: Element) -> str:
    return international(text(one, "CountryDialing"), text(one, "DialNumber", "FormattedNumber", "URI"))


def _location(channels: Iterable[Element]) -> Location | None:
    address = next((found for one in channels if (found := child(one, "Address")) is not None), None)
    if address is None:
        return None
    lines = [words for line in children(address, "AddressLine") if (words := text(line))]
    return Location(
        address="\n".join(lines),
        postal_code=text(address, "PostalCode"),
        city=text(address, "CityName"),
        country_code=_country(text(address, "CountryCode")),
        region=text(address, "CountrySubDivisionCode"),
    )


def _country(code: str) -> str:
    """Return a country in two capitals; three letters are kept whole, an address loses its path."""
    return code.rpartition("/")[2].upper()


def _profiles(channels: Iterable[Element]) -> Iterator[Profile]:
    for one in channels:
        if _channel(one) in {"socialmedia", "instantmessage"} and (uri := text(one, "URI")):
            network, has_address = text(one, "UseCode"), "/" in uri
            yield Profile(
                network=network if network.casefold() != "other" else "",
                username="" if has_address else uri,
                url=uri if has_address else "",
            )


def _keep_person_aside(person: Element | None, draft: _Draft) -> None:
    for path, label in PERSONAL.items():
        element = child(person, path)
        if element is not None:
            draft.keep_aside(path, all_text(element), label)


PERSONAL: Final[Mapping[str, str]] = {
    "BirthDate": "date de naissance",
    "BirthPlace": "lieu de naissance",
    "NationalityCode": "nationalité",
    "GenderCode": "genre",
    "WorkPermit": "permis de travail",
}


def _mother_tongues(person: Element | None, gathering: Gathering) -> list[Language]:
    return [
        Language(gathering.source, language_called(code), "Langue maternelle")
        for one in children(person, "PrimaryLanguageCode")
        if (code := text(one))
    ]


def when_of(element: Element | None, where: str, gathering: Gathering) -> When | None:
    """Return the date an element holds, told when it does not exist; None without any."""
    words = text(element, "FormattedDateTime", "DateText", "Year") or text(element)
    if not words:
        return None
    dated = ISO.fullmatch(words)
    when = When(dated[1] if dated else words)
    if when.parts is None:
        gathering.warn(f"{quoted(words)} n’est pas une date qui existe\u00a0: gardé tel quel.", where)
    return when


def _period(element: Element | None, where: str, gathering: Gathering) -> Period:
    if element is None:
        return Period()
    start = when_of(child(element, "StartDate"), where, gathering)
    current = text(element, "CurrentIndicator", "Ongoing").casefold() == "true"
    end = None if current else when_of(child(element, "EndDate"), where, gathering)
    if start and end and is_before(end, start):
        gathering.warn(f"la fin ({end}) est avant le début ({start})\u00a0: vérifiez ces dates.", where)
    return Period(start, end, current)


def _place(element: Element | None) -> str:
    """Return « Grenoble », or « Porto (PT) » abroad."""
    address = child(element, "OrganizationContact/Communication/Address")
    city = text(element, "City") or text(address, "CityName")
    country = _country(text(element, "Country") or text(address, "CountryCode"))
    return f"{city} ({country})" if city and country.casefold() not in {"", HOME} else city or country


def _told(element: Element | None, *names: str) -> Told:
    return read_rich(text(element, *names))


def _employers(part: Element, draft: _Draft) -> None:
    for employer in children(part, "EmployerHistory"):
        places = list(children(employer, "PositionHistory")) or [employer]
        draft.work += [_post(employer, one, draft.gathering) for one in places]


def _post(employer: Element, position: Element, gathering: Gathering) -> Post:
    organization = text(employer, "OrganizationName", "EmployerName")
    title = text(position, "PositionTitle")
    where = " · ".join(part for part in (organization, title) if part) or "EmployerHistory"
    told = _told(position, "Description", "JobDescription")
    dates = child(position, "EmploymentPeriod")
    if dates is None:
        dates = child(employer, "EmploymentPeriod")
    sector = text(employer, "IndustryCode")
    return Post(
        source=gathering.source,
        organization=organization,
        position=title,
        location=_place(position) or _place(employer),
        url=_site(employer),
        period=_period(dates, where, gathering),
        summary=gathering.line(told.summary),
        highlights=gathering.lines_of(told.points),
        extra={EXTRA: {"IndustryCode": sector}} if sector else {},
    )


def _site(element: Element) -> str:
    channels = children(child(element, "OrganizationContact"), "Communication")
    return next((text(one, "URI") for one in channels if _channel(one) == "web"), "")


def _studies(part: Element, draft: _Draft) -> None:
    draft.education += [
        _study(one, draft.gathering) for one in children(part, "EducationOrganizationAttendance")
    ]


def _study(one: Element, gathering: Gathering) -> Education:
    school, degree = text(one, "OrganizationName"), child(one, "EducationDegree")
    diploma = text(degree, "DegreeName") or text(one, "ProgramName")
    where = " · ".join(part for part in (school, diploma) if part) or "EducationHistory"
    told = _told(degree, "OccupationalSkillsCovered", "Description")
    level, thesis = text(one, "EducationLevelCode"), text(degree, "Thesis")
    points = (*told.points, f"Mémoire\u00a0: {read_rich(thesis).whole}") if thesis else told.points
    return Education(
        source=gathering.source,
        institution=school,
        area=_field(degree),
        study_type=diploma,
        location=_place(one),
        url=_site(one),
        period=_period(child(one, "AttendancePeriod"), where, gathering),
        score=text(degree, "FinalGrade/ScoreText"),
        summary=gathering.line(told.summary),
        highlights=gathering.lines_of(points),
        extra={EXTRA: {"EducationLevelCode": level}} if level else {},
    )


def _field(degree: Element | None) -> str:
    """Return a field of study in words; a code or an address says nothing to a reader."""
    words = text(degree, "DegreeMajor/ProgramConcentration", "DegreeMajor") or text(degree, "FieldOfStudy")
    return "" if "/" in words or words.isdigit() else words


def _qualifications(part: Element, draft: _Draft) -> None:
    for one in children(part):
        if bare_name(one) == "QualificationsSummary":
            draft.skills += [
                Skill(draft.gathering.source, name)
                for piece in read_rich(text(one)).whole.split(";")
                if (name := piece.strip())
            ]
        elif bare_name(one) == "PersonCompetency":
            _competency(one, draft)


def _competency(one: Element, draft: _Draft) -> None:
    name = text(one, "CompetencyName", "CompetencyID")
    if not name:
        return
    if text(one, "TaxonomyID").casefold() == "language":
        draft.languages.append(_language(one, draft.gathering))
    else:
        level = text(one, "ProficiencyLevel/ScoreText")
        draft.skills.append(Skill(draft.gathering.source, name, level))


def _language(one: Element, gathering: Gathering) -> Language:
    code = text(one, "CompetencyID", "CompetencyName")
    levels = {
        text(scale, "CompetencyDimensionTypeCode"): text(scale, "Score/ScoreText")
        for scale in children(one, "CompetencyDimension")
    }
    known = {scale: level for scale, level in levels.items() if level}
    fluency = in_one_line(known) if known else text(one, "ProficiencyLevel/ScoreText")
    extra = {EXTRA: {"CompetencyID": code, **known}}
    return Language(gathering.source, language_called(code), fluency, extra)


def in_one_line(levels: Mapping[str, str]) -> str:
    """Return the levels of a language in one line: the usual one, then the scales that differ.

    Args:
        levels: by scale of the European framework.

    Returns:
        « B2 », or « B2 (s’exprimer : B1) »; of two levels as usual, the lower one comes first.
    """
    counts = Counter(levels.values())
    usual = min(counts, key=lambda level: (-counts[level], level))
    apart = [f"{dimension_called(scale)}\u00a0: {level}" for scale, level in levels.items() if level != usual]
    return f"{usual} ({', '.join(apart)})" if apart else usual


def _skills(part: Element, draft: _Draft) -> None:
    """Read skills alone, or in groups that bear a title."""
    for one in children(part):
        if bare_name(one) == "PersonCompetency":
            _competency(one, draft)
            continue
        names = [name for inner in children(one) if (name := _skill_name(inner))]
        title = text(one, "Title")
        told = _told(one, "Description")
        if title and (names or told.whole):
            points = told.points or tuple(filter(None, [told.summary]))
            draft.skills.append(Skill(draft.gathering.source, title, keywords=(*names, *points)))
        elif title:
            draft.skills.append(Skill(draft.gathering.source, title))
        else:
            draft.skills += [Skill(draft.gathering.source, name) for name in (*names, *told.points)]


def _skill_name(element: Element) -> str:
    if bare_name(element) in {"Title", "Description", "Order"}:
        return ""
    return text(element, "CompetencyName", "Title", "Name") or text(element)


def _licences(part: Element, draft: _Draft) -> None:
    for one in children(part):
        if code := text(one, "LicenseTypeCode", "LicenseName", "Title"):
            draft.also("Permis", f"Permis {code}" if len(code) <= 3 else code)


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


def _titled(one: Element, draft: _Draft) -> _Titled:
    title = text(one, "Title", "Name", "CertificationName", "PublicationTitle")
    dates = next((found for name in DATED if (found := child(one, name)) is not None), None)
    if dates is not None and child(dates, "StartDate") is None and child(dates, "EndDate") is None:
        only = when_of(dates, title or bare_name(one), draft.gathering)
        period = Period(only, only)
    else:
        period = _period(dates, title or bare_name(one), draft.gathering)
    return _Titled(
        title,
        _told(one, "Description", "Abstract", "Reference"),
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


def _projects(part: Element, draft: _Draft) -> None:
    for one in children(part):
        _project(_titled(one, draft), draft)


def _project(one: _Titled, draft: _Draft) -> None:
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


def _voluntary(part: Element, draft: _Draft) -> None:
    for one in children(part):
        _volunteer(_titled(one, draft), draft)


def _volunteer(one: _Titled, draft: _Draft) -> None:
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


def _certifications(part: Element, draft: _Draft) -> None:
    for one in children(part):
        _certificate(_titled(one, draft), draft)


def _certificate(one: _Titled, draft: _Draft) -> None:
    name = one.title or " ".join(one.told.whole.split("\n"))
    if name:
        source = draft.gathering.source
        draft.certificates.append(Certificate(source, name, one.period.start, one.organization, one.url))


def _publications(part: Element, draft: _Draft) -> None:
    for one in children(part):
        told = _titled(one, draft)
        source, summary = draft.gathering.source, draft.gathering.line(told.told.whole)
        draft.publications.append(
            Publication(source, told.title, told.organization, told.period.start, told.url, summary)
        )


def _interests(part: Element, draft: _Draft) -> None:
    for one in children(part):
        _interest(_titled(one, draft), draft)


def _interest(one: _Titled, draft: _Draft) -> None:
    name, more = one.title or one.told.whole, one.told.whole
    if name:
        keywords = (more,) if more and more != name else ()
        draft.interests.append(Interest(draft.gathering.source, name, keywords))


def _references(part: Element, draft: _Draft) -> None:
    for one in children(part):
        name = _name(child(one, "PersonName")) or text(one, "FormattedName", "Title")
        said = _told(one, "Description", "Comment").whole or text(one, "PositionTitle")
        if name or said:
            draft.references.append(Reference(draft.gathering.source, name, said))


def _own_section(part: Element, draft: _Draft) -> None:
    """Read a section of the student's own: its title says where it goes."""
    title = text(part, "Title")
    kind = section_called(title)
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
            draft.awards.append(Award(draft.gathering.source, block.title, when, block.organization, said))
        elif kind == "references":
            draft.references.append(Reference(draft.gathering.source, block.title, block.told.whole))
        elif kind == "skills":
            draft.skills.append(Skill(draft.gathering.source, block.title or block.told.whole))
        else:
            draft.also(title or "Divers", block.line)


def _under(title: str) -> Callable[[Element, _Draft], None]:
    def read(part: Element, draft: _Draft) -> None:
        for one in children(part):
            draft.also(title, _titled(one, draft).line)

    return read


def _summary(part: Element, draft: _Draft) -> None:
    draft.summary = "\n".join(filter(None, [draft.summary, read_rich(text(part)).whole]))


def _attachment(part: Element, draft: _Draft) -> None:
    said = f"{text(part, 'Instructions')} {text(part, 'FileType')} {text(part, 'DocumentTitle')}".casefold()
    if "photo" not in said and "picture" not in said:
        draft.gathering.unshown.append(f"pièce jointe {text(part, 'FileName', 'DocumentTitle')}".strip())
        return
    draft.image = photo_address(text(part, "EmbeddedData"))
    if draft.image:
        draft.gathering.unshown.append("photo")
    else:
        draft.gathering.refuse(
            "La photo est abîmée ou d’un format inconnu\u00a0: laissée de côté.", "Attachment"
        )


IGNORED: Final = frozenset({"ID", "ProfileName", "Distribution"})
PARTS: Final[Mapping[str, Callable[[Element, _Draft], None]]] = {
    "ExecutiveSummary": _summary,
    "CandidateObjective": _summary,
    "EmploymentHistory": _employers,
    "EducationHistory": _studies,
    "Licenses": _licences,
    "Certifications": _certifications,
    "CourseCertifications": _certifications,
    "PublicationHistory": _publications,
    "PersonQualifications": _qualifications,
    "EmploymentReferences": _references,
    "HobbiesAndInterests": _interests,
    "Projects": _projects,
    "VoluntaryWorks": _voluntary,
    "Skills": _skills,
    "DigitalSkills": _skills,
    "CommunicationAndInterpersonalSkills": _skills,
    "ManagementAndLeadershipSkills": _skills,
    "OrganisationalSkills": _skills,
    "JobRelatedSkills": _skills,
    "OtherSkills": _skills,
    "CreativeWorks": _under("Créations"),
    "NetworksAndMemberships": _under("Réseaux et adhésions"),
    "ConferencesAndSeminars": _under("Conférences et séminaires"),
    "SocialAndPoliticalActivities": _under("Engagements"),
    "SpeakingHistory": _under("Interventions"),
    "PatentHistory": _under("Brevets"),
    "Attachment": _attachment,
    "Others": _own_section,
}
