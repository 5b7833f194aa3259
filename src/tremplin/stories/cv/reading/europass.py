"""Europass of today: the `Candidate` XML, read by bare names whatever its version."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from tremplin.stories.cv.reading.europass_blocks import (
    read_certifications,
    read_interests,
    read_licences,
    read_own_section,
    read_projects,
    read_publications,
    read_references,
    read_under,
    read_voluntary,
)
from tremplin.stories.cv.reading.europass_history import read_employers, read_studies
from tremplin.stories.cv.reading.europass_skills import read_qualifications, read_skills
from tremplin.stories.cv.reading.europass_values import (
    EXTRA,
    EuropassDraft,
    channel_of,
    country_of,
    name_of,
)
from tremplin.stories.cv.reading.long_texts import read_rich
from tremplin.stories.cv.reading.outcome import Gathering, Reading, UnreadableResume
from tremplin.stories.cv.reading.photos import photo_address
from tremplin.stories.cv.reading.telephones import international
from tremplin.stories.cv.reading.trees import all_text, bare_name, child, children, text
from tremplin.stories.cv.reading.words import language_called
from tremplin.stories.cv.resume import Basics, Language, Location, Profile

KIND: Final = "Europass"


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
    draft = EuropassDraft(gathering)
    person = child(root, "CandidatePerson")
    profiles = list(children(root, "CandidateProfile"))
    if len(profiles) > 1:
        gathering.warn(f"Ce CV est écrit en {len(profiles)} langues\u00a0: seule la première est lue.")
    for part in children(profiles[0]) if profiles else ():
        _read_part(part, draft)
    _keep_person_aside(person, draft)
    draft.languages[:0] = _mother_tongues(person, gathering)
    reading = gathering.done(KIND, draft.resume(_basics(person, root, draft), aside=EXTRA))
    if reading.is_empty:
        raise UnreadableResume("Ce CV Europass est vide\u00a0: aucun nom, aucune rubrique remplie.")
    return reading


def _read_part(part: Element, draft: EuropassDraft) -> None:
    name = bare_name(part)
    if read := PARTS.get(name):
        read(part, draft)
    elif name not in IGNORED and (words := all_text(part)):
        draft.keep_aside(name, words, name)


def _basics(person: Element | None, root: Element, draft: EuropassDraft) -> Basics:
    gathering = draft.gathering
    name = name_of(child(person, "PersonName")) or name_of(
        child(root, "CandidateSupplier/PersonContact/PersonName")
    )
    if not name:
        gathering.warn("Aucun nom dans ce CV\u00a0: il sera celui de vos réglages.", "PersonName")
    channels = list(children(person, "Communication"))
    sites = [text(one, "URI") for one in channels if channel_of(one) == "web"]
    return Basics(
        name=name,
        email=next((text(one, "URI") for one in channels if channel_of(one) == "email"), ""),
        phone=next((_telephone(one) for one in channels if channel_of(one) == "telephone"), ""),
        url=sites[0] if sites else "",
        image=draft.image,
        summary=gathering.line("\n".join(draft.summary)),
        location=_location(channels),
        profiles=(*_profiles(channels), *(Profile(url=one) for one in sites[1:])),
    )


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
        country_code=country_of(text(address, "CountryCode")),
        region=text(address, "CountrySubDivisionCode"),
    )


def _profiles(channels: Iterable[Element]) -> Iterator[Profile]:
    for one in channels:
        if channel_of(one) in {"socialmedia", "instantmessage"} and (uri := text(one, "URI")):
            network, has_address = text(one, "UseCode"), "/" in uri
            yield Profile(
                network=network if network.casefold() != "other" else "",
                username="" if has_address else uri,
                url=uri if has_address else "",
            )


def _keep_person_aside(person: Element | None, draft: EuropassDraft) -> None:
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


def _summary(part: Element, draft: EuropassDraft) -> None:
    draft.summary += filter(None, [read_rich(text(part)).whole])


def _attachment(part: Element, draft: EuropassDraft) -> None:
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
PARTS: Final[Mapping[str, Callable[[Element, EuropassDraft], None]]] = {
    "ExecutiveSummary": _summary,
    "CandidateObjective": _summary,
    "EmploymentHistory": read_employers,
    "EducationHistory": read_studies,
    "Licenses": read_licences,
    "Certifications": read_certifications,
    "CourseCertifications": read_certifications,
    "PublicationHistory": read_publications,
    "PersonQualifications": read_qualifications,
    "EmploymentReferences": read_references,
    "HobbiesAndInterests": read_interests,
    "Projects": read_projects,
    "VoluntaryWorks": read_voluntary,
    "Skills": read_skills,
    "DigitalSkills": read_skills,
    "CommunicationAndInterpersonalSkills": read_skills,
    "ManagementAndLeadershipSkills": read_skills,
    "OrganisationalSkills": read_skills,
    "JobRelatedSkills": read_skills,
    "OtherSkills": read_skills,
    "CreativeWorks": read_under("Créations"),
    "NetworksAndMemberships": read_under("Réseaux et adhésions"),
    "ConferencesAndSeminars": read_under("Conférences et séminaires"),
    "SocialAndPoliticalActivities": read_under("Engagements"),
    "SpeakingHistory": read_under("Interventions"),
    "PatentHistory": read_under("Brevets"),
    "Attachment": _attachment,
    "Others": read_own_section,
}
