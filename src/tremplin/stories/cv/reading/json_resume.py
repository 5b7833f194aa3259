"""JSON Resume, of any version: what is well written comes back as it was, the rest is told."""

import json
from collections.abc import Mapping
from typing import Any, Final

from tremplin.stories.cv.reading.addresses import looks_like_a_site, looks_like_an_email
from tremplin.stories.cv.reading.outcome import Gathering, Reading, UnreadableResume, quoted
from tremplin.stories.cv.reading.values import BLANK, Record, cleaned, entries
from tremplin.stories.cv.resume import (
    Award,
    Basics,
    Certificate,
    Education,
    Interest,
    Language,
    Location,
    Post,
    Profile,
    Project,
    Publication,
    Reference,
    Resume,
    Section,
    Skill,
)

KIND: Final = "JSON Resume"
KNOWN: Final = frozenset(
    {
        "basics",
        "work",
        "volunteer",
        "education",
        "awards",
        "certificates",
        "publications",
        "skills",
        "languages",
        "interests",
        "references",
        "projects",
    }
)
MOST_TOLD: Final = 5
OWN_SECTIONS: Final = "x-sections"
"""Where Tremplin writes the sections JSON Resume does not know."""


def parsed(text: str, gathering: Gathering) -> Any:
    """Return the value a JSON text holds; a key written twice is told.

    Raises:
        UnreadableResume: no JSON, with the line and the column of the fault.
    """

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        for key in {key for at, (key, _) in enumerate(pairs) if key in dict(pairs[:at])}:
            gathering.warn(f"La clé {quoted(key)} est écrite deux fois\u00a0: la dernière est lue.")
        return dict(pairs)

    try:
        value = json.loads(text, object_pairs_hook=once, parse_constant=_no_number)
    except json.JSONDecodeError as problem:
        raise UnreadableResume(_fault(problem)) from problem
    except RecursionError as problem:
        raise UnreadableResume("Ce JSON est imbriqué sans fin\u00a0: il n’a pas été lu.") from problem
    except ValueError as problem:
        if isinstance(problem, UnreadableResume):
            raise
        raise UnreadableResume("Ce JSON contient un nombre démesuré\u00a0: il n’a pas été lu.") from problem
    return cleaned(value, gathering)


def _no_number(word: str) -> Any:
    raise UnreadableResume(
        f"{quoted(word)} n’est pas du JSON\u00a0: remplacez-le par une valeur, ou par null."
    )


def _fault(problem: json.JSONDecodeError) -> str:
    """Say where the JSON stops being JSON, and what to do."""
    text, place = problem.doc, f"ligne {problem.lineno}, colonne {problem.colno}"
    if not text[problem.pos :].strip():
        return f"Ce JSON est coupé\u00a0: il s’arrête {place}. Exportez-le de nouveau."
    if _is_trailing_comma(text, problem.pos):
        return f"Ce JSON a une virgule en trop, {place}. Retirez-la, puis recommencez."
    if problem.msg == "Extra data":
        return f"Ce JSON est suivi d’un autre texte, {place}. Retirez-le, puis recommencez."
    if "control character" in problem.msg:
        return f"Ce JSON a un retour à la ligne au milieu d’un texte, {place}. Écrivez \\n à la place."
    return f"Ce fichier n’est plus du JSON {place}, devant {quoted(text[problem.pos : problem.pos + 20])}."


def _is_trailing_comma(text: str, at: int) -> bool:
    before, after = text[:at].rstrip(), text[at:].lstrip()
    closes = after[:1] in {"}", "]"} and before[-1:] == ","
    return closes or (after[:1] == "," and after[1:].lstrip()[:1] in {"}", "]"})


