"""Europass XML, the `Candidate` that its editor opens: long texts in HTML, one block for each custom entry.

What the format has no place for is written in words rather than lost: a headline opens the presentation, a
level that is no A1 to C2 stands beside the language.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from tremplin.network.domain import folded
from tremplin.stories.cv.reading.europass_values import EXTRA
from tremplin.stories.cv.reading.words import language_called
from tremplin.stories.cv.resume import (
    Basics,
    Education,
    Language,
    Line,
    Location,
    Period,
    Post,
    Project,
    Publication,
    Resume,
    Skill,
    When,
)
from tremplin.stories.cv.writing.printing import (
    AWARDS,
    CERTIFICATES,
    INTERESTS,
    PROJECTS,
    REFERENCES,
    account_address,
    diploma,
    with_commas,
)
from tremplin.stories.cv.writing.wording import international_phone, period_words, web_link

VOLUNTEERING: Final = "Bénévolat"
FRANCE: Final = "fr"
NAMESPACES: Final = {
    "xmlns": "http://www.europass.eu/1.0",
    "xmlns:hr": "http://www.hr-xml.org/3",
    "xmlns:oa": "http://www.openapplications.org/oagis/9",
    "xmlns:eures": "http://www.europass_eures.eu/1.0",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": "http://www.europass.eu/1.0 Candidate.xsd",
}
SOCIAL: Final = frozenset({"facebook", "twitter", "instagram", "linkedin", "youtube", "pinterest", "tumblr"})
SCALES: Final = (
    "CEF-Understanding-Listening",
    "CEF-Understanding-Reading",
    "CEF-Speaking-Interaction",
    "CEF-Speaking-Production",
    "CEF-Writing-Production",
)
LEVEL: Final = re.compile(r"\b[ABC][12]\b")
MOTHER_TONGUE: Final = re.compile(r"maternelle|natif|native|mother tongue", re.IGNORECASE)
TWO_DIGITS: Final = re.compile(r"2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]")
"""Countries dialled with two digits; those that begin with 1 or 7 have one, the others three."""

CODES: Final = (
    *(
        "fra",
        "eng",
        "deu",
        "spa",
        "ita",
        "por",
        "nld",
        "ara",
        "zho",
        "jpn",
        "kor",
        "rus",
        "pol",
        "ron",
        "tur",
    ),
    *(
        "ell",
        "ces",
        "slk",
        "slv",
        "hun",
        "swe",
        "dan",
        "fin",
        "nor",
        "ukr",
        "bul",
        "hrv",
        "srp",
        "bre",
        "cat",
    ),
    *("eus", "cos", "oci", "ltz", "gle", "heb", "hin", "fas", "vie"),
)
NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def to_europass(resume: Resume, *, photo: bytes = b"") -> bytes:
    """Write a résumé as Europass reads it.

    Args:
        resume: what to write, in its order.
        photo: a JPEG or PNG file; empty for none.

    Returns:
        XML in UTF-8; dates that do not exist are in words, for Europass would refuse the whole file.
    """
    root = Element("Candidate", NAMESPACES)
    _identified(root, "hr:DocumentID", "DocumentIdentifier", version="4.0")
    supplier = SubElement(root, "CandidateSupplier")
    _identified(supplier, "hr:PartyID", "PartyID", version="1.0")
    _said(supplier, "hr:PartyName", "Owner")
    contact = SubElement(supplier, "PersonContact")
    _name(contact, resume.basics.name)
    _channel(contact, "Email", resume.basics.email)
    _said(supplier, "hr:PrecedenceCode", "1")
    _person(SubElement(root, "CandidatePerson"), resume)
    _profile(SubElement(root, "CandidateProfile", languageCode=FRANCE), resume, photo)
    _rendering(root, resume)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _identified(parent: Element, tag: str, name: str, *, version: str) -> None:
    SubElement(
        parent,
        tag,
        schemeID="Tremplin",
        schemeName=name,
        schemeAgencyName="EUROPASS",
        schemeVersionID=version,
    )


def _said(parent: Element, tag: str, text: str) -> None:
    """Add an element that says something, and none that says nothing."""
    if clean := NOT_XML.sub("", text).strip():
        SubElement(parent, tag).text = clean


def _person(person: Element, resume: Resume) -> None:
    basics = resume.basics
    _name(person, basics.name)
    _channel(person, "Email", basics.email)
    _telephone(person, basics.phone)
    _channel(person, "Web", web_link(basics.url))
    for one in basics.profiles:
        network = one.network.strip().casefold()
        address = web_link(one.url) or web_link(account_address(one))
        _channel(person, "Social Media" if network in SOCIAL else "Web", address, network=network)
    if basics.location:
        _home(person, basics.location)
    for language in filter(_is_mother_tongue, resume.languages):
        code = language_code(language.language)
        tongue = SubElement(person, "PrimaryLanguageCode", name="NORMAL" if code else "FREE_TEXT")
        tongue.text = code or NOT_XML.sub("", language.language).strip()


def _name(parent: Element, name: str) -> None:
    """Write a name in two; the family name is what is in capitals at the end, or all but the first word."""
    words = name.split() or ["Sans", "nom"]
    capitals = next((at for at in range(1, len(words)) if all(one.isupper() for one in words[at:])), 1)
    person = SubElement(parent, "PersonName")
    _said(person, "oa:GivenName", " ".join(words[:capitals]))
    _said(person, "hr:FamilyName", " ".join(words[capitals:]))


def _channel(parent: Element, code: str, uri: str, *, network: str = "") -> None:
    if uri.strip():
        channel = SubElement(parent, "Communication")
        _said(channel, "ChannelCode", code)
        _said(channel, "UseCode", network if code == "Social Media" else "")
        _said(channel, "oa:URI", uri)


def _telephone(parent: Element, phone: str) -> None:
    digits = international_phone(phone).removeprefix("+")
    if not digits:
        return
    length = 1 if digits[0] in "17" else 2 if TWO_DIGITS.match(digits) else 3
    channel = SubElement(parent, "Communication")
    for tag, says in (
        ("ChannelCode", "Telephone"),
        ("UseCode", "mobile"),
        ("CountryDialing", digits[:length]),
        ("oa:DialNumber", digits[length:]),
        ("CountryCode", FRANCE if digits.startswith("33") else ""),
    ):
        _said(channel, tag, says)


def _home(parent: Element, location: Location) -> None:
    channel = SubElement(parent, "Communication")
    _said(channel, "UseCode", "home")
    address = SubElement(channel, "Address", type="home")
    for line in location.address.splitlines():
        _said(address, "oa:AddressLine", line)
    _said(address, "oa:CityName", location.city)
    _said(address, "CountryCode", location.country_code.lower())
    _said(address, "oa:PostalCode", location.postal_code)


def _profile(profile: Element, resume: Resume, photo: bytes) -> None:
    _identified(profile, "hr:ID", "CandidateProfileID", version="1.0")
    _said(profile, "hr:ExecutiveSummary", _presentation(resume.basics))
    employment = SubElement(profile, "EmploymentHistory")
    for post in resume.work:
        _post(employment, post)
    studies = SubElement(profile, "EducationHistory")
    for study in resume.education:
        _study(studies, study)
    publications = SubElement(profile, "PublicationHistory")
    for publication in resume.publications:
        _publication(publications, publication)
    qualifications = SubElement(profile, "PersonQualifications")
    for language in resume.languages:
        if not _is_mother_tongue(language):
            _language(qualifications, language)
    _photo(profile, resume.basics.image, photo)
    _skills(profile, resume.skills)
    for title, name, period, html in _customs(resume):
        _custom(profile, title, name, period, html)


def _presentation(basics: Basics) -> str:
    headline = basics.label.text.strip() if basics.label else ""
    opening = f"<p><strong>{escape(headline, quote=False)}</strong></p>" if headline else ""
    return opening + _html(basics.summary)


def _post(parent: Element, post: Post) -> None:
    employer = SubElement(parent, "EmployerHistory")
    _said(employer, "hr:OrganizationName", post.organization)
    _site(employer, post.url)
    position = SubElement(employer, "PositionHistory")
    SubElement(position, "PositionTitle", typeCode="FREETEXT").text = NOT_XML.sub("", post.position).strip()
    dates = SubElement(position, "eures:EmploymentPeriod")
    _dated(dates, post.period, prefix="eures:")
    _said(dates, "hr:CurrentIndicator", _truth(post.period.is_current))
    about = (_unsaid(post.period), post.description)
    _said(position, "oa:Description", _html(*about, post.summary, points=post.highlights))
    _said(position, "City", post.location)


def _study(parent: Element, study: Education) -> None:
    school = SubElement(parent, "EducationOrganizationAttendance")
    _said(school, "hr:OrganizationName", study.institution)
    if study.location.strip() or web_link(study.url):
        _site(school, study.url, city=study.location)
    dates = SubElement(school, "AttendancePeriod")
    _dated(dates, study.period)
    _said(dates, "Ongoing", _truth(study.period.is_current))
    degree = SubElement(school, "EducationDegree")
    _said(degree, "hr:DegreeName", diploma(study))
    courses = (*study.highlights, *study.courses)
    _said(degree, "OccupationalSkillsCovered", _html(_unsaid(study.period), study.summary, points=courses))
    if study.score.strip():
        _said(SubElement(degree, "FinalGrade"), "hr:ScoreText", study.score)


def _site(parent: Element, url: str, *, city: str = "") -> None:
    if not web_link(url) and not city.strip():
        return
    contact = SubElement(parent, "OrganizationContact")
    if city.strip():
        _said(SubElement(SubElement(contact, "Communication"), "Address"), "oa:CityName", city)
    _channel(contact, "Web", web_link(url))


def _dated(parent: Element, period: Period, *, prefix: str = "") -> None:
    """Write the dates that exist; the end of what still goes on is left out."""
    end = None if period.is_current else period.end
    for tag, when in (("StartDate", period.start), ("EndDate", end)):
        if when and when.parts:
            _said(SubElement(parent, f"{prefix}{tag}"), "hr:FormattedDateTime", when.text)


def _unsaid(period: Period) -> str:
    """Return in words a period of which a date does not exist."""
    given = (one for one in (period.start, period.end) if one)
    return period_words(period) if any(one.parts is None for one in given) else ""


def _going_on(period: Period) -> str:
    """Return in words a period that still goes on: an entry of one's own has no sign for it."""
    return period_words(period) if period.is_current else _unsaid(period)


