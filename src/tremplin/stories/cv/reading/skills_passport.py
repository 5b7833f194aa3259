"""Europass of before 2020: the `SkillsPassport`, in XML or in JSON; read, never written."""

from collections.abc import Iterator, Mapping
from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement

from tremplin.stories.cv.reading.long_texts import read_rich
from tremplin.stories.cv.reading.outcome import Gathering, Reading, UnreadableResume, quoted
from tremplin.stories.cv.reading.photos import photo_address
from tremplin.stories.cv.reading.telephones import in_pairs
from tremplin.stories.cv.reading.trees import all_text, bare_name, child, children, text
from tremplin.stories.cv.reading.values import is_before
from tremplin.stories.cv.reading.words import dimension_called, language_called
from tremplin.stories.cv.resume import (
    Basics,
    Certificate,
    Education,
    Language,
    Location,
    Period,
    Post,
    Profile,
    Project,
    Resume,
    Section,
    Skill,
    When,
)

KIND: Final = "Europass (ancien format)"
EXTRA: Final = "x-europass"
ACHIEVEMENTS: Final[Mapping[str, str]] = {
    "publications": "Publications",
    "presentations": "Présentations",
    "conferences": "Conférences",
    "honors_awards": "Prix et distinctions",
    "memberships": "Adhésions",
    "references": "Références",
    "courses": "Formations courtes",
    "seminars": "Séminaires",
    "workshops": "Ateliers",
}


def tree_of(value: Any, name: str = "SkillsPassport") -> Element:
    """Return the JSON of an old Europass as the tree its XML would be."""
    root = Element(name)
    _grow(root, value)
    return root


def _grow(parent: Element, value: Any) -> None:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            for one in inner if isinstance(inner, list) else [inner]:
                _grow(SubElement(parent, str(key)), one)
    elif value is not None:
        parent.text = str(value).lower() if isinstance(value, bool) else str(value)


def read_skills_passport(root: Element, gathering: Gathering) -> Reading:
    """Return what an old Europass says.

    Args:
        root: its root element.
        gathering: where sentences go.

    Returns:
        The résumé; birth date, nationality and gender are in `extra`.

    Raises:
        UnreadableResume: nothing in it.
    """
    learner = root if bare_name(root) == "LearnerInfo" else child(root, "LearnerInfo")
    skills = child(learner, "Skills")
    resume = Resume(
        basics=_basics(learner, gathering),
        work=tuple(_posts(learner, gathering)),
        education=tuple(_studies(learner, gathering)),
        projects=tuple(_projects(learner, gathering)),
        skills=tuple(_skills(skills, gathering)),
        languages=tuple(_languages(skills, gathering)),
        certificates=tuple(_certificates(skills, gathering)),
        others=tuple(_others(learner, skills, gathering)),
        extra=_aside(learner, gathering),
    )
    reading = gathering.done(KIND, resume)
    if reading.is_empty:
        raise UnreadableResume("Ce CV Europass est vide\u00a0: aucun nom, aucune rubrique remplie.")
    return reading


def _listed(parent: Element | None, name: str) -> Iterator[Element]:
    """Give the entries of a list: inside its own element in XML, bare in JSON."""
    yield from children(child(parent, f"{name}List"), name)
    yield from children(parent, name)


def _basics(learner: Element | None, gathering: Gathering) -> Basics:
    person = child(learner, "Identification")
    names = (text(person, "PersonName/FirstName"), text(person, "PersonName/Surname"))
    name = " ".join(part for part in names if part)
    if not name:
        gathering.warn("Aucun nom dans ce CV\u00a0: il sera celui de vos réglages.", "PersonName")
    info = child(person, "ContactInfo")
    sites = [found for one in _listed(info, "Website") if (found := text(one, "Contact"))]
    phones = [found for one in _listed(info, "Telephone") if (found := text(one, "Contact"))]
    label = text(learner, "Headline/Description/Label", "Headline/Description")
    image = photo_address(text(person, "Photo/Data"))
    if image:
        gathering.unshown.append("photo")
    return Basics(
        name=name,
        label=gathering.line(label),
        image=image,
        email=text(info, "Email/Contact"),
        phone=in_pairs(phones[0]) if phones else "",
        url=sites[0] if sites else "",
        location=_location(child(info, "Address/Contact")),
        profiles=tuple(_profiles(info, sites)),
    )


def _location(address: Element | None) -> Location | None:
    if address is None:
        return None
    return Location(
        address="\n".join(filter(None, (text(one) for one in children(address, "AddressLine")))),
        postal_code=text(address, "PostalCode"),
        city=text(address, "Municipality"),
        country_code=text(address, "Country/Code").upper(),
    )


def _profiles(info: Element | None, sites: list[str]) -> Iterator[Profile]:
    yield from (Profile(url=one) for one in sites[1:])
    for one in _listed(info, "InstantMessaging"):
        yield Profile(network=text(one, "Use/Label", "Use/Code"), username=text(one, "Contact"))


def _period(element: Element | None, where: str, gathering: Gathering) -> Period:
    start, end = (
        _when(child(element, "From"), where, gathering),
        _when(child(element, "To"), where, gathering),
    )
    current = text(element, "Current").casefold() == "true"
    if start and end and not current and is_before(end, start):
        gathering.warn(f"la fin ({end}) est avant le début ({start})\u00a0: vérifiez ces dates.", where)
    return Period(start, None if current else end, current)