def resume_of(value: Any, gathering: Gathering) -> Reading:
    """Return the résumé a parsed JSON holds.

    Raises:
        UnreadableResume: no object, or none of the sections of JSON Resume.
    """
    if not isinstance(value, Mapping):
        raise UnreadableResume("Ce JSON n’est pas un CV\u00a0: JSON Resume commence par une accolade.")
    if not KNOWN.intersection(value):
        raise UnreadableResume(
            "Ce JSON n’est pas un CV\u00a0: il n’a aucune rubrique de JSON Resume (basics, work, education…)."
        )
    resume = _resume(Record(value, "", gathering))
    _tell_open_ends(resume, gathering)
    reading = gathering.done(KIND, resume)
    if reading.is_empty:
        raise UnreadableResume("Ce CV est vide\u00a0: aucun nom, aucune rubrique remplie.")
    return reading


def _tell_open_ends(resume: Resume, gathering: Gathering) -> None:
    """Say which entries go on for want of an end: JSON Resume has no other way to write it."""
    posts = [
        post.position or post.organization for post in (*resume.work, *resume.volunteer) if _is_open(post)
    ]
    names = [*posts, *(one.study_type or one.institution for one in resume.education if _is_open(one))]
    if names:
        told = ", ".join(map(quoted, names[:MOST_TOLD])) + (", …" if len(names) > MOST_TOLD else "")
        gathering.warn(
            f"Sans date de fin, donc lu comme en cours\u00a0: {told}. Ajoutez la fin si c’est fini."
        )


def _is_open(entry: Post | Education) -> bool:
    return entry.period.is_current and entry.period.end is None


def _resume(top: Record) -> Resume:
    gathering = top.gathering

    def section(key: str, read: Any, bare: str, second: str = "") -> Any:
        value = top.values.get(key)
        if value in BLANK or (isinstance(value, list) and all(one in BLANK for one in value)):
            return ()
        return entries(top.take(key), key, gathering, read, bare=bare, second=second)

    return Resume(
        basics=_basics(top),
        work=section("work", _work, "position"),
        volunteer=section("volunteer", _volunteer, "position"),
        education=section("education", _education, "institution"),
        projects=section("projects", _project, "name"),
        skills=section("skills", _skill, "name", "level"),
        languages=section("languages", _language, "language", "fluency"),
        certificates=section("certificates", _certificate, "name"),
        awards=section("awards", _award, "title"),
        publications=section("publications", _publication, "name"),
        interests=section("interests", _interest, "name"),
        references=section("references", _reference, "reference"),
        others=section(OWN_SECTIONS, _section, "title"),
        meta=top.take("meta") if top.values.get("meta") and isinstance(top.values["meta"], Mapping) else {},
        extra=top.aside(),
    )


def _basics(top: Record) -> Basics:
    value = top.values.get("basics")
    if not isinstance(value, Mapping) or not value:
        top.gathering.warn("Aucun nom dans ce CV\u00a0: il sera celui de vos réglages.", "basics")
        return Basics()
    top.take("basics")
    record = Record(value, "basics", top.gathering)
    basics = Basics(
        name=record.text("name"),
        label=record.line("label"),
        image=record.text("image", "picture"),
        email=record.text("email"),
        phone=record.text("phone"),
        url=record.text("url", "website"),
        summary=record.line("summary"),
        location=_location(record),
        profiles=_profiles(record),
        extra=record.aside(),
    )
    _doubt(basics, record)
    return basics


def _doubt(basics: Basics, record: Record) -> None:
    gathering = record.gathering
    if not basics.name.strip():
        gathering.warn("Aucun nom dans ce CV\u00a0: il sera celui de vos réglages.", "basics.name")
    if basics.email and not looks_like_an_email(basics.email):
        why = f"{quoted(basics.email)} n’est pas une adresse électronique\u00a0: gardé, à corriger."
        gathering.warn(why, "basics.email")
    if basics.url and not looks_like_a_site(basics.url):
        why = f"{quoted(basics.url)} n’est pas l’adresse d’un site\u00a0: gardé, à corriger."
        gathering.warn(why, "basics.url")