def _publication(parent: Element, one: Publication) -> None:
    publication = SubElement(parent, "Publication")
    _said(publication, "hr:FormattedPublicationDescription", _html(one.summary))
    _said(publication, "Title", one.name)
    if one.on and one.on.parts:
        _said(publication, "Year", str(one.on.parts[0]))
    _said(publication, "Publisher", one.publisher)
    _said(publication, "Link", web_link(one.url))


def _is_mother_tongue(one: Language) -> bool:
    return MOTHER_TONGUE.search(one.fluency) is not None


def _language(parent: Element, one: Language) -> None:
    levels = dict(_levels(one))
    rest = "" if one.extra.get(EXTRA) else LEVEL.sub("", one.fluency).strip(" ()-·,;")
    code = "" if rest else language_code(one.language)
    competency = SubElement(parent, "PersonCompetency")
    named = SubElement(competency, "CompetencyID", schemeName="NORMAL" if code else "FREE_TEXT")
    named.text = code or NOT_XML.sub("", f"{one.language.strip()} ({rest})" if rest else one.language.strip())
    _said(competency, "hr:TaxonomyID", "language")
    for scale, level in levels.items():
        dimension = SubElement(competency, "eures:CompetencyDimension")
        _said(dimension, "hr:CompetencyDimensionTypeCode", scale)
        _said(SubElement(dimension, "eures:Score"), "hr:ScoreText", level)