def _when(element: Element | None, where: str, gathering: Gathering) -> When | None:
    """Read « year="2017" month="--09" day="---28" », or the same as elements."""
    if element is None:
        return None
    parts = [element.get(name, "") or text(element, name.capitalize()) for name in ("year", "month", "day")]
    bare = [part.strip("-").zfill(2) for part in parts if part.strip("-")]
    if not bare:
        return None
    when = When("-".join(bare))
    if when.parts is None:
        gathering.warn(f"{quoted(when)} n’est pas une date qui existe\u00a0: gardé tel quel.", where)
    return when


def _posts(learner: Element | None, gathering: Gathering) -> Iterator[Post]:
    for one in _listed(learner, "WorkExperience"):
        organization, position = text(one, "Employer/Name"), text(one, "Position/Label", "Position")
        told = read_rich(text(one, "Activities"))
        place = text(one, "Employer/ContactInfo/Address/Contact/Municipality")
        yield Post(
            source=gathering.source,
            organization=organization,
            position=position,
            location=place,
            url=text(one, "Employer/ContactInfo/Website/Contact"),
            period=_period(child(one, "Period"), organization or position or "WorkExperience", gathering),
            summary=gathering.line(told.summary),
            highlights=gathering.lines_of(told.points),
        )


def _studies(learner: Element | None, gathering: Gathering) -> Iterator[Education]:
    for one in _listed(learner, "Education"):
        school, diploma = text(one, "Organisation/Name"), text(one, "Title")
        told = read_rich(text(one, "Activities"))
        yield Education(
            source=gathering.source,
            institution=school,
            area=text(one, "Field/Label"),
            study_type=diploma,
            location=text(one, "Organisation/ContactInfo/Address/Contact/Municipality"),
            period=_period(child(one, "Period"), school or diploma or "Education", gathering),
            summary=gathering.line(told.summary),
            highlights=gathering.lines_of(told.points),
        )


def _projects(learner: Element | None, gathering: Gathering) -> Iterator[Project]:
    for one in _listed(learner, "Achievement"):
        if text(one, "Title/Code") != "projects":
            continue
        told = read_rich(text(one, "Description"))
        name = told.summary.split("\n")[0] or text(one, "Title/Label")
        rest = told.summary.partition("\n")[2]
        yield Project(
            source=gathering.source,
            name=name,
            description=gathering.line(rest),
            highlights=gathering.lines_of(told.points),
        )


def _skills(skills: Element | None, gathering: Gathering) -> Iterator[Skill]:
    for name, title in SKILLS.items():
        element = child(skills, name)
        told = read_rich(text(element, "Description"))
        said = (*filter(None, told.summary.split("\n")), *told.points)
        if said:
            yield Skill(gathering.source, title, keywords=said)


SKILLS: Final[Mapping[str, str]] = {
    "Communication": "Communication",
    "Organisational": "Organisation",
    "JobRelated": "Métier",
    "Computer": "Informatique",
    "Other": "Autres compétences",
}


def _languages(skills: Element | None, gathering: Gathering) -> Iterator[Language]:
    linguistic = child(skills, "Linguistic")
    for one in _listed(linguistic, "MotherTongue"):
        yield Language(gathering.source, _language(one), "Langue maternelle")
    for one in _listed(linguistic, "ForeignLanguage"):
        level = child(one, "ProficiencyLevel")
        scales = {bare_name(scale): text(scale) for scale in children(level) if text(scale)}
        told = ", ".join(f"{OLD_SCALES.get(scale, scale)}\u00a0: {mark}" for scale, mark in scales.items())
        same = set(scales.values())
        yield Language(gathering.source, _language(one), same.pop() if len(same) == 1 else told)


OLD_SCALES: Final[Mapping[str, str]] = {
    "Listening": dimension_called("CEF-Understanding-Listening"),
    "Reading": dimension_called("CEF-Understanding-Reading"),
    "SpokenInteraction": dimension_called("CEF-Speaking-Interaction"),
    "SpokenProduction": dimension_called("CEF-Speaking-Production"),
    "Writing": dimension_called("CEF-Writing-Production"),
}


def _language(one: Element) -> str:
    return text(one, "Description/Label") or language_called(text(one, "Description/Code"))


def _certificates(skills: Element | None, gathering: Gathering) -> Iterator[Certificate]:
    for language in _listed(child(skills, "Linguistic"), "ForeignLanguage"):
        for one in _listed(language, "Certificate"):
            if title := text(one, "Title"):
                on = _when(child(one, "Date"), title, gathering)
                yield Certificate(gathering.source, title, on, text(one, "AwardingBody"))


def _others(learner: Element | None, skills: Element | None, gathering: Gathering) -> Iterator[Section]:
    licences = [text(one) for one in _listed(child(skills, "Driving/Description"), "Licence")]
    if codes := [code for code in licences if code]:
        yield Section("Permis", gathering.lines_of(f"Permis {code}" for code in codes))
    for one in _listed(learner, "Achievement"):
        code = text(one, "Title/Code")
        title = text(one, "Title/Label") or ACHIEVEMENTS.get(code, "Divers")
        told = read_rich(text(one, "Description"))
        if code != "projects" and told.whole:
            yield Section(title, gathering.lines_of(told.whole.split("\n")))


def _aside(learner: Element | None, gathering: Gathering) -> dict[str, Any]:
    demographics = child(learner, "Identification/Demographics")
    kept: dict[str, Any] = {}
    born = _when(child(demographics, "Birthdate"), "Birthdate", gathering)
    if born:
        kept["BirthDate"] = born.text
        gathering.unshown.append("date de naissance")
    for name, label in (("Nationality", "nationalité"), ("Gender", "genre")):
        if said := [all_text(one) for one in _listed(demographics, name)]:
            kept[name] = said
            gathering.unshown.append(label)
    return {EXTRA: kept} if kept else {}