def _location(record: Record) -> Location | None:
    value = record.values.get("location")
    if isinstance(value, str) and value.strip():
        record.take("location")
        record.gathering.warn("un texte, lu comme une ville.", "basics.location")
        return Location(city=value)
    if not isinstance(value, Mapping) or not value:
        return None
    record.take("location")
    inner = Record(value, "basics.location", record.gathering)
    return Location(
        address=inner.text("address"),
        postal_code=inner.text("postalCode"),
        city=inner.text("city"),
        country_code=inner.text("countryCode"),
        region=inner.text("region"),
        extra=inner.aside(),
    )


def _profiles(record: Record) -> tuple[Profile, ...]:
    value = record.values.get("profiles")
    if value in BLANK:
        return ()
    record.take("profiles")
    return entries(value, "basics.profiles", record.gathering, _profile, bare="url")


def _profile(one: Record) -> Profile:
    return Profile(
        network=one.text("network"),
        username=one.text("username"),
        url=one.text("url"),
        extra=one.aside(),
    )


def _work(one: Record) -> Post:
    return _post(one, one.text("name", "company"))


def _volunteer(one: Record) -> Post:
    return _post(one, one.text("organization", "name"))


def _post(one: Record, organization: str) -> Post:
    return Post(
        source=one.gathering.source,
        organization=organization,
        position=one.text("position"),
        location=one.text("location"),
        description=one.text("description"),
        url=one.text("url", "website"),
        period=one.period(goes_on=True),
        summary=one.line("summary"),
        highlights=one.lines("highlights"),
        extra=one.aside(),
    )


def _education(one: Record) -> Education:
    return Education(
        source=one.gathering.source,
        institution=one.text("institution"),
        area=one.text("area"),
        study_type=one.text("studyType"),
        location=one.text("location"),
        url=one.text("url", "website"),
        period=one.period(goes_on=True),
        score=one.text("score", "gpa"),
        summary=one.line("summary"),
        courses=one.lines("courses"),
        highlights=one.lines("highlights"),
        extra=one.aside(),
    )


def _project(one: Record) -> Project:
    return Project(
        source=one.gathering.source,
        name=one.text("name"),
        description=one.line("description", "summary"),
        location=one.text("location"),
        url=one.text("url", "website"),
        period=one.period(),
        highlights=one.lines("highlights"),
        keywords=one.words("keywords"),
        roles=one.words("roles"),
        entity=one.text("entity"),
        kind=one.text("type"),
        extra=one.aside(),
    )


def _skill(one: Record) -> Skill:
    return Skill(
        one.gathering.source,
        name=one.text("name"),
        level=one.text("level"),
        keywords=one.words("keywords"),
        extra=one.aside(),
    )


def _language(one: Record) -> Language:
    return Language(
        one.gathering.source,
        language=one.text("language", "name"),
        fluency=one.text("fluency", "level"),
        extra=one.aside(),
    )


def _certificate(one: Record) -> Certificate:
    return Certificate(
        one.gathering.source,
        name=one.text("name"),
        on=one.when("date"),
        issuer=one.text("issuer"),
        url=one.text("url"),
        extra=one.aside(),
    )


def _award(one: Record) -> Award:
    return Award(
        one.gathering.source,
        title=one.text("title", "name"),
        on=one.when("date"),
        awarder=one.text("awarder"),
        summary=one.line("summary"),
        extra=one.aside(),
    )


def _publication(one: Record) -> Publication:
    return Publication(
        one.gathering.source,
        name=one.text("name"),
        publisher=one.text("publisher"),
        on=one.when("releaseDate"),
        url=one.text("url", "website"),
        summary=one.line("summary"),
        extra=one.aside(),
    )


def _interest(one: Record) -> Interest:
    return Interest(
        one.gathering.source, name=one.text("name"), keywords=one.words("keywords"), extra=one.aside()
    )


def _reference(one: Record) -> Reference:
    return Reference(
        one.gathering.source, name=one.text("name"), reference=one.text("reference"), extra=one.aside()
    )


def _section(one: Record) -> Section:
    return Section(one.text("title"), one.lines("lines"))