def _levels(one: Language) -> Iterator[tuple[str, str]]:
    """Give the level of each scale: as Europass said it, or the one level written."""
    known = one.extra.get(EXTRA)
    said = LEVEL.search(one.fluency)
    for scale in SCALES:
        level = known.get(scale, "") if isinstance(known, Mapping) else said[0] if said else ""
        if level:
            yield scale, str(level)


@cache
def _codes() -> dict[str, str]:
    return {folded(language_called(code)): code for code in CODES}


def language_code(language: str) -> str:
    """Return the three letters of a language said in French, « Anglais » « eng »; empty when unknown."""
    return _codes().get(folded(language), "")


def _photo(parent: Element, image: str, photo: bytes) -> None:
    if photo:
        kind = "png" if photo.startswith(b"\x89PNG") else "jpeg"
        image = f"data:image/{kind};base64,{b64encode(photo).decode()}"
    if image.startswith("data:image/"):
        attachment = SubElement(parent, "eures:Attachment")
        _said(attachment, "oa:EmbeddedData", b64encode(image.encode()).decode())
        _said(attachment, "oa:FileType", "photo")
        _said(attachment, "hr:Instructions", "ProfilePicture")


def _skills(parent: Element, skills: Iterable[Skill]) -> None:
    """Write families as groups, the others alone; Europass refuses a skill said twice."""
    block = SubElement(parent, "Skills")
    seen: set[str] = set()
    for one in skills:
        name = (
            f"{one.name.strip()} ({one.level.strip()})" if one.name and one.level else one.name or one.level
        )
        members = _new(one.keywords, seen)
        if members:
            group = SubElement(block, "SkillsGroup")
            _said(group, "Title", name)
        for member in members or _new((name,), seen):
            competency = SubElement(group if members else block, "PersonCompetency")
            _said(competency, "hr:TaxonomyID", "Digital_Skill")
            _said(competency, "hr:CompetencyName", member)


