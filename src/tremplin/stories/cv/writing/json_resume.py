"""JSON Resume: what was read comes back, what Tremplin knows is added under its own name."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from tremplin.stories.cv.resume import (
    Award,
    Basics,
    Certificate,
    Education,
    Extra,
    Interest,
    Language,
    Line,
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
)

ONGOING: Final = "x-ongoing"
OWN_SECTIONS: Final = "x-sections"


def json_resume(resume: Resume) -> dict[str, Any]:
    """Return a résumé as JSON Resume 1.x holds it.

    Args:
        resume: the résumé.

    Returns:
        Only what says something, and the values that were read beside, as they were.
    """
    made = {
        "basics": _basics(resume.basics),
        "work": _each(_work, resume.work),
        "volunteer": _each(_volunteer, resume.volunteer),
        "education": _each(_education, resume.education),
        "awards": _each(_award, resume.awards),
        "certificates": _each(_certificate, resume.certificates),
        "publications": _each(_publication, resume.publications),
        "skills": _each(_skill, resume.skills),
        "languages": _each(_language, resume.languages),
        "interests": _each(_interest, resume.interests),
        "references": _each(_reference, resume.references),
        "projects": _each(_project, resume.projects),
        OWN_SECTIONS: _each(_section, resume.others),
        "meta": dict(resume.meta),
    }
    return _with(resume.extra, made)


def write_json_resume(resume: Resume) -> str:
    """Return the text of a JSON Resume file."""
    return json.dumps(json_resume(resume), ensure_ascii=False, indent=2) + "\n"


def _each(write: Callable[[Any], dict[str, Any]], entries: Iterable[Any]) -> list[dict[str, Any]]:
    return [write(one) for one in entries]


def _with(extra: Extra, made: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that say something, then what was read beside and nothing replaces."""
    said = {key: value for key, value in made.items() if value not in ("", None, [], {}, ())}
    return said | {key: value for key, value in extra.items() if key not in said}


def _text(line: Line | None) -> str:
    return line.text if line else ""


def _texts(lines: Iterable[Line]) -> list[str]:
    return [line.text for line in lines]


def _period(period: Period, *, goes_on: bool) -> dict[str, Any]:
    """Return the dates, and whether it still goes on when a missing end says otherwise."""
    start, end = period.start, period.end
    odd = start is not None and end is None and period.is_current != goes_on
    return {
        "startDate": start.text if start else "",
        "endDate": end.text if end else "",
        ONGOING: period.is_current if odd else None,
    }


def _basics(basics: Basics) -> dict[str, Any]:
    made = {
        "name": basics.name,
        "label": _text(basics.label),
        "image": basics.image,
        "email": basics.email,
        "phone": basics.phone,
        "url": basics.url,
        "summary": _text(basics.summary),
        "location": _location(basics.location) if basics.location else {},
        "profiles": _each(_profile, basics.profiles),
    }
    return _with(basics.extra, made)


def _location(location: Location) -> dict[str, Any]:
    made = {
        "address": location.address,
        "postalCode": location.postal_code,
        "city": location.city,
        "countryCode": location.country_code,
        "region": location.region,
    }
    return _with(location.extra, made)


def _profile(profile: Profile) -> dict[str, Any]:
    made = {"network": profile.network, "username": profile.username, "url": profile.url}
    return _with(profile.extra, made)


def _work(post: Post) -> dict[str, Any]:
    return _with(post.extra, {"name": post.organization, **_post(post)})


def _volunteer(post: Post) -> dict[str, Any]:
    return _with(post.extra, {"organization": post.organization, **_post(post)})


def _post(post: Post) -> dict[str, Any]:
    return {
        "position": post.position,
        "location": post.location,
        "description": post.description,
        "url": post.url,
        **_period(post.period, goes_on=True),
        "summary": _text(post.summary),
        "highlights": _texts(post.highlights),
    }


def _education(one: Education) -> dict[str, Any]:
    made = {
        "institution": one.institution,
        "area": one.area,
        "studyType": one.study_type,
        "location": one.location,
        "url": one.url,
        **_period(one.period, goes_on=True),
        "score": one.score,
        "summary": _text(one.summary),
        "courses": _texts(one.courses),
        "highlights": _texts(one.highlights),
    }
    return _with(one.extra, made)


def _project(one: Project) -> dict[str, Any]:
    made = {
        "name": one.name,
        "description": _text(one.description),
        "location": one.location,
        "url": one.url,
        **_period(one.period, goes_on=False),
        "highlights": _texts(one.highlights),
        "keywords": list(one.keywords),
        "roles": list(one.roles),
        "entity": one.entity,
        "type": one.kind,
    }
    return _with(one.extra, made)


def _skill(one: Skill) -> dict[str, Any]:
    return _with(one.extra, {"name": one.name, "level": one.level, "keywords": list(one.keywords)})


def _language(one: Language) -> dict[str, Any]:
    return _with(one.extra, {"language": one.language, "fluency": one.fluency})


def _certificate(one: Certificate) -> dict[str, Any]:
    on = one.on.text if one.on else ""
    return _with(one.extra, {"name": one.name, "date": on, "url": one.url, "issuer": one.issuer})


def _award(one: Award) -> dict[str, Any]:
    on = one.on.text if one.on else ""
    made = {"title": one.title, "date": on, "awarder": one.awarder, "summary": _text(one.summary)}
    return _with(one.extra, made)


def _publication(one: Publication) -> dict[str, Any]:
    made = {
        "name": one.name,
        "publisher": one.publisher,
        "releaseDate": one.on.text if one.on else "",
        "url": one.url,
        "summary": _text(one.summary),
    }
    return _with(one.extra, made)


def _interest(one: Interest) -> dict[str, Any]:
    return _with(one.extra, {"name": one.name, "keywords": list(one.keywords)})


def _reference(one: Reference) -> dict[str, Any]:
    return _with(one.extra, {"name": one.name, "reference": one.reference})


def _section(one: Section) -> dict[str, Any]:
    return {"title": one.title, "lines": _texts(one.lines)}