def _new(names: Iterable[str], seen: set[str]) -> list[str]:
    found = []
    for name in names:
        key = name.strip().casefold()
        if key and key not in seen:
            seen.add(key)
            found.append(name)
    return found


Custom = tuple[str, str, Period, str]


def _customs(resume: Resume) -> Iterator[Custom]:
    """Give each entry of a section of the student's own: section, title, dates, text."""
    for post in resume.volunteer:
        about = (_going_on(post.period), post.description, post.location)
        named = with_commas(post.position, post.organization)
        yield VOLUNTEERING, named, post.period, _html(*about, post.summary, points=post.highlights)
    yield from (_project(one) for one in resume.projects)
    for certificate in resume.certificates:
        named = with_commas(certificate.name, certificate.issuer)
        yield CERTIFICATES, named, _day(certificate.on), _html(certificate.url)
    for award in resume.awards:
        yield AWARDS, award.title, _day(award.on), _html(award.awarder, award.summary)
    for section in resume.others:
        for line in section.lines:
            yield section.title or "Divers", line.text, Period(), ""
    for interest in resume.interests:
        yield INTERESTS, interest.name, Period(), _html(", ".join(interest.keywords))
    for reference in resume.references:
        yield REFERENCES, reference.name, Period(), _html(reference.reference)


def _project(one: Project) -> Custom:
    about = with_commas(one.entity, *one.roles, *one.keywords)
    html = _html(_going_on(one.period), one.description, about, one.url, points=one.highlights)
    return PROJECTS, one.name, one.period, html


def _day(when: When | None) -> Period:
    return Period(when, when) if when else Period()


def _custom(parent: Element, title: str, name: str, period: Period, html: str) -> None:
    if not name.strip() and not html:
        return
    block = SubElement(parent, "Others")
    _said(block, "Title", title)
    entry = SubElement(block, "Other")
    _said(entry, "Title", name.strip() or title)
    if any(one and one.parts for one in (period.start, period.end)):
        _dated(SubElement(entry, "Date"), period)
    _said(entry, "Description", html)


def _html(*texts: str | Line | None, points: Iterable[Line] = ()) -> str:
    """Write texts as paragraphs, then points as a list."""
    said = (line.strip() for text in texts if text for line in str(text).splitlines() if line.strip())
    paragraphs = "".join(f"<p>{escape(line, quote=False)}</p>" for line in said)
    items = "".join(f"<li>{escape(one.text.strip(), quote=False)}</li>" for one in points if one.text.strip())
    return f"{paragraphs}<ul>{items}</ul>" if items else paragraphs


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _rendering(root: Element, resume: Resume) -> None:
    """Ask for every section that holds something: Europass hides those that are not listed."""
    design = SubElement(SubElement(root, "RenderingInformation"), "Design")
    for tag, says in (("Template", "Template1"), ("Color", "Default"), ("FontSize", "Medium")):
        _said(design, tag, says)
    order = SubElement(design, "SectionsOrder")
    for name, held in (
        ("work-experience", resume.work),
        ("education-training", resume.education),
        ("language", resume.languages),
        ("profile-skills", resume.skills),
        ("publication", resume.publications),
    ):
        if held:
            _said(SubElement(order, "Section"), "Title", name)
